// SPDX-License-Identifier: Apache-2.0
#include "tests/notify/mime_reader.h"

#include <algorithm>
#include <cctype>

#include "shared/base/encoding.h"

namespace tessera::test {
namespace {

std::string lowered(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

std::string decodedQuoted(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '=') {
            out += text[i];
        } else if (text.substr(i + 1, 2) == "\r\n") {
            i += 2;
        } else {
            out += static_cast<char>(hexValue(text[i + 1]) * 16 + hexValue(text[i + 2]));
            i += 2;
        }
    }
    return out;
}

std::string decodedBase64(std::string_view text) {
    std::string whole;
    for (const char c : text) {
        if (c != '\r' && c != '\n') whole += c;
    }
    return fromBase64(whole).value_or("not base64");
}

// RFC 2047: encoded words; white space between two of them is none.
std::string decodedWords(std::string_view text) {
    constexpr std::string_view kOpen = "=?utf-8?B?";
    std::string out;
    bool afterWord = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t word = text.find(kOpen, at);
        const std::string_view before = text.substr(at, word - at);
        const bool blank = before.find_first_not_of(" \t") == std::string_view::npos;
        if (!(afterWord && blank && word != std::string_view::npos)) out += before;
        if (word == std::string_view::npos) break;
        const std::size_t end = text.find("?=", word + kOpen.size());
        out += decodedBase64(text.substr(word + kOpen.size(), end - word - kOpen.size()));
        at = end + 2;
        afterWord = true;
    }
    return out;
}

std::string boundaryOf(const std::string& type) {
    const std::size_t at = type.find("boundary=\"");
    if (at == std::string::npos) return {};
    const std::size_t from = at + 10;
    return type.substr(from, type.find('"', from) - from);
}

std::string_view takeHeads(std::string_view bytes, MimePart& part) {
    while (!bytes.starts_with("\r\n") && !bytes.empty()) {
        std::size_t end = bytes.find("\r\n");
        std::string line(bytes.substr(0, end));
        bytes.remove_prefix(end + 2);
        while (bytes.starts_with(' ') || bytes.starts_with('\t')) {
            end = bytes.find("\r\n");
            line += bytes.substr(0, end);
            bytes.remove_prefix(end + 2);
        }
        const std::size_t colon = line.find(':');
        std::string value = colon == std::string::npos ? "" : line.substr(colon + 1);
        if (value.starts_with(' ')) value.erase(0, 1);
        part.heads.emplace_back(lowered(line.substr(0, colon)), decodedWords(value));
    }
    return bytes.substr(std::min<std::size_t>(2, bytes.size()));
}

void takeParts(std::string_view body, const std::string& boundary, MimePart& part) {
    const std::string open = "--" + boundary + "\r\n";
    const std::string close = "--" + boundary + "--";
    std::size_t at = body.find(open);
    while (at != std::string_view::npos) {
        const std::size_t from = at + open.size();
        const std::size_t next = body.find(open, from);
        const std::size_t end = std::min(next, body.find(close, from));
        part.parts.push_back(readMime(body.substr(from, end - from)));
        at = next;
    }
}

}  // namespace

std::string MimePart::head(std::string_view name) const {
    const auto found = std::ranges::find(heads, name, [](const auto& each) { return each.first; });
    return found == heads.end() ? "" : found->second;
}

const MimePart* MimePart::find(std::string_view type) const {
    if (parts.empty()) return head("content-type").starts_with(type) ? this : nullptr;
    for (const MimePart& part : parts) {
        if (const MimePart* found = part.find(type)) return found;
    }
    return nullptr;
}

MimePart readMime(std::string_view bytes) {
    MimePart part;
    const std::string_view body = takeHeads(bytes, part);
    const std::string boundary = boundaryOf(part.head("content-type"));
    const std::string encoding = part.head("content-transfer-encoding");
    if (!boundary.empty()) {
        takeParts(body, boundary, part);
    } else if (encoding == "base64") {
        part.body = decodedBase64(body);
    } else if (encoding == "quoted-printable") {
        part.body = decodedQuoted(body);
    } else {
        part.body = body;
    }
    return part;
}

}  // namespace tessera::test
