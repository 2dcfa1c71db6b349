// SPDX-License-Identifier: Apache-2.0
#include "server/payments/reconciler.h"

#include <algorithm>
#include <future>

#include "shared/base/check.h"

namespace tessera::payments {
namespace {

using store::Break;
using store::BreakKind;
using store::ListedObject;
using store::ReconcileStage;

// What one comparison may read of an event beside its own window.
constexpr Instant kNoRange{};

Result<ListPage> listPage(Provider& provider, const ListQuery& query) {
    auto answer = std::make_shared<std::promise<Result<ListPage>>>();
    auto page = answer->get_future();
    provider.list(query, [answer](Result<ListPage> got) { answer->set_value(std::move(got)); });
    return page.get();
}

engine::ProviderAnswer ask(Provider& provider, Call call) {
    auto answer = std::make_shared<std::promise<engine::ProviderAnswer>>();
    auto said = answer->get_future();
    provider.call(std::move(call),
                  [answer](engine::ProviderAnswer got) { answer->set_value(std::move(got)); });
    return said.get();
}

// The question about a break's object; no committed row stands behind it, and it changes nothing.
// Of a refund that was made again since, the question is about the one that our row means now: the
// first one stays failed for ever.
Call questionOf(const Break& one, const store::OwnSide& own) {
    Call call;
    call.event = one.subject.event;
    call.currency = own.currency;
    call.row.attempt = one.subject.attempt;
    call.row.refund = one.subject.refund;
    call.row.provider = one.subject.provider;
    call.row.operation =
        one.subject.refund ? engine::Operation::RetrieveRefund : engine::Operation::Retrieve;
    call.row.objectId = one.subject.object;
    for (const store::OwnRefund& each : own.refunds) {
        if (each.id == one.subject.refund && !each.objectId.empty()) {
            call.row.objectId = each.objectId;
        }
    }
    return call;
}

// The one object as a list would have told it. What a single answer does not say (the currency,
// the amount of a refund) is taken from our side: such breaks are not asked about.
std::optional<ListedObject> listedFrom(const engine::ProviderAnswer& answer, const Break& one,
                                       const std::string& object, const store::OwnSide& own) {
    ListedObject out;
    out.event = one.subject.event;
    out.currency = own.currency;
    out.objectId = object;
    if (!one.subject.refund) {
        if (answer.object == engine::ObjectState::None) return std::nullopt;
        out.subject = one.subject.attempt.value;
        out.state = answer.object;
        out.authorized = answer.authorized;
        out.captured = answer.captured;
        out.refunded = answer.refunded;
        return out;
    }
    if (answer.refund == engine::RefundStanding::None) return std::nullopt;
    out.what = ListedObject::What::Refund;
    out.subject = one.subject.refund.value;
    out.standing = answer.refund;
    for (const store::OwnRefund& each : own.refunds) {
        if (each.id == one.subject.refund) out.amount = each.amount;
    }
    return out;
}

bool canBeAsked(const Break& one) {
    switch (one.subject.kind) {
        case BreakKind::CurrencyDiffers:
        case BreakKind::RefundAmount:
        case BreakKind::UnknownRefund:
            return false;
        case BreakKind::DuplicateObject:
            return !one.subject.refund;
        default:
            return !one.subject.object.empty();
    }
}

// What the engine can mend, or should at least look at.
bool isStray(BreakKind kind) {
    return kind == BreakKind::AuthorizedWhenOver || kind == BreakKind::CapturedWhenOver ||
           kind == BreakKind::CapturedDiffers || kind == BreakKind::RefundedDiffers ||
           kind == BreakKind::RefundFailed || kind == BreakKind::DuplicateCapture;
}

store::OwnQuery queryOf(const Break& one) {
    store::OwnQuery query{one.subject.event, one.subject.provider, {}, {}, kNoRange, kNoRange};
    if (one.subject.attempt) query.attempts.push_back(one.subject.attempt.value);
    if (one.subject.refund) query.refunds.push_back(one.subject.refund.value);
    return query;
}

}  // namespace

struct Reconciler::Work {
    Provider& provider;
    store::ReconcileProgress progress;
    Instant now;
    Instant leaseUntil;
    std::int32_t questions = 0;
};

Reconciler::Reconciler(store::Reconciliations& store, NodeId node, Options options)
    : store_(store), node_(node), options_(std::move(options)) {
    TESSERA_CHECK(options_.overlap >= options_.late + options_.clockSkew);
}

// False while no window is due.
bool Reconciler::begin(Work& work) {
    store::ReconcileProgress& progress = work.progress;
    if (progress.stage != ReconcileStage::None) return true;
    const Instant until = work.now - options_.settle;
    const bool first = progress.doneUntil == Instant{};
    if (!first && until - progress.doneUntil < options_.every) return false;
    progress.from = first ? until - options_.firstWindow : progress.doneUntil - options_.overlap;
    progress.until = std::min(until, progress.from + options_.windowMax);
    progress.begunAt = work.now;
    progress.stage = ReconcileStage::Payments;
    progress.position.clear();
    progress.listed = progress.notOurs = progress.compared = progress.breaks = 0;
    return true;
}

CompareRules Reconciler::rulesOf(const Work& work) const {
    CompareRules rules;
    rules.now = work.now;
    rules.absentFrom = work.progress.from + options_.clockSkew;
    rules.absentUntil = work.progress.until - options_.late;
    return rules;
}

Status Reconciler::list(Work& work) {
    store::ReconcileProgress& progress = work.progress;
    for (std::int32_t i = 0; i < options_.pagesPerTurn; ++i) {
        const bool payments = progress.stage == ReconcileStage::Payments;
        ListQuery query{payments ? ListQuery::What::Payments : ListQuery::What::Refunds,
                        progress.from, progress.until, progress.position};
        const auto page = listPage(work.provider, query);
        if (!page) return tl::make_unexpected(page.error());
        std::vector<ListedObject> objects;
        const auto take = [&](const auto& listed) {
            for (const auto& each : listed) {
                ++progress.listed;
                auto object = listedOf(each);
                object ? objects.push_back(std::move(*object)) : void(++progress.notOurs);
            }
        };
        take(page->payments);
        take(page->refunds);
        // A cursor that does not move would be asked for ever.
        if (!page->next.empty() && page->next == progress.position) {
            return failure("list " + std::string(work.provider.name()) + ": the cursor repeats");
        }
        progress.position = page->next;
        if (page->next.empty()) {
            progress.stage = payments ? ReconcileStage::Refunds : ReconcileStage::Compare;
        }
        if (auto saved = store_.save(progress, work.leaseUntil, objects); !saved) return saved;
        if (progress.stage == ReconcileStage::Compare) return {};
    }
    return {};
}

void Reconciler::tell(const Break& one, const engine::ProviderAnswer& answer) {
    if (!options_.stray || !isStray(one.subject.kind)) return;
    options_.stray({one.subject.event, one.subject.attempt, one.subject.refund, answer});
}

Result<std::optional<bool>> Reconciler::confirm(Work& work, const Break& one) {
    if (!canBeAsked(one) || work.questions >= options_.lookAgainMax) return std::nullopt;
    ++work.questions;
    const auto query = queryOf(one);
    auto before = store_.readOwn(query);
    if (!before) return tl::make_unexpected(before.error());
    Call question = questionOf(one, *before);
    const std::string object = question.row.objectId;
    const engine::ProviderAnswer answer = ask(work.provider, std::move(question));
    // That there is no such object is no evidence for an order, but it is what the provider says.
    if (answer.kind != engine::AnswerKind::Definitive && !answer.notFound) return std::nullopt;
    const auto own = store_.readOwn(query);
    if (!own) return tl::make_unexpected(own.error());
    std::vector<ListedObject> listed;
    if (auto seen = listedFrom(answer, one, object, *own)) listed.push_back(std::move(*seen));
    CompareRules rules = rulesOf(work);
    // It is known which object is meant, whenever it was made.
    rules.absentFrom = Instant{};
    rules.absentUntil = Instant::never();
    const auto again = compare(one.subject.event, one.subject.provider, *own, listed, rules);
    const bool stays = std::any_of(again.breaks.begin(), again.breaks.end(),
                                   [&](const Break& each) { return each.subject == one.subject; });
    if (stays) tell(one, answer);
    return stays;
}

Status Reconciler::compareEvent(Work& work, EventId event) {
    const auto kind = work.progress.provider;
    const auto listed = store_.listedOf(kind, event);
    if (!listed) return tl::make_unexpected(listed.error());
    const CompareRules rules = rulesOf(work);
    store::OwnQuery query{event, kind, {}, {}, rules.absentFrom, rules.absentUntil};
    for (const ListedObject& object : *listed) {
        const bool payment = object.what == ListedObject::What::Payment;
        (payment ? query.attempts : query.refunds).push_back(object.subject);
    }
    const auto own = store_.readOwn(query);
    if (!own) return tl::make_unexpected(own.error());
    const Comparison found = compare(event, kind, *own, *listed, rules);
    work.progress.compared += found.compared;
    if (options_.hint) {
        for (const AttemptId attempt : found.hints) options_.hint({event, attempt});
    }
    std::vector<Break> breaks;
    for (const Break& one : found.breaks) {
        const auto stays = confirm(work, one);
        if (!stays) return tl::make_unexpected(stays.error());
        if (stays->value_or(true)) breaks.push_back(one);
    }
    work.progress.breaks += static_cast<std::int64_t>(breaks.size());
    return store_.record(breaks, work.now);
}

Status Reconciler::compareEvents(Work& work) {
    store::ReconcileProgress& progress = work.progress;
    const auto last = progress.position.empty() ? 0 : std::stoll(progress.position);
    const auto events = store_.eventsToCompare(progress.provider, progress.from, EventId{last},
                                               options_.eventsPerTurn);
    if (!events) return tl::make_unexpected(events.error());
    for (const EventId event : *events) {
        if (auto done = compareEvent(work, event); !done) return done;
        progress.position = std::to_string(event.value);
        if (auto saved = store_.save(progress, work.leaseUntil, {}); !saved) return saved;
    }
    if (static_cast<std::int32_t>(events->size()) < options_.eventsPerTurn) {
        progress.stage = ReconcileStage::LookAgain;
        progress.position.clear();
    }
    return store_.save(progress, work.leaseUntil, {});
}

// Those that nobody has looked at for longest first: there may be more than one window asks about.
Result<std::vector<store::BreakRow>> Reconciler::unseenBreaks(const Work& work) {
    store::Reconciliations::BreakQuery query;
    query.provider = work.progress.provider;
    std::vector<store::BreakRow> unseen;
    while (true) {
        auto rows = store_.listBreaks(query);
        if (!rows) return rows;
        for (store::BreakRow& row : *rows) {
            query.afterEvent = row.what.subject.event;
            query.afterId = row.id;
            if (row.lastSeen < work.progress.begunAt) unseen.push_back(std::move(row));
        }
        if (static_cast<std::int32_t>(rows->size()) < query.limit) break;
    }
    std::stable_sort(unseen.begin(), unseen.end(),
                     [](const auto& a, const auto& b) { return a.lastSeen < b.lastSeen; });
    return unseen;
}

// Breaks that this window has not seen: where both agree now, they are over.
Status Reconciler::lookAgain(Work& work) {
    const auto unseen = unseenBreaks(work);
    if (!unseen) return tl::make_unexpected(unseen.error());
    for (const store::BreakRow& row : *unseen) {
        const auto stays = confirm(work, row.what);
        if (!stays) return tl::make_unexpected(stays.error());
        if (!*stays) continue;
        if (**stays) {
            if (auto seen = store_.record({&row.what, 1}, work.now); !seen) return seen;
            continue;
        }
        const auto resolved = store_.resolve(row.what.subject.event, row.id, work.now,
                                             "both agree since " + toRfc3339(work.now));
        if (!resolved) return tl::make_unexpected(resolved.error());
    }
    return store_.finish(work.progress, work.now);
}

Result<Reconciler::Turn> Reconciler::turn(Provider& provider, Instant now) {
    if (!provider.capabilities().lists) return Turn::NotListed;
    const Instant leaseUntil = now + options_.lease;
    auto claimed = store_.claim(provider.kind(), node_, now, leaseUntil);
    if (!claimed) return tl::make_unexpected(claimed.error());
    if (!*claimed) return Turn::Elsewhere;
    Work work{provider, **claimed, now, leaseUntil};
    if (!begin(work)) return Turn::NotDue;
    if (work.progress.stage < ReconcileStage::Compare) {
        if (auto done = list(work); !done) return tl::make_unexpected(done.error());
        if (work.progress.stage < ReconcileStage::Compare) return Turn::More;
    }
    if (work.progress.stage == ReconcileStage::Compare) {
        if (auto done = compareEvents(work); !done) return tl::make_unexpected(done.error());
        if (work.progress.stage == ReconcileStage::Compare) return Turn::More;
    }
    if (auto done = lookAgain(work); !done) return tl::make_unexpected(done.error());
    return Turn::Done;
}

}  // namespace tessera::payments
