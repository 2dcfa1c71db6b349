// SPDX-License-Identifier: Apache-2.0
// What is Adyen's own in JSON. Pure functions.
#pragma once

#include <algorithm>
#include <string>

#include "server/payments/foreign_json.h"

namespace tessera::payments::adyen {

inline constexpr std::size_t kReasonBytesMax = 256;
inline constexpr std::size_t kPspBytesMax = 64;

using payments::asEvidence;
using payments::member;
using payments::text;

// pspReferences are letters and digits: anything else does not go into a URL.
inline bool isPsp(const std::string& text) {
    return !text.empty() && text.size() <= kPspBytesMax &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
           });
}

}  // namespace tessera::payments::adyen
