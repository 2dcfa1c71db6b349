// SPDX-License-Identifier: Apache-2.0
// Stripe's JSON for the sandbox's objects, errors and events, and the ledger's form of them.
//
// Pure functions. The shape is that of Stripe's published OpenAPI description of kApiVersion.
#pragma once

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/paysim/model.h"

namespace tessera::paysim {

using Json = nlohmann::ordered_json;

// One member of an object that is written out.
struct Field {
    std::string_view name;
    mutable Json value;  // Taken out by whoever makes the object of it.
};
// The object of these, in their order. Each name once: nothing is searched, and no member is copied
// when the object grows.
Json objectWith(std::initializer_list<Field> fields);

inline constexpr const char* kApiVersion = "2024-04-10";

// What "expand[]" asks for of a payment intent.
struct Expand {
    bool charge = false;
    std::optional<std::vector<Refund>> refunds;  // Of the charge, newest first.
};

Json renderIntent(const Intent& intent, const Expand& expand);
// REQUIRES: intent.charge
Json renderCharge(const Intent& intent);
Json renderCharge(const Intent& intent, const Charge& charge);
Json renderRefund(const Refund& refund);
Json renderReader(const Reader& reader);
Json renderList(std::string_view url, Json data, bool hasMore);

struct EventFacts {
    std::string id;
    std::string type;
    std::int64_t created = 0;
    std::string idempotencyKey;
    bool pending = false;  // A webhook is still to be taken.
};
Json renderEvent(const EventFacts& facts, Json object);

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
Json snapshotOf(const Reader& reader);
std::optional<Reader> readerFrom(const Json& snapshot);

}  // namespace tessera::paysim
