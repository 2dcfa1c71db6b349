// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/stream/feed_checker.h"

namespace tessera::stream::test {
namespace {

struct FeedResumeTest : ::testing::Test {
    std::shared_ptr<CountingEncoder> encoder = std::make_shared<CountingEncoder>();
    Instant now{1'000'000};

    std::unique_ptr<SeatMapFeed> makeFeed(SeatMapState start, FeedOptions options = {}) {
        return std::make_unique<SeatMapFeed>(EventId{1}, std::move(start), encoder, options);
    }
};

TEST_F(FeedResumeTest, EveryKeptRevisionResumesWithDeltasAlone) {
    auto feed = makeFeed(emptyMap(50, 2, 10));
    Publisher publisher(*feed, emptyMap(50, 2, 10));
    std::vector<SeatMapState> history{publisher.truth()};
    for (std::size_t i = 0; i < 40; ++i) {
        publisher.change(i, 1 + i % 5, 1 + static_cast<std::int64_t>(i % 3));
        history.push_back(publisher.truth());
    }
    for (const auto& map : history) {
        const auto reader = std::make_shared<Reader>(map);
        ASSERT_TRUE(feed->subscribe(reader, map.revision, now));
        EXPECT_EQ(reader->snapshots(), 0u) << map.revision;
        EXPECT_EQ(reader->fault(), "") << map.revision;
        EXPECT_EQ(difference(reader->map(), publisher.truth()), "") << map.revision;
    }
    EXPECT_EQ(encoder->deltas, 40) << "each was encoded once for all";
    EXPECT_EQ(encoder->streamSnapshots, 0);
}

TEST_F(FeedResumeTest, OtherRevisionsGetASnapshot) {
    FeedOptions options;
    options.deltasKept = 5;
    auto feed = makeFeed(emptyMap(50, 1, 10), options);
    Publisher publisher(*feed, emptyMap(50, 1, 10));
    for (std::size_t i = 0; i < 8; ++i) publisher.change(i, 3, 2);  // Kept from 16 on, to 26.
    for (const std::int64_t after : {-1, 0, 10, 14, 17, 27, 1000}) {
        const auto reader = std::make_shared<Reader>();
        ASSERT_TRUE(feed->subscribe(reader, after, now));
        EXPECT_EQ(reader->snapshots(), 1u) << after;
        EXPECT_EQ(difference(reader->map(), publisher.truth()), "") << after;
    }
    auto oldest = std::make_shared<Reader>(emptyMap(50, 1, 16));
    ASSERT_TRUE(feed->subscribe(oldest, 16, now));
    EXPECT_EQ(oldest->snapshots(), 0u);
    EXPECT_EQ(oldest->messages(), 5u);
    EXPECT_EQ(encoder->streamSnapshots, 1);
}

// Deltas of large batches were bounded by their number alone.
TEST_F(FeedResumeTest, KeptDeltasAreBoundedByTheirBytes) {
    FeedOptions options;
    options.deltaBytesKept = 4096;
    auto feed = makeFeed(emptyMap(500, 1, 0), options);
    Publisher publisher(*feed, emptyMap(500, 1, 0));
    for (std::size_t i = 0; i < 100; ++i) publisher.change(i, 100);  // 800 bytes at least, each.
    const auto far = std::make_shared<Reader>(emptyMap(500, 1, 94));
    ASSERT_TRUE(feed->subscribe(far, 94, now));
    EXPECT_EQ(far->snapshots(), 1u) << "not kept any more";
    EXPECT_EQ(difference(far->map(), publisher.truth()), "");
    const auto near = std::make_shared<Reader>(emptyMap(500, 1, 99));
    ASSERT_TRUE(feed->subscribe(near, 99, now));
    EXPECT_EQ(near->snapshots(), 0u);
}

// A thousand kept deltas overflowed the subscriber's queue at once, and so again at each resuming.
TEST_F(FeedResumeTest, MoreDeltasThanASnapshotIsWorthAreNotSent) {
    FeedOptions options;
    options.resumeBytesMax = 200;
    auto feed = makeFeed(emptyMap(50, 1, 0), options);
    Publisher publisher(*feed, emptyMap(50, 1, 0));
    for (std::size_t i = 0; i < 100; ++i) publisher.change(i, 3);
    const auto far = std::make_shared<Reader>();
    ASSERT_TRUE(feed->subscribe(far, 0, now));
    EXPECT_EQ(far->snapshots(), 1u);
    EXPECT_EQ(far->messages(), 1u);
    EXPECT_EQ(difference(far->map(), publisher.truth()), "");
    const auto near = std::make_shared<Reader>(emptyMap(50, 1, 99));
    ASSERT_TRUE(feed->subscribe(near, 99, now));
    EXPECT_EQ(near->snapshots(), 0u);
}

TEST_F(FeedResumeTest, ResetShowsTheLoadedMapToAll) {
    auto feed = makeFeed(emptyMap(20, 1, 7));
    const auto reader = std::make_shared<Reader>();
    ASSERT_TRUE(feed->subscribe(reader, -1, now));
    auto loaded = emptyMap(20, 1, 9);
    loaded.seats[3] = 2;
    feed->reset(loaded);
    EXPECT_EQ(difference(reader->map(), loaded), "");
    Publisher publisher(*feed, loaded);
    publisher.change(0, 5);
    EXPECT_EQ(difference(reader->map(), publisher.truth()), "");
    EXPECT_EQ(reader->fault(), "");
    EXPECT_EQ(difference(readSnapshot(*feed->snapshot(now).json), publisher.truth()), "");
}

// After a database that lost commits: the older map is the truth, not what was encoded before.
TEST_F(FeedResumeTest, ResetToAnEarlierRevisionIsShown) {
    auto feed = makeFeed(emptyMap(20, 1, 9));
    feed->snapshot(now);
    feed->reset(emptyMap(20, 1, 5));
    EXPECT_EQ(readSnapshot(*feed->snapshot(now).json).revision, 5);
    const auto reader = std::make_shared<Reader>();
    ASSERT_TRUE(feed->subscribe(reader, 9, now));
    EXPECT_EQ(reader->map().revision, 5);
}

TEST_F(FeedResumeTest, SubscribersMaxIsABound) {
    FeedOptions options;
    options.subscribersMax = 3;
    auto feed = makeFeed(emptyMap(5, 0), options);
    std::vector<std::shared_ptr<Reader>> readers;
    for (int i = 0; i < 3; ++i) {
        readers.push_back(std::make_shared<Reader>());
        EXPECT_TRUE(feed->subscribe(readers.back(), -1, now));
    }
    EXPECT_FALSE(feed->subscribe(std::make_shared<Reader>(), -1, now));
    feed->unsubscribe(readers[1].get());
    EXPECT_EQ(feed->subscriberCount(), 2u);
    EXPECT_TRUE(feed->subscribe(std::make_shared<Reader>(), 0, now));
}

TEST_F(FeedResumeTest, CloseEndsEverySubscriptionOnce) {
    auto feed = makeFeed(emptyMap(5, 0));
    const auto reader = std::make_shared<Reader>();
    ASSERT_TRUE(feed->subscribe(reader, -1, now));
    feed->close();
    feed->close();
    EXPECT_TRUE(reader->isLost());
    EXPECT_EQ(reader->fault(), "");
    EXPECT_FALSE(feed->subscribe(std::make_shared<Reader>(), -1, now));
}

}  // namespace
}  // namespace tessera::stream::test
