// SPDX-License-Identifier: Apache-2.0
// The ways a buyer goes from the checkout on; see person.h.
#include "shared/base/time.h"
#include "tests/chaos/pace.h"
#include "tests/chaos/person.h"

namespace tessera::chaos {

using integration::Answer;
using integration::Json;
using integration::Millis;
using integration::newRequestId;

namespace {

constexpr Millis kWatch{8'000};
constexpr int kLateMillis = 2'000;  // Around the deadline, before and behind it.

// What becomes of the refund is the card's to say.
std::string cardOf(int drawn) {
    if (drawn < 4) return "pm_card_refundFail";
    if (drawn < 14) return "pm_card_pendingRefund";
    return drawn < 30 ? "pm_card_mastercard" : "pm_card_visa";
}

}  // namespace

std::optional<Clock::time_point> Person::buy() {
    way_ = drawWay();
    if (!hold() || !checkout()) return std::nullopt;
    switch (way_) {
        case Way::Leaves:
            return std::nullopt;
        case Way::CancelsWhilePaying:
            cancelWhilePaying();
            return std::nullopt;
        case Way::PaysLate:
            return payLater();
        case Way::GiftCardAndCard:
            payTheRest();
            return std::nullopt;
        case Way::AtReader:
            payAtReader();
            return std::nullopt;
        case Way::CashAndCard:
        case Way::OnAccount:
            payAtTheTill();
            return std::nullopt;
        case Way::AsksTheBank:
            payWith("pm_card_threeDSecure2Required");
            break;
        case Way::PaysSlowly:
            payWith((chance(75) ? "pm_sandbox_processing_" : "pm_sandbox_processingDeclined_") +
                    std::to_string(100 + upTo(chance(25) ? 14'000 : 3'000)));
            break;
        case Way::DeclinedThenLeaves:
            payWith("pm_card_chargeDeclined");
            return std::nullopt;
        case Way::DeclinedThenPays:
            payWith("pm_card_chargeDeclinedInsufficientFunds");
            payWith(cardOf(upTo(99)));
            break;
        case Way::Pays:
        case Way::ReturnsTickets:
        case Way::IsRefunded:
            payWith(cardOf(upTo(99)));
            break;
    }
    const bool paid = watch(kWatch);
    if (paid && way_ == Way::ReturnsTickets) giveBack(false);
    if (paid && way_ == Way::IsRefunded) giveBack(true);
    return std::nullopt;
}

std::optional<Clock::time_point> Person::payLater() {
    kept_ = payable();
    const auto deadline = parseRfc3339(payDeadline_);
    if (!kept_.is_object() || !deadline) return std::nullopt;
    const auto at = Clock::time_point(std::chrono::microseconds(deadline->micros));
    return at + Millis(upTo(2 * kLateMillis) - kLateMillis);
}

void Person::comeBack() {
    const Json payment = kept_;
    confirm(payment, chance(80) ? cardOf(upTo(99)) : "pm_sandbox_processing_1200");
    watch(kWatch);
}

Answer Person::askReader(const std::string& path) {
    return buyer_.client.http(
        "POST", "http://127.0.0.1:" + std::to_string(world_.stack.paysimPort()) + path, "",
        {{"authorization", "Bearer sk_test_integration"},
         {"content-type", "application/x-www-form-urlencoded"}});
}

// The card is shown until the reader takes it. Some have none with them; some cancel instead.
void Person::payAtReader() {
    const bool shows = chance(80);
    const auto limit = std::chrono::steady_clock::now() + Millis(upTo(12'000));
    bool taken = false;
    while (shows && !taken && std::chrono::steady_clock::now() < limit) {
        pause(60 + upTo(200));
        taken =
            askReader("/v1/test_helpers/terminal/readers/" + reader_ + "/present_payment_method")
                .status == 200;
    }
    if (!taken && chance(50)) cancel();
    if (watch(kWatch) && chance(30)) giveBack(true);
    // Who is next finds it free.
    askReader("/v1/terminal/readers/" + reader_ + "/cancel_action");
    world_.giveReader(reader_);
}

// All at once, or a card has the rest.
void Person::payAtTheTill() {
    if (inParts_) return payTheRest();
    if (watch(kWatch) && chance(40)) giveBack(true);
}

// The first tender has a part, a card the rest; some never come to that, some change their mind.
void Person::payTheRest() {
    const auto limit = std::chrono::steady_clock::now() + kWatch;
    std::string covered = "0";
    while (covered == "0" && std::chrono::steady_clock::now() < limit) {
        const Answer order = buyer_.orderNow();
        if (order.ok()) {
            covered = order.body.value("covered", Json::object()).value("minorUnits", "0");
            if (order.body.value("state", "") != "PAYING") break;
        }
        pause(60);
    }
    if (chance(15)) return;
    if (chance(15)) return cancel();
    Json request = buyer_.ofOrder();
    request["requestId"] = newRequestId();
    request["tender"] = {{"kind", "CARD"}};
    const Answer added = untilAnswered(
        [&] {
            return buyer_.client.call("AddTender", request, {{"x-holder-token", buyer_.token}});
        },
        "AddTender");
    if (added.ok()) payWith(cardOf(upTo(99)));
    const bool paid = watch(kWatch);
    if (paid && chance(30)) giveBack(chance(40));
}

// One ticket, or all.
void Person::giveBack(bool byStaff) {
    const Answer tickets = buyer_.tickets();
    if (!tickets.ok()) return;
    Json ids = Json::array();
    const bool all = chance(40);
    for (const Json& ticket : tickets.body.value("tickets", Json::array())) {
        if (all || ids.empty()) ids.push_back(ticket.value("ticket", ""));
    }
    Json request = buyer_.ofOrder();
    request["requestId"] = newRequestId();
    request["tickets"] = ids;
    const auto staff = [&] {
        Json body{{"requestId", request["requestId"]}, {"tickets", ids}};
        return buyer_.client.http(
            "POST",
            "/v1/admin/events/" + buyer_.event + "/orders/" + buyer_.order + ":refundTickets",
            body.dump(), {{"authorization", "Bearer " + world_.staffKey}});
    };
    const auto own = [&] {
        return buyer_.client.call("ReturnTickets", request, {{"x-holder-token", buyer_.token}});
    };
    const Answer answer = untilAnswered([&] { return byStaff ? staff() : own(); }, "ReturnTickets");
    if (!answer.ok() && answer.reason != "CHANGED_MEANWHILE") {
        world_.surprise("ReturnTickets " + answer.reason + " " + answer.raw);
    }
}

}  // namespace tessera::chaos
