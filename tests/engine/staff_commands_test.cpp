// SPDX-License-Identifier: Apache-2.0
#include "tests/engine/desk.h"

namespace tessera::engine {
namespace {

Code makeCode(const char* text) {
    Code code;
    code.text = text;
    return code;
}

TEST(SetAllocationTest, BlocksFreeSeatsAllOrNone) {
    Desk desk;
    const std::uint64_t before = desk.engine.stateHash();
    const Outcome set = desk.apply(SetAllocation{{SeatNo{20}, SeatNo{13}}, AllocationNo{2}});
    EXPECT_EQ(set.target, 2);
    EXPECT_TRUE(set.hadEffect);
    EXPECT_EQ(desk.engine.seatMap()[13], 3);
    const Outcome again = desk.apply(SetAllocation{{SeatNo{13}}, AllocationNo{2}});
    EXPECT_EQ(again.target, 0);
    EXPECT_FALSE(again.hadEffect);
    desk.hold(holdPicks(1, {30, 31}));
    const Outcome taken =
        desk.apply(SetAllocation{{SeatNo{31}, SeatNo{13}, SeatNo{30}}, AllocationNo{0}});
    EXPECT_EQ(taken.refusal, Refusal::SeatNotBlockable);
    EXPECT_EQ(taken.seats, (std::vector<SeatNo>{SeatNo{30}, SeatNo{31}}));
    EXPECT_EQ(desk.engine.seatMap()[13], 3);
    desk.pass(Duration::ofMinutes(5));
    EXPECT_EQ(desk.apply(SetAllocation{{SeatNo{13}, SeatNo{20}}, AllocationNo{0}}).target, 2);
    EXPECT_EQ(desk.engine.stateHash(), before);
}

TEST(SetAllocationTest, RefusesWhatIsNoSetOfSeats) {
    Desk desk;
    EXPECT_EQ(desk.refusalOf(SetAllocation{{}, AllocationNo{2}}), Refusal::SelectionEmpty);
    EXPECT_EQ(desk.refusalOf(SetAllocation{{SeatNo{40}}, AllocationNo{2}}), Refusal::SeatUnknown);
    EXPECT_EQ(desk.refusalOf(SetAllocation{{SeatNo{1}, SeatNo{2}, SeatNo{1}}, AllocationNo{2}}),
              Refusal::SeatRepeated);
    EXPECT_EQ(desk.refusalOf(SetAllocation{{SeatNo{1}}, AllocationNo{-2}}), Refusal::TermsInvalid);
}

TEST(ChangeTermsTest, AReservationKeepsTheTermsItWasMadeUnder) {
    Desk desk;
    const ReservationView before = desk.hold(holdPicks(1, {13}));
    EventTerms dearer = makeTerms();
    dearer.prices[2] = Money{9000};
    dearer.focal = Point{0, 99};
    dearer.payWithin = Duration::ofMinutes(1);
    const Outcome changed = desk.apply(ChangeTerms{dearer, "document"});
    EXPECT_EQ(changed.target, 2);
    EXPECT_EQ(desk.changes.terms.at(0).document, "document");
    EXPECT_EQ(desk.engine.terms().version, 2);
    const Outcome read = desk.apply(ReadReservation{before.id, callerOf(1)});
    EXPECT_EQ(std::get<ReservationView>(read.view).quote.total, Money{3000});
    EXPECT_EQ(desk.hold(holdPicks(2, {15})).quote.total, Money{9000});
    const OrderView order = desk.checkout(before.id);
    EXPECT_EQ(order.total, Money{3000});
    EXPECT_EQ(order.payDeadline, desk.now + Duration::ofMinutes(10));
    // A focal point at the other end: the last row is the nearest.
    EXPECT_GE(desk.hold(holdBest(3, 2)).seats[0].seat, SeatNo{30});
}

TEST(ChangeTermsTest, RefusesTermsThatAreNotWhole) {
    Desk desk;
    const auto refused = [&](auto change) {
        EventTerms terms = makeTerms();
        change(terms);
        return desk.refusalOf(ChangeTerms{terms, ""}) == Refusal::TermsInvalid;
    };
    EXPECT_TRUE(refused([](EventTerms& t) { t.prices.pop_back(); }));
    EXPECT_TRUE(refused([](EventTerms& t) { t.prices[0] = Money{-1}; }));
    EXPECT_TRUE(refused([](EventTerms& t) { t.ticketTypes = 0; }));
    EXPECT_TRUE(refused([](EventTerms& t) { t.maxPerOrder = 101; }));
    EXPECT_TRUE(refused([](EventTerms& t) { t.maxPerOrder = 0; }));
    EXPECT_TRUE(refused([](EventTerms& t) { t.maxPerBuyer = -1; }));
    EXPECT_TRUE(refused([](EventTerms& t) { t.holdFor = {}; }));
    EXPECT_TRUE(refused([](EventTerms& t) { t.payWithin = {}; }));
    EXPECT_TRUE(refused([](EventTerms& t) { t.closesAt = t.opensAt; }));
    EXPECT_TRUE(refused([](EventTerms& t) { t.channels = 0b1000; }));
    EXPECT_TRUE(refused([](EventTerms& t) { t.fees.resize(17); }));
    EXPECT_TRUE(refused([](EventTerms& t) { t.taxes.resize(9); }));
    EXPECT_TRUE(refused([](EventTerms& t) { t.taxes = {{Rate{-1}}}; }));
    EXPECT_TRUE(refused([](EventTerms& t) { t.currency = *parseCurrency("USD"); }));
    EXPECT_FALSE(refused([](EventTerms& t) { t.maxPerOrder = 100; }));
    EXPECT_EQ(desk.engine.terms().version, 2);
}

TEST(CreateCodeTest, RefusesWhatIsThereAndWhatMakesNoSense) {
    Desk desk;
    const Outcome made = desk.apply(CreateCode{makeCode("SUMMER-26")});
    EXPECT_GT(made.target, 0);
    EXPECT_EQ(desk.changes.codes.at(0).id.value, made.target);
    EXPECT_EQ(desk.refusalOf(CreateCode{makeCode("SUMMER-26")}), Refusal::CodeExists);
    for (const char* text : {"", "AB", "lower", "SP ACE", "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456"}) {
        EXPECT_EQ(desk.refusalOf(CreateCode{makeCode(text)}), Refusal::TermsInvalid) << text;
    }
    Code code = makeCode("OTHER");
    code.rate = {1000001};
    EXPECT_EQ(desk.refusalOf(CreateCode{code}), Refusal::TermsInvalid);
    code = makeCode("OTHER");
    code.validUntil = code.validFrom;
    EXPECT_EQ(desk.refusalOf(CreateCode{code}), Refusal::TermsInvalid);
    code = makeCode("OTHER");
    code.categories = {CategoryNo{2}};
    EXPECT_EQ(desk.refusalOf(CreateCode{code}), Refusal::TermsInvalid);
}

HoldSeats withCode(HoldSeats hold, const char* code) {
    hold.code = code;
    return hold;
}

TEST(UpdateCodeTest, AWithdrawnCodeIsRefusedAndAHoldThatHasItKeepsIt) {
    Desk desk;
    Code code = makeCode("FRIENDS");
    code.discount = DiscountKind::Percent;
    code.rate = {500000};
    const CodeId id{desk.apply(CreateCode{code}).target};
    const ReservationView held = desk.hold(withCode(holdPicks(1, {13}), "FRIENDS"));
    desk.pass(Duration::ofSeconds(5));
    const Outcome withdrawn = desk.apply(UpdateCode{id, 0, {}, desk.now});
    EXPECT_TRUE(withdrawn.hadEffect);
    EXPECT_EQ(withdrawn.target, id.value);
    EXPECT_EQ(std::get<Code>(withdrawn.view).validUntil, desk.now);
    EXPECT_EQ(std::get<Code>(withdrawn.view).uses, 1);
    EXPECT_EQ(desk.refusalOf(withCode(holdPicks(2, {15}), "FRIENDS")), Refusal::CodeNotValidNow);
    const Outcome read = desk.apply(ReadReservation{held.id, callerOf(1)});
    EXPECT_EQ(std::get<ReservationView>(read.view).quote.total, Money{1500});
    // What staff prices anew keeps it, too; and it is bought with it.
    RepriceReservation reprice;
    reprice.reservation = held.id;
    reprice.caller = {callerOf(99).hash, Channel::BoxOffice, true};
    reprice.code = "FRIENDS";
    EXPECT_EQ(desk.refusalOf(reprice), Refusal::None);
    EXPECT_EQ(desk.checkout(held.id).total, Money{1500});
    // How often it is good is another's to change: it stays withdrawn.
    EXPECT_EQ(desk.refusalOf(UpdateCode{id, 9}), Refusal::None);
    EXPECT_EQ(desk.refusalOf(withCode(holdPicks(2, {15}), "FRIENDS")), Refusal::CodeNotValidNow);
    const Outcome open = desk.apply(UpdateCode{id, {}, {}, Instant::never()});
    EXPECT_EQ(std::get<Code>(open.view).usesMax, 9);
    EXPECT_EQ(desk.refusalOf(withCode(holdPicks(2, {15}), "FRIENDS")), Refusal::None);
}

TEST(UpdateCodeTest, ABoundBelowWhatIsInUseTakesNothingAwayAndGivesNoMore) {
    Desk desk;
    const CodeId id{desk.apply(CreateCode{makeCode("FRIENDS")}).target};
    const ReservationView first = desk.hold(withCode(holdPicks(1, {13}), "FRIENDS"));
    desk.hold(withCode(holdPicks(2, {15}), "FRIENDS"));
    EXPECT_EQ(desk.refusalOf(UpdateCode{id, 1}), Refusal::None);
    EXPECT_EQ(desk.refusalOf(withCode(holdPicks(3, {17}), "FRIENDS")), Refusal::CodeUsedUp);
    desk.apply(CancelReservation{first.id, callerOf(1)});
    EXPECT_EQ(desk.refusalOf(withCode(holdPicks(3, {17}), "FRIENDS")), Refusal::CodeUsedUp);
    EXPECT_EQ(desk.refusalOf(UpdateCode{id, 2}), Refusal::None);
    EXPECT_EQ(desk.refusalOf(withCode(holdPicks(3, {17}), "FRIENDS")), Refusal::None);
}

TEST(UpdateCodeTest, RefusesWhatIsNotThereAndWhatMakesNoSense) {
    Desk desk;
    const CodeId id{desk.apply(CreateCode{makeCode("FRIENDS")}).target};
    const std::uint64_t before = desk.engine.stateHash();
    EXPECT_EQ(desk.refusalOf(UpdateCode{CodeId{id.value + 1}}), Refusal::CodeNotFound);
    EXPECT_EQ(desk.refusalOf(ReadCode{CodeId{id.value + 1}}), Refusal::CodeNotFound);
    EXPECT_EQ(desk.refusalOf(UpdateCode{id, -1}), Refusal::TermsInvalid);
    EXPECT_EQ(desk.refusalOf(UpdateCode{id, 0, desk.now, desk.now}), Refusal::TermsInvalid);
    // Against what stands, too.
    EXPECT_EQ(desk.refusalOf(UpdateCode{id, {}, {}, Instant{}}), Refusal::TermsInvalid);
    EXPECT_EQ(desk.engine.stateHash(), before);
    const Outcome read = desk.apply(ReadCode{id});
    EXPECT_FALSE(read.hadEffect);
    EXPECT_EQ(std::get<Code>(read.view).text, "FRIENDS");
    desk.apply(CancelEvent{"It rains."});
    EXPECT_EQ(desk.refusalOf(UpdateCode{id, 3}), Refusal::EventCancelled);
}

TEST(CreateCodeTest, ThereAreAtMostTenThousandCodes) {
    EventEngine engine = EventEngine::fresh(EventId{1}, makeHall(4, 10), makeTerms());
    Changes changes;
    for (int i = 0; i < kCodesMax; ++i) {
        const Code code = makeCode(("CODE-" + std::to_string(i)).c_str());
        ASSERT_EQ(engine.apply(CreateCode{code}, kOpening, changes).refusal, Refusal::None);
    }
    EXPECT_EQ(engine.apply(CreateCode{makeCode("ONE-MORE")}, kOpening, changes).refusal,
              Refusal::TooManyCodes);
    EXPECT_EQ(engine.apply(CreateCode{makeCode("CODE-1")}, kOpening, changes).refusal,
              Refusal::CodeExists);
}

}  // namespace
}  // namespace tessera::engine
