// SPDX-License-Identifier: Apache-2.0
// Negative controls: what a faulty feed would deliver is reported.
#include "tests/stream/feed_checker.h"

#include <gtest/gtest.h>

namespace tessera::stream::test {
namespace {

enum class Fault { None, DropOne, RepeatOne, AlterOne };

// Hands on what a real feed delivers, but for one planted fault at the fifth message.
class FaultyWire final : public Subscriber {
public:
    FaultyWire(Reader& reader, Fault fault) : reader_(reader), fault_(fault) {}
    bool deliver(const Encoded& message) override {
        if (++count_ != 5 || fault_ == Fault::None) return reader_.deliver(message);
        if (fault_ == Fault::DropOne) return true;
        if (fault_ == Fault::RepeatOne) {
            return reader_.deliver(message) && reader_.deliver(message);
        }
        std::string text = *message.json;
        const auto areas = text.rfind(' ');  // The last number: a free count.
        text.replace(areas + 1, std::string::npos, "7");
        return reader_.deliver({message.revision, message.grpc,
                                std::make_shared<const std::string>(std::move(text)), nullptr});
    }
    void lost() override { reader_.lost(); }

private:
    Reader& reader_;
    const Fault fault_;
    int count_ = 0;
};

// What the checker says after ten changes (of which the fifth message is the fourth delta).
std::string judge(Fault fault, int changes) {
    SeatMapFeed feed(EventId{1}, emptyMap(20, 1), std::make_shared<CountingEncoder>(), {});
    Publisher publisher(feed, emptyMap(20, 1));
    Reader reader;
    EXPECT_TRUE(feed.subscribe(std::make_shared<FaultyWire>(reader, fault), -1, Instant{1}));
    for (int i = 0; i < changes; ++i) publisher.change(static_cast<std::size_t>(i), 3);
    const auto fault2 = reader.fault();
    return fault2.empty() ? difference(reader.map(), publisher.truth()) : fault2;
}

TEST(FeedCheckerTest, AFaultlessFeedIsNotReported) {
    EXPECT_EQ(judge(Fault::None, 10), "");
}

TEST(FeedCheckerTest, ADroppedDeltaIsReported) {
    EXPECT_EQ(judge(Fault::DropOne, 10), "a delta from 4 at 3");
    EXPECT_EQ(judge(Fault::DropOne, 4), "revision 3, not 4");
}

TEST(FeedCheckerTest, ARepeatedDeltaIsReported) {
    EXPECT_EQ(judge(Fault::RepeatOne, 10), "a delta from 3 at 4");
}

TEST(FeedCheckerTest, AnAlteredDeltaIsReported) {
    EXPECT_EQ(judge(Fault::AlterOne, 4), "areas");
}

TEST(FeedCheckerTest, EveryPartOfAMapIsCompared) {
    const auto map = emptyMap(3, 2, 5);
    auto other = map;
    other.seats[2] = 1;
    EXPECT_EQ(difference(other, map), "seat 2");
    other = map;
    other.areaFree[1] = 1;
    EXPECT_EQ(difference(other, map), "areas");
    EXPECT_EQ(difference(emptyMap(4, 2, 5), map), "number of seats");
    EXPECT_EQ(difference(map, map), "");
}

}  // namespace
}  // namespace tessera::stream::test
