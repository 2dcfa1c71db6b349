// SPDX-License-Identifier: Apache-2.0
// Customers by the keys of the counter: the form for them, and how the house keeps them.
//
// The GUI's thread.
#pragma once

#include <QtWidgets/QCheckBox>

#include "tests/gui/counter/counter_window.h"
#include "tests/gui/looks.h"

namespace tessera::gui {

class CustomersTest : public CounterWindowTest {
protected:
    void TearDown() override {
        languages().use(QStringLiteral("en"));
        theme().apply(qt::ThemeKind::Light, 100);
    }
    // A form for somebody new, whom nobody of that name is beside.
    void opensFormFor(const QString& name) {
        press(Qt::Key_F5);
        ASSERT_TRUE(hasFocus("find"));
        type(name);
        press(Qt::Key_Return);
        ASSERT_TRUE(hasFocus("customer_form_email"));
        EXPECT_EQ(line("name")->text(), name);
    }
    // The one that these letters find alone.
    void finds(const QString& letters) {
        press(Qt::Key_F5);
        ASSERT_TRUE(hasFocus("find"));
        type(letters);
        const auto* const panel = front->find<QWidget>("customer_panel");
        const auto* const list = panel->findChild<QListView*>("found");
        ASSERT_TRUE(comes([&] { return list->model()->rowCount() == 1; })) << letters.toStdString();
    }
    // Changes the one whom the list stands at, or the cart's.
    void opensChange() {
        press(Qt::Key_F5, Qt::ShiftModifier);
        ASSERT_TRUE(hasFocus("customer_form_name"));
    }
    bool isTaken(const char* name) {
        return comes([&] { return cart().customer().name() == name; }) && hasFocus("quick");
    }
    QLineEdit* line(const char* name) {
        return front->find<QLineEdit>((std::string("customer_form_") + name).c_str());
    }
    QCheckBox* trusted() { return front->find<QCheckBox>("customer_form_trusted"); }
    void writes(const char* name, const QString& text) {
        line(name)->setFocus();
        line(name)->selectAll();
        type(text);
    }
    // As it is in the database.
    std::string kept(const char* column, const char* name) {
        return house.stack.psql(std::string("SELECT string_agg(") + column +
                                "::text, '|') FROM customer WHERE name = '" + name + "'");
    }
    // Another till, without a window.
    client::Answer<v1::Customer> saves(client::Till& at, const v1::Customer& customer) {
        v1::SaveCustomerRequest request;
        request.set_request_id(at.client->newRequestId());
        *request.mutable_customer() = customer;
        return at.ask(client::kSaveCustomer, request);
    }

    integration::Sale sale = integration::makeSale(house.stack);
};

}  // namespace tessera::gui
