// SPDX-License-Identifier: Apache-2.0
// clang-format and clang-tidy as the rules run them, on trees with a planted violation.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

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
                    "#pragma once\n"
                    "struct Base { virtual ~Base() = default; virtual int f(); };\n");
        tree_.write("server/a.cpp", kGood);
        tree_.write("server/not_compiled.cpp", kBad);
        database({"server/a.cpp"});
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

TEST_F(TidyRuleTest, AFileThatIsCompiledTogetherWithOthersIsJudgedByItself) {
    tree_.write("server/a.cpp", kBad);
    const std::string root = std::filesystem::canonical(tree_.root()).string();
    tree_.write("build/Unity/unity_0_cxx.cxx",
                "/* generated */\n\n#include \"" + root + "/server/a.cpp\"\n");
    database({"build/Unity/unity_0_cxx.cxx"});
    const auto report = run();
    ASSERT_TRUE(report.has_value());
    EXPECT_EQ(report->judged, 1U);
    ASSERT_EQ(report->findings.size(), 1U);
    EXPECT_EQ(report->findings[0].path, "server/a.cpp");
}

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

TEST_F(TidyRuleTest, OfFilesThatAreJudgedInOneGoEachHasItsOwnFindings) {
    tree_.write("server/b.cpp",
                "#include \"server/base.h\"\nstruct B : Base { virtual int f(); };\n");
    tree_.write("server/c.cpp", "#include \"server/base.h\"\nint free(Base& base);\n");
    database({"server/a.cpp", "server/b.cpp", "server/c.cpp"});
    const auto cold = run();
    ASSERT_TRUE(cold) << cold.error().message;
    EXPECT_EQ(cold->together, 3u);
    EXPECT_THAT(toLines(cold->findings), ElementsAre(HasSubstr("server/b.cpp:2 ")));
    tree_.write("server/b.cpp", "#include \"server/base.h\"\nint other(Base& base);\n");
    const auto mended = run();
    ASSERT_TRUE(mended) << mended.error().message;
    EXPECT_EQ(mended->fromCache, 2u);
    EXPECT_THAT(toLines(mended->findings), IsEmpty());
}

TEST_F(TidyRuleTest, FoldersMayBeNamedFromWhereItIsStarted) {
    tree_.write("server/b.cpp",
                "#include \"server/base.h\"\nstruct B : Base { virtual int f(); };\n");
    database({"server/a.cpp", "server/b.cpp"});
    const auto root = std::filesystem::relative(std::filesystem::canonical(tree_.root()));
    const auto report =
        checkTidy(tree_.load(), {root / "build", root / "build/tidy-cache", "packages", 1});
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_EQ(report->together, 2u);
    EXPECT_THAT(toLines(report->findings), ElementsAre(HasSubstr("server/b.cpp:2 ")));
}

TEST_F(TidyRuleTest, AFileThatClangTidyPassesOverIsNoCleanResult) {
    const std::string root = std::filesystem::canonical(tree_.root()).string();
    tree_.write("build/passes-over",
                "#!/bin/sh\necho \"Skipping $1. Compile command not found.\"\n");
    std::filesystem::permissions(root + "/build/passes-over", std::filesystem::perms::owner_all);
    const auto report = checkTidy(tree_.load(), {root + "/build", root + "/build/tidy-cache",
                                                 "packages", 1, 16, root + "/build/passes-over"});
    ASSERT_FALSE(report);
    EXPECT_THAT(report.error().message, HasSubstr("server/a.cpp"));
}

TEST_F(TidyRuleTest, FilesWhoseNamesClashAreJudgedByThemselves) {
    tree_.write("server/b.cpp", kBad);
    database({"server/a.cpp", "server/b.cpp"});
    const auto report = run();
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_EQ(report->judged, 2u);
    EXPECT_EQ(report->together, 0u);
    EXPECT_THAT(toLines(report->findings), ElementsAre(HasSubstr("server/b.cpp:2 ")));
}

TEST_F(TidyRuleTest, ItSaysHowManyFilesItJudged) {
    const auto report = run();
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_THAT(toLines(report->findings), IsEmpty());
    EXPECT_EQ(report->judged, 1u);
}

TEST_F(TidyRuleTest, AChangedContractIsJudgedAgainWhereItIsReached) {
    tree_.write("proto/a.proto", "syntax = \"proto3\";\n");
    tree_.write("proto/a.pb.h", "\n");
    tree_.write("server/b.cpp", std::string("#include \"proto/a.pb.h\"\n"));
    database({"server/a.cpp", "server/b.cpp"});
    ASSERT_TRUE(run());
    EXPECT_EQ(run()->fromCache, 2u);
    tree_.write("proto/a.proto", "syntax = \"proto3\"; package p;\n");
    const auto report = run();
    ASSERT_TRUE(report);
    EXPECT_EQ(report->fromCache, 1u);
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

struct Plant {
    std::string check;  // What clang-tidy says of it.
    std::string line;
};

// One for each name that .clang-tidy demands, and one for each check that it lists, but for
// bugprone-dangling-handle: version 14 does not see it in libstdc++'s string_view.
const std::vector<Plant>& plants() {
    static const std::vector<Plant> kPlants = {
        {"case style for namespace", "namespace Planted {}"},
        {"case style for class", "class planted_class {};"},
        {"case style for struct", "struct planted_struct {};"},
        {"case style for enum 'planted_enum'", "enum class planted_enum { Some };"},
        {"case style for enum constant", "enum class Some { planted_value };"},
        {"case style for function", "void PlantedFunction();"},
        {"case style for method", "struct A { void PlantedMethod(); };"},
        {"case style for private member", "class B { int planted = 0; };"},
        {"case style for global constant", "constexpr int plantedConstant = 3;"},
        {"case style for global constant", "const int plantedConst = 3;"},
        {"case style for global constant", "inline constexpr const char* planted_text = \"\";"},
        {"case style for class constant", "struct C { static constexpr int planted = 1; };"},
        {"infinite-loop", "void loop(int n) { int i = 0; while (i < n) {} }"},
        {"sizeof-expression", "int size(int n) { return sizeof(sizeof(n)); }"},
        {"string-constructor", "std::string made() { return std::string('x', 50); }"},
        {"suspicious-string-compare", "bool same(const char* a) { return strcmp(a, a) == 2; }"},
        {"undelegated-constructor", "struct D { D(); D(int) { D(); } };"},
        {"unused-raii", "struct E { ~E(); }; void raii() { E(); int n = 0; ++n; }"},
        {"use-after-move", "auto moved(Text a) { auto b = std::move(a); return a + b; }"},
        {"virtual-near-miss", "struct F : Base { virtual void changee(); };"},
        {"use-override", "struct G : Base { virtual void change(); };"},
        {"for-range-copy", "void copied(Texts& all) { for (const Text one : all) one.size(); }"},
        {"implicit-conversion-in-loop",
         "void converted(Map& all) { for (const std::pair<int, Text>& one : all) "
         "one.second.size(); }"},
        {"move-const-arg", "Text constMove(const Text& a) { return std::move(a); }"},
        {"unnecessary-copy",
         "auto first(const Texts& a) { const Text b = a[0]; return b.size(); }"},
        {"unnecessary-value-param", "auto byValue(const Text a) { return a.size(); }"}};
    return kPlants;
}

// Once every constexpr was exempt from the names of constants.
TEST_F(TidyRuleTest, EachDemandOfTheHouseFindsItsPlant) {
    std::ifstream config(std::string(TESSERA_SOURCE_DIR) + "/.clang-tidy");
    tree_.write(".clang-tidy", {std::istreambuf_iterator<char>(config), {}});
    std::string text =
        "#include <map>\n#include <string>\n#include <utility>\n#include <vector>\n"
        "extern \"C\" int strcmp(const char*, const char*);\nusing Text = std::string;\n"
        "using Texts = std::vector<Text>;\nusing Map = std::map<int, Text>;\n"
        "struct Base { virtual ~Base(); virtual void change(); };\n"
        "constexpr int kFine = 1;\nint fine(int n) { constexpr int local = 1; return n + local; "
        "}\n";
    const auto before = std::ranges::count(text, '\n');
    for (const Plant& plant : plants()) text += plant.line + "\n";
    tree_.write("server/a.cpp", text);
    tree_.write("server/base.h", "int definedInHeader() { return 1; }\n");
    tree_.write("server/b.cpp", "#include \"server/base.h\"\n");
    database({"server/a.cpp", "server/b.cpp"});
    const auto report = run();
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_EQ(report->together, 2u);
    ASSERT_EQ(report->findings.size(), plants().size() + 1)
        << ::testing::PrintToString(toLines(report->findings));
    for (std::size_t i = 0; i < plants().size(); ++i) {
        EXPECT_EQ(report->findings[i].line, before + static_cast<int>(i) + 1);
        EXPECT_THAT(report->findings[i].message, HasSubstr(plants()[i].check));
    }
    EXPECT_THAT(report->findings.back().message, HasSubstr("misc-definitions-in-headers"));
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
