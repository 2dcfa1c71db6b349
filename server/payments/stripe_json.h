// SPDX-License-Identifier: Apache-2.0
// What Stripe's JSON says, read with suspicion: a member that is missing or of another type is
// none.
//
// Pure. Internal to the Stripe adapter.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "server/engine/provider_answer.h"
#include "server/payments/foreign_json.h"
#include "shared/base/ids.h"

namespace tessera::payments::stripe {

using nlohmann::json;

inline constexpr std::size_t kObjectIdBytesMax = 128;

using payments::asEvidence;
using payments::isLast4;
using payments::member;
using payments::text;

std::int64_t number(const json& value);   // 0 for what is no whole number.
std::int64_t seconds(const json& value);  // 0 outside the years 1970 to 9999.
bool isToken(const std::string& text);    // Letters, digits, '_' and '-': fit for a URL.
// An id, or the id of what was expanded; "" unless it is fit for a URL.
std::string idOf(const json& value);

// What we wrote on an object.
std::optional<EventScopedId> attemptOn(const json& object);
std::optional<EventScopedId> refundOn(const json& object);
std::string readerOn(const json& object);

// Nothing if `intent` is not one, or has a state or an amount that cannot be. kind and evidence are
// not set.
std::optional<engine::ProviderAnswer> readIntent(const json& intent);
// Definitive, Accepted or Refused by the refund's status; nothing if it is no refund.
std::optional<engine::ProviderAnswer> readRefund(const json& refund);

}  // namespace tessera::payments::stripe
