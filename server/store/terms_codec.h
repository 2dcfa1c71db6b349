// SPDX-License-Identifier: Apache-2.0
// Terms, quotes and adjustments of prices as the JSON that the database keeps.
//
// Pure. A value that decodes is equal to the one that was encoded. Decoding refuses what no encoder
// wrote: a missing key, another type, a number out of range.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/engine/pricing.h"
#include "server/engine/terms.h"
#include "shared/base/result.h"

namespace tessera::store {

std::string encodeTerms(const engine::EventTerms& terms);
Result<engine::EventTerms> decodeTerms(std::string_view json);

// The member `disruption` of terms that have one.
Result<engine::Disruption> decodeDisruption(std::string_view json);

std::string encodeQuote(const engine::Quote& quote);
Result<engine::Quote> decodeQuote(std::string_view json);

// An object whose `list` has one object each: kind, price, reason, seats (numbers).
std::string encodeAdjustments(const std::vector<engine::PriceAdjustment>& adjustments);
Result<std::vector<engine::PriceAdjustment>> decodeAdjustments(std::string_view json);

}  // namespace tessera::store
