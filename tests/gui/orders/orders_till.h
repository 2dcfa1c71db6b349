// SPDX-License-Identifier: Apache-2.0
// A house that has sold, and a till without a window at which orders are looked after.
//
// The GUI's thread; the till owns all of it but the folder. A second one on the same folder is the
// app after a restart.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "shared/qt/orders/exchange.h"
#include "shared/qt/orders/mail_model.h"
#include "shared/qt/orders/money_model.h"
#include "shared/qt/orders/order_search.h"
#include "shared/qt/orders/ticket_model.h"
#include "tests/gui/front.h"
#include "tests/notify/mail_sink.h"

namespace tessera::gui {

struct SoldTo {
    std::string name = "Rosalinde Eisenstein";
    std::string email = "rosalinde@example.org";
    std::string phone = "+43 1 514 44 2250";
};

inline constexpr const char* kSupervisorPin = "471147";

// Where the house's mails go: its server is made for it.
test::MailSink& mailSink();
// The house with a supervisor who has a PIN, and a cashier's till that sells for cash: by way of
// the relay, so that it finds a server that was started anew.
client::Till& sellingTill();
// Paid when it returns; of band A from seat 147 on, of premium from 8 to 13.
v1::Order sellForCash(const integration::Sale& sale, const std::vector<std::int32_t>& seats,
                      const SoldTo& buyer = {});
// On the web, by a card that ends with 4242.
v1::Order sellByCard(const integration::Sale& sale, const std::vector<std::int32_t>& seats);
// All its tickets for these places, by the server alone; a difference in cash. Paid when it
// returns.
v1::Order exchangeFor(const integration::Sale& sale, const v1::Order& order,
                      const std::vector<std::int32_t>& seats);
std::vector<v1::Ticket> ticketsOf(const v1::Order& order);
// In the database.
int refundsOf(const v1::Order& order);
// Its rows in tables of an order's parts, for SQL.
std::string rowsOf(const v1::Order& order);
// From lose() on until it is found or this ends, orders that were paid with this one's tickets name
// one that there is none of: what waits in it cannot be read.
class LostOrder {
public:
    explicit LostOrder(const v1::Order& order);
    ~LostOrder() { find(); }
    LostOrder(const LostOrder&) = delete;
    LostOrder& operator=(const LostOrder&) = delete;

    void lose() { name(order_, nowhere_); }
    void find() { name(nowhere_, order_); }

private:
    static void name(const std::string& from, const std::string& to);

    std::string order_;
    std::string nowhere_;
};
// No mail is on its way any more: what the sink does next it does to the next one.
bool mailsAreOut();
// And the server has answered it: a question of that session is let in no more.
bool signsOut(qt::Desk& desk);
// An event on which buyers may return, exchange and hand on until it begins.
integration::Sale makeLenientSale();
void cancelEvent(const integration::Sale& sale);

struct OrdersTill {
    OrdersTill(const QString& folder, std::uint16_t port, const client::Account& account,
               int device = 0);
    // Open and read.
    bool opens(const v1::Order& order);
    bool becomesIdle() {
        return comes([&] { return deeds.isIdle(); });
    }
    // For somebody to approve what is not known, and who that is knows what for.
    bool waits() {
        return comes([&] { return deeds.stage() == orders::DeedStage::Waiting && askings > 0; });
    }
    bool signsIn(const client::Account& account);
    // Of the tickets that admit.
    orders::OrderDeeds::Tickets all() const { return tickets.active({}); }
    // By the supervisor's PIN.
    std::string approval(const v1::Order& order, std::int64_t most);
    std::string lastSaid() const { return said.isEmpty() ? "" : said.last().toStdString(); }
    std::string text(const QAbstractItemModel& model, int row, int column) const {
        return model.index(row, column).data().toString().toStdString();
    }

    qt::DeskStore store;  // Makes the folder.
    QStringList said;
    qt::Desk desk{"boxoffice/1.0.0"};
    orders::OrderSearch search{desk};
    orders::OrderInHand order{desk};
    orders::DeedJournal journal;
    orders::DeedJournal left;
    orders::DeedJournal unprinted;
    orders::OrderDeeds deeds{{desk, order, journal, left, unprinted, client::Millis(700)}};
    int askings = 0;                   // How often an approval was.
    QStringList refusing;              // Why the printer takes nothing; empty: it takes.
    std::vector<std::string> printed;  // As "key|tickets".
    orders::TicketModel tickets{order};
    orders::MoneyModel money{order};
    orders::MailModel mails{order};
    orders::Exchange exchange{{desk, order, deeds}};
    orders::DeedStage stageAtStart = orders::DeedStage::Idle;
};

}  // namespace tessera::gui
