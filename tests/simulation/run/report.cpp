// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/run/report.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <utility>

#include "shared/base/time.h"

namespace tessera::simulation {

nlohmann::ordered_json reportOf(const std::string& name, nlohmann::ordered_json figures) {
    const auto now = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::system_clock::now().time_since_epoch());
    return {
        {"name", name}, {"when", toRfc3339(Instant{now.count()})}, {"figures", std::move(figures)}};
}

bool writeJson(const nlohmann::ordered_json& report, const std::string& file) {
    const auto folder = std::filesystem::path(file).parent_path();
    std::error_code ignored;
    if (!folder.empty()) std::filesystem::create_directories(folder, ignored);
    std::ofstream out(file);
    out << report.dump(2) << "\n";
    return out.flush().good();
}

}  // namespace tessera::simulation
