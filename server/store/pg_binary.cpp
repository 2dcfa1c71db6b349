// SPDX-License-Identifier: Apache-2.0
#include "server/store/pg_binary.h"

namespace tessera::store {
namespace {

void writeHeader(std::string& bytes, bool hasNull, PgType element, std::size_t count) {
    TESSERA_CHECK(count <= INT32_MAX);
    put32(bytes.data(), 1);  // Dimensions.
    put32(bytes.data() + 4, hasNull ? 1 : 0);
    put32(bytes.data() + 8, static_cast<std::int32_t>(element));
    put32(bytes.data() + 12, static_cast<std::int32_t>(count));
    put32(bytes.data() + 16, 1);  // Lower bound.
}

// The elements of a one-dimensional array; nothing if the bytes are no such array or hold a null.
std::optional<std::vector<std::string_view>> elementsOf(std::string_view bytes) {
    if (bytes.size() < 12) return std::nullopt;
    std::vector<std::string_view> elements;
    const std::int64_t dimensions = getBigEndian(bytes.data(), 4);
    if (dimensions == 0) return elements;
    if (dimensions != 1 || bytes.size() < 20) return std::nullopt;
    const std::int64_t count = getBigEndian(bytes.data() + 12, 4);
    std::size_t at = 20;
    for (std::int64_t i = 0; i < count; ++i) {
        if (at + 4 > bytes.size()) return std::nullopt;
        const std::int64_t length = getBigEndian(bytes.data() + at, 4);
        at += 4;
        if (length < 0 || at + static_cast<std::size_t>(length) > bytes.size()) return std::nullopt;
        elements.push_back(bytes.substr(at, static_cast<std::size_t>(length)));
        at += static_cast<std::size_t>(length);
    }
    return elements;
}

}  // namespace

PgParams::View PgParams::view() const {
    View view;
    view.values.reserve(values_.size());
    view.lengths.reserve(values_.size());
    view.formats.assign(values_.size(), 1);
    for (const auto& value : values_) {
        view.values.push_back(value ? value->data() : nullptr);
        view.lengths.push_back(value ? static_cast<int>(value->size()) : 0);
    }
    return view;
}

std::size_t PgParams::bytes() const {
    std::size_t sum = 0;
    for (const auto& value : values_) sum += value ? value->size() : 0;
    return sum;
}

Int8Matrix::Int8Matrix(std::size_t columns, std::size_t rows) : rows_(rows) {
    const std::size_t count = columns * rows;
    if (count == 0) return;
    bytes_.resize(kHeader + count * kElement);
    writeHeader(bytes_, false, PgType::Int8, count);
    for (std::size_t i = 0; i < count; ++i) put32(bytes_.data() + kHeader + i * kElement, 8);
}

void Int8Matrix::setNull(std::size_t column, std::size_t row) {
    nulls_.push_back(column * rows_ + row);
}

std::optional<std::string> Int8Matrix::take() {
    if (bytes_.empty()) return std::nullopt;
    if (nulls_.empty()) return std::exchange(bytes_, {});
    std::string out = bytes_.substr(0, kHeader);
    put32(out.data() + 4, 1);
    const std::size_t count = (bytes_.size() - kHeader) / kElement;
    std::vector<bool> isNull(count);
    for (const std::size_t index : nulls_) isNull[index] = true;
    for (std::size_t i = 0; i < count; ++i) {
        if (isNull[i]) {
            out.append(4, '\xff');
        } else {
            out.append(bytes_, kHeader + i * kElement, kElement);
        }
    }
    bytes_.clear();
    return out;
}

void ArrayWriter::addBytes(std::string_view value) {
    const std::size_t at = bytes_.size();
    bytes_.resize(at + 4);
    put32(bytes_.data() + at, static_cast<std::int32_t>(value.size()));
    bytes_.append(value);
    ++count_;
}

void ArrayWriter::addNull() {
    bytes_.append(4, '\xff');
    hasNull_ = true;
    ++count_;
}

void ArrayWriter::addInt8(std::int64_t value) {
    const std::size_t at = bytes_.size();
    bytes_.resize(at + 12);
    put32(bytes_.data() + at, 8);
    putBigEndian(bytes_.data() + at + 4, static_cast<std::uint64_t>(value), 8);
    ++count_;
}

void ArrayWriter::addInt4(std::int32_t value) {
    const std::size_t at = bytes_.size();
    bytes_.resize(at + 8);
    put32(bytes_.data() + at, 4);
    put32(bytes_.data() + at + 4, value);
    ++count_;
}

void ArrayWriter::addInt2(std::int16_t value) {
    const std::size_t at = bytes_.size();
    bytes_.resize(at + 6);
    put32(bytes_.data() + at, 2);
    putBigEndian(bytes_.data() + at + 4, static_cast<std::uint16_t>(value), 2);
    ++count_;
}

std::optional<std::string> ArrayWriter::take(bool emptyToo) {
    if (count_ == 0) {
        if (!emptyToo) return std::nullopt;
        std::string empty(12, '\0');
        put32(empty.data() + 8, static_cast<std::int32_t>(element_));
        return empty;
    }
    writeHeader(bytes_, hasNull_, element_, count_);
    count_ = 0;
    hasNull_ = false;
    return std::exchange(bytes_, std::string(20, '\0'));
}

std::optional<std::vector<std::int64_t>> readIntArray(std::string_view bytes) {
    const auto elements = elementsOf(bytes);
    if (!elements) return std::nullopt;
    std::vector<std::int64_t> values;
    values.reserve(elements->size());
    for (const std::string_view element : *elements) {
        if (element.size() != 2 && element.size() != 4 && element.size() != 8) return std::nullopt;
        values.push_back(getBigEndian(element.data(), element.size()));
    }
    return values;
}

std::optional<std::vector<std::string>> readTextArray(std::string_view bytes) {
    const auto elements = elementsOf(bytes);
    if (!elements) return std::nullopt;
    return std::vector<std::string>(elements->begin(), elements->end());
}

}  // namespace tessera::store
