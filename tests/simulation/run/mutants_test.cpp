// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/run/mutants.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>

namespace tessera::simulation {
namespace {

namespace fs = std::filesystem;

// Specs, and programs that report what the test says.
class MutantsTest : public testing::Test {
protected:
    MutantsTest() {
        std::string name = (fs::temp_directory_path() / "mutants-XXXXXX").string();
        folder_ = mkdtemp(name.data());
        for (const char* each : {"programs", "specs", "unit"}) fs::create_directory(folder_ / each);
    }
    ~MutantsTest() override { fs::remove_all(folder_); }

    void spec(const std::string& name, const std::string& file = "server/x.cpp") {
        std::ofstream(folder_ / "specs" / (name + ".mutant"))
            << "file: " << file << "\nstory: A " << name << ".\n--- from\na\n--- to\nb\n";
    }
    void program(const std::string& name, const nlohmann::json& found) {
        const fs::path file = folder_ / "programs" / name;
        const nlohmann::json report{{"figures", {{"seeds", 7}}}, {"found", found}};
        std::ofstream(file) << "#!/bin/sh\nwhile [ \"$1\" != --report ]; do shift; done\n"
                            << "cat >\"$2\" <<'END'\n"
                            << report.dump() << "\nEND\n";
        fs::permissions(file, fs::perms::owner_all);
    }
    void unit(const std::string& name, const std::string& said) {
        std::ofstream(folder_ / "unit" / name) << said;
    }
    static nlohmann::json found(const std::vector<std::string>& texts) {
        nlohmann::json all = nlohmann::json::array();
        for (const auto& text : texts) all.push_back({{"seed", all.size() + 5}, {"first", {text}}});
        return all;
    }
    std::map<std::string, MutantResult> run(std::vector<std::string> only = {}) {
        MutantOptions options;
        options.folder = folder_ / "programs";
        options.specs = folder_ / "specs";
        options.unitResults = folder_ / "unit";
        options.only = std::move(only);
        results_ = runMutants(options);
        std::map<std::string, MutantResult> byName;
        for (const auto& each : results_) byName[each.name] = each;
        return byName;
    }

    fs::path folder_;
    std::vector<MutantResult> results_;
};

TEST_F(MutantsTest, AFindingOfTheJudgeOrAFailedCheckCatchesAndNothingElse) {
    for (const char* name : {"judged", "checked", "hung", "forgetful", "later", "right"})
        spec(name);
    program("judged", found({"S2: lost"}));
    program("checked", found({"abort: a check failed"}));
    program("hung", found({"hang: nothing was heard"}));
    program("forgetful", found({"killed: by somebody else"}));
    program("later", found({"determinism: two hashes", "S7: twice"}));
    program("right", found({}));
    const auto said = run();
    EXPECT_TRUE(said.at("judged").caught);
    EXPECT_EQ(said.at("judged").check, "S2");
    EXPECT_EQ(said.at("judged").story, "A judged.");
    EXPECT_TRUE(said.at("checked").caught);
    EXPECT_FALSE(said.at("hung").caught);
    EXPECT_EQ(said.at("hung").finding, "hang: nothing was heard");
    EXPECT_FALSE(said.at("forgetful").caught);
    EXPECT_TRUE(said.at("later").caught);
    EXPECT_EQ(said.at("later").seed, 6U);
    EXPECT_FALSE(said.at("right").caught);
    EXPECT_EQ(said.at("right").seeds, 7);
}

TEST_F(MutantsTest, ASpecWithoutAProgramIsNotCaughtAndAProgramWithoutASpecDoesNotCount) {
    spec("here");
    spec("gone");
    program("here", found({"S1: twice"}));
    program("former", found({"S1: twice"}));
    const auto said = run();
    ASSERT_EQ(said.size(), 2U);
    EXPECT_TRUE(said.at("here").caught);
    EXPECT_FALSE(said.at("gone").caught);
    EXPECT_TRUE(said.at("gone").finding.starts_with("missing: "));
    EXPECT_FALSE(run({"never_was"}).at("never_was").caught);
}

TEST_F(MutantsTest, OnlyMutantsOfTheServerCountAmongThoseThatPassTheUnitTests) {
    spec("seen");
    spec("unseen");
    spec("new");
    spec("of_the_world", "tests/simulation/database/batch_writer.cpp");
    unit("seen", "fail engine_hold_test\n");
    unit("unseen", "pass\nkey\n");
    unit("of_the_world", "pass\nkey\n");
    run();
    const fs::path file = folder_ / "report.json";
    ASSERT_TRUE(writeReport(results_, file));
    std::ifstream in(file);
    const auto report = nlohmann::json::parse(in);
    EXPECT_EQ(report["name"], "mutants");
    EXPECT_EQ(report["figures"]["mutants"], 4);
    EXPECT_EQ(report["figures"]["caught"], 0);
    EXPECT_EQ(report["figures"]["pass_unit"], 1);
}

}  // namespace
}  // namespace tessera::simulation
