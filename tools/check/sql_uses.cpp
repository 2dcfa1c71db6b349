// SPDX-License-Identifier: Apache-2.0
#include "tools/check/sql_uses.h"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace tessera::check {
namespace {

using Words = std::set<std::string_view>;

bool isWordChar(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.' || c == '$';
}

// Words with their qualifiers, "::", and single characters.
std::vector<std::string> tokensOf(std::string_view text) {
    std::vector<std::string> tokens;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == ' ') {
            ++i;
            continue;
        }
        std::size_t end = i + (text.substr(i).starts_with("::") ? 2 : 1);
        if (isWordChar(text[i])) end = i;
        while (end < text.size() && isWordChar(text[i]) && isWordChar(text[end])) ++end;
        tokens.emplace_back(text.substr(i, end - i));
        i = end;
    }
    return tokens;
}

bool isName(const std::string& token) {
    return !token.empty() &&
           (std::isalpha(static_cast<unsigned char>(token[0])) != 0 || token[0] == '_');
}

// What may stand behind a table, or behind a whole condition, and is no alias and no operator.
const Words& clauseWords() {
    static const Words kWords = {"as",    "cross",   "except",      "fetch", "for",   "full",
                                 "group", "having",  "inner",       "join",  "left",  "limit",
                                 "loop",  "natural", "offset",      "on",    "order", "returning",
                                 "right", "set",     "tablesample", "union", "using", "values",
                                 "where", "window",  "intersect",   "do",    "select"};
    return kWords;
}

bool beginsQuery(const std::string& token) {
    static const Words kWords = {"select", "with", "insert", "update", "delete", "values"};
    return kWords.contains(token);
}

struct Reference {
    std::string table;
    std::string alias;
    bool ofEvent = false;
};

struct Condition {
    std::string qualifier;  // "" for none.
    std::size_t only = 0;   // From 1: restricts just that reference; 0: any.
};

struct Query {
    int depth = 0;
    std::string clause;
    bool expectsTable = false;
    bool isOuterJoin = false;
    bool isDisjunction = false;       // The clause has an OR.
    std::vector<Condition> ofClause;  // Conditions of the clause being read.
    std::vector<Condition> conditions;
    std::vector<Reference> references;
};

class Reader {
public:
    Reader(const SqlStatement& statement, const std::set<std::string>& tables)
        : tokens_(tokensOf(statement.text)), inFunction_(statement.inFunction), tables_(tables) {}

    std::vector<TableUse> run() {
        queries_.emplace_back();
        for (at_ = 0; at_ < tokens_.size(); ++at_) step(tokens_[at_]);
        while (!queries_.empty()) finish();
        return std::move(uses_);
    }

private:
    Query& query() { return queries_.back(); }
    bool isTop() { return depth_ == query().depth; }
    const std::string& tokenAt(std::size_t at) const {
        static const std::string kNone;
        return at < tokens_.size() ? tokens_[at] : kNone;
    }
    const std::string& next() const { return tokenAt(at_ + 1); }
    const std::string& previous() const { return tokenAt(at_ - 1); }  // Wraps to none at 0.

    void step(const std::string& token) {
        if (token == "(") {
            ++depth_;
            if (!beginsQuery(next())) return;
            query().expectsTable = false;
            queries_.emplace_back().depth = depth_;
        } else if (token == ")") {
            if (isTop() && queries_.size() > 1) finish();
            --depth_;
        } else if (query().expectsTable) {
            takeTable(token);
        } else if (token == "join") {
            static const Words kOuter = {"left", "right", "full", "outer"};
            startClause("from", true);
            query().isOuterJoin = kOuter.contains(previous());
        } else if (isTop()) {
            takeWord(token);
        }
    }

    void startClause(const std::string& clause, bool expectsTable = false) {
        Query& now = query();
        if (!now.isDisjunction) {
            now.conditions.insert(now.conditions.end(), now.ofClause.begin(), now.ofClause.end());
        }
        now.ofClause.clear();
        now.isDisjunction = false;
        now.clause = clause;
        now.expectsTable = expectsTable;
    }

    void takeWord(const std::string& token) {
        static const Words kClauses = {"select", "where", "set",    "values", "returning", "group",
                                       "order",  "limit", "offset", "having", "window",    "into"};
        const std::string& clause = query().clause;
        const bool ofTables = clause == "from" || clause == "on";
        if (token == "union" || token == "intersect" || token == "except") {
            const int depth = query().depth;
            finish();
            queries_.emplace_back().depth = depth;
        } else if (token == "from" && previous() != "distinct") {
            startClause("from", true);
        } else if (token == "using" || (token == "," && ofTables)) {
            startClause("from", next() != "(");
            query().isOuterJoin = false;
        } else if (token == "update" && previous() != "for" && previous() != "key") {
            startClause("from", next() != "set");
        } else if (token == "truncate" || (token == "lock" && next() == "table")) {
            startClause("from", true);
        } else if (token == "on") {
            startClause(next() == "conflict" ? "conflict" : "on");
        } else if (kClauses.contains(token)) {
            startClause(token);
        } else if (token == "or") {
            query().isDisjunction = true;
        } else if (clause == "where" || clause == "on") {
            takeCondition(token);
        }
    }

    void takeTable(const std::string& token) {
        if (token == "only" || token == "lateral" || token == "table") return;
        query().expectsTable = false;
        if (!isName(token) || next() == "(") return;
        Reference reference;
        reference.table = token.substr(token.rfind('.') + 1);
        reference.ofEvent = tables_.contains(reference.table);
        const std::string& alias = tokenAt(at_ + (next() == "as" ? 2 : 1));
        const bool isAlias = isName(alias) && !clauseWords().contains(alias);
        reference.alias = isAlias ? alias : reference.table;
        query().references.push_back(std::move(reference));
    }

    void takeCondition(const std::string& token) {
        const std::size_t dot = token.rfind('.');
        if (token.substr(dot + 1) != "event_id" || next() != "=") return;
        const std::string& before = previous();
        if (before != "where" && before != "on" && before != "and") return;
        const std::string& behind = tokenAt(at_ + 3);
        static const Words kEnds = {"", ")", "and", ",", "?"};
        if (!kEnds.contains(behind) && !clauseWords().contains(behind)) return;
        if (!isPlain(tokenAt(at_ + 2))) return;
        const bool outer = query().clause == "on" && query().isOuterJoin;
        query().ofClause.push_back({dot == std::string::npos ? "" : token.substr(0, dot),
                                    outer ? query().references.size() : 0});
    }

    bool isPlain(const std::string& value) const {
        if (value.starts_with('$')) return value.size() > 1;
        static const Words kOthers = {"event_id", "excluded", "any", "all", "some", "null"};
        return inFunction_ && isName(value) && !kOthers.contains(value) &&
               value.find('.') == std::string::npos;
    }

    void finish() {
        startClause("");
        const std::vector<Reference>& references = query().references;
        const auto ofEvents = std::ranges::count_if(references, &Reference::ofEvent);
        for (std::size_t i = 0; i < references.size(); ++i) {
            if (!references[i].ofEvent) continue;
            const bool held = std::ranges::any_of(query().conditions, [&](const Condition& one) {
                if (one.only != 0 && one.only != i + 1) return false;
                return one.qualifier.empty() ? ofEvents == 1 : one.qualifier == references[i].alias;
            });
            uses_.push_back({references[i].table, held});
        }
        queries_.pop_back();
    }

    std::vector<std::string> tokens_;
    bool inFunction_;
    const std::set<std::string>& tables_;
    std::size_t at_ = 0;
    int depth_ = 0;
    std::vector<Query> queries_;
    std::vector<TableUse> uses_;
};

}  // namespace

std::vector<TableUse> tableUsesOf(const SqlStatement& statement,
                                  const std::set<std::string>& tables) {
    return Reader(statement, tables).run();
}

}  // namespace tessera::check
