// SPDX-License-Identifier: Apache-2.0
// Reading JSON that somebody else wrote: a field that is missing or of another kind is its default.
// Pure.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace tessera::admin {

std::string textOf(const nlohmann::json& object, const char* name);
std::int32_t numberOf(const nlohmann::json& object, const char* name);
// An array; empty where there is none.
const nlohmann::json& listOf(const nlohmann::json& object, const char* name);

// For a path or a query: all but letters and digits.
std::string percentEncoded(std::string_view value);

}  // namespace tessera::admin
