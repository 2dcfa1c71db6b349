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
#include <utility>

#include "tests/simulation/run/report.h"
#include "tests/simulation/run/runner.h"

namespace tessera::simulation {
namespace {

namespace fs = std::filesystem;

std::string contentsOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// What stands behind `name: ` on a line of a spec.
std::string lineOf(const std::string& spec, const std::string& name) {
    const std::string mark = "\n" + name + ": ";
    const std::string text = "\n" + spec;
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

// The first finding that catches; without one, what happened first.
void judge(MutantResult& result, const nlohmann::json& said) {
    for (const auto& each : said.value("found", nlohmann::json::array())) {
        for (const std::string& text : each.value("first", std::vector<std::string>{})) {
            const bool caught = isCaught(text);
            if (!caught && !result.finding.empty()) continue;
            result.finding = text;
            result.seed = each.value("seed", std::uint64_t{0});
            if (!caught) continue;
            result.caught = true;
            result.check = text.substr(0, text.find(':'));
            return;
        }
    }
}

MutantResult resultOf(const MutantOptions& options, const fs::path& spec) {
    MutantResult result;
    result.name = spec.stem();
    const std::string text = contentsOf(spec);
    result.story = lineOf(text, "story");
    if (!lineOf(text, "file").starts_with("server/")) {
        result.unit = MutantResult::Unit::NotOfServer;
    } else if (!options.unitResults.empty()) {
        result.unit = unitOf(fs::path(options.unitResults) / result.name);
    }
    return result;
}

MutantResult runOne(const MutantOptions& options, const fs::path& spec) {
    MutantResult result = resultOf(options, spec);
    const fs::path program = fs::absolute(fs::path(options.folder) / result.name);
    if (!fs::is_regular_file(program)) {
        result.finding = "missing: there is no program of this mutant";
        return result;
    }
    const fs::path report = program.string() + ".json";
    std::error_code ignored;
    fs::remove(report, ignored);
    std::ostringstream command;
    command << quoted(program) << " --until-caught --first 1 --jobs " << options.jobs
            << " --seconds " << options.secondsMax << " --report " << quoted(report)
            << " >/dev/null 2>&1";
    const auto began = std::chrono::steady_clock::now();
    // Its exit code says only that something was found; the report says what.
    static_cast<void>(std::system(command.str().c_str()));
    result.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    const auto said = nlohmann::json::parse(contentsOf(report), nullptr, false);
    fs::remove(report, ignored);
    if (!said.is_object()) {
        result.finding = "silent: it ended without a report";
        return result;
    }
    result.seeds = said.value("/figures/seeds"_json_pointer, std::int64_t{0});
    judge(result, said);
    return result;
}

// One for each spec that is wanted, and for each name that no spec has.
std::vector<fs::path> specsOf(const MutantOptions& options) {
    std::vector<fs::path> specs;
    for (const std::string& name : options.only) {
        specs.push_back(fs::path(options.specs) / (name + ".mutant"));
    }
    if (specs.empty()) {
        for (const auto& entry : fs::directory_iterator(options.specs)) {
            if (entry.path().extension() == ".mutant") specs.push_back(entry.path());
        }
    }
    std::ranges::sort(specs);
    return specs;
}

const char* wordOf(MutantResult::Unit unit) {
    if (unit == MutantResult::Unit::Unknown) return "not run";
    if (unit == MutantResult::Unit::NotOfServer) return "none sees it";
    return unit == MutantResult::Unit::Passes ? "pass" : "fail";
}

}  // namespace

std::vector<MutantResult> runMutants(const MutantOptions& options) {
    std::vector<MutantResult> results;
    for (const fs::path& spec : specsOf(options)) {
        results.push_back(runOne(options, spec));
        const MutantResult& one = results.back();
        std::printf("%-34s %-9s %4lld seeds %6.1f s  %s\n", one.name.c_str(),
                    one.caught ? one.check.c_str() : "ESCAPED", static_cast<long long>(one.seeds),
                    one.seconds, one.finding.substr(0, 100).c_str());
        std::fflush(stdout);
    }
    return results;
}

bool writeReport(const std::vector<MutantResult>& results, const std::string& file) {
    nlohmann::ordered_json each = nlohmann::ordered_json::array();
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
                        {"finding", one.finding},
                        {"seeds", one.seeds},
                        {"seed", one.seed},
                        {"seconds", one.seconds},
                        {"unit", wordOf(one.unit)}});
    }
    auto report = reportOf("mutants", {{"mutants", results.size()},
                                       {"caught", caught},
                                       {"pass_unit", unit},
                                       {"slowest_seconds", slowest}});
    report["each"] = std::move(each);
    return writeJson(report, file);
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
