// SPDX-License-Identifier: Apache-2.0
#include "server/store/batch.h"

#include <gtest/gtest.h>

#include "server/store/batch_params.h"
#include "server/store/search_words.h"
#include "server/store/terms_codec.h"

namespace tessera::store {
namespace {

using engine::SeatState;
using engine::SeatStatus;

const SeatState kFree{};

SeatState heldBy(std::int64_t reservation) {
    return {SeatStatus::Held, AllocationNo{}, reservation};
}

engine::Changes seatChange(std::int32_t seat, SeatState from, SeatState to) {
    engine::Changes changes;
    changes.seats.push_back({SeatNo{seat}, from, to});
    return changes;
}

TEST(BatchTest, ASeatTakenAndFreedWithinABatchIsNotWritten) {
    Batch batch;
    batch.add(seatChange(1, kFree, heldBy(7)));
    batch.add(seatChange(2, kFree, heldBy(8)));
    batch.add(seatChange(3, kFree, heldBy(9)));
    batch.add(seatChange(1, heldBy(7), kFree));
    ASSERT_EQ(batch.changes().seats.size(), 2U);
    // The place of the dropped one is known again: a later change of seat 3 finds its own row.
    batch.add(seatChange(3, heldBy(9), kFree));
    batch.add(seatChange(2, heldBy(8), heldBy(10)));
    ASSERT_EQ(batch.changes().seats.size(), 1U);
    EXPECT_EQ(batch.changes().seats[0].seat, SeatNo{2});
    EXPECT_EQ(batch.changes().seats[0].from, kFree);
    EXPECT_EQ(batch.changes().seats[0].to, heldBy(10));
}

TEST(BatchTest, ASeatFreedAndTakenAgainExpectsWhatTheDatabaseHas) {
    Batch batch;
    batch.add(seatChange(1, heldBy(7), kFree));
    batch.add(seatChange(1, kFree, heldBy(8)));
    ASSERT_EQ(batch.changes().seats.size(), 1U);
    EXPECT_EQ(batch.changes().seats[0].from, heldBy(7));
    EXPECT_EQ(batch.changes().seats[0].to, heldBy(8));
    EXPECT_FALSE(batch.mapChanged());
}

TEST(BatchTest, AnUpdateOfAReservationThatTheBatchInsertsIsFoldedIntoIt) {
    Batch batch;
    engine::Changes changes;
    changes.reservations.push_back({});
    changes.reservations[0].id = ReservationId{5};
    batch.add(std::move(changes));
    engine::Changes update;
    update.reservationUpdates.push_back({ReservationId{5}, engine::ReservationState::Held,
                                         engine::ReservationState::Released, Instant{9},
                                         Duration{1}, OrderId{}, engine::ReleaseReason::Expired});
    batch.add(std::move(update));
    EXPECT_TRUE(batch.changes().reservationUpdates.empty());
    EXPECT_EQ(batch.changes().reservations[0].state, engine::ReservationState::Released);
    EXPECT_EQ(batch.changes().reservations[0].reason, engine::ReleaseReason::Expired);
}

TEST(BatchTest, TwoUpdatesOfOneRowExpectTheFirstAndWriteTheLast) {
    Batch batch;
    const auto update = [&](engine::OrderState from, engine::OrderState to, const char* said) {
        engine::Changes changes;
        changes.orderUpdates.push_back({OrderId{4}, from, to, Instant{1}, said});
        batch.add(std::move(changes));
    };
    update(engine::OrderState::Paying, engine::OrderState::Fencing, "first");
    update(engine::OrderState::Fencing, engine::OrderState::Released, "");
    ASSERT_EQ(batch.changes().orderUpdates.size(), 1U);
    EXPECT_EQ(batch.changes().orderUpdates[0].from, engine::OrderState::Paying);
    EXPECT_EQ(batch.changes().orderUpdates[0].to, engine::OrderState::Released);
    EXPECT_EQ(batch.changes().orderUpdates[0].evidence, "first");
}

TEST(BatchTest, AMoveThatWasAcceptedIsNotForgottenByWhatFollows) {
    Batch batch;
    constexpr auto kPaid = engine::OrderState::Paid;
    for (const std::int32_t accepted : {2, 0}) {
        engine::Changes changes;
        changes.orderUpdates.push_back({OrderId{4}, kPaid, kPaid, Instant{1}, {}, 3, accepted});
        batch.add(std::move(changes));
    }
    ASSERT_EQ(batch.changes().orderUpdates.size(), 1U);
    EXPECT_EQ(batch.changes().orderUpdates[0].acceptedMove, 2);
}

TEST(BatchTest, AnUpdateThatDoesNotFollowFromTheOneBeforeIsAMistake) {
    Batch batch;
    batch.add(seatChange(1, kFree, heldBy(7)));
    EXPECT_DEATH(batch.add(seatChange(1, heldBy(8), kFree)), "check failed");
}

TEST(BatchTest, AProviderCallQueuedAndClosedWithinABatchLeavesNothing) {
    Batch batch;
    engine::Changes changes;
    changes.outbox.resize(2);
    changes.outbox[0].seq = OutboxSeq{1};
    changes.outbox[1].seq = OutboxSeq{2};
    batch.add(std::move(changes));
    engine::Changes closing;
    closing.outboxClosed = {OutboxSeq{1}, OutboxSeq{9}};
    batch.add(std::move(closing));
    ASSERT_EQ(batch.changes().outbox.size(), 1U);
    EXPECT_EQ(batch.changes().outbox[0].seq, OutboxSeq{2});
    EXPECT_EQ(batch.changes().outboxClosed, std::vector<OutboxSeq>{OutboxSeq{9}});
}

TEST(BatchTest, ARefundAndWhatBecameOfItWithinABatchAreWrittenAsTheyAreNow) {
    Batch batch;
    engine::Changes changes;
    changes.refunds.resize(1);
    changes.refunds[0].id = RefundId{3};
    changes.tickets.resize(1);
    changes.tickets[0].id = TicketId{4};
    batch.add(std::move(changes));
    const auto update = [&](engine::RefundState from, engine::RefundState to, int tries) {
        engine::Changes next;
        next.refundUpdates.push_back({RefundId{3}, OrderId{}, from, to, "re_1", tries, "said"});
        batch.add(std::move(next));
    };
    update(engine::RefundState::Queued, engine::RefundState::Pending, 1);
    update(engine::RefundState::Pending, engine::RefundState::Queued, 2);
    engine::Changes gone;
    gone.ticketUpdates = {
        {TicketId{4}, engine::TicketState::Inactive, engine::TicketState::Void, RefundId{3}}};
    gone.orderUpdates = {
        {OrderId{5}, engine::OrderState::Paid, engine::OrderState::Paid, Instant{}, "", 7}};
    batch.add(std::move(gone));
    engine::Changes again;
    again.orderUpdates = {
        {OrderId{5}, engine::OrderState::Paid, engine::OrderState::Manual, Instant{}, "", 8}};
    batch.add(std::move(again));
    EXPECT_EQ(batch.changes().refunds.size(), 1U);
    ASSERT_EQ(batch.changes().refundUpdates.size(), 1U);
    EXPECT_EQ(batch.changes().refundUpdates[0].from, engine::RefundState::Queued);
    EXPECT_EQ(batch.changes().refundUpdates[0].to, engine::RefundState::Queued);
    EXPECT_EQ(batch.changes().refundUpdates[0].attemptTry, 2);
    EXPECT_EQ(batch.changes().tickets[0].refund, RefundId{3});
    EXPECT_EQ(batch.changes().orderUpdates[0].version, 8);
}

TEST(BatchTest, AreasAndCodeUsesAddUp) {
    Batch batch;
    for (const int delta : {3, -1, -2}) {
        engine::Changes changes;
        changes.areas.push_back({AreaNo{0}, delta, 0});
        changes.codeUses.push_back({CodeId{6}, 1});
        batch.add(std::move(changes));
    }
    EXPECT_TRUE(batch.changes().areas.empty());
    ASSERT_EQ(batch.changes().codeUses.size(), 1U);
    EXPECT_EQ(batch.changes().codeUses[0].delta, 3);
    batch.clear();
    EXPECT_TRUE(batch.empty());
}

TEST(BatchTest, OfACodeTheLastChangeIsWrittenAndUsesAfterItAreNotOfTheRowThatItMakes) {
    Batch batch;
    engine::Changes made;
    engine::Code code;
    code.id = CodeId{6};
    code.usesMax = 2;
    made.codes.push_back(code);
    made.codeUses.push_back({code.id, 2});
    batch.add(std::move(made));
    for (const int most : {5, 1}) {
        engine::Changes changes;
        changes.codeUpdates.push_back({code.id, most, {}, Instant{7}});
        batch.add(std::move(changes));
    }
    engine::Changes used;
    used.codeUses.push_back({code.id, -1});
    batch.add(std::move(used));
    EXPECT_EQ(batch.changes().codes[0].uses, 2);
    EXPECT_EQ(batch.changes().codes[0].usesMax, 2);
    ASSERT_EQ(batch.changes().codeUpdates.size(), 1U);
    EXPECT_EQ(batch.changes().codeUpdates[0].usesMax, 1);
    ASSERT_EQ(batch.changes().codeUses.size(), 1U);
    EXPECT_EQ(batch.changes().codeUses[0].delta, -1);
}

TEST(BatchParamsTest, KindsWithoutRowsAreNull) {
    const PgParams params = paramsOf(BatchHead{}, engine::Changes{});
    const PgParams::View view = params.view();
    for (std::size_t i = 0; i < view.values.size(); ++i) {
        EXPECT_EQ(view.values[i] == nullptr, i >= 6) << i;
    }
}

// A sale of the public is to pay for the trail with not even a null.
TEST(BatchParamsTest, RowsOfTheTrailAreParametersOfBatchesThatHaveThemAlone) {
    BatchHead head;
    const std::size_t without = paramsOf(head, engine::Changes{}).view().values.size();
    head.trail.resize(2);
    const PgParams params = paramsOf(head, engine::Changes{});
    const PgParams::View view = params.view();
    ASSERT_EQ(view.values.size(), without + 3);
    for (std::size_t i = without; i < view.values.size(); ++i) EXPECT_NE(view.values[i], nullptr);
    EXPECT_EQ(applyBatchStatement({}).find("of_staff"), std::string::npos);
    EXPECT_NE(applyBatchStatement({true, false}).find("of_staff"), std::string::npos);
}

TEST(TermsCodecTest, TermsComeBackAsTheyWere) {
    engine::EventTerms terms;
    terms.version = 12;
    terms.currency = Currency{{'J', 'P', 'Y'}};
    terms.ticketTypes = 2;
    terms.prices = {Money{-1}, std::nullopt, Money{INT64_MAX}, Money{0}};
    terms.fees = {{engine::FeeKind::Percent, Money{}, Rate{25000}}};
    terms.taxes = {{Rate{81000}, false, true, false}};
    terms.sale = engine::SaleState::Closed;
    terms.opensAt = Instant{-5};
    terms.channels = 0b101;
    terms.maxPerBuyer = 4;
    terms.noOrphans = false;
    terms.focal = engine::Point{0.1F, -33.3F};
    terms.afterSale = {Instant{7}, Rate{50000}, Instant{8}, Instant{9}};
    const auto back = decodeTerms(encodeTerms(terms));
    ASSERT_TRUE(back) << back.error().message;
    EXPECT_EQ(*back, terms);
}

TEST(TermsCodecTest, TermsThatSayNothingOfWhatComesAfterTheSaleAllowNothing) {
    engine::EventTerms terms;
    terms.afterSale.returnsUntil = Instant{7};
    std::string text = encodeTerms(terms);
    const std::size_t at = text.find("\"afterSale\":{");
    ASSERT_NE(at, std::string::npos);
    text.erase(at, text.find('}', at) + 2 - at);
    const auto back = decodeTerms(text);
    ASSERT_TRUE(back) << back.error().message;
    EXPECT_EQ(back->afterSale, engine::AfterSale{});
}

TEST(TermsCodecTest, WhatBecameOfAnEventComesBackToo) {
    engine::EventTerms terms;
    EXPECT_EQ(encodeTerms(terms).find("disruption"), std::string::npos);
    terms.sale = engine::SaleState::Cancelled;
    terms.disruption = {engine::DisruptionKind::Cancelled,
                        3,
                        Instant{4},
                        Instant{5},
                        Instant{6},
                        true,
                        1000,
                        Instant{7},
                        "\"Flooded\"\n\u00e4"};
    const auto back = decodeTerms(encodeTerms(terms));
    ASSERT_TRUE(back) << back.error().message;
    EXPECT_EQ(*back, terms);
    std::string text = encodeTerms(terms);
    const std::size_t at = text.find("\"disruption\":") + 13;
    std::string own = text.substr(at, text.find('}', at) + 1 - at);
    const auto alone = decodeDisruption(own);
    ASSERT_TRUE(alone) << alone.error().message;
    EXPECT_EQ(*alone, terms.disruption);
    EXPECT_FALSE(decodeDisruption("{}"));
    own.replace(own.find("\"kind\":1"), 8, "\"kind\":3");
    EXPECT_FALSE(decodeDisruption(own));
}

TEST(TermsCodecTest, WhatNoEncoderWroteIsRefused) {
    std::string text = encodeTerms({});
    EXPECT_FALSE(decodeTerms("[]"));
    EXPECT_FALSE(decodeTerms("{}"));
    EXPECT_FALSE(decodeTerms(text.substr(1)));
    const std::size_t at = text.find("\"channels\":7");
    ASSERT_NE(at, std::string::npos);
    text.replace(at, 12, "\"channels\":700");
    EXPECT_FALSE(decodeTerms(text));
}

TEST(SearchWordsTest, AWordIsLettersDigitsAndWhatIsBeyondAscii) {
    EXPECT_EQ(searchWords("St. Märy's:  A-Ha (2026)"), "St Märy s A Ha 2026");
    EXPECT_EQ(searchWords(" -'*& "), "");
    EXPECT_EQ(prefixQuery("grand thé'"), "'grand':* & 'thé':*");
    EXPECT_EQ(searchWords(std::string(63, 'a') + "é").size(), 63U);  // Never half a character.
}

}  // namespace
}  // namespace tessera::store
