// SPDX-License-Identifier: Apache-2.0
#include "tools/check/rule_includes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/check/temporary_tree.h"

namespace tessera::check {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<std::string> judged(const std::string& path, const std::string& text) {
    TemporaryTree tree;
    tree.write(path, text);
    return toLines(checkIncludes(tree.load()));
}

struct Case {
    std::string path;
    std::string include;
};

class ForbiddenIncludeTest : public ::testing::TestWithParam<Case> {};

TEST_P(ForbiddenIncludeTest, IsReportedAtItsLine) {
    const Case& planted = GetParam();
    EXPECT_THAT(judged(planted.path, kSpdx + "#include " + planted.include + "\n"),
                ElementsAre(HasSubstr(planted.path + ":2 ")));
}

INSTANTIATE_TEST_SUITE_P(
    Planted, ForbiddenIncludeTest,
    ::testing::Values(
        Case{"server/engine/a.h", "\"server/store/store.h\""},
        Case{"server/engine/a.h", "\"shared/http/server.h\""},
        Case{"server/engine/a.cpp", "<chrono>"}, Case{"server/engine/a.cpp", "<thread>"},
        Case{"server/engine/a.cpp", "<mutex>"}, Case{"server/engine/a.cpp", "<random>"},
        Case{"server/engine/a.cpp", "<fstream>"}, Case{"server/engine/a.cpp", "<sstream>"},
        Case{"server/engine/a.cpp", "<iostream>"}, Case{"server/engine/a.cpp", "<cstdio>"},
        Case{"server/engine/a.cpp", "<filesystem>"}, Case{"server/engine/a.cpp", "<time.h>"},
        Case{"server/engine/a.cpp", "<nlohmann/json.hpp>"},
        Case{"server/engine/a.cpp", "\"tessera/v1/order.pb.h\""},
        Case{"shared/base/a.h", "\"shared/http/server.h\""},
        Case{"shared/base/a.h", "<boost/asio.hpp>"}, Case{"shared/base/a.h", "<QString>"},
        Case{"shared/base/a.h", "<unistd.h>"}, Case{"shared/client/a.h", "<QtCore/QString>"},
        Case{"shared/client/a.h", "<QtGlobal>"}, Case{"shared/client/a.h", "<qstring.h>"},
        Case{"shared/http/a.h", "\"server/runtime/clock.h\""},
        Case{"shared/client/a.h", "\"shared/qt/model.h\""}, Case{"shared/client/a.h", "<QString>"},
        Case{"shared/qt/a.h", "\"kiosk-app/main_window.h\""},
        Case{"boxoffice-app/a.cpp", "\"server/app/app.h\""},
        Case{"kiosk-app/a.cpp", "\"server/engine/layout.h\""},
        Case{"tools/audit/a.cpp", "\"server/engine/layout.h\""},
        Case{"server/app/a.cpp", "\"tools/load/user.h\""},
        Case{"server/app/a.cpp", "\"tests/support/fake.h\""},
        Case{"server/app/a.cpp", "\"neighbour.h\""}));

class AllowedIncludeTest : public ::testing::TestWithParam<Case> {};

TEST_P(AllowedIncludeTest, IsNotReported) {
    EXPECT_THAT(judged(GetParam().path, kSpdx + "#include " + GetParam().include + "\n"),
                IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    Clean, AllowedIncludeTest,
    ::testing::Values(Case{"server/engine/a.h", "\"shared/base/ids.h\""},
                      Case{"server/engine/a.h", "\"server/engine/layout.h\""},
                      Case{"server/engine/a.cpp", "<unordered_map>"},
                      Case{"server/store/a.cpp", "\"server/engine/changes.h\""},
                      Case{"server/stream/a.cpp", "\"server/engine/changes.h\""},
                      Case{"shared/base/a.h", "<tl/expected.hpp>"},
                      Case{"shared/base/a.h", "<chrono>"}, Case{"shared/base/a.h", "<vector>"},
                      Case{"shared/client/a.h", "<queue>"},
                      Case{"shared/http/a.h", "\"shared/base/result.h\""},
                      Case{"shared/qt/a.h", "\"shared/client/client.h\""},
                      Case{"kiosk-app/a.cpp", "\"shared/qt/model.h\""},
                      Case{"tools/load/a.cpp", "\"shared/http/client.h\""},
                      Case{"server/api/a.cpp", "\"tessera/v1/order.pb.h\""}));

TEST(IncludeRuleTest, AnIncludeInACommentOrLiteralIsNone) {
    EXPECT_THAT(judged("server/engine/a.cpp",
                       "// #include <chrono>\n/*\n#include <thread>\n*/\nauto x = R\"(\n#include "
                       "<mutex>\n)\";\n"),
                IsEmpty());
}

TEST(IncludeRuleTest, TheEngineMustNotCallWhatIsRandomOrReadsAClock) {
    EXPECT_THAT(judged("server/engine/a.cpp", "int f() { return std::rand(); }\n"),
                ElementsAre(HasSubstr("must not call rand")));
    for (const std::string call :
         {"return rand();", "return ::time(nullptr);", "auto x = getenv(name);", "std :: clock();",
          "return n * clock();", "if (a && random() > 1) {}", "system(command);",
          "x = true ? time(nullptr) : 0;"}) {
        EXPECT_THAT(judged("server/engine/a.cpp", "void f() {\n    " + call + "\n}\n"),
                    ElementsAre(HasSubstr("a.cpp:2 the engine is pure")))
            << call;
    }
}

TEST(IncludeRuleTest, TheEnginesOwnFunctionsMayBeCalledAsTheLibrarysAre) {
    for (const std::string text :
         {"Instant time() const;", "const Clock& clock() { return command.time(); }",
          "auto x = event->time() + other::time(1);", "std::vector<int>* random(int n);"}) {
        EXPECT_THAT(judged("server/engine/a.cpp", text + "\n"), IsEmpty()) << text;
    }
}

TEST(IncludeRuleTest, ProtobufMeetsEngineTypesInConvertOnly) {
    const std::string both =
        "#include \"server/engine/layout.h\"\n#include \"tessera/v1/order.pb.h\"\n";
    EXPECT_THAT(judged("server/app/a.cpp", both), ElementsAre(HasSubstr("server/api/convert_*")));
    EXPECT_THAT(judged("server/api/edge.cpp", both),
                ElementsAre(HasSubstr("server/api/convert_*")));
    EXPECT_THAT(judged("server/api/convert_order.cpp", both), IsEmpty());
}

TEST(IncludeRuleTest, TypesNamedThroughOtherHeadersMeetToo) {
    EXPECT_THAT(
        judged("server/api/edge.cpp", "void f(const v1::Order& order);\nengine::SeatNo n;\n"),
        ElementsAre(HasSubstr("edge.cpp:2 ")));
    EXPECT_THAT(judged("server/main.cpp", "#include \"server/api/edges.h\"\nengine::SeatNo n;\n"),
                IsEmpty());
}

class LinkRuleTest : public ::testing::Test {
protected:
    LinkRuleTest() {
        tree_.write("shared/base/CMakeLists.txt", "tessera_library(tessera_base SOURCES a.cpp)\n");
        tree_.write("shared/base/a.h", kSpdx);
        tree_.write("server/engine/CMakeLists.txt",
                    "tessera_library(tessera_engine SOURCES e.cpp LINKS tessera_base)\n");
        tree_.write("server/engine/e.cpp", "#include \"shared/base/a.h\"\n");
    }
    std::vector<std::string> judged() { return toLines(checkLinks(tree_.load())); }
    TemporaryTree tree_;
};

TEST_F(LinkRuleTest, ACleanTreeHasNoFindings) {
    EXPECT_THAT(judged(), IsEmpty());
}

TEST_F(LinkRuleTest, AFolderWithSourcesAndNoTargetIsReported) {
    tree_.write("server/store/s.cpp", kSpdx);
    EXPECT_THAT(judged(),
                ElementsAre(HasSubstr("server/store/s.cpp:0 its folder is not a target")));
}

TEST_F(LinkRuleTest, AModelMayHaveAFolderBelowItsTests) {
    tree_.write("tests/engine/CMakeLists.txt",
                "tessera_test(t LABEL unit SOURCES model/m.cpp LINKS tessera_engine)\n");
    tree_.write("tests/engine/model/m.cpp", "#include \"server/engine/e.h\"\n");
    EXPECT_THAT(judged(), IsEmpty());
    tree_.write("server/engine/parts/p.cpp", kSpdx);
    EXPECT_THAT(judged(), ElementsAre(HasSubstr("server/engine/parts/p.cpp:0 ")));
}

TEST_F(LinkRuleTest, AnIncludeWithoutALinkIsReported) {
    tree_.write("server/store/CMakeLists.txt", "tessera_library(tessera_store SOURCES s.cpp)\n");
    tree_.write("server/store/s.cpp", "#include \"server/engine/e.h\"\n");
    EXPECT_THAT(judged(), ElementsAre(HasSubstr("server/store/s.cpp:1 no target")));
}

TEST_F(LinkRuleTest, TheAuditLinksNothingOfTheServerEvenThroughOthers) {
    tree_.write("tools/load/CMakeLists.txt",
                "tessera_library(tessera_load SOURCES l.cpp\n    PRIVATE_LINKS tessera_engine)\n");
    tree_.write("tools/audit/CMakeLists.txt",
                "tessera_program(tessera-audit SOURCES m.cpp LINKS tessera_load)\n");
    EXPECT_THAT(judged(), ElementsAre(HasSubstr("must not link anything of server/engine")));
}

TEST_F(LinkRuleTest, TheEngineLinksSharedBaseOnly) {
    tree_.write("server/runtime/CMakeLists.txt",
                "tessera_library(tessera_runtime SOURCES r.cpp)\n");
    tree_.write(
        "server/engine/CMakeLists.txt",
        "tessera_library(tessera_engine SOURCES e.cpp LINKS tessera_base tessera_runtime)\n");
    EXPECT_THAT(judged(), ElementsAre(HasSubstr("must not link anything of server/runtime")));
}

}  // namespace
}  // namespace tessera::check
