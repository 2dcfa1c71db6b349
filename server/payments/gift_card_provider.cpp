// SPDX-License-Identifier: Apache-2.0
#include "server/payments/gift_card_provider.h"

#include <atomic>
#include <utility>

#include "server/runtime/thread_pool.h"

namespace tessera::payments {
namespace {

using engine::AnswerKind;
using engine::ObjectState;
using engine::Operation;
using engine::ProviderAnswer;
using engine::RefundStanding;
using store::GiftCardEntryKind;
using store::GiftCardOutcome;
using store::GiftCardStanding;

constexpr std::size_t kCardIdBytes = 13;
constexpr std::int64_t kKeptSeconds = std::int64_t{100} * 365 * 24 * 3600;  // Keys are for ever.

ProviderAnswer unknownBecause(std::string evidence) {
    ProviderAnswer answer;
    answer.evidence = std::move(evidence);
    return answer;
}

// An object is what one attempt has on one card.
std::string objectIdOf(const store::GiftCardMove& move) {
    return encodePublicId(move.card.value) + "-" + encodePublicId(move.event, move.attempt.value);
}

ObjectState stateOf(const GiftCardStanding& standing) {
    if (standing.captured.minor > 0) return ObjectState::Succeeded;
    if (standing.released) return ObjectState::Canceled;
    return standing.held ? ObjectState::RequiresCapture : ObjectState::None;
}

const char* wordOf(GiftCardOutcome outcome) {
    switch (outcome) {
        case GiftCardOutcome::Done:
            return "done";
        case GiftCardOutcome::CardUnknown:
            return "no such card";
        case GiftCardOutcome::NothingHeld:
            return "nothing held";
        case GiftCardOutcome::OtherCurrency:
            return "other currency";
        case GiftCardOutcome::Expired:
            return "expired";
        case GiftCardOutcome::BalanceTooSmall:
            return "balance too small";
        case GiftCardOutcome::NotInThisState:
            return "not in this state";
    }
    return "";
}

ProviderAnswer paymentAnswer(const store::GiftCardMove& move, const GiftCardStanding& standing) {
    if (!standing.held && move.kind != GiftCardEntryKind::Held) {
        auto answer = unknownBecause(std::string("gift card: ") + wordOf(standing.outcome));
        answer.notFound = true;
        return answer;
    }
    ProviderAnswer answer;
    const bool done = standing.outcome == GiftCardOutcome::Done;
    answer.kind = done ? AnswerKind::Definitive : AnswerKind::Refused;
    answer.object = stateOf(standing);
    if (standing.held) answer.objectId = objectIdOf(move);
    answer.authorized = standing.authorized;
    answer.captured = standing.captured;
    answer.refunded = standing.refunded;
    answer.evidence = std::string("gift card: ") + wordOf(standing.outcome) + ", authorized " +
                      std::to_string(standing.authorized.minor) + " captured " +
                      std::to_string(standing.captured.minor) + " refunded " +
                      std::to_string(standing.refunded.minor);
    return answer;
}

ProviderAnswer refundAnswer(const store::GiftCardMove& move, const GiftCardStanding& standing,
                            Operation operation) {
    ProviderAnswer answer;
    const std::string object =
        objectIdOf(move) + "-" + encodePublicId(move.event, move.refund.value);
    answer.evidence = "gift card: refund " + object + " " + wordOf(standing.outcome);
    if (standing.refundDone) {
        answer.kind = AnswerKind::Definitive;
        answer.refund = RefundStanding::Succeeded;
        answer.refundObjectId = object;
    } else if (operation == Operation::RetrieveRefund) {
        answer.kind = AnswerKind::Definitive;
        answer.evidence += ", not there";
    } else {
        answer.kind = AnswerKind::Refused;
        answer.refund = RefundStanding::Failed;
    }
    return answer;
}

GiftCardEntryKind kindOf(Operation operation) {
    switch (operation) {
        case Operation::Create:
            return GiftCardEntryKind::Held;
        case Operation::Cancel:
            return GiftCardEntryKind::Released;
        case Operation::Capture:
            return GiftCardEntryKind::Captured;
        case Operation::Refund:
            return GiftCardEntryKind::Refunded;
        default:
            return GiftCardEntryKind::Issued;  // A look.
    }
}

// Of Create the payload names the card, of what follows the object.
store::GiftCardMove moveOf(const Call& call) {
    store::GiftCardMove move;
    const bool create = call.row.operation == Operation::Create;
    const std::string& from = create ? call.row.payload : call.row.objectId;
    move.kind = kindOf(call.row.operation);
    if (const auto id = decodePublicId(from.substr(0, kCardIdBytes))) move.card = GiftCardId{*id};
    move.key = call.idempotencyKey();
    move.event = call.event;
    move.attempt = call.row.attempt;
    move.refund = call.row.refund;
    move.amount = call.row.amount;
    move.currency = call.currency;
    return move;
}

class GiftCardProvider final : public Provider {
public:
    GiftCardProvider(store::GiftCards& cards, const runtime::MonotonicClock& monotonic,
                     GiftCardOptions options)
        : cards_(cards),
          pool_({.threads = options.threads, .queueMax = options.queueMax, .timersMax = 1},
                monotonic) {}
    ~GiftCardProvider() override { stop(); }

    std::string_view name() const override { return "gift_card"; }
    engine::ProviderKind kind() const override { return engine::ProviderKind::GiftCard; }
    Capabilities capabilities() const override {
        Capabilities can;
        can.lookUpByReference = true;
        can.webhookCarriesState = false;
        can.idempotency = IdempotencyKind::Reference;
        can.idempotencyWindow = Duration::ofSeconds(kKeptSeconds);
        return can;
    }
    std::string publishableKey() const override { return {}; }
    std::string confirmUrl(const std::string&) const override { return {}; }
    WebhookResult verifyWebhook(std::string_view, std::string_view, Instant) const override {
        return {};  // Nobody sends any.
    }

    void call(Call call, std::function<void(ProviderAnswer)> done) override {
        const auto shared = std::make_shared<decltype(done)>(std::move(done));
        const auto posted = pool_.post([this, shared, call = std::move(call)] {
            (*shared)(stopping_ ? unknownBecause("stopping") : ask(call));
        });
        if (posted != runtime::PostOutcome::Accepted) {
            (*shared)(unknownBecause(stopping_ ? "stopping" : "queue full"));
        }
    }

    void stop() override {
        stopping_ = true;
        pool_.stop();
    }

private:
    ProviderAnswer ask(const Call& call) {
        const auto operation = call.row.operation;
        const auto move = moveOf(call);
        const bool changes = move.kind != GiftCardEntryKind::Issued;
        if (changes && operation != Operation::Cancel && move.amount.minor <= 0) {
            auto refused = unknownBecause("gift card: no amount");
            refused.kind = AnswerKind::Refused;
            return refused;
        }
        const auto standing =
            changes ? cards_.move(move)
                    : cards_.standing(move.card, move.event, move.attempt, move.refund);
        if (!standing) return unknownBecause("gift card: " + standing.error().message);
        const bool aboutRefund = move.refund && (operation == Operation::Refund ||
                                                 operation == Operation::RetrieveRefund);
        return aboutRefund ? refundAnswer(move, *standing, operation)
                           : paymentAnswer(move, *standing);
    }

    store::GiftCards& cards_;
    std::atomic<bool> stopping_{false};
    runtime::ThreadPool pool_;
};

}  // namespace

std::shared_ptr<Provider> makeGiftCardProvider(store::GiftCards& cards,
                                               const runtime::MonotonicClock& monotonic,
                                               GiftCardOptions options) {
    return std::make_shared<GiftCardProvider>(cards, monotonic, options);
}

}  // namespace tessera::payments
