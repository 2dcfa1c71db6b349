// SPDX-License-Identifier: Apache-2.0
// The sandbox's state and rules: calls in, Stripe's answers out, every change in the ledger first.
//
// Thread-safe (one lock: a call is some microseconds). A change is written to the ledger together
// with its events and the answer to its Idempotency-Key before it counts, so a restart finds all or
// nothing. Bounded: intentsMax, refundsMax and keysMax, and what follows from them; beyond, calls
// are refused and nothing is forgotten.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <set>
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
    std::size_t readersMax = 1'000;
    std::int64_t keyWindowMillis = Idempotency::kWindowMillis;
    std::int64_t authorizeSeconds = 7 * 24 * 3600;
    std::int64_t refundMillis = 500;
    // Wall clock in microseconds since 1970.
    std::function<std::int64_t()> nowMicros;
    // An event for the webhook; called under the lock, in order: must only queue.
    std::function<void(std::string id, std::string body)> onEvent;
    // Which types the webhook is for, as an endpoint of Stripe's has them; empty: all.
    std::set<std::string, std::less<>> enabledEvents{};
    // A line of the ledger with "provider": another side's. False: it cannot be read.
    std::function<bool(std::string_view line)> onForeignLine;
};

// A call, authenticated as far as its key goes.
struct Call {
    bool post = false;
    std::vector<std::string> path;  // {"v1", "payment_intents", "pi_…", "confirm"}
    http::Form form;                // Of the body, or of the query where it is a GET.
    bool publishable = false;       // Then only with the intent's client_secret.
    std::string idempotencyKey;
    // Planted faults: the answer is 500…
    bool failWith500 = false;
    bool failAfter = false;    // …after the call took effect.
    bool answerLost = false;   // Nobody will see the answer.
    bool webhookLost = false;  // Nor the events, but in the list of them.
    std::int64_t lateAuthorizationMillis = 0;
    std::optional<RefundCourse> refundCourse;
};

class Sandbox {
public:
    // Opens the ledger and restores what it holds.
    static Result<std::unique_ptr<Sandbox>> open(SandboxOptions options);

    // `keyHeld` says whether the key must be release()d when the answer has left.
    Answer perform(const Call& call, bool& keyHeld);
    void release(const std::string& idempotencyKey);

    // From now on `wake` is asked to call settleDue() after so many milliseconds. Called under the
    // lock: must only schedule.
    void wakeBy(std::function<void(std::int64_t afterMillis)> wake);
    // Does what is due by now: answers of banks, authorizations that run out, refunds.
    void settleDue();

    // Gives every event that no webhook has taken yet to onEvent, oldest first.
    void sendPending();
    // What became of an event's webhook: "delivered", "given_up" or "lost".
    void noteWebhook(const std::string& event, std::string_view outcome);
    // The ordinals of the events of that type; empty: of all.
    std::vector<std::size_t> eventsOf(std::string_view type) const;
    // The event of that ordinal as it was sent first; empty where it cannot be read.
    std::string eventBody(std::size_t ordinal) const;

    struct Counts {
        std::size_t intents = 0;
        std::size_t refunds = 0;
        std::size_t keys = 0;
        std::size_t events = 0;
        std::size_t pendingEvents = 0;
        std::uint64_t ledgerLines = 0;
    };
    Counts counts() const;
    Ledger& ledger() { return *ledger_; }

private:
    struct ChargeRow {
        Charge charge;
        const Intent* intent = nullptr;
        std::int64_t created = 0;
        std::uint64_t ordinal = 0;
    };
    // The body is in the ledger's line, `length` bytes from `offset`.
    struct EventRow {
        std::string id;
        std::string type;
        std::int64_t created = 0;
        std::uint64_t ordinal = 0;
        std::int64_t offset = 0;
        std::size_t length = 0;
        bool pending = false;
        std::string body;  // Until it was sent.
    };
    // What one call adds to the ledger and then to the state.
    struct Batch {
        Effect effect;
        std::string lines;
        std::vector<EventRow> events;  // Their offsets count from the batch's begin.
    };
    template <class Row>
    using Rows = std::vector<std::unique_ptr<Row>>;  // In order of creation: index is ordinal.

    explicit Sandbox(SandboxOptions options);

    // sandbox_replay.cpp: lines of the ledger, and the state from them.
    bool replayLine(std::string_view line);
    bool replayKnown(const Json& line, std::int64_t offset, std::size_t length);
    bool replayState(const Json& line);
    void restoreIntent(Intent intent);
    void restoreCharge(const Intent& intent);
    void restoreRefund(Refund refund);
    void restoreReader(Reader reader);
    void restoreEvent(EventRow row);
    Json lineOf(std::string_view type);
    void writeEffect(Batch& batch);
    void writeEvents(Batch& batch, const Call& call);
    void writeAnswer(Batch& batch, const Call& call, const std::string& fingerprint,
                     const Answer& answer);
    void writeShown(Batch& batch, const Call& call, std::string_view intent, std::string_view id,
                    std::string_view status);

    // sandbox_calls.cpp: which call does what.
    Answer execute(const Call& call, Batch& batch);
    Answer executeIntents(const Call& call, Batch& batch);
    Answer executeIntent(const Call& call, const Intent& intent, Batch& batch);
    Answer executeRefunds(const Call& call, Batch& batch);
    Answer executeRefund(const Call& call, const Refund& refund, std::string_view verb,
                         Batch& batch);
    Answer makeRefund(const Call& call, Batch& batch);
    Answer executeReaders(const Call& call, Batch& batch);
    Answer executeReader(const Call& call, const Reader& reader, Batch& batch);
    Effect readerEffect(const Call& call, const Reader& reader, std::string_view verb) const;
    Answer executeHelpers(const Call& call, Batch& batch);
    std::optional<ApiError> forbids(const Call& call, const Intent* intent) const;
    Json show(const Intent& intent, const http::Form& form, const std::string& prefix = {}) const;

    // sandbox_lists.cpp: pages, and what is only read.
    Answer listIntents(const http::Form& form);
    Answer searchIntents(const Call& call, Batch& batch);
    Answer listRefunds(const http::Form& form);
    Answer listReaders(const http::Form& form);
    Answer readCharges(const Call& call);
    Answer readEvents(const Call& call);
    Json eventJson(const EventRow& row) const;

    Answer refuseKey(KeyState state, const std::string& key) const;
    bool isFull(const Effect& effect) const;
    void admit(Batch& batch, const Call& call, Answer& answer);
    bool commit(Batch batch);
    void settleLocked();
    void schedule();
    std::int64_t nowMillis() const { return options_.nowMicros() / 1000; }
    CallContext context(const Call& call) const;

    SandboxOptions options_;
    std::unique_ptr<Ledger> ledger_;
    mutable std::mutex mutex_;
    Rows<Intent> intents_;
    std::unordered_map<std::string, Intent*> intentById_;
    Rows<ChargeRow> charges_;
    std::unordered_map<std::string, ChargeRow*> chargeById_;
    Rows<Refund> refunds_;
    std::unordered_map<std::string, Refund*> refundById_;
    std::unordered_map<std::string, std::vector<Refund*>> refundsByCharge_;
    Rows<Reader> readers_;
    std::unordered_map<std::string, Reader*> readerById_;
    Rows<EventRow> events_;
    std::unordered_map<std::string, EventRow*> eventById_;
    std::size_t pendingEvents_ = 0;
    std::set<std::pair<std::int64_t, std::string>> due_;  // What changes by itself, and when.
    std::function<void(std::int64_t)> wake_;
    std::int64_t wakeAtMillis_ = INT64_MAX;
    Idempotency keys_;
    std::uint64_t seq_ = 0;
    std::int64_t replayed_ = 0;  // Bytes of the ledger, while it is replayed.
};

}  // namespace tessera::paysim
