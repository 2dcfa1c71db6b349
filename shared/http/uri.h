// SPDX-License-Identifier: Apache-2.0
// Percent-decoding, query strings and form bodies with bracketed keys.
//
// Pure functions. Every parser is bounded and refuses what is malformed: a '%' without two hex
// digits, more than `pairsMax` pairs, text that is not clean UTF-8 after decoding.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tessera::http {

// Decodes %XX. In queries and forms '+' is a blank as well. NUL and malformed UTF-8 are refused.
std::optional<std::string> percentDecode(std::string_view text);
std::optional<std::string> percentDecodeForm(std::string_view text);

// Encodes everything but the unreserved characters of RFC 3986.
std::string percentEncode(std::string_view text);

// Splits "/v1/events/7:cancel" at '/' and decodes each segment; an encoded slash stays inside its
// segment. Refuses what does not begin with '/', and empty segments but a trailing one.
std::optional<std::vector<std::string>> splitPath(std::string_view path);

struct QueryPair {
    std::string key;
    std::string value;
};

inline constexpr std::size_t kPairsMax = 1000;

// "a=1&b=&c" gives {a,1} {b,} {c,} in that order; empty parts are skipped.
std::optional<std::vector<QueryPair>> parseQuery(std::string_view raw,
                                                 std::size_t pairsMax = kPairsMax);

// The value of the first pair with that key.
std::optional<std::string_view> findQuery(const std::vector<QueryPair>& pairs,
                                          std::string_view key);

// A form (or query) whose keys may be bracketed as Stripe's API has them:
// "metadata[order]=7&expand[]=a&items[0][id]=x".
class Form {
public:
    struct Field {
        std::vector<std::string> path;  // "items[0][id]" is {"items", "0", "id"}; "expand[]" ends
                                        // in an empty part.
        std::string value;
    };

    // Refuses unbalanced brackets, text between or after brackets, an empty first part, more than
    // `pairsMax` fields or keys nested deeper than 8.
    static std::optional<Form> parse(std::string_view raw, std::size_t pairsMax = kPairsMax);

    // The last field with exactly that key, written as in the form: find("created[gte]").
    std::optional<std::string_view> find(std::string_view key) const;
    // Fields directly under `parent`, in order: under "metadata", {{"order", "7"}}.
    std::vector<QueryPair> children(std::string_view parent) const;
    // Values of "parent[]" and "parent[0]", "parent[1]"…, in order of appearance.
    std::vector<std::string> list(std::string_view parent) const;

    const std::vector<Field>& fields() const { return fields_; }

private:
    std::vector<Field> fields_;
};

}  // namespace tessera::http
