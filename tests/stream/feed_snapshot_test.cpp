// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <thread>

#include "tests/stream/feed_checker.h"

namespace tessera::stream::test {
namespace {

struct FeedSnapshotTest : ::testing::Test {
    std::shared_ptr<CountingEncoder> encoder = std::make_shared<CountingEncoder>();
    SeatMapFeed feed{EventId{1}, emptyMap(30, 1), encoder, {}};
    Publisher publisher{feed, emptyMap(30, 1)};
};

TEST_F(FeedSnapshotTest, NothingIsEncodedWhileNobodyListens) {
    for (std::size_t i = 0; i < 2000; ++i) publisher.change(i, 2);
    EXPECT_EQ(encoder->deltas + encoder->snapshots + encoder->streamSnapshots, 0);
}

TEST_F(FeedSnapshotTest, ASnapshotIsEncodedOncePerTenthOfASecond) {
    for (std::int64_t micros = 0; micros < 1'000'000; micros += 1'000) {
        publisher.change(static_cast<std::size_t>(micros / 1000), 2);
        const auto shown = readSnapshot(*feed.snapshot(Instant{micros}).json);
        EXPECT_LE(publisher.truth().revision - shown.revision, 100) << "100 ms behind at most";
    }
    EXPECT_EQ(encoder->snapshots, 10);
}

TEST_F(FeedSnapshotTest, ItSaysWhetherAReaderWouldHaveToEncodeOrToWait) {
    EXPECT_FALSE(feed.hasSnapshot(Instant{0}));
    encoder->duringSnapshot([&] { EXPECT_FALSE(feed.hasSnapshot(Instant{0})); });
    static_cast<void>(feed.snapshot(Instant{0}));
    EXPECT_TRUE(feed.hasSnapshot(Instant{0}));
    publisher.change(0, 2);
    EXPECT_TRUE(feed.hasSnapshot(Instant{99'999})) << "a tenth of a second behind at most";
    EXPECT_FALSE(feed.hasSnapshot(Instant{100'000}));
    encoder->duringSnapshot(
        [&] { EXPECT_TRUE(feed.hasSnapshot(Instant{100'000})) << "the one before, meanwhile"; });
    static_cast<void>(feed.snapshot(Instant{100'000}));
    EXPECT_TRUE(feed.hasSnapshot(Instant{100'000}));
}

TEST_F(FeedSnapshotTest, AnUnchangedMapIsNotEncodedAgain) {
    publisher.change(0, 2);
    for (std::int64_t seconds = 0; seconds < 100; ++seconds) {
        const auto shown = feed.snapshot(Instant{seconds * 1'000'000});
        EXPECT_EQ(difference(readSnapshot(*shown.json), publisher.truth()), "");
    }
    EXPECT_EQ(encoder->snapshots, 1);
}

// Each subscriber's snapshot was encoded anew, under the lock.
TEST_F(FeedSnapshotTest, ThoseWhoJoinShareASnapshotAndGetTheDeltasSince) {
    std::vector<std::shared_ptr<Reader>> readers;
    for (std::int64_t micros = 0; micros < 1'000'000; micros += 1'000) {
        publisher.change(static_cast<std::size_t>(micros / 1000), 2);
        readers.push_back(std::make_shared<Reader>());
        ASSERT_TRUE(feed.subscribe(readers.back(), -1, Instant{micros}));
        ASSERT_EQ(difference(readers.back()->map(), publisher.truth()), "");
    }
    EXPECT_EQ(encoder->streamSnapshots, 10);
    for (const auto& reader : readers) {
        EXPECT_EQ(reader->fault(), "");
        EXPECT_EQ(difference(reader->map(), publisher.truth()), "");
    }
}

TEST_F(FeedSnapshotTest, TheLockIsFreeWhileASnapshotIsEncoded) {
    const auto other = std::make_shared<Reader>(publisher.truth());
    ASSERT_TRUE(feed.subscribe(other, 0, Instant{0}));
    encoder->duringSnapshot([&] {
        // From another thread: were the lock held, this join would never end.
        std::thread([&] {
            publisher.change(0, 3);
            EXPECT_TRUE(feed.subscribe(std::make_shared<Reader>(), -1, Instant{0}));
            EXPECT_EQ(feed.revision(), 1);
        }).join();
    });
    const auto before = publisher.truth();
    EXPECT_EQ(difference(readSnapshot(*feed.snapshot(Instant{0}).json), before), "")
        << "a change during encoding does not reach into it";
    EXPECT_EQ(difference(other->map(), publisher.truth()), "");
}

TEST_F(FeedSnapshotTest, WhoComesWhileASnapshotIsEncodedIsServedWithIt) {
    const auto first = std::make_shared<Reader>();
    const auto second = std::make_shared<Reader>();
    const auto gone = std::make_shared<Reader>();
    encoder->duringSnapshot([&] {
        EXPECT_TRUE(feed.subscribe(second, -1, Instant{0}));
        EXPECT_TRUE(feed.subscribe(gone, -1, Instant{0}));
        publisher.change(0, 3);
        feed.unsubscribe(gone.get());
        EXPECT_EQ(second->messages(), 0u);
    });
    ASSERT_TRUE(feed.subscribe(first, -1, Instant{0}));
    for (const auto& reader : {first, second}) {
        EXPECT_EQ(difference(reader->map(), publisher.truth()), "");
        EXPECT_EQ(reader->messages(), 2u) << "the snapshot and the delta that came meanwhile";
        EXPECT_EQ(reader->fault(), "");
    }
    EXPECT_EQ(gone->messages(), 0u);
    EXPECT_EQ(encoder->streamSnapshots, 1);
}

TEST_F(FeedSnapshotTest, ConcurrentFirstReadersShareOneEncoding) {
    std::atomic<int> asking{0};
    encoder->duringSnapshot([&] {
        while (asking.load() < 4) std::this_thread::yield();
    });
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            ++asking;
            EXPECT_EQ(feed.snapshot(Instant{0}).revision, 0);
        });
    }
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(encoder->snapshots, 1);
}

TEST_F(FeedSnapshotTest, WhileTheNextIsEncodedTheOneBeforeIsShownForASecondAtMost) {
    EXPECT_EQ(feed.snapshot(Instant{0}).revision, 0);
    publisher.change(0, 3);
    std::int64_t recent = -1;
    std::int64_t old = -1;
    std::thread late;
    encoder->duringSnapshot([&] {
        std::thread([&] { recent = feed.snapshot(Instant{999'999}).revision; }).join();
        late = std::thread([&] { old = feed.snapshot(Instant{1'000'000}).revision; });
    });
    EXPECT_EQ(feed.snapshot(Instant{1'000'000}).revision, 1);
    late.join();
    EXPECT_EQ(recent, 0);
    EXPECT_EQ(old, 1);
}

TEST_F(FeedSnapshotTest, AResetDuringEncodingDropsWhatWasEncoded) {
    const auto reader = std::make_shared<Reader>();
    auto loaded = emptyMap(30, 1, 3);
    loaded.seats[4] = 3;
    encoder->duringSnapshot([&] { feed.reset(loaded); });
    ASSERT_TRUE(feed.subscribe(reader, -1, Instant{0}));
    EXPECT_EQ(reader->messages(), 1u);
    EXPECT_EQ(difference(reader->map(), loaded), "");
}

}  // namespace
}  // namespace tessera::stream::test
