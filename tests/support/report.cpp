// SPDX-License-Identifier: Apache-2.0
#include "tests/support/report.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "shared/base/time.h"

namespace tessera::test {

void writeReport(const std::string& name, const Figures& figures) {
#ifdef TESSERA_SANITIZED
    return;  // What is measured there says nothing.
#endif
    const auto now = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::system_clock::now().time_since_epoch());
    nlohmann::ordered_json of = nlohmann::ordered_json::object();
    for (const auto& [figure, value] : figures) of[figure] = value;
    const nlohmann::ordered_json report{
        {"name", name}, {"when", toRfc3339(Instant{now.count()})}, {"figures", of}};
    const std::filesystem::path folder = TESSERA_SOURCE_DIR "/build/reports";
    std::filesystem::create_directories(folder);
    std::ofstream out(folder / (name + ".json"));
    out << report.dump(2) << "\n";
    EXPECT_TRUE(out.flush().good()) << "cannot write the report " << name;
}

}  // namespace tessera::test
