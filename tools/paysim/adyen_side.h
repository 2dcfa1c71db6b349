// SPDX-License-Identifier: Apache-2.0
// The Adyen side of the process: its options, and its parts wired together. It is there only where
// a merchant account is named.
//
// Calls, under /v71 or /v72, JSON with X-API-Key: POST /payments, /payments/details,
// /payments/{pspReference}/captures, …/cancels, …/refunds, …/reversals, and /cancels by our own
// reference. The sandbox's own: GET /sandbox/adyen/bank/{token} (?answer=no) is the bank's page,
// GET /sandbox/adyen/stats, POST /sandbox/adyen/notifications/replay?seed=N (every one, twice,
// shuffled). The merchant account captures by hand only. Cards, in encryptedCardNumber: "test_"
// with Adyen's test numbers, or "sandbox_" with authorised, refused, error, redirect,
// redirectCloses_<ms>, pending_<ms>, pendingRefused_<ms>, received_<ms>, receivedRefused_<ms>,
// captureFails, captureFailsLater, refundFails, refundFailsLater, refundReversed; holderName asks
// for refusals.
//
// Notifications: AUTHORISATION, OFFER_CLOSED, CAPTURE, CAPTURE_FAILED, CANCELLATION,
// TECHNICAL_CANCEL (of /cancels), REFUND, REFUND_FAILED, REFUNDED_REVERSED, CANCEL_OR_REFUND. One
// refused is sent again after 200 ms and then twice that, up to 30 s: Adyen's own pauses of minutes
// and hours are too long for a sandbox.
//
// In the ledger its lines have "provider":"adyen"; only those that moved money or changed a payment
// have `intent` and `amount`, which is less than 0 where a capture or refund was taken back. An
// "event" is a modification that was received or refused, or a notification; "webhook" says that
// one was taken.
//
// Not deterministic: clock, threads and sockets. handle() is thread-safe. Owns its sandbox and
// notifier; refers to the Scheduler, the FaultTable and the Ledger, which must outlive it.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "tools/paysim/adyen_api.h"

namespace tessera::paysim {

struct AdyenFlags {
    std::string merchantAccount;
    std::string apiKeyFile;
    std::string hmacKeyFile;
    std::string webhookUrl;
    std::string delay = "5-50";
    std::size_t batch = 1;
    double duplicate = 0;
    double reorder = 0;
    std::uint64_t seed = 1;
};

void describeAdyenFlags(CLI::App& app, AdyenFlags& flags);

class AdyenSide {
public:
    // Nothing where no merchant account is named.
    static Result<std::unique_ptr<AdyenSide>> make(const AdyenFlags& flags, Latency latency,
                                                   Scheduler& scheduler, FaultTable& faults);
    ~AdyenSide();

    // Lines of the ledger that are not the Stripe side's.
    bool replay(std::string_view line);
    void start(Ledger& ledger);
    void stop();
    void handle(const http::Request& request, http::Responder responder);

private:
    AdyenSide() = default;

    std::unique_ptr<AdyenSandbox> sandbox_;
    std::unique_ptr<AdyenNotifier> notifier_;
    std::unique_ptr<AdyenApi> api_;
};

}  // namespace tessera::paysim
