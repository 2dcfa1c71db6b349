// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/audit/script.h"

#include <algorithm>

#include "shared/base/check.h"

namespace tessera::simulation {
namespace {

constexpr Instant kReleaseTime = Instant{1790000000000000} + Duration::ofSeconds(12 * 3600);
constexpr Duration kMoment = Duration::ofMillis(20);

// One question in a batch of its own.
void exchange(Stage& s, int who, Question question, const app::Mutation& mutation,
              const std::string& label) {
    s.pass(kMoment);
    s.askAgain(who, std::move(question), mutation, label);
    s.commit("commit " + label);
    s.pass(kMoment);
    s.deliver();
}

void exchange(Stage& s, int who, Question question, const std::string& label) {
    s.pass(kMoment);
    s.ask(who, std::move(question), label);
    s.commit("commit " + label);
    s.pass(kMoment);
    s.deliver();
}

void provider(Stage& s, const std::string& label) {
    s.pass(kMoment);
    s.callProvider("provider " + label);
    s.commit("commit " + label);
    s.pass(kMoment);
}

OrderId checkOut(Stage& s, int who, const std::string& name) {
    exchange(s, who, AskCheckout{s.reservation}, "checkout " + name);
    const OrderId order = s.order;
    provider(s, "open " + name);
    return order;
}

// Until the buyer's payment is looked at: a hint, or the next poll.
void look(Stage& s, const std::string& name) {
    s.pass(Duration::ofSeconds(11));
    s.commit();  // Queues a look.
    provider(s, name);
}

void sell(Stage& s) {
    exchange(s, 1, AskHold{s.seats(1, {0, 1})}, "hold A");
    const ReservationId a = s.reservation;
    exchange(s, 2, AskHold{s.seats(2, {1, 2})}, "refused B");
    exchange(s, 1, AskReservation{a}, "read A");
    const OrderId order = checkOut(s, 1, "A");
    exchange(s, 1, AskReservation{a}, "read A again");
    exchange(s, 1, AskOrder{order}, "order A");
    s.pass(kMoment);
    s.pay(order, "authorized A");
    look(s, "allocate A");
    provider(s, "paid A");
    exchange(s, 1, AskOrder{order}, "order A paid");
    exchange(s, 1, AskTickets{order}, "tickets A");
    exchange(s, 1, AskCancel{a}, "cancel A too late");
    exchange(s, 3, AskReservation{ReservationId{12345}}, "no reservation");
}

void expire(Stage& s) {
    exchange(s, 2, AskHold{s.area(2, 3)}, "hold area B");
    const ReservationId b = s.reservation;
    exchange(s, 3, AskHold{s.area(3, 3)}, "area full");
    exchange(s, 2, AskHold{s.seats(2, {2})}, "hold B");
    s.pass(Duration::ofMinutes(6));
    s.commit("expired B");
    exchange(s, 2, AskCheckout{b}, "too late B");
    exchange(s, 2, AskReservation{b}, "read expired B");
}

void cancel(Stage& s) {
    exchange(s, 3, AskHold{s.seats(3, {3})}, "hold C");
    const ReservationId c = s.reservation;
    const OrderId order = checkOut(s, 3, "C");
    s.pay(order, "authorized C");
    exchange(s, 3, AskCancel{c}, "cancel C");
    provider(s, "void C");
    exchange(s, 3, AskOrder{order}, "order C released");
    exchange(s, 4, AskHold{s.seats(4, {3, 4})}, "hold D");
    exchange(s, 4, AskCancel{s.reservation}, "cancel D");
}

void unpaid(Stage& s) {
    exchange(s, 5, AskHold{s.seats(5, {4})}, "hold E");
    const OrderId order = checkOut(s, 5, "E");
    s.pay(order, "authorized E");
    s.refuseNextCapture = true;
    look(s, "allocate E");
    provider(s, "unpaid E");
    provider(s, "open E again");
    exchange(s, 5, AskOrder{order}, "order E unpaid");
    s.pay(order, "authorized E again");
    look(s, "allocate E again");
    provider(s, "paid E");
}

void staff(Stage& s) {
    exchange(s, 9, AskAllocation{{SeatNo{10}, SeatNo{11}}, AllocationNo{7}}, "allocate");
    engine::Code code;
    code.text = "HOUSE";
    code.unlocks = AllocationNo{7};
    code.usesMax = 1;
    exchange(s, 9, AskCode{code}, "code");
    exchange(s, 6, AskHold{s.seats(6, {10})}, "blocked");
    auto hold = s.seats(6, {10});
    hold.code = "HOUSE";
    exchange(s, 6, AskHold{hold}, "hold F");
    const OrderId order = checkOut(s, 6, "F");
    s.pass(Duration::ofMinutes(11));
    s.commit("fence F");
    for (const char* step : {"look F", "void F"}) provider(s, step);
    (void)order;
    exchange(s, 9, AskSale{engine::SaleState::Closed}, "close");
    exchange(s, 6, AskHold{s.seats(6, {5})}, "closed");
    exchange(s, 9, AskSale{engine::SaleState::Open}, "open");
    exchange(s, 6, AskHold{s.best(6, 7)}, "not together");
}

app::TenderAsk tenderOf(engine::TenderKind kind, std::int64_t minor) {
    app::TenderAsk ask;
    ask.kind = kind;
    ask.amount = Money{minor};
    if (kind != engine::TenderKind::Card) ask.reference = "a card or a till";
    return ask;
}

// One part of two is taken, the other one's capture refused: the buyer does not pay again, and all
// goes back.
void giveBack(Stage& s) {
    exchange(s, 14, AskHold{s.area(14, 1)}, "hold N");
    exchange(s, 14, AskCheckout{s.reservation, tenderOf(engine::TenderKind::GiftCard, 500)},
             "checkout N");
    const OrderId order = s.order;
    provider(s, "gift N");
    exchange(s, 14, AskTender{order, tenderOf(engine::TenderKind::Card, 0)}, "rest N");
    provider(s, "open N");
    s.pass(kMoment);
    s.pay(order, "authorized N");
    look(s, "allocate N");
    provider(s, "take gift N");
    s.refuseNextCapture = true;
    provider(s, "unpaid N");
    provider(s, "open N again");
    s.now = s.rows.orders.at(order).payDeadline;
    s.commit("fence N");
    for (int calls = 0; calls < 8; ++calls) provider(s, "clear N");
    exchange(s, 14, AskOrder{order}, "order N released");
}

// However many calls were made before it.
void nameRefundOfN(History& history) {
    const auto made = std::ranges::find_if(history.steps, [](const Step& step) {
        const auto* did = std::get_if<ProviderDid>(&step.what);
        return step.label == "provider clear N" && did && did->what == ProviderDid::Refunded;
    });
    TESSERA_CHECK(made != history.steps.end());
    made->label = "provider refund N";
    std::find_if(made, history.steps.end(), [](const Step& step) {
        return std::holds_alternative<Committed>(step.what);
    })->label = "commit refund N";
}

// Everything twice under its id; a refusal within two minutes of it, and after them.
void repeat(Stage& s) {
    exchange(s, 10, AskHold{s.seats(10, {3})}, "hold J");
    const ReservationId j = s.reservation;
    const app::Mutation refused{s.freshRequest(), Fingerprint{4720}};
    exchange(s, 11, AskHold{s.seats(11, {3})}, refused, "refused K");
    const app::Mutation checkout{s.freshRequest(), Fingerprint{4721}};
    exchange(s, 10, AskCheckout{j}, checkout, "checkout J");
    exchange(s, 10, AskCheckout{j}, checkout, "checkout J again");
    provider(s, "open J");
    const app::Mutation cancel{s.freshRequest(), Fingerprint{4722}};
    exchange(s, 10, AskCancel{j}, cancel, "cancel J");
    exchange(s, 10, AskCancel{j}, cancel, "cancel J again");
    provider(s, "void J");
    exchange(s, 11, AskHold{s.seats(11, {3})}, refused, "refused K again");
    s.pass(Duration::ofMinutes(3));
    s.commit();
    exchange(s, 11, AskHold{s.seats(11, {3})}, refused, "hold K");
}

std::vector<TicketId> ticketsOf(const Stage& s, OrderId order) {
    std::vector<TicketId> tickets;
    for (const auto& [id, row] : s.rows.tickets) {
        if (row.order == order) tickets.push_back(id);
    }
    return tickets;
}

// Two seats, paid by gift card and card; one of them is given back.
void parts(Stage& s) {
    exchange(s, 12, AskHold{s.seats(12, {2, 5})}, "hold L");
    exchange(s, 12, AskCheckout{s.reservation, tenderOf(engine::TenderKind::GiftCard, 500)},
             "checkout L");
    const OrderId order = s.order;
    provider(s, "gift L");
    exchange(s, 12, AskTender{order, tenderOf(engine::TenderKind::Card, 0)}, "rest L");
    provider(s, "open L");
    s.pass(kMoment);
    s.pay(order, "authorized L");
    look(s, "allocate L");
    provider(s, "take gift L");
    provider(s, "paid L");
    exchange(s, 12, AskReturn{order, {ticketsOf(s, order)[0]}}, "return L");
    provider(s, "refund L");
    exchange(s, 12, AskOrder{order}, "order L");
    exchange(s, 12, AskReturn{order, {ticketsOf(s, order)[0]}}, "return L twice");
}

// Cash for a place in the area; staff takes it back and hands it out.
void cash(Stage& s) {
    exchange(s, 13, AskHold{s.area(13, 1)}, "hold M");
    exchange(s, 13, AskCheckout{s.reservation, tenderOf(engine::TenderKind::Cash, 0)},
             "checkout M");
    const OrderId order = s.order;
    exchange(s, 13, AskReturn{order, {}, engine::RefundReason::Staff, false}, "return M");
    exchange(s, 13, AskSettle{order, s.rows.refunds.rbegin()->first}, "settle M");
}

void retry(Stage& s) {
    const app::Mutation mutation{s.freshRequest(), Fingerprint{4711}};
    s.pass(kMoment);
    s.askAgain(7, AskHold{s.seats(7, {6, 7})}, mutation, "hold G");
    s.commit("commit hold G");
    s.deliver();
    s.pass(kMoment);
    s.askAgain(7, AskHold{s.seats(7, {6, 7})}, mutation, "retry G");
    s.commit("commit retry G");
    s.deliver();
    s.pass(kMoment);
    s.askAgain(7, AskHold{s.seats(7, {8})}, {mutation.request, Fingerprint{4712}}, "reuse G");
    s.commit("commit reuse G");
    s.deliver();
    // Two in one batch, of which the first is gone again when it is committed.
    s.pass(kMoment);
    s.ask(8, AskHold{s.seats(8, {8})}, "hold H");
    s.ask(8, AskCancel{s.reservation}, "cancel H");
    s.ask(8, AskHold{s.seats(8, {8, 9})}, "hold I");
    s.commit("commit H I");
    s.deliver();
    s.pass(Duration::ofSeconds(9));
    s.takeOver(NodeId{2});
    s.commit("extend I");
    exchange(s, 8, AskReservation{s.reservation}, "read I");
}

}  // namespace

std::shared_ptr<const engine::Layout> scriptHall(bool withCompanion) {
    engine::Layout::Parts parts;
    parts.categories = 1;
    for (std::int32_t r = 0; r < 2; ++r) {
        parts.rows.push_back({SeatNo{r * 6}, 6, 0});
        for (std::int32_t i = 0; i < 6; ++i) {
            engine::LayoutSeat seat;
            seat.position = {static_cast<float>(i), static_cast<float>(r)};
            seat.row = r;
            // Seat 3 is a wheelchair place, and 4 its companion's.
            if (withCompanion && r == 0 && (i == 3 || i == 4)) {
                seat.wheelchair = i == 3;
                seat.companion = SeatNo{7 - i};
            }
            parts.seats.push_back(seat);
        }
    }
    parts.areas.push_back({CategoryNo{0}, 5, {0, 9}});
    return engine::Layout::make(std::move(parts));
}

engine::EventTerms scriptTerms() {
    engine::EventTerms terms;
    terms.currency = *parseCurrency("EUR");
    terms.prices = {Money{1000}};
    terms.sale = engine::SaleState::Open;
    terms.noOrphans = false;
    terms.afterSale.returnsUntil = Instant{1790000000000000} + Duration::ofSeconds(24 * 3600);
    terms.afterSale.returnFee = Rate{100'000};
    terms.releases = {{AllocationNo{7}, kReleaseTime}};
    return terms;
}

History rightHistory() {
    Stage s(scriptHall(), scriptTerms());
    s.commit("first");
    sell(s);
    expire(s);
    cancel(s);
    unpaid(s);
    staff(s);
    repeat(s);
    parts(s);
    cash(s);
    retry(s);
    s.show("map of all");
    s.calm();
    for (const auto& [id, row] : s.rows.reservations) {
        if (row.state == engine::ReservationState::Held) s.now = std::max(s.now, row.expiresAt);
    }
    s.commit("expired all");
    s.now = std::max(s.now, kReleaseTime);
    s.commit("release");
    s.pass(Duration::ofMinutes(1));
    return s.finish();
}

History compensatedHistory() {
    Stage s(scriptHall(), scriptTerms());
    s.commit("first");
    giveBack(s);
    s.show("map of all");
    s.calm();
    s.pass(Duration::ofMinutes(1));
    s.commit();
    History history = s.finish();
    nameRefundOfN(history);
    return history;
}

}  // namespace tessera::simulation
