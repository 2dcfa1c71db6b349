// SPDX-License-Identifier: Apache-2.0
#include "tools/check/code_view.h"

#include <algorithm>
#include <cctype>

namespace tessera::check {
namespace {

bool isWordChar(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

std::string unescaped(std::string_view raw) {
    std::string value;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] != '\\' || i + 1 == raw.size()) {
            value += raw[i];
            continue;
        }
        const char escaped = raw[++i];
        value += escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped;
    }
    return value;
}

// Walks a text once and blanks what is not code.
class Viewer {
public:
    Viewer(std::string_view text, bool typeScript) : text_(text), typeScript_(typeScript) {
        view_.code = std::string(text);
    }

    CodeView run() {
        while (at_ < text_.size()) step();
        return std::move(view_);
    }

private:
    void step() {
        const char c = text_[at_];
        if (text_.substr(at_).starts_with("//")) {
            blankTo(endOfLine(at_));
        } else if (text_.substr(at_).starts_with("/*")) {
            const std::size_t end = text_.find("*/", at_ + 2);
            blankTo(end == std::string_view::npos ? text_.size() : end + 2);
        } else if (c == '"' && isRawPrefix()) {
            takeRawLiteral();
        } else if (c == '"' || (typeScript_ && (c == '\'' || c == '`'))) {
            takeLiteral(c, true);
        } else if (c == '\'' && !isDigitSeparator()) {
            takeLiteral(c, false);
        } else if (c == '/' && typeScript_ && startsRegex()) {
            takeLiteral(c, false);
        } else {
            ++at_;
        }
    }

    std::size_t endOfLine(std::size_t from) const {
        return std::min(text_.find('\n', from), text_.size());
    }

    void blank(std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            if (view_.code[i] != '\n') view_.code[i] = ' ';
        }
    }

    void blankTo(std::size_t end) {
        blank(at_, end);
        at_ = end;
    }

    // 1'000'000: the quote belongs to a token that starts with a digit.
    bool isDigitSeparator() const {
        std::size_t start = at_;
        while (start > 0 && (isWordChar(text_[start - 1]) || text_[start - 1] == '\'')) --start;
        return start < at_ && std::isdigit(static_cast<unsigned char>(text_[start])) != 0;
    }

    bool isRawPrefix() const {
        if (typeScript_ || at_ == 0 || text_[at_ - 1] != 'R') return false;
        return at_ == 1 || !isWordChar(text_[at_ - 2]) || text_[at_ - 2] == '8' ||
               text_[at_ - 2] == 'u' || text_[at_ - 2] == 'U' || text_[at_ - 2] == 'L';
    }

    // A slash begins a regular expression where a value is expected.
    bool startsRegex() const {
        const std::size_t last = text_.substr(0, at_).find_last_not_of(" \t\n");
        if (last == std::string_view::npos) return true;
        static constexpr std::string_view kBefore = "(,=:[!&|?{};";
        return kBefore.find(text_[last]) != std::string_view::npos ||
               text_.substr(0, last + 1).ends_with("return");
    }

    void takeRawLiteral() {
        const std::size_t open = text_.find('(', at_);
        if (open == std::string_view::npos) {
            at_ = text_.size();
            return;
        }
        const std::string close = ")" + std::string(text_.substr(at_ + 1, open - at_ - 1)) + "\"";
        const std::size_t found = text_.find(close, open);
        const std::size_t inside = std::min(found, text_.size());
        view_.literals.push_back({at_, std::min(inside + close.size(), text_.size()),
                                  std::string(text_.substr(open + 1, inside - open - 1))});
        blank(at_ + 1, view_.literals.back().end - 1);
        at_ = view_.literals.back().end;
    }

    void takeLiteral(char quote, bool listed) {
        std::size_t end = at_ + 1;
        while (end < text_.size() && text_[end] != quote) {
            if (text_[end] == '\n' && quote != '`') break;
            end += text_[end] == '\\' ? 2 : 1;
        }
        end = std::min(end, text_.size());
        if (listed) {
            view_.literals.push_back({at_, std::min(end + 1, text_.size()),
                                      unescaped(text_.substr(at_ + 1, end - at_ - 1))});
        }
        blank(at_ + 1, end);
        at_ = std::min(end + 1, text_.size());
    }

    std::string_view text_;
    bool typeScript_;
    std::size_t at_ = 0;
    CodeView view_;
};

}  // namespace

CodeView viewCode(const SourceFile& file) {
    return Viewer(file.text, file.kind == FileKind::TypeScript).run();
}

std::vector<Include> includesOf(const SourceFile& file) {
    // The path of an include is a literal of the text and blank in the code.
    const CodeView view = viewCode(file);
    const std::vector<std::string_view> code = linesOf(view.code);
    const std::vector<std::string_view> text = linesOf(file.text);
    std::vector<Include> includes;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const std::size_t hash = code[i].find_first_not_of(" \t");
        if (hash == std::string_view::npos || code[i][hash] != '#') continue;
        const std::size_t word = code[i].find_first_not_of(" \t", hash + 1);
        if (word == std::string_view::npos || !code[i].substr(word).starts_with("include"))
            continue;
        const std::size_t open = text[i].find_first_of("<\"", word);
        if (open == std::string_view::npos) continue;
        const bool angled = text[i][open] == '<';
        const std::size_t close = text[i].find(angled ? '>' : '"', open + 1);
        if (close == std::string_view::npos) continue;
        includes.push_back({static_cast<int>(i) + 1,
                            std::string(text[i].substr(open + 1, close - open - 1)), angled});
    }
    return includes;
}

}  // namespace tessera::check
