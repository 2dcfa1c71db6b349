// SPDX-License-Identifier: Apache-2.0
// A manifest as a CSV file: UTF-8 with a BOM, RFC 4180, its words in the reader's language, its
// times by the venue's clocks.
//
// A cell that a spreadsheet would take for a formula gets an apostrophe before it. Keeps the file's
// bytes; not thread-safe.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "server/engine/changes.h"
#include "server/engine/terms.h"
#include "server/tickets/local_text.h"

namespace tessera::setup {

inline constexpr std::size_t kManifestColumns = 13;

class ManifestCsv {
public:
    struct Options {
        std::string_view language;  // BCP 47; English where there are no words in one like it.
        std::string_view zone;      // IANA; UTC where it is not known.
    };
    explicit ManifestCsv(const Options& options);

    // Section, row, seat, ticket type, category, state, name, e-mail, channel, handed out, note,
    // order, ticket.
    using Line = std::array<std::string, kManifestColumns>;
    void add(const Line& line);

    // Of state and channel, as the box office has them.
    std::string word(engine::TicketState state) const;
    std::string word(engine::Channel channel) const;
    std::string stamp(Instant at) const { return stamps_.text(at); }

    std::size_t bytes() const { return out_.size(); }
    std::string take() { return std::move(out_); }

private:
    std::size_t language_;  // Of those that there are words in.
    tickets::StampFormat stamps_;
    std::string out_;
};

}  // namespace tessera::setup
