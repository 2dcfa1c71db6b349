// SPDX-License-Identifier: Apache-2.0
// tessera-load: sells out an event over HTTP as a crowd would, and has the result audited.
#include <curl/curl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <future>
#include <string>

#include "shared/base/time.h"
#include "tools/load/aftermath.h"
#include "tools/load/report.h"
#include "tools/load/rest.h"
#include "tools/load/shop.h"

namespace tessera::load {
namespace {

constexpr Micros kSecond = 1'000'000;
constexpr int kEndOfServerMillis = 10'000;
// The rush that the thresholds are for.
constexpr std::int64_t kRushUsers = 20'000;

struct Flags {
    ShopOptions shop;
    AftermathOptions after;
    std::string url;
    std::string event = "arena";
    std::string reports = "build/reports";
    double deadlineSeconds = 600;
    double killAt = -1;
    std::string killPidFile;
    std::string restartCommand;
};

int fail(const std::string& what) {
    std::fprintf(stderr, "tessera-load: %s\n", what.c_str());
    return 2;
}

// True once the process has ended and its sockets are closed: SIGKILL is only the beginning.
bool killAndWait(pid_t pid) {
    // glibc 2.36 declares pidfd_open without C linkage.
    const int watched = static_cast<int>(syscall(SYS_pidfd_open, pid, 0));
    if (watched < 0) return false;
    pollfd ended{watched, POLLIN, 0};
    const bool gone = kill(pid, SIGKILL) == 0 && poll(&ended, 1, kEndOfServerMillis) == 1;
    close(watched);
    return gone;
}

// Ends the server as a crash would, and starts it again where it listened before.
// True if both were done.
bool killAndRestart(const Flags& flags) {
    long pid = 0;
    std::ifstream(flags.killPidFile) >> pid;
    if (pid <= 1 || !killAndWait(static_cast<pid_t>(pid))) {
        std::printf("could not kill the server named in %s\n", flags.killPidFile.c_str());
        return false;
    }
    const int code = std::system(flags.restartCommand.c_str());
    std::printf("killed the server (pid %ld), restart command answered %d\n", pid, code);
    return code == 0;
}

void keepSecond(const Shop&, const Loop& loop, Micros began, Figures& figures) {
    Second second;
    second.at = Loop::now() - began;
    second.arrived = figures.arrived;
    second.held = figures.held;
    second.paid = figures.of(End::Paid);
    second.ended = figures.ended();
    second.requests = figures.requests;
    second.refusals = figures.refused;
    second.connections = static_cast<std::int64_t>(loop.connections());
    second.waiting = static_cast<std::int64_t>(loop.waiting());
    figures.seconds.push_back(second);
}

void showProgress(const Figures& figures) {
    const Second& now = figures.seconds.back();
    std::printf(
        "%6.1f s  arrived %6lld  holds %6lld  paid %6lld  done %6lld  refusals %7lld  "
        "requests %8lld  connections %5lld  waiting %6lld  lost %5lld  pushed back %5lld\n",
        static_cast<double>(now.at) / 1e6, static_cast<long long>(now.arrived),
        static_cast<long long>(now.held), static_cast<long long>(now.paid),
        static_cast<long long>(now.ended), static_cast<long long>(now.refusals),
        static_cast<long long>(now.requests), static_cast<long long>(now.connections),
        static_cast<long long>(now.waiting), static_cast<long long>(figures.lost),
        static_cast<long long>(figures.pushedBack));
    std::fflush(stdout);
}

double cpuSeconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

// Every quarter of a second is kept for the plots, every second is shown.
void rush(Shop& shop, Loop& loop, const Flags& flags, Figures& figures) {
    const double cpuBefore = cpuSeconds();
    const Micros began = Loop::now();
    const Micros end = began + static_cast<Micros>(flags.deadlineSeconds * kSecond);
    std::future<bool> killed;  // Beside the loop: people go on wanting things meanwhile.
    for (int quarter = 1; !shop.done() && Loop::now() < end; ++quarter) {
        const Micros until = began + quarter * kSecond / 4;
        // In short turns, so that the last answer's instant is known to 10 ms.
        while (!shop.done() && Loop::now() < until) {
            loop.run(std::min(until, Loop::now() + kSecond / 100));
        }
        keepSecond(shop, loop, began, figures);
        if (quarter % 4 == 0 || shop.done()) showProgress(figures);
        const bool due = Loop::now() - began >= static_cast<Micros>(flags.killAt * kSecond);
        if (flags.killAt >= 0 && due && !killed.valid()) {
            killed = std::async(std::launch::async, [&flags] { return killAndRestart(flags); });
        }
    }
    figures.killed = killed.valid() && killed.get();
    figures.secondsInAll = static_cast<double>(Loop::now() - began) / 1e6;
    figures.generatorCpuSeconds = cpuSeconds() - cpuBefore;
    shop.close();
}

int report(const Flags& flags, Figures& figures, const std::string& auditJson) {
    const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(
                            std::chrono::system_clock::now().time_since_epoch())
                            .count();
    const std::string when = toRfc3339({micros});
    const bool fullRush = figures.users == kRushUsers && flags.shop.arriveSeconds <= 1 &&
                          flags.shop.habits.abandon + flags.shop.habits.decline == 0 &&
                          flags.killAt < 0;
    const bool comesBack = flags.shop.habits.abandon + flags.shop.habits.decline > 0;
    const std::vector<std::string> faults =
        broken(figures, {fullRush, comesBack, flags.killAt >= 0});
    std::fputs(tableOf(figures).c_str(), stdout);
    for (const std::string& fault : faults) std::printf("FAILED: %s\n", fault.c_str());
    for (const auto& [name, text] :
         {std::pair(std::string("onsale.json"), jsonOf(figures, when)),
          std::pair(std::string("onsale.html"), htmlOf(figures, when, faults)),
          std::pair(std::string("onsale-audit.json"), auditJson)}) {
        const auto written = writeFile(flags.reports + "/" + name, text);
        if (!written) return fail(written.error().message);
    }
    std::printf("report: %s/onsale.html\n", flags.reports.c_str());
    return faults.empty() ? 0 : 1;
}

void raiseFileLimit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

int onsale(Flags flags) {
    auto sale = findOnSale(flags.url, flags.event);
    if (!sale) return fail(sale.error().message);
    const auto venue = readVenue(sale->layoutJson);
    if (!venue) return fail(venue.error().message);
    const auto taken = takenPlaces(flags.url, sale->event);
    if (!taken) return fail(taken.error().message);
    if (*taken > 0) {
        return fail(std::to_string(*taken) + " places of event " + sale->event +
                    " are not free: a rush begins with an empty house");
    }
    flags.shop.event = sale->event;
    flags.after.event = sale->event;
    for (const VenueSeat& seat : venue->seats) flags.after.anybodys.push_back(seat.ordinary);
    flags.shop.serverAheadMillis = sale->serverAheadMillis;
    flags.shop.habits.standing = !venue->areaCapacities.empty();
    const bool comesBack = flags.shop.habits.abandon + flags.shop.habits.decline > 0;
    if (!comesBack) flags.shop.patienceSeconds = 0;
    AnswersFile answers;
    if (const auto opened = answers.open(flags.after.answers); !opened) {
        return fail(opened.error().message);
    }
    Figures figures;
    figures.users = flags.shop.users;
    Shop shop(flags.shop, *venue, answers, figures);
    Loop loop(shop);
    const auto server = loop.addHost(
        flags.url, flags.shop.connectionsMax - providerConnections(flags.shop.connectionsMax));
    if (!server) return fail(server.error().message);
    std::printf(
        "event %s: %lld places, %lld users within %.1f s, at most %zu connections, seed %llu\n",
        sale->event.c_str(), static_cast<long long>(venue->places()),
        static_cast<long long>(flags.shop.users), flags.shop.arriveSeconds,
        flags.shop.connectionsMax, static_cast<unsigned long long>(flags.shop.seed));
    shop.open(loop, *server);
    rush(shop, loop, flags, figures);
    if (!answers.flush()) return fail("the answers could not be written");
    std::string auditJson = "{}\n";
    const auto calm = waitForCalm(flags.after);
    if (!calm) return fail(calm.error().message);
    figures.calm = *calm;
    if (const auto audited = audit(flags.after, figures, auditJson); !audited) {
        return fail(audited.error().message);
    }
    return report(flags, figures, auditJson);
}

CLI::App* describe(CLI::App& app, Flags& flags) {
    CLI::App* command = app.add_subcommand("onsale", "a crowd buys an event's tickets");
    ShopOptions& shop = flags.shop;
    command->add_option("--url,--server", flags.url, "the server, http://host:port")->required();
    command->add_option("--event", flags.event, "public id, or words of its name")
        ->capture_default_str();
    command->add_option("--users", shop.users)->check(CLI::Range(1, 1'000'000));
    command->add_option("--arrive", shop.arriveSeconds, "seconds within which they all come")
        ->check(CLI::Range(0.0, 86'400.0));
    command->add_option("--abandon", shop.habits.abandon, "share that walks away with a hold")
        ->check(CLI::Range(0.0, 1.0));
    command->add_option("--decline", shop.habits.decline, "share whose card is declined")
        ->check(CLI::Range(0.0, 1.0));
    command->add_option("--connections", shop.connectionsMax, "keep-alive connections, in all")
        ->check(CLI::Range(2, 60'000))
        ->capture_default_str();
    command->add_option("--seed", shop.seed)->capture_default_str();
    command->add_option("--patience", shop.patienceSeconds,
                        "seconds to wait for seats that may come back");
    command->add_option("--give-up", shop.giveUpSeconds, "seconds without an answer")
        ->capture_default_str();
    command->add_option("--deadline", flags.deadlineSeconds, "seconds for the whole rush")
        ->capture_default_str();
    command->add_option("--database", flags.after.database, "libpq conninfo")->required();
    command->add_option("--ledger", flags.after.ledger, "the payment sandbox's")->required();
    command->add_option("--answers", flags.after.answers, "written: what every user was told")
        ->required();
    command->add_option("--calm", flags.after.calmSeconds, "seconds to come to rest")
        ->capture_default_str();
    command->add_option("--report-dir,--reports", flags.reports)->capture_default_str();
    CLI::Option* kill = command->add_option("--kill-at", flags.killAt, "seconds; kills the server");
    kill->needs(command->add_option("--kill-server-pid-file", flags.killPidFile));
    kill->needs(command->add_option("--restart-command", flags.restartCommand));
    return command;
}

int run(int argc, char** argv) {
    CLI::App app("Crowds for Tessera");
    app.require_subcommand(1);
    Flags flags;
    flags.shop.patienceSeconds = 90;
    describe(app, flags);
    CLI11_PARSE(app, argc, argv);
    if (flags.shop.habits.abandon + flags.shop.habits.decline > 1) {
        return fail("--abandon and --decline are shares of one crowd: 1 in all at most");
    }
    flags.shop.hostName = flags.url.substr(flags.url.find("//") + 2);
    std::signal(SIGPIPE, SIG_IGN);
    raiseFileLimit();
    curl_global_init(CURL_GLOBAL_DEFAULT);
    return onsale(std::move(flags));
}

}  // namespace
}  // namespace tessera::load

int main(int argc, char** argv) {
    return tessera::load::run(argc, argv);
}
