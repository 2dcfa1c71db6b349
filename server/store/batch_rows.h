// SPDX-License-Identifier: Apache-2.0
// How rows of a batch become columns of numbers and texts.
//
// Pure. Internal to batch_params*.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "server/store/pg_binary.h"

namespace tessera::store {

template <class T>
std::int64_t wide(T value) {
    return static_cast<std::int64_t>(value);
}

// One row of a matrix from its first column on.
inline void setRow(Int8Matrix& matrix, std::size_t row,
                   std::initializer_list<std::int64_t> values) {
    std::size_t column = 0;
    for (const std::int64_t value : values) matrix.set(column++, row, value);
}

inline std::string_view asText(const std::uint8_t* bytes, std::size_t size) {
    return {reinterpret_cast<const char*>(bytes), size};
}

// Numbers as PostgreSQL writes an array of them.
template <class Range, class NumberOf>
std::string numbersText(const Range& range, NumberOf numberOf) {
    std::string text = "{";
    for (const auto& each : range) {
        if (text.size() > 1) text += ',';
        text += numberOf(each);
    }
    return text + "}";
}

}  // namespace tessera::store
