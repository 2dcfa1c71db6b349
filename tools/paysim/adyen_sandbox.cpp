// SPDX-License-Identifier: Apache-2.0
// One call from its key to its commit, and what is due; the ledger's lines are in
// adyen_ledger.cpp.
#include "tools/paysim/adyen_sandbox.h"

#include <algorithm>

#include "shared/base/check.h"
#include "shared/http/uri.h"
#include "tools/paysim/random_id.h"

namespace tessera::paysim {
namespace {

constexpr std::string_view kInUse = "request already processed or in progress";

std::string randomPsp() {
    std::string psp = randomId("", 16);
    for (char& c : psp) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return psp;
}

Answer answerOf(const AdyenOutcome& outcome) {
    return {outcome.status, outcome.body.dump()};
}

std::optional<AdyenVerb> verbOf(std::string_view segment) {
    if (segment == "captures") return AdyenVerb::Capture;
    if (segment == "cancels") return AdyenVerb::Cancel;
    if (segment == "refunds") return AdyenVerb::Refund;
    if (segment == "reversals") return AdyenVerb::Reversal;
    return std::nullopt;
}

}  // namespace

AdyenSandbox::AdyenSandbox(AdyenOptions options)
    : options_(std::move(options)), random_(options_.seed), keys_(options_.keysMax) {}

std::int64_t AdyenSandbox::draw() {
    if (options_.delay.high <= options_.delay.low) return options_.delay.low;
    return std::uniform_int_distribution<std::int64_t>(options_.delay.low,
                                                       options_.delay.high)(random_);
}

AdyenContext AdyenSandbox::context(const std::string& baseUrl) {
    return {options_.nowMillis(), randomPsp(), randomId("", 40), baseUrl, draw(), 0};
}

Answer AdyenSandbox::perform(const AdyenCall& call, bool& keyHeld) {
    keyHeld = false;
    const std::lock_guard lock(mutex_);
    settleDueLocked();
    const std::string& key = call.idempotencyKey;
    if (!key.empty()) {
        Answer first;
        const KeyState state = keys_.begin(key, call.request, options_.nowMillis(), first);
        if (state == KeyState::Replay) return first;
        if (state == KeyState::InUse) {
            return answerOf(adyenError(422, "704", "validation", kInUse));
        }
        if (state != KeyState::New) {
            return answerOf(adyenError(503, "703", "internal", "The sandbox is full."));
        }
    }
    AdyenOutcome outcome = execute(call);
    // Who is not let in has not used the key.
    const bool kept = !key.empty() && outcome.status != 403 && outcome.status < 500;
    std::vector<Notice> notices;
    std::string lines = linesOf(outcome.effect, notices);
    Answer answer = answerOf(outcome);
    if (kept) {
        lines += Json{{"provider", "adyen"},
                      {"type", "answer"},
                      {"key", key},
                      {"at_ms", options_.nowMillis()},
                      {"http_status", answer.status},
                      {"body", answer.body}}
                     .dump() +
                 '\n';
    }
    if (!lines.empty() && !ledger_->append(lines)) {
        if (!key.empty()) keys_.abandon(key);
        return answerOf(adyenError(500, "703", "internal", "The ledger cannot be written."));
    }
    commit(std::move(outcome.effect), std::move(notices));
    if (kept) {
        keys_.finish(key, answer);
        keyHeld = true;
    } else if (!key.empty()) {
        keys_.abandon(key);
    }
    return answer;
}

void AdyenSandbox::release(const std::string& idempotencyKey) {
    const std::lock_guard lock(mutex_);
    keys_.release(idempotencyKey);
}

AdyenOutcome AdyenSandbox::execute(const AdyenCall& call) {
    const auto account = call.body.find("merchantAccount");
    const bool details = call.path.size() == 2 && call.path[1] == "details";
    if (!details && (account == call.body.end() || *account != options_.merchantAccount)) {
        return adyenError(403, "901", "security", "Invalid Merchant Account");
    }
    if (payments_.size() >= options_.paymentsMax ||
        modifications_.size() >= 4 * options_.paymentsMax) {
        return adyenError(503, "703", "internal", "The sandbox is full.");
    }
    AdyenContext with = context(call.baseUrl);
    with.lateMillis = call.lateAuthorizationMillis;
    if (call.path == std::vector<std::string>{"cancels"}) {
        return adyenCancelByReference(call.body, with);
    }
    if (call.path.empty() || call.path.front() != "payments") {
        return adyenError(404, "000", "internal", "Not found");
    }
    return executePayments(call, with);
}

AdyenOutcome AdyenSandbox::executePayments(const AdyenCall& call, const AdyenContext& with) {
    if (call.path.size() == 1) return adyenPay(call.body, with);
    if (call.path.size() == 2 && call.path[1] == "details") {
        std::string token;
        if (const auto details = call.body.find("details");
            details != call.body.end() && details->is_object()) {
            const auto result = details->find("redirectResult");
            if (result != details->end() && result->is_string()) token = *result;
        }
        const auto known = byToken_.find(token);
        if (known == byToken_.end()) {
            return adyenError(422, "702", "validation", "Invalid redirectResult");
        }
        return adyenDetails(payments_.at(known->second), with);
    }
    const auto verb = call.path.size() == 3 ? verbOf(call.path[2]) : std::nullopt;
    if (!verb) return adyenError(404, "000", "internal", "Not found");
    const auto payment = payments_.find(call.path[1]);
    if (payment == payments_.end()) {
        return adyenError(422, "167", "validation",
                          "Original pspReference required for this operation");
    }
    return adyenModify(*verb, payment->second, call.body, with);
}

// Of payments with one reference the youngest that was authorised, else the youngest.
const AdyenPayment* AdyenSandbox::latestOf(const std::string& reference) const {
    const auto found = byReference_.find(reference);
    if (found == byReference_.end()) return nullptr;
    const AdyenPayment* any = nullptr;
    for (auto psp = found->second.rbegin(); psp != found->second.rend(); ++psp) {
        const AdyenPayment& payment = payments_.at(*psp);
        if (payment.status == AdyenStatus::Authorised) return &payment;
        if (any == nullptr) any = &payment;
    }
    return any;
}

void AdyenSandbox::settleDue() {
    const std::lock_guard lock(mutex_);
    settleDueLocked();
}

void AdyenSandbox::settleDueLocked() {
    while (!due_.empty() && due_.begin()->first <= options_.nowMillis()) {
        const std::string psp = due_.begin()->second;
        AdyenEffect effect = settleOne(psp);
        std::vector<Notice> notices;
        const std::string lines = linesOf(effect, notices);
        // It stays due: the next call or timer tries again.
        if (!lines.empty() && !ledger_->append(lines)) return;
        due_.erase(due_.begin());
        commit(std::move(effect), std::move(notices));
    }
}

AdyenEffect AdyenSandbox::settleOne(const std::string& psp) {
    const std::int64_t at = due_.begin()->first;
    if (const auto payment = payments_.find(psp); payment != payments_.end()) {
        const bool waits = payment->second.status == AdyenStatus::Pending ||
                           payment->second.status == AdyenStatus::Redirected;
        if (!waits || payment->second.dueAtMillis != at) return {};
        return settle(payment->second, context({}));
    }
    const AdyenModification& modification = modifications_.at(psp);
    if (modification.dueAtMillis != at) return {};
    const AdyenPayment* about = nullptr;
    if (!modification.payment.empty()) {
        about = &payments_.at(modification.payment);
    } else {
        about = latestOf(modification.paymentReference);
    }
    return settle(modification, about, context({}));
}

std::string AdyenSandbox::bankAnswers(const std::string& token, bool yes) {
    const std::lock_guard lock(mutex_);
    const auto known = byToken_.find(token);
    if (known == byToken_.end()) return {};
    AdyenPayment payment = payments_.at(known->second);
    const std::string back = payment.returnUrl;
    const std::string target = back + (back.find('?') == std::string::npos ? '?' : '&') +
                               "redirectResult=" + http::percentEncode(token);
    if (payment.status != AdyenStatus::Redirected || payment.bankAnswered) return target;
    payment.bankAnswered = true;
    payment.bankSaysYes = yes;
    AdyenEffect effect;
    effect.payment = std::move(payment);
    std::vector<Notice> notices;
    if (!ledger_->append(linesOf(effect, notices))) return {};
    commit(std::move(effect), {});
    return target;
}

std::size_t AdyenSandbox::sendAllAgain(std::uint64_t seed) {
    const std::lock_guard lock(mutex_);
    std::vector<std::uint64_t> order;
    for (std::uint64_t id = 0; id < notices_.size(); ++id) order.insert(order.end(), 2, id);
    std::mt19937_64 random(seed);
    std::shuffle(order.begin(), order.end(), random);
    if (options_.onNotice) {
        for (const std::uint64_t id : order) options_.onNotice(id, notices_[id].item, 0);
    }
    return order.size();
}

Json AdyenSandbox::stats() const {
    const std::lock_guard lock(mutex_);
    return Json{{"payments", payments_.size()},
                {"modifications", modifications_.size()},
                {"idempotency_keys", keys_.size()},
                {"replays", keys_.replays()},
                {"keys_with_other_body", keys_.otherBodies()},
                {"notifications", notices_.size()},
                {"notifications_taken", noticesTaken_},
                {"due", due_.size()}};
}

}  // namespace tessera::paysim
