// SPDX-License-Identifier: Apache-2.0
// Reads mails as a mail program does: heads unfolded and decoded, parts taken apart and decoded.
//
// Written from RFC 5322, 2045 and 2047 alone: it links nothing of server/. Pure.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tessera::test {

struct MimePart {
    std::vector<std::pair<std::string, std::string>> heads;  // Names in lower case; as decoded.
    std::string body;                                        // Decoded; of a leaf.
    std::vector<MimePart> parts;                             // Of a multipart.

    // Of the first head of that name; empty: there is none.
    std::string head(std::string_view name) const;
    // The first leaf whose content type begins so, at any depth; null: there is none.
    const MimePart* find(std::string_view type) const;
};

MimePart readMime(std::string_view bytes);

}  // namespace tessera::test
