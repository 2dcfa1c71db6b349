// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/run/runner.h"

#include <poll.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <memory>
#include <numeric>
#include <sstream>

#include "tests/simulation/run/worker.h"

namespace tessera::simulation {
namespace {

using std::chrono::steady_clock;

constexpr std::size_t kFoundKept = 10;
// A run that takes so long hangs.
constexpr std::chrono::seconds kLongestRun{120};

class Runner {
public:
    explicit Runner(const RunnerOptions& options) : options_(options) {}
    Summary run();

private:
    void start(std::int64_t begin);
    bool isOver() const;
    void hear(Worker& worker, const nlohmann::json& line);
    void bury(std::size_t index);
    void found(std::uint64_t seed, std::int64_t count, std::vector<std::string> texts);

    const RunnerOptions options_;
    const steady_clock::time_point began_ = steady_clock::now();
    std::vector<std::unique_ptr<Worker>> workers_;
    Summary summary_;
};

bool Runner::isOver() const {
    return options_.untilFinding && summary_.findings > 0;
}

void Runner::start(std::int64_t begin) {
    const auto time = std::chrono::duration_cast<steady_clock::duration>(
        std::chrono::duration<double>(options_.seconds));
    workers_.push_back(std::make_unique<Worker>(
        Worker::Plan{options_.firstSeed, begin, options_.jobs, options_.seedsMax, began_ + time}));
}

void Runner::found(std::uint64_t seed, std::int64_t count, std::vector<std::string> texts) {
    summary_.findings += count;
    if (summary_.found.size() < kFoundKept) {
        summary_.found.push_back({seed, count, std::move(texts)});
    }
}

void Runner::hear(Worker& worker, const nlohmann::json& line) {
    if (line.contains("began")) {
        worker.at = line["began"].get<std::uint64_t>();
        return;
    }
    worker.at.reset();
    const auto seed = line["seed"].get<std::uint64_t>();
    const auto number = [&](const char* key) { return line[key].get<std::int64_t>(); };
    ++summary_.seeds;
    summary_.commands += number("commands");
    summary_.calls += number("calls");
    summary_.commits += number("commits");
    summary_.judged += number("judged");
    summary_.steps += number("steps");
    summary_.simulatedMicros += number("simulated");
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

// One that died at a seed goes on after it, in a process of its own.
void Runner::bury(std::size_t index) {
    const std::unique_ptr<Worker> worker = std::move(workers_[index]);
    workers_.erase(workers_.begin() + static_cast<std::ptrdiff_t>(index));
    const int status = worker->ended();
    if (status == 0 || !worker->at) return;
    found(*worker->at, 1,
          {"abort: the process ended with " + std::to_string(status) + " (a check of the server)"});
    ++summary_.seeds;
    if (isOver() || steady_clock::now() >= worker->plan().until) return;
    start(static_cast<std::int64_t>(*worker->at - options_.firstSeed) + options_.jobs);
}

Summary Runner::run() {
    for (int i = 0; i < options_.jobs; ++i) start(i);
    while (!workers_.empty() && !isOver()) {
        std::vector<pollfd> waits;
        for (const auto& worker : workers_) waits.push_back({worker->descriptor(), POLLIN, 0});
        const int ready = poll(waits.data(), waits.size(),
                               static_cast<int>(std::chrono::milliseconds(kLongestRun).count()));
        if (ready <= 0) {
            for (const auto& worker : workers_) worker->kill();
        }
        for (std::size_t i = waits.size(); i-- > 0;) {
            if (ready > 0 && waits[i].revents == 0) continue;
            std::vector<nlohmann::json> lines;
            const bool more = workers_[i]->read(lines);
            for (const auto& line : lines) hear(*workers_[i], line);
            if (!more) bury(i);
        }
    }
    summary_.seconds = std::chrono::duration<double>(steady_clock::now() - began_).count();
    return std::move(summary_);
}

}  // namespace

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
    nlohmann::json faults = nlohmann::json::object();
    for (std::size_t i = 0; i < kFaults; ++i) {
        faults[std::string(nameOf(static_cast<Fault>(i)))] = summary.faults[i];
    }
    nlohmann::json found = nlohmann::json::array();
    for (const SeedFindings& each : summary.found) {
        found.push_back({{"seed", each.seed}, {"findings", each.count}, {"first", each.first}});
    }
    const auto [least, times] = summary.leastFired();
    const nlohmann::json report = {
        {"seeds", summary.seeds},
        {"seeds_run_twice", summary.twice},
        {"commands", summary.commands},
        {"calls", summary.calls},
        {"commits", summary.commits},
        {"answers_judged", summary.judged},
        {"faults_fired", summary.faultsFired()},
        {"least_fired_fault", {{"fault", nameOf(least)}, {"times", times}}},
        {"faults", faults},
        {"speedup", summary.speedup()},
        {"seconds", summary.seconds},
        {"findings", summary.findings},
        {"found", found},
    };
    const auto folder = std::filesystem::path(file).parent_path();
    std::error_code ignored;
    if (!folder.empty()) std::filesystem::create_directories(folder, ignored);
    std::ofstream out(file);
    out << report.dump(2) << "\n";
    return out.good();
}

std::string toText(const Summary& summary) {
    std::ostringstream out;
    const auto [least, times] = summary.leastFired();
    out << summary.findings << " findings over " << summary.seeds << " seeds (" << summary.twice
        << " of them run twice, with one hash), " << summary.commands << " commands, "
        << summary.commits << " commits, " << summary.judged << " answers judged, "
        << summary.faultsFired() << " faults (fewest: " << nameOf(least) << ", " << times
        << "), in " << static_cast<std::int64_t>(summary.seconds)
        << " s: " << static_cast<std::int64_t>(summary.speedup()) << " times real time\n";
    for (const SeedFindings& each : summary.found) {
        out << "seed " << each.seed << ": " << each.count << " findings\n";
        for (const std::string& text : each.first) out << "  " << text << "\n";
        out << "  again: ./tessera sim --seed " << each.seed << " --trace\n";
    }
    return out.str();
}

}  // namespace tessera::simulation
