// SPDX-License-Identifier: Apache-2.0
// What is known of a person is written to a file, and erased, from the screen.
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include "tests/gui/staff/office.h"

namespace tessera::gui {
namespace {

using client::House;

constexpr const char* kEmail = "ida.verlassen@fort.example";

class PersonsTest : public testing::Test {
protected:
    void SetUp() override { at.press(Qt::Key_F4); }
    // An order of a buyer who is a customer, too.
    v1::Order sells(const integration::Sale& sale, const std::string& name,
                    const std::string& email) {
        const auto held =
            till->ask(client::kCreateReservation, client::seatsOf(*till->client, sale, {40, 41}));
        EXPECT_TRUE(held.done());
        auto wish = client::cashFor(*till->client, held.value);
        wish.mutable_buyer()->set_name(name);
        wish.mutable_buyer()->set_email(email);
        const auto order = till->ask(client::kCheckoutReservation, wish);
        EXPECT_TRUE(order.done()) << qt::refusalText(order.refusal).toStdString();
        v1::SaveCustomerRequest customer;
        customer.set_request_id(till->client->newRequestId());
        customer.mutable_customer()->set_name(name);
        customer.mutable_customer()->set_email(email);
        customer.mutable_customer()->set_phone("+43 1 555 019");
        EXPECT_TRUE(till->ask(client::kSaveCustomer, customer).done());
        return order.value;
    }
    int ordersOf(const std::string& query) {
        v1::FindOrdersRequest request;
        request.set_query(query);
        return till->ask(client::kFindOrders, request).value.orders_size();
    }
    int customersOf(const std::string& query) {
        v1::FindCustomersRequest request;
        request.set_query(query);
        return till->ask(client::kFindCustomers, request).value.customers_size();
    }

    House& house = House::shared();
    StaffOffice at;
    std::unique_ptr<client::Till> till = house.cashiersTill(0);
};

TEST_F(PersonsTest, APersonIsFoundWrittenToAFileAndErasedSoThatASearchFindsNobody) {
    const integration::Sale sale = integration::makeSale(house.stack);
    const v1::Order order = sells(sale, "Ida Verlassen", kEmail);
    ASSERT_TRUE(comes([&] { return ordersOf("verlassen") == 1; }));
    at.fill("find", QStringLiteral("ida verl"));
    ASSERT_TRUE(comes([&] { return at.screen().persons().found().rowCount() == 1; }));
    at.press(Qt::Key_Return);
    EXPECT_EQ(at.text("person_email"), kEmail);
    const test::TempDir folder("export");
    at.screen().setExportFolder(QString::fromStdString(folder / ""));
    at.control(Qt::Key_S, Qt::ShiftModifier);
    ASSERT_TRUE(at.says("person_message", "Saved"));
    QFile file(QString::fromStdString(folder / "") + staff::PersonDesk::fileName());
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const QJsonObject document = QJsonDocument::fromJson(file.readAll()).object();
    ASSERT_EQ(document["orders"].toArray().size(), 1);
    EXPECT_EQ(document["orders"][0]["order"].toString().toStdString(), order.order());
    EXPECT_EQ(document["tickets"].toArray().size(), 2);
    EXPECT_EQ(document["customers"][0]["phone"].toString(), QStringLiteral("+43 1 555 019"));

    house.stack.psql("UPDATE event_search SET starts_at = 1577836800000000 WHERE event_id = " +
                     client::eventNumber(sale));
    at.fill("person_again", QString::fromLatin1(kEmail));
    at.fill("person_reason", QStringLiteral("asked by letter"));
    at.press(Qt::Key_Return);
    EXPECT_EQ(customersOf("ida verl"), 1) << "nothing is done before the question is answered";
    at.agrees();
    ASSERT_TRUE(at.says("person_progress", "Customers erased: 1")) << at.words("person_message");
    EXPECT_EQ(customersOf("ida verl"), 0);
    EXPECT_TRUE(comes([&] { return ordersOf("verlassen") == 0; }, 60'000));
    EXPECT_EQ(at.text("person_again"), "");
    EXPECT_EQ(house.stack.serverOutput().find("verlassen"), std::string::npos);
}

// It was asked for ever, and nothing else could be done about anybody.
TEST_F(PersonsTest, MoreThanOneFileHoldsIsSaidAndKeepsNobodyWaiting) {
    const integration::Sale sale = integration::makeSale(house.stack);
    sells(sale, "Vera Viel", "vera.viel@fort.example");
    const std::string here = " WHERE event_id = " + client::eventNumber(sale);
    ASSERT_TRUE(
        comes([&] { return house.stack.psql("SELECT count(*) FROM person_trace" + here) == "1"; }));
    const std::string first = house.stack.psql("SELECT order_id FROM ticket_order" + here);
    house.stack.psql(
        "INSERT INTO ticket_order SELECT (jsonb_populate_record(o, "
        "jsonb_build_object('order_id', o.order_id + n))).* "
        "FROM ticket_order o, generate_series(1, 5000) AS n" +
        here);
    house.stack.psql(
        "INSERT INTO person_trace (event_id, order_id, ticket_id, person_key, erased) "
        "SELECT event_id, order_id + n, 0, person_key, false "
        "FROM person_trace, generate_series(1, 5000) AS n" +
        here);
    const test::TempDir folder("export");
    at.screen().setExportFolder(QString::fromStdString(folder / ""));
    at.fill("person_email", QStringLiteral("vera.viel@fort.example"));
    at.control(Qt::Key_S, Qt::ShiftModifier);
    EXPECT_TRUE(at.says("person_message", "More orders are known"));
    EXPECT_FALSE(at.screen().persons().isUnderWay());
    EXPECT_TRUE(at.front->window().actions().find(QStringLiteral("staff.export"))->isEnabled());
    house.stack.psql("DELETE FROM person_trace" + here + " AND order_id > " + first);
    house.stack.psql("DELETE FROM ticket_order" + here + " AND order_id > " + first);
    at.control(Qt::Key_S, Qt::ShiftModifier);
    EXPECT_TRUE(at.says("person_message", "Saved"));
}

// What was asked is of the person that was typed then.
TEST_F(PersonsTest, AnotherEmailEndsTheQuestion) {
    at.fill("person_email", QStringLiteral("one@fort.example"));
    at.fill("person_again", QStringLiteral("one@fort.example"));
    at.fill("person_reason", QStringLiteral("asked by letter"));
    at.control(Qt::Key_E, Qt::ShiftModifier);
    QWidget* const question = QApplication::focusWidget();
    ASSERT_EQ(question->objectName(), QStringLiteral("ask_go"));
    at.fill("person_email", QStringLiteral("two@fort.example"));
    EXPECT_FALSE(question->isVisible());
}

TEST_F(PersonsTest, NobodyIsErasedByASlipOfTheKeysAndWhoIsUnknownIsSaid) {
    const integration::Sale sale = integration::makeSale(house.stack);
    sells(sale, "Jonas Bleibt", "jonas@fort.example");
    at.fill("person_email", QStringLiteral("jonas@fort.example"));
    at.fill("person_reason", QStringLiteral("by mistake"));
    at.fill("person_again", QStringLiteral("jona@fort.example"));
    at.control(Qt::Key_E, Qt::ShiftModifier);
    EXPECT_NE(at.words("person_again_problem").find("not the e-mail above"), std::string::npos);
    at.fill("person_again", QStringLiteral("JONAS@fort.example"));
    at.control(Qt::Key_E, Qt::ShiftModifier);
    QWidget* const question = QApplication::focusWidget();
    ASSERT_EQ(question->objectName(), QStringLiteral("ask_go"));
    at.press(Qt::Key_Escape);
    EXPECT_FALSE(question->isVisible());
    EXPECT_EQ(at.text("person_email"), "jonas@fort.example");
    EXPECT_EQ(customersOf("jonas bleibt"), 1);
    EXPECT_EQ(house.stack.psql("SELECT count(*) FROM trail WHERE action = 'erase_person' AND "
                               "reason = 'by mistake'"),
              "0");
    at.fill("person_email", QStringLiteral("nobody@fort.example"));
    const test::TempDir folder("export");
    at.screen().setExportFolder(QString::fromStdString(folder / ""));
    at.control(Qt::Key_S, Qt::ShiftModifier);
    ASSERT_TRUE(comes([&] { return !at.words("person_email_problem").empty(); }));
    EXPECT_NE(at.words("person_email_problem").find("Nothing is known"), std::string::npos);
    EXPECT_TRUE(QDir(QString::fromStdString(folder / ""))
                    .entryList(QDir::Files | QDir::NoDotAndDotDot)
                    .isEmpty());
}

}  // namespace
}  // namespace tessera::gui
