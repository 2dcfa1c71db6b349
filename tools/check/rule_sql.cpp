// SPDX-License-Identifier: Apache-2.0
#include "tools/check/rule_sql.h"

#include <regex>
#include <vector>

namespace tessera::check {
namespace {

constexpr const char* kSharedTables = "tools/check/shared_tables.txt";
constexpr const char* kCrossEvent = "tools/check/cross_event_queries.txt";

// The lines of a list without comments and blanks.
std::set<std::string> entriesOf(const SourceTree& tree, const char* path) {
    std::set<std::string> entries;
    const SourceFile* file = tree.find(path);
    if (file == nullptr) return entries;
    for (std::string_view line : linesOf(file->text)) {
        line = line.substr(0, line.find('#'));
        while (line.ends_with(' ')) line.remove_suffix(1);
        if (!line.empty()) entries.emplace(line);
    }
    return entries;
}

struct Judged {
    const SourceFile* file;
    SqlStatement statement;
};

std::vector<Judged> statementsOf(const SourceTree& tree) {
    std::vector<Judged> all;
    for (const SourceFile& file : tree.files()) {
        if (!file.isUnder("server")) continue;
        std::vector<SqlStatement> found;
        if (file.kind == FileKind::Sql) found = statementsOfSql(file);
        if (file.isCpp()) found = statementsOfCpp(file);
        for (SqlStatement& statement : found) all.push_back({&file, std::move(statement)});
    }
    return all;
}

SqlTables tablesOf(const SourceTree& tree, const std::vector<Judged>& all) {
    static const std::regex kTable(R"(^create (unlogged )?table (if not exists )?([a-z0-9_.]+))");
    SqlTables tables;
    tables.shared = entriesOf(tree, kSharedTables);
    for (const Judged& one : all) {
        std::smatch match;
        if (one.statement.inFunction || !std::regex_search(one.statement.text, match, kTable))
            continue;
        if (!tables.shared.contains(match[3].str())) tables.ofEvents.insert(match[3].str());
    }
    return tables;
}

struct Banned {
    std::regex pattern;
    const char* message;
};

// Rules 3, 5 and 7: what no statement may hold.
const std::vector<Banned>& bannedEverywhere() {
    static const std::vector<Banned> kBanned = {
        {std::regex(R"(^create (or replace )?(constraint )?trigger\b)"), "no triggers"},
        {std::regex(R"(\bmerge into\b)"), "no MERGE"},
        {std::regex(R"(\binherits ?\(|\binherit\b)"), "no inheritance"},
        {std::regex(R"(^create unlogged\b|\bset unlogged\b)"), "no unlogged tables"},
        {std::regex(R"(\bpg_(try_)?advisory_)"), "no advisory locks"},
        {std::regex(R"(^(listen|unlisten|notify) |\bpg_notify\b)"), "no LISTEN or NOTIFY"},
    };
    return kBanned;
}

bool changesRows(const std::string& text) {
    static const std::regex kUpdate(
        R"(\bupdate (only )?[a-z0-9_.]+ (as )?([a-z0-9_]+ )?set\b|\bon conflict\b)");
    return std::regex_search(text, kUpdate);
}

// Whether a comma at `at` parts the tables of a FROM or USING, and not columns or arguments.
bool isInFrom(const std::string& text, std::size_t at) {
    static const std::regex kToken(
        R"([()]|\b(select|from|using|where|set|values|returning|group|order|into|on)\b)");
    std::vector<std::string> clauses(1);
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(at);
    for (std::sregex_iterator token(text.begin(), end, kToken), none; token != none; ++token) {
        const std::string word = token->str();
        if (word == "(") {
            clauses.emplace_back();
        } else if (word != ")") {
            clauses.back() = word;
        } else if (clauses.size() > 1) {
            clauses.pop_back();
        }
    }
    return clauses.back() == "from" || clauses.back() == "using" || clauses.back() == "on";
}

// The first event table that `text` touches other than as the target of an INSERT or COPY.
std::string touchedTable(const std::string& text, const SqlTables& tables) {
    static const std::regex kUse(
        R"((\bfrom|\bjoin|\bupdate|\busing|\bonly|,|\block table) ([a-z0-9_]+)(?![a-z0-9_.(]))");
    for (std::sregex_iterator hit(text.begin(), text.end(), kUse), end; hit != end; ++hit) {
        if (!tables.ofEvents.contains((*hit)[2].str())) continue;
        const bool listed = (*hit)[1].str() == ",";
        if (!listed || isInFrom(text, static_cast<std::size_t>(hit->position()))) {
            return (*hit)[2].str();
        }
    }
    return {};
}

bool hasPlainCondition(const std::string& text) {
    static const std::regex kCondition(
        R"(\bevent_id ?= ?(\$[0-9]+(?![0-9:])|(?!(event_id|excluded|any|all|some)\b)[a-z_][a-z0-9_]*(?![a-z0-9_.(:])))");
    return std::regex_search(text, kCondition);
}

// The target of an INSERT or COPY that does not name event_id among its columns.
std::string targetWithoutEvent(const std::string& text, const SqlTables& tables) {
    static const std::regex kInsert(
        R"((\binsert into|^copy) ([a-z0-9_]+)( as [a-z0-9_]+)? ?(\([^)]*\))?)");
    for (std::sregex_iterator hit(text.begin(), text.end(), kInsert), end; hit != end; ++hit) {
        static const std::regex kEvent(R"(\bevent_id\b)");
        const std::string columns = (*hit)[4].str();
        if (tables.ofEvents.contains((*hit)[2].str()) && !std::regex_search(columns, kEvent)) {
            return (*hit)[2].str();
        }
    }
    return {};
}

class StatementRule {
public:
    StatementRule(const SqlTables& tables, std::set<std::string> exceptions)
        : tables_(tables), exceptions_(std::move(exceptions)) {}

    void judge(const Judged& one) {
        const std::string& text = one.statement.text;
        for (const Banned& banned : bannedEverywhere()) {
            if (std::regex_search(text, banned.pattern)) report(one, banned.message);
        }
        static const std::regex kVolatile(
            R"(\b(now|random|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday|gen_random_uuid|nextval) ?\(|\b(current_timestamp|current_date|current_time|localtimestamp|localtime)\b)");
        if (changesRows(text) && std::regex_search(text, kVolatile)) {
            report(one, "nothing volatile in UPDATE or ON CONFLICT: times are parameters");
        }
        judgeEvents(one);
    }

    // Exceptions that no statement needed.
    void reportStale(Findings& findings) const {
        for (const std::string& entry : exceptions_) {
            if (!used_.contains(entry)) {
                findings.push_back(
                    {"sql", kCrossEvent, 0, "no statement across events is called " + entry});
            }
        }
    }

    Findings take() { return std::move(findings_); }

private:
    void report(const Judged& one, const std::string& message) {
        findings_.push_back({"sql", one.file->path, one.statement.line, message});
    }

    void judgeEvents(const Judged& one) {
        static const std::regex kDefinition(
            R"(^(create|alter|drop|comment|grant|revoke|analyze|vacuum|declare|return next)\b)");
        const std::string& text = one.statement.text;
        if (std::regex_search(text, kDefinition)) return;
        std::string table = touchedTable(text, tables_);
        const bool reads = !table.empty() && !hasPlainCondition(text);
        if (!reads) table = targetWithoutEvent(text, tables_);
        if (table.empty()) return;
        const std::string entry = one.file->path + " " + one.statement.name;
        if (exceptions_.contains(entry)) {
            used_.insert(entry);
            return;
        }
        report(one,
               "no plain event_id = $n for " + table + " (across events: list \"" + entry + "\")");
    }

    const SqlTables& tables_;
    std::set<std::string> exceptions_;
    std::set<std::string> used_;
    Findings findings_;
};

}  // namespace

Findings checkSql(const SourceTree& tree) {
    const std::vector<Judged> all = statementsOf(tree);
    const SqlTables tables = tablesOf(tree, all);
    StatementRule rule(tables, entriesOf(tree, kCrossEvent));
    for (const Judged& one : all) rule.judge(one);
    Findings findings = rule.take();
    rule.reportStale(findings);
    for (const Judged& one : all) {
        if (!one.statement.inFunction) judgeSchema(*one.file, one.statement, tables, findings);
    }
    return findings;
}

}  // namespace tessera::check
