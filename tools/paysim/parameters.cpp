// SPDX-License-Identifier: Apache-2.0
// Reading parameters of a call, and what is said about bad ones.
#include <algorithm>
#include <charconv>

#include "tools/paysim/operations.h"

namespace tessera::paysim {

std::string clipped(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return std::string(text);
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
    return std::string(text.substr(0, bytes));
}

ApiError missingParameter(std::string_view name) {
    ApiError error;
    error.code = "parameter_missing";
    error.param = name;
    error.message = "Missing required param: " + std::string(name) + ".";
    return error;
}

ApiError invalidParameter(std::string_view name, std::string message) {
    ApiError error;
    error.code = "parameter_invalid";
    error.param = name;
    error.message = std::move(message);
    return error;
}

ApiError noSuch(std::string_view kind, std::string_view id, std::string_view parameter) {
    ApiError error;
    error.httpStatus = parameter == "payment_method" ? 400 : 404;
    error.code = "resource_missing";
    error.param = parameter;
    error.message = "No such " + std::string(kind) + ": '" + clipped(id, 80) + "'";
    return error;
}

Effect refused(ApiError error) {
    Effect effect;
    effect.error = std::move(error);
    return effect;
}

Effect unexpectedState(const Intent& intent, std::string_view verb) {
    ApiError error;
    error.code = "payment_intent_unexpected_state";
    error.message = "You cannot " + std::string(verb) +
                    " this PaymentIntent because it has a status of " +
                    std::string(toText(intent.status)) + ".";
    error.paymentIntent = renderIntent(intent, {});
    return refused(std::move(error));
}

std::optional<ApiError> readMetadata(const http::Form& form, Metadata& out) {
    if (form.find("metadata") == "") out.clear();
    for (http::QueryPair& pair : form.children("metadata")) {
        const auto known = std::find_if(out.begin(), out.end(),
                                        [&](const auto& old) { return old.first == pair.key; });
        if (known != out.end() && pair.value.empty()) {
            out.erase(known);
            continue;
        }
        const bool full = known == out.end() && out.size() == 50;
        if (pair.key.empty() || pair.key.size() > 40 || pair.value.size() > 500 || full) {
            return invalidParameter("metadata", "At most 50 keys of 40 and values of 500 bytes.");
        }
        if (known != out.end()) {
            known->second = std::move(pair.value);
        } else if (!pair.value.empty()) {
            out.emplace_back(std::move(pair.key), std::move(pair.value));
        }
    }
    return std::nullopt;
}

tl::expected<std::int64_t, ApiError> readInteger(const http::Form& form, std::string_view name,
                                                 std::int64_t low, std::int64_t high) {
    const auto text = form.find(name);
    if (!text) return tl::make_unexpected(missingParameter(name));
    std::int64_t value = 0;
    const char* end = text->data() + text->size();
    const auto parsed = std::from_chars(text->data(), end, value);
    ApiError error = invalidParameter(name, "Invalid integer: " + clipped(*text, 40));
    error.code = "parameter_invalid_integer";
    if (parsed.ec != std::errc{} || parsed.ptr != end) return tl::make_unexpected(error);
    if (value < low || value > high) {
        error.message = "Must be from " + std::to_string(low) + " to " + std::to_string(high) + ".";
        return tl::make_unexpected(error);
    }
    return value;
}

}  // namespace tessera::paysim
