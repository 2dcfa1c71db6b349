// SPDX-License-Identifier: Apache-2.0
#include "tools/check/sql_text.h"

#include <algorithm>
#include <cctype>
#include <regex>

#include "tools/check/code_view.h"
#include "tools/check/functions.h"

namespace tessera::check {
namespace {

// A statement as it stands in the text, its literals blanked, its dollar-quoted body apart.
struct Piece {
    std::string text;
    int line = 0;
    std::string body;
    int bodyLine = 0;
};

class Cutter {
public:
    explicit Cutter(std::string_view text, int firstLine) : text_(text), line_(firstLine) {}

    std::vector<Piece> run() {
        while (at_ < text_.size()) step();
        finish();
        return std::move(pieces_);
    }

private:
    void step() {
        const std::string_view rest = text_.substr(at_);
        if (rest.starts_with("--")) {
            skip(std::min(rest.find('\n'), rest.size()));
        } else if (rest.starts_with("/*")) {
            const std::size_t end = rest.find("*/");
            skip(end == std::string_view::npos ? rest.size() : end + 2);
        } else if (rest[0] == '\'') {
            const std::size_t end = rest.find('\'', 1);
            skip(end == std::string_view::npos ? rest.size() : end + 1);
            current_.text += "''";
        } else if (rest[0] == '$' && isDollarQuote(rest)) {
            takeBody(rest);
        } else if (rest[0] == ';') {
            skip(1);
            finish();
        } else {
            take(rest[0]);
        }
    }

    static bool isDollarQuote(std::string_view rest) {
        const std::size_t close = rest.find('$', 1);
        if (close == std::string_view::npos) return false;
        const std::string_view tag = rest.substr(1, close - 1);
        return std::ranges::all_of(
            tag, [](unsigned char c) { return std::isalpha(c) != 0 || c == '_'; });
    }

    void takeBody(std::string_view rest) {
        const std::string_view quote = rest.substr(0, rest.find('$', 1) + 1);
        const std::size_t end = std::min(rest.find(quote, quote.size()), rest.size());
        current_.bodyLine = line_;
        current_.body = std::string(rest.substr(quote.size(), end - quote.size()));
        current_.text += " '' ";
        skip(std::min(end + quote.size(), rest.size()));
    }

    void take(char c) {
        if (std::isspace(static_cast<unsigned char>(c)) != 0) {
            if (!current_.text.empty() && current_.text.back() != ' ') current_.text += ' ';
        } else if (c != '"') {
            if (current_.text.empty()) current_.line = line_;
            current_.text += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        }
        skip(1);
    }

    void skip(std::size_t count) {
        line_ += static_cast<int>(std::ranges::count(text_.substr(at_, count), '\n'));
        at_ += count;
    }

    void finish() {
        while (current_.text.ends_with(' ')) current_.text.pop_back();
        if (!current_.text.empty()) pieces_.push_back(std::move(current_));
        current_ = {};
    }

    std::string_view text_;
    std::size_t at_ = 0;
    int line_;
    Piece current_;
    std::vector<Piece> pieces_;
};

std::string functionName(const std::string& statement) {
    static const std::regex kCreate(R"(^create (or replace )?(function|procedure) ([a-z0-9_.]+))");
    std::smatch match;
    return std::regex_search(statement, match, kCreate) ? match[3].str() : std::string();
}

// Cuts "begin if … then update …" so that each piece has one statement at most.
std::vector<std::string> withoutControlWords(const std::string& text) {
    static const std::regex kConditional("^(els)?if ");
    std::vector<std::string> parts;
    std::string rest = text;
    while (!rest.empty()) {
        std::size_t cut = std::string::npos;
        std::size_t length = 0;
        for (const std::string_view word : {"begin ", "loop ", "then ", "else "}) {
            const bool always = word == "begin " || word == "loop ";
            const std::size_t found = (" " + rest).find(" " + std::string(word));
            const bool cuts = always ||
                              (word == "then " && std::regex_search(rest, kConditional)) ||
                              (word == "else " && found == 0);
            if (cuts && found < cut) {
                cut = found;
                length = word.size();
            }
        }
        if (cut == std::string::npos) {
            parts.push_back(rest);
            break;
        }
        if (cut > 0) parts.push_back(rest.substr(0, cut));
        rest = rest.substr(cut + length);
    }
    return parts;
}

void addPieces(std::string_view text, int firstLine, const std::string& name,
               std::vector<SqlStatement>& statements) {
    for (Piece& piece : Cutter(text, firstLine).run()) {
        const std::string function = functionName(piece.text);
        const std::string& called = function.empty() ? name : function;
        statements.push_back({piece.text, piece.line, called, false});
        for (const Piece& inner : Cutter(piece.body, piece.bodyLine).run()) {
            for (std::string& part : withoutControlWords(inner.text)) {
                statements.push_back({std::move(part), inner.line, called, true});
            }
        }
    }
}

bool startsStatement(const std::string& text) {
    static const std::regex kStart(
        R"(^\s*(select\s|insert\s+into\s|update\s+\S+\s.*set\s|delete\s+from\s|with\s+(recursive\s+)?\w+[^;]*\sas\s|merge\s+into\s|copy\s|listen\s+\w+$|notify\s+\w|create\s|alter\s+table\s|drop\s|truncate\s|lock\s+table\s))",
        std::regex::icase);
    return std::regex_search(text.substr(0, 400), kStart);
}

// The constant that is given the literal at `begin`, or the function around it.
std::string nameAt(std::string_view code, std::size_t begin,
                   const std::vector<FunctionSpan>& functions) {
    static const std::regex kAssigned(R"((\w+)\s*(\[\s*\w*\s*\])?\s*[={]\s*R?$)");
    const std::size_t from = code.substr(0, begin).find_last_of(";}") + 1;
    const std::string before(code.substr(from, begin - from));
    std::smatch match;
    if (std::regex_search(before, match, kAssigned) && match[1].str() != "R") return match[1].str();
    for (const FunctionSpan& function : functions) {
        if (function.begin <= begin && begin < function.end) return function.name;
    }
    return {};
}

}  // namespace

std::vector<SqlStatement> statementsOfSql(const SourceFile& file) {
    std::vector<SqlStatement> statements;
    addPieces(file.text, 1, {}, statements);
    return statements;
}

std::vector<SqlStatement> statementsOfCpp(const SourceFile& file) {
    const CodeView view = viewCode(file);
    const std::vector<FunctionSpan> functions = functionsOf(file);
    std::vector<SqlStatement> statements;
    for (std::size_t i = 0; i < view.literals.size(); ++i) {
        const Literal& first = view.literals[i];
        std::string value = first.value;
        while (i + 1 < view.literals.size()) {
            const std::size_t gap = view.literals[i].end;
            const std::string_view between =
                std::string_view(view.code).substr(gap, view.literals[i + 1].begin - gap);
            if (between.find_first_of(",;{}#") != std::string_view::npos) break;
            const bool adjacent = between.find_first_not_of(" \t\nR") == std::string_view::npos;
            value += (adjacent ? "" : " ? ") + view.literals[++i].value;
        }
        if (!startsStatement(value)) continue;
        addPieces(value, lineAt(file.text, first.begin), nameAt(view.code, first.begin, functions),
                  statements);
    }
    return statements;
}

}  // namespace tessera::check
