// SPDX-License-Identifier: Apache-2.0
#include "tools/check/functions.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <regex>

#include "tools/check/code_view.h"

namespace tessera::check {
namespace {

enum class BraceKind { Scope, Function, Initializer, Other };

struct Brace {
    BraceKind kind;
    std::size_t statement;  // Where the statement that opened it begins.
};

void dropPreprocessor(std::string& code) {
    bool inside = false;
    std::size_t begin = 0;
    while (begin < code.size()) {
        const std::size_t end = std::min(code.find('\n', begin), code.size());
        const std::size_t first = code.find_first_not_of(" \t", begin);
        inside = inside || (first < end && code[first] == '#');
        const bool goesOn = inside && end > begin && code[end - 1] == '\\';
        if (inside)
            std::fill(code.begin() + static_cast<std::ptrdiff_t>(begin),
                      code.begin() + static_cast<std::ptrdiff_t>(end), ' ');
        inside = goesOn;
        begin = end + 1;
    }
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
}

// Removes `template <…>`, attributes and alignas from the front of a declaration.
std::string_view withoutPrefixes(std::string_view text) {
    for (;;) {
        text = trimmed(text);
        char open = 0;
        std::size_t at = 0;
        if (text.starts_with("template")) {
            open = '<';
            at = text.find('<');
        } else if (text.starts_with("[[")) {
            open = '[';
        } else if (text.starts_with("alignas")) {
            open = '(';
            at = text.find('(');
        }
        if (open == 0 || at == std::string_view::npos) return text;
        const char close = open == '<' ? '>' : open == '[' ? ']' : ')';
        int depth = 0;
        for (; at < text.size(); ++at) {
            if (text[at] == open) ++depth;
            if (text[at] == close && --depth == 0) break;
        }
        text.remove_prefix(std::min(at + 1, text.size()));
    }
}

bool opensScope(std::string_view statement) {
    const std::string_view text = withoutPrefixes(statement);
    static constexpr std::array kWords = {"namespace", "inline namespace", "class", "struct",
                                          "union",     "extern",           "export"};
    const bool starts = std::ranges::any_of(kWords, [&](std::string_view word) {
        return text.starts_with(word) && (text.size() == word.size() || text[word.size()] == ' ' ||
                                          text[word.size()] == '\n');
    });
    if (!starts) return false;
    // `struct Seat find(int) {` is a function; `class alignas(64) Cell {` is not.
    const std::size_t paren = text.find('(');
    return paren == std::string_view::npos || text.find("alignas(") + 7 == paren;
}

// True behind `Type(…) : member_` where a brace initialises a member and no body begins.
bool isMemberInitializer(std::string_view statement) {
    int depth = 0;
    bool sawParameters = false;
    bool sawColon = false;
    for (std::size_t i = 0; i < statement.size(); ++i) {
        const char c = statement[i];
        if (c == '(') ++depth;
        if (c == ')' && --depth == 0) sawParameters = true;
        if (c != ':' || depth != 0 || !sawParameters) continue;
        const bool isDouble = (i + 1 < statement.size() && statement[i + 1] == ':') ||
                              (i > 0 && statement[i - 1] == ':');
        if (!isDouble) sawColon = true;
    }
    if (!sawColon) return false;
    const char last = statement.back();
    return std::isalnum(static_cast<unsigned char>(last)) != 0 || last == '_' || last == '>';
}

std::string nameIn(std::string_view statement) {
    const std::size_t paren = statement.find('(');
    if (paren == std::string_view::npos) return {};
    const std::string_view before = trimmed(statement.substr(0, paren));
    const std::size_t space = before.find_last_of(" \n\t*&");
    std::string name(space == std::string_view::npos ? before : before.substr(space + 1));
    return name.substr(name.rfind(':') + 1);
}

class Scanner {
public:
    Scanner(const SourceFile& file, std::string code)
        : code_(std::move(code)), typeScript_(file.kind == FileKind::TypeScript) {}

    std::vector<FunctionSpan> run() {
        for (at_ = 0; at_ < code_.size(); ++at_) step(code_[at_]);
        return std::move(spans_);
    }

private:
    void step(char c) {
        if (c == '(') ++parens_;
        if (c == ')') --parens_;
        if (c == '{') {
            open();
        } else if (c == '}') {
            close();
        } else if (c == ';' && (parens_ == 0 || typeScript_)) {
            statement_ = at_ + 1;
        } else if (c == ':' && isAccessLabel()) {
            statement_ = at_ + 1;
        }
    }

    bool isAccessLabel() const {
        const std::string_view text =
            trimmed(std::string_view(code_).substr(statement_, at_ - statement_));
        return text == "public" || text == "private" || text == "protected";
    }

    bool insideFunction() const {
        return std::ranges::any_of(braces_,
                                   [](const Brace& b) { return b.kind != BraceKind::Scope; });
    }

    BraceKind kindHere(std::string_view statement) const {
        if (typeScript_) return typeScriptKind(statement);
        if (insideFunction()) return BraceKind::Other;
        if (opensScope(statement)) return BraceKind::Scope;
        if (statement.empty() || statement.back() == '=' || statement.back() == ',') {
            return BraceKind::Other;
        }
        if (isMemberInitializer(statement)) return BraceKind::Initializer;
        return statement.find(')') == std::string_view::npos ? BraceKind::Other
                                                             : BraceKind::Function;
    }

    static BraceKind typeScriptKind(std::string_view statement) {
        static const std::regex kControl(
            R"((^|[\s;})])(if|for|while|switch|catch|else|do|try)\b[^=>]*$)");
        if (statement.ends_with("=>")) return BraceKind::Function;
        if (statement.find(')') == std::string_view::npos) return BraceKind::Other;
        const std::string tail(statement.substr(statement.rfind('\n') + 1));
        return std::regex_search(tail, kControl) ? BraceKind::Other : BraceKind::Function;
    }

    void open() {
        const std::string_view statement =
            trimmed(std::string_view(code_).substr(statement_, at_ - statement_));
        const BraceKind kind = kindHere(statement);
        braces_.push_back({kind, statement_});
        if (kind != BraceKind::Initializer) statement_ = at_ + 1;
    }

    void close() {
        if (braces_.empty()) return;
        const Brace brace = braces_.back();
        braces_.pop_back();
        if (brace.kind == BraceKind::Initializer) return;
        if (brace.kind == BraceKind::Function) {
            const std::size_t begin = code_.find_first_not_of(" \t\n", brace.statement);
            const std::string_view text(code_);
            spans_.push_back({nameIn(text.substr(begin, at_ - begin)), lineAt(text, begin),
                              lineAt(text, at_), begin, at_ + 1});
        }
        statement_ = at_ + 1;
    }

    std::string code_;
    bool typeScript_;
    std::size_t at_ = 0;
    std::size_t statement_ = 0;
    int parens_ = 0;
    std::vector<Brace> braces_;
    std::vector<FunctionSpan> spans_;
};

std::vector<FunctionSpan> shellFunctions(std::string_view text) {
    static const std::regex kOpens(R"(^(function\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*\(\)\s*[{(]\s*$)");
    std::vector<FunctionSpan> spans;
    const std::vector<std::string_view> lines = linesOf(text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::match_results<std::string_view::const_iterator> match;
        if (!std::regex_match(lines[i].begin(), lines[i].end(), match, kOpens)) continue;
        std::size_t last = i;
        while (last + 1 < lines.size() && !lines[last].starts_with('}') &&
               !lines[last].starts_with(')')) {
            ++last;
        }
        spans.push_back({match[2].str(), static_cast<int>(i) + 1, static_cast<int>(last) + 1,
                         static_cast<std::size_t>(lines[i].data() - text.data()),
                         static_cast<std::size_t>(lines[last].data() - text.data()) + 1});
    }
    return spans;
}

}  // namespace

std::vector<FunctionSpan> functionsOf(const SourceFile& file) {
    if (file.kind == FileKind::Shell) return shellFunctions(file.text);
    if (!file.isCpp() && file.kind != FileKind::TypeScript) return {};
    std::string code = viewCode(file).code;
    if (file.isCpp()) dropPreprocessor(code);
    return Scanner(file, std::move(code)).run();
}

}  // namespace tessera::check
