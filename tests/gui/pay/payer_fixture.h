// SPDX-License-Identifier: Apache-2.0
// What tests of a payment share: an evening, a till of the cashier, a terminal and a printer.
//
// The GUI's thread. Owns the till's folder, not the house.
#pragma once

#include "tests/gui/pay/pay_till.h"
#include "tests/gui/pay/terminal.h"

namespace tessera::gui {

class PayerFixture : public testing::Test {
protected:
    ~PayerFixture() override { house.relay->hold(false); }

    QString folder() const { return QString::fromStdString(dir_ / "till"); }
    std::unique_ptr<PayTill> till(bool relayed = false) {
        const std::uint16_t port = relayed ? house.relay->port() : house.stack.ports().staff;
        return std::make_unique<PayTill>(folder(), port, house.cashier);
    }
    std::unique_ptr<PayTill> supervisorsTill() {
        return std::make_unique<PayTill>(folder(), house.stack.ports().staff, house.supervisor);
    }
    std::string rows(const std::string& what, const std::string& where = "true") {
        return house.stack.psql("SELECT " + what +
                                " WHERE event_id = " + client::eventNumber(sale) + " AND " + where);
    }
    std::string captured() { return rows("coalesce(sum(captured), 0) FROM payment_attempt"); }

    client::House& house = client::House::shared();
    Terminal terminal{house.stack};
    integration::Sale sale = integration::makeSale(house.stack);
    test::FakePrinter printer{test::FakeLanguage::Fgl};

private:
    test::TempDir dir_{"pay"};
};

}  // namespace tessera::gui
