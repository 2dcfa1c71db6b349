// SPDX-License-Identifier: Apache-2.0
#include "tools/load/report.h"

#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <nlohmann/json.hpp>

namespace tessera::load {
namespace {

// Of 20,000 users who come within a second.
constexpr double kRushSecondsMax = 15;
constexpr double kReserveP99MillisMax = 1000;

double rounded(double value) {
    return std::round(value * 100) / 100;
}

template <class... Args>
std::string line(const char* format, Args... args) {
    char text[200];
    std::snprintf(text, sizeof text, format, args...);
    return text;
}

}  // namespace

std::vector<std::string> broken(const Figures& figures, const Asked& asked) {
    std::vector<std::string> faults;
    if (figures.answered() != figures.users) {
        faults.push_back(std::to_string(figures.users - figures.answered()) +
                         " users got no definite answer");
    }
    if (!figures.audited) faults.push_back("nothing was audited");
    if (!figures.calm) faults.push_back("the event did not come to rest");
    if (figures.auditFindings > 0) {
        faults.push_back(std::to_string(figures.auditFindings) + " findings of the audit");
    }
    if (figures.of(End::NotPaid) > 0) {
        faults.push_back(std::to_string(figures.of(End::NotPaid)) +
                         " users wanted to pay, and their orders were released");
    }
    if (asked.kill && !figures.killed) faults.push_back("the server was not killed and restarted");
    if (!asked.comesBack && figures.unseated > 0 && figures.anybodysLeft > 0) {
        faults.push_back(std::to_string(figures.unseated) + " users got no seat, and " +
                         std::to_string(figures.anybodysLeft) + " places are left");
    }
    const bool gaveBack = figures.of(End::Abandoned) + figures.of(End::Declined) > 0;
    if (asked.comesBack && !gaveBack) faults.push_back("nobody gave anything back");
    // Where there is enough for all, what came back late may find nobody.
    if (asked.comesBack && gaveBack && figures.unseated > 0 && figures.soldAgain == 0) {
        faults.push_back("no seat that came back was sold");
    }
    if (!asked.fullRush) return faults;
    if (figures.secondsInAll > kRushSecondsMax) faults.push_back("it took over 15 s");
    if (figures.of(Step::Reserve).percentile(0.99) > kReserveP99MillisMax) {
        faults.push_back("reserve p99 is over 1 s");
    }
    if (figures.placesSold != figures.seats) {
        faults.push_back(std::to_string(figures.seats - figures.placesSold) +
                         " seats are not sold");
    }
    return faults;
}

std::string tableOf(const Figures& figures) {
    std::string out = "step          count    p50 ms    p90 ms    p99 ms    max ms\n";
    for (std::size_t i = 0; i < kSteps; ++i) {
        const Latencies& of = figures.latencies[i];
        out += line("%-10s %8zu %9.1f %9.1f %9.1f %9.1f\n", nameOf(static_cast<Step>(i)).data(),
                    of.count(), of.percentile(0.5), of.percentile(0.9), of.percentile(0.99),
                    of.percentile(1));
    }
    out += "users     ";
    for (std::size_t i = 0; i < kEnds; ++i) {
        out += line(" %s %lld", nameOf(static_cast<End>(i)).data(),
                    static_cast<long long>(figures.ends[i]));
    }
    out += "\nrefusals  ";
    for (const auto& [reason, count] : figures.refusals) {
        out += " " + reason + " " + std::to_string(count);
    }
    if (figures.pushedBack > 0) out += "\npushed back";
    for (const auto& [reason, count] : figures.pushedBackBy) {
        out += " " + reason + " " + std::to_string(count);
    }
    out += line(
        "\nseats      available %lld held %lld sold %lld blocked %lld; places sold %lld of %lld, "
        "seats sold after they came back %lld\n",
        static_cast<long long>(figures.seatsByStatus[0]),
        static_cast<long long>(figures.seatsByStatus[1]),
        static_cast<long long>(figures.seatsByStatus[2]),
        static_cast<long long>(figures.seatsByStatus[3]),
        static_cast<long long>(figures.placesSold), static_cast<long long>(figures.seats),
        static_cast<long long>(figures.soldAgain));
    out += line(
        "requests   %lld, lost and asked again %lld, pushed back %lld; %.2f s in all, "
        "%.2f s of a core for the generator\n",
        static_cast<long long>(figures.requests), static_cast<long long>(figures.lost),
        static_cast<long long>(figures.pushedBack), figures.secondsInAll,
        figures.generatorCpuSeconds);
    return out;
}

std::string jsonOf(const Figures& figures, const std::string& when) {
    nlohmann::ordered_json of;
    of["users"] = figures.users;
    of["answered"] = figures.answered();
    of["seats"] = figures.seats;
    of["seats_sold"] = figures.placesSold;
    of["audit_findings"] = figures.auditFindings;
    of["rows_audited"] = figures.rowsAudited;
    of["answers_judged"] = figures.answersJudged;
    for (std::size_t i = 0; i < kSteps; ++i) {
        const std::string name(nameOf(static_cast<Step>(i)));
        of[name + "_p50_ms"] = rounded(figures.latencies[i].percentile(0.5));
        of[name + "_p99_ms"] = rounded(figures.latencies[i].percentile(0.99));
        of[name + "_count"] = figures.latencies[i].count();
    }
    of["seconds"] = rounded(figures.secondsInAll);
    for (std::size_t i = 0; i < kEnds; ++i) {
        std::string name(nameOf(static_cast<End>(i)));
        for (char& c : name) c = c == ' ' ? '_' : c;
        of["users_" + name] = figures.ends[i];
    }
    of["generator_cpu_seconds"] = rounded(figures.generatorCpuSeconds);
    of["seats_sold_again"] = figures.soldAgain;
    of["requests"] = figures.requests;
    of["requests_lost"] = figures.lost;
    of["requests_pushed_back"] = figures.pushedBack;
    nlohmann::ordered_json refusals = nlohmann::ordered_json::object();
    for (const auto& [reason, count] : figures.refusals) refusals[reason] = count;
    of["refusals"] = std::move(refusals);
    nlohmann::ordered_json pushed = nlohmann::ordered_json::object();
    for (const auto& [reason, count] : figures.pushedBackBy) pushed[reason] = count;
    of["pushed_back_by"] = std::move(pushed);
    return nlohmann::ordered_json{{"name", "onsale"}, {"when", when}, {"figures", std::move(of)}}
               .dump(2) +
           "\n";
}

Status writeFile(const std::string& path, const std::string& text) {
    std::FILE* file = std::fopen(path.c_str(), "wb");
    if (file == nullptr) return failure("cannot write " + path + ": " + std::strerror(errno));
    const bool whole = std::fwrite(text.data(), 1, text.size(), file) == text.size();
    const bool closed = std::fclose(file) == 0;
    if (!whole || !closed) return failure("cannot write " + path);
    return {};
}

}  // namespace tessera::load
