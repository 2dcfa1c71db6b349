// SPDX-License-Identifier: Apache-2.0
// What a hold costs after staff has changed its types, its code or its prices, and each refusal in
// its order.
#include <numeric>

#include "tests/engine/desk.h"

namespace tessera::engine {
namespace {

const Caller kStaff{{}, Channel::BoxOffice, true};

PriceAdjustment complimentary(std::vector<SeatNo> seats = {}) {
    return {std::move(seats), AdjustmentKind::Complimentary, {}, "Sponsor"};
}

PriceAdjustment priced(std::int64_t price, std::vector<SeatNo> seats = {}) {
    return {std::move(seats), AdjustmentKind::Price, Money{price}, "Late"};
}

RepriceReservation reprice(ReservationId id, std::vector<PriceAdjustment> adjustments = {}) {
    RepriceReservation command;
    command.reservation = id;
    command.caller = kStaff;
    command.adjustments = std::move(adjustments);
    return command;
}

const Quote& quoteOf(const Outcome& outcome) {
    return std::get<ReservationView>(outcome.view).quote;
}

std::int64_t ticketsSum(const Desk& desk, OrderId order) {
    std::int64_t sum = 0;
    for (const auto& [id, row] : desk.rows.tickets) {
        if (row.order == order) sum += row.price.minor;
    }
    return sum;
}

EventTerms withFees() {
    EventTerms terms = makeTerms();
    terms.fees = {{FeeKind::PerTicket, Money{150}, {}},
                  {FeeKind::Percent, {}, Rate{100000}},
                  {FeeKind::PerOrder, Money{200}, {}}};
    return terms;
}

TEST(RepriceTest, TwoAdultsBecomeOneChildAndOneThatCostsNothing) {
    Desk desk(withFees());
    const ReservationView before = desk.hold(holdPicks(1, {2, 3}));
    EXPECT_EQ(before.quote.total, Money{2 * (5000 + 150 + 500) + 200});
    RepriceReservation command = reprice(before.id, {complimentary({SeatNo{3}})});
    command.seats = {{SeatNo{3}, TicketTypeNo{0}}, {SeatNo{2}, TicketTypeNo{1}}};
    const Outcome outcome = desk.apply(command);
    ASSERT_EQ(outcome.refusal, Refusal::None);
    EXPECT_TRUE(outcome.hadEffect);
    EXPECT_EQ(outcome.givenAway, Money{5000 + 150 + 500}) << "what the buyer saves";
    const auto& view = std::get<ReservationView>(outcome.view);
    EXPECT_EQ(view.expiresAt, before.expiresAt);
    EXPECT_EQ(view.quote.total, Money{2500 + 150 + 250 + 200});
    EXPECT_EQ(view.quote.reasons, std::vector<std::string>{"Sponsor"});
    const PriceLine off{PriceLineKind::Discount, 0, 1, false, Money{-5000}};
    EXPECT_EQ(std::count(view.quote.lines.begin(), view.quote.lines.end(), off), 1);
    desk.reload();
    const OrderView order = desk.checkout(view.id);
    EXPECT_EQ(order.total, view.quote.total);
    EXPECT_EQ(desk.rows.orders.at(order.id).quote, view.quote);
}

TEST(RepriceTest, WhatCostsNothingAtAllIsPaidByTheCheckout) {
    Desk desk(withFees());
    const ReservationId id = desk.hold(holdPicks(1, {2, 3})).id;
    RepriceReservation free = reprice(id, {complimentary()});
    free.giveAwayMost = Money{2 * 5650 - 1};
    const Outcome less = desk.apply(free);
    EXPECT_EQ(less.refusal, Refusal::ApprovalTooSmall) << "the tickets' fees are given away, too";
    EXPECT_EQ(less.limit, 2 * 5650);
    free.giveAwayMost = Money{2 * 5650};
    EXPECT_EQ(quoteOf(desk.apply(free)).total, Money{0});
    const OrderView order = desk.checkout(id);
    EXPECT_EQ(order.state, OrderState::Paid);
    EXPECT_EQ(order.tickets.size(), 2U);
    EXPECT_EQ(ticketsSum(desk, order.id), 0);
    EXPECT_TRUE(desk.rows.ledger.empty());
}

TEST(RepriceTest, APercentFeeFollowsTheNewPriceAndSharesSumToTheTotal) {
    Desk desk(withFees());
    const ReservationId id = desk.hold(holdPicks(1, {2, 3, 4})).id;
    const Outcome outcome = desk.apply(reprice(id, {priced(999, {SeatNo{2}}), priced(6000)}));
    EXPECT_EQ(outcome.givenAway, Money{4001 + 400}) << "what costs more makes up for nothing";
    const Money total{999 + 100 + 2 * (6000 + 600) + 3 * 150 + 200};
    EXPECT_EQ(quoteOf(outcome).total, total);
    RepriceReservation free = reprice(id, {complimentary({SeatNo{4}}), priced(1000)});
    desk.apply(free);
    TenderChoice cash{TenderKind::Cash, ProviderKind::House, {}};
    const Outcome sold = desk.apply(Checkout{id, kStaff, "", "", "", cash});
    const auto& order = std::get<OrderView>(sold.view);
    EXPECT_EQ(order.state, OrderState::Paid);
    EXPECT_EQ(ticketsSum(desk, order.id), order.total.minor);
}

TEST(RepriceTest, ACodeTakesNothingOffAPriceThatStaffHasSet) {
    Desk desk;
    Code code;
    code.text = "HALF";
    code.discount = DiscountKind::Percent;
    code.rate = Rate{500000};
    desk.apply(CreateCode{code});
    const ReservationId id = desk.hold(holdPicks(1, {2, 3})).id;
    RepriceReservation command = reprice(id, {priced(4000, {SeatNo{3}})});
    command.code = "HALF";
    EXPECT_EQ(quoteOf(desk.apply(command)).total, Money{2500 + 4000});
}

TEST(RepriceTest, ACodesUseMovesToTheOneThatIsAskedFor) {
    Desk desk;
    Code once;
    once.usesMax = 1;
    for (const char* text : {"ONE", "TWO"}) {
        once.text = text;
        desk.apply(CreateCode{once});
    }
    const auto uses = [&](const std::string& text) {
        for (const auto& [id, code] : desk.rows.codes) {
            if (code.text == text) return code.uses;
        }
        return -1;
    };
    HoldSeats hold = holdPicks(1, {2});
    hold.code = "ONE";
    const ReservationId id = desk.hold(hold).id;
    RepriceReservation command = reprice(id);
    command.code = "ONE";
    EXPECT_EQ(desk.refusalOf(command), Refusal::None) << "its own use is no other one";
    command.code = "TWO";
    EXPECT_EQ(desk.refusalOf(command), Refusal::None);
    EXPECT_EQ(uses("ONE"), 0);
    EXPECT_EQ(uses("TWO"), 1);
    desk.reload();
    const ReservationId other = desk.hold(holdPicks(2, {4})).id;
    command.reservation = other;
    EXPECT_EQ(desk.refusalOf(command), Refusal::CodeUsedUp);
    desk.apply(CancelReservation{id, kStaff});
    EXPECT_EQ(uses("TWO"), 0);
    EXPECT_EQ(desk.refusalOf(command), Refusal::None);
}

TEST(RepriceTest, ACodeThatItsSeatsNeededStays) {
    EventTerms terms = makeTerms();
    terms.presaleOpensAt = kOpening;
    terms.opensAt = kOpening + Duration::ofMinutes(60);
    Desk desk(terms);
    desk.apply(SetAllocation{{SeatNo{5}}, AllocationNo{3}});
    Code code;
    code.text = "FANS";
    code.opensPresale = true;
    code.unlocks = AllocationNo{3};
    desk.apply(CreateCode{code});
    code.text = "SAME";
    desk.apply(CreateCode{code});
    code.text = "OTHER";
    code.unlocks = AllocationNo{};
    desk.apply(CreateCode{code});
    HoldSeats hold = holdPicks(1, {4, 5});
    hold.code = "FANS";
    RepriceReservation command = reprice(desk.hold(hold).id);
    const Outcome early = desk.apply(command);
    EXPECT_EQ(early.refusal, Refusal::SaleNotOpen);
    EXPECT_EQ(early.when, terms.opensAt);
    command.code = "OTHER";
    const Outcome locked = desk.apply(command);
    EXPECT_EQ(locked.refusal, Refusal::SeatUnavailable);
    EXPECT_EQ(locked.seats, std::vector<SeatNo>{SeatNo{5}});
    command.code = "SAME";
    EXPECT_EQ(desk.refusalOf(command), Refusal::None);
}

TEST(RepriceTest, PlacesOfAnAreaGetOtherTypesAndPrices) {
    Desk desk;
    const ReservationId id = desk.hold(holdArea(1, 4)).id;
    RepriceReservation command = reprice(id);
    command.area = AreaSelection{AreaNo{0}, {{TicketTypeNo{1}, 3}, {TicketTypeNo{0}, 1}}};
    EXPECT_EQ(quoteOf(desk.apply(command)).total, Money{5000 + 3 * 2500});
    command.area.reset();
    command.adjustments = {priced(1000)};
    const Outcome outcome = desk.apply(command);
    EXPECT_EQ(quoteOf(outcome).total, Money{4000});
    EXPECT_EQ(outcome.givenAway, Money{4000 + 3 * 1500});
    desk.reload();
    EXPECT_EQ(desk.checkout(id).total, Money{4000});
}

TEST(RepriceTest, RefusalsComeInTheirOrder) {
    Desk desk;
    RepriceReservation command = reprice(ReservationId{7}, {priced(-1), priced(1)});
    EXPECT_EQ(desk.refusalOf(command), Refusal::ReservationUnknown);
    const ReservationId id = desk.hold(holdPicks(1, {2, 12})).id;
    command.reservation = id;
    command.caller = callerOf(1);
    EXPECT_EQ(desk.refusalOf(command), Refusal::NotYours) << "a buyer makes no prices";
    command.caller = kStaff;
    command.code = "NONE";
    EXPECT_EQ(desk.refusalOf(command), Refusal::CodeUnknown);
    Code code;
    code.text = "LATER";
    code.validFrom = kOpening + Duration::ofMinutes(1);
    desk.apply(CreateCode{code});
    command.code = "LATER";
    EXPECT_EQ(desk.refusalOf(command), Refusal::CodeNotValidNow);
    command.code.clear();
    command.area = AreaSelection{AreaNo{0}, {}};
    command.seats = {{SeatNo{2}, TicketTypeNo{9}}, {SeatNo{3}, TicketTypeNo{1}}};
    const Outcome unknown = desk.apply(command);
    EXPECT_EQ(unknown.refusal, Refusal::SeatUnknown);
    EXPECT_EQ(unknown.seats, std::vector<SeatNo>{SeatNo{3}});
    command.seats[1].seat = SeatNo{2};
    EXPECT_EQ(desk.refusalOf(command), Refusal::SeatRepeated);
    command.seats.pop_back();
    EXPECT_EQ(desk.refusalOf(command), Refusal::SeatRepeated) << "two for all the rest";
    command.adjustments.pop_back();
    EXPECT_EQ(desk.refusalOf(command), Refusal::AreaUnknown);
    command.area.reset();
    const Outcome differ = desk.apply(command);
    EXPECT_EQ(differ.refusal, Refusal::PlacesDiffer);
    EXPECT_EQ(differ.limit, 2);
    command.seats.push_back({SeatNo{12}, TicketTypeNo{1}});
    EXPECT_EQ(desk.refusalOf(command), Refusal::TermsInvalid);
    command.adjustments[0].price = Money{2};
    EXPECT_EQ(desk.refusalOf(command), Refusal::TicketTypeUnknown);
    command.seats[0].type = TicketTypeNo{1};
    const Outcome unsold = desk.apply(command);
    EXPECT_EQ(unsold.refusal, Refusal::NotPriced);
    EXPECT_EQ(unsold.seats, std::vector<SeatNo>{SeatNo{12}});
    command.seats[1].type = TicketTypeNo{0};
    command.giveAwayMost = Money{5495};
    const Outcome tooMuch = desk.apply(command);
    EXPECT_EQ(tooMuch.refusal, Refusal::ApprovalTooSmall);
    EXPECT_EQ(tooMuch.limit, 2498 + 2998);
    command.giveAwayMost = Money{5496};
    EXPECT_EQ(desk.refusalOf(command), Refusal::None);
    desk.checkout(id);
    EXPECT_EQ(desk.refusalOf(command), Refusal::ReservationCheckedOut);
}

TEST(RepriceTest, WhatNobodyApprovesNowStandsAsItWasAndGivesNoMoreAway) {
    Desk desk;
    const ReservationId id = desk.hold(holdPicks(1, {2, 3, 4})).id;
    RepriceReservation command =
        reprice(id, {complimentary({SeatNo{2}}), priced(1000, {SeatNo{3}})});
    command.seats = {
        {SeatNo{2}, TicketTypeNo{1}}, {SeatNo{3}, TicketTypeNo{0}}, {SeatNo{4}, TicketTypeNo{0}}};
    command.onlyKept = {AdjustmentKind::Complimentary};
    const Outcome fresh = desk.apply(command);
    EXPECT_EQ(fresh.refusal, Refusal::ApprovalNeeded);
    EXPECT_EQ(fresh.limit, static_cast<std::int64_t>(AdjustmentKind::Complimentary));
    command.onlyKept.clear();
    ASSERT_EQ(desk.refusalOf(command), Refusal::None);

    command.onlyKept = {AdjustmentKind::Complimentary, AdjustmentKind::Price};
    command.seats[2].type = TicketTypeNo{1};
    EXPECT_EQ(desk.refusalOf(command), Refusal::None) << "another place's type";
    RepriceReservation other = command;
    other.adjustments[1].price = Money{999};
    EXPECT_EQ(desk.apply(other).limit, static_cast<std::int64_t>(AdjustmentKind::Price));
    other = command;
    other.adjustments[0].reason = "Another";
    EXPECT_EQ(desk.refusalOf(other), Refusal::ApprovalNeeded);
    other = command;
    other.adjustments[0].seats = {SeatNo{4}};
    EXPECT_EQ(desk.refusalOf(other), Refusal::ApprovalNeeded) << "another place";
    other = command;
    other.seats[0].type = TicketTypeNo{0};
    EXPECT_EQ(desk.refusalOf(other), Refusal::ApprovalNeeded) << "a dearer ticket is given away";
    other = command;
    other.seats[1].type = TicketTypeNo{1};
    EXPECT_EQ(desk.refusalOf(other), Refusal::None) << "less is given away";
    command.adjustments.pop_back();
    EXPECT_EQ(desk.refusalOf(command), Refusal::None) << "what was made is given up";
    command.adjustments.push_back(priced(1000, {SeatNo{3}}));
    EXPECT_EQ(desk.refusalOf(command), Refusal::ApprovalNeeded) << "and not taken back";
    command.onlyKept = {AdjustmentKind::Complimentary};
    EXPECT_EQ(desk.refusalOf(command), Refusal::None) << "the one that is approved now";
}

TEST(RepriceTest, WhatWasGivenAwayByACodeIsWorthNoMoreWithoutIt) {
    Desk desk;
    Code code;
    code.text = "HALF";
    code.discount = DiscountKind::Percent;
    code.rate = Rate{500000};
    desk.apply(CreateCode{code});
    const ReservationId id = desk.hold(holdPicks(1, {2})).id;
    RepriceReservation command = reprice(id, {complimentary({SeatNo{2}})});
    command.code = "HALF";
    ASSERT_EQ(desk.apply(command).givenAway, Money{2500});
    command.onlyKept = {AdjustmentKind::Complimentary};
    EXPECT_EQ(desk.refusalOf(command), Refusal::None);
    command.code.clear();
    EXPECT_EQ(desk.refusalOf(command), Refusal::ApprovalNeeded);
}

TEST(RepriceTest, WhatIsOverHasNoOtherPrice) {
    Desk desk;
    const ReservationView expired = desk.hold(holdPicks(1, {2}));
    const ReservationId cancelled = desk.hold(holdPicks(1, {4})).id;
    desk.apply(CancelReservation{cancelled, kStaff});
    EXPECT_EQ(desk.refusalOf(reprice(cancelled)), Refusal::ReservationReleased);
    desk.now = expired.expiresAt - Duration::ofMicros(1);
    EXPECT_EQ(desk.refusalOf(reprice(expired.id)), Refusal::None);
    desk.now = expired.expiresAt;
    EXPECT_EQ(desk.refusalOf(reprice(expired.id)), Refusal::ReservationExpired);
}

TEST(RepriceTest, TheTermsStayThoseOfTheHold) {
    Desk desk;
    const ReservationId id = desk.hold(holdPicks(1, {2, 3})).id;
    EventTerms dearer = makeTerms();
    dearer.prices[0] = Money{9000};
    desk.apply(ChangeTerms{dearer, ""});
    EXPECT_EQ(quoteOf(desk.apply(reprice(id, {complimentary({SeatNo{2}})}))).total, Money{5000});
}

TEST(RepriceTest, ARefundGivesBackWhatWasPaidForThatTicket) {
    Desk desk;
    const ReservationId id = desk.hold(holdPicks(1, {2, 3})).id;
    desk.apply(reprice(id, {priced(1200, {SeatNo{2}})}));
    TenderChoice cash{TenderKind::Cash, ProviderKind::House, {}};
    const Outcome sold = desk.apply(Checkout{id, kStaff, "", "", "", cash});
    const auto order = std::get<OrderView>(sold.view);
    RefundTickets back;
    back.order = order.id;
    back.caller = kStaff;
    back.reason = RefundReason::Staff;
    back.tickets = {order.tickets.front()};
    back.keepFee = false;
    back.record = desk.record(order.id);
    EXPECT_EQ(desk.refusalOf(back), Refusal::None);
    ASSERT_EQ(desk.rows.refunds.size(), 1U);
    EXPECT_EQ(desk.rows.refunds.begin()->second.amount, Money{1200});
    desk.reload();
    const Outcome read = desk.apply(ReadOrder{order.id, kStaff});
    EXPECT_EQ(std::get<OrderView>(read.view).quote.total, Money{5000}) << "of what is left";
}

TEST(RepriceTest, ASeatSaysWhoHasItAndUntilWhen) {
    Desk desk;
    desk.apply(SetAllocation{{SeatNo{5}}, AllocationNo{3}});
    const ReservationView held = desk.hold(holdPicks(1, {2}));
    const auto seat = [&](std::int32_t number) {
        return std::get<SeatView>(desk.apply(ReadSeat{SeatNo{number}}).view);
    };
    EXPECT_EQ(seat(5).state.allocation, AllocationNo{3});
    EXPECT_FALSE(seat(5).reservation);
    EXPECT_EQ(seat(2).reservation, held.id);
    EXPECT_EQ(seat(2).expiresAt, held.expiresAt);
    const OrderView order = desk.checkout(held.id);
    EXPECT_EQ(seat(2).order, order.id);
    EXPECT_EQ(seat(2).payDeadline, order.payDeadline);
    EXPECT_EQ(seat(2).reservationState, ReservationState::Paying);
    const Outcome unknown = desk.apply(ReadSeat{SeatNo{40}});
    EXPECT_EQ(unknown.refusal, Refusal::SeatUnknown);
}

TEST(RepriceTest, ACardsLastDigitsStayWithItsPayment) {
    Desk desk;
    const OrderView order = desk.checkout(desk.hold(holdPicks(1, {2})).id);
    desk.answer(created());
    desk.apply(HintProvider{order.attempt});
    ProviderAnswer paid = says(ObjectState::RequiresCapture, Money{5000});
    paid.objectId = "pi_1";
    paid.cardLast4 = "4242";
    desk.answer(paid);
    const auto& facts = desk.rows.facts.begin()->second;
    EXPECT_EQ(facts.cardLast4, "4242");
    desk.reload();
    const Outcome read = desk.apply(ReadOrder{order.id, kStaff});
    EXPECT_EQ(std::get<OrderView>(read.view).tenders.front().cardLast4, "4242");
    ProviderAnswer captured = says(ObjectState::Succeeded, {}, Money{5000});
    captured.objectId = "pi_1";
    desk.answer(captured);
    EXPECT_EQ(desk.rows.facts.begin()->second.cardLast4, "4242");
}

}  // namespace
}  // namespace tessera::engine
