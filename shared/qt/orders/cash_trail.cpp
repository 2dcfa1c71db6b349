// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/orders/cash_trail.h"

#include <algorithm>

#include "shared/qt/orders/order_words.h"

namespace tessera::orders {
namespace {

constexpr client::Millis kTrailPatience{4'000};
constexpr int kTrailAgainMillis = 300;

}  // namespace

CashTrail::CashTrail(qt::Desk& desk, QObject* parent) : QObject(parent), desk_(desk) {
    again_.setSingleShot(true);
    again_.setInterval(kTrailAgainMillis);
    connect(&again_, &QTimer::timeout, this, &CashTrail::ask);
}

// A refund that is not done yet has not gone on.
CashTrail::Sums CashTrail::passedOn(const v1::Order& order) {
    Sums sums;
    for (const v1::Refund& each : order.refunds()) {
        if (each.state() != v1::Refund::SUCCEEDED || !isPassedOn(order, each)) continue;
        if (each.amount().minor_units() > 0) sums[each.group()] += each.amount().minor_units();
    }
    return sums;
}

// By the older order that they lead to; empty: to one that is not named.
std::vector<CashTrail::Step> CashTrail::stepsFrom(const v1::Order& order, const Sums& of,
                                                  int place) {
    std::vector<Step> steps;
    for (const v1::Refund& each : order.refunds()) {
        if (each.state() != v1::Refund::SUCCEEDED || !isPassedOn(order, each)) continue;
        if (each.amount().minor_units() <= 0 || !of.contains(each.group())) continue;
        const std::string given = givenOrder(order, each);
        auto found = std::ranges::find(steps, given, &Step::order);
        if (found == steps.end()) found = steps.insert(found, Step{given, {}, place});
        found->sums[each.group()] += each.amount().minor_units();
    }
    return steps;
}

bool CashTrail::follow(const v1::Order& order, const std::string& group) {
    ++question_;
    again_.stop();
    if (!isOf(order) || group_ != group) {
        waiting_.clear();
        known_ = false;
    }
    group_ = group;
    found_.clear();
    ahead_.clear();
    whole_ = true;
    event_ = order.event();
    order_ = order.order();
    Sums of = passedOn(order);
    began_ = stepsFrom(order, of, 1);
    if (!group.empty()) std::erase_if(of, [&](const auto& sum) { return sum.first != group; });
    if (of.empty()) {
        known_ = true;
        return false;
    }
    ahead_ = stepsFrom(order, of, 1);
    if (std::ranges::find(ahead_, std::string(), &Step::order) != ahead_.end()) {
        ahead_ = {Step{order_, of, 0}};
    }
    since_.start();
    ask();
    return true;
}

bool CashTrail::isOf(const v1::Order& order) const {
    const auto same = [](const Step& one, const Step& other) {
        return one.order == other.order && one.sums == other.sums;
    };
    return order.order() == order_ &&
           std::ranges::equal(stepsFrom(order, passedOn(order), 1), began_, same);
}

std::int64_t CashTrail::cash(const std::string& group) const {
    std::int64_t sum = 0;
    for (const OlderRefund& each : waiting_) {
        if (each.way != OlderRefund::Way::Cash) continue;
        if (group.empty() || each.group == group) sum += each.amount.minor_units();
    }
    return sum;
}

std::int64_t CashTrail::open(const v1::Order& order) const {
    std::int64_t sum = 0;
    if (!isKnown(order)) {
        for (const auto& each : passedOn(order)) sum += each.second;
        return sum;
    }
    for (const OlderRefund& each : waiting_) sum += each.amount.minor_units();
    return sum;
}

const OlderRefund* CashTrail::byHand() const {
    const auto found = std::ranges::find_if(
        waiting_, [](const OlderRefund& each) { return each.way != OlderRefund::Way::ByItself; });
    return found == waiting_.end() ? nullptr : &*found;
}

bool CashTrail::isUnderWay() const {
    return std::ranges::find(waiting_, OlderRefund::Way::ByItself, &OlderRefund::way) !=
           waiting_.end();
}

void CashTrail::ask() {
    v1::GetOrderDetailsRequest request;
    request.set_event(event_);
    request.set_order(ahead_.front().order);
    const int question = ++question_;
    desk_.ask(client::kGetOrderDetails, request, this,
              [this, question](const client::Answer<v1::OrderDetails>& answer) {
                  if (question == question_) came(answer);
              },
              {.within = kTrailPatience});
}

// What went on to it is in it to the cent, or it is read too early.
bool CashTrail::hasAll(const v1::Order& order) const {
    Sums there;
    for (const v1::Refund& each : order.refunds()) {
        there[each.group()] += each.amount().minor_units();
    }
    return std::ranges::all_of(ahead_.front().sums, [&](const auto& each) {
        const auto found = there.find(each.first);
        return found != there.end() && found->second >= each.second;
    });
}

void CashTrail::came(const client::Answer<v1::OrderDetails>& answer) {
    if (!answer.done()) return later(answer.outcome == client::Outcome::Refused);
    const v1::Order& order = answer.value.order();
    if (!hasAll(order)) return later(false);
    takeWaiting(order);
    const Step step = ahead_.front();
    ahead_.erase(ahead_.begin());
    for (Step& next : stepsFrom(order, step.sums, step.place + 1)) {
        const bool known = !next.order.empty() && next.place < kOrdersMost;
        whole_ = whole_ && known;
        if (known) ahead_.push_back(std::move(next));
    }
    if (!ahead_.empty()) return ask();
    waiting_ = std::move(found_);
    known_ = whole_;
    Q_EMIT followed();
}

// Of the order that one began with whoever asks knows it.
void CashTrail::takeWaiting(const v1::Order& order) {
    if (ahead_.front().place == 0) return;
    using Way = OlderRefund::Way;
    for (const v1::Refund& each : order.refunds()) {
        const bool back = each.state() == v1::Refund::SUCCEEDED;
        if (back || !ahead_.front().sums.contains(each.group())) continue;
        const bool handed = each.state() == v1::Refund::PENDING && isCash(order, each);
        const Way way = handed                               ? Way::Cash
                        : each.state() == v1::Refund::MANUAL ? Way::House
                                                             : Way::ByItself;
        found_.push_back({order.order(), each.refund(), each.group(), each.amount(), way});
    }
}

void CashTrail::later(bool final) {
    if (!final && since_.elapsed() < kPatienceMillis) return again_.start();
    ahead_.clear();
    waiting_ = std::move(found_);
    whole_ = known_ = false;
    Q_EMIT followed();
}

}  // namespace tessera::orders
