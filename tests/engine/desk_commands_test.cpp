// SPDX-License-Identifier: Apache-2.0
// What staff writes beside orders: what is written, and that no engine's state is touched by it.
#include "tests/engine/exchange_desk.h"

namespace tessera::engine {
namespace {

const Caller kStaff{{}, Channel::BoxOffice, true};

// Two paid seats of one order.
class CounterDesk : public ExchangeDesk {
public:
    CounterDesk() : ExchangeDesk(withExchanges()) {}

    std::uint64_t hash() const { return engine.stateHash(); }
    HandOutTickets handing(std::vector<TicketId> ids) const {
        return {given, kStaff, std::move(ids), false, record(given)};
    }
    NotePrint printing(std::vector<TicketId> ids) const {
        return {given, kStaff, std::move(ids), record(given), "paper jam"};
    }
    // Kind and id of what the last command wrote.
    std::vector<std::pair<DeskKind, std::int64_t>> written() const {
        std::vector<std::pair<DeskKind, std::int64_t>> all;
        for (const DeskChange& change : changes.desk) all.emplace_back(change.kind, change.id);
        return all;
    }
};

TEST(DeskCommandsTest, ANoteIsWrittenByStaffAndChangesNothingElse) {
    CounterDesk desk;
    const std::uint64_t before = desk.hash();
    NoteOrder note{desk.given, kStaff, "aisle, please", desk.record(desk.given)};
    EXPECT_TRUE(desk.apply(note).hadEffect);
    ASSERT_EQ(desk.written(), (std::vector{std::pair(DeskKind::Note, desk.given.value)}));
    EXPECT_EQ(desk.changes.desk[0].text, "aisle, please");
    EXPECT_TRUE(desk.changes.orderUpdates.empty());
    EXPECT_EQ(desk.hash(), before);
    note.caller = callerOf(1);
    EXPECT_EQ(desk.refusalOf(note), Refusal::NotYours);
    note.caller = kStaff;
    note.record = nullptr;
    EXPECT_EQ(desk.refusalOf(note), Refusal::RecordNeeded);
    EXPECT_TRUE(desk.changes.desk.empty());
}

TEST(DeskCommandsTest, MailGoesOutAgainForAPaidOrderAndChangesNothingElse) {
    CounterDesk desk;
    const std::uint64_t before = desk.hash();
    ResendMail mail{desk.given, kStaff, "other@post.example", desk.record(desk.given)};
    EXPECT_TRUE(desk.apply(mail).hadEffect);
    ASSERT_EQ(desk.written(), (std::vector{std::pair(DeskKind::MailAgain, desk.given.value)}));
    EXPECT_EQ(desk.changes.desk[0].text, "other@post.example");
    EXPECT_EQ(desk.hash(), before);
    mail.caller = callerOf(1);
    EXPECT_EQ(desk.refusalOf(mail), Refusal::NotYours);
    mail.caller = kStaff;
    mail.record = nullptr;
    EXPECT_EQ(desk.refusalOf(mail), Refusal::RecordNeeded);
    EXPECT_TRUE(desk.changes.desk.empty());
}

TEST(DeskCommandsTest, TicketsAreHandedOutOneByOneOrAllThatAdmit) {
    CounterDesk desk;
    EXPECT_TRUE(desk.apply(desk.handing({desk.old[1]})).hadEffect);
    EXPECT_EQ(desk.written(), (std::vector{std::pair(DeskKind::HandOut, desk.old[1].value)}));
    EXPECT_TRUE(desk.apply(desk.handing({})).hadEffect);
    EXPECT_EQ(desk.changes.desk.size(), 2U);
    HandOutTickets back = desk.handing({desk.old[0]});
    back.undo = true;
    EXPECT_TRUE(desk.apply(back).hadEffect);
    EXPECT_EQ(desk.written(), (std::vector{std::pair(DeskKind::HandBack, desk.old[0].value)}));
    EXPECT_EQ(desk.refusalOf(desk.handing({TicketId{12}})), Refusal::TicketUnknown);
    const HandOutTickets stale = desk.handing({});
    EXPECT_TRUE(desk.apply(desk.handing({desk.old[0]})).hadEffect);
    EXPECT_EQ(desk.refusalOf(stale), Refusal::RecordNeeded)
        << "what was judged before somebody else handed one out is judged again";
    HandOutTickets others = desk.handing({});
    others.caller = callerOf(1);
    EXPECT_EQ(desk.refusalOf(others), Refusal::NotYours);
}

TEST(DeskCommandsTest, APrintMakesWhatWasReadBeforeItTooOldToJudgeBy) {
    CounterDesk desk;
    const NotePrint first = desk.printing({desk.old[0]});
    EXPECT_TRUE(desk.apply(first).hadEffect);
    EXPECT_EQ(desk.written(), (std::vector{std::pair(DeskKind::Print, desk.old[0].value)}));
    EXPECT_EQ(desk.refusalOf(first), Refusal::RecordNeeded);
    EXPECT_TRUE(desk.apply(desk.printing({desk.old[0]})).hadEffect);
}

TEST(DeskCommandsTest, OnlyTicketsThatAdmitArePrinted) {
    CounterDesk desk;
    EXPECT_TRUE(desk.apply(desk.returning({desk.old[0]})).hadEffect);
    EXPECT_EQ(desk.refusalOf(desk.printing({desk.old[0]})), Refusal::TicketNotActive);
    EXPECT_TRUE(desk.apply(desk.printing({})).hadEffect);
    EXPECT_EQ(desk.changes.desk.size(), 1U);
}

TEST(DeskCommandsTest, AnErasedPersonIsNoMatterOfTheEngines) {
    CounterDesk desk;
    const std::uint64_t before = desk.hash();
    const ErasePerson command{{desk.given}, {desk.old[1]}, "erased-abcdefgh"};
    EXPECT_TRUE(desk.apply(command).hadEffect);
    EXPECT_EQ(desk.written(), (std::vector{std::pair(DeskKind::EraseBuyer, desk.given.value),
                                           std::pair(DeskKind::EraseHolder, desk.old[1].value)}));
    EXPECT_EQ(desk.hash(), before);
    EXPECT_TRUE(desk.changes.ledger.empty());
    EXPECT_TRUE(desk.changes.ticketUpdates.empty());
}

}  // namespace
}  // namespace tessera::engine
