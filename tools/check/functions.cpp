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
    std::size_t begin;      // Where the function begins: for a lambda in parentheses, itself.
    int parens;             // Open around it.
    bool goesOn;            // Its statement goes on behind it.
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

bool startsWithWord(std::string_view text, std::string_view word) {
    return text.starts_with(word) &&
           (text.size() == word.size() ||
            (std::isalnum(static_cast<unsigned char>(text[word.size()])) == 0 &&
             text[word.size()] != '_'));
}

bool startsScope(std::string_view text) {
    static constexpr std::array kWords = {"namespace", "class",  "struct",
                                          "union",     "extern", "export"};
    return std::ranges::any_of(kWords,
                               [&](std::string_view word) { return startsWithWord(text, word); });
}

// Behind `requires …`, where the class begins that it constrains; `text` if it is no class.
std::string_view withoutRequires(std::string_view text) {
    int brackets = 0;
    int angles = 0;  // Those inside of brackets compare.
    for (std::size_t i = 1; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '(' || c == '{') ++brackets;
        if (c == ')' || c == '}') --brackets;
        if (c == '<' && brackets == 0) ++angles;
        if (c == '>' && brackets == 0) --angles;
        const bool wordBegins = std::isspace(static_cast<unsigned char>(text[i - 1])) != 0;
        if (brackets == 0 && angles == 0 && wordBegins && startsScope(text.substr(i))) {
            return text.substr(i);
        }
    }
    return text;
}

// `text` without the specifier that it begins with.
std::string_view withoutSpecifier(std::string_view text) {
    static constexpr std::array kWords = {"static", "inline",  "constexpr", "constinit",
                                          "const",  "typedef", "friend"};
    for (const std::string_view word : kWords) {
        if (startsWithWord(text, word)) return trimmed(text.substr(word.size()));
    }
    return startsWithWord(text, "requires") ? withoutRequires(text) : text;
}

// Removes `template <…>`, its constraints, attributes, alignas and specifiers from the front of a
// declaration.
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
        if (open == 0 || at == std::string_view::npos) {
            const std::string_view rest = withoutSpecifier(text);
            if (rest.size() == text.size()) return text;
            text = rest;
            continue;
        }
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
    if (!startsScope(text) || text.ends_with('=')) return false;
    // `struct Seat find(int) {` is a function; `class alignas(64) Cell {` is not.
    const std::size_t paren = text.find('(');
    return paren == std::string_view::npos || text.find("alignas(") + 7 == paren;
}

// `requires {` and `requires(T t) {` where a condition is expected: an expression, behind which the
// declaration goes on. Behind a function's parameters, `requires(…) {` is a clause before the body.
bool isRequiresExpression(std::string_view statement) {
    if (statement.ends_with(')')) {
        int depth = 0;
        std::size_t at = statement.size();
        while (at > 0) {
            --at;
            if (statement[at] == ')') ++depth;
            if (statement[at] == '(' && --depth == 0) break;
        }
        statement = trimmed(statement.substr(0, at));
    }
    static constexpr std::string_view kWord = "requires";
    if (!statement.ends_with(kWord)) return false;
    statement.remove_suffix(kWord.size());
    statement = trimmed(statement);
    static constexpr std::array<std::string_view, 6> kBefore = {"requires", "&&", "||",
                                                                "=",        "(",  "!"};
    return std::ranges::any_of(
        kBefore, [&](std::string_view before) { return statement.ends_with(before); });
}

// How much of the end of `statement` is a lambda up to its body; 0 if it does not end with one.
std::size_t lambdaLength(std::string_view statement) {
    static constexpr std::size_t kLengthMax = 400;
    static const std::regex kLambda(R"(\[[^\[\]]*\]\s*(<[^{}]*>\s*)?(\([^{}]*\))?[\w\s:<>,*&-]*$)");
    const std::string tail(
        statement.substr(statement.size() - std::min(statement.size(), kLengthMax)));
    std::smatch match;
    return std::regex_search(tail, match, kLambda) ? static_cast<std::size_t>(match.length()) : 0;
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
        // Braces of both branches of an #if may not match: what seems open is measured to the end.
        at_ = code_.empty() ? 0 : code_.size() - 1;
        while (!braces_.empty()) close();
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

    BraceKind kindHere(std::string_view statement, bool inParens) const {
        if (typeScript_) return typeScriptKind(statement);
        if (insideFunction()) return BraceKind::Other;
        if (inParens) {
            return lambdaLength(statement) > 0 ? BraceKind::Function : BraceKind::Initializer;
        }
        if (isRequiresExpression(statement)) return BraceKind::Initializer;
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
        const bool inParens =
            !typeScript_ && parens_ > (braces_.empty() ? 0 : braces_.back().parens);
        const BraceKind kind = kindHere(statement, inParens);
        std::size_t begin = statement_;
        if (inParens && kind == BraceKind::Function) {
            const auto from = static_cast<std::size_t>(statement.data() - code_.data());
            begin = from + statement.size() - lambdaLength(statement);
        }
        braces_.push_back(
            {kind, statement_, begin, parens_, inParens || kind == BraceKind::Initializer});
        if (kind != BraceKind::Initializer) statement_ = at_ + 1;
    }

    void close() {
        if (braces_.empty()) return;
        const Brace brace = braces_.back();
        braces_.pop_back();
        if (brace.kind == BraceKind::Function) {
            const std::size_t begin = code_.find_first_not_of(" \t\n", brace.begin);
            const std::string_view text(code_);
            spans_.push_back({nameIn(text.substr(begin, at_ - begin)), lineAt(text, begin),
                              lineAt(text, at_), begin, at_ + 1});
        }
        if (!typeScript_) parens_ = brace.parens;
        statement_ = brace.goesOn ? brace.statement : at_ + 1;
    }

    std::string code_;
    bool typeScript_;
    std::size_t at_ = 0;
    std::size_t statement_ = 0;
    int parens_ = 0;
    std::vector<Brace> braces_;
    std::vector<FunctionSpan> spans_;
};

// Functions of a language whose lines open and close them: from a line that `opens` matches, whose
// first group is its indent and whose others make the name, to the line that `closes` matches
// behind that indent.
std::vector<FunctionSpan> spansByIndent(std::string_view text, const std::regex& opens,
                                        const std::regex& closes) {
    std::vector<FunctionSpan> spans;
    const std::vector<std::string_view> lines = linesOf(text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::match_results<std::string_view::const_iterator> match;
        if (!std::regex_match(lines[i].begin(), lines[i].end(), match, opens)) continue;
        const std::string indent = match[1].str();
        std::size_t last = i;
        const auto isEnd = [&](std::string_view line) {
            if (!line.starts_with(indent)) return false;
            line.remove_prefix(indent.size());
            return std::regex_match(line.begin(), line.end(), closes);
        };
        while (last + 1 < lines.size() && !isEnd(lines[last])) ++last;
        spans.push_back({match[2].str() + match[3].str() + match[4].str(), static_cast<int>(i) + 1,
                         static_cast<int>(last) + 1,
                         static_cast<std::size_t>(lines[i].data() - text.data()),
                         static_cast<std::size_t>(lines[last].data() - text.data()) + 1});
    }
    return spans;
}

std::vector<FunctionSpan> shellFunctions(std::string_view text) {
    static const std::regex kOpens(
        R"(^(\s*)(?:function\s+([\w-]+)\s*(?:\(\))?|([\w-]+)\s*\(\))\s*[{(]?\s*(?:#.*)?$)");
    static const std::regex kCloses(R"([})].*)");
    return spansByIndent(text, kOpens, kCloses);
}

// Those at the top of a file with tags or suites: what stands between tags, and a suite, is none.
std::vector<FunctionSpan> topFunctions(std::string_view text) {
    static const std::regex kOpens(
        R"(^()(?:export )?(?:default )?(?:async )?function\*? ?([\w$]*).*$)"
        R"(|^(?:export )?const ([\w$]+) = (?:async )?\(.*=> \{$)");
    // Not the brace that closes a list of parameters.
    static const std::regex kCloses(R"(\};?)");
    return spansByIndent(text, kOpens, kCloses);
}

}  // namespace

std::vector<FunctionSpan> functionsOf(const SourceFile& file) {
    if (file.kind == FileKind::Shell) return shellFunctions(file.text);
    if (file.name().ends_with(".tsx") || file.name().ends_with("_test.ts")) {
        return topFunctions(file.text);
    }
    if (!file.isCpp() && file.kind != FileKind::TypeScript) return {};
    std::string code = viewCode(file).code;
    if (file.isCpp()) dropPreprocessor(code);
    return Scanner(file, std::move(code)).run();
}

}  // namespace tessera::check
