// SPDX-License-Identifier: Apache-2.0
// What staff set on an event, and what buyers get of it: allocations, codes, presale.
#include <gtest/gtest.h>

#include "shared/base/ids.h"
#include "shared/base/time.h"
#include "tests/integration/sale.h"

namespace tessera::integration {
namespace {

constexpr int kHouse = 7;

class StaffTest : public testing::TestWithParam<Edge> {
protected:
    Answer asStaff(const std::string& method, Json request) {
        request["event"] = sale.event;
        if (!request.contains("requestId")) request["requestId"] = newRequestId();
        return client.call(method, request, {{"authorization", "Bearer " + stack.adminKey()}});
    }
    Answer holdWith(Json request, const std::string& code) {
        request["code"] = code;
        Buyer someone(GetParam(), stack);
        return client.call("CreateReservation", request, {{"x-caller-key", someone.callerKey}});
    }
    Json seats(const std::vector<std::int32_t>& numbers) const {
        return seatRequest(sale, numbers, newRequestId());
    }
    static std::string fromNow(int seconds) {
        const auto now = std::chrono::duration_cast<std::chrono::microseconds>(
            std::chrono::system_clock::now().time_since_epoch());
        return toRfc3339(Instant{now.count()} + Duration::ofSeconds(seconds));
    }

    Stack& stack = Stack::shared();
    ApiClient client{GetParam(), stack};
    Sale sale = makeSale(stack);
};

// The contract lets it be empty; the database refused it, and the answer was that it is away.
TEST_P(StaffTest, AVenueMayHaveNoCountry) {
    const Answer made = client.call("CreateVenue",
                                    {{"requestId", newRequestId()},
                                     {"name", "Ship"},
                                     {"city", "At sea"},
                                     {"timeZone", "Etc/UTC"}},
                                    {{"authorization", "Bearer " + stack.adminKey()}});
    ASSERT_TRUE(made.ok()) << made;
    EXPECT_EQ(made.body.value("countryCode", ""), "");
}

TEST_P(StaffTest, BlockedSeatsAreForThoseWithTheCodeOfTheirAllocation) {
    const Answer set =
        asStaff("SetAllocation", {{"seatNos", {40, 41, 42}}, {"allocationNo", kHouse}});
    ASSERT_TRUE(set.ok()) << set;
    EXPECT_EQ(set.body.at("seatsChanged"), 3);
    EXPECT_TRUE(eventually([&] {
        return mapNow(client, sale).substr(40, 4) == std::string{3, 3, 3, 0};
    }));
    const Answer made =
        asStaff("CreateCode", {{"code", {{"code", "house-list"}, {"allocationNo", kHouse}}}});
    ASSERT_TRUE(made.ok()) << made;
    EXPECT_EQ(made.body.at("code"), "HOUSE-LIST");
    EXPECT_EQ(client.call("CreateReservation", seats({40, 41}), {{"x-caller-key", newCallerKey()}})
                  .reason,
              "SEAT_UNAVAILABLE");
    EXPECT_EQ(holdWith(seats({40, 41}), "nobody").reason, "CODE_UNKNOWN");
    const Answer held = holdWith(seats({40, 41}), "House-List");
    ASSERT_TRUE(held.ok()) << held;
    EXPECT_EQ(seatsInDatabase(stack, sale, 3), 1);
    const Answer back = asStaff("SetAllocation", {{"seatNos", {42}}, {"allocationNo", 0}});
    ASSERT_TRUE(back.ok()) << back;
    // A map may be a tenth of a second behind.
    EXPECT_TRUE(eventually([&] {
        return mapNow(client, sale).substr(40, 3) == std::string{1, 1, 0};
    }));
    EXPECT_EQ(asStaff("SetAllocation", {{"seatNos", {40}}, {"allocationNo", kHouse}}).reason,
              "SEAT_UNAVAILABLE");
}

TEST_P(StaffTest, ACodeIsUsedAsOftenAsItSaysAndAReleasedHoldGivesItsUseBack) {
    const std::string id = newRequestId();
    const Json code = {{"requestId", id},
                       {"code", {{"code", "ONCE"}, {"usesMax", 1}, {"rateOffPpm", 500'000}}}};
    const Answer made = asStaff("CreateCode", code);
    ASSERT_TRUE(made.ok()) << made;
    const Answer again = asStaff("CreateCode", code);
    ASSERT_TRUE(again.ok()) << again;
    EXPECT_EQ(again.body.at("codeId"), made.body.at("codeId"));
    EXPECT_EQ(asStaff("CreateCode", {{"code", {{"code", "once"}}}}).reason, "CODE_EXISTS");

    Buyer first(GetParam(), stack);
    Json request = seats({50, 51});
    request["code"] = "ONCE";
    const Answer held =
        client.call("CreateReservation", request, {{"x-caller-key", first.callerKey}});
    ASSERT_TRUE(held.ok()) << held;
    const Answer full = first.hold(sale, {52, 53});
    ASSERT_TRUE(full.ok()) << full;
    const auto minorOf = [](const Answer& answer, const char* part) {
        return std::stol(answer.body.at("price").at(part).value("minorUnits", "0"));
    };
    EXPECT_GT(minorOf(held, "discount"), 0);
    EXPECT_EQ(minorOf(full, "discount"), 0);
    EXPECT_LT(minorOf(held, "total"), minorOf(full, "total"));
    EXPECT_EQ(holdWith(seats({54, 55}), "ONCE").reason, "CODE_USED_UP");
    const Answer cancelled = client.call("CancelReservation",
                                         {{"event", sale.event},
                                          {"reservation", held.body.at("reservation")},
                                          {"requestId", newRequestId()}},
                                         {{"x-holder-token", held.body.at("holderToken")}});
    ASSERT_TRUE(cancelled.ok()) << cancelled;
    EXPECT_TRUE(holdWith(seats({54, 55}), "ONCE").ok());
}

TEST_P(StaffTest, AWithdrawnCodeIsRefusedToABuyerAndAHoldThatHasItKeepsIt) {
    const Answer made =
        asStaff("CreateCode", {{"code", {{"code", "FRIENDS"}, {"rateOffPpm", 500'000}}}});
    ASSERT_TRUE(made.ok()) << made;
    Buyer first(GetParam(), stack);
    Json request = seats({70});
    request["code"] = "FRIENDS";
    const Answer held =
        client.call("CreateReservation", request, {{"x-caller-key", first.callerKey}});
    ASSERT_TRUE(held.ok()) << held;
    const Json withdrawal = {{"requestId", newRequestId()},
                             {"codeId", made.body.at("codeId")},
                             {"usesMax", 7},
                             {"validUntil", fromNow(-1)},
                             {"updateMask", "usesMax,validUntil"}};
    const Answer withdrawn = asStaff("UpdateCode", withdrawal);
    ASSERT_TRUE(withdrawn.ok()) << withdrawn;
    EXPECT_EQ(withdrawn.body.at("code"), "FRIENDS");
    EXPECT_EQ(withdrawn.body.at("rateOffPpm"), 500'000);
    EXPECT_EQ(withdrawn.body.at("uses"), 1);
    EXPECT_EQ(withdrawn.body.at("usesMax"), 7);
    EXPECT_EQ(holdWith(seats({72}), "FRIENDS").reason, "CODE_NOT_VALID_NOW");
    const Answer read = client.call(
        "GetReservation", {{"event", sale.event}, {"reservation", held.body.at("reservation")}},
        {{"x-holder-token", held.body.at("holderToken")}});
    EXPECT_EQ(read.body.at("price"), held.body.at("price")) << read;

    Json open = withdrawal;
    open["requestId"] = newRequestId();
    open.erase("validUntil");
    open["updateMask"] = "usesMax";
    ASSERT_TRUE(asStaff("UpdateCode", open).ok());
    EXPECT_EQ(holdWith(seats({72}), "FRIENDS").reason, "CODE_NOT_VALID_NOW") << "it stays so";
    open["requestId"] = newRequestId();
    open["updateMask"] = "validUntil";
    ASSERT_TRUE(asStaff("UpdateCode", open).ok());
    EXPECT_TRUE(holdWith(seats({72}), "FRIENDS").ok());
    // Asked again, the withdrawal is answered and not done a second time.
    const Answer again = asStaff("UpdateCode", withdrawal);
    ASSERT_TRUE(again.ok()) << again;
    EXPECT_EQ(again.body.at("uses"), 2);
    EXPECT_FALSE(again.body.contains("validUntil")) << again;
    EXPECT_TRUE(holdWith(seats({74}), "FRIENDS").ok());
    EXPECT_EQ(stack.psql("SELECT uses || ' of ' || uses_max FROM code WHERE code = 'FRIENDS' "
                         "AND event_id = " +
                         std::to_string(decodePublicId(sale.event).value_or(0))),
              "3 of 7");
    open["requestId"] = newRequestId();
    open["codeId"] = held.body.at("reservation");
    EXPECT_EQ(asStaff("UpdateCode", open).reason, "CODE_NOT_FOUND");
    open["codeId"] = made.body.at("codeId");
    for (const char* const mask : {"", "code", "usesMax,rateOffPpm"}) {
        open["requestId"] = newRequestId();
        open["updateMask"] = mask;
        EXPECT_EQ(asStaff("UpdateCode", open).reason, "INVALID_FIELD") << mask;
    }
    open["requestId"] = newRequestId();
    open["updateMask"] = "validFrom";
    open["validFrom"] = fromNow(3'600);
    ASSERT_TRUE(asStaff("UpdateCode", open).ok());
    open["requestId"] = newRequestId();
    open["updateMask"] = "validUntil";
    open["validUntil"] = fromNow(1'800);
    const Answer turned = asStaff("UpdateCode", open);
    EXPECT_EQ(turned.reason, "INVALID_FIELD");
    EXPECT_EQ(turned.metadata.at("field"), "validUntil") << turned;
}

TEST_P(StaffTest, BeforeTheSaleOpensAPresaleCodeOpensItForItsHolder) {
    const Answer later = asStaff(
        "UpdateEvent",
        {{"config",
          {{"saleWindows", {{"presaleOpensAt", fromNow(-60)}, {"opensAt", fromNow(3600)}}}}},
         {"updateMask", "saleWindows"}});
    ASSERT_TRUE(later.ok()) << later;
    ASSERT_TRUE(asStaff("CreateCode", {{"code", {{"code", "FANS"}, {"presale", true}}}}).ok());
    ASSERT_TRUE(asStaff("CreateCode", {{"code", {{"code", "PLAIN"}}}}).ok());
    const Answer early =
        client.call("CreateReservation", seats({60}), {{"x-caller-key", newCallerKey()}});
    EXPECT_EQ(early.reason, "SALE_NOT_OPEN");
    EXPECT_TRUE(early.metadata.contains("opens_at")) << early;
    EXPECT_EQ(holdWith(seats({60}), "PLAIN").reason, "SALE_NOT_OPEN");
    EXPECT_TRUE(holdWith(seats({60}), "FANS").ok());
}

INSTANTIATE_TEST_SUITE_P(Edges, StaffTest, testing::Values(Edge::Rest, Edge::Grpc),
                         [](const auto& tested) { return nameOf(tested.param); });

}  // namespace
}  // namespace tessera::integration
