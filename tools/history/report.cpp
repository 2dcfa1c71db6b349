// SPDX-License-Identifier: Apache-2.0
#include "tools/history/report.h"

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "shared/base/time.h"

namespace tessera::history {

std::string summaryOf(const Judgement& judgement) {
    const char* verdict = judgement.verdict == Verdict::Linearizable      ? "linearizable"
                          : judgement.verdict == Verdict::NotLinearizable ? "NOT linearizable"
                                                                          : "UNDECIDED";
    char seconds[32];
    std::snprintf(seconds, sizeof seconds, "%.2f", judgement.seconds);
    return std::string(verdict) + ": " + std::to_string(judgement.judged) + " of " +
           std::to_string(judgement.operations) + " operations judged, " +
           std::to_string(judgement.unknown) + " of them unknown, in " + seconds + " s, " +
           std::to_string(judgement.configurations) + " configurations, findings " +
           std::to_string(judgement.findings.size());
}

tessera::Status writeReport(const Judgement& judgement, const std::string& path) {
    const auto now = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::system_clock::now().time_since_epoch());
    const nlohmann::ordered_json report{{"name", "history"},
                                        {"when", toRfc3339(Instant{now.count()})},
                                        {"figures",
                                         {{"operations_judged", judgement.judged},
                                          {"seconds", judgement.seconds},
                                          {"findings", judgement.findings.size()},
                                          {"operations_unknown", judgement.unknown},
                                          {"configurations", judgement.configurations}}}};
    const std::filesystem::path file(path);
    std::error_code error;
    if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path(), error);
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << report.dump(2) << "\n";
    out.flush();
    if (!out) return failure("cannot write " + path);
    return {};
}

}  // namespace tessera::history
