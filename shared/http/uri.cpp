// SPDX-License-Identifier: Apache-2.0
#include "shared/http/uri.h"

#include <algorithm>
#include <utility>

#include "shared/base/encoding.h"

namespace tessera::http {
namespace {

constexpr std::size_t kDepthMax = 8;

std::optional<std::string> decode(std::string_view text, bool plusIsBlank) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            if (i + 2 >= text.size()) return std::nullopt;
            const int high = hexValue(text[i + 1]);
            const int low = hexValue(text[i + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            out += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            out += text[i] == '+' && plusIsBlank ? ' ' : text[i];
        }
    }
    if (!isCleanUtf8(out)) return std::nullopt;
    return out;
}

bool isUnreserved(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

// "items[0][id]" -> {"items", "0", "id"}.
std::optional<std::vector<std::string>> splitKey(std::string_view key) {
    std::vector<std::string> path;
    const auto open = key.find('[');
    const std::string_view first = key.substr(0, open);
    if (first.empty() || first.find(']') != std::string_view::npos) return std::nullopt;
    path.emplace_back(first);
    std::string_view rest = open == std::string_view::npos ? std::string_view{} : key.substr(open);
    while (!rest.empty()) {
        const auto close = rest.find(']');
        if (rest.front() != '[' || close == std::string_view::npos) return std::nullopt;
        const std::string_view part = rest.substr(1, close - 1);
        if (part.find('[') != std::string_view::npos || path.size() == kDepthMax) {
            return std::nullopt;
        }
        path.emplace_back(part);
        rest.remove_prefix(close + 1);
    }
    return path;
}

bool isIndex(std::string_view part) {
    return std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<std::string> percentDecode(std::string_view text) {
    return decode(text, false);
}

std::optional<std::string> percentDecodeForm(std::string_view text) {
    return decode(text, true);
}

std::string percentEncode(std::string_view text) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (isUnreserved(c)) {
            out += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
        }
    }
    return out;
}

std::optional<std::vector<std::string>> splitPath(std::string_view path) {
    if (path.empty() || path.front() != '/') return std::nullopt;
    path.remove_prefix(1);
    std::vector<std::string> segments;
    while (!path.empty()) {
        const auto slash = path.find('/');
        const std::string_view raw = path.substr(0, slash);
        if (raw.empty()) return std::nullopt;
        auto segment = percentDecode(raw);
        if (!segment) return std::nullopt;
        segments.push_back(std::move(*segment));
        if (slash == std::string_view::npos) break;
        path.remove_prefix(slash + 1);
    }
    return segments;
}

std::optional<std::vector<QueryPair>> parseQuery(std::string_view raw, std::size_t pairsMax) {
    std::vector<QueryPair> pairs;
    while (!raw.empty()) {
        const auto amp = raw.find('&');
        const std::string_view part = raw.substr(0, amp);
        raw = amp == std::string_view::npos ? std::string_view{} : raw.substr(amp + 1);
        if (part.empty()) continue;
        if (pairs.size() == pairsMax) return std::nullopt;
        const auto equals = part.find('=');
        auto key = percentDecodeForm(part.substr(0, equals));
        auto value = percentDecodeForm(equals == std::string_view::npos ? std::string_view{}
                                                                        : part.substr(equals + 1));
        if (!key || !value) return std::nullopt;
        pairs.push_back({std::move(*key), std::move(*value)});
    }
    return pairs;
}

std::optional<std::string_view> findQuery(const std::vector<QueryPair>& pairs,
                                          std::string_view key) {
    for (const QueryPair& pair : pairs) {
        if (pair.key == key) return pair.value;
    }
    return std::nullopt;
}

std::optional<Form> Form::parse(std::string_view raw, std::size_t pairsMax) {
    auto pairs = parseQuery(raw, pairsMax);
    if (!pairs) return std::nullopt;
    Form form;
    form.fields_.reserve(pairs->size());
    for (QueryPair& pair : *pairs) {
        auto path = splitKey(pair.key);
        if (!path) return std::nullopt;
        form.fields_.push_back({std::move(*path), std::move(pair.value)});
    }
    return form;
}

std::optional<std::string_view> Form::find(std::string_view key) const {
    const auto path = splitKey(key);
    if (!path) return std::nullopt;
    const auto it = std::find_if(fields_.rbegin(), fields_.rend(),
                                 [&](const Field& field) { return field.path == *path; });
    if (it == fields_.rend()) return std::nullopt;
    return it->value;
}

std::vector<QueryPair> Form::children(std::string_view parent) const {
    std::vector<QueryPair> result;
    const auto path = splitKey(parent);
    if (!path) return result;
    for (const Field& field : fields_) {
        if (field.path.size() == path->size() + 1 &&
            std::equal(path->begin(), path->end(), field.path.begin())) {
            result.push_back({field.path.back(), field.value});
        }
    }
    return result;
}

std::vector<std::string> Form::list(std::string_view parent) const {
    std::vector<std::string> result;
    for (QueryPair& child : children(parent)) {
        if (isIndex(child.key)) result.push_back(std::move(child.value));
    }
    return result;
}

}  // namespace tessera::http
