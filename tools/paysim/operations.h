// SPDX-License-Identifier: Apache-2.0
// The life of payment intents, refunds and readers, as pure functions: an object and a form in,
// what becomes of it out.
//
// Deterministic: ids and the time come with the call. An Effect with an error and `changed` is a
// refusal that leaves a trace (a decline); without `changed` nothing happened.
#pragma once

#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "shared/http/uri.h"
#include "tools/paysim/render.h"

namespace tessera::paysim {

// Money that moved, for the ledger: authorize, capture, void or refund. A refund that had succeeded
// and failed later is a movement back: below zero.
struct Movement {
    std::string_view kind;
    std::int64_t amount = 0;
};

struct Effect {
    Intent intent;  // Without an id where none was touched.
    std::optional<Refund> refund;
    std::optional<Reader> reader;
    std::vector<Movement> movements;
    // Types; the object follows from the type.
    std::vector<std::string_view> events;
    std::optional<ApiError> error;
    bool changed = false;
    bool expired = false;  // An authorization ran out.
};

// Fresh ids for one call, with their prefixes ("pi_…").
struct CallIds {
    std::string intent;
    std::string secret;
    std::string charge;
    std::string refund;
    std::string reader;
};

struct CallContext {
    std::int64_t nowMillis = 0;
    CallIds ids;
    std::int64_t authorizeSeconds = 7 * 24 * 3600;
    std::int64_t refundMillis = 500;  // From a refund's first state to its next.
    // Planted in this call.
    std::int64_t lateAuthorizationMillis = 0;
    std::optional<RefundCourse> refundCourse;
};

Effect createIntent(const http::Form& form, const CallContext& context);
Effect updateIntent(Intent intent, const http::Form& form);
Effect confirmIntent(Intent intent, const http::Form& form, const CallContext& context);
// The buyer did, or failed, what requires_action asked for ("outcome" is success or failure).
Effect completeAction(Intent intent, const http::Form& form, const CallContext& context);
// The bank's answer to a payment in processing. REQUIRES: that status.
Effect settleProcessing(Intent intent, const CallContext& context);
// An authorization that was not captured in time. REQUIRES: requires_capture.
Effect expireAuthorization(Intent intent, const CallContext& context);
Effect cancelIntent(Intent intent, const http::Form& form, const CallContext& context);
Effect captureIntent(Intent intent, const http::Form& form, const CallContext& context);

// When the intent changes by itself, in milliseconds since 1970; 0: never.
std::int64_t dueAt(const Intent& intent);

Effect createRefund(Intent intent, const http::Form& form, const CallContext& context);
Effect updateRefund(Intent intent, Refund refund, const http::Form& form);
// Stripe cancels refunds that wait for an action; here those that are pending, too.
Effect cancelRefund(Intent intent, Refund refund);
// What the refund becomes at its time, or `next` where that is given.
Effect settleRefund(Intent intent, Refund refund);

Effect createReader(const http::Form& form, const CallContext& context);
Effect updateReader(Reader reader, const http::Form& form);
Effect processOnReader(Reader reader, const Intent& intent);
// Its metadata say paysim_status=offline: it is asked for nothing then.
bool isOffline(const Reader& reader);
Effect cancelOnReader(Reader reader);
// A simulated tap: the payment is confirmed with the card of "card_present[number]".
Effect presentOnReader(Reader reader, const Intent& intent, const http::Form& form,
                       const CallContext& context);
Effect timeoutOnReader(Reader reader);

// Errors that several places answer.
ApiError missingParameter(std::string_view name);
ApiError invalidParameter(std::string_view name, std::string message);
ApiError noSuch(std::string_view kind, std::string_view id, std::string_view parameter);
Effect refused(ApiError error);
Effect unexpectedState(const Intent& intent, std::string_view verb);

// At most `bytes` of the text, and no half characters.
std::string clipped(std::string_view text, std::size_t bytes);

// metadata[key]=value into `out`, bounded as Stripe bounds it (50 keys, 40 and 500 bytes). An empty
// value takes its key away, an empty "metadata" takes all.
std::optional<ApiError> readMetadata(const http::Form& form, Metadata& out);
// A whole number from `low` to `high`; the error names the parameter.
tl::expected<std::int64_t, ApiError> readInteger(const http::Form& form, std::string_view name,
                                                 std::int64_t low, std::int64_t high);

inline constexpr std::int64_t kAmountMax = 99'999'999;  // Stripe's eight digits.

}  // namespace tessera::paysim
