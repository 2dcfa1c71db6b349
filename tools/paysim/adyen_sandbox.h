// SPDX-License-Identifier: Apache-2.0
// The Adyen side's state and rules: calls in, answers out, every change in the ledger first.
//
// Thread-safe (one lock: a call is some microseconds). A change is written together with the answer
// to its key and with the notifications that it causes, so a restart finds all of them or none.
// Delays are drawn from a seeded generator. Bounded: paymentsMax and keysMax; beyond, calls are
// refused and nothing is forgotten. Shares the ledger file with the Stripe side: its lines have
// "provider":"adyen". Refers to the Ledger, which must outlive it.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <random>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tools/paysim/adyen_keys.h"
#include "tools/paysim/adyen_operations.h"
#include "tools/paysim/faults.h"
#include "tools/paysim/ledger.h"

namespace tessera::paysim {

struct AdyenOptions {
    std::string merchantAccount;
    std::string hmacKey;  // Bytes; empty: notifications are not signed.
    Latency delay;        // Until a modification is decided, and until a notification leaves.
    std::uint64_t seed = 1;
    std::size_t paymentsMax = 1'000'000;
    std::size_t keysMax = 3'000'000;
    std::function<std::int64_t()> nowMillis;
    // A notification is to leave in so many milliseconds; called under the lock: must only queue.
    std::function<void(std::uint64_t id, std::string item, std::int64_t afterMillis)> onNotice;
    // settleDue() is to be called after so many milliseconds.
    std::function<void(std::int64_t afterMillis)> onDue;
};

struct AdyenCall {
    std::vector<std::string> path;  // After the version: {"payments", "…", "captures"}
    Json body;
    std::string request;  // Path and body as they came.
    std::string idempotencyKey;
    std::string baseUrl;                       // Of this sandbox, as the caller names it.
    std::int64_t lateAuthorizationMillis = 0;  // A fault; 0: none.
};

class AdyenSandbox {
public:
    explicit AdyenSandbox(AdyenOptions options);

    // A line of the ledger that has "provider":"adyen". False: it cannot be read.
    bool replay(const Json& line);
    // After the replay: what waits begins to. REQUIRES: called once, before perform().
    void start(Ledger& ledger);

    // `keyHeld` says whether the key must be release()d when the answer has left.
    Answer perform(const AdyenCall& call, bool& keyHeld);
    void release(const std::string& idempotencyKey);
    void settleDue();

    // The shopper at the bank's page. Returns where the shopper is sent; empty: no such redirect.
    std::string bankAnswers(const std::string& token, bool yes);

    // The receiver has answered 2xx.
    void taken(std::uint64_t notice);
    // Every notification ever, twice, in an order drawn from `seed`; onNotice gets them. How many.
    std::size_t sendAllAgain(std::uint64_t seed);

    Json stats() const;

private:
    struct Notice {
        std::string item;
        std::int64_t dueAtMillis = 0;
        bool taken = false;
    };

    AdyenOutcome execute(const AdyenCall& call);
    AdyenOutcome executePayments(const AdyenCall& call, const AdyenContext& context);
    AdyenContext context(const std::string& baseUrl);
    const AdyenPayment* latestOf(const std::string& reference) const;
    void settleDueLocked();
    AdyenEffect settleOne(const std::string& psp);

    std::string linesOf(const AdyenEffect& effect, std::vector<Notice>& notices);
    void commit(AdyenEffect effect, std::vector<Notice> notices);
    void keep(AdyenPayment payment);
    void keep(AdyenModification modification);
    void dueAt(std::int64_t millis, const std::string& psp);
    std::int64_t draw();

    const AdyenOptions options_;
    mutable std::mutex mutex_;
    Ledger* ledger_ = nullptr;
    std::mt19937_64 random_;
    std::unordered_map<std::string, AdyenPayment> payments_;
    std::unordered_map<std::string, AdyenModification> modifications_;
    std::unordered_map<std::string, std::vector<std::string>> byReference_;  // Oldest first.
    std::unordered_map<std::string, std::string> byToken_;
    std::multimap<std::int64_t, std::string> due_;  // pspReferences; may name what is settled.
    std::vector<Notice> notices_;                   // An id is an index.
    AdyenKeys keys_;
    std::size_t noticesTaken_ = 0;
};

}  // namespace tessera::paysim
