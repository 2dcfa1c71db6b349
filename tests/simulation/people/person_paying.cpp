// SPDX-License-Identifier: Apache-2.0
// A person with an order; see person.h.
#include <algorithm>

#include "tests/simulation/people/durations.h"
#include "tests/simulation/people/person.h"

namespace tessera::simulation {
namespace {

constexpr std::int32_t kPollsMax = 45;
constexpr std::int32_t kPaysMax = 6;
constexpr Duration kPollFirst = kMillis(700);
constexpr Duration kPollLongest = kSeconds(30);
constexpr Duration kPollInCalm = kSeconds(8);

bool isEnd(engine::OrderState state) {
    return state == engine::OrderState::Paid || state == engine::OrderState::Released ||
           state == engine::OrderState::Manual;
}

Payer drawPayer(Random& random) {
    const auto draw = random.between(0, 99);
    if (draw < 45) return Payer::AuthorizesAtOnce;
    if (draw < 65) return Payer::AuthorizesAfterCheck;
    if (draw < 70) return Payer::NeverChecks;
    if (draw < 82) return Payer::Declined;
    if (draw < 93) return Payer::ProcessesThenDecides;
    return Payer::AuthorizesThenRunsOut;
}

bool isPayable(engine::OrderState state) {
    return state == engine::OrderState::Paying || state == engine::OrderState::Unpaid;
}

// Somebody is still busy with what was to be paid last.
bool isBusy(const app::OrderAnswer& answer) {
    return std::ranges::any_of(answer.payments, [](const app::PaymentShown& payment) {
        return payment.state == engine::AttemptState::Opening ||
               payment.state == engine::AttemptState::Open;
    });
}

}  // namespace

// Most pay all of it by card. Some have a gift card, some two cards; some pay at the counter, with
// what they have in their pockets, or on account.
app::TenderAsk Person::drawTender() {
    app::TenderAsk ask;
    ++tenders_;
    const auto draw = random().between(0, 99);
    if (draw < 15 && scene_.secondShape) ask.provider = "later";
    if (total_.minor <= 0 || draw < 70) return ask;
    const bool all = random().chance(300000);
    if (!all) ask.amount.minor = random().between(1, std::max<std::int64_t>(1, total_.minor - 1));
    if (draw < 85) {
        ask.kind = engine::TenderKind::GiftCard;
        ask.reference = "gift" + std::to_string(client_.number());
    } else if (draw < 93) {
        client_.standAtCounter(true);
        ask.kind = draw < 90 ? engine::TenderKind::Cash : engine::TenderKind::Invoice;
        ask.reference = "shift 1";
    }
    return ask;
}

// Another part, of what is missing; now and then of more than that.
void Person::payTheRest() {
    app::TenderAsk ask = drawTender();
    if (tenders_ > 3) ask.amount = {};
    const Question question = AskTender{order_, ask};
    client_.insist(event_.event, client_.stamp(question), question, {},
                   [this](const std::optional<Said>& said) {
                       client_.standAtCounter(false);
                       const auto* answer = said ? std::get_if<app::OrderAnswer>(&*said) : nullptr;
                       if (answer == nullptr) return pollLater();
                       onOrder(*answer);
                   });
}

void Person::onOrder(const app::OrderAnswer& answer) {
    if (order_ != answer.view.id) {
        order_ = answer.view.id;
        scene_.heardOf(event_.event, order_);
        pollPause_ = kPollFirst;
    }
    if (answer.view.state == engine::OrderState::Paid) return readTickets();
    if (isEnd(answer.view.state)) return leave();
    const bool may = isPayable(answer.view.state) && !cancelled_ && tenders_ < 7;
    const bool missing = may && answer.covered > Money{} && answer.covered < answer.view.total;
    // A gift card that was refused is not tried again by itself.
    const bool stuck = may && !answer.payment && polls_ > 3 && random().chance(300000);
    if ((missing || stuck) && !isBusy(answer)) {
        return later(humanTime(kMillis(300), kSeconds(20)), [this] { payTheRest(); });
    }
    const bool byCall = answer.payment && answer.payment->provider == "later";
    byCall_ = byCall ? answer.view.attempt : AttemptId{};
    // Nobody told it that it was declined.
    if (byCall && random().chance(150000)) paidObject_.clear();
    if (!answer.payment || answer.payment->objectId == paidObject_ || cancelled_) {
        return pollLater();
    }
    // Finds another card, or its gift card, while this one is open.
    if (may && random().chance(30000)) return payTheRest();
    if (pays_ == 0 && random().chance(30000)) return leave();  // Thinks better of it.
    hesitate(*answer.payment);
}

// Looks for the card; some find that they do not want to, at the very end.
void Person::hesitate(const app::PaymentInstructions& payment) {
    Duration time = humanTime(kSeconds(2), kSeconds(45));
    if (random().chance(30000)) time = humanTime(kSeconds(30), kSeconds(600));
    if (scene_.closing) time = std::min(time, kSeconds(5));
    if (random().chance(60000)) return later(time, [this] { cancel(); });
    later(time, [this, id = payment.objectId, secret = payment.clientSecret] { pay(id, secret); });
}

void Person::pay(const std::string& objectId, const std::string& clientSecret) {
    if (++pays_ > kPaysMax) return leave();
    pollPause_ = kPollFirst;
    const Payer payer = drawPayer(random());
    // Declined before its eyes it tries again; otherwise this object has been paid.
    paidObject_ = objectId;
    if (random().chance(20000)) {
        later(random().between(Duration{}, kMillis(30)), [this] {
            const Question question = AskCancel{reservation_};
            client_.ask(event_.event, client_.stamp(question), question,
                        [](const std::optional<Said>& /*said*/) {});
        });
    }
    if (byCall_) return confirm(payer);
    scene_.house.confirm(
        objectId, clientSecret, payer, [this](std::optional<engine::ObjectState> state) {
            const bool declined = state == engine::ObjectState::RequiresPaymentMethod;
            if (!state || declined) paidObject_.clear();
            if (declined && random().chance(150000)) return leave();
            pollLater();
        });
}

// Nobody says how it went but the order.
void Person::confirm(Payer payer) {
    const Question question = AskConfirm{order_, byCall_, std::to_string(static_cast<int>(payer))};
    client_.insist(event_.event, client_.stamp(question), question, {},
                   [this](const std::optional<Said>& said) {
                       if (problemIn(said) != nullptr) paidObject_.clear();
                       pollLater();
                   });
}

void Person::pollLater() {
    if (++polls_ > kPollsMax) return leave();
    const Duration pause = random().between(pollPause_, pollPause_ + pollPause_);
    pollPause_ = std::min(pollPause_ + pollPause_, scene_.closing ? kPollInCalm : kPollLongest);
    later(pause, [this] { poll(); });
}

void Person::poll() {
    if (pollPause_.micros == 0) pollPause_ = kPollFirst;
    if (random().chance(20000)) askForAnothers();
    client_.insist(event_.event, {}, AskOrder{order_}, {}, [this](const std::optional<Said>& said) {
        if (said) {
            if (const auto* answer = std::get_if<app::OrderAnswer>(&*said)) return onOrder(*answer);
        }
        pollLater();
    });
}

void Person::readTickets() {
    client_.insist(
        event_.event, {}, AskTickets{order_}, {}, [this](const std::optional<Said>& said) {
            const auto* tickets = said ? std::get_if<app::TicketsAnswer>(&*said) : nullptr;
            if (tickets != nullptr && returns_ < 4 && random().chance(250000)) {
                return giveBack(*tickets);
            }
            if (random().chance(50000)) {
                return later(humanTime(kSeconds(1), kSeconds(60)), [this] { readTickets(); });
            }
            if (!cancelled_ && random().chance(60000)) return cancel();  // Too late for that.
            leave();
        });
}

// Some of them or all, sooner or later; by the organiser's rules or not.
void Person::giveBack(const app::TicketsAnswer& tickets) {
    AskReturn back{order_, {}, engine::RefundReason::Returned, true};
    const bool all = random().chance(300000);
    for (const app::TicketAnswer& ticket : tickets.tickets) {
        const bool could =
            ticket.row.state == engine::TicketState::Active || random().chance(20000);
        if (!all && could && random().chance(500000)) back.tickets.push_back(ticket.row.id);
    }
    std::ranges::sort(back.tickets);
    ++returns_;
    const Duration most = scene_.closing ? kSeconds(5) : kSeconds(120);
    later(humanTime(kMillis(100), most), [this, question = Question(back)] {
        client_.insist(event_.event, client_.stamp(question), question, {},
                       [this](const std::optional<Said>& /*said*/) {
                           if (random().chance(500000)) return leave();
                           readTickets();
                       });
    });
}

void Person::askForAnothers() {
    if (scene_.orders.empty()) return;
    const auto [event, order] = random().pick(scene_.orders);
    if (random().chance(500000)) {
        client_.ask(event, {}, AskTickets{order}, [](const std::optional<Said>& /*said*/) {});
    } else {
        client_.ask(event, {}, AskOrder{order}, [](const std::optional<Said>& /*said*/) {});
    }
}

}  // namespace tessera::simulation
