// SPDX-License-Identifier: Apache-2.0
// Inventory and setting up at the staff port of a real server: what is set aside, sold and copied.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "shared/base/encoding.h"
#include "shared/base/time.h"
#include "tests/integration/till_house.h"

namespace tessera::integration {
namespace {

std::string inSeconds(int seconds) {
    const auto now = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::system_clock::now().time_since_epoch());
    return toRfc3339(Instant{now.count()} + Duration::ofSeconds(seconds));
}

class SetupTest : public testing::Test {
protected:
    static void SetUpTestSuite() {
        till_ = std::make_unique<Till>(Stack::shared(), "setup", "administrator");
    }
    static void TearDownTestSuite() { till_.reset(); }

    Answer ask(const std::string& method, Json request) {
        return till_->ask(method, std::move(request));
    }
    Answer change(const std::string& method, Json request) {
        if (!request.contains("requestId")) request["requestId"] = newRequestId();
        return ask(method, std::move(request));
    }
    Answer update(const Sale& sale, Json config, const std::string& mask) {
        return change("UpdateEvent",
                      {{"event", sale.event}, {"config", config}, {"updateMask", mask}});
    }
    // Two seats for cash; the order's id.
    std::string sell(const Sale& sale, const std::vector<std::int32_t>& seats) {
        const Answer held = ask("CreateReservation", seatRequest(sale, seats, newRequestId()));
        EXPECT_TRUE(held.ok()) << held;
        const Answer ordered =
            change("CheckoutReservation",
                   {{"event", sale.event},
                    {"reservation", held.body["reservation"]},
                    {"buyer", {{"name", "=Orlofsky, \"Prinz\""}, {"email", "o@example.org"}}},
                    {"tender", {{"kind", "CASH"}}}});
        EXPECT_TRUE(ordered.ok()) << ordered;
        const Json order = {{"event", sale.event}, {"order", ordered.body["order"]}};
        EXPECT_TRUE(
            eventually([&] { return ask("GetOrder", order).body.value("state", "") == "PAID"; }));
        return ordered.body.value("order", "");
    }
    std::string rows(const std::string& sql) { return stack.psql(sql); }

    Stack& stack = Stack::shared();

private:
    static inline std::unique_ptr<Till> till_;
};

std::int64_t idOf(const std::string& publicId) {
    return decodePublicId(publicId).value_or(0);
}

TEST_F(SetupTest, AnAllocationIsReleasedAtItsTimeWithoutAnybodyAsking) {
    const Sale sale = makeSale(stack);
    const Json named = {{"allocations",
                         {{{"allocationNo", 3},
                           {"name", "Press"},
                           {"kind", "PRESS"},
                           {"releaseTime", inSeconds(3600)}},
                          {{"allocationNo", 4}, {"name", "House"}, {"kind", "HOUSE"}}}}};
    ASSERT_TRUE(update(sale, named, "allocations").ok());
    ASSERT_TRUE(change("SetAllocation",
                       {{"event", sale.event}, {"seatNos", {10, 11, 12, 14}}, {"allocationNo", 3}})
                    .ok());
    ASSERT_TRUE(
        change("SetAllocation", {{"event", sale.event}, {"seatNos", {20}}, {"allocationNo", 4}})
            .ok());
    const Answer seen = ask("GetAllocations", {{"event", sale.event}});
    ASSERT_TRUE(seen.ok()) << seen;
    EXPECT_EQ(seen.body["runs"].size(), 3U);
    EXPECT_EQ(seen.body["runs"][0], Json({{"allocationNo", 3}, {"firstSeatNo", 10}, {"count", 3}}));
    EXPECT_EQ(seen.body["allocations"][1]["name"], "House");

    // The public hears nothing of it, staff does.
    for (const Edge edge : {Edge::Rest, Edge::Grpc}) {
        ApiClient anybody(edge, stack);
        const Answer event = anybody.call("GetEvent", {{"event", sale.event}});
        ASSERT_TRUE(event.ok()) << event;
        EXPECT_TRUE(event.body["config"].value("allocations", Json::array()).empty());
    }
    EXPECT_EQ(ask("GetEvent", {{"event", sale.event}}).body["config"]["allocations"].size(), 2U);

    const Json sooner = {{"allocations",
                          {{{"allocationNo", 3}, {"name", "Press"}, {"releaseTime", inSeconds(4)}},
                           {{"allocationNo", 4}, {"name", "House"}}}}};
    ASSERT_TRUE(update(sale, sooner, "allocations").ok());
    ApiClient anybody(Edge::Grpc, stack);
    EXPECT_TRUE(
        eventually([&] { return mapNow(anybody, sale).substr(10, 5) == std::string(5, '\0'); }));
    EXPECT_EQ(mapNow(anybody, sale)[20], 3);
    EXPECT_EQ(ask("GetAllocations", {{"event", sale.event}}).body["runs"].size(), 1U);
    const Answer late =
        change("SetAllocation", {{"event", sale.event}, {"seatNos", {10}}, {"allocationNo", 3}});
    EXPECT_EQ(late.reason, "INVALID_FIELD");
}

TEST_F(SetupTest, NamesOfAllocationsAreCheckedFieldByField) {
    const Sale sale = makeSale(stack);
    const auto field = [&](const Json& allocations) {
        const Answer answer = update(sale, {{"allocations", allocations}}, "allocations");
        EXPECT_EQ(answer.reason, "INVALID_FIELD") << answer;
        return answer.metadata.value("field", "");
    };
    EXPECT_EQ(field({{{"allocationNo", 0}, {"name", "x"}}}), "config.allocations[0].allocationNo");
    EXPECT_EQ(field({{{"allocationNo", 1000}, {"name", "x"}}}),
              "config.allocations[0].allocationNo");
    EXPECT_EQ(field({{{"allocationNo", 1}, {"name", "x"}}, {{"allocationNo", 1}, {"name", "y"}}}),
              "config.allocations[1].allocationNo");
    EXPECT_EQ(field({{{"allocationNo", 1}, {"name", ""}}}), "config.allocations[0].name");
    EXPECT_EQ(field({{{"allocationNo", 1}, {"name", std::string(101, 'x')}}}),
              "config.allocations[0].name");
    Json many = Json::array();
    for (int i = 1; i <= 65; ++i) many.push_back({{"allocationNo", i}, {"name", "x"}});
    EXPECT_EQ(field(many), "config.allocations");
}

TEST_F(SetupTest, SalesEqualTheLedgerToTheCentAndTheManifestIsReadLikeSeats) {
    const Sale sale = makeSale(stack);
    const std::string event = std::to_string(idOf(sale.event));
    ASSERT_TRUE(
        change("SetAllocation", {{"event", sale.event}, {"seatNos", {30}}, {"allocationNo", 5}})
            .ok());
    const std::string first = sell(sale, {60, 61, 62});
    sell(sale, {70, 64});
    ask("CreateReservation", seatRequest(sale, {80, 81}, newRequestId()));
    const Answer report = ask("GetSales", {{"event", sale.event}, {"minutes", 3}});
    ASSERT_TRUE(report.ok()) << report;
    const Json& total = report.body["total"];
    const std::string booked = rows(
        "SELECT -sum(amount) FROM ledger_entry WHERE event_id = " + event + " AND account = 2");
    EXPECT_EQ(total["revenue"]["minorUnits"], booked);
    EXPECT_EQ(total.value("sold", 0), 5);
    EXPECT_EQ(total.value("held", 0), 2);
    EXPECT_EQ(total.value("blocked", 0), 1);
    EXPECT_EQ(report.body["minutes"].size(), 3U);
    std::int64_t sum = 0;
    for (const Json& each : report.body["categories"]) {
        sum += std::stoll(each["revenue"].value("minorUnits", "0"));
    }
    EXPECT_EQ(std::to_string(sum), booked);
    const auto box = std::ranges::find_if(
        report.body["channels"], [](const Json& each) { return each.value("number", 0) == 2; });
    ASSERT_NE(box, report.body["channels"].end());
    EXPECT_EQ((*box)["revenue"]["minorUnits"], booked);
    EXPECT_EQ(box->value("held", 0), 2);
    EXPECT_EQ(ask("GetSales", {{"event", sale.event}, {"minutes", 241}}).reason, "INVALID_FIELD");

    // Page by page, each ticket once, in the order of the seats.
    std::vector<std::string> seats;
    std::string token;
    do {
        const Answer page =
            ask("ListManifest", {{"event", sale.event}, {"pageSize", 2}, {"pageToken", token}});
        ASSERT_TRUE(page.ok()) << page;
        EXPECT_LE(page.body["lines"].size(), 2U);
        for (const Json& line : page.body["lines"]) {
            EXPECT_EQ(line.value("state", ""), "ACTIVE");
            seats.push_back(line["label"].value("row", "") + "/" + line["label"].value("seat", ""));
        }
        token = page.body.value("nextPageToken", "");
    } while (!token.empty());
    EXPECT_EQ(seats.size(), 5U);
    EXPECT_EQ(std::set<std::string>(seats.begin(), seats.end()).size(), 5U);
    // A token is of its own list.
    const std::string page =
        ask("ListManifest", {{"event", sale.event}, {"pageSize", 2}}).body["nextPageToken"];
    EXPECT_EQ(ask("ListManifest", {{"event", sale.event}, {"pageToken", page}, {"willCall", true}})
                  .reason,
              "INVALID_PAGE_TOKEN");
    EXPECT_EQ(ask("ListManifest", {{"event", sale.event}, {"willCall", true}}).body["lines"].size(),
              5U);

    const Answer file = ask("GetManifestCsv", {{"event", sale.event}, {"language", "de-AT"}});
    ASSERT_TRUE(file.ok()) << file;
    const std::string csv = fromBase64(file.body.value("content", "")).value_or("");
    EXPECT_TRUE(
        csv.starts_with("\xEF\xBB\xBF"
                        "Bereich,Reihe,Platz,Kartenart,"))
        << csv;
    EXPECT_NE(csv.find(",\"'=Orlofsky, \"\"Prinz\"\"\",o@example.org,Kasse,"), std::string::npos)
        << csv;
    EXPECT_EQ(std::ranges::count(csv, '\n'), 6);
}

// What belongs to no event took ids of any age, of which it would not have known what they had
// done.
TEST_F(SetupTest, ARequestIdOfAnotherAgeSetsNothingUp) {
    const Sale sale = makeSale(stack);
    const Json venue = {{"name", "Keller"}, {"city", "Linz"}, {"timeZone", "Europe/Vienna"}};
    const Answer made = change("CreateVenue", venue);
    ASSERT_TRUE(made.ok()) << made;
    const auto refusals = [&](const std::string& id) {
        const auto with = [&](Json request) {
            request["requestId"] = id;
            return request;
        };
        std::string out = ask("CreateVenue", with(venue)).reason;
        out += " " + ask("UpdateVenue", with({{"venue", made.body}})).reason;
        out +=
            " " + ask("CopyEvent",
                      with({{"event", sale.event}, {"startsAt", Json::array({inSeconds(90'000)})}}))
                      .reason;
        return out;
    };
    EXPECT_EQ(refusals(newRequestId(-std::chrono::hours(24 * 31))),
              "REQUEST_ID_TOO_OLD REQUEST_ID_TOO_OLD REQUEST_ID_TOO_OLD");
    EXPECT_EQ(refusals(newRequestId(std::chrono::seconds(60))),
              "REQUEST_ID_AHEAD REQUEST_ID_AHEAD REQUEST_ID_AHEAD");
    EXPECT_EQ(ask("ListVenues", {{"query", "Keller Linz"}}).body["venues"].size(), 1U);
}

TEST_F(SetupTest, AVenueIsChangedOnceAndFoundByItsNewName) {
    const Answer made = change("CreateVenue", {{"name", "Zwinger"},
                                               {"city", "Salzburg"},
                                               {"countryCode", "AT"},
                                               {"timeZone", "Europe/Vienna"}});
    ASSERT_TRUE(made.ok()) << made;
    Json venue = made.body;
    venue["name"] = "Zwinger am See";
    const Json request = {{"requestId", newRequestId()}, {"venue", venue}};
    ASSERT_TRUE(ask("UpdateVenue", request).ok());
    EXPECT_EQ(ask("UpdateVenue", request).body, venue);
    Json other = request;
    other["venue"]["city"] = "Graz";
    EXPECT_EQ(ask("UpdateVenue", other).reason, "REQUEST_ID_REUSED");
    const Answer found = ask("ListVenues", {{"query", "see zwin salz"}});
    ASSERT_EQ(found.body["venues"].size(), 1U) << found;
    EXPECT_EQ(found.body["venues"][0], venue);
    EXPECT_EQ(ask("ListVenues", {{"query", "winger"}}).body["venues"].size(), 0U);
    venue["timeZone"] = "../etc";
    EXPECT_EQ(change("UpdateVenue", {{"venue", venue}}).metadata.value("field", ""),
              "venue.timeZone");
    const std::string id = std::to_string(idOf(made.body.value("venue", "")));
    EXPECT_EQ(rows("SELECT string_agg(action, ' ' ORDER BY number) FROM trail WHERE event_id = 0 "
                   "AND subject = " +
                   id),
              "create_venue change_venue");
}

TEST_F(SetupTest, OfAVenueTheNamedFieldsChangeAndNoOthers) {
    const Answer made = change("CreateVenue", {{"name", "Orpheum"},
                                               {"city", "Graz"},
                                               {"countryCode", "AT"},
                                               {"timeZone", "Europe/Vienna"}});
    ASSERT_TRUE(made.ok()) << made;
    const auto update = [&](Json fields, const char* mask) {
        fields["venue"] = made.body["venue"];
        return change("UpdateVenue", {{"venue", fields}, {"updateMask", mask}});
    };
    // Two who saw it before either of them saved; the other fields are empty, and stay.
    ASSERT_TRUE(update({{"name", "Orpheum extra"}}, "name").ok());
    const Answer last = update({{"city", "Wien"}, {"countryCode", ""}}, "city,countryCode");
    ASSERT_TRUE(last.ok()) << last;
    EXPECT_EQ(last.body["name"], "Orpheum extra");
    EXPECT_EQ(last.body["city"], "Wien");
    EXPECT_EQ(last.body.value("countryCode", ""), "");
    EXPECT_EQ(last.body["timeZone"], "Europe/Vienna");
    EXPECT_EQ(ask("ListVenues", {{"query", "orpheum wien"}}).body["venues"][0], last.body);
    EXPECT_EQ(update({{"city", ""}}, "city").metadata.value("field", ""), "venue.city");
    EXPECT_EQ(update({{"city", "Linz"}}, "town").metadata.value("field", ""), "updateMask");
    EXPECT_EQ(ask("ListVenues", {{"query", "orpheum"}}).body["venues"][0], last.body);
}

TEST_F(SetupTest, APaintedLayoutHasTheSeatsOfTheOldOneAndOtherBands) {
    const std::string layout = theatreLayout(stack);
    const Answer old = ask("GetVenueLayout", {{"layout", layout}});
    ASSERT_TRUE(old.ok()) << old;
    Json categories = old.body["categories"];
    categories.push_back(
        {{"categoryNo", categories.size()}, {"name", "Gold"}, {"color", "#d4af37"}});
    const auto gold = categories.size() - 1;
    const Json request = {{"requestId", newRequestId()},
                          {"layout", layout},
                          {"name", "Gala"},
                          {"categories", categories},
                          {"runs", {{{"firstSeatNo", 3}, {"count", 4}, {"categoryNo", gold}}}}};
    const Answer painted = ask("PaintLayout", request);
    ASSERT_TRUE(painted.ok()) << painted;
    EXPECT_EQ(ask("PaintLayout", request).body["layout"], painted.body["layout"]);
    const Answer now = ask("GetVenueLayout", {{"layout", painted.body["layout"]}});
    EXPECT_EQ(now.body["seatCount"], old.body["seatCount"]);
    std::vector<std::int32_t> inGold;
    for (const Json& section : now.body["sections"]) {
        for (const Json& row : section["rows"]) {
            for (const Json& seat : row["seats"]) {
                if (seat.value("categoryNo", std::size_t{0}) != gold) continue;
                inGold.push_back(seat.value("seatNo", 0));
            }
        }
    }
    EXPECT_EQ(inGold, (std::vector<std::int32_t>{3, 4, 5, 6}));
    Json beyond = request;
    beyond["requestId"] = newRequestId();
    beyond["runs"][0]["count"] = 199'000;
    EXPECT_EQ(ask("PaintLayout", beyond).reason, "SEAT_UNKNOWN");
    beyond["runs"] = Json::array();
    beyond["categories"] = {categories[0]};
    beyond["requestId"] = newRequestId();
    EXPECT_EQ(ask("PaintLayout", beyond).reason, "CATEGORY_UNKNOWN");
    const Answer listed = ask("ListLayouts", {{"venue", old.body["venue"]}});
    ASSERT_TRUE(listed.ok()) << listed;
    EXPECT_EQ(listed.body["layouts"][0]["name"], "Gala");
    EXPECT_EQ(listed.body["layouts"][0]["version"], 2);
}

// In 2032 summer time begins on March 28; no other event here is so far ahead.
TEST_F(SetupTest, ACopyKeepsTheClocksOfItsVenueOverSummerTime) {
    Json config = theatreConfig({});
    config["startsAt"] = "2032-03-20T19:00:00Z";  // 20:00 in Vienna.
    config["saleWindows"] = {{"opensAt", "2032-03-01T09:00:00Z"}};
    config["allocations"] = {
        {{"allocationNo", 3}, {"name", "Press"}, {"releaseTime", "2032-03-19T17:00:00Z"}}};
    const Answer made =
        change("CreateEvent", {{"layout", theatreLayout(stack)}, {"config", config}});
    ASSERT_TRUE(made.ok()) << made;
    const Json source = {{"event", made.body["event"]}};
    Json code = source;
    code["code"] = {{"code", "PRESS-1"},
                    {"allocationNo", 3},
                    {"usesMax", 2},
                    {"validUntil", "2032-03-20T11:00:00Z"}};
    ASSERT_TRUE(change("CreateCode", code).ok());
    Json aside = source;
    aside.update({{"seatNos", {5, 6}}, {"allocationNo", 3}});
    ASSERT_TRUE(change("SetAllocation", aside).ok());

    Json request = source;
    request.update({{"requestId", newRequestId()},
                    {"startsAt", {"2032-03-27T19:00:00Z", "2032-04-03T18:00:00Z"}},
                    {"withCodes", true},
                    {"withAllocations", true}});
    const Answer copied = ask("CopyEvent", request);
    ASSERT_TRUE(copied.ok()) << copied;
    ASSERT_EQ(copied.body["events"].size(), 2U);
    const Json& winter = copied.body["events"][0];
    const Json& summer = copied.body["events"][1];
    EXPECT_EQ(winter["saleState"], "DRAFT");
    EXPECT_EQ(winter["config"]["saleWindows"]["opensAt"], "2032-03-08T09:00:00Z");
    EXPECT_EQ(winter["config"]["allocations"][0]["releaseTime"], "2032-03-26T17:00:00Z");
    EXPECT_EQ(summer["config"]["startsAt"], "2032-04-03T18:00:00Z");
    // The day before at 18:00 by the clocks, which is in summer time now; the opening is not.
    EXPECT_EQ(summer["config"]["allocations"][0]["releaseTime"], "2032-04-02T16:00:00Z");
    EXPECT_EQ(summer["config"]["saleWindows"]["opensAt"], "2032-03-15T09:00:00Z");
    EXPECT_EQ(ask("CopyEvent", request).body["events"][1]["event"], summer["event"]);

    const Answer codes = ask("ListCodes", {{"event", summer["event"]}});
    ASSERT_EQ(codes.body["codes"].size(), 1U) << codes;
    EXPECT_EQ(codes.body["codes"][0]["validUntil"], "2032-04-03T10:00:00Z");
    const Answer seats = ask("GetAllocations", {{"event", summer["event"]}});
    EXPECT_EQ(seats.body["runs"],
              Json::array({{{"allocationNo", 3}, {"firstSeatNo", 5}, {"count", 2}}}));
    // It sells like any other, once it is priced and open.
    EXPECT_TRUE(change("OpenSale", {{"event", winter["event"]}}).ok());
    const Answer listed = ask("ListAllEvents", {{"startsAfter", "2032-03-01T00:00:00Z"}});
    EXPECT_EQ(listed.body["events"].size(), 3U) << listed;
    EXPECT_EQ(ask("GetAnyEvent", {{"event", summer["event"]}}).body["saleState"], "DRAFT");
    ApiClient anybody(Edge::Rest, stack);
    EXPECT_EQ(anybody.call("GetEvent", {{"event", summer["event"]}}).reason, "EVENT_NOT_FOUND");
    // All or none.
    Json twice = request;
    twice["requestId"] = newRequestId();
    twice["startsAt"] = {"2032-05-01T18:00:00Z", "2032-05-01T18:00:00Z"};
    EXPECT_EQ(ask("CopyEvent", twice).reason, "INVALID_FIELD");
    EXPECT_EQ(ask("ListAllEvents", {{"startsAfter", "2032-05-01T00:00:00Z"}}).body["events"].size(),
              0U);
    const auto verified = stack.runProgram(
        "tessera-admin", {"--database", stack.conninfo(), "audit", "verify"}, Millis{20'000});
    EXPECT_EQ(verified.code, 0) << verified.output;
}

}  // namespace
}  // namespace tessera::integration
