// SPDX-License-Identifier: Apache-2.0
// Histories are read as they were written, and what is no history is refused by line and field.
#include "tools/history/history_file.h"

#include <gtest/gtest.h>

#include <sstream>

#include "tests/history/generator.h"

namespace tessera::history {
namespace {

const std::string kSetting =
    R"({"tessera_history":1,"seats":2,"rows":[{"category":0,"seats":[0,1]}],"areas":[],"hold_us":1})"
    "\n";

std::string errorOf(const std::string& text) {
    std::istringstream in(text);
    const auto read = readHistory(in);
    return read ? "" : read.error().message;
}

TEST(HistoryFileTest, AHistoryIsReadAsItWasWritten) {
    std::ostringstream first;
    writeHistory(generate({.seed = 3, .operations = 500, .perMilleUnknown = 50}), first);
    std::istringstream in(first.str());
    const auto read = readHistory(in);
    ASSERT_TRUE(read) << read.error().message;
    std::ostringstream second;
    writeHistory(*read, second);
    EXPECT_EQ(first.str(), second.str());
}

TEST(HistoryFileTest, WhatIsNoHistoryIsRefusedByLineAndField) {
    const std::string get =
        R"({"id":1,"client":0,"begin":5,"end":4,"op":"GetReservation","status":"ok"})";
    EXPECT_EQ(errorOf(""), "line 1: missing: a history begins with its event");
    EXPECT_EQ(errorOf("[]\n"), "line 1: no JSON object");
    EXPECT_EQ(errorOf("{}\n"), "line 1: \"tessera_history\" is missing");
    EXPECT_EQ(errorOf(R"({"tessera_history":1,"seats":1,"hold_us":1})"),
              "line 1: \"rows\" lacks a seat");
    EXPECT_EQ(errorOf(kSetting + "nonsense\n"), "line 2: no JSON object");
    EXPECT_EQ(errorOf(kSetting + get), "line 2: \"end\" is outside 5 to 1152921504606846976");
    EXPECT_EQ(errorOf(kSetting + R"({"id":1,"client":0,"begin":5,"op":"Steal"})"),
              "line 2: \"op\" is no call that is known here");
    EXPECT_EQ(errorOf(kSetting + R"({"id":1,"client":0,"begin":5,"op":"CreateReservation",)"
                                 R"("status":"unknown","input":{"seats":[2]}})"),
              "line 2: \"seats\" has something but whole numbers up to 1");
    EXPECT_EQ(errorOf(kSetting + std::string(kLineBytesMax + 1, 'x')),
              "line 2: longer than 1048576 bytes");
}

}  // namespace
}  // namespace tessera::history
