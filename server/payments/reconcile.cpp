// SPDX-License-Identifier: Apache-2.0
#include "server/payments/reconcile.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace tessera::payments {
namespace {

using engine::AttemptState;
using engine::ObjectState;
using engine::OrderState;
using engine::RefundStanding;
using engine::RefundState;
using store::Break;
using store::BreakKind;
using store::ListedObject;
using store::OwnAttempt;
using store::OwnRefund;

// What is wanted of the order is settled: whatever differs now stays so.
bool isOver(OrderState state) {
    return state == OrderState::Paid || state == OrderState::Released ||
           state == OrderState::Manual;
}

// Somebody asks the provider about it every few seconds.
bool isOpen(AttemptState state) {
    return state == AttemptState::Opening || state == AttemptState::Open ||
           state == AttemptState::Authorized;
}

bool isLiving(const ListedObject& object) {
    return object.state != ObjectState::Canceled;
}

std::string said(const char* what, Money amount) {
    return std::string(what) + " " + std::to_string(amount.minor);
}

const char* nameOf(RefundState state) {
    switch (state) {
        case RefundState::Queued:
            return "queued";
        case RefundState::Pending:
            return "pending";
        case RefundState::Succeeded:
            return "succeeded";
        case RefundState::Manual:
            return "manual";
    }
    return "unknown";
}

class Comparer {
public:
    Comparer(EventId event, engine::ProviderKind provider, const store::OwnSide& own,
             const CompareRules& rules)
        : event_(event), provider_(provider), own_(own), rules_(rules) {
        for (const OwnAttempt& attempt : own.attempts) attempts_.emplace(attempt.id, &attempt);
        for (const OwnRefund& refund : own.refunds) refunds_.emplace(refund.id, &refund);
    }

    Comparison run(std::span<const ListedObject> listed) {
        for (const ListedObject& object : listed) {
            ++out_.compared;
            (object.what == ListedObject::What::Payment ? payments_
                                                        : listedRefunds_)[object.subject]
                .push_back(&object);
        }
        for (const auto& [id, objects] : payments_) seePayments(AttemptId{id}, objects);
        for (const auto& [id, objects] : listedRefunds_) seeRefunds(RefundId{id}, objects);
        for (const OwnAttempt& attempt : own_.attempts) seeOwn(attempt);
        for (const OwnRefund& refund : own_.refunds) seeOwn(refund);
        seeTenders();
        const auto bySubject = [](const Break& a, const Break& b) { return a.subject < b.subject; };
        std::sort(out_.breaks.begin(), out_.breaks.end(), bySubject);
        return std::move(out_);
    }

private:
    using Objects = std::vector<const ListedObject*>;

    template <class Row>
    bool isOnTheWay(const Row& own) const {
        const Duration age = rules_.now - own.createdAt;
        return age < rules_.inFlight || (own.calling && age < rules_.calling);
    }
    template <class Row>
    bool mustBeListed(const Row& own) const {
        return own.createdAt >= rules_.absentFrom && own.createdAt < rules_.absentUntil;
    }

    void add(BreakKind kind, AttemptId attempt, RefundId refund, const std::string& object,
             std::string ours, std::string theirs) {
        out_.breaks.push_back({{kind, provider_, event_, attempt, refund, object},
                               std::move(ours),
                               std::move(theirs)});
    }

    // Of one attempt's objects, the one that our row means.
    static const ListedObject* meant(const OwnAttempt& own, const Objects& objects) {
        const ListedObject* first = nullptr;
        for (const ListedObject* object : objects) {
            if (!own.objectId.empty() && object->objectId == own.objectId) return object;
            if (first == nullptr && own.objectId.empty() && isLiving(*object)) first = object;
        }
        return first;
    }

    void seePayments(AttemptId id, const Objects& objects) {
        const auto found = attempts_.find(id);
        if (found == attempts_.end()) {
            for (const ListedObject* object : objects) unknown(id, *object);
            return;
        }
        const OwnAttempt& own = *found->second;
        const ListedObject* mine = meant(own, objects);
        if (!isOnTheWay(own)) {
            for (const ListedObject* object : objects) {
                if (object == mine || !isLiving(*object)) continue;
                add(BreakKind::DuplicateObject, id, {}, object->objectId,
                    own.objectId.empty() ? mine->objectId : own.objectId, object->objectId);
            }
        }
        if (mine != nullptr) seePayment(own, *mine);
    }

    // An object that nobody can pay any more harms nobody.
    void unknown(AttemptId id, const ListedObject& object) {
        if (rules_.now - object.createdAt < rules_.inFlight) return;
        if (!isLiving(object) && object.captured == object.refunded) return;
        add(BreakKind::UnknownObject, id, {}, object.objectId, "no such attempt",
            said("authorized", object.authorized) + ", " + said("captured", object.captured));
    }

    void seePayment(const OwnAttempt& own, const ListedObject& theirs) {
        if (theirs.currency != own_.currency) {
            add(BreakKind::CurrencyDiffers, own.id, {}, theirs.objectId, toString(own_.currency),
                toString(theirs.currency));
            return;
        }
        if (theirs.authorized > Money{} && theirs.authorized != own.amount) {
            add(BreakKind::AmountDiffers, own.id, {}, theirs.objectId, said("amount", own.amount),
                said("authorized", theirs.authorized));
        }
        if (isOpen(own.state) && !isOver(own.orderState)) {
            if (isOnTheWay(own)) return;
            out_.hints.push_back(own.id);
            if (theirs.captured > own.captured) seeCaptured(own, theirs);
            return;
        }
        if (isOnTheWay(own)) return;
        if (theirs.authorized > Money{} && own.state != AttemptState::Authorized) {
            add(BreakKind::AuthorizedWhenOver, own.id, {}, theirs.objectId,
                said("authorized", own.authorized), said("authorized", theirs.authorized));
        } else if (theirs.authorized > Money{} && isOver(own.orderState)) {
            add(BreakKind::AuthorizedWhenOver, own.id, {}, theirs.objectId, "the order is over",
                said("authorized", theirs.authorized));
        }
        seeCaptured(own, theirs);
        seeRefunded(own, theirs);
    }

    void seeCaptured(const OwnAttempt& own, const ListedObject& theirs) {
        if (own.captured == theirs.captured) {
            const Money kept = theirs.captured - theirs.refunded - own.refundsUnderWay;
            if (own.orderState == OrderState::Released && kept > Money{}) {
                add(BreakKind::CapturedWhenOver, own.id, {}, theirs.objectId,
                    said("the order is released; refunds under way", own.refundsUnderWay),
                    said("captured", theirs.captured) + ", " + said("refunded", theirs.refunded));
            }
            return;
        }
        // Taken for what bought nothing, or simply another sum.
        const bool useless = own.captured == Money{} && isOver(own.orderState);
        add(useless ? BreakKind::CapturedWhenOver : BreakKind::CapturedDiffers, own.id, {},
            theirs.objectId, said("captured", own.captured), said("captured", theirs.captured));
    }

    // While refunds are under way theirs may be ahead of ours by them.
    void seeRefunded(const OwnAttempt& own, const ListedObject& theirs) {
        if (theirs.refunded >= own.refunded &&
            theirs.refunded <= own.refunded + own.refundsUnderWay) {
            return;
        }
        add(BreakKind::RefundedDiffers, own.id, {}, theirs.objectId,
            said("refunded", own.refunded) + ", " + said("under way", own.refundsUnderWay),
            said("refunded", theirs.refunded));
    }

    void seeRefunds(RefundId id, const Objects& objects) {
        const auto found = refunds_.find(id);
        if (found == refunds_.end()) {
            for (const ListedObject* object : objects) {
                if (rules_.now - object->createdAt < rules_.inFlight) continue;
                if (object->standing == RefundStanding::Failed) continue;
                add(BreakKind::UnknownRefund, {}, id, object->objectId, "no such refund",
                    said("amount", object->amount));
            }
            return;
        }
        const OwnRefund& own = *found->second;
        if (isOnTheWay(own)) return;
        seeStanding(own, objects);
        for (const ListedObject* object : objects) {
            if (object->standing == RefundStanding::Failed || object->amount == own.amount)
                continue;
            add(BreakKind::RefundAmount, own.attempt, id, object->objectId,
                said("amount", own.amount), said("amount", object->amount));
        }
    }

    // A failed try is followed by another: only if all have failed has it failed.
    void seeStanding(const OwnRefund& own, const Objects& objects) {
        const auto failed = [](const ListedObject* each) {
            return each->standing == RefundStanding::Failed;
        };
        const bool allFailed = std::all_of(objects.begin(), objects.end(), failed);
        const bool believed =
            own.state == RefundState::Succeeded || own.state == RefundState::Pending;
        if (believed && allFailed) {
            add(BreakKind::RefundFailed, own.attempt, own.id, objects.back()->objectId,
                nameOf(own.state), "failed");
        }
        const auto living = std::count_if(objects.begin(), objects.end(), std::not_fn(failed));
        if (living > 1) {
            add(BreakKind::DuplicateObject, own.attempt, own.id, objects.back()->objectId,
                "one refund", std::to_string(living) + " refunds");
        }
    }

    void seeOwn(const OwnAttempt& own) {
        ++out_.compared;
        const bool hasMoney = own.authorized > Money{} || own.captured > Money{};
        if (payments_.contains(own.id.value) || isOnTheWay(own) || !hasMoney) return;
        if (!mustBeListed(own)) return;
        add(BreakKind::MissingObject, own.id, {}, own.objectId,
            said("authorized", own.authorized) + ", " + said("captured", own.captured),
            "not in the list");
    }

    void seeOwn(const OwnRefund& own) {
        ++out_.compared;
        const bool hasObject = own.state == RefundState::Succeeded ||
                               (own.state == RefundState::Pending && !own.objectId.empty());
        if (listedRefunds_.contains(own.id.value) || isOnTheWay(own) || !hasObject) return;
        if (!mustBeListed(own)) return;
        add(BreakKind::RefundMissing, own.attempt, own.id, own.objectId,
            std::string(nameOf(own.state)) + ", " + said("amount", own.amount), "not in the list");
    }

    // What either side says of an attempt's money, less what went back.
    Money keptOf(const OwnAttempt& own) const {
        const Money ours = own.captured - own.refunded - own.refundsUnderWay;
        const auto found = payments_.find(own.id.value);
        if (found == payments_.end()) return ours;
        Money theirs;
        for (const ListedObject* each : found->second) theirs += each->captured - each->refunded;
        return std::max(ours, theirs - own.refundsUnderWay);
    }

    void seeTenders() {
        std::map<TenderId, const OwnAttempt*> first;
        for (const OwnAttempt& own : own_.attempts) {
            if (keptOf(own) <= Money{} || isOnTheWay(own)) continue;
            const auto [at, isFirst] = first.emplace(own.tender, &own);
            if (isFirst) continue;
            add(BreakKind::DuplicateCapture, own.id, {}, own.objectId, said("kept", keptOf(own)),
                said("of the same tender kept", keptOf(*at->second)));
        }
    }

    const EventId event_;
    const engine::ProviderKind provider_;
    const store::OwnSide& own_;
    const CompareRules& rules_;
    std::unordered_map<AttemptId, const OwnAttempt*> attempts_;
    std::unordered_map<RefundId, const OwnRefund*> refunds_;
    std::map<std::int64_t, Objects> payments_;
    std::map<std::int64_t, Objects> listedRefunds_;
    Comparison out_;
};

}  // namespace

Comparison compare(EventId event, engine::ProviderKind provider, const store::OwnSide& own,
                   std::span<const ListedObject> listed, const CompareRules& rules) {
    return Comparer(event, provider, own, rules).run(listed);
}

std::optional<ListedObject> listedOf(const ListedPayment& payment) {
    if (!payment.event || !payment.attempt) return std::nullopt;
    ListedObject out;
    out.what = ListedObject::What::Payment;
    out.objectId = payment.objectId;
    out.event = payment.event;
    out.subject = payment.attempt.value;
    out.currency = payment.currency;
    out.state = payment.facts.object;
    out.authorized = payment.facts.authorized;
    out.captured = payment.facts.captured;
    out.refunded = payment.facts.refunded;
    out.createdAt = payment.createdAt;
    return out;
}

std::optional<ListedObject> listedOf(const ListedRefund& refund) {
    if (!refund.event || !refund.refund) return std::nullopt;
    ListedObject out;
    out.what = ListedObject::What::Refund;
    out.objectId = refund.objectId;
    out.paymentObjectId = refund.paymentObjectId;
    out.event = refund.event;
    out.subject = refund.refund.value;
    out.standing = refund.standing;
    out.amount = refund.amount;
    out.createdAt = refund.createdAt;
    return out;
}

}  // namespace tessera::payments
