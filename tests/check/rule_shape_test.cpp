// SPDX-License-Identifier: Apache-2.0
#include "tools/check/rule_shape.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/check/temporary_tree.h"
#include "tools/check/functions.h"

namespace tessera::check {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

std::vector<std::string> judged(Findings (*rule)(const SourceTree&), const std::string& path,
                                const std::string& text) {
    TemporaryTree tree;
    tree.write(path, text);
    return toLines(rule(tree.load()));
}

struct Shape {
    std::string path;
    std::string open;
    std::string line;
    std::string close;
};

class FunctionSizeTest : public ::testing::TestWithParam<Shape> {};

TEST_P(FunctionSizeTest, SeventyLinesPassAndSeventyOneAreReported) {
    const Shape& shape = GetParam();
    const auto withLines = [&](int lines) {
        return judged(checkSizes, shape.path,
                      shape.open + repeated(shape.line, lines - 2) + shape.close);
    };
    EXPECT_THAT(withLines(70), IsEmpty());
    EXPECT_THAT(withLines(71), ElementsAre(HasSubstr("has 71 lines, at most 70")));
}

INSTANTIATE_TEST_SUITE_P(
    Planted, FunctionSizeTest,
    ::testing::Values(
        Shape{"a.cpp", "int f(int x) {\n", "    x = {1};\n", "}\n"},
        Shape{"b.cpp", "A::A(int x) : y_{x}, z_(x) {\n", "    if (x) { ++y_; }\n", "}\n"},
        Shape{"c.cpp", "TEST(Some, Sentence) {\n", "    // text with } and { \"\n", "}\n"},
        Shape{"d.cpp", "template <class T, int N>\n", "auto f = [](T x)\n", "{ return 1'0; }\n"},
        Shape{"a.ts", "export function f(x: number): number {\n",
              "    const s = `a } ${x} {`; // {\n", "}\n"},
        Shape{"b.ts", "const f = (x: number) => {\n", "    if (x) { g('}'); }\n", "};\n"},
        // A default argument in braces, then a list of initialisers: its brace is not the body.
        Shape{"e.cpp", "A::A(O o = {}) : x_{1} {\n", "    y(x_);\n", "}\n"},
        Shape{"f.cpp", "int f(O o = {},\n", "      int y = int{1},\n",
              "      int z = 0) { return z; }\n"},
        Shape{"g.cpp", "A::A() : x_{[] { f(); return 1; }()} {\n", "    y(x_);\n", "}\n"},
        Shape{"h.cpp", "template <class T> requires C<T> int f() {\n", "    y(x);\n", "}\n"},
        Shape{"i.cpp", "int f(auto x) requires requires { x.y(); } {\n", "    y(x);\n", "}\n"},
        Shape{"j.cpp", "static const int x = f([](int y) {\n", "    y++;\n", "});\n"},
        Shape{"k.cpp", "int f() requires(sizeof(T) == 8) {\n", "    y(x);\n", "}\n"},
        Shape{"l.cpp", "int f() requires C<T> && (N > 8) {\n", "    y(x);\n", "}\n"},
        Shape{"a.sh", "f() {\n", "    echo }\n", "}\n"},
        Shape{"b.sh", "function f {\n", "    echo }\n", "}\n"},
        Shape{"c.sh", "f()\n", "    echo }\n", "}\n"},
        Shape{"d.sh", "    f() {\n", "        echo }\n", "    }\n"}));

// Once methods of a class with a constraint, or behind a specifier, were not measured at all.
TEST(FunctionSizeTest, MethodsOfEachKindOfClassAreMeasured) {
    for (const std::string open :
         {"template <class T> requires C<T> class B {", "template <C T>\nstruct B : D<T> {",
          "template <class T>\n    requires C<T> && (sizeof(T) > 4) && D<T>\nclass B {",
          "template <class T> requires requires(T t) { t.x(); } struct B {", "static struct {",
          "typedef struct {", "class alignas(64) B {"}) {
        const std::string method = "int f() {\n" + repeated("    ++n_;\n", 70) + "}\n";
        EXPECT_THAT(judged(checkSizes, "a.h", open + "\n" + method + "} b;\n"),
                    ElementsAre(HasSubstr("function f has 72")))
            << open;
    }
}

TEST(FunctionSizeTest, ABraceThatBothBranchesOfAnIfOpenHidesNothing) {
    const std::string twice = "#if A\nint f(int x) {\n#else\nint f() {\n#endif\n}\n";
    EXPECT_THAT(
        judged(checkSizes, "a.cpp", twice + "int g() {\n" + repeated("    y();\n", 70) + "}\n"),
        ElementsAre(HasSubstr("a.cpp:2 function f has")));
}

TEST(FunctionSizeTest, ALambdaInAListOfArgumentsIsMeasuredByItself) {
    EXPECT_THAT(judged(checkSizes, "a.cpp",
                       "INSTANTIATE(A, B, Values(\n" + repeated("    Case{1, f(2)},\n", 90) +
                           "    Case{}), [](const auto& info) {\n    return info.x;\n});\n"),
                IsEmpty());
}

TEST(FunctionSizeTest, MethodsInAClassInANamespaceAreEachMeasured) {
    const std::string method = "    int f() {\n" + repeated("        ++n_;\n", 70) + "    }\n";
    const std::string text = "namespace a {\nclass B final : public C {\npublic:\n" + method +
                             "private:\n    int g() const { return 1; }\n    int n_ = 0;\n};\n}\n";
    EXPECT_THAT(judged(checkSizes, "a.h", text), ElementsAre(HasSubstr("a.h:4 function f has 72")));
}

TEST(FunctionSizeTest, APageAndAHelperOfASuiteAreMeasuredAndTheSuiteIsNot) {
    const std::string page = "export function Page({\n    a,\n}: Props) {\n    return (\n" +
                             repeated("        <p>{a}</p>\n", 66) + "    );\n}\n";
    EXPECT_THAT(judged(checkSizes, "a.tsx", page), ElementsAre(HasSubstr("function Page has 72")));
    const std::string suite = "describe('a', () => {\n" + repeated("    it('b');\n", 90) + "});\n";
    EXPECT_THAT(judged(checkSizes, "a_test.ts", suite), IsEmpty());
    const std::string helper =
        "const press = async () => {\n" + repeated("    await x();\n", 69) + "};\n";
    EXPECT_THAT(judged(checkSizes, "a_test.ts", suite + helper),
                ElementsAre(HasSubstr("a_test.ts:93 function press has 71")));
}

TEST(FunctionSizeTest, AClassOrATableMayBeLonger) {
    EXPECT_THAT(judged(checkSizes, "a.h", "class A {\n" + repeated("    int f();\n", 90) + "};\n"),
                IsEmpty());
    EXPECT_THAT(judged(checkSizes, "a.cpp", "int t[] = {\n" + repeated("    f(1),\n", 90) + "};\n"),
                IsEmpty());
}

TEST(FileSizeTest, FourHundredLinesPassAndOneMoreIsReported) {
    for (const std::string path : {"a.h", "a.sql", "a.proto", "a.sh", "a.ts", "b/CMakeLists.txt"}) {
        EXPECT_THAT(judged(checkSizes, path, repeated("\n", 400)), IsEmpty()) << path;
        EXPECT_THAT(judged(checkSizes, path, repeated("\n", 401)),
                    ElementsAre(HasSubstr("401 lines")))
            << path;
    }
}

TEST(FileSizeTest, TranslationsOfQtAreNoCodeThoughTheirNamesEndLikeIt) {
    const std::string texts = "<?xml version=\"1.0\"?>\n" + repeated("<message/>\n", 500);
    EXPECT_THAT(judged(checkSizes, "sell_de.ts", texts), IsEmpty());
    EXPECT_THAT(judged(checkHeaders, "sell_de.ts", texts), IsEmpty());
}

TEST(FileSizeTest, AGeneratedFileMayBeLonger) {
    EXPECT_THAT(judged(checkSizes, "a.h", "// @generated\n" + repeated("\n", 500)), IsEmpty());
}

TEST(FileSizeTest, AReadmeHasThirtyLinesAndTheTopOneAHundredAndFifty) {
    EXPECT_THAT(judged(checkSizes, "server/README.md", repeated("\n", 30)), IsEmpty());
    EXPECT_THAT(judged(checkSizes, "server/README.md", repeated("\n", 31)),
                ElementsAre(HasSubstr("31 lines")));
    EXPECT_THAT(judged(checkSizes, "README.md", repeated("\n", 150)), IsEmpty());
    EXPECT_THAT(judged(checkSizes, "README.md", repeated("\n", 151)),
                ElementsAre(HasSubstr("151 lines")));
}

TEST(HeaderRuleTest, TheLicenceIsTheFirstLineInEachLanguage) {
    const std::string id =
        "SPDX-License-"
        "Identifier: Apache-2.0\n";
    EXPECT_THAT(judged(checkHeaders, "a.cpp", "// " + id), IsEmpty());
    EXPECT_THAT(judged(checkHeaders, "a.sql", "-- " + id), IsEmpty());
    EXPECT_THAT(judged(checkHeaders, "a.cmake", "# " + id), IsEmpty());
    EXPECT_THAT(judged(checkHeaders, "run", "#!/usr/bin/env bash\n# " + id), IsEmpty());
    for (const std::string path : {"a.cpp", "a.sql", "a.cmake", "a.proto", "a.ts", "a.sh"}) {
        EXPECT_THAT(judged(checkHeaders, path, "\n"), ElementsAre(HasSubstr("the first line")))
            << path;
    }
}

TEST(HeaderRuleTest, AHeaderOpensWithItsPurposeAndIsIncludedOnce) {
    EXPECT_THAT(judged(checkHeaders, "a.h", kSpdx + "// What it is for.\n#pragma once\n"),
                IsEmpty());
    EXPECT_THAT(judged(checkHeaders, "a.h", kSpdx + "#pragma once\n"),
                ElementsAre(HasSubstr("what it is for")));
    EXPECT_THAT(judged(checkHeaders, "a.h", kSpdx + "// What it is for.\n"),
                ElementsAre(HasSubstr("#pragma once")));
}

TEST(WordRuleTest, WhatIsLeftToDoIsReported) {
    EXPECT_THAT(judged(checkWords, "server/a.cpp",
                       "\n// TO"
                       "DO: more\n"),
                ElementsAre(HasSubstr("server/a.cpp:2 ")));
    EXPECT_THAT(judged(checkWords, "tessera",
                       "#!/usr/bin/env bash\n# FIX"
                       "ME\n"),
                ElementsAre(HasSubstr("tessera:2 ")));
    EXPECT_THAT(judged(checkWords, "server/a.cpp", "int todo = kTODOs;\n"), IsEmpty());
}

TEST(WordRuleTest, TestsNeitherSleepNorFixAPort) {
    const std::string sleeps =
        "std::this_thread::sleep_"
        "for(1s);\n";
    EXPECT_THAT(judged(checkWords, "tests/a.cpp", sleeps), ElementsAre(HasSubstr("not for time")));
    EXPECT_THAT(judged(checkWords, "server/a.cpp", sleeps), IsEmpty());
    EXPECT_THAT(judged(checkWords, "tests/a.cpp",
                       "connect(\"127.0.0."
                       "1:8080\");\n"),
                ElementsAre(HasSubstr("port 0")));
    EXPECT_THAT(judged(checkWords, "tests/a.cpp", "listen(\"127.0.0.1:0\");\n"), IsEmpty());
}

TEST(WordRuleTest, ATestThatWaitsForNothingSleeps) {
    for (const std::string call :
         {"sleep(1);", "::poll(nullptr, 0, 500);", "poll(0, 0, 1);", "ppoll(nullptr, 0, &t, 0);",
          "select(0, nullptr, nullptr, nullptr, &t);", "clock_nanosleep(c, 0, &t, nullptr);"}) {
        EXPECT_THAT(judged(checkWords, "tests/a.cpp", "void f() {\n    " + call + "\n}\n"),
                    ElementsAre(HasSubstr("a.cpp:2 a test waits for")))
            << call;
    }
    EXPECT_THAT(judged(checkWords, "tests/a.sh", "go\nsleep 1\n"),
                ElementsAre(HasSubstr("a.sh:2 a test waits for")));
    EXPECT_THAT(judged(checkWords, "tests/a.cpp", "::poll(&ready, 1, left);\n"), IsEmpty());
}

TEST(WordRuleTest, AModelIsTestedInTheWayThatFailsATest) {
    const std::string bare = "QAbstractItemModelTester tester(&model);\n";
    EXPECT_THAT(judged(checkWords, "tests/gui/a.cpp", bare),
                ElementsAre(HasSubstr("a.cpp:1 a model is tested by")));
    EXPECT_THAT(judged(checkWords, "tests/support/model_rules.h", bare), IsEmpty());
}

TEST(WordRuleTest, EventuallyRestsBetweenItsQuestions) {
    EXPECT_THAT(judged(checkWords, "tests/a.h",
                       "template <class C>\nbool eventually(C c) {\n    while (!c()) {\n"
                       "        ::poll(nullptr, 0, 10);\n    }\n    return true;\n}\n"),
                IsEmpty());
}

TEST(WordRuleTest, APortIsFixedInManyWays) {
    for (const std::string code : {"a.sin_port = htons(8080);",
                                   "int po"
                                   "rt = 8080;",
                                   "options.httpPort = 9'000;", "Port port{8080};",
                                   "f(\"0.0.0."
                                   "0:80\");",
                                   "f(\"[::]"
                                   ":8080\");",
                                   "f(R\"({\"port"
                                   "\": 8080})\");",
                                   "f(\"host=localhost port"
                                   "=5432\");"}) {
        EXPECT_THAT(judged(checkWords, "tests/a.cpp", code + "\n"),
                    ::testing::Contains(HasSubstr("port 0")))
            << code;
    }
    for (const std::string code : {"htons(port);", "int port = 0;", "report(12);",
                                   "f(\"0.0.0.0:0\");", "EXPECT_GT(port, 1024);"}) {
        EXPECT_THAT(judged(checkWords, "tests/a.cpp", code + "\n"), IsEmpty()) << code;
    }
}

TEST(NameRuleTest, FilesAreSnakeCase) {
    EXPECT_THAT(judged(checkFileNames, "server/hold_expiry.h", ""), IsEmpty());
    EXPECT_THAT(judged(checkFileNames, "server/0001_catalog.sql", ""), IsEmpty());
    for (const std::string path :
         {"server/HoldExpiry.h", "server/hold-expiry.cpp", "server/A.proto"}) {
        EXPECT_THAT(judged(checkFileNames, path, ""), ElementsAre(HasSubstr("snake_case"))) << path;
    }
}

TEST(ReadmeRuleTest, EachFolderWithAFileHasOneThatSaysSomething) {
    TemporaryTree tree;
    tree.write("server/store/CMakeLists.txt", "tessera_library(tessera_store SOURCES s.cpp)\n");
    tree.write("tools/door/say.sh", "say() { echo; }\n");
    EXPECT_THAT(toLines(checkReadmes(tree.load())), ElementsAre(HasSubstr("server/store/README.md"),
                                                                HasSubstr("tools/door/README.md")));
    tree.write("server/store/README.md", "# server/store\n\n");
    tree.write("tools/door/README.md", "");
    EXPECT_THAT(toLines(checkReadmes(tree.load())),
                ElementsAre(HasSubstr("server/store/README.md:0 it says nothing"),
                            HasSubstr("tools/door/README.md:0 it says nothing")));
    tree.write("server/store/README.md", "# server/store\n\nThe database.\n");
    tree.write("tools/door/README.md", "# tools/door\n\nThe parts.\n");
    EXPECT_THAT(toLines(checkReadmes(tree.load())), IsEmpty());
}

TEST(ReadmeRuleTest, PagesOfDocumentationNeedNone) {
    TemporaryTree tree;
    tree.write("docs/decisions/0001-a.md", "# a\n").write(".ci/run", "");
    EXPECT_THAT(toLines(checkReadmes(tree.load())), IsEmpty());
}

TEST(ReadmeRuleTest, CorporaAreExplainedInTheFolderOfTheirTargets) {
    TemporaryTree tree;
    tree.write("tests/fuzz/fuzz.h", "").write("tests/fuzz/corpus/ids/event", "0");
    EXPECT_THAT(toLines(checkReadmes(tree.load())), ElementsAre(HasSubstr("tests/fuzz/README.md")));
}

}  // namespace
}  // namespace tessera::check
