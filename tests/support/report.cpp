// SPDX-License-Identifier: Apache-2.0
#include "tests/support/report.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "shared/base/time.h"

namespace tessera::test {
namespace {

std::filesystem::path fileOf(const std::string& name) {
    return std::filesystem::path(TESSERA_SOURCE_DIR "/build/reports") / (name + ".json");
}

using Json = nlohmann::ordered_json;

std::string timeNow() {
    const auto now = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::system_clock::now().time_since_epoch());
    return toRfc3339(Instant{now.count()});
}

// `figures` and when each was `measured`, by name.
struct Report {
    Json figures = Json::object();
    Json measured = Json::object();

    void add(const Figures& more) {
        const std::string when = timeNow();
        for (const auto& [figure, value] : more) {
            figures[figure] = value;
            measured[figure] = when;
        }
    }
};

void write(const std::string& name, const Report& report) {
#ifdef TESSERA_SANITIZED
    return;  // What is measured there says nothing.
#endif
    const Json all{{"name", name},
                   {"when", timeNow()},
                   {"figures", report.figures},
                   {"measured", report.measured}};
    std::filesystem::create_directories(fileOf(name).parent_path());
    std::ofstream out(fileOf(name));
    out << all.dump(2) << "\n";
    EXPECT_TRUE(out.flush().good()) << "cannot write the report " << name;
}

// One that is there already; empty where there is none, or none that is whole.
Report reportOf(const std::string& name) {
    std::ifstream in(fileOf(name));
    const Json all = Json::parse(in, nullptr, false);
    const auto part = [&](const char* key) {
        const bool whole = all.is_object() && all.contains(key) && all[key].is_object();
        return whole ? all[key] : Json::object();
    };
    return {part("figures"), part("measured")};
}

// Tests that run side by side add to one report: one after the other.
class Turn {
public:
    explicit Turn(const std::string& name) {
        std::filesystem::create_directories(fileOf(name).parent_path());
        const std::string lock = fileOf(name).string() + ".lock";
        file_ = ::open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
        EXPECT_TRUE(file_ >= 0 && ::flock(file_, LOCK_EX) == 0) << "cannot lock " << lock;
    }
    ~Turn() {
        if (file_ >= 0) ::close(file_);
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

private:
    int file_ = -1;
};

}  // namespace

void writeReport(const std::string& name, const Figures& figures) {
    Report report;
    report.add(figures);
    write(name, report);
}

void addToReport(const std::string& name, const Figures& figures) {
    const Turn turn(name);
    Report report = reportOf(name);
    report.add(figures);
    write(name, report);
}

}  // namespace tessera::test
