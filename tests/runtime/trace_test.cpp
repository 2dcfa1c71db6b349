// SPDX-License-Identifier: Apache-2.0
#include "server/runtime/trace.h"

#include <gtest/gtest.h>

#include <set>
#include <vector>

namespace tessera::runtime {
namespace {

constexpr std::string_view kHeader = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

TEST(TraceTest, ATraceparentIsReadAndWrittenAsItCame) {
    const auto context = parseTraceparent(kHeader);
    ASSERT_TRUE(context);
    EXPECT_TRUE(context->sampled);
    EXPECT_EQ(traceIdText(*context), "4bf92f3577b34da6a3ce929d0e0e4736");
    EXPECT_EQ(toTraceparent(*context), kHeader);
}

TEST(TraceTest, LaterVersionsAreReadByTheirKnownBeginning) {
    std::string later(kHeader);
    later.replace(0, 2, "01");
    EXPECT_TRUE(parseTraceparent(later));
    EXPECT_TRUE(parseTraceparent(later + "-more"));
    EXPECT_FALSE(parseTraceparent(later + "more"));
}

TEST(TraceTest, WhatTheRecommendationForbidsIsRefused) {
    const std::string good(kHeader);
    std::string upper = good;
    upper[3] = 'B';
    std::string space = good;
    space[53] = ' ';
    std::string comma = good;
    comma[2] = ',';
    for (const std::string& bad : std::vector<std::string>{
             std::string(), good.substr(1), good + "-", "ff" + good.substr(2), upper, space, comma,
             "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
             "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01", std::string(4000, '0')}) {
        EXPECT_FALSE(parseTraceparent(bad)) << bad;
    }
}

TEST(TraceTest, EveryCutAndEveryStrayByteIsReadOrRefusedWithoutHarm) {
    for (std::size_t length = 0; length < kHeader.size(); ++length) {
        EXPECT_FALSE(parseTraceparent(kHeader.substr(0, length)));
    }
    for (std::size_t at = 0; at < kHeader.size(); ++at) {
        for (int byte = 0; byte < 256; ++byte) {
            std::string changed(kHeader);
            changed[at] = static_cast<char>(byte);
            const auto context = parseTraceparent(changed);
            if (context && changed.starts_with("00")) {
                EXPECT_EQ(toTraceparent(*context).substr(0, 53), changed.substr(0, 53));
            }
        }
    }
}

TEST(TraceTest, NewTracesDifferAndAChildKeepsItsTrace) {
    std::set<std::string> ids;
    for (int i = 0; i < 1000; ++i) {
        const TraceContext trace = newTrace();
        EXPECT_TRUE(trace);
        ids.insert(traceIdText(trace));
        EXPECT_EQ(parseTraceparent(toTraceparent(trace)), trace);
        const TraceContext child = childOf(trace);
        EXPECT_EQ(child.traceId, trace.traceId);
        EXPECT_NE(child.spanId, trace.spanId);
    }
    EXPECT_EQ(ids.size(), 1000U);
}

TEST(TraceTest, ABrokenHeaderBeginsANewTrace) {
    EXPECT_EQ(traceIdText(traceFromHeader(kHeader)), "4bf92f3577b34da6a3ce929d0e0e4736");
    EXPECT_TRUE(traceFromHeader("nonsense"));
}

}  // namespace
}  // namespace tessera::runtime
