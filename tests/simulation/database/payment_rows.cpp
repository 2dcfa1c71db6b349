// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/database/payment_rows.h"

#include <algorithm>

namespace tessera::simulation {

void PaymentRows::storeWebhooks(const std::vector<store::WebhookRow>& rows) {
    for (const store::WebhookRow& row : rows) {
        if (!webhookKeys_.emplace(row.event, row.provider, row.id).second) continue;
        webhooks_[{row.event, row.attempt}].push_back(row);
    }
}

std::vector<store::WebhookRow> PaymentRows::webhooksOf(EventId event, AttemptId attempt) const {
    const auto found = webhooks_.find({event, attempt});
    if (found == webhooks_.end()) return {};
    auto rows = found->second;
    rows.resize(std::min<std::size_t>(rows.size(), store::kWebhooksPerRead));
    return rows;
}

std::vector<std::string> PaymentRows::webhookIds(EventId event) const {
    std::vector<std::string> ids;
    for (const auto& [of, provider, id] : webhookKeys_) {
        if (of == event) ids.push_back(id);
    }
    std::ranges::sort(ids);
    return ids;
}

std::optional<store::ReconcileProgress> PaymentRows::claim(engine::ProviderKind provider,
                                                           NodeId node, Instant now,
                                                           Instant leaseUntil) {
    Window& window = windows_[provider];
    window.progress.provider = provider;
    if (window.leaseUntil > now && window.node != node) return std::nullopt;
    ++window.progress.epoch;
    window.node = node;
    window.leaseUntil = leaseUntil;
    return window.progress;
}

bool PaymentRows::save(const store::ReconcileProgress& progress, Instant leaseUntil,
                       const std::vector<store::ListedObject>& listed) {
    Window& window = windows_[progress.provider];
    if (window.progress.epoch != progress.epoch) return false;
    const Instant done = window.progress.doneUntil;
    window.progress = progress;
    window.progress.doneUntil = done;
    window.leaseUntil = leaseUntil;
    for (const store::ListedObject& each : listed) {
        const Instant made =
            listed_.try_emplace({progress.provider, each.event, each.what, each.objectId}, each)
                .first->second.createdAt;
        auto& row = listed_.at({progress.provider, each.event, each.what, each.objectId});
        row = each;
        row.createdAt = made;
    }
    return true;
}

bool PaymentRows::finish(const store::ReconcileProgress& progress) {
    Window& window = windows_[progress.provider];
    if (window.progress.epoch != progress.epoch) return false;
    window.leaseUntil = Instant{};
    window.lastBegun = window.progress.begunAt;
    window.progress.doneUntil = window.progress.until;
    window.progress.stage = store::ReconcileStage::None;
    window.progress.position.clear();
    std::erase_if(listed_, [&](const auto& each) {
        return std::get<engine::ProviderKind>(each.first) == progress.provider;
    });
    return true;
}

std::vector<store::ListedObject> PaymentRows::listedOf(engine::ProviderKind provider,
                                                       EventId event) const {
    std::vector<store::ListedObject> out;
    for (const auto& [key, object] : listed_) {
        if (std::get<0>(key) == provider && std::get<1>(key) == event) out.push_back(object);
    }
    std::ranges::stable_sort(out, {}, [](const store::ListedObject& each) {
        return std::pair(each.createdAt, each.objectId);
    });
    return out;
}

bool PaymentRows::isListed(engine::ProviderKind provider, EventId event) const {
    return std::ranges::any_of(listed_, [&](const auto& each) {
        return std::get<0>(each.first) == provider && std::get<1>(each.first) == event;
    });
}

// One that is open is seen again; a resolved one opens as a new row.
void PaymentRows::record(const store::Break& one, Instant now) {
    std::int64_t last = 0;
    for (auto& [key, row] : breaks_) {
        if (key.first != one.subject.event) continue;
        last = std::max(last, key.second);
        if (row.resolvedAt != Instant::never() || row.what.subject != one.subject) continue;
        row.what = one;
        row.lastSeen = std::max(row.lastSeen, now);
        return;
    }
    store::BreakRow& row = breaks_[{one.subject.event, last + 1}];
    row.id = last + 1;
    row.what = one;
    row.firstSeen = row.lastSeen = now;
}

bool PaymentRows::resolve(EventId event, std::int64_t id, Instant now, const std::string& how) {
    const auto found = breaks_.find({event, id});
    if (found == breaks_.end() || found->second.resolvedAt != Instant::never()) return false;
    found->second.resolvedAt = now;
    found->second.resolution = how;
    return true;
}

std::vector<store::BreakRow> PaymentRows::listBreaks(
    const store::Reconciliations::BreakQuery& query) const {
    std::vector<store::BreakRow> out;
    for (auto at = breaks_.upper_bound({query.afterEvent, query.afterId}); at != breaks_.end();
         ++at) {
        if (std::ssize(out) >= query.limit) break;
        const store::BreakRow& row = at->second;
        if (!query.resolvedToo && row.resolvedAt != Instant::never()) continue;
        if (!query.provider || *query.provider == row.what.subject.provider) out.push_back(row);
    }
    return out;
}

std::vector<store::BreakRow> PaymentRows::breaksOf(EventId event) const {
    std::vector<store::BreakRow> out;
    for (const auto& [key, row] : breaks_) {
        if (key.first == event) out.push_back(row);
    }
    return out;
}

Instant PaymentRows::lastWindow(engine::ProviderKind provider) const {
    const auto found = windows_.find(provider);
    return found == windows_.end() ? Instant{} : found->second.lastBegun;
}

namespace {

bool has(const std::vector<std::int64_t>& ids, std::int64_t id) {
    return std::ranges::find(ids, id) != ids.end();
}

bool isIn(Instant at, const store::OwnQuery& query) {
    return at >= query.from && at < query.until;
}

std::set<OrderId> ordersOf(const EventRows& rows, const store::OwnQuery& query) {
    std::set<OrderId> orders;
    for (const auto& [id, each] : rows.attempts) {
        if (has(query.attempts, id.value) || isIn(each.row.createdAt, query))
            orders.insert(each.row.order);
    }
    for (const auto& [id, each] : rows.refunds) {
        if (has(query.refunds, id.value) || isIn(each.row.createdAt, query))
            orders.insert(each.row.order);
    }
    return orders;
}

}  // namespace

store::OwnSide ownSideOf(const EventRows& rows, const store::OwnQuery& query) {
    store::OwnSide own;
    own.currency = rows.terms.rbegin()->second.currency;
    const std::set<OrderId> orders = ordersOf(rows, query);
    std::set<AttemptId> calling;
    std::set<RefundId> refunding;
    for (const auto& [seq, row] : rows.outbox) {
        calling.insert(row.attempt);
        refunding.insert(row.refund);
    }
    const auto isAsked = [&](const EventRows::Attempt& each) {
        return orders.contains(each.row.order) && each.row.provider == query.provider;
    };
    for (const auto& [id, each] : rows.attempts) {
        if (!isAsked(each)) continue;
        store::OwnAttempt& out = own.attempts.emplace_back();
        out = {id,
               each.row.order,
               each.row.tender,
               rows.orders.at(each.row.order).row.state,
               each.row.state,
               each.row.amount,
               each.facts.authorized,
               each.facts.captured,
               each.facts.refunded,
               {},
               each.facts.objectId,
               each.row.createdAt,
               calling.contains(id)};
        for (const auto& [no, refund] : rows.refunds) {
            const bool under = refund.row.state == engine::RefundState::Queued ||
                               refund.row.state == engine::RefundState::Pending;
            if (refund.row.attempt == id && under) out.refundsUnderWay += refund.row.amount;
        }
    }
    for (const auto& [id, each] : rows.refunds) {
        if (!isAsked(rows.attempts.at(each.row.attempt))) continue;
        own.refunds.push_back({id, each.row.order, each.row.attempt, each.row.state,
                               each.row.amount, each.facts.objectId, each.row.createdAt,
                               refunding.contains(id)});
    }
    return own;
}

}  // namespace tessera::simulation
