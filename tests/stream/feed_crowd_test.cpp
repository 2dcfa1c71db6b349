// SPDX-License-Identifier: Apache-2.0
// Many threads subscribe, resume, leave and read while one publishes.
#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <thread>

#include "tests/stream/feed_checker.h"

namespace tessera::stream::test {
namespace {

constexpr std::size_t kSeats = 400;
constexpr int kChanges = 3000;

Instant steadyNow() {
    using namespace std::chrono;
    return {duration_cast<microseconds>(steady_clock::now().time_since_epoch()).count()};
}

// Subscribes, is dropped after a few messages, and resumes from the map it has, until the end.
void readOn(SeatMapFeed& feed, std::atomic<bool>& published, unsigned seed) {
    std::mt19937 random(seed);
    SeatMapState map;
    std::int64_t after = -1;
    while (!published) {
        const auto reader = after < 0 ? std::make_shared<Reader>() : std::make_shared<Reader>(map);
        ASSERT_TRUE(feed.subscribe(reader, after, steadyNow()));
        ASSERT_TRUE(reader->waitFor(std::min<std::int64_t>(
            feed.revision(), after + static_cast<std::int64_t>(random() % 40))));
        feed.unsubscribe(reader.get());
        ASSERT_EQ(reader->fault(), "");
        map = reader->map();
        after = random() % 5 == 0 ? -1 : map.revision;
    }
    const auto last = std::make_shared<Reader>(map);
    ASSERT_TRUE(feed.subscribe(last, after < 0 ? -1 : map.revision, steadyNow()));
    ASSERT_TRUE(last->waitFor(kChanges));
    ASSERT_EQ(last->fault(), "");
    SeatMapState end = readSnapshot(*feed.snapshot(Instant{INT64_MAX / 2}).json);
    ASSERT_EQ(difference(last->map(), end), "");
}

TEST(FeedCrowdTest, EverySubscriberEndsWithExactlyThePublishedMap) {
    const auto encoder = std::make_shared<CountingEncoder>();
    FeedOptions options;
    options.deltasKept = 64;
    SeatMapFeed feed(EventId{1}, emptyMap(kSeats, 1), encoder, options);
    Publisher publisher(feed, emptyMap(kSeats, 1));
    std::vector<std::shared_ptr<Reader>> constant;
    for (int i = 0; i < 50; ++i) {
        constant.push_back(std::make_shared<Reader>());
        ASSERT_TRUE(feed.subscribe(constant.back(), -1, steadyNow()));
    }
    std::atomic<bool> published{false};
    std::vector<std::thread> threads;
    for (unsigned seed = 1; seed <= 4; ++seed) {
        threads.emplace_back([&, seed] { readOn(feed, published, seed); });
    }
    threads.emplace_back([&] {
        while (!published) {
            const auto shown = readSnapshot(*feed.snapshot(steadyNow()).json);
            ASSERT_EQ(shown.seats.size(), kSeats);
        }
    });
    for (int i = 0; i < kChanges; ++i) publisher.change(static_cast<std::size_t>(i) * 7, 5);
    published = true;
    for (auto& thread : threads) thread.join();
    for (const auto& reader : constant) {
        EXPECT_EQ(reader->fault(), "");
        EXPECT_EQ(difference(reader->map(), publisher.truth()), "");
    }
    EXPECT_LE(encoder->deltas, kChanges) << "each change is encoded once at most";
}

TEST(FeedCrowdTest, ASlowSubscriberIsDroppedAndHindersNobody) {
    SeatMapFeed feed(EventId{1}, emptyMap(50, 1), std::make_shared<CountingEncoder>(), {});
    Publisher publisher(feed, emptyMap(50, 1));
    const auto fast = std::make_shared<Reader>();
    const auto slow = std::make_shared<Reader>(4);
    const auto other = std::make_shared<Reader>();
    for (const auto& reader : {fast, slow, other}) {
        ASSERT_TRUE(feed.subscribe(reader, -1, Instant{0}));
    }
    for (std::size_t i = 0; i < 10; ++i) publisher.change(i, 2);
    EXPECT_TRUE(slow->isLost());
    EXPECT_EQ(slow->fault(), "") << "told once, and nothing after it";
    EXPECT_EQ(slow->map().revision, 3);
    EXPECT_EQ(feed.subscriberCount(), 2u);
    const auto resumed = std::make_shared<Reader>(slow->map());
    ASSERT_TRUE(feed.subscribe(resumed, slow->map().revision, Instant{0}));
    EXPECT_EQ(resumed->snapshots(), 0u);
    for (const auto& reader : {fast, other, resumed}) {
        EXPECT_EQ(reader->fault(), "");
        EXPECT_EQ(difference(reader->map(), publisher.truth()), "");
    }
}

// lost() was called under the lock; a peer that is gone then unsubscribed into a deadlock.
TEST(FeedCrowdTest, ASubscriberMayCallTheFeedWhenItIsLost) {
    class Leaver final : public Subscriber {
    public:
        explicit Leaver(SeatMapFeed& feed) : feed_(feed) {}
        bool deliver(const Encoded&) override { return false; }
        void lost() override {
            feed_.unsubscribe(this);
            wasLost = true;
        }
        bool wasLost = false;

    private:
        SeatMapFeed& feed_;
    };
    SeatMapFeed feed(EventId{1}, emptyMap(5, 1), std::make_shared<CountingEncoder>(), {});
    Publisher publisher(feed, emptyMap(5, 1));
    const auto present = std::make_shared<Leaver>(feed);
    ASSERT_TRUE(feed.subscribe(present, 0, Instant{0}));
    publisher.change(0, 1);
    EXPECT_TRUE(present->wasLost);
    const auto joining = std::make_shared<Leaver>(feed);
    EXPECT_TRUE(feed.subscribe(joining, -1, Instant{0}));
    EXPECT_TRUE(joining->wasLost);
    EXPECT_EQ(feed.subscriberCount(), 0u);
}

}  // namespace
}  // namespace tessera::stream::test
