// SPDX-License-Identifier: Apache-2.0
// Every file of the fuzz targets' corpora, in the build that is delivered: those that were found to
// break something once are among them.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>

#include "tests/fuzz/fuzz.h"

namespace tessera::fuzz {
namespace {

namespace fs = std::filesystem;

const fs::path kCorpus = fs::path(TESSERA_SOURCE_DIR) / "tests/fuzz/corpus";

std::string read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST(CorpusReplayTest, EveryTargetHoldsForEveryFileOfItsCorpus) {
    for (const auto& target : kTargets) {
        std::size_t files = 0;
        for (const auto& entry : fs::directory_iterator(kCorpus / target.name)) {
            // A check that fails ends the program: the last line says at which file.
            std::cout << entry.path().string() << std::endl;
            target.run(read(entry.path()));
            ++files;
        }
        EXPECT_GT(files, 0U) << target.name << " has no corpus";
    }
}

TEST(CorpusReplayTest, EveryCorpusIsOfATarget) {
    std::set<std::string> names{"planted"};
    for (const auto& target : kTargets) names.emplace(target.name);
    for (const auto& entry : fs::directory_iterator(kCorpus)) {
        EXPECT_TRUE(names.contains(entry.path().filename())) << entry.path();
    }
}

}  // namespace
}  // namespace tessera::fuzz
