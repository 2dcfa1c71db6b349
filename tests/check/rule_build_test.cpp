// SPDX-License-Identifier: Apache-2.0
#include "tools/check/rule_build.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/check/temporary_tree.h"

namespace tessera::check {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<std::string> judgedLabels(const std::string& labels) {
    const Result<Findings> findings =
        checkLabels(R"({"tests": [{"name": "t", "properties": [{"name": "TIMEOUT", "value": 9},)"
                    R"({"name": "LABELS", "value": )" +
                    labels + "}]}]}");
    return findings ? toLines(*findings) : std::vector{findings.error().message};
}

TEST(LabelRuleTest, ATestHasExactlyOneLabelOfTheHouse) {
    for (const std::string label :
         {"unit", "simulation", "integration", "gui", "web", "fuzz", "chaos", "bench", "nightly"}) {
        EXPECT_THAT(judgedLabels("[\"" + label + "\"]"), IsEmpty()) << label;
    }
    EXPECT_THAT(judgedLabels("[\"quick\"]"), ElementsAre(HasSubstr("'quick' is not a label")));
    EXPECT_THAT(judgedLabels("[\"unit\", \"nightly\"]"), ElementsAre(HasSubstr("this has 2")));
    EXPECT_THAT(judgedLabels("[]"), ElementsAre(HasSubstr("this has 0")));
}

TEST(LabelRuleTest, ATestWithoutPropertiesIsReported) {
    const Result<Findings> findings = checkLabels(R"({"tests": [{"name": "t"}]})");
    ASSERT_TRUE(findings);
    EXPECT_THAT(toLines(*findings), ElementsAre(HasSubstr("this has 0")));
}

TEST(LabelRuleTest, WhatIsNotCtestsListIsAnErrorAndNoCleanResult) {
    EXPECT_FALSE(checkLabels(""));
    EXPECT_FALSE(checkLabels("{}"));
}

class DeadFileTest : public ::testing::Test {
protected:
    std::vector<std::string> judged(const std::vector<std::string>& compiled) {
        std::string json = "[";
        for (const std::string& path : compiled) {
            json += (json.size() > 1 ? "," : "") + ("{\"file\": \"" + path + "\"}");
        }
        const Result<Findings> findings = checkDeadFiles(tree_.load(), json + "]");
        return findings ? toLines(*findings) : std::vector{findings.error().message};
    }
    std::string inTree(const std::string& path) {
        return (std::filesystem::weakly_canonical(tree_.root()) / path).string();
    }
    TemporaryTree tree_;
};

TEST_F(DeadFileTest, ASourceThatNoTargetCompilesIsReported) {
    tree_.write("server/a.cpp", "").write("server/b.cpp", "");
    EXPECT_THAT(judged({inTree("server/a.cpp")}), ElementsAre(HasSubstr("server/b.cpp")));
    EXPECT_THAT(judged({inTree("server/a.cpp"), inTree("server/b.cpp")}), IsEmpty());
}

TEST_F(DeadFileTest, OfFilesThatAreCompiledTogetherEachIsCompiled) {
    tree_.write("server/a.cpp", "").write("server/b.cpp", "");
    tree_.write("build/Unity/unity_0_cxx.cxx", "#include \"" + inTree("server/a.cpp") + "\"\n");
    EXPECT_THAT(judged({inTree("build/Unity/unity_0_cxx.cxx")}),
                ElementsAre(HasSubstr("server/b.cpp")));
}

TEST_F(DeadFileTest, AHeaderThatNoFileIncludesIsReported) {
    tree_.write("server/a.h", "");
    EXPECT_THAT(judged({}), ElementsAre(HasSubstr("server/a.h:0 no file includes it")));
    tree_.write("server/b.cpp", "#include \"server/a.h\"\n");
    EXPECT_THAT(judged({inTree("server/b.cpp")}), IsEmpty());
}

TEST_F(DeadFileTest, AContractThatIsNotCompiledIsReported) {
    tree_.write("proto/tessera/v1/order.proto", "");
    EXPECT_THAT(judged({}), ElementsAre(HasSubstr("order.proto")));
    EXPECT_THAT(judged({inTree("build/release/proto/generated/tessera/v1/order.pb.cc")}),
                IsEmpty());
}

TEST_F(DeadFileTest, AScriptOrSqlFileThatNothingNamesIsReported) {
    tree_.write("tools/door/extra.sh", "").write("server/store/migrations/0001_a.sql", "");
    EXPECT_THAT(judged({}), ElementsAre(HasSubstr("0001_a.sql"), HasSubstr("extra.sh")));
    tree_.write("tessera", "#!/usr/bin/env bash\nsource tools/door/extra.sh\n");
    tree_.write("server/store/CMakeLists.txt",
                "file(GLOB all ${CMAKE_CURRENT_SOURCE_DIR}/migrations/*.sql)\n");
    EXPECT_THAT(judged({}), IsEmpty());
}

// Once any script in which the letters of its name stood kept a script alive.
TEST_F(DeadFileTest, AScriptIsNamedByItsWordInALoopAndByNoPartOfAnother) {
    tree_.write("tools/door/old.sh", "");
    const auto isDead = ElementsAre(HasSubstr("tools/door/old.sh:0 no other file names it"));
    for (const std::string text :
         {"hold() { :; }", "echo old", "source tools/door/threshold.sh",
          "for part in hold; do source \"$root/tools/door/$part.sh\"; done",
          "for part in old; do source \"$root/tools/other/$part.sh\"; done"}) {
        tree_.write("tessera", "#!/usr/bin/env bash\n" + text + "\n");
        EXPECT_THAT(judged({}), isDead) << text;
    }
    tree_.write("tessera",
                "#!/usr/bin/env bash\nfor part in new old; do\n"
                "    source \"$root/tools/door/$part.sh\"\ndone\n");
    EXPECT_THAT(judged({}), IsEmpty());
}

TEST_F(DeadFileTest, AGlobOverAnotherFolderNamesNoSqlFile) {
    tree_.write("server/store/queries/a.sql", "");
    tree_.write("server/store/CMakeLists.txt",
                "file(GLOB all ${CMAKE_CURRENT_SOURCE_DIR}/migrations/*.sql)\n");
    EXPECT_THAT(judged({}), ElementsAre(HasSubstr("queries/a.sql")));
}

TEST_F(DeadFileTest, ABuildThatCannotBeReadIsAnError) {
    EXPECT_FALSE(checkDeadFiles(tree_.load(), "not json"));
}

}  // namespace
}  // namespace tessera::check
