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

void write(const std::string& name, const nlohmann::ordered_json& figures) {
#ifdef TESSERA_SANITIZED
    return;  // What is measured there says nothing.
#endif
    const auto now = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::system_clock::now().time_since_epoch());
    const nlohmann::ordered_json report{
        {"name", name}, {"when", toRfc3339(Instant{now.count()})}, {"figures", figures}};
    std::filesystem::create_directories(fileOf(name).parent_path());
    std::ofstream out(fileOf(name));
    out << report.dump(2) << "\n";
    EXPECT_TRUE(out.flush().good()) << "cannot write the report " << name;
}

// Of a report that is there already; an empty object where there is none, or none that is whole.
nlohmann::ordered_json figuresOf(const std::string& name) {
    std::ifstream in(fileOf(name));
    const auto report = nlohmann::ordered_json::parse(in, nullptr, false);
    const bool whole = report.is_object() && report.contains("figures");
    return whole && report["figures"].is_object() ? report["figures"]
                                                  : nlohmann::ordered_json::object();
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

void add(nlohmann::ordered_json& to, const Figures& figures) {
    for (const auto& [figure, value] : figures) to[figure] = value;
}

}  // namespace

void writeReport(const std::string& name, const Figures& figures) {
    nlohmann::ordered_json all = nlohmann::ordered_json::object();
    add(all, figures);
    write(name, all);
}

void addToReport(const std::string& name, const Figures& figures) {
    const Turn turn(name);
    nlohmann::ordered_json all = figuresOf(name);
    add(all, figures);
    write(name, all);
}

}  // namespace tessera::test
