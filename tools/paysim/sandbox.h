// SPDX-License-Identifier: Apache-2.0
// The sandbox's state and rules: calls in, Stripe's answers out, every change in the ledger first.
//
// Thread-safe (one lock: a call is some microseconds). A change is written to the ledger together
// with the answer to its Idempotency-Key before it counts, so a restart finds both or neither.
// Bounded: intentsMax, refundsMax and keysMax; beyond, calls are refused and nothing is forgotten.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "shared/base/result.h"
#include "tools/paysim/idempotency.h"
#include "tools/paysim/ledger.h"
#include "tools/paysim/operations.h"

namespace tessera::paysim {

struct SandboxOptions {
    std::string ledgerPath;
    bool sync = false;
    std::size_t intentsMax = 1'000'000;
    std::size_t refundsMax = 1'000'000;
    std::size_t keysMax = 2'000'000;
    // Wall clock in milliseconds since 1970.
    std::function<std::int64_t()> nowMillis;
    // An event for the webhook; called under the lock, in order: must only queue.
    std::function<void(std::string body)> onEvent;
    // A payment went to processing; settle() is to be called after so many milliseconds.
    std::function<void(std::string intent, std::int64_t afterMillis)> onProcessing;
};

// A call, authenticated as far as its key goes.
struct Call {
    bool post = false;
    std::vector<std::string> path;  // {"v1", "payment_intents", "pi_…", "confirm"}
    http::Form form;                // Of the body, or of the query where it is a GET.
    bool publishable = false;       // Then only with the intent's client_secret.
    std::string idempotencyKey;
    bool failWith500 = false;  // A planted fault: the answer is 500…
    bool failAfter = false;    // …after the call took effect.
};

class Sandbox {
public:
    // Opens the ledger and restores what it holds.
    static Result<std::unique_ptr<Sandbox>> open(SandboxOptions options);

    // `keyHeld` says whether the key must be release()d when the answer has left.
    Answer perform(const Call& call, bool& keyHeld);
    void release(const std::string& idempotencyKey);
    // Does nothing unless the intent is in processing and due.
    void settle(const std::string& intent);

    struct Counts {
        std::size_t intents = 0;
        std::size_t refunds = 0;
        std::size_t keys = 0;
        std::uint64_t ledgerLines = 0;
    };
    Counts counts() const;

private:
    explicit Sandbox(SandboxOptions options);

    bool replayLine(std::string_view line);
    void restoreIntent(Intent intent);
    void restoreRefund(Refund refund);

    Answer execute(const Call& call, std::string& lines, Effect& effect);
    Answer executeIntents(const Call& call, Effect& effect);
    Answer executeIntent(const Call& call, const Intent& intent, Effect& effect);
    Answer executeRefunds(const Call& call, Effect& effect);
    Answer fetchCharge(const Call& call);
    Answer listIntents(const http::Form& form);
    Answer searchIntents(const http::Form& form);
    Answer listRefunds(const http::Form& form);
    const Intent* intentFor(const http::Form& form);
    std::optional<ApiError> forbids(const Call& call, const Intent* intent) const;
    Answer refuseKey(KeyState state, const std::string& key) const;

    std::string linesOf(const Effect& effect);
    std::string answerLine(const std::string& key, const std::string& fingerprint,
                           const Answer& answer);
    void commit(Effect effect, const std::string& idempotencyKey);
    void settleLocked(Intent& intent);
    void settleDue(const std::vector<std::string>& path);
    CallContext context();

    SandboxOptions options_;
    std::unique_ptr<Ledger> ledger_;
    mutable std::mutex mutex_;
    std::vector<std::unique_ptr<Intent>> intents_;  // In order of creation: index is ordinal.
    std::unordered_map<std::string, Intent*> intentById_;
    std::unordered_map<std::string, Intent*> intentByCharge_;
    std::vector<std::unique_ptr<Refund>> refunds_;
    std::unordered_map<std::string, Refund*> refundById_;
    Idempotency keys_;
    std::uint64_t seq_ = 0;
};

}  // namespace tessera::paysim
