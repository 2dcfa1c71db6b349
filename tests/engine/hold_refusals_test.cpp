// SPDX-License-Identifier: Apache-2.0
// Each refusal of a hold, its precedence over the next, and what it says.
#include "tests/engine/desk.h"

namespace tessera::engine {
namespace {

Code makeCode(const char* text) {
    Code code;
    code.text = text;
    return code;
}

HoldSeats withCode(HoldSeats hold, const char* code) {
    hold.code = code;
    return hold;
}

TEST(HoldRefusalsTest, TheSaleOpensAtItsInstantAndClosesAtItsInstant) {
    EventTerms terms = makeTerms();
    terms.closesAt = kOpening + Duration::ofMinutes(60);
    Desk desk(terms);
    desk.now = kOpening - Duration::ofMicros(1);
    const Outcome early = desk.apply(holdPicks(1, {13}));
    EXPECT_EQ(early.refusal, Refusal::SaleNotOpen);
    EXPECT_EQ(early.when, kOpening);
    desk.now = kOpening;
    const ReservationId id = desk.hold(holdPicks(1, {13})).id;
    desk.now = terms.closesAt - Duration::ofMicros(1);
    EXPECT_EQ(desk.refusalOf(holdPicks(1, {15})), Refusal::None);
    desk.now = terms.closesAt;
    EXPECT_EQ(desk.refusalOf(holdPicks(1, {17})), Refusal::SaleClosed);
    EXPECT_EQ(desk.refusalOf(ReadReservation{id, callerOf(1)}), Refusal::ReservationExpired);
}

TEST(HoldRefusalsTest, ALiveHoldIsCheckedOutAfterTheSaleClosed) {
    EventTerms terms = makeTerms();
    terms.closesAt = kOpening + Duration::ofMinutes(1);
    Desk desk(terms);
    const ReservationId id = desk.hold(holdPicks(1, {13})).id;
    desk.now = terms.closesAt;
    EXPECT_EQ(desk.refusalOf(holdPicks(1, {17})), Refusal::SaleClosed);
    EXPECT_EQ(desk.checkout(id).state, OrderState::Paying);
}

TEST(HoldRefusalsTest, DraftClosedAndChannels) {
    EventTerms terms = makeTerms();
    terms.sale = SaleState::Draft;
    Desk desk(terms);
    EXPECT_EQ(desk.refusalOf(holdPicks(1, {13})), Refusal::SaleNotOpen);
    terms.sale = SaleState::Closed;
    EXPECT_EQ(desk.refusalOf(ChangeTerms{terms, ""}), Refusal::None);
    EXPECT_EQ(desk.refusalOf(holdPicks(1, {13})), Refusal::SaleClosed);
    terms.sale = SaleState::Open;
    terms.channels = 0b010;
    EXPECT_EQ(desk.refusalOf(ChangeTerms{terms, ""}), Refusal::None);
    EXPECT_EQ(desk.refusalOf(withCode(holdPicks(1, {13}), "NONE")), Refusal::ChannelNotAllowed);
    HoldSeats office = holdPicks(1, {13});
    office.caller.channel = Channel::BoxOffice;
    EXPECT_EQ(desk.refusalOf(office), Refusal::None);
}

TEST(HoldRefusalsTest, CodesCountAtTheHoldAndAreGivenBack) {
    Desk desk;
    Code code = makeCode("ONCE-1");
    code.usesMax = 1;
    code.discount = DiscountKind::Percent;
    code.rate = {500000};
    code.validFrom = kOpening;
    code.validUntil = kOpening + Duration::ofMinutes(1);
    EXPECT_EQ(desk.refusalOf(CreateCode{code}), Refusal::None);
    EXPECT_EQ(desk.refusalOf(withCode(holdPicks(1, {13}), "OTHER")), Refusal::CodeUnknown);
    const ReservationView view = desk.hold(withCode(holdPicks(1, {13}), "ONCE-1"));
    EXPECT_EQ(view.quote.total, Money{1500});
    const Outcome again = desk.apply(withCode(holdPicks(2, {15}), "ONCE-1"));
    EXPECT_EQ(again.refusal, Refusal::CodeUsedUp);
    EXPECT_EQ(again.limit, 1);
    desk.apply(CancelReservation{view.id, callerOf(1)});
    EXPECT_EQ(desk.refusalOf(withCode(holdPicks(2, {15}), "ONCE-1")), Refusal::None);
    desk.now = code.validUntil;
    EXPECT_EQ(desk.refusalOf(withCode(holdPicks(1, {13}), "ONCE-1")), Refusal::CodeNotValidNow);
}

TEST(HoldRefusalsTest, ACodeOpensThePresaleOnlyForItsHolders) {
    EventTerms terms = makeTerms();
    terms.presaleOpensAt = kOpening - Duration::ofMinutes(10);
    Desk desk(terms);
    desk.now = kOpening - Duration::ofMinutes(20);
    Code code = makeCode("FANS");
    code.opensPresale = true;
    code.usesMax = 1;
    desk.apply(CreateCode{code});
    desk.apply(CreateCode{makeCode("PLAIN")});
    EXPECT_EQ(desk.apply(withCode(holdPicks(1, {13}), "FANS")).when, terms.presaleOpensAt);
    desk.now = terms.presaleOpensAt;
    EXPECT_EQ(desk.refusalOf(holdPicks(1, {13})), Refusal::SaleNotOpen);
    EXPECT_EQ(desk.refusalOf(withCode(holdPicks(1, {13}), "PLAIN")), Refusal::SaleNotOpen);
    EXPECT_EQ(desk.refusalOf(withCode(holdPicks(1, {13}), "FANS")), Refusal::None);
    EXPECT_EQ(desk.refusalOf(withCode(holdPicks(1, {15}), "FANS")), Refusal::CodeUsedUp);
}

TEST(HoldRefusalsTest, ShapesThatAreNotOne) {
    Desk desk;
    EXPECT_EQ(desk.refusalOf(holdPicks(1, {})), Refusal::SelectionEmpty);
    EXPECT_EQ(desk.refusalOf(holdBest(1, 0)), Refusal::SelectionEmpty);
    EXPECT_EQ(desk.refusalOf(holdBest(1, -1)), Refusal::SelectionEmpty);
    EXPECT_EQ(desk.refusalOf(holdBest(1, 1, 2)), Refusal::SelectionEmpty);
    EXPECT_EQ(desk.refusalOf(holdArea(1, 0)), Refusal::SelectionEmpty);
    const Outcome many = desk.apply(holdPicks(1, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 99}));
    EXPECT_EQ(many.refusal, Refusal::TooManyPlaces);
    EXPECT_EQ(many.limit, 10);
    EXPECT_EQ(desk.refusalOf(holdBest(1, INT32_MAX)), Refusal::TooManyPlaces);
    EXPECT_EQ(desk.refusalOf(holdArea(1, 11)), Refusal::TooManyPlaces);
    const Outcome outside = desk.apply(holdPicks(1, {40, 13, -1, 13}));
    EXPECT_EQ(outside.refusal, Refusal::SeatUnknown);
    EXPECT_EQ(outside.seats, (std::vector<SeatNo>{SeatNo{-1}, SeatNo{40}}));
    const Outcome twice = desk.apply(holdPicks(1, {13, 14, 13, 13}, 9));
    EXPECT_EQ(twice.refusal, Refusal::SeatRepeated);
    EXPECT_EQ(twice.seats, std::vector<SeatNo>{SeatNo{13}});
    HoldSeats noArea = holdArea(1, 1);
    std::get<AreaSelection>(noArea.selection).area = AreaNo{1};
    EXPECT_EQ(desk.refusalOf(noArea), Refusal::AreaUnknown);
    EXPECT_EQ(desk.refusalOf(holdPicks(1, {13}, 2)), Refusal::TicketTypeUnknown);
    EXPECT_EQ(desk.refusalOf(holdPicks(1, {13}, -1)), Refusal::TicketTypeUnknown);
    HoldSeats noCategory = holdBest(1, 1);
    std::get<BestSelection>(noCategory.selection).categories = {CategoryNo{2}};
    EXPECT_EQ(desk.refusalOf(noCategory), Refusal::CategoryUnknown);
    const Outcome unpriced = desk.apply(holdPicks(1, {2, 13}, 1));
    EXPECT_EQ(unpriced.refusal, Refusal::NotPriced);
    EXPECT_EQ(unpriced.seats, std::vector<SeatNo>{SeatNo{13}});
}

TEST(HoldRefusalsTest, ABestWishIsPricedInEachNamedCategoryOrInSome) {
    Desk desk;
    HoldSeats wish = holdBest(1, 2);
    auto& best = std::get<BestSelection>(wish.selection);
    best.counts = {{TicketTypeNo{1}, 2}};
    best.categories = {CategoryNo{0}, CategoryNo{1}};
    EXPECT_EQ(desk.refusalOf(wish), Refusal::NotPriced);
    best.categories.clear();
    for (const SeatPick& pick : desk.hold(wish).seats) {
        EXPECT_EQ(desk.engine.layout().seat(pick.seat).category, CategoryNo{0});
        EXPECT_EQ(pick.type, TicketTypeNo{1});
    }
}

TEST(HoldRefusalsTest, ABuyerHasAtMostSoManyPlacesHeldOrSold) {
    EventTerms terms = makeTerms();
    terms.maxPerBuyer = 3;
    Desk desk(terms);
    const ReservationView two = desk.hold(holdPicks(1, {13, 14}));
    desk.checkout(two.id);
    const Outcome more = desk.apply(holdPicks(1, {13, 16}));
    EXPECT_EQ(more.refusal, Refusal::BuyerLimitReached);
    EXPECT_EQ(more.limit, 3);
    EXPECT_EQ(desk.refusalOf(holdArea(1, 2)), Refusal::BuyerLimitReached);
    const ReservationView one = desk.hold(holdArea(1, 1));
    EXPECT_EQ(desk.refusalOf(holdPicks(1, {16})), Refusal::BuyerLimitReached);
    EXPECT_EQ(desk.refusalOf(holdPicks(2, {16})), Refusal::None);
    desk.apply(CancelReservation{one.id, callerOf(1)});
    EXPECT_EQ(desk.refusalOf(holdPicks(1, {17})), Refusal::None);
    HoldSeats staff = holdPicks(1, {18});
    staff.caller.channel = Channel::BoxOffice;
    EXPECT_EQ(desk.refusalOf(staff), Refusal::BuyerLimitReached);
    staff.caller.privileged = true;
    EXPECT_EQ(desk.refusalOf(staff), Refusal::None);
}

TEST(HoldRefusalsTest, SeatsAreTakenAllOrNone) {
    Desk desk;
    desk.hold(holdPicks(1, {13}));
    desk.apply(SetAllocation{{SeatNo{15}}, AllocationNo{4}});
    const std::uint64_t before = desk.engine.stateHash();
    const Outcome taken = desk.apply(holdPicks(2, {15, 14, 13}));
    EXPECT_EQ(taken.refusal, Refusal::SeatUnavailable);
    EXPECT_EQ(taken.seats, (std::vector<SeatNo>{SeatNo{13}, SeatNo{15}}));
    EXPECT_EQ(desk.engine.stateHash(), before);
    EXPECT_TRUE(desk.changes.empty());
}

TEST(HoldRefusalsTest, ACodeUnlocksItsAllocationAndNoOther) {
    Desk desk;
    Code code = makeCode("HOUSE");
    code.unlocks = AllocationNo{4};
    desk.apply(CreateCode{code});
    desk.apply(SetAllocation{{SeatNo{15}}, AllocationNo{4}});
    desk.apply(SetAllocation{{SeatNo{17}}, AllocationNo{5}});
    EXPECT_EQ(desk.refusalOf(withCode(holdPicks(1, {17}), "HOUSE")), Refusal::SeatUnavailable);
    const ReservationView view = desk.hold(withCode(holdPicks(1, {15}), "HOUSE"));
    EXPECT_EQ(desk.engine.seatState(SeatNo{15}).status, SeatStatus::Held);
    desk.apply(CancelReservation{view.id, callerOf(1)});
    const SeatState back = desk.engine.seatState(SeatNo{15});
    EXPECT_EQ(back.status, SeatStatus::Blocked);
    EXPECT_EQ(back.allocation, AllocationNo{4});
}

// A search passed the seats over that its code was made for.
TEST(HoldRefusalsTest, ASearchTakesTheSeatsThatItsCodeUnlocks) {
    Desk desk(makeTerms(), makeHall(1, 4, false));
    Code code = makeCode("HOUSE");
    code.unlocks = AllocationNo{4};
    desk.apply(CreateCode{code});
    desk.apply(SetAllocation{{SeatNo{0}, SeatNo{1}}, AllocationNo{4}});
    desk.apply(SetAllocation{{SeatNo{2}}, AllocationNo{5}});
    EXPECT_EQ(desk.refusalOf(holdBest(1, 2)), Refusal::NotEnoughSeats);
    EXPECT_EQ(desk.refusalOf(withCode(holdBest(1, 4), "HOUSE")), Refusal::NotEnoughSeats);
    const ReservationView view = desk.hold(withCode(holdBest(1, 2), "HOUSE"));
    ASSERT_EQ(view.seats.size(), 2U);
    EXPECT_EQ(view.seats[0].seat, SeatNo{0});
    EXPECT_EQ(view.seats[1].seat, SeatNo{1});
    desk.apply(CancelReservation{view.id, callerOf(1)});
    EXPECT_EQ(desk.engine.seatState(SeatNo{0}).status, SeatStatus::Blocked);
    EXPECT_EQ(desk.refusalOf(holdBest(2, 2)), Refusal::NotEnoughSeats) << "of others nothing";
}

TEST(HoldRefusalsTest, ACompanionSeatSellsWithItsPlaceUntilItsRelease) {
    EventTerms terms = makeTerms();
    terms.companionReleaseAt = kOpening + Duration::ofMinutes(60);
    Desk desk(terms);
    const Outcome alone = desk.apply(holdPicks(1, {1, 2}));
    EXPECT_EQ(alone.refusal, Refusal::CompanionNeedsWheelchairPlace);
    EXPECT_EQ(alone.seats, std::vector<SeatNo>{SeatNo{1}});
    const ReservationView both = desk.hold(holdPicks(1, {0, 1}));
    desk.apply(CancelReservation{both.id, callerOf(1)});
    desk.hold(holdPicks(2, {0}));
    EXPECT_EQ(desk.refusalOf(holdPicks(1, {1})), Refusal::CompanionNeedsWheelchairPlace);
    desk.now = terms.companionReleaseAt;
    EXPECT_EQ(desk.refusalOf(holdPicks(1, {1})), Refusal::None);
}

// A free wheelchair place was refused to everybody who came with somebody, once its companion seat
// was sold.
TEST(HoldRefusalsTest, AWheelchairPlaceWithoutItsCompanionSeatIsForAPartyToo) {
    EventTerms terms = makeTerms();
    terms.companionReleaseAt = kOpening + Duration::ofMinutes(60);
    Desk desk(terms);
    desk.now = terms.companionReleaseAt;
    desk.hold(holdPicks(2, {1}));
    HoldSeats party = holdBest(1, 2, 1);
    std::get<BestSelection>(party.selection).mustBeTogether = false;
    const ReservationView two = desk.hold(party);
    ASSERT_EQ(two.seats.size(), 2U);
    EXPECT_EQ(two.seats[0].seat, SeatNo{0});
}

// The others of a party with a wheelchair were seated anywhere in the house, even where they had to
// sit together.
TEST(HoldRefusalsTest, APartyWithAWheelchairSitsBesideIt) {
    Desk desk;
    HoldSeats together = holdBest(1, 4, 1);
    std::get<BestSelection>(together.selection).mustBeTogether = true;
    const ReservationView four = desk.hold(together);
    ASSERT_EQ(four.seats.size(), 4U);
    for (std::int32_t s = 0; s < 4; ++s) {
        EXPECT_EQ(four.seats[static_cast<std::size_t>(s)].seat, SeatNo{s});
    }
    desk.apply(CancelReservation{four.id, callerOf(1)});
    desk.hold(holdPicks(2, {2, 3}));
    EXPECT_EQ(desk.refusalOf(together), Refusal::NotTogether);
    std::get<BestSelection>(together.selection).mustBeTogether = false;
    EXPECT_EQ(desk.refusalOf(together), Refusal::None);
}

TEST(HoldRefusalsTest, HandPickedSeatsLeaveNoSingleSeatThatTheRowCouldAvoid) {
    EventTerms terms = makeTerms();
    terms.noOrphans = true;
    Desk desk(terms);
    EXPECT_EQ(desk.refusalOf(holdPicks(1, {11, 12})), Refusal::LeavesSingleSeat);
    HoldSeats staff = holdPicks(1, {11, 12});
    staff.caller = {buyer(1), Channel::BoxOffice, true};
    EXPECT_EQ(desk.refusalOf(staff), Refusal::LeavesSingleSeat);
    EXPECT_EQ(desk.refusalOf(holdPicks(1, {10, 11})), Refusal::None);
}

// The buyer was shown the seats that were chosen, not the one that would stay single.
TEST(HoldRefusalsTest, ARefusalForASingleSeatNamesThatSeat) {
    EventTerms terms = makeTerms();
    terms.noOrphans = true;
    Desk desk(terms);
    const Outcome outcome = desk.apply(holdPicks(1, {11, 12, 14}));
    EXPECT_EQ(outcome.refusal, Refusal::LeavesSingleSeat);
    EXPECT_EQ(outcome.seats, (std::vector<SeatNo>{SeatNo{10}, SeatNo{13}}));
}

TEST(HoldRefusalsTest, ASeatThatACodeUnlocksHasNoPartInASingleSeatGap) {
    EventTerms terms = makeTerms();
    terms.noOrphans = true;
    Desk desk(terms);
    Code code;
    code.text = "HOUSE";
    code.unlocks = AllocationNo{1};
    desk.apply(CreateCode{code});
    desk.apply(SetAllocation{{SeatNo{12}}, AllocationNo{1}});
    HoldSeats command = holdPicks(1, {12, 13, 15});
    command.code = "HOUSE";
    const Outcome outcome = desk.apply(command);
    EXPECT_EQ(outcome.refusal, Refusal::LeavesSingleSeat);
    EXPECT_EQ(outcome.seats, std::vector<SeatNo>{SeatNo{14}});
}

TEST(HoldRefusalsTest, BestSaysWhetherSeatsOrARunAreMissing) {
    Desk desk(makeTerms(), makeHall(2, 4, false));
    desk.hold(holdPicks(1, {2}));
    desk.hold(holdPicks(1, {5}));
    EXPECT_EQ(desk.refusalOf(holdBest(1, 3)), Refusal::NotTogether);
    EXPECT_EQ(desk.refusalOf(holdBest(1, 7)), Refusal::NotEnoughSeats);
    HoldSeats apart = holdBest(1, 6);
    EXPECT_EQ(desk.refusalOf(apart), Refusal::NotTogether);
    std::get<BestSelection>(apart.selection).mustBeTogether = false;
    EXPECT_EQ(desk.hold(apart).seats.size(), 6U);
    EXPECT_EQ(desk.refusalOf(holdBest(1, 1)), Refusal::NotEnoughSeats);
}

TEST(HoldRefusalsTest, WheelchairPlacesBringTheirCompanions) {
    Desk desk;
    const ReservationView three = desk.hold(holdBest(1, 3, 1));
    EXPECT_EQ(three.seats[0].seat, SeatNo{0});
    EXPECT_EQ(three.seats[1].seat, SeatNo{1});
    EXPECT_EQ(desk.refusalOf(holdBest(2, 1, 1)), Refusal::NotEnoughSeats);
    desk.apply(CancelReservation{three.id, callerOf(1)});
    const ReservationView one = desk.hold(holdBest(1, 1, 1));
    ASSERT_EQ(one.seats.size(), 1U);
    EXPECT_EQ(one.seats[0].seat, SeatNo{0});
}

TEST(HoldRefusalsTest, AnAreaHoldsAsManyAsItHas) {
    Desk desk;
    desk.hold(holdArea(1, 10));
    HoldSeats mixed = holdArea(2, 4);
    std::get<AreaSelection>(mixed.selection).counts = {
        {TicketTypeNo{1}, 2}, {TicketTypeNo{0}, 3}, {TicketTypeNo{1}, 1}};
    const ReservationView view = desk.hold(mixed);
    EXPECT_EQ(view.areas, (std::vector<AreaPlaces>{{AreaNo{0}, TicketTypeNo{0}, 3},
                                                   {AreaNo{0}, TicketTypeNo{1}, 3}}));
    EXPECT_EQ(view.quote.total, Money{3 * 5000 + 3 * 2500});
    const Outcome full = desk.apply(holdArea(3, 5));
    EXPECT_EQ(full.refusal, Refusal::AreaFull);
    EXPECT_EQ(full.limit, 4);
    EXPECT_EQ(desk.refusalOf(holdArea(3, 4)), Refusal::None);
}

}  // namespace
}  // namespace tessera::engine
