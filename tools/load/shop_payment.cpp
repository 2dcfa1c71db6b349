// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "tools/load/json_scan.h"
#include "tools/load/shop.h"

namespace tessera::load {
namespace {

constexpr Micros kFirstPoll = 500'000;
constexpr Micros kLastPoll = 2'000'000;
constexpr Micros kFollowMax = 120'000'000;

}  // namespace

void Shop::onCheckedOut(Asker asker, const Reply& reply) {
    Visitor& visitor = of(asker);
    if (reply.status == 410) {
        const bool due = textOf(reply.body, "reason") == "RESERVATION_EXPIRED";
        if (due) answers_.expired(asker, visitor.reservation);
        if (!due) answers_.cancelled(asker, visitor.reservation, "RELEASED");
        return look(asker);
    }
    if (reply.status != 200) return end(asker, End::Unanswered);
    answers_.checkedOut(asker, reply.body);
    visitor.order = textOf(reply.body, "order");
    visitor.pollDelay = kFirstPoll;
    pause(asker, Phase::TypingCard, 700, 1500);
}

void Shop::onOpening(Asker asker, const Reply& reply) {
    Visitor& visitor = of(asker);
    if (reply.status != 200) return end(asker, End::Unanswered);
    const std::string_view state = textOf(reply.body, "state");
    if (state == "RELEASED") {
        answers_.order(asker, reply.body);
        return end(asker, End::NotPaid);
    }
    if (state == "PAID" || state == "ALLOCATED") {
        visitor.clicked = Loop::now();
        return onFollowed(asker, reply);
    }
    const std::string_view payment = after(reply.body, "payments");
    if (textOf(payment, "state") == "PAYABLE") {
        visitor.secret = textOf(payment, "clientSecret");
        visitor.confirmPath = textOf(payment, "confirmUrl");
        visitor.publishableKey = textOf(payment, "publishableKey");
        return pay(asker);
    }
    visitor.phase = Phase::Opening;
    loop_->after(asker, visitor.pollDelay);
    visitor.pollDelay = std::min(kLastPoll, visitor.pollDelay * 2);
}

void Shop::onPaid(Asker asker, const Reply& reply) {
    Visitor& visitor = of(asker);
    if (reply.status == 402) {
        visitor.declined = true;
        if (visitor.traits.fate == Fate::DeclinedCancels) {
            return pause(asker, Phase::Regretting, 400, 1000);
        }
        return end(asker, End::Declined);
    }
    // Anything else is for the order to say: a confirmation that was done before is refused here.
    visitor.pollDelay = kFirstPoll;
    visitor.phase = Phase::Following;
    loop_->after(asker, visitor.pollDelay);
}

void Shop::onFollowed(Asker asker, const Reply& reply) {
    Visitor& visitor = of(asker);
    if (reply.status != 200) return end(asker, End::Unanswered);
    const std::string_view state = textOf(reply.body, "state");
    if (state == "PAID") {
        answers_.order(asker, reply.body);
        figures_.of(Step::Paid).add(Loop::now() - visitor.clicked);
        if (visitor.traits.wantsTickets) return askTickets(asker);
        return end(asker, End::Paid);
    }
    if (state == "RELEASED") {
        answers_.order(asker, reply.body);
        return end(asker, visitor.declined ? End::Declined : End::NotPaid);
    }
    if (state == "ALLOCATED" && !visitor.allocated) {
        visitor.allocated = true;
        answers_.order(asker, reply.body);
    }
    if (Loop::now() - visitor.clicked > kFollowMax) return end(asker, End::Unanswered);
    visitor.phase = visitor.phase == Phase::FollowingCancel ? visitor.phase : Phase::Following;
    visitor.pollDelay = std::min(kLastPoll, visitor.pollDelay * 2);
    loop_->after(asker, visitor.pollDelay);
}

void Shop::onTickets(Asker asker, const Reply& reply) {
    if (reply.status != 200) return end(asker, End::Unanswered);
    answers_.tickets(asker, of(asker).order, reply.body);
    end(asker, End::Paid);
}

void Shop::onCancelled(Asker asker, const Reply& reply) {
    Visitor& visitor = of(asker);
    if (reply.status == 410) return end(asker, End::Declined);
    if (reply.status != 200) return end(asker, End::Unanswered);
    const std::string_view state = textOf(reply.body, "state");
    answers_.cancelled(asker, visitor.reservation, state);
    if (state == "RELEASED") return end(asker, End::Declined);
    visitor.pollDelay = kFirstPoll;
    visitor.phase = Phase::FollowingCancel;
    loop_->after(asker, visitor.pollDelay);
}

}  // namespace tessera::load
