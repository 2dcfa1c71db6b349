// SPDX-License-Identifier: Apache-2.0
// Orders whose tickets cannot be printed: they hold up nobody, and are not taken for printed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/qt/payment/print_watch.h"
#include "tests/gui/pay/paper_files.h"
#include "tests/gui/pay/payer_fixture.h"

namespace tessera::gui {
namespace {

using testing::HasSubstr;

class PapersTest : public PayerFixture {
protected:
    bool sells(PayTill& at, int seat) {
        return at.holds(sale, {seat}) && at.payer.payCash(at.total()) && at.becomes(PayStage::Sold);
    }
    // Of what was sold last, as its order shows them.
    std::vector<v1::Ticket> ticketsOf(PayTill& at) {
        v1::ListTicketsRequest ask;
        ask.set_event(at.payer.order().event());
        ask.set_order(at.payer.order().order());
        ask.set_view(v1::ListTicketsRequest::BASIC);
        const auto tickets = std::make_shared<std::vector<v1::Ticket>>();
        at.desk.ask(client::kListTickets, ask, &at.desk,
                    [tickets](const client::Answer<v1::ListTicketsResponse>& answer) {
                        const auto& got = answer.value.tickets();
                        tickets->assign(got.begin(), got.end());
                    });
        EXPECT_TRUE(comes([&] { return !tickets->empty(); }));
        return *tickets;
    }
    static int portOfNobody() { return test::FakePrinter(test::FakeLanguage::Fgl).port(); }
    QString waitingFile() const { return folder() + QStringLiteral("/tickets_to_print"); }
};

TEST_F(PapersTest, AnOrderWhoseTicketsAreVoidHoldsUpNoOther) {
    const auto at = supervisorsTill();
    ASSERT_TRUE(sells(*at, 5));
    v1::RefundTicketsRequest back;
    back.set_event(at->payer.order().event());
    back.set_order(at->payer.order().order());
    back.set_request_id(at->desk.newRequestId());
    bool answered = false;
    at->desk.ask(client::kRefundTickets, back, &at->desk,
                 [&](const client::Answer<v1::Order>& answer) {
                     EXPECT_TRUE(answer.done()) << answer.refusal.reason;
                     answered = true;
                 });
    ASSERT_TRUE(comes([&] { return answered; }));
    ASSERT_TRUE(sells(*at, 15));
    ASSERT_EQ(at->papers.waiting(), 2);
    QStringList said;
    QObject::connect(&at->papers, &payment::Papers::said,
                     [&](const QString& text, sale::Tone) { said << text; });
    EXPECT_EQ(at->room.setPrinters({ticketPrinterAt(printer.port())}).toStdString(), "");
    ASSERT_TRUE(comes([&] { return at->papers.waiting() == 0; }));
    ASSERT_TRUE(comes([&] { return printer.tickets().size() == 1; }));
    EXPECT_THAT(said.join("|").toStdString(), HasSubstr("void"));
}

TEST_F(PapersTest, ATicketThatCannotBeMadeKeepsItsOrderAndIsPrintedOnceItCan) {
    layBars(folder());
    const auto at = till();
    EXPECT_EQ(at->room.setPrinters({ticketPrinterAt(printer.port())}).toStdString(), "");
    for (const int seat : {5, 15}) ASSERT_TRUE(sells(*at, seat));
    ASSERT_TRUE(comes([&] { return !at->papers.held().isEmpty(); }));
    EXPECT_THAT(at->papers.held().toStdString(), HasSubstr("layout"));
    EXPECT_EQ(at->papers.waiting(), 2);
    EXPECT_TRUE(printer.tickets().empty());
    at->papers.forgetHeld();
    EXPECT_EQ(at->papers.waiting(), 1);
    ASSERT_TRUE(QFile::remove(folder() + "/templates/ticket.json"));
    at->papers.goOn();
    ASSERT_TRUE(comes([&] { return printer.tickets().size() == 1; }));
    EXPECT_EQ(at->papers.waiting(), 0);
    EXPECT_TRUE(at->papers.held().isEmpty());
}

// They were counted from the first of an unbroken row.
TEST_F(PapersTest, AnOrderThatWaitsIsNewsAfterItsOwnTenSeconds) {
    layBars(folder());  // They wait as long as that lies there.
    const auto at = till();
    EXPECT_EQ(at->room.setPrinters({ticketPrinterAt(printer.port())}).toStdString(), "");
    qint64 now = 0;
    payment::PrintWatch watch(at->room, at->papers, nullptr, [&] { return now; });
    const auto says = [&](const char* words) {
        watch.refresh();
        return watch.text().contains(QLatin1String(words));
    };
    ASSERT_TRUE(sells(*at, 5));
    ASSERT_TRUE(comes([&] { return !at->papers.held().isEmpty(); }));
    ASSERT_EQ(at->papers.waiting(), 1);
    now = payment::kSlowMillis - 1;
    ASSERT_TRUE(sells(*at, 15));
    ASSERT_EQ(at->papers.waiting(), 2);
    EXPECT_FALSE(says("to be printed")) << watch.text().toStdString();
    ++now;
    EXPECT_TRUE(says("1 order waits to be printed")) << watch.text().toStdString();
    ASSERT_TRUE(comes([&] { return !at->papers.held().isEmpty(); }));
    at->papers.forgetHeld();
    ASSERT_EQ(at->papers.waiting(), 1);
    EXPECT_FALSE(says("to be printed")) << watch.text().toStdString();
    now += payment::kSlowMillis;
    EXPECT_TRUE(says("1 order waits to be printed")) << watch.text().toStdString();
}

TEST_F(PapersTest, WhatWasSoldIsPrintedInItsSellersNameWhoeverIsThereThenAndIfNobodyIs) {
    test::FakePrinter slips(test::FakeLanguage::Escpos);
    const auto at = till();
    const QString seller = QString::fromStdString(at->desk.session().name());
    ASSERT_TRUE(sells(*at, 5));
    at->desk.signOut();
    ASSERT_TRUE(comes([&] { return !at->desk.isSignedIn(); }));
    EXPECT_EQ(
        at->room.setPrinters({ticketPrinterAt(printer.port()), receiptPrinterAt(slips.port())})
            .toStdString(),
        "");
    at->papers.printReceipt(at->payer.order(), at->payer.event(), 0, "Slips");
    ASSERT_TRUE(comes([&] { return seenAt(slips).cuts == 1; }));
    at->desk.signIn(QString::fromStdString(house.supervisor.login),
                    QString::fromStdString(house.supervisor.password), {}, &at->desk, {});
    ASSERT_TRUE(comes([&] { return printer.tickets().size() == 1; }));
    ASSERT_EQ(at->room.queue()->jobs().size(), 2U);
    for (const qt::PrintJob& each : at->room.queue()->jobs()) EXPECT_EQ(each.who, seller);
}

TEST_F(PapersTest, WhatWaitedForAnotherKindOfPrinterIsCancelledAndSaidAndHoldsUpNothing) {
    const auto at = till();
    const int port = portOfNobody();
    EXPECT_EQ(at->room.setPrinters({ticketPrinterAt(port)}).toStdString(), "");
    ASSERT_TRUE(sells(*at, 5));
    ASSERT_TRUE(comes([&] { return at->papers.waiting() == 0; }));
    std::vector<int> left;
    QObject::connect(&at->room, &payment::PrintRoom::leftOver,
                     [&](int documents) { left.push_back(documents); });
    payment::HousePrinter other = receiptPrinterAt(port);
    other.setup.name = "Front";
    EXPECT_EQ(at->room.setPrinters({other}).toStdString(), "");
    EXPECT_EQ(left, std::vector<int>{1});
    ASSERT_EQ(at->room.queue()->jobs().size(), 1U);
    EXPECT_EQ(at->room.queue()->jobs()[0].state, qt::JobState::Cancelled);
}

TEST_F(PapersTest, APaymentThatCannotBeReadAnyMoreIsSaidAndSetAside) {
    ASSERT_TRUE(QDir().mkpath(folder()));
    QFile file(folder() + "/payment_in_hand");
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("of tomorrow's app");
    file.close();
    const auto at = till();
    EXPECT_EQ(at->stageAtStart, PayStage::Nothing);
    ASSERT_TRUE(comes([&] { return !at->said.isEmpty(); }));
    EXPECT_THAT(at->said.first().toStdString(), HasSubstr("cannot be read"));
    EXPECT_FALSE(QFile::exists(file.fileName()));
    EXPECT_TRUE(QFile::exists(file.fileName() + ".unread"));
}

// It was told as printed, for the queue had its key.
TEST_F(PapersTest, ATicketThatWasCancelledInTheQueueIsPrintedOnceFromItsOrder) {
    const auto at = till();
    EXPECT_EQ(at->room.setPrinters({ticketPrinterAt(portOfNobody())}).toStdString(), "");
    ASSERT_TRUE(sells(*at, 5));
    ASSERT_TRUE(comes([&] { return at->papers.waiting() == 0; }));
    const auto tickets = ticketsOf(*at);
    const auto print = [&] {
        return at->papers.printNow(at->payer.order(), at->payer.event(), tickets, {}).toStdString();
    };
    for (std::size_t jobs = 1; jobs <= 2; ++jobs) {  // One that is printed anew may be cancelled.
        qt::PrintQueue& queue = *at->room.queue();
        ASSERT_EQ(queue.jobs().size(), jobs);
        ASSERT_TRUE(comes([&] {  // Not in the moment in which the printer is tried.
            return queue.cancel(queue.jobs().back().number, "Adele").value() ==
                   qt::DecisionOutcome::Done;
        }));
        EXPECT_EQ(print(), "");
    }
    EXPECT_EQ(print(), "");  // The same again is the same print.
    EXPECT_EQ(at->room.queue()->jobs().size(), 3U);
    EXPECT_EQ(at->room.setPrinters({ticketPrinterAt(printer.port())}).toStdString(), "");
    ASSERT_TRUE(comes([&] { return at->room.queue()->isIdle(); }));
    EXPECT_EQ(print(), "");
    EXPECT_EQ(at->room.queue()->jobs().size(), 3U);
    EXPECT_EQ(printer.tickets().size(), 1U);
}

TEST_F(PapersTest, WhatWaitsForAPrinterIsPrintedOnceInItsSellersNameAfterARestart) {
    QString seller;
    {
        const auto at = till();
        seller = QString::fromStdString(at->desk.session().name());
        for (const int seat : {5, 15}) ASSERT_TRUE(sells(*at, seat));
        ASSERT_EQ(at->papers.waiting(), 2);
    }
    EXPECT_EQ(QFile::permissions(waitingFile()) & (QFile::ReadGroup | QFile::ReadOther),
              QFile::Permissions());
    const auto at = supervisorsTill();
    EXPECT_EQ(at->papers.waiting(), 2);
    EXPECT_EQ(at->room.setPrinters({ticketPrinterAt(printer.port())}).toStdString(), "");
    ASSERT_TRUE(comes([&] { return printer.tickets().size() == 2; }));
    EXPECT_EQ(at->papers.waiting(), 0);
    EXPECT_FALSE(QFile::exists(waitingFile()));
    ASSERT_EQ(at->room.queue()->jobs().size(), 2U);
    for (const qt::PrintJob& each : at->room.queue()->jobs()) EXPECT_EQ(each.who, seller);
}

// They were forgotten without a word.
TEST_F(PapersTest, TicketsThatWaitedInAFileThatIsTornAreSaidOnceAndTheFileIsKeptAside) {
    {
        const auto at = till();
        ASSERT_TRUE(sells(*at, 5));
    }
    QFile file(waitingFile());
    ASSERT_TRUE(file.resize(file.size() / 2));
    const auto at = till();
    EXPECT_EQ(at->papers.waiting(), 0);
    EXPECT_FALSE(QFile::exists(waitingFile()));
    EXPECT_TRUE(QFile::exists(waitingFile() + QStringLiteral(".unread")));
    EXPECT_EQ(at->saidOfPapers.join(u'|').count(QStringLiteral("cannot be read")), 1);
    at->papers.goOn();
    EXPECT_EQ(at->saidOfPapers.join(u'|').count(QStringLiteral("cannot be read")), 1);
    ASSERT_TRUE(sells(*at, 15));  // The next one is kept as before.
    EXPECT_TRUE(QFile::exists(waitingFile()));
}

TEST(TicketTitleTest, NamesOfAnyScriptFitIntoAJobsTitle) {
    v1::Event event;
    v1::Ticket ticket;
    std::string name;
    for (int i = 0; i < 60; ++i) name += "歌";
    event.mutable_config()->set_name(name);
    ticket.mutable_label()->set_section(name);
    ticket.mutable_label()->set_seat("12");
    const QString title = payment::ticketTitle(event, ticket);
    EXPECT_LE(title.toUtf8().size(), qt::kJobTextBytesMax);
    EXPECT_TRUE(title.startsWith(QStringLiteral("歌")));
    EXPECT_EQ(payment::sampleCode().size(), payment::kTicketCodeLetters);
}

}  // namespace
}  // namespace tessera::gui
