// SPDX-License-Identifier: Apache-2.0
#include "server/payments/stripe_calls.h"

#include <utility>

#include "server/engine/id_source.h"
#include "server/payments/stripe_json.h"

namespace tessera::payments {

using engine::AnswerKind;
using engine::ObjectState;
using engine::Operation;
using engine::ProviderAnswer;

namespace {

ProviderAnswer answerOf(AnswerKind kind, std::string evidence) {
    ProviderAnswer answer;
    answer.kind = kind;
    answer.evidence = stripe::asEvidence(std::move(evidence));
    return answer;
}

bool isOpen(ObjectState state) {
    return state == ObjectState::RequiresPaymentMethod ||
           state == ObjectState::RequiresConfirmation || state == ObjectState::RequiresAction;
}

// What a look says of a refund that failed is how it stands; nothing was refused to the look.
ProviderAnswer asSeen(ProviderAnswer answer) {
    const bool failed = answer.refund == engine::RefundStanding::Failed;
    if (failed && answer.kind == AnswerKind::Refused) answer.kind = AnswerKind::Definitive;
    return answer;
}

bool isBusyWith(const StripeReader& reader, const std::string& intent) {
    return reader.action == StripeReader::Action::InProgress && reader.intent == intent;
}

ProviderAnswer atTheReader(const Call& call) {
    auto accepted = answerOf(AnswerKind::Accepted, "at the reader");
    accepted.object = ObjectState::RequiresAction;
    accepted.objectId = call.row.objectId;
    return accepted;
}

}  // namespace

Instant madeAt(std::int64_t id) {
    return Instant{(id >> engine::IdSource::kCounterBits) + engine::IdSource::kOriginMicros};
}

StripeCalls::StripeCalls(const StripeOptions& options)
    : readers_(options.readers), now_(options.now), requests_(options), calls_(options.calls) {}

// A new key could make a second object where the first one's answer was lost, as could an old one
// that Stripe has forgotten.
bool StripeCalls::mustLookFirst(const Call& call) const {
    const std::int64_t id = call.row.refund ? call.row.refund.value : call.row.attempt.value;
    return call.row.attemptTry > 1 || now() - madeAt(id) > kStripeKeyWindow;
}

void StripeCalls::perform(Call given, Done done) {
    const auto call = std::make_shared<const Call>(std::move(given));
    switch (call->row.operation) {
        case Operation::Create:
            break;
        case Operation::Retrieve:
            return retrieve(call, std::move(done));
        case Operation::Cancel:
            return cancel(call, std::move(done));
        case Operation::Confirm:
            return confirm(call, std::move(done));
        case Operation::Refund:
            return refund(call, std::move(done));
        case Operation::RetrieveRefund:
            return retrieveRefund(call, std::move(done));
        case Operation::Capture:
            return make(call, std::move(done));
    }
    if (!stripe::isToken(call->row.payload)) {
        return done(answerOf(AnswerKind::Refused, "no such reader"));
    }
    if (!mustLookFirst(*call)) return make(call, std::move(done));
    findAttempt(call, [this, call, done = std::move(done)](LookUp seen) {
        if (seen.certain) return seen.answer ? done(std::move(*seen.answer)) : make(call, done);
        done(answerOf(AnswerKind::Unknown, seen.evidence));
    });
}

// A refusal that does not show the object is looked at: what does the object say now?
void StripeCalls::make(const Shared& call, Done done) {
    calls_.start(requests_.of(*call), [this, call, done = std::move(done)](const HttpAnswer& http) {
        auto read = readStripeAnswer(call->row.operation, http);
        const bool blind = read.kind == AnswerKind::Refused && read.object == ObjectState::None &&
                           !call->row.objectId.empty();
        if (!blind) return done(std::move(read));
        look(call, std::move(read), done);
    });
}

void StripeCalls::look(const Shared& call, ProviderAnswer first, Done done) {
    calls_.start(
        requests_.intent(call->row.objectId),
        [first = std::move(first), done = std::move(done)](const HttpAnswer& http) {
            auto seen = readStripeAnswer(Operation::Retrieve, http);
            if (seen.kind == AnswerKind::Definitive) {
                seen.kind = first.kind;
                // A reader at rest says less than the card's own refusal.
                const bool rests =
                    first.declineReason == "reader_idle" && !seen.declineReason.empty();
                const bool says = !first.declineReason.empty() && isOpen(seen.object) && !rests;
                if (says) seen.declineReason = first.declineReason;
                seen.evidence = stripe::asEvidence(first.evidence + "; then " + seen.evidence);
                seen.refund = first.refund;
                seen.refundObjectId = first.refundObjectId;
            }
            done(std::move(seen));
        });
}

// An intent that a reader has says that it waits for a card; only the reader knows whether one is
// asked for.
void StripeCalls::retrieve(const Shared& call, Done done) {
    calls_.start(requests_.intent(call->row.objectId), [this, call, done = std::move(done)](
                                                           const HttpAnswer& http) {
        auto seen = readStripeAnswer(Operation::Retrieve, http);
        const std::string reader = readers_ ? readStripeReaderOf(http) : std::string();
        const bool ask =
            !reader.empty() && seen.kind == AnswerKind::Definitive && isOpen(seen.object);
        if (!ask) return done(std::move(seen));
        calls_.start(requests_.reader(reader), [seen, done](const HttpAnswer& answer) mutable {
            const auto at = readStripeReader(answer);
            const bool gone = answer.status == 404;
            if (at.action == StripeReader::Action::Unknown && !gone) {
                return done(answerOf(AnswerKind::Unknown, "reader: " + at.failure));
            }
            if (isBusyWith(at, seen.objectId)) {
                seen.object = ObjectState::RequiresAction;
                seen.declineReason.clear();  // Another card is being read.
                seen.evidence = stripe::asEvidence(seen.evidence + "; at the reader");
            } else if (seen.declineReason.empty()) {
                seen.declineReason = whyNotAsked(at, seen.objectId);
            }
            done(std::move(seen));
        });
    });
}

void StripeCalls::confirm(const Shared& call, Done done) {
    const std::string& reader = call->row.payload;
    if (!readers_ || reader.empty() || !stripe::isToken(reader)) {
        auto refused = answerOf(AnswerKind::Refused, "no such reader");
        refused.declineReason = "reader_unknown";
        return look(call, std::move(refused), std::move(done));
    }
    calls_.start(requests_.noteReader(*call, reader),
                 [this, call, done = std::move(done)](const HttpAnswer& http) {
                     auto noted = readStripeAnswer(Operation::Retrieve, http);
                     const bool open = noted.kind == AnswerKind::Definitive && isOpen(noted.object);
                     if (open) return process(call, done);
                     if (noted.kind != AnswerKind::Refused) return done(std::move(noted));
                     look(call, std::move(noted), done);
                 });
}

// Where the reader does not take the note only its webhooks tell nothing.
void StripeCalls::process(const Shared& call, Done done) {
    calls_.start(requests_.noteAttempt(*call, call->row.payload),
                 [this, call, done = std::move(done)](const HttpAnswer&) {
                     calls_.start(requests_.of(*call), [this, call, done](const HttpAnswer& http) {
                         processed(call, http, done);
                     });
                 });
}

// "No such reader" is not "no such intent", and a reader that is busy may be busy with this very
// payment since an earlier try: only a look tells.
void StripeCalls::processed(const Shared& call, const HttpAnswer& http, Done done) {
    const auto at = readStripeReader(http);
    if (isBusyWith(at, call->row.objectId)) return done(atTheReader(*call));
    const bool refused = http.status == 400 || http.status == 402 || http.status == 404;
    const bool settled =
        at.action == StripeReader::Action::Succeeded || at.action == StripeReader::Action::Failed;
    if (!refused && !settled) return done(answerOf(AnswerKind::Unknown, "reader: " + at.failure));
    auto first =
        answerOf(refused ? AnswerKind::Refused : AnswerKind::Definitive, "reader: " + at.failure);
    first.declineReason = whyNotAsked(at, call->row.objectId);
    if (!refused) return look(call, std::move(first), std::move(done));
    calls_.start(requests_.reader(call->row.payload),
                 [this, call, first, done = std::move(done)](const HttpAnswer& said) {
                     const bool ours = isBusyWith(readStripeReader(said), call->row.objectId);
                     return ours ? done(atTheReader(*call)) : look(call, first, done);
                 });
}

// A card that is presented while the intent is cancelled is authorized or not, and the cancel that
// follows voids it. The intent itself is not looked at: what such a look showed would have to be
// decided upon. Another payment that the reader began in between would have to be begun again.
void StripeCalls::cancel(const Shared& call, Done done) {
    const std::string& reader = call->row.payload;
    if (!readers_ || reader.empty() || !stripe::isToken(reader)) return make(call, std::move(done));
    calls_.start(requests_.reader(reader),
                 [this, call, done = std::move(done)](const HttpAnswer& said) {
                     if (!isBusyWith(readStripeReader(said), call->row.objectId)) {
                         return make(call, done);
                     }
                     calls_.start(requests_.cancelAction(call->row.payload),
                                  [this, call, done](const HttpAnswer&) { make(call, done); });
                 });
}

// Without a refund's id the answer is about the payment; with one about the refund alone.
void StripeCalls::refund(const Shared& call, Done done) {
    if (!call->row.refund) {
        calls_.start(requests_.of(*call),
                     [this, call, done = std::move(done)](const HttpAnswer& http) {
                         auto read = readStripeAnswer(Operation::Refund, http);
                         if (read.kind == AnswerKind::Unknown) return done(std::move(read));
                         look(call, std::move(read), done);
                     });
        return;
    }
    const auto create = [this, call](Done then) {
        calls_.start(requests_.of(*call), [then = std::move(then)](const HttpAnswer& http) {
            auto read = readStripeAnswer(Operation::Refund, http);
            ProviderAnswer answer = answerOf(read.kind, read.evidence);
            answer.refund =
                read.kind == AnswerKind::Refused ? engine::RefundStanding::Failed : read.refund;
            answer.refundObjectId = read.refundObjectId;
            answer.notFound = read.notFound;
            then(std::move(answer));
        });
    };
    if (!mustLookFirst(*call)) return create(std::move(done));
    findRefund(call, call->row.objectId, {}, kStripeLookPages,
               [create, done = std::move(done)](LookUp seen) {
                   if (!seen.certain) return done(answerOf(AnswerKind::Unknown, seen.evidence));
                   if (seen.answer) return done(std::move(*seen.answer));
                   create(done);
               });
}

// By its id; by the list of the payment's refunds where none is known, or where the one that is
// known failed in an earlier try.
void StripeCalls::retrieveRefund(const Shared& call, Done done) {
    const std::string& object = call->row.objectId;
    if (object.starts_with("pi_")) return searchRefund(call, object, std::move(done));
    if (object.empty()) {
        findAttempt(call, [this, call, done = std::move(done)](LookUp seen) {
            const bool found = seen.certain && seen.answer;
            if (found) return searchRefund(call, seen.answer->objectId, done);
            done(answerOf(AnswerKind::Unknown, "no payment found; " + seen.evidence));
        });
        return;
    }
    calls_.start(requests_.of(*call), [this, call, done = std::move(done)](const HttpAnswer& http) {
        auto read = readStripeAnswer(Operation::RetrieveRefund, http);
        const auto origin = readStripeRefundOrigin(http);
        const bool earlier = read.refund == engine::RefundStanding::Failed &&
                             origin.attemptTry != 0 && origin.attemptTry < call->row.attemptTry;
        if (!earlier || origin.intent.empty()) return done(asSeen(std::move(read)));
        searchRefund(call, origin.intent, done);
    });
}

void StripeCalls::searchRefund(const Shared& call, const std::string& intent, Done done) {
    findRefund(call, intent, {}, kStripeLookPages, [done = std::move(done)](LookUp seen) {
        if (!seen.certain) return done(answerOf(AnswerKind::Unknown, seen.evidence));
        if (seen.answer) return done(asSeen(std::move(*seen.answer)));
        done(answerOf(AnswerKind::Definitive, "no such refund"));
    });
}

void StripeCalls::list(const ListQuery& query, std::function<void(Result<ListPage>)> done) {
    calls_.start(requests_.list(query),
                 [what = query.what, done = std::move(done)](const HttpAnswer& http) {
                     done(readStripeList(what, http));
                 });
}

}  // namespace tessera::payments
