// SPDX-License-Identifier: Apache-2.0
// Between the contract and the engine: terms, prices, seat maps, tokens, reasons.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "server/api/convert_common.h"
#include "server/api/convert_disruption.h"
#include "server/api/convert_event.h"
#include "server/api/convert_price.h"
#include "server/api/convert_seat_map.h"
#include "server/api/json_reader.h"
#include "server/api/page_token.h"
#include "server/api/reasons.h"
#include "tessera/v1/errors.pb.h"
#include "tests/api/fake_app.h"

namespace tessera::api::test {
namespace {

v1::EventConfig config() {
    v1::EventConfig out;
    EXPECT_FALSE(readJson(hallConfigJson(), out).has_value());
    return out;
}

TEST(ConvertTest, AConfigThatIsWholeGivesTerms) {
    const auto terms = toTerms(config(), std::int16_t{3});
    ASSERT_TRUE(terms.has_value());
    EXPECT_EQ(terms->prices.size(), 6U);
    EXPECT_EQ(terms->maxPerOrder, 10);
    EXPECT_EQ(terms->channels, 0b111);
    EXPECT_TRUE(terms->noOrphans);
}

TEST(ConvertTest, AMoveIsToATimeToComeAndAnsweredBeforeIt) {
    constexpr std::int64_t kNow = 1'800'000'000;
    const auto fieldOf = [&](std::int64_t startsAt, std::int64_t answerUntil) -> std::string {
        v1::MoveEventRequest request;
        request.mutable_starts_at()->set_seconds(startsAt);
        request.mutable_answer_until()->set_seconds(answerUntil);
        const auto move = toMove(request, Instant{kNow * 1'000'000});
        return move ? "" : move.error().metadata.at(0).second;
    };
    EXPECT_EQ(fieldOf(kNow + 20, kNow + 20), "");
    EXPECT_EQ(fieldOf(kNow + 20, kNow + 21), "answerUntil");
    EXPECT_EQ(fieldOf(kNow + 20, kNow), "answerUntil");
    EXPECT_EQ(fieldOf(kNow, kNow + 10), "startsAt");
}

// One more than the number was asked for, which the largest has not.
TEST(ConvertTest, ACategoryBeyondAllNumbersIsUnknown) {
    auto wrong = config();
    wrong.mutable_prices(0)->set_category_no(INT32_MAX);
    const auto terms = toTerms(wrong, std::nullopt);
    ASSERT_FALSE(terms.has_value());
    EXPECT_EQ(terms.error().reason, "CATEGORY_UNKNOWN");
}

// Each change makes the config wrong at the field named beside it.
TEST(ConvertTest, EveryFieldOfAConfigIsChecked) {
    using Change = std::function<void(v1::EventConfig&)>;
    const std::vector<std::pair<std::string, Change>> changes{
        {"config.name", [](auto& c) { c.clear_name(); }},
        {"config.description", [](auto& c) { c.set_description(std::string(10'001, 'x')); }},
        {"config.startsAt", [](auto& c) { c.clear_starts_at(); }},
        {"config.currencyCode", [](auto& c) { c.set_currency_code("eur"); }},
        {"config.ticketTypes", [](auto& c) { c.clear_ticket_types(); }},
        {"config.ticketTypes[1].ticketTypeNo",
         [](auto& c) { c.mutable_ticket_types(1)->set_ticket_type_no(5); }},
        {"config.ticketTypes[0].name", [](auto& c) { c.mutable_ticket_types(0)->clear_name(); }},
        {"config.prices[0].categoryNo", [](auto& c) { c.mutable_prices(0)->set_category_no(3); }},
        {"config.prices[1].ticketTypeNo",
         [](auto& c) { c.mutable_prices(1)->set_ticket_type_no(2); }},
        {"config.prices[0].minorUnits", [](auto& c) { c.mutable_prices(0)->set_minor_units(-1); }},
        {"config.prices[3].categoryNo", [](auto& c) { *c.add_prices() = c.prices(0); }},
        // Events with these could be made, and never be loaded again.
        {"config.focalPoint", [](auto& c) { c.mutable_focal_point()->set_x(1e300); }},
        {"config.focalPoint", [](auto& c) { c.mutable_focal_point()->set_y(std::nan("")); }},
        {"config.fees[0].kind", [](auto& c) { c.mutable_fees(0)->clear_kind(); }},
        {"config.fees[1].ratePpm", [](auto& c) { c.mutable_fees(1)->set_rate_ppm(1'000'001); }},
        {"config.taxes[0].ratePpm", [](auto& c) { c.mutable_taxes(0)->set_rate_ppm(-1); }},
        {"config.limits.perOrder", [](auto& c) { c.mutable_limits()->set_per_order(101); }},
        {"config.limits.perBuyer", [](auto& c) { c.mutable_limits()->set_per_buyer(-1); }},
        {"config.channels[0]", [](auto& c) { c.add_channels(v1::CHANNEL_UNSPECIFIED); }},
        {"config.holdDuration", [](auto& c) { c.mutable_hold_duration()->set_seconds(0); }},
        {"config.payDuration", [](auto& c) { c.mutable_pay_duration()->set_seconds(9); }},
        {"config.terms", [](auto& c) { c.set_terms(std::string(4'001, 'x')); }},
        {"config.imageUrl", [](auto& c) { c.set_image_url("http://example.org/a.svg"); }},
        {"config.imageUrl", [](auto& c) { c.set_image_url("//example.org/a.svg"); }},
        {"config.imageUrl", [](auto& c) { c.set_image_url("/" + std::string(500, 'a')); }},
        {"config.entrances",
         [](auto& c) {
             for (int i = 0; i < 65; ++i) c.add_entrances()->set_name("Gate");
         }},
        {"config.entrances[0].name", [](auto& c) { c.add_entrances()->add_section_nos(1); }},
        {"config.runningTime", [](auto& c) { c.mutable_running_time()->set_seconds(59); }},
        {"config.afterSale.returnFeePpm",
         [](auto& c) { c.mutable_after_sale()->set_return_fee_ppm(1'000'001); }},
        {"config.saleWindows.closesAt",
         [](auto& c) { c.mutable_sale_windows()->mutable_opens_at()->set_seconds(4e9); }}};
    for (const auto& [field, change] : changes) {
        auto wrong = config();
        change(wrong);
        const auto terms = toTerms(wrong, std::int16_t{3});
        ASSERT_FALSE(terms.has_value()) << field;
        EXPECT_EQ(terms.error().metadata.at(0).first, "field");
        EXPECT_EQ(terms.error().metadata.at(0).second, field);
        EXPECT_TRUE(knownReason(terms.error().reason)) << field;
    }
}

TEST(ConvertTest, WhatIsNotSaidOfTheTimeAfterTheSaleIsNotAllowed) {
    auto rules = config();
    EXPECT_EQ(toTerms(rules, std::int16_t{3})->afterSale, engine::AfterSale{});
    rules.mutable_after_sale()->mutable_returns_until()->set_seconds(7);
    rules.mutable_after_sale()->set_return_fee_ppm(100'000);
    const auto after = toTerms(rules, std::int16_t{3})->afterSale;
    EXPECT_EQ(after.returnsUntil, Instant{7'000'000});
    EXPECT_EQ(after.returnFee, Rate{100'000});
    EXPECT_EQ(after.exchangesUntil, Instant{});
    rules.mutable_after_sale()->mutable_exchanges_until()->set_seconds(8);
    rules.mutable_after_sale()->mutable_transfers_until()->set_seconds(9);
    const auto all = toTerms(rules, std::int16_t{3})->afterSale;
    EXPECT_EQ(all.exchangesUntil, Instant{8'000'000});
    EXPECT_EQ(all.transfersUntil, Instant{9'000'000});
}

TEST(ConvertTest, ADocumentIsReadBackAsItWas) {
    auto whole = config();
    whole.set_terms("No refunds.");
    whole.set_image_url("/art/a-concert.svg");
    whole.add_entrances()->set_name("Gate B");
    whole.mutable_running_time()->set_seconds(5400);
    whole.mutable_prices(0)->mutable_all_in()->set_minor_units(5);
    store::EventRow row;
    row.document = toDocument(whole);
    whole.mutable_prices(0)->clear_all_in();
    EXPECT_EQ(configOf(row).SerializeAsString(), whole.SerializeAsString());
}

TEST(ConvertTest, AListedEventShowsItsPictureAndWhenItsSaleOpens) {
    auto whole = config();
    whole.set_image_url("https://example.org/a-concert.svg");
    whole.mutable_sale_windows()->mutable_opens_at()->set_seconds(1'700'000'000);
    app::EventAnswer answer;
    answer.row.document = toDocument(whole);
    const auto summary = toSummary(answer);
    EXPECT_EQ(summary.image_url(), "https://example.org/a-concert.svg");
    EXPECT_EQ(summary.opens_at().seconds(), 1'700'000'000);
}

TEST(ConvertTest, AListedEventSaysWhatBecameOfIt) {
    app::EventAnswer answer;
    answer.row.document = toDocument(config());
    EXPECT_FALSE(toSummary(answer).has_disruption());
    answer.row.disruption.kind = engine::DisruptionKind::Moved;
    answer.row.disruption.previousStart = Instant{5000000};
    answer.row.disruption.note = "The singer is ill.";
    const auto moved = toSummary(answer).disruption();
    EXPECT_EQ(moved.kind(), v1::Disruption::MOVED);
    EXPECT_EQ(moved.previous_starts_at().seconds(), 5);
    EXPECT_EQ(moved.note(), "The singer is ill.");
}

TEST(ConvertTest, LinesOfOnePriceAddUpToItsTotal) {
    const auto terms = *toTerms(config(), std::int16_t{2});
    const std::vector<engine::SeatPick> seats{
        {SeatNo{1}, TicketTypeNo{0}}, {SeatNo{2}, TicketTypeNo{1}}, {SeatNo{3}, TicketTypeNo{0}}};
    const std::vector<engine::PricedItem> items{{CategoryNo{0}, TicketTypeNo{0}},
                                                {CategoryNo{0}, TicketTypeNo{1}},
                                                {CategoryNo{1}, TicketTypeNo{0}}};
    engine::Code code;
    code.text = "FRIENDS";
    code.discount = engine::DiscountKind::Percent;
    code.rate = Rate{100'000};
    const auto quote = *engine::quoteFor(terms, items, &code);
    v1::PriceBreakdown price;
    setPrice(&price, quote, {seats, {}}, terms.currency, config());
    std::int64_t sum = 0;
    for (const auto& line : price.lines()) {
        if (!line.included()) sum += line.amount().minor_units();
    }
    EXPECT_EQ(sum, price.total().minor_units());
    EXPECT_EQ(price.total().minor_units(),
              price.net().minor_units() + price.fees().minor_units() + price.taxes().minor_units());
    EXPECT_EQ(price.discount().minor_units(), 1050);
    EXPECT_EQ(price.lines(0).name(), "Adult");
    EXPECT_EQ(price.lines(0).quantity(), 2);
    EXPECT_EQ(price.lines(1).name(), "Child");
    EXPECT_EQ(price.lines(2).kind(), v1::PriceLine::DISCOUNT);
    EXPECT_EQ(price.lines(2).name(), "FRIENDS");
    EXPECT_EQ(price.lines(2).quantity(), 3);
    EXPECT_EQ(price.lines(2).amount().minor_units(), -1050);
}

TEST(ConvertTest, NeighboursWithOneStatusAreOneRun) {
    const SeatMapEncoder encoder([] { return Instant{1'000'000}; });
    stream::SeatMapDelta delta;
    delta.fromRevision = 7;
    delta.revision = 9;
    delta.seats = {{SeatNo{0}, 1}, {SeatNo{1}, 1}, {SeatNo{2}, 2}, {SeatNo{4}, 2}};
    const auto encoded = encoder.delta(kEvent, delta);
    v1::SeatMapUpdate update;
    ASSERT_TRUE(update.ParseFromString(*encoded.grpc));
    ASSERT_EQ(update.delta().runs_size(), 3);
    EXPECT_EQ(update.delta().runs(0).count(), 2);
    EXPECT_EQ(update.delta().runs(2).first_seat_no(), 4);
    EXPECT_THAT(*encoded.json, testing::StartsWith("id: 9\ndata: {"));
    EXPECT_THAT(*encoded.json, testing::EndsWith("}\n\n"));
}

TEST(ConvertTest, AnIdOfAnotherEventIsNone) {
    const auto mine = encodePublicId(kEvent, 5);
    EXPECT_EQ(parseReservationId(kEvent, mine)->value, 5);
    EXPECT_FALSE(parseReservationId(kOtherEvent, mine).has_value());
    EXPECT_FALSE(parseOrderId(kEvent, encodePublicId(kEvent.value)).has_value());
    EXPECT_FALSE(parseEventId("").has_value());
}

TEST(ConvertTest, APageTokenIsGoodForItsQueryOnly) {
    const PagePosition position{Instant{5}, EventId{7}};
    const auto token = makePageToken(position, "query");
    EXPECT_EQ(readPageToken(token, "query"), position);
    EXPECT_FALSE(readPageToken(token, "other").has_value());
    EXPECT_FALSE(readPageToken("", "query").has_value());
    auto damaged = token;
    damaged[3] = damaged[3] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(readPageToken(damaged, "query").has_value());
}

TEST(ReasonsTest, EveryReasonHasAKindThatGivesItsStatus) {
    for (const auto& row : contractReasons()) {
        const auto problem = refuse(row.name, "");
        EXPECT_EQ(statusOf(problem).http, row.status.http) << row.name;
        auto unnamed = problem;
        unnamed.reason = "NOBODY_KNOWS_THIS";
        EXPECT_EQ(statusOf(unnamed).grpc, row.status.grpc) << row.name;
    }
    EXPECT_FALSE(knownReason("NOBODY_KNOWS_THIS"));
}

// The numbers of these enums are cast: they must be each other's.
TEST(ReasonsTest, TheEnginesStatesHaveTheContractsNumbers) {
    EXPECT_EQ(v1::Reservation::State_Name(static_cast<int>(engine::ReservationState::Sold)),
              "ALLOCATED");
    EXPECT_EQ(v1::Reservation::State_Name(static_cast<int>(engine::ReservationState::Released)),
              "RELEASED");
    EXPECT_EQ(static_cast<int>(engine::SeatStatus::Blocked), v1::SEAT_BLOCKED);
    EXPECT_EQ(static_cast<int>(engine::SeatStatus::Sold), v1::SEAT_SOLD);
}

TEST(ReasonsTest, EveryRefusalOfTheEngineHasAReasonOfTheContract) {
    for (int i = 1; i <= static_cast<int>(engine::Refusal::TermsInvalid); ++i) {
        engine::Outcome outcome;
        outcome.refusal = static_cast<engine::Refusal>(i);
        const auto problem = app::problemOf(outcome);
        EXPECT_TRUE(knownReason(problem.reason)) << problem.reason;
        auto unnamed = problem;
        unnamed.reason.clear();
        EXPECT_EQ(statusOf(unnamed).grpc, statusOf(problem).grpc) << problem.reason;
    }
}

}  // namespace
}  // namespace tessera::api::test
