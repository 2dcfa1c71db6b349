// SPDX-License-Identifier: Apache-2.0
// The provider's own list, and what somebody does at it by its own means; see provider_house.h.
#include <algorithm>

#include "tests/simulation/people/durations.h"
#include "tests/simulation/people/provider_house.h"

namespace tessera::simulation {
namespace {

using engine::ObjectState;
using payments::ListedPayment;
using payments::ListedRefund;

constexpr std::size_t kPageMax = 7;
// What is younger than half an hour is not compared; then there is a comparison every few minutes.
constexpr Duration kFoundAfter = Duration::ofMinutes(31);
constexpr std::int64_t kFarAway = 1'000'000'007;  // From an id that is anything's.

// One page of `all`, the newest first; what comes after `query.after`.
template <class Listed>
std::string pageOf(std::vector<Listed> all, const payments::ListQuery& query,
                   std::vector<Listed>& page) {
    std::ranges::sort(all, [](const Listed& a, const Listed& b) {
        return std::pair(b.createdAt, b.objectId) < std::pair(a.createdAt, a.objectId);
    });
    auto at = all.begin();
    if (!query.after.empty()) {
        at = std::ranges::find(all, query.after, &Listed::objectId);
        if (at != all.end()) ++at;
    }
    for (; at != all.end() && page.size() < kPageMax; ++at) page.push_back(*at);
    return at == all.end() ? std::string() : page.back().objectId;
}

}  // namespace

payments::ListPage SimProviderHouse::list(const payments::ListQuery& query) const {
    std::vector<ListedPayment> payments;
    std::vector<ListedRefund> refunds;
    const auto isIn = [&](Instant at) { return at >= query.from && at < query.until; };
    for (const auto& [id, object] : objects_) {
        if (object.isReceived || object.isCard) continue;
        if (isIn(object.createdAt)) {
            payments.push_back({id, object.event, object.attempt, object.currency, object.createdAt,
                                show(object).said});
        }
        for (const Refund& refund : object.refunds) {
            if (!isIn(refund.createdAt)) continue;
            refunds.push_back({refund.id, id, object.event, refund.refund, refund.standing,
                               refund.amount, refund.createdAt});
        }
    }
    payments::ListPage page;
    page.next = query.what == payments::ListQuery::What::Payments
                    ? pageOf(std::move(payments), query, page.payments)
                    : pageOf(std::move(refunds), query, page.refunds);
    return page;
}

Instant SimProviderHouse::clock() const {
    return with_.base + Duration::ofMicros(with_.agenda.now());
}

// By hand, on the provider's own page: a second object of an attempt, or one of an attempt that
// nobody knows; some are ended by hand, too.
void SimProviderHouse::doOddly() {
    std::vector<const Object*> some;
    for (const auto& [id, object] : objects_) {
        if (!object.isReceived && !object.isCard && !object.isOdd) some.push_back(&object);
    }
    if (some.empty()) return;
    Object odd;
    const Object& like = *with_.random.pick(some);
    const bool isUnknown = with_.random.chance(400000);
    odd.event = like.event;
    odd.attempt = isUnknown ? AttemptId{like.attempt.value + kFarAway} : like.attempt;
    odd.currency = like.currency;
    odd.id = "pi_odd" + std::to_string(objects_.size());
    odd.isOdd = true;
    odd.state = ObjectState::RequiresCapture;
    odd.amount = odd.authorized = Money{with_.random.between(1, 9000)};
    odd.createdAt = clock();
    const auto kind =
        isUnknown ? store::BreakKind::UnknownObject : store::BreakKind::DuplicateObject;
    ++counts_.odd;
    booksDue_ = std::max(booksDue_, with_.agenda.now() + kFoundAfter.micros);
    with_.witness.onProviderOdd({kind, odd.event, odd.attempt, odd.id}, with_.agenda.now());
    if (with_.random.chance(300000)) endLater(odd.id, kind);
    objects_.emplace(odd.id, std::move(odd));
}

// By hand as well, long enough after it for a comparison to have seen it.
void SimProviderHouse::endLater(const std::string& id, store::BreakKind kind) {
    const Duration time = with_.random.between(kFoundAfter, Duration::ofMinutes(45));
    booksDue_ = std::max(booksDue_, with_.agenda.now() + time.micros + kSeconds(60).micros);
    with_.agenda.after(time, kWorld, [this, id, kind] {
        Object& over = objects_.at(id);
        over.state = ObjectState::Canceled;
        over.authorized = {};
        with_.witness.onProviderOdd({kind, over.event, over.attempt, id, true}, with_.agenda.now());
    });
}

}  // namespace tessera::simulation
