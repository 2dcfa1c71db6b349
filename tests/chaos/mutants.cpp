// SPDX-License-Identifier: Apache-2.0
#include "tests/chaos/mutants.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "tests/support/child_process.h"

namespace tessera::chaos {
namespace {

using Ordered = nlohmann::ordered_json;

constexpr std::chrono::milliseconds kRunLimit{200'000};

struct Found {
    std::string name;
    std::string story;
    bool found = false;
    int runs = 0;
    double seconds = 0;
    std::string by;
};

std::string lineOf(const std::string& text, const std::string& begin) {
    const std::size_t at = text.find("\n" + begin);
    if (at == std::string::npos) return {};
    const std::size_t from = at + 1 + begin.size();
    return text.substr(from, text.find('\n', from) - from);
}

std::string storyOf(const std::filesystem::path& spec) {
    std::ifstream in(spec);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    return lineOf(text, "story: ");
}

std::unique_ptr<test::ChildProcess> start(const MutantOptions& options, const std::string& name,
                                          int run) {
    auto started = test::ChildProcess::start(
        {.argv = {std::filesystem::read_symlink("/proc/self/exe"), "--aim", name, "--seed",
                  std::to_string(run), "--server", options.programs + "/" + name}});
    return started ? std::move(*started) : nullptr;
}

Found tryOne(const MutantOptions& options, const std::filesystem::path& spec) {
    Found result;
    result.name = spec.stem();
    result.story = storyOf(spec);
    const auto begun = std::chrono::steady_clock::now();
    while (!result.found && result.runs < options.runsMax) {
        ++result.runs;
        const auto run = start(options, result.name, result.runs);
        if (run == nullptr) break;
        const auto code = run->waitForExit(kRunLimit);
        const std::string said = run->output();
        result.by = lineOf(said, "found by: ");
        result.found = code == 1 && !result.by.empty();
        if (!result.found) std::fputs(said.c_str(), stdout);
    }
    result.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    return result;
}

void say(const Found& one) {
    std::printf("%-28s %s in %.0f s, runs %d: %s\n", one.name.c_str(),
                one.found ? "found" : "NOT FOUND", one.seconds, one.runs, one.by.c_str());
    std::fflush(stdout);
}

// So many at a time: each waits most of its time. In the order of their names.
std::vector<Found> tryAll(const MutantOptions& options,
                          const std::vector<std::filesystem::path>& specs) {
    std::vector<Found> all(specs.size());
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < specs.size(); i = next++) {
            all[i] = tryOne(options, specs[i]);
            say(all[i]);
        }
    };
    std::vector<std::thread> threads;
    for (int i = 0; i < options.jobs; ++i) threads.emplace_back(work);
    for (std::thread& thread : threads) thread.join();
    return all;
}

bool write(const std::vector<Found>& all, const std::string& file) {
    if (file.empty()) return true;
    std::ifstream old(file);
    Ordered json = Ordered::parse(old, nullptr, false);
    if (!json.is_object()) json = Ordered{{"name", "payments"}, {"figures", Ordered::object()}};
    Ordered list = Ordered::array();
    for (const Found& each : all) {
        list.push_back({{"name", each.name},
                        {"found", each.found},
                        {"by", each.by},
                        {"runs", each.runs},
                        {"seconds", each.seconds},
                        {"story", each.story}});
    }
    json["figures"]["mutants"] = all.size();
    json["figures"]["mutants_found"] =
        std::count_if(all.begin(), all.end(), [](const Found& each) { return each.found; });
    json["mutants"] = std::move(list);
    std::ofstream out(file);
    out << json.dump(2) << "\n";
    return out.flush().good();
}

}  // namespace

int runMutants(const MutantOptions& options) {
    std::vector<std::filesystem::path> specs;
    for (const auto& entry : std::filesystem::directory_iterator(options.specs)) {
        const auto& path = entry.path();
        const bool wanted =
            options.only.empty() || std::find(options.only.begin(), options.only.end(),
                                              path.stem().string()) != options.only.end();
        if (path.extension() == ".mutant" && wanted) specs.push_back(path);
    }
    std::sort(specs.begin(), specs.end());
    const std::vector<Found> all = tryAll(options, specs);
    const auto found =
        std::count_if(all.begin(), all.end(), [](const Found& each) { return each.found; });
    std::printf("mutants: %zu, found %td\n", all.size(), found);
    if (!write(all, options.report)) return 2;
    return !all.empty() && static_cast<std::size_t>(found) == all.size() ? 0 : 1;
}

}  // namespace tessera::chaos
