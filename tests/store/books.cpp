// SPDX-License-Identifier: Apache-2.0
#include "tests/store/books.h"

#include "server/store/price_shares.h"
#include "server/store/terms_codec.h"

namespace tessera::store {
namespace {

constexpr int kProvider = static_cast<int>(engine::Account::Provider);
constexpr int kSales = static_cast<int>(engine::Account::Sales);
constexpr int kRetained = static_cast<int>(engine::Account::Retained);
constexpr int kSuspense = static_cast<int>(engine::Account::Suspense);

std::string text(std::int64_t number) {
    return std::to_string(number);
}

int accountOf(int tenderKind) {
    switch (tenderKind) {
        case 2:
            return 4;
        case 3:
            return 5;
        case 4:
            return 3;
        case 5:
            return 7;
        default:
            return 1;
    }
}

}  // namespace

void BooksFixture::plantOrderRows(const Planted& order, const engine::Quote& quote, Instant at) {
    const std::string reservation = text(++next_);
    sql("INSERT INTO reservation VALUES (" + event() + ", " + reservation +
        ", gen_random_uuid(), 1, " + text(at.micros) + ", " + text(order.total.minor) +
        ", 0, 0, 1, 0, 3, 0, NULL, " + text(order.order.value) + ", '\\x', NULL, NULL, NULL)");
    sql("INSERT INTO ticket_order (event_id, order_id, reservation_id, state, created_at, "
        "pay_deadline, total, contact_name, contact_email, language, quote, evidence) VALUES (" +
        event() + ", " + text(order.order.value) + ", " + reservation + ", 5, " + text(at.micros) +
        ", 0, " + text(order.total.minor) + ", '', '', 'en', '" + encodeQuote(quote) + "', '')");
    for (std::size_t i = 0; i < order.tickets.size(); ++i) {
        sql("INSERT INTO ticket (event_id, ticket_id, order_id, seat_no, ticket_type, state, "
            "price) VALUES (" +
            event() + ", " + text(order.tickets[i].value) + ", " + text(order.order.value) + ", " +
            text(nextSeat_++) + ", 0, 2, " + text(order.prices[i].minor) + ")");
    }
}

BooksFixture::Planted BooksFixture::plantOrder(std::int32_t seats, Instant at, int tenderKind) {
    const engine::EventTerms terms = smallTerms();
    const std::vector<engine::PricedItem> items(static_cast<std::size_t>(seats));
    const auto quote = engine::quoteFor(terms, items, nullptr);
    Planted order;
    order.order = OrderId{++next_};
    order.tender = TenderId{++next_};
    order.attempt = AttemptId{++next_};
    order.total = quote->total;
    for (const PlaceShare& share : placeShares(*quote, terms, items.size())) {
        order.tickets.emplace_back(++next_);
        order.prices.push_back(share.gross);
    }
    plantOrderRows(order, *quote, at);
    const std::string provider = tenderKind == 1 ? "1" : tenderKind == 3 ? "3" : "0";
    const std::string head = "(" + event() + ", ";
    sql("INSERT INTO tender (event_id, tender_id, order_id, kind, amount, provider) VALUES " +
        head + text(order.tender.value) + ", " + text(order.order.value) + ", " + text(tenderKind) +
        ", " + text(order.total.minor) + ", " + provider + ")");
    sql("INSERT INTO payment_attempt (event_id, attempt_id, order_id, tender_id, state, amount, "
        "authorized, captured, refunded, created_at, object_id, client_secret, evidence, provider) "
        "VALUES " +
        head + text(order.attempt.value) + ", " + text(order.order.value) + ", " +
        text(order.tender.value) + ", 4, " + text(order.total.minor) + ", 0, " +
        text(order.total.minor) + ", 0, " + text(at.micros) + ", 'pi', '', '', " + provider + ")");
    plantCapture(order, accountOf(tenderKind), order.total, at);
    return order;
}

void BooksFixture::plantEntry(const Planted& of, int account, Money amount, Instant at,
                              RefundId refund) {
    sql("INSERT INTO ledger_entry (event_id, entry_id, order_id, attempt_id, account, amount, at, "
        "refund_id, currency) VALUES (" +
        event() + ", " + text(++next_) + ", " + text(of.order.value) + ", " +
        text(of.attempt.value) + ", " + text(account) + ", " + text(amount.minor) + ", " +
        text(at.micros) + ", " + text(refund.value) + ", 'EUR')");
}

void BooksFixture::plantCapture(const Planted& of, int account, Money amount, Instant at) {
    plantEntry(of, account, amount, at);
    plantEntry(of, kSales, -amount, at);
}

RefundId BooksFixture::plantReturn(const Planted& of, std::size_t i, Money retained, Instant at) {
    const RefundId refund{++next_};
    const Money back = of.prices[i] - retained;
    sql("INSERT INTO refund VALUES (" + event() + ", " + text(refund.value) + ", " +
        text(refund.value) + ", " + text(of.order.value) + ", " + text(of.attempt.value) +
        ", 2, 3, " + text(back.minor) + ", " + text(retained.minor) + ", " + text(at.micros) +
        ", 1, 're', '')");
    sql("UPDATE payment_attempt SET refunded = refunded + " + text(back.minor) +
        " WHERE event_id = " + event() + " AND attempt_id = " + text(of.attempt.value));
    sql("UPDATE ticket SET state = 3, refund_id = " + text(refund.value) +
        " WHERE event_id = " + event() + " AND ticket_id = " + text(of.tickets[i].value));
    // Out of Sales at once; out of Suspense when the provider has confirmed it.
    plantEntry(of, kSales, of.prices[i], at, refund);
    plantEntry(of, kSuspense, -back, at, refund);
    if (retained != Money{}) plantEntry(of, kRetained, -retained, at, refund);
    plantEntry(of, kSuspense, back, at + Duration::ofSeconds(1), refund);
    plantEntry(of, kProvider, -back, at + Duration::ofSeconds(1), refund);
    return refund;
}

}  // namespace tessera::store
