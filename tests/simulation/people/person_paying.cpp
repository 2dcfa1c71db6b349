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

}  // namespace

void Person::onOrder(const app::OrderAnswer& answer) {
    if (order_ != answer.view.id) {
        order_ = answer.view.id;
        scene_.heardOf(event_.event, order_);
        pollPause_ = kPollFirst;
    }
    if (answer.view.state == engine::OrderState::Paid) return readTickets();
    if (isEnd(answer.view.state)) return leave();
    if (!answer.payment || answer.payment->objectId == paidObject_ || cancelled_) {
        return pollLater();
    }
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
    scene_.house.confirm(
        objectId, clientSecret, payer, [this](std::optional<engine::ObjectState> state) {
            const bool declined = state == engine::ObjectState::RequiresPaymentMethod;
            if (!state || declined) paidObject_.clear();
            if (declined && random().chance(150000)) return leave();
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
        event_.event, {}, AskTickets{order_}, {}, [this](const std::optional<Said>& /*said*/) {
            if (random().chance(50000)) {
                return later(humanTime(kSeconds(1), kSeconds(60)), [this] { readTickets(); });
            }
            if (!cancelled_ && random().chance(60000)) return cancel();  // Too late for that.
            leave();
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
