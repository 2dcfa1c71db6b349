// SPDX-License-Identifier: Apache-2.0
// Rows of a result in text form, column by column. Borrows the result; one thread.
#pragma once

#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/audit/database.h"

namespace tessera::audit {

inline std::string_view cell(const PGresult* result, int row, int column) {
    return {PQgetvalue(result, row, column),
            static_cast<std::size_t>(PQgetlength(result, row, column))};
}

inline std::int64_t numberOf(std::string_view text) {
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

// One row of a result, column by column.
class RowReader {
public:
    RowReader(const PGresult* result, int row) : result_(result), row_(row) {}

    std::int64_t number() { return numberOf(cell(result_, row_, column_++)); }
    std::optional<std::int64_t> optionalNumber() {
        const bool null = PQgetisnull(result_, row_, column_) != 0;
        const std::int64_t value = number();
        return null ? std::nullopt : std::optional(value);
    }
    std::string text() { return std::string(cell(result_, row_, column_++)); }
    template <class E>
    E state() {
        return static_cast<E>(number());
    }
    // "{1,2,3}"; null is empty.
    std::vector<std::int64_t> numbers() {
        std::vector<std::int64_t> values;
        std::string_view rest = cell(result_, row_, column_++);
        while (rest.size() > 1) {
            rest.remove_prefix(1);  // The brace or the comma.
            const std::size_t end = rest.find_first_of(",}");
            if (end == 0 || end == std::string_view::npos) break;
            values.push_back(numberOf(rest.substr(0, end)));
            rest.remove_prefix(end);
        }
        return values;
    }

private:
    const PGresult* result_;
    int row_;
    int column_ = 0;
};

template <class Row, class Read>
Status readTable(Database& database, const std::string& sql, std::vector<Row>& rows, Read read) {
    const auto result = database.query(sql);
    if (!result) return tl::unexpected(result.error());
    const int count = PQntuples(result->get());
    rows.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        RowReader reader(result->get(), i);
        rows.push_back(read(reader));
    }
    return {};
}

}  // namespace tessera::audit
