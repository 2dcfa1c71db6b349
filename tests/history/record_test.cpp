// SPDX-License-Identifier: Apache-2.0
// What 32 clients of one event were told, while the server was killed twice and connections were
// cut, fits one order; and what they were not told does not.
#include <gtest/gtest.h>

#include <cstdio>
#include <thread>

#include "tests/engine/test_seed.h"
#include "tests/history/cutting_proxy.h"
#include "tests/history/recorder.h"
#include "tools/history/history_file.h"
#include "tools/history/judge.h"
#include "tools/history/report.h"
#include "tools/history/tampers.h"

namespace tessera::history {
namespace {

using integration::eventually;
using integration::Millis;
using integration::Stack;

constexpr int kClients = 32;
constexpr int kKills = 2;
constexpr int kCutPerMille = 8;
#ifdef TESSERA_HISTORY_LONG
constexpr std::size_t kOperationsBetweenKills = 35'000;
#else
constexpr std::size_t kOperationsBetweenKills = 10'000;
#endif

class HistoryRecordTest : public testing::Test {
protected:
    History record(std::uint32_t seed) {
        const RecordedEvent event = makeRecordedEvent(stack);
        CuttingProxy proxy(stack.httpPort(), kCutPerMille, seed);
        Record record;
        std::vector<std::unique_ptr<RecordingClient>> clients;
        std::vector<std::thread> threads;
        for (int i = 0; i < kClients; ++i) {
            clients.push_back(std::make_unique<RecordingClient>(
                i, stack, proxy.port(), event, record, seed + static_cast<std::uint32_t>(i)));
            threads.emplace_back([client = clients.back().get()] { client->run(); });
        }
        for (std::size_t part = 1; part <= kKills + 1; ++part) {
            const std::size_t enough = part * kOperationsBetweenKills;
            EXPECT_TRUE(eventually([&] { return record.size() >= enough; }, Millis(60'000)))
                << record.size() << " operations";
            if (part > kKills) break;
            stack.killServer();
            stack.startServer();
        }
        record.stop = true;
        for (std::thread& thread : threads) thread.join();
        std::printf("cuts %d\n", proxy.cuts());
        EXPECT_GT(proxy.cuts(), 50);
        return {event.setting, record.take()};
    }

    Stack stack;
};

TEST_F(HistoryRecordTest, WhatClientsWereToldThroughKillsAndCutsFitsOneOrderAndNoLieDoes) {
    const std::uint32_t seed = testSeed();
    const History history = record(seed);
    const std::string file = TESSERA_BINARY_DIR "/history.jsonl";
    ASSERT_TRUE(writeHistoryFile(history, file));
    const auto read = readHistoryFile(file);
    ASSERT_TRUE(read) << read.error().message;
    const Judgement judgement = judge(*read);
    std::printf("%s\n", summaryOf(judgement).c_str());
    ASSERT_EQ(judgement.verdict, Verdict::Linearizable) << file << "\n"
                                                        << judgement.findings.front();
    EXPECT_GT(judgement.judged, kOperationsBetweenKills * kKills);
    EXPECT_TRUE(writeReport(judgement, TESSERA_SOURCE_DIR "/build/reports/history.json"));
    std::mt19937 random(seed);
    int refused = 0;
    for (const Tamper& tamper : allTampers()) {
        History lie = *read;
        const std::string what = tamper.plant(lie, random);
        if (what.empty()) continue;
        std::printf("%s: %s\n", tamper.name.c_str(), what.c_str());
        EXPECT_EQ(judge(lie).verdict, Verdict::NotLinearizable) << tamper.name << ": " << what;
        ++refused;
    }
    EXPECT_GE(refused, 5);
}

}  // namespace
}  // namespace tessera::history
