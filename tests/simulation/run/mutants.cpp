// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/run/mutants.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>

namespace tessera::simulation {
namespace {

namespace fs = std::filesystem;

std::string contentsOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string storyOf(const fs::path& spec) {
    const std::string text = contentsOf(spec);
    const std::string mark = "\nstory: ";
    const std::size_t begin = text.find(mark);
    if (begin == std::string::npos) return {};
    return text.substr(begin + mark.size(), text.find('\n', begin + 1) - begin - mark.size());
}

MutantResult::Unit unitOf(const fs::path& file) {
    const std::string text = contentsOf(file);
    if (text.empty()) return MutantResult::Unit::Unknown;
    return text.starts_with("pass") ? MutantResult::Unit::Passes : MutantResult::Unit::Fails;
}

std::string quoted(const fs::path& path) {
    return "'" + path.string() + "'";
}

MutantResult runOne(const MutantOptions& options, const fs::path& program) {
    MutantResult result;
    result.name = program.filename();
    result.story = storyOf(fs::path(options.specs) / (result.name + ".mutant"));
    if (!options.unitResults.empty())
        result.unit = unitOf(fs::path(options.unitResults) / result.name);
    const fs::path report = program.string() + ".json";
    std::error_code ignored;
    fs::remove(report, ignored);
    std::ostringstream command;
    command << quoted(program) << " --until-finding --first 1 --jobs " << options.jobs
            << " --seconds " << options.secondsMax << " --report " << quoted(report)
            << " >/dev/null 2>&1";
    const auto began = std::chrono::steady_clock::now();
    // Its exit code says only that something was found; the report says what.
    static_cast<void>(std::system(command.str().c_str()));
    result.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    const auto said = nlohmann::json::parse(contentsOf(report), nullptr, false);
    fs::remove(report, ignored);
    if (!said.is_object()) return result;
    result.seeds = said.value("seeds", std::int64_t{0});
    const auto found = said.value("found", nlohmann::json::array());
    if (!found.is_array() || found.empty()) return result;
    const auto first = found[0].value("first", std::vector<std::string>{});
    if (first.empty()) return result;
    result.caught = true;
    result.seed = found[0].value("seed", std::uint64_t{0});
    result.finding = first[0];
    result.check = result.finding.substr(0, result.finding.find(':'));
    return result;
}

const char* wordOf(MutantResult::Unit unit) {
    if (unit == MutantResult::Unit::Unknown) return "not run";
    return unit == MutantResult::Unit::Passes ? "pass" : "fail";
}

}  // namespace

std::vector<MutantResult> runMutants(const MutantOptions& options) {
    std::vector<fs::path> programs;
    for (const auto& entry : fs::directory_iterator(options.folder)) {
        const std::string name = entry.path().filename();
        const bool wanted =
            options.only.empty() || std::ranges::find(options.only, name) != options.only.end();
        if (entry.is_regular_file() && entry.path().extension().empty() && wanted) {
            programs.push_back(entry.path());
        }
    }
    std::ranges::sort(programs);
    std::vector<MutantResult> results;
    for (const fs::path& program : programs) {
        results.push_back(runOne(options, program));
        const MutantResult& one = results.back();
        std::printf("%-34s %-9s %4lld seeds %6.1f s  %s\n", one.name.c_str(),
                    one.caught ? one.check.c_str() : "ESCAPED", static_cast<long long>(one.seeds),
                    one.seconds, one.finding.substr(0, 100).c_str());
        std::fflush(stdout);
    }
    return results;
}

bool writeReport(const std::vector<MutantResult>& results, const std::string& file) {
    nlohmann::json each = nlohmann::json::array();
    std::int64_t caught = 0;
    std::int64_t unit = 0;
    double slowest = 0;
    for (const MutantResult& one : results) {
        caught += one.caught ? 1 : 0;
        unit += one.unit == MutantResult::Unit::Passes ? 1 : 0;
        slowest = std::max(slowest, one.seconds);
        each.push_back({{"mutant", one.name},
                        {"caught", one.caught},
                        {"check", one.check},
                        {"seeds", one.seeds},
                        {"seed", one.seed},
                        {"seconds", one.seconds},
                        {"unit", wordOf(one.unit)}});
    }
    const nlohmann::json report = {{"mutants", results.size()},
                                   {"caught", caught},
                                   {"pass_unit", unit},
                                   {"slowest_seconds", slowest},
                                   {"each", each}};
    std::error_code ignored;
    fs::create_directories(fs::path(file).parent_path(), ignored);
    std::ofstream out(file);
    out << report.dump(2) << "\n";
    return out.good();
}

std::string toTable(const std::vector<MutantResult>& results) {
    std::ostringstream out;
    out << "| mutant | what is wrong | caught by | seeds | unit tests |\n|---|---|---|---:|---|\n";
    for (const MutantResult& one : results) {
        out << "| `" << one.name << "` | " << one.story << " | "
            << (one.caught ? one.check : "nothing") << " | " << one.seeds << " | "
            << wordOf(one.unit) << " |\n";
    }
    return out.str();
}

}  // namespace tessera::simulation
