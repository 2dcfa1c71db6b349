// SPDX-License-Identifier: Apache-2.0
#include "tools/paysim/model.h"

#include <array>

namespace tessera::paysim {
namespace {

constexpr std::array<std::pair<Status, std::string_view>, 7> kStatusTexts{{
    {Status::RequiresPaymentMethod, "requires_payment_method"},
    {Status::RequiresConfirmation, "requires_confirmation"},
    {Status::RequiresAction, "requires_action"},
    {Status::Processing, "processing"},
    {Status::RequiresCapture, "requires_capture"},
    {Status::Succeeded, "succeeded"},
    {Status::Canceled, "canceled"},
}};

constexpr std::array<std::pair<RefundStatus, std::string_view>, 5> kRefundTexts{{
    {RefundStatus::Pending, "pending"},
    {RefundStatus::Succeeded, "succeeded"},
    {RefundStatus::Failed, "failed"},
    {RefundStatus::Canceled, "canceled"},
    {RefundStatus::RequiresAction, "requires_action"},
}};

template <class Table, class Value>
std::string_view textIn(const Table& table, Value wanted) {
    for (const auto& [value, text] : table) {
        if (value == wanted) return text;
    }
    return {};
}

template <class Value, std::size_t N>
std::optional<Value> valueIn(const std::array<std::pair<Value, std::string_view>, N>& table,
                             std::string_view text) {
    for (const auto& [value, name] : table) {
        if (name == text) return value;
    }
    return std::nullopt;
}

}  // namespace

std::string_view toText(Status status) {
    return textIn(kStatusTexts, status);
}

std::optional<Status> parseStatus(std::string_view text) {
    return valueIn(kStatusTexts, text);
}

std::string_view toText(RefundStatus status) {
    return textIn(kRefundTexts, status);
}

std::optional<RefundStatus> parseRefundStatus(std::string_view text) {
    return valueIn(kRefundTexts, text);
}

}  // namespace tessera::paysim
