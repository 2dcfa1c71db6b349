// SPDX-License-Identifier: Apache-2.0
#include "server/api/json_scanner.h"

#include "shared/base/encoding.h"

namespace tessera::api {
namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

void appendUtf8(std::string& out, unsigned c) {
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | (c >> 6));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0 | (c >> 12));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (c >> 18));
        out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    }
}

}  // namespace

char JsonScanner::peek() {
    while (position_ < text_.size()) {
        const char c = text_[position_];
        if (c != ' ' && c != '\n' && c != '\r' && c != '\t') return c;
        ++position_;
    }
    return '\0';
}

bool JsonScanner::take(char c) {
    if (peek() != c || position_ >= text_.size()) return false;
    ++position_;
    return true;
}

bool JsonScanner::string(std::string& out) {
    out.clear();
    if (!take('"')) return fail("a string is expected");
    while (true) {
        std::size_t end = position_;
        while (end < text_.size() && text_[end] != '"' && text_[end] != '\\' &&
               static_cast<unsigned char>(text_[end]) >= 0x20) {
            ++end;
        }
        out.append(text_, position_, end - position_);
        position_ = end;
        if (end >= text_.size()) return fail("the string does not end");
        if (text_[end] == '"') break;
        if (text_[end] != '\\') return fail("a control character must be escaped");
        if (!escape(out)) return false;
    }
    ++position_;
    if (!isCleanUtf8(out)) return fail("the string is not UTF-8 or has a NUL");
    return true;
}

bool JsonScanner::escape(std::string& out) {
    ++position_;
    if (position_ >= text_.size()) return fail("the string does not end");
    const char c = text_[position_++];
    switch (c) {
        case '"':
        case '\\':
        case '/':
            out += c;
            return true;
        case 'b':
            out += '\b';
            return true;
        case 'f':
            out += '\f';
            return true;
        case 'n':
            out += '\n';
            return true;
        case 'r':
            out += '\r';
            return true;
        case 't':
            out += '\t';
            return true;
        case 'u':
            break;
        default:
            --position_;
            return fail("no such escape");
    }
    unsigned code = 0;
    if (!hex4(code)) return false;
    if (code >= 0xDC00 && code < 0xE000) return fail("a lone surrogate");
    if (code >= 0xD800 && code < 0xDC00) {
        unsigned low = 0;
        if (text_.substr(position_, 2) != "\\u") return fail("a lone surrogate");
        position_ += 2;
        if (!hex4(low)) return false;
        if (low < 0xDC00 || low >= 0xE000) return fail("a lone surrogate");
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
    }
    appendUtf8(out, code);
    return true;
}

bool JsonScanner::hex4(unsigned& out) {
    if (text_.size() - position_ < 4) return fail("four hex digits are expected");
    out = 0;
    for (int i = 0; i < 4; ++i) {
        const char c = text_[position_];
        unsigned digit = 0;
        if (isDigit(c)) {
            digit = static_cast<unsigned>(c - '0');
        } else if (c >= 'a' && c <= 'f') {
            digit = static_cast<unsigned>(c - 'a') + 10;
        } else if (c >= 'A' && c <= 'F') {
            digit = static_cast<unsigned>(c - 'A') + 10;
        } else {
            return fail("four hex digits are expected");
        }
        out = out * 16 + digit;
        ++position_;
    }
    return true;
}

bool JsonScanner::digits() {
    if (position_ >= text_.size() || !isDigit(text_[position_])) return fail("a digit is expected");
    while (position_ < text_.size() && isDigit(text_[position_])) ++position_;
    return true;
}

bool JsonScanner::number(std::string_view& out) {
    peek();
    const std::size_t begin = position_;
    const auto at = [this](char c) { return position_ < text_.size() && text_[position_] == c; };
    if (at('-')) ++position_;
    if (at('0')) {
        ++position_;
        if (position_ < text_.size() && isDigit(text_[position_])) {
            return fail("a number does not begin with 0");
        }
    } else if (!digits()) {
        return fail("a value is expected");
    }
    if (at('.')) {
        ++position_;
        if (!digits()) return false;
    }
    if (at('e') || at('E')) {
        ++position_;
        if (at('+') || at('-')) ++position_;
        if (!digits()) return false;
    }
    out = text_.substr(begin, position_ - begin);
    return true;
}

bool JsonScanner::literal(std::string_view word) {
    peek();
    if (text_.substr(position_, word.size()) != word) return fail("a value is expected");
    position_ += word.size();
    return true;
}

bool JsonScanner::skip(int depth) {
    if (depth <= 0) return fail("nested too deeply");
    const char first = peek();
    std::string text;
    std::string_view token;
    if (first == '"') return string(text);
    if (first == 't') return literal("true");
    if (first == 'f') return literal("false");
    if (first == 'n') return literal("null");
    if (first != '{' && first != '[') return number(token);
    const char close = first == '{' ? '}' : ']';
    take(first);
    if (take(close)) return true;
    while (true) {
        if (first == '{' && (!string(text) || !(take(':') || fail("':' is expected"))))
            return false;
        if (!skip(depth - 1)) return false;
        if (take(close)) return true;
        if (!take(',')) return fail("',' or the end is expected");
    }
}

}  // namespace tessera::api
