// SPDX-License-Identifier: Apache-2.0
#include "tests/payments/reconcile_world.h"

namespace tessera::payments {
namespace {

constexpr Duration kAge = Duration::ofMinutes(120);

}  // namespace

Pair capturedPair(std::int64_t number, Money amount) {
    Pair pair;
    pair.own.id = AttemptId{number * 100 + 3};
    pair.own.order = OrderId{number * 100 + 1};
    pair.own.tender = TenderId{number * 100 + 2};
    pair.own.orderState = engine::OrderState::Paid;
    pair.own.state = engine::AttemptState::Captured;
    pair.own.amount = amount;
    pair.own.captured = amount;
    pair.own.objectId = "pi_" + std::to_string(number);
    pair.own.createdAt = kReconciledNow - kAge;
    pair.theirs.what = store::ListedObject::What::Payment;
    pair.theirs.objectId = pair.own.objectId;
    pair.theirs.event = kReconciled;
    pair.theirs.subject = pair.own.id.value;
    pair.theirs.currency = Currency{{'E', 'U', 'R'}};
    pair.theirs.state = engine::ObjectState::Succeeded;
    pair.theirs.captured = amount;
    pair.theirs.createdAt = pair.own.createdAt + Duration::ofSeconds(1);
    return pair;
}

RefundPair refundedPair(Pair& of) {
    RefundPair pair;
    pair.own.id = RefundId{of.own.id.value + 10};
    pair.own.order = of.own.order;
    pair.own.attempt = of.own.id;
    pair.own.state = engine::RefundState::Succeeded;
    pair.own.amount = of.own.captured;
    pair.own.objectId = "re_" + std::to_string(pair.own.id.value);
    pair.own.createdAt = of.own.createdAt;
    pair.theirs.what = store::ListedObject::What::Refund;
    pair.theirs.objectId = pair.own.objectId;
    pair.theirs.paymentObjectId = of.own.objectId;
    pair.theirs.event = kReconciled;
    pair.theirs.subject = pair.own.id.value;
    pair.theirs.standing = engine::RefundStanding::Succeeded;
    pair.theirs.amount = pair.own.amount;
    pair.theirs.createdAt = pair.own.createdAt;
    of.own.refunded = of.theirs.refunded = pair.own.amount;
    of.own.state = engine::AttemptState::Refunded;
    return pair;
}

void World::add(const Pair& pair) {
    own.attempts.push_back(pair.own);
    listed.push_back(pair.theirs);
}

void World::add(const RefundPair& pair) {
    own.refunds.push_back(pair.own);
    listed.push_back(pair.theirs);
}

Comparison World::compared() const {
    return compare(kReconciled, engine::ProviderKind::Stripe, own, listed, wideRules());
}

CompareRules wideRules() {
    CompareRules rules;
    rules.now = kReconciledNow;
    rules.absentFrom = kReconciledNow - Duration::ofMinutes(180);
    rules.absentUntil = kReconciledNow;
    return rules;
}

}  // namespace tessera::payments
