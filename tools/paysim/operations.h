// SPDX-License-Identifier: Apache-2.0
// The life of a payment intent, as pure functions: an intent and a form in, what becomes of it out.
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

// Money that moved, for the ledger: authorize, capture, void or refund.
struct Movement {
    std::string_view kind;
    std::int64_t amount = 0;
};

struct Effect {
    Intent intent;
    std::optional<Refund> refund;
    std::vector<Movement> movements;
    std::vector<std::string_view> events;
    std::optional<ApiError> error;
    bool changed = false;
};

// Fresh ids for one call, with their prefixes ("pi_…").
struct CallIds {
    std::string intent;
    std::string secret;
    std::string charge;
    std::string refund;
};

struct CallContext {
    std::int64_t nowMillis = 0;
    CallIds ids;
};

Effect createIntent(const http::Form& form, const CallContext& context);
Effect confirmIntent(Intent intent, const http::Form& form, const CallContext& context);
// The buyer did, or failed, what requires_action asked for ("outcome" is success or failure).
Effect completeAction(Intent intent, const http::Form& form, const CallContext& context);
// The bank's answer to a payment in processing. REQUIRES: that status.
Effect settleProcessing(Intent intent, const CallContext& context);
Effect cancelIntent(Intent intent, const http::Form& form, const CallContext& context);
Effect captureIntent(Intent intent, const http::Form& form, const CallContext& context);
Effect createRefund(Intent intent, const http::Form& form, const CallContext& context);

// Errors that several places answer.
ApiError missingParameter(std::string_view name);
ApiError invalidParameter(std::string_view name, std::string message);
ApiError noSuch(std::string_view kind, std::string_view id, std::string_view parameter);

// At most `bytes` of the text, and no half characters.
std::string clipped(std::string_view text, std::size_t bytes);

// metadata[key]=value, bounded as Stripe bounds it (50 keys, 40 and 500 bytes).
std::optional<ApiError> readMetadata(const http::Form& form, Metadata& out);
// A whole number from `low` to `high`; the error names the parameter.
tl::expected<std::int64_t, ApiError> readInteger(const http::Form& form, std::string_view name,
                                                 std::int64_t low, std::int64_t high);

}  // namespace tessera::paysim
