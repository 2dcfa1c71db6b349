// SPDX-License-Identifier: Apache-2.0
// Reads JSON (RFC 8259) token by token, strictly, without building a tree.
//
// Pure. Not thread-safe; refers to the text, which outlives it. Strings come out as clean UTF-8:
// broken sequences, lone surrogates and NUL are faults.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tessera::api {

class JsonScanner {
public:
    explicit JsonScanner(std::string_view text) : text_(text) {}

    // The next character that is not white space, without taking it; '\0' at the end.
    char peek();
    // Takes `c` if it comes next.
    bool take(char c);
    bool atEnd() { return peek() == '\0' && position_ >= text_.size(); }
    std::size_t position() const { return position_; }

    // Each returns false at a fault; fault() then says what was expected.
    bool string(std::string& out);
    bool number(std::string_view& out);  // The token as written.
    bool literal(std::string_view word);
    // Takes a value of any kind, nested `depth` deep at most, keeping nothing.
    bool skip(int depth);

    const char* fault() const { return fault_; }

private:
    bool fail(const char* what) {
        fault_ = what;
        return false;
    }
    bool escape(std::string& out);
    bool hex4(unsigned& out);
    bool digits();

    std::string_view text_;
    std::size_t position_ = 0;
    const char* fault_ = "";
};

}  // namespace tessera::api
