// SPDX-License-Identifier: Apache-2.0
#include "tests/chaos/person.h"

#include <utility>

#include "tests/chaos/pace.h"

namespace tessera::chaos {
namespace {

using integration::Answer;
using integration::Json;
using integration::Millis;
using integration::newRequestId;

constexpr int kHoldTries = 12;
constexpr int kFirstPart = 2'000;  // Of cash or on account; no order costs less.

std::int64_t minor(const Json& body, const char* field) {
    const Json money = body.value(field, Json::object());
    return std::stoll(money.value("minorUnits", "0"));
}

std::string stateOf(const Answer& order) {
    return order.ok() ? order.body.value("state", "") : "";
}

}  // namespace

Person::Person(World& world, int number, std::uint64_t seed)
    : world_(world),
      number_(number),
      random_(seed * 1'000'003 + static_cast<std::uint64_t>(number)),
      buyer_(integration::Edge::Rest, integration::Ports{world.stack.httpPort(), 0}) {}

Way Person::drawWay() {
    const Weights& weights = world_.aim.weights;
    std::discrete_distribution<int> drawn(weights.begin(), weights.end());
    return static_cast<Way>(drawn(random_));
}

Answer Person::untilAnswered(const std::function<Answer()>& step, const char* what) {
    const auto limit =
        std::chrono::steady_clock::now() + std::chrono::seconds(world_.options.answerSeconds);
    Answer answer = step();
    while (answer.worthRetrying() && std::chrono::steady_clock::now() < limit) {
        pause(20 + upTo(60));
        answer = step();
    }
    if (answer.worthRetrying() || answer.reason == "INTERNAL") {
        world_.surprise(std::string(what) + " " + answer.reason + " " + answer.raw);
    }
    return answer;
}

// One or two seats; others where they are taken.
bool Person::hold() {
    for (int i = 0; i < kHoldTries; ++i) {
        sale_ =
            &world_
                 .sales[static_cast<std::size_t>(upTo(static_cast<int>(world_.sales.size()) - 1))];
        const std::int32_t first = 2 * upTo((integration::kTheatreSeats - 1) / 2 - 1);
        std::vector<std::int32_t> seats{first};
        if (chance(70)) seats.push_back(first + 1);
        const std::string id = newRequestId();
        const Answer answer =
            untilAnswered([&] { return buyer_.hold(*sale_, seats, id); }, "CreateReservation");
        if (answer.ok()) {
            total_ = minor(answer.body.value("price", Json::object()), "total");
            world_.told.write(number_, "HELD",
                              {{"request", id},
                               {"reservation", buyer_.reservation},
                               {"total", total_},
                               {"seats", seats}});
            return true;
        }
        world_.told.write(number_, "REFUSED", {{"request", id}, {"reason", answer.reason}});
        const bool others =
            answer.reason == "SEAT_UNAVAILABLE" || answer.reason == "COMPANION_ALONE";
        if (!others) {
            world_.surprise("CreateReservation " + answer.reason);
            return false;
        }
    }
    return false;
}

Answer Person::checkoutWith(const Json& tender, const std::string& requestId) {
    Json request = buyer_.ofReservation();
    request["requestId"] = requestId;
    request["buyer"] = {{"name", "Rosalinde von Eisenstein"}, {"email", "rosalinde@example.org"}};
    if (tender.is_object()) request["tender"] = tender;
    const bool atTheTill =
        way_ == Way::CashAndCard || way_ == Way::OnAccount || way_ == Way::AtReader;
    const integration::Headers headers =
        atTheTill ? integration::Headers{{"authorization", "Bearer " + world_.tillKey}}
                  : integration::Headers{{"x-holder-token", buyer_.token}};
    const Answer answer = buyer_.client.call("CheckoutReservation", request, headers);
    if (answer.ok()) buyer_.order = answer.body.value("order", "");
    return answer;
}

// What the first part is paid with, or all of it; nothing: a card.
Json Person::firstTender() {
    if (way_ == Way::GiftCardAndCard) {
        const std::string card = world_.takeGiftCard();
        if (!card.empty()) return {{"kind", "GIFT_CARD"}, {"giftCardCode", card}};
        way_ = Way::Pays;
    }
    if (way_ == Way::AtReader) {
        reader_ = world_.takeReader();
        if (!reader_.empty()) return {{"kind", "READER"}, {"reader", reader_}};
        way_ = Way::Pays;
    }
    if (way_ != Way::CashAndCard && way_ != Way::OnAccount) return nullptr;
    Json tender{{"kind", way_ == Way::OnAccount ? "INVOICE" : "CASH"}, {"reference", "chaos"}};
    inParts_ = chance(60);
    if (inParts_) tender["amountMinorUnits"] = std::to_string(kFirstPart);
    return tender;
}

bool Person::checkout() {
    const std::string id = newRequestId();
    const Json tender = firstTender();
    const Answer answer =
        untilAnswered([&] { return checkoutWith(tender, id); }, "CheckoutReservation");
    if (!answer.ok()) {
        world_.surprise("CheckoutReservation " + answer.reason + " " + answer.raw);
        return false;
    }
    payDeadline_ = answer.body.value("payDeadline", "");
    world_.told.write(number_, "CHECKED_OUT",
                      {{"reservation", buyer_.reservation},
                       {"order", buyer_.order},
                       {"total", minor(answer.body, "total")}});
    world_.ordered.fetch_add(1);
    world_.went[static_cast<std::size_t>(way_)].fetch_add(1);
    return true;
}

// What can be paid with; nothing if the order is past that.
Json Person::payable() {
    for (int i = 0; i < 200; ++i) {
        const Answer order = buyer_.orderNow();
        if (order.ok()) {
            const Json payment = integration::paymentOf(order);
            if (payment.value("state", "") == "PAYABLE") return payment;
            const std::string state = stateOf(order);
            if (state != "PAYING" && state != "UNPAID") return nullptr;
        }
        pause(40 + upTo(40));
    }
    return nullptr;
}

// As a browser does: again where nothing is known of it.
Answer Person::confirm(const Json& payment, const std::string& card) {
    Answer answer;
    for (int i = 0; i < 5; ++i) {
        answer = integration::confirmAtSandbox(buyer_.client, payment, card);
        const bool known = answer.status == 200 || answer.status == 400 || answer.status == 402;
        if (known) break;
        pause(50 + upTo(200));
    }
    if (answer.status == 200 && answer.body.is_object() &&
        answer.body.value("status", "") == "requires_action") {
        kept_ = payment;
        askTheBank();
    }
    return answer;
}

void Person::askTheBank() {
    std::string url = kept_.value("confirmUrl", "");
    const std::size_t at = url.find("/v1/payment_intents/");
    const std::size_t verb = url.rfind("/confirm");
    if (at == std::string::npos || verb == std::string::npos) {
        return world_.surprise("confirmUrl " + url);
    }
    url = url.substr(0, at) + "/sandbox" + url.substr(at + 3, verb - at - 3) + "/complete_action";
    const std::string body =
        std::string("outcome=") + (chance(80) ? "success" : "failure") +
        "&client_secret=" + integration::percentEncode(kept_.value("clientSecret", ""));
    pause(upTo(400));
    for (int i = 0; i < 5; ++i) {
        const Answer answer =
            buyer_.client.http("POST", url, body,
                               {{"authorization", "Bearer " + kept_.value("publishableKey", "")},
                                {"content-type", "application/x-www-form-urlencoded"}});
        if (answer.status == 200 || answer.status == 400 || answer.status == 402) return;
        pause(50 + upTo(200));
    }
}

void Person::cancel() {
    const std::string id = newRequestId();
    world_.told.write(number_, "CANCEL_SENT", {{"reservation", buyer_.reservation}});
    const Answer answer = untilAnswered([&] { return buyer_.cancel(id); }, "CancelReservation");
    if (!answer.ok()) return;
    world_.told.write(
        number_, "CANCELLED",
        {{"reservation", buyer_.reservation}, {"state", answer.body.value("state", "")}});
}

// Before paying, while the bank decides, or right behind a payment that succeeded.
void Person::cancelWhilePaying() {
    const int when = upTo(3);
    if (when > 0) {
        const Json payment = payable();
        const std::string slow = "pm_sandbox_processing_" + std::to_string(upTo(2500));
        const char* const card = chance(70) ? "pm_card_refundFail" : "pm_card_visa";
        if (payment.is_object()) confirm(payment, when == 1 ? slow : card);
        if (when == 2) pause(upTo(60));
    }
    cancel();
    watch(Millis(6'000));
}

void Person::tellOrder(const Answer& order) {
    world_.told.write(number_, "ORDER",
                      {{"reservation", buyer_.reservation},
                       {"order", buyer_.order},
                       {"state", stateOf(order)},
                       {"total", minor(order.body, "total")},
                       {"tickets", order.body.value("ticketCount", 0)}});
}

bool Person::watch(Millis limit) {
    const auto until = std::chrono::steady_clock::now() + limit;
    while (std::chrono::steady_clock::now() < until) {
        const Answer order = buyer_.orderNow();
        const std::string state = stateOf(order);
        if (state == "UNPAID" && !askedAgain_) {
            askedAgain_ = true;
            if (chance(50)) payWith("pm_card_visa");
        }
        if (state == "RELEASED" || state == "ALLOCATED" || state == "PAID") {
            if (state != "ALLOCATED" || chance(20)) tellOrder(order);
            if (state == "RELEASED") return false;
            if (state == "PAID") break;
        }
        pause(80 + upTo(80));
    }
    const Answer tickets = buyer_.tickets();
    if (!tickets.ok()) return false;
    Json listed = Json::array();
    for (const Json& ticket : tickets.body.value("tickets", Json::array())) {
        if (ticket.value("state", "") != "ACTIVE") return false;
        listed.push_back({ticket.value("ticket", ""), ticket.value("seatNo", -1)});
    }
    if (listed.empty()) return false;
    world_.told.write(number_, "TICKETS", {{"order", buyer_.order}, {"tickets", listed}});
    return true;
}

void Person::payWith(const std::string& card) {
    const Json payment = payable();
    if (payment.is_object()) confirm(payment, card);
}

}  // namespace tessera::chaos
