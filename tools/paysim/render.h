// SPDX-License-Identifier: Apache-2.0
// Stripe's JSON for the sandbox's objects, errors and events, and the ledger's form of them.
// Pure functions.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "tools/paysim/model.h"

namespace tessera::paysim {

using Json = nlohmann::ordered_json;

Json renderIntent(const Intent& intent, bool expandCharge);
Json renderCharge(const Intent& intent);  // REQUIRES: intent.charge
Json renderRefund(const Refund& refund);
Json renderList(std::string_view url, Json data, bool hasMore);
Json renderEvent(std::string_view id, std::string_view type, std::int64_t created, Json object,
                 std::string_view idempotencyKey);

// An error in Stripe's shape: what a call that does not succeed answers.
struct ApiError {
    int httpStatus = 400;
    std::string type = "invalid_request_error";
    std::string code;
    std::string message;
    std::string param;
    std::string declineCode;
    std::string charge;
    Json paymentIntent;  // Null where the error is about none.
};
Json renderError(const ApiError& error);

// The whole state of an object, for the ledger and back.
Json snapshotOf(const Intent& intent);
std::optional<Intent> intentFrom(const Json& snapshot);
Json snapshotOf(const Refund& refund);
std::optional<Refund> refundFrom(const Json& snapshot);

}  // namespace tessera::paysim
