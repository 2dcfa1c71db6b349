// SPDX-License-Identifier: Apache-2.0
// A manifest as a CSV file: UTF-8 with a BOM, RFC 4180, a header in the reader's language.
//
// A cell that a spreadsheet would take for a formula gets an apostrophe before it. Keeps the file's
// bytes; not thread-safe.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace tessera::setup {

inline constexpr std::size_t kManifestColumns = 13;

class ManifestCsv {
public:
    // `language`: BCP 47; English where the header is in none like it.
    explicit ManifestCsv(std::string_view language);

    // Section, row, seat, ticket type, category, state, name, e-mail, channel, handed out, note,
    // order, ticket.
    using Line = std::array<std::string, kManifestColumns>;
    void add(const Line& line);

    std::size_t bytes() const { return out_.size(); }
    std::string take() { return std::move(out_); }

private:
    std::string out_;
};

}  // namespace tessera::setup
