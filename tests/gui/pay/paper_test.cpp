// SPDX-License-Identifier: Apache-2.0
// The ticket's template: looked at before it is used, for one event or for all, and what then comes
// out of the printer.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/qt/payment/template_store.h"
#include "tests/gui/pay/paper_files.h"
#include "tests/gui/pay/pay_front.h"

namespace tessera::gui {
namespace {

using client::House;
using test::FakeLanguage;
using test::FakePrinter;
using testing::HasSubstr;

class PaperTest : public testing::Test {
protected:
    void SetUp() override {
        front.window().resize(1600, 1000);
        front.window().workplace().setEvent({"0event0000001", "Tosca"});
        ASSERT_TRUE(front.signIn(house.cashier));
        ASSERT_TRUE(front.window().show(QStringLiteral("printers")));
        front.press(Qt::Key_F9);
        ASSERT_EQ(front.currentId(), QStringLiteral("paper"));
    }
    QString write(const QString& name, const QByteArray& json) {
        return writePaper(front.folder() + u'/' + name, json);
    }
    QString stubs() { return write("stubs.json", stubsPaper()); }
    void offer(const QString& file) {
        front.find<QLineEdit>("file")->setFocus();
        front.find<QLineEdit>("file")->selectAll();
        front.type(file);
        front.press(Qt::Key_Return);
    }
    std::string said(const char* name = "message") {
        return front.find<QLabel>(name)->text().toStdString();
    }
    QSize picture() { return front.find<QLabel>("preview")->pixmap(Qt::ReturnByValue).size(); }
    payment::TemplateOrigin origin(const std::string& event) {
        return payment::TemplateStore(front.folder()).inUse(event).origin;
    }

    House& house = House::shared();
    FakePrinter printer{FakeLanguage::Fgl};
    Front front{house.stack.ports().staff};
};

TEST_F(PaperTest, ATemplateIsLookedAtThenUsedForThisEventAndTakenAwayAgain) {
    EXPECT_EQ(said("in_use"), "The plain ticket is in use.");
    EXPECT_THAT(said("facts"), HasSubstr("5.50 by 2.00 inches, 200 dots"));
    const QSize plain = picture();
    offer(stubs());
    EXPECT_EQ(said("in_use"), "A template that is not in use yet");
    EXPECT_THAT(said("facts"), HasSubstr("stubs: 4.00 by 1.50 inches"));
    EXPECT_LT(picture().width(), plain.width());
    EXPECT_EQ(origin("0event0000001"), payment::TemplateOrigin::Plain);
    front.press(Qt::Key_F7);
    EXPECT_EQ(said("in_use"), "Tosca has a template of its own.");
    EXPECT_EQ(origin("0event0000001"), payment::TemplateOrigin::Event);
    EXPECT_EQ(origin("0event0000002"), payment::TemplateOrigin::Plain);
    front.press(Qt::Key_D, Qt::ControlModifier);
    EXPECT_EQ(said("in_use"), "The plain ticket is in use.");
    EXPECT_EQ(origin("0event0000001"), payment::TemplateOrigin::Plain);
}

TEST_F(PaperTest, WhatIsNoTemplateIsSaidWithItsPlaceAndChangesNothing) {
    offer(front.folder() + "/nothing.json");
    EXPECT_THAT(said(), HasSubstr("File: it cannot be read"));
    offer(write("bad.json", R"({"name": "x", "stock": {"width": 5, "height": 400, "dpi": 200},
                                "fields": []})"));
    EXPECT_THAT(said(), HasSubstr("/stock/width"));
    front.press(Qt::Key_F8);
    EXPECT_EQ(origin("0event0000001"), payment::TemplateOrigin::Plain);
    offer(write("foreign.json", R"({"name": "x", "stock": {"width": 500, "height": 400, "dpi": 200},
        "fields": [{"type": "text", "row": 1, "column": 1, "text": "{seat.colour}", "font": 3}]})"));
    EXPECT_THAT(said(), HasSubstr("seat.colour"));
    EXPECT_EQ(said("in_use"), "The plain ticket is in use.");
}

TEST_F(PaperTest, ATestComesOutOfThePrinterAsItIsShownAndAdmitsNobody) {
    auto& room = payment::PrintRoom::of(front.window().workplace(), front.store());
    front.press(Qt::Key_F9);
    EXPECT_EQ(said(), "No ticket printer is set up.");
    EXPECT_EQ(room.setPrinters({ticketPrinterAt(printer.port())}).toStdString(), "");
    offer(stubs());
    front.press(Qt::Key_F8);
    EXPECT_EQ(said("in_use"), "The template for all events is in use.");
    front.press(Qt::Key_F9);
    ASSERT_TRUE(comes([&] { return printer.tickets().size() == 1; }));
    EXPECT_THAT(printer.bytes(), HasSubstr("STUB 12"));
    EXPECT_TRUE(printer.tickets()[0].codes.empty());
}

TEST_F(PaperTest, APrinterOfTheSystemIsKeptAndHasNoAddress) {
    payment::HousePrinter office;
    office.setup.name = "Tickets";
    office.setup.language = qt::PrinterLanguage::Pdf;
    office.setup.system = "Office";
    office.forTickets = true;
    {
        payment::PrintRoom room(front.store());
        office.setup.host = "127.0.0.1";
        EXPECT_NE(room.setPrinters({office}).toStdString(), "");
    }
    office.setup.host.clear();
    auto& room = payment::PrintRoom::of(front.window().workplace(), front.store());
    EXPECT_EQ(room.setPrinters({office}).toStdString(), "");
    ASSERT_TRUE(front.window().show(QStringLiteral("printers")));
    EXPECT_EQ(front.find<QComboBox>("way0")->currentData().toString(), "Office");
    EXPECT_FALSE(front.find<QLineEdit>("address0")->isVisible());
    front.press(Qt::Key_S, Qt::ControlModifier);
    EXPECT_EQ(room.ticketPrinter(), "Tickets");
    ASSERT_EQ(room.printers().size(), 1U);
    EXPECT_EQ(room.printers()[0].setup.system, "Office");
    front.find<QComboBox>("way0")->setCurrentIndex(0);
    EXPECT_TRUE(front.find<QLineEdit>("address0")->isVisible());
    front.press(Qt::Key_S, Qt::ControlModifier);
    EXPECT_TRUE(room.printers().empty());
}

// Real sales of two events at one till.
class SoldPaperTest : public PayFront {
protected:
    void SetUp() override {
        start(0);
        openShift(front->desk());
        EXPECT_EQ(room().setPrinters({ticketPrinterAt(printer.port())}).toStdString(), "");
    }
    bool cameOut(std::size_t tickets) {
        return comes([&] { return printer.tickets().size() == tickets; });
    }
    static bool hasStub(const test::SeenTicket& ticket) {
        return std::ranges::any_of(
            ticket.texts, [](const test::SeenText& each) { return each.text.starts_with("STUB"); });
    }
};

TEST_F(SoldPaperTest, ATemplateOfOneEventIsOnItsSoldTicketsAndOnNoOthers) {
    ASSERT_TRUE(front->window().show(QStringLiteral("paper")));
    front->find<QLineEdit>("file")->setFocus();
    front->type(writePaper(front->folder() + "/stubs.json", stubsPaper()));
    front->press(Qt::Key_Return);
    front->press(Qt::Key_F7);
    ASSERT_THAT(front->find<QLabel>("in_use")->text().toStdString(),
                HasSubstr("has a template of its own"));
    ASSERT_TRUE(front->window().show(QStringLiteral("sell")));
    ASSERT_TRUE(sells());
    ASSERT_TRUE(cameOut(2));
    const integration::Sale other = integration::makeSale(house.stack);
    front->window().workplace().setEvent({other.event, "Matinee"});
    front->restart();
    front->window().resize(1600, 1000);
    ASSERT_TRUE(front->signIn(house.cashier));
    ASSERT_TRUE(comes([&] { return cart().event().event() == other.event; }));
    ASSERT_TRUE(sells());
    ASSERT_TRUE(cameOut(4));
    const auto tickets = printer.tickets();
    EXPECT_TRUE(hasStub(tickets[0]) && hasStub(tickets[1]));
    EXPECT_FALSE(hasStub(tickets[2]) || hasStub(tickets[3]));
    EXPECT_FALSE(tickets[2].codes.empty()) << "the plain ticket has a code";
}

}  // namespace
}  // namespace tessera::gui
