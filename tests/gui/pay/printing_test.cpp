// SPDX-License-Identifier: Apache-2.0
// What staff is told of the printing on whichever screen they are, and what they do about it by
// keys: a real sale, a real queue, a printer on a real port.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/client/relay.h"
#include "tests/gui/pay/paper_files.h"
#include "tests/gui/pay/pay_front.h"

namespace tessera::gui {
namespace {

using test::FakeTrouble;
using testing::AllOf;
using testing::HasSubstr;

constexpr std::uint16_t kNobody = 1;  // Where nothing listens.

class PrintingTest : public PayFront {
protected:
    void SetUp() override { begin(false); }
    void begin(bool relayed) {
        start(0, relayed);
        openShift(front->desk());
        EXPECT_EQ(room().setPrinters({ticketPrinterAt(cable.port())}).toStdString(), "");
    }
    // The last line of the window; empty: it says nothing.
    std::string line() {
        const auto* const label = front->window().findChild<QLabel*>("print_line");
        return label->isVisible() ? label->text().toStdString() : "";
    }
    bool lineSays(const char* words) {
        return comes([&] { return line().find(words) != std::string::npos; });
    }
    // Of two tickets the first, after a connection that broke; the other one waits.
    bool oneUnknownOneQueued() {
        printer.behave({.holdsAcks = true});
        if (!sells() || !comes([&] { return printer.tickets().size() == 1; })) return false;
        cable.aim(kNobody);
        cable.cut();
        return lineSays("look at the paper") && lineSays("1 document waits") &&
               state(0) == qt::JobState::Unknown;
    }
    qt::JobState state(std::size_t row) { return room().queue()->jobs().at(row).state; }
    std::string told() { return front->find<QLabel>("print_told")->text().toStdString(); }
    // Until it is: a printer is being tried for a moment.
    bool leaves(int row) {
        front->find<QTableView>("print_jobs")->selectRow(row);
        return comes([&] {
            front->press(Qt::Key_J, Qt::ControlModifier);
            return state(static_cast<std::size_t>(row)) == qt::JobState::Cancelled;
        });
    }
    void toPrinting() { front->press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier); }
    // Of the last of two tickets; the server has noted it.
    bool asksForAReprintWithoutAnswer() {
        if (!sells() || !cameOut(2)) return false;
        toPrinting();
        front->find<QLineEdit>("print_reason")->setFocus();
        front->type("torn");
        house.relay->hold(true);
        front->press(Qt::Key_Return);
        return comes([&] { return printsNoted() == "3"; });
    }
    bool hasFocus(const char* name) {
        return QApplication::focusWidget() != nullptr &&
               QApplication::focusWidget()->objectName() == QLatin1String(name);
    }
    std::string printsNoted() {
        return house.stack.psql(
            "SELECT coalesce(sum(prints), 0) FROM ticket_desk WHERE event_id = " +
            client::eventNumber(sale));
    }
    bool allAre(qt::JobState state) {
        const auto& jobs = room().queue()->jobs();
        return !jobs.empty() && std::ranges::all_of(jobs, [&](const qt::PrintJob& each) {
            return each.state == state;
        });
    }
    bool cameOut(std::size_t tickets) {
        return comes(
            [&] { return printer.tickets().size() == tickets && room().queue()->isIdle(); });
    }

    client::Relay cable{static_cast<std::uint16_t>(printer.port())};
};

TEST_F(PrintingTest, APrinterThatIsOffAfterThePaymentIsReadWhereOneSellsAndPrintsOnceWhenItIsOn) {
    cable.aim(kNobody);
    ASSERT_TRUE(sells());
    ASSERT_TRUE(lineSays("2 documents wait")) << line();
    EXPECT_THAT(line(), AllOf(HasSubstr("Ticket printer"), HasSubstr("does not answer")));
    EXPECT_TRUE(hasFocus("quick"));
    toPrinting();
    ASSERT_EQ(front->currentId(), QStringLiteral("printing"));
    EXPECT_TRUE(hasFocus("print_jobs"));
    EXPECT_THAT(front->find<QLabel>("print_chosen")->text().toStdString(), HasSubstr("Front"));
    cable.aim(static_cast<std::uint16_t>(printer.port()));
    front->press(Qt::Key_T, Qt::ControlModifier);
    ASSERT_TRUE(cameOut(2));
    EXPECT_TRUE(comes([&] { return line().empty(); })) << line();
    EXPECT_NE(printer.tickets()[0].codes[0].data, printer.tickets()[1].codes[0].data);
    EXPECT_TRUE(allAre(qt::JobState::Printed));
    front->press(Qt::Key_Escape);
    EXPECT_EQ(front->currentId(), QStringLiteral("sell"));
    EXPECT_TRUE(hasFocus("quick"));
}

TEST_F(PrintingTest, PaperThatIsOutOrLowAndAJamAreReadAsThePrinterSaysThem) {
    std::size_t out = 0;
    const std::pair<FakeTrouble, const char*> halts[] = {{FakeTrouble::PaperOut, "out of paper"},
                                                         {FakeTrouble::Jam, "jammed"}};
    for (const auto& [trouble, words] : halts) {
        printer.set(trouble);
        ASSERT_TRUE(sells());
        ASSERT_TRUE(lineSays(words)) << line();
        EXPECT_THAT(line(), HasSubstr("wait"));
        printer.set(FakeTrouble::None);
        out += 2;
        toPrinting();
        front->press(Qt::Key_T, Qt::ControlModifier);
        ASSERT_TRUE(cameOut(out));
        EXPECT_TRUE(comes([&] { return line().empty(); })) << line();
        toPrinting();  // The same key leads back.
        ASSERT_EQ(front->currentId(), QStringLiteral("sell"));
    }
    printer.set(FakeTrouble::PaperLow);
    ASSERT_TRUE(sells());
    ASSERT_TRUE(lineSays("runs low")) << line();
    ASSERT_TRUE(cameOut(out + 2));
    EXPECT_THAT(line(), HasSubstr("runs low"));
    printer.set(FakeTrouble::None);
    ASSERT_TRUE(sells());
    ASSERT_TRUE(cameOut(out + 4));
    EXPECT_TRUE(comes([&] { return line().empty(); })) << line();
}

TEST_F(PrintingTest, ADocumentThatIsUndecidedAfterARestartIsSaidToWhoSignsInAndDecidedByKeys) {
    printer.behave({.holdsAcks = true});
    ASSERT_TRUE(sells());
    ASSERT_TRUE(comes([&] { return printer.tickets().size() == 1; }));
    front->restart([&] { printer.behave({}); });
    front->window().resize(1600, 1000);
    ASSERT_EQ(front->currentId(), QStringLiteral("signin"));
    EXPECT_TRUE(lineSays("1 document: look at the paper")) << line();
    ASSERT_TRUE(front->signIn(house.cashier));
    ASSERT_EQ(front->currentId(), QStringLiteral("sell"));
    EXPECT_TRUE(comes([&] { return front->window().message().contains("look at the printer"); }))
        << front->window().message().toStdString();
    ASSERT_TRUE(cameOut(2));  // The other one.
    auto* const button = front->window().findChild<QPushButton*>("print_line_go");
    EXPECT_TRUE(button->isVisible() && button->isEnabled());
    button->click();
    ASSERT_EQ(front->currentId(), QStringLiteral("printing"));
    EXPECT_TRUE(hasFocus("print_jobs"));
    front->press(Qt::Key_K, Qt::ControlModifier);
    EXPECT_TRUE(comes([&] { return line().empty(); })) << line();
    EXPECT_TRUE(allAre(qt::JobState::Printed));
    EXPECT_EQ(printer.tickets().size(), 2U);
}

TEST_F(PrintingTest, AReprintNeedsAReasonIsNotedByTheServerAndComesOutOnce) {
    ASSERT_TRUE(sells());
    ASSERT_TRUE(cameOut(2));
    EXPECT_EQ(line(), "");
    ASSERT_EQ(printsNoted(), "2");
    toPrinting();
    front->press(Qt::Key_R, Qt::ControlModifier);
    EXPECT_THAT(front->find<QLabel>("print_told")->text().toStdString(), HasSubstr("Reason"));
    ASSERT_TRUE(hasFocus("print_reason"));
    front->type("torn by the cutter");
    front->press(Qt::Key_Return);
    front->press(Qt::Key_Return);  // Hit twice.
    ASSERT_TRUE(cameOut(3));
    EXPECT_EQ(printer.tickets()[2].codes[0].data, printer.tickets()[1].codes[0].data);
    EXPECT_TRUE(front->find<QLineEdit>("print_reason")->text().isEmpty());
    EXPECT_EQ(room().queue()->jobs().back().reason, QStringLiteral("torn by the cutter"));
    EXPECT_EQ(printsNoted(), "3");
}

TEST_F(PrintingTest, AReprintWithoutAnAnswerIsUnknownAskedAgainByItselfAndNotedAndPrintedOnce) {
    begin(true);
    ASSERT_TRUE(asksForAReprintWithoutAnswer());
    ASSERT_TRUE(comes([&] {
        return front->find<QLabel>("print_told")->text().contains(QStringLiteral("not known"));
    }));
    EXPECT_EQ(front->find<QLineEdit>("print_reason")->text(), QStringLiteral("torn"));
    EXPECT_EQ(printer.tickets().size(), 2U);
    front->press(Qt::Key_Return);
    house.relay->cut();
    house.relay->hold(false);
    ASSERT_TRUE(cameOut(3));
    EXPECT_TRUE(front->find<QLineEdit>("print_reason")->text().isEmpty());
    EXPECT_EQ(printsNoted(), "3");
    EXPECT_EQ(room().queue()->jobs().size(), 3U);
}

// Nobody asked any more, and the ticket was never printed.
TEST_F(PrintingTest, AReprintWithoutAnAnswerIsAskedOnByTheAppThatIsStartedAnewAndPrintedOnce) {
    begin(true);
    ASSERT_TRUE(asksForAReprintWithoutAnswer());
    front->restart([&] {
        house.relay->cut();
        house.relay->hold(false);
    });
    ASSERT_TRUE(front->signIn(house.cashier));
    ASSERT_TRUE(cameOut(3));
    EXPECT_EQ(printsNoted(), "3");
    EXPECT_EQ(room().queue()->jobs().size(), 3U);
    EXPECT_EQ(room().queue()->jobs().back().reason, QStringLiteral("torn"));
}

// It cancelled whatever waited longest: a ticket that was paid for and never came out.
TEST_F(PrintingTest, WhatIsLeftUnprintedIsTheChosenDocumentAloneAndIsNamed) {
    ASSERT_TRUE(oneUnknownOneQueued()) << line();
    toPrinting();  // At the one that asks.
    ASSERT_TRUE(comes([&] {
        front->press(Qt::Key_J, Qt::ControlModifier);
        return told() == "That cannot be said of it as it stands.";
    }));
    EXPECT_EQ(state(0), qt::JobState::Unknown);
    EXPECT_NE(state(1), qt::JobState::Cancelled);
    ASSERT_TRUE(leaves(1));
    EXPECT_EQ(told(), "Left unprinted: " + room().queue()->jobs()[1].title.toStdString());
    EXPECT_EQ(state(0), qt::JobState::Unknown);
}

TEST_F(PrintingTest, AnOrderThatIsHeldIsLeftWhereNothingCanBecomeOfTheChosenDocument) {
    ASSERT_TRUE(sells());
    ASSERT_TRUE(cameOut(2));
    layBars(front->folder());
    ASSERT_TRUE(sells());
    ASSERT_TRUE(lineSays("is not printed")) << line();
    toPrinting();
    front->press(Qt::Key_J, Qt::ControlModifier);
    EXPECT_THAT(told(), HasSubstr("print its tickets from the order"));
    EXPECT_EQ(line(), "");
    EXPECT_TRUE(allAre(qt::JobState::Printed));
}

// Staff saw the ticket, said so, and a second one that is as good came out minutes later.
TEST_F(PrintingTest, AReprintWithoutAnAnswerIsSeenAndIsTakenBackByWhatIsOnThePaper) {
    begin(true);
    ASSERT_TRUE(asksForAReprintWithoutAnswer());
    auto* const reason = front->find<QLineEdit>("print_reason");
    ASSERT_TRUE(lineSays("▲ 1 reprint: whether it is noted is being asked again")) << line();
    EXPECT_THAT(front->find<QLabel>("print_state")->text().toStdString(), HasSubstr("1 reprint"));
    front->press(Qt::Key_K, Qt::ControlModifier);
    EXPECT_THAT(told(), HasSubstr("taken back"));
    EXPECT_EQ(line(), "");
    house.relay->cut();
    house.relay->hold(false);
    reason->selectAll();
    front->type("torn once more");
    reason->setFocus();
    front->press(Qt::Key_Return);
    ASSERT_TRUE(cameOut(3));
    EXPECT_EQ(room().queue()->jobs().size(), 3U);
    EXPECT_EQ(room().queue()->jobs().back().reason, QStringLiteral("torn once more"));
}

// The last ticket was printed again, another customer's.
TEST_F(PrintingTest, AReasonStaysWithItsDocumentWhileOneLooksAside) {
    ASSERT_TRUE(sells());
    ASSERT_TRUE(cameOut(2));
    toPrinting();
    front->press(Qt::Key_Up);
    auto* const reason = front->find<QLineEdit>("print_reason");
    reason->setFocus();
    front->type("torn");
    front->press(Qt::Key_U, Qt::ControlModifier);
    ASSERT_EQ(front->currentId(), QStringLiteral("printers"));
    front->press(Qt::Key_Escape);
    ASSERT_EQ(front->currentId(), QStringLiteral("printing"));
    reason->setFocus();
    EXPECT_EQ(reason->text(), QStringLiteral("torn"));
    front->press(Qt::Key_Return);
    reason->setText("of another one");  // Typed before there is an answer.
    ASSERT_TRUE(cameOut(3));
    EXPECT_EQ(printer.tickets()[2].codes[0].data, printer.tickets()[0].codes[0].data);
    EXPECT_EQ(reason->text(), QStringLiteral("of another one"));
}

// The line stayed red, and nothing could be done about it.
TEST_F(PrintingTest, APrinterThatWasSeenToIsSaidToBeWellOnceItIsTriedThoughNothingWaits) {
    cable.aim(kNobody);
    ASSERT_TRUE(sells());
    ASSERT_TRUE(lineSays("2 documents wait")) << line();
    toPrinting();
    ASSERT_TRUE(leaves(1) && leaves(0));
    EXPECT_THAT(line(), HasSubstr("does not answer"));
    front->press(Qt::Key_T, Qt::ControlModifier);
    cable.aim(static_cast<std::uint16_t>(printer.port()));
    ASSERT_TRUE(comes([&] {
        front->press(Qt::Key_T, Qt::ControlModifier);
        return line().empty();
    })) << line();
    EXPECT_TRUE(printer.tickets().empty());
}

// It ended at the sell screen, whatever was begun.
TEST_F(PrintingTest, WhoLookedAsideComesBackToWhereTheyWere) {
    const auto escape = [&] {
        front->press(Qt::Key_Escape);
        return front->currentId().toStdString();
    };
    ASSERT_TRUE(atPay());
    toPrinting();
    front->press(Qt::Key_U, Qt::ControlModifier);
    ASSERT_EQ(front->currentId(), QStringLiteral("printers"));
    toPrinting();
    ASSERT_EQ(front->currentId(), QStringLiteral("printing"));
    EXPECT_EQ(escape(), "pay");
    toPrinting();
    front->press(Qt::Key_U, Qt::ControlModifier);
    front->press(Qt::Key_F9);
    ASSERT_EQ(front->currentId(), QStringLiteral("paper"));
    EXPECT_EQ(escape(), "printers");
    EXPECT_EQ(escape(), "printing");
    EXPECT_EQ(escape(), "pay");
    front->press(Qt::Key_U, Qt::ControlModifier);
    EXPECT_EQ(escape(), "pay");
}

// "The PIN was changed." was overwritten by it.
TEST_F(PrintingTest, WhatThePrintingAsksIsSaidToWhoSignsInAndNotWhenASessionChanges) {
    ASSERT_TRUE(oneUnknownOneQueued()) << line();
    front->window().workplace().say(QStringLiteral("kept"));
    bool answered = false;
    front->desk().setPin(QString::fromStdString(house.cashier.password), {}, &front->window(),
                         [&](const client::Answer<v1::StaffSession>& answer) {
                             EXPECT_TRUE(answer.done()) << answer.refusal.reason;
                             answered = true;
                         });
    ASSERT_TRUE(comes([&] { return answered; }));
    QCoreApplication::processEvents();
    EXPECT_EQ(front->window().message(), QStringLiteral("kept"));
    front->desk().signOut();
    ASSERT_TRUE(front->signIn(house.cashier));
    EXPECT_TRUE(comes([&] { return front->window().message().contains("look at the printer"); }));
}

TEST_F(PrintingTest, OrdersWithoutAPrinterAreWarnedOf) {
    EXPECT_EQ(room().setPrinters({}).toStdString(), "");
    EXPECT_EQ(line(), "");
    EXPECT_TRUE(sells());
    EXPECT_TRUE(lineSays("▲ 1 order waits to be printed")) << line();
    EXPECT_EQ(room().setPrinters({ticketPrinterAt(printer.port())}).toStdString(), "");
    EXPECT_TRUE(cameOut(2));
    EXPECT_TRUE(comes([&] { return line().empty(); })) << line();
}

TEST_F(PrintingTest, WhatIsHeldWhileOneLooksAtThePrintingIsStillHeld) {
    ASSERT_TRUE(atPay());
    front->type("50");
    toPrinting();
    ASSERT_EQ(front->currentId(), QStringLiteral("printing"));
    EXPECT_EQ(QApplication::focusWidget(),
              front->window().current()->findChildren<QPushButton*>().back());
    front->press(Qt::Key_Escape);
    ASSERT_EQ(front->currentId(), QStringLiteral("pay"));
    EXPECT_EQ(front->find<QLineEdit>("amount")->text(), QStringLiteral("50"));
    EXPECT_EQ(cart().stage(), sale::CartStage::Paying);
}

TEST_F(PrintingTest, ItCanBeUsedInEveryLanguageThemeAndSize) {
    ASSERT_TRUE(sells());
    ASSERT_TRUE(cameOut(2));
    printer.behave({.holdsAcks = true});
    ASSERT_TRUE(sells());
    ASSERT_TRUE(comes([&] { return printer.tickets().size() == 3; }));
    printer.set(FakeTrouble::PaperOut);
    cable.cut();  // In the middle of a ticket.
    ASSERT_TRUE(lineSays("look at the paper")) << line();
    printer.set(FakeTrouble::PaperOut);  // It says so on the next connection.
    ASSERT_TRUE(lineSays("out of paper")) << line();
    ASSERT_TRUE(sells());
    toPrinting();
    ASSERT_TRUE(comes([&] { return room().queue()->jobs().size() == 6; }));
    ASSERT_TRUE(leaves(5));
    front->find<QTableView>("print_jobs")->selectRow(2);
    everywhere("printing");
    languages().use(QStringLiteral("ar"));
    EXPECT_TRUE(comes([&] { return front->find<QLabel>("print_state")->text().isRightToLeft(); }));
    plainLook();
    front->press(Qt::Key_Escape);
    languages().use(QStringLiteral("de"));
    theme().apply(qt::ThemeKind::Light, 200);
    front->window().resize(1280, 800);
    look("printing-line-de-200");
}

}  // namespace
}  // namespace tessera::gui
