// SPDX-License-Identifier: Apache-2.0
#include "server/runtime/log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <future>
#include <nlohmann/json.hpp>
#include <thread>
#include <vector>

#include "tests/support/temp_dir.h"

namespace tessera::runtime {

enum class Colour { Red };
constexpr LogLiteral logName(Colour) {
    return "red";
}
enum class Plain { Zero, One };

namespace {

using nlohmann::json;

// What could hold a name or a token has no way into a line.
static_assert(!std::is_constructible_v<LogValue, std::string>);
static_assert(!std::is_constructible_v<LogValue, const std::string&>);
static_assert(!std::is_constructible_v<LogValue, std::string_view>);
static_assert(!std::is_constructible_v<LogValue, const char*>);
static_assert(!std::is_constructible_v<LogValue, CallerHash>);
static_assert(!std::is_constructible_v<LogLiteral, std::string>);
static_assert(!std::is_constructible_v<LogLiteral, const char*>);
static_assert(std::is_constructible_v<LogValue, EventId>);
static_assert(std::is_constructible_v<LogValue, LogSafe>);

class LogTest : public ::testing::Test {
protected:
    std::vector<std::string> lines_;  // Written by the log's thread, read after flush().
    std::unique_ptr<Log> log_ = Log::toSink(
        {.level = LogLevel::Debug}, [this](std::string_view line) { lines_.emplace_back(line); });

    json only() {
        log_->flush();
        EXPECT_EQ(lines_.size(), 1U);
        return json::parse(lines_.at(0));
    }
};

TEST_F(LogTest, ALineIsOneJsonObjectWithItsFieldsByType) {
    log_->info("seat_held", {{"event_id", EventId(9007199254740993)},
                             {"seats", 2},
                             {"unsigned", std::uint64_t{UINT64_MAX}},
                             {"ratio", 0.5},
                             {"nan", std::nan("")},
                             {"ok", true},
                             {"why", "because"},
                             {"took", Duration::ofMillis(3)},
                             {"at", Instant{0}},
                             {"price", Money{1250}},
                             {"colour", Colour::Red},
                             {"plain", Plain::One}});
    const json line = only();
    EXPECT_EQ(line["level"], "info");
    EXPECT_EQ(line["event"], "seat_held");
    EXPECT_EQ(line["event_id"], "9007199254740993");
    EXPECT_EQ(line["seats"], 2);
    EXPECT_EQ(line["unsigned"], UINT64_MAX);
    EXPECT_EQ(line["ratio"], 0.5);
    EXPECT_TRUE(line["nan"].is_null());
    EXPECT_EQ(line["ok"], true);
    EXPECT_EQ(line["why"], "because");
    EXPECT_EQ(line["took"], 3000);
    EXPECT_EQ(line["at"], "1970-01-01T00:00:00.000000Z");
    EXPECT_EQ(line["price"], 1250);
    EXPECT_EQ(line["colour"], "red");
    EXPECT_EQ(line["plain"], 1);
    EXPECT_TRUE(parseRfc3339(line["time"].get<std::string>()));
    EXPECT_FALSE(line.contains("trace"));
}

TEST_F(LogTest, TheTraceIdIsWrittenWhereThereIsOne) {
    const TraceContext trace = newTrace();
    log_->warn("seat_held", {}, trace);
    EXPECT_EQ(only()["trace"], traceIdText(trace));
}

TEST_F(LogTest, NoTextCanBreakOutOfItsField) {
    std::string every;
    for (int c = 0; c < 256; ++c) every.push_back(static_cast<char>(c));
    for (const std::string& text :
         {std::string("a\"},{\"b\":\"c\n{}\\"), every, std::string("grün \xE2\x82\xAC"),
          std::string("\xC3"), std::string("{} {0} %s %v")}) {
        lines_.clear();
        log_->error("failed", {{"message", logSafe(text)}});
        const json line = only();
        EXPECT_EQ(line.size(), 4U);
        EXPECT_EQ(lines_[0].find('\n'), std::string::npos);
    }
}

TEST_F(LogTest, CleanTextComesBackAsItWas) {
    const std::string text = "grün \xE2\x82\xAC \"quoted\" \\ tab\t";
    log_->info("said", {{"message", logSafe(text)}});
    EXPECT_EQ(only()["message"], text);
}

TEST_F(LogTest, LongTextIsCutAtACharacterAndLongLinesAtAField) {
    std::string euros;
    for (int i = 0; i < 1000; ++i) euros += "\xE2\x82\xAC";
    log_->info("said", {{"message", logSafe(euros)}});
    const std::string cut = only()["message"];
    EXPECT_EQ(cut.size(), 510U);
    lines_.clear();
    const std::string zeros(kLogTextBytesMax, '\x01');  // Six bytes each when escaped.
    const LogValue value = logSafe(zeros);
    log_->info("said", {{"a", value}, {"b", value}, {"c", value}});
    const json line = only();
    EXPECT_TRUE(line.contains("b"));
    EXPECT_FALSE(line.contains("c"));
    EXPECT_EQ(line["cut"], true);
}

TEST_F(LogTest, LinesBelowTheLevelAreNotWritten) {
    log_->setLevel(LogLevel::Warn);
    EXPECT_FALSE(log_->enabled(LogLevel::Info));
    log_->debug("no");
    log_->info("no");
    log_->warn("yes");
    EXPECT_EQ(only()["event"], "yes");
}

TEST(LogQueueTest, AFullQueueDropsItsOldestLinesCountsThemAndNeverBlocks) {
    std::promise<void> entered;
    std::promise<void> open;
    bool first = true;
    std::vector<std::string> lines;
    auto log = Log::toSink({.queueMax = 16}, [&](std::string_view line) {
        if (first) {
            first = false;
            entered.set_value();
            open.get_future().wait();
        }
        lines.emplace_back(line);
    });
    log->info("first");
    entered.get_future().wait();
    for (int i = 0; i < 100; ++i) log->info("more", {{"n", i}});
    EXPECT_EQ(log->dropped(), 84U);
    open.set_value();
    log->flush();
    EXPECT_EQ(json::parse(lines.back())["n"], 99);
    EXPECT_LE(lines.size(), 17U);
}

// An error line flushes by itself; flush() took that, or a request before it, for its own answer.
TEST_F(LogTest, FlushWaitsForTheLinesBeforeItAndNotForAnEarlierFlush) {
    for (std::size_t i = 1; i <= 2000; ++i) {
        log_->error("failed");
        log_->flush();
        ASSERT_EQ(lines_.size(), i);
    }
}

TEST(LogFileTest, LinesOfManyThreadsAreWholeInTheFileAfterTheEnd) {
    const test::TempDir folder("log");
    const auto file = folder / "server.log";
    {
        auto log = Log::open({.file = file.string(), .queueMax = 100000});
        ASSERT_TRUE(log);
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&, t] {
                for (int i = 0; i < 1000; ++i) (*log)->info("line", {{"t", t}, {"n", i}});
            });
        }
        for (std::thread& thread : threads) thread.join();
    }
    std::ifstream in(file);
    std::vector<int> next(4, 0);
    int count = 0;
    for (std::string line; std::getline(in, line); ++count) {
        const json parsed = json::parse(line);
        EXPECT_EQ(parsed["n"], next.at(parsed["t"].get<std::size_t>())++);
    }
    EXPECT_EQ(count, 4000);
}

TEST(LogFileTest, AFileThatCannotBeOpenedIsAnError) {
    const test::TempDir folder("log");
    const auto log = Log::open({.file = folder.path().string()});
    EXPECT_FALSE(log);
}

}  // namespace
}  // namespace tessera::runtime
