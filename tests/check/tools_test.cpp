// SPDX-License-Identifier: Apache-2.0
// clang-format and clang-tidy as the rules run them, on trees with a planted violation.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/check/temporary_tree.h"
#include "tools/check/content_hash.h"
#include "tools/check/process.h"
#include "tools/check/rule_format.h"
#include "tools/check/tidy.h"

namespace tessera::check {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(FormatRuleTest, WhatClangFormatWouldChangeIsReportedOncePerFile) {
    TemporaryTree tree;
    tree.write(".clang-format", "BasedOnStyle: Google\n");
    tree.write("server/good.cpp", "int f() { return 1; }\n");
    tree.write("server/bad.cpp", "int f() { return 1; }\nint  g( ) {return 1 ;}\n");
    const Result<Findings> findings = checkFormat(tree.load(), 2);
    ASSERT_TRUE(findings) << findings.error().message;
    EXPECT_THAT(toLines(*findings), ElementsAre(HasSubstr("server/bad.cpp:2 ")));
}

TEST(FormatRuleTest, AStyleThatCannotBeReadIsAnErrorAndNoCleanResult) {
    TemporaryTree tree;
    tree.write(".clang-format", "BasedOnStyle: NoSuchStyle\n");
    tree.write("server/a.cpp", "int f() { return 1; }\n");
    EXPECT_FALSE(checkFormat(tree.load(), 1));
}

class TidyRuleTest : public ::testing::Test {
protected:
    TidyRuleTest() {
        tree_.write(".clang-tidy",
                    "Checks: '-*,modernize-use-override'\nWarningsAsErrors: '*'\n"
                    "HeaderFilterRegex: '.*'\n");
        tree_.write("server/base.h",
                    "struct Base { virtual ~Base() = default; virtual int f(); };\n");
        tree_.write("server/a.cpp", kGood);
        tree_.write("server/heavy.cpp", "#include <boost/asio/post.hpp>\n");
        database({"server/a.cpp", "server/heavy.cpp"});
    }
    void database(const std::vector<std::string>& paths) {
        std::string json;
        for (const std::string& path : paths) {
            const std::string file = (std::filesystem::canonical(tree_.root()) / path).string();
            json += (json.empty() ? "[" : ",") + ("{\"directory\": \"/\", \"file\": \"" + file) +
                    "\", \"command\": \"g++ -std=c++20 -I" +
                    std::filesystem::canonical(tree_.root()).string() + " -c " + file + "\"}";
        }
        tree_.write("build/compile_commands.json", json + "]");
    }
    Result<TidyReport> run() {
        return checkTidy(
            tree_.load(),
            {std::filesystem::canonical(tree_.root()) / "build",
             std::filesystem::canonical(tree_.root()) / "build/tidy-cache", "packages", 1});
    }
    static constexpr const char* kGood =
        "#include \"server/base.h\"\nstruct A : Base { int f() override; };\n";
    static constexpr const char* kBad =
        "#include \"server/base.h\"\nstruct A : Base { virtual int f(); };\n";
    TemporaryTree tree_;
};

TEST_F(TidyRuleTest, APlantedViolationIsReportedAlsoFromTheCache) {
    tree_.write("server/a.cpp", kBad);
    const auto cold = run();
    ASSERT_TRUE(cold) << cold.error().message;
    EXPECT_THAT(toLines(cold->findings), ElementsAre(HasSubstr("server/a.cpp:2 ")));
    EXPECT_EQ(cold->fromCache, 0u);
    const auto warm = run();
    ASSERT_TRUE(warm);
    EXPECT_EQ(warm->findings, cold->findings);
    EXPECT_EQ(warm->fromCache, 1u);
}

TEST_F(TidyRuleTest, ItSaysHowManyFilesItJudgedAndLeftOut) {
    const auto report = run();
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_THAT(toLines(report->findings), IsEmpty());
    EXPECT_EQ(report->judged, 1u);
    EXPECT_EQ(report->leftOut, 1u);
}

TEST_F(TidyRuleTest, AChangedHeaderIsJudgedAgain) {
    ASSERT_TRUE(run());
    tree_.write("server/base.h",
                "struct Base { virtual ~Base() = default; virtual int f(); int n = 0; };\n");
    const auto report = run();
    ASSERT_TRUE(report);
    EXPECT_EQ(report->fromCache, 0u);
}

TEST_F(TidyRuleTest, AFileThatDoesNotParseIsNoCleanResult) {
    tree_.write("server/a.cpp", "int f() { return undeclared; }\n");
    const auto report = run();
    ASSERT_TRUE(report);
    EXPECT_THAT(toLines(report->findings), ElementsAre(HasSubstr("undeclared")));
}

TEST(ContentHashTest, BoundariesBetweenTextsCount) {
    ContentHash first;
    first.add("ab");
    first.add("c");
    ContentHash second;
    second.add("a");
    second.add("bc");
    EXPECT_NE(first.hex(), second.hex());
    EXPECT_EQ(first.hex().size(), 32u);
}

TEST(ProcessTest, OutputAndExitCodeAreThoseOfTheProgram) {
    const auto result = runProcess("printf out; printf err >&2; exit 3");
    ASSERT_TRUE(result);
    EXPECT_EQ(result->exitCode, 3);
    EXPECT_EQ(result->output, "outerr");
    EXPECT_EQ(runProcess("printf %s " + shellQuoted("it's $HOME"))->output, "it's $HOME");
}

}  // namespace
}  // namespace tessera::check
