// SPDX-License-Identifier: Apache-2.0
// Notification items with their HMAC, and what the ledger keeps of payments and modifications.
//
// Pure and deterministic: times come with the call.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tools/paysim/adyen_operations.h"

namespace tessera::paysim {

// A NotificationRequestItem, signed. `hmacKey`: the key's bytes; empty: unsigned.
Json renderNotice(const AdyenNotice& notice, std::string_view merchantAccount,
                  std::string_view hmacKey, std::int64_t nowMillis);

// Base64 of the HMAC-SHA256 over pspReference:originalReference:merchantAccountCode:
// merchantReference:value:currency:eventCode:success, nothing escaped.
std::string signAdyenItem(const Json& item, std::string_view hmacKey);

// {"live", "notificationItems": [{"NotificationRequestItem"}...]}. `items` are rendered already.
std::string adyenNotification(const std::vector<std::string>& items);

Json snapshotOf(const AdyenPayment& payment);
std::optional<AdyenPayment> adyenPaymentFrom(const Json& snapshot);
Json snapshotOf(const AdyenModification& modification);
std::optional<AdyenModification> adyenModificationFrom(const Json& snapshot);

}  // namespace tessera::paysim
