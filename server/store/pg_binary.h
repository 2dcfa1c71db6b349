// SPDX-License-Identifier: Apache-2.0
// PostgreSQL's binary form of parameters and results.
//
// Pure; values. Numbers are big endian; an array is a header and its elements, each with a length.
// A parameter that was never written is SQL's null.
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/base/check.h"

namespace tessera::store {

// Type ids that PostgreSQL has given for good (pg_type.dat).
enum class PgType : std::uint32_t {
    Bool = 16,
    Bytea = 17,
    Int8 = 20,
    Int2 = 21,
    Int4 = 23,
    Text = 25,
    Uuid = 2950,
    ByteaArray = 1001,
    Int2Array = 1005,
    Int4Array = 1007,
    TextArray = 1009,
    Int8Array = 1016,
    UuidArray = 2951,
};

inline void putBigEndian(char* at, std::uint64_t value, std::size_t bytes) {
    for (std::size_t i = 0; i < bytes; ++i) {
        at[i] = static_cast<char>(value >> (8 * (bytes - 1 - i)));
    }
}

inline void put64(char* at, std::int64_t value) {
    const std::uint64_t swapped = __builtin_bswap64(static_cast<std::uint64_t>(value));
    std::memcpy(at, &swapped, 8);
}

inline void put32(char* at, std::int32_t value) {
    const std::uint32_t swapped = __builtin_bswap32(static_cast<std::uint32_t>(value));
    std::memcpy(at, &swapped, 4);
}

inline std::int64_t getBigEndian(const char* at, std::size_t bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i) {
        value = (value << 8) | static_cast<std::uint8_t>(at[i]);
    }
    const auto unused = static_cast<int>(8 * (8 - bytes));  // Sign-extends int2 and int4.
    return static_cast<std::int64_t>(value << unused) >> unused;
}

// The parameters of one statement, in order.
class PgParams {
public:
    void addNull(PgType type) { add(type, std::nullopt); }
    void addBool(bool value) { add(PgType::Bool, std::string(1, value ? '\1' : '\0')); }
    void addInt8(std::int64_t value) { addNumber(PgType::Int8, value, 8); }
    void addInt4(std::int32_t value) { addNumber(PgType::Int4, value, 4); }
    void addInt2(std::int16_t value) { addNumber(PgType::Int2, value, 2); }
    void addText(std::string_view value) { add(PgType::Text, std::string(value)); }
    void addBytes(PgType type, std::span<const std::uint8_t> value) {
        add(type, std::string(reinterpret_cast<const char*>(value.data()), value.size()));
    }
    void add(PgType type, std::optional<std::string> value) {
        types_.push_back(static_cast<std::uint32_t>(type));
        values_.push_back(std::move(value));
    }

    int size() const { return static_cast<int>(values_.size()); }
    const std::vector<std::uint32_t>& types() const { return types_; }
    // What libpq takes; valid until the next change.
    struct View {
        std::vector<const char*> values;
        std::vector<int> lengths;
        std::vector<int> formats;
    };
    View view() const;
    std::size_t bytes() const;

private:
    void addNumber(PgType type, std::int64_t value, std::size_t bytes) {
        std::string text(bytes, '\0');
        putBigEndian(text.data(), static_cast<std::uint64_t>(value), bytes);
        add(type, std::move(text));
    }

    std::vector<std::uint32_t> types_;
    std::vector<std::optional<std::string>> values_;
};

// An int8[] that is a matrix, column after column: what unnest of slices takes apart again.
class Int8Matrix {
public:
    Int8Matrix(std::size_t columns, std::size_t rows);

    void set(std::size_t column, std::size_t row, std::int64_t value) {
        put64(bytes_.data() + kHeader + (column * rows_ + row) * kElement + 4, value);
    }
    void setNull(std::size_t column, std::size_t row);
    // Nothing if there are no rows. The matrix is empty afterwards.
    std::optional<std::string> take();

private:
    static constexpr std::size_t kHeader = 20;
    static constexpr std::size_t kElement = 12;
    std::size_t rows_;
    std::vector<std::size_t> nulls_;
    std::string bytes_;
};

// A one-dimensional array, element after element.
class ArrayWriter {
public:
    explicit ArrayWriter(PgType element) : element_(element), bytes_(20, '\0') {}

    void addBytes(std::string_view value);
    void addNull();
    void addInt8(std::int64_t value);
    void addInt4(std::int32_t value);
    void addInt2(std::int16_t value);
    std::size_t count() const { return count_; }
    // Nothing if there are no elements, unless `emptyToo`. The writer is empty afterwards.
    std::optional<std::string> take(bool emptyToo = false);

private:
    PgType element_;
    std::size_t count_ = 0;
    bool hasNull_ = false;
    std::string bytes_;
};

// Reads a one-dimensional array of int2, int4 or int8 without nulls; nothing if it is none.
std::optional<std::vector<std::int64_t>> readIntArray(std::string_view bytes);
std::optional<std::vector<std::string>> readTextArray(std::string_view bytes);

}  // namespace tessera::store
