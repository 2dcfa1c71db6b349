// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/run/runner.h"

#include <poll.h>
#include <sys/wait.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <memory>
#include <numeric>
#include <sstream>

#include "tests/simulation/audit/findings.h"
#include "tests/simulation/run/report.h"
#include "tests/simulation/run/worker.h"

namespace tessera::simulation {
namespace {

using std::chrono::steady_clock;

constexpr std::size_t kFoundKept = 10;
constexpr std::chrono::milliseconds kLookEvery{1000};

class Runner {
public:
    explicit Runner(const RunnerOptions& options) : options_(options) {
        summary_.firstSeed = options.firstSeed;
    }
    Summary run();

private:
    void start(std::int64_t begin);
    bool isOver() const { return isOver_; }
    void hear(Worker& worker, const nlohmann::json& line);
    void take(const nlohmann::json& result);
    void listen(const std::vector<pollfd>& waits);
    void killSilent();
    void bury(std::size_t index);
    void found(std::uint64_t seed, std::int64_t count, std::vector<std::string> texts);

    const RunnerOptions options_;
    const steady_clock::time_point began_ = steady_clock::now();
    std::vector<std::unique_ptr<Worker>> workers_;
    Summary summary_;
    bool isOver_ = false;
};

void Runner::start(std::int64_t begin) {
    const auto time = std::chrono::duration_cast<steady_clock::duration>(
        std::chrono::duration<double>(options_.seconds));
    workers_.push_back(std::make_unique<Worker>(Worker::Plan{
        options_.firstSeed, begin, options_.jobs, options_.seedsMax, began_ + time, options_.run}));
}

void Runner::found(std::uint64_t seed, std::int64_t count, std::vector<std::string> texts) {
    summary_.findings += count;
    const bool caught = std::ranges::any_of(texts, isCaught);
    isOver_ = isOver_ || options_.untilFinding || (options_.untilCaught && caught);
    if (summary_.found.size() < kFoundKept) {
        summary_.found.push_back({seed, count, std::move(texts)});
    } else if (caught && std::ranges::none_of(summary_.found, [](const SeedFindings& each) {
                   return std::ranges::any_of(each.first, isCaught);
               })) {
        summary_.found.back() = {seed, count, std::move(texts)};
    }
}

void Runner::hear(Worker& worker, const nlohmann::json& line) {
    if (line.contains("over")) {
        worker.over = true;
    } else if (line.contains("began")) {
        worker.at = line["began"].get<std::uint64_t>();
    } else {
        worker.at.reset();
        ++worker.done;
        take(line);
    }
}

void Runner::take(const nlohmann::json& line) {
    const auto seed = line["seed"].get<std::uint64_t>();
    const auto number = [&](const char* key) { return line[key].get<std::int64_t>(); };
    ++summary_.seeds;
    summary_.commands += number("commands");
    summary_.calls += number("calls");
    summary_.commits += number("commits");
    summary_.judged += number("judged");
    summary_.simulatedMicros += number("simulated");
    for (const auto& [name, count] : line["audit"].items()) {
        summary_.figures[name] += count.get<std::int64_t>();
    }
    for (std::size_t i = 0; i < kFaults; ++i) {
        summary_.faults[i] += line["faults"][i].get<std::int64_t>();
    }
    if (number("findings") > 0) {
        found(seed, number("findings"), line["found"].get<std::vector<std::string>>());
    }
    if (!line.contains("agreed")) return;
    if (line["agreed"].get<bool>()) {
        ++summary_.twice;
    } else {
        found(seed, 1, {"determinism: two runs of this seed had different hashes"});
    }
}

std::string wordsOf(const Worker& worker, int status) {
    if (worker.hangs) return "hang: nothing was heard of the process for too long";
    if (!WIFSIGNALED(status)) {
        return "crash: the process ended with " + std::to_string(WEXITSTATUS(status));
    }
    const int signal = WTERMSIG(status);
    if (signal == SIGABRT) return "abort: a check failed";
    if (signal == SIGKILL) return "killed: by somebody else, for want of memory perhaps";
    return "crash: the process ended by signal " + std::to_string(signal);
}

// One that died goes on after the seed that it was at, in a process of its own.
void Runner::bury(std::size_t index) {
    const std::unique_ptr<Worker> worker = std::move(workers_[index]);
    workers_.erase(workers_.begin() + static_cast<std::ptrdiff_t>(index));
    const int status = worker->ended();
    if (worker->over) return;
    const Worker::Plan& plan = worker->plan();
    std::int64_t next = plan.begin + worker->done * plan.step;
    const auto seed = options_.firstSeed + static_cast<std::uint64_t>(next);
    std::string words = wordsOf(*worker, status);
    if (worker->at) {
        ++summary_.seeds;
        next += plan.step;
    } else {
        words += ", between two seeds: the next one would have been " + std::to_string(seed);
        // Without any seed it would only die again.
        if (worker->done == 0) words += "; its share of the seeds is not run";
    }
    found(seed, 1, {std::move(words)});
    const bool goesOn = worker->at || worker->done > 0;
    if (!goesOn || isOver() || next >= plan.end || steady_clock::now() >= plan.until) return;
    start(next);
}

void Runner::killSilent() {
    const auto longest = std::chrono::microseconds(options_.longestRun.micros);
    for (const auto& worker : workers_) {
        if (worker->hangs || steady_clock::now() - worker->heard < longest) continue;
        worker->hangs = true;
        worker->kill();
    }
}

void Runner::listen(const std::vector<pollfd>& waits) {
    for (std::size_t i = waits.size(); i-- > 0;) {
        if (waits[i].revents == 0) continue;
        std::vector<nlohmann::json> lines;
        const bool more = workers_[i]->read(lines);
        workers_[i]->heard = steady_clock::now();
        for (const auto& line : lines) {
            if (isOver()) return;
            hear(*workers_[i], line);
        }
        if (!more) bury(i);
    }
}

Summary Runner::run() {
    for (int i = 0; i < options_.jobs; ++i) start(i);
    while (!workers_.empty() && !isOver()) {
        std::vector<pollfd> waits;
        for (const auto& worker : workers_) waits.push_back({worker->descriptor(), POLLIN, 0});
        if (poll(waits.data(), waits.size(), static_cast<int>(kLookEvery.count())) > 0) {
            listen(waits);
        }
        killSilent();
    }
    summary_.seconds = std::chrono::duration<double>(steady_clock::now() - began_).count();
    return std::move(summary_);
}

}  // namespace

bool isCaught(const std::string& finding) {
    const std::string check = finding.substr(0, finding.find(':'));
    if (check == "abort") return true;
    for (std::size_t i = 0; i < kChecks; ++i) {
        if (check == nameOf(static_cast<Check>(i))) return true;
    }
    return false;
}

Summary runMany(const RunnerOptions& options) {
    return Runner(options).run();
}

std::int64_t Summary::faultsFired() const {
    return std::accumulate(faults.begin(), faults.end(), std::int64_t{0});
}

std::pair<Fault, std::int64_t> Summary::leastFired() const {
    const auto least = std::ranges::min_element(faults);
    return {static_cast<Fault>(least - faults.begin()), *least};
}

double Summary::speedup() const {
    return static_cast<double>(simulatedMicros) / 1e6 / std::max(seconds, 1e-9);
}

bool writeReport(const Summary& summary, const std::string& file) {
    nlohmann::ordered_json faults = nlohmann::ordered_json::object();
    for (std::size_t i = 0; i < kFaults; ++i) {
        faults[std::string(nameOf(static_cast<Fault>(i)))] = summary.faults[i];
    }
    nlohmann::ordered_json found = nlohmann::ordered_json::array();
    for (const SeedFindings& each : summary.found) {
        found.push_back({{"seed", each.seed}, {"findings", each.count}, {"first", each.first}});
    }
    const auto [least, times] = summary.leastFired();
    auto report = reportOf("sim", {{"seeds", summary.seeds},
                                   {"commands", summary.commands},
                                   {"faults_fired", summary.faultsFired()},
                                   {"least_fired_fault", times},
                                   {"speedup", summary.speedup()},
                                   {"findings", summary.findings},
                                   {"seeds_run_twice", summary.twice},
                                   {"calls", summary.calls},
                                   {"commits", summary.commits},
                                   {"answers_judged", summary.judged},
                                   {"seconds", summary.seconds}});
    for (const auto& [name, count] : summary.figures) report["figures"][name] = count;
    report["first_seed"] = summary.firstSeed;
    report["least_fired"] = nameOf(least);
    report["faults"] = std::move(faults);
    report["found"] = std::move(found);
    return writeJson(report, file);
}

std::string toText(const Summary& summary) {
    std::ostringstream out;
    const auto [least, times] = summary.leastFired();
    out << summary.findings << " findings over " << summary.seeds << " seeds (" << summary.twice
        << " of them run twice, with one hash; the first was " << summary.firstSeed << "), "
        << summary.commands << " commands, " << summary.commits << " commits, " << summary.judged
        << " answers judged, " << summary.faultsFired() << " faults (fewest: " << nameOf(least)
        << ", " << times << "), in " << static_cast<std::int64_t>(summary.seconds)
        << " s: " << static_cast<std::int64_t>(summary.speedup()) << " times real time\n";
    for (const SeedFindings& each : summary.found) {
        out << "seed " << each.seed << ": " << each.count << " findings\n";
        for (const std::string& text : each.first) out << "  " << text << "\n";
        out << "  again: ./tessera sim --seed " << each.seed << " --trace\n";
    }
    return out.str();
}

}  // namespace tessera::simulation
