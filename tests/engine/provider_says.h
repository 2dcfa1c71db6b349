// SPDX-License-Identifier: Apache-2.0
// What a provider says of the object of an order of two seats, in a word for each. Constants.
#pragma once

#include "tests/engine/desk.h"

namespace tessera::engine {

inline constexpr Money kTotal{6000};
inline const ProviderAnswer kOpen = says(ObjectState::RequiresPaymentMethod);
inline const ProviderAnswer kAuthorized = says(ObjectState::RequiresCapture, kTotal);
inline const ProviderAnswer kCaptured = says(ObjectState::Succeeded, {}, kTotal);
inline const ProviderAnswer kCanceled = says(ObjectState::Canceled);

}  // namespace tessera::engine
