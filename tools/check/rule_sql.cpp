// SPDX-License-Identifier: Apache-2.0
#include "tools/check/rule_sql.h"

#include <regex>

#include "tools/check/sql_uses.h"

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

std::vector<SqlPlace> statementsOf(const SourceTree& tree) {
    std::vector<SqlPlace> all;
    for (const SourceFile& file : tree.files()) {
        if (!file.isUnder("server")) continue;
        std::vector<SqlStatement> found;
        if (file.kind == FileKind::Sql) found = statementsOfSql(file);
        if (file.isCpp()) found = statementsOfCpp(file);
        for (SqlStatement& statement : found) all.push_back({&file, std::move(statement)});
    }
    return all;
}

// "name(parameters)" of a function's definition; "" for another statement.
std::string definedFunction(const std::string& text) {
    static const std::regex kCreate(R"(^create (or replace )?function ([a-z0-9_.]+) ?(?=\())");
    std::smatch match;
    if (!std::regex_search(text, match, kCreate)) return {};
    const std::string behind = match.suffix().str();
    int depth = 0;
    std::size_t end = 0;
    for (; end < behind.size(); ++end) {
        if (behind[end] == '(') ++depth;
        if (behind[end] == ')' && --depth == 0) break;
    }
    return match[2].str() + behind.substr(0, end + 1);
}

// A committed migration is never changed: of a function that a later one replaces with the same
// parameters, or drops, only what is still there is judged.
void dropReplaced(std::vector<SqlPlace>& all) {
    static const std::regex kDrop(R"(^drop function (if exists )?([a-z0-9_.]+))");
    std::set<std::string> defined;
    std::set<std::string> dropped;
    std::set<std::size_t> gone;
    std::vector<std::size_t> body;  // From the end: what stands before its definition.
    for (std::size_t i = all.size(); i-- > 0;) {
        const SqlStatement& statement = all[i].statement;
        if (all[i].file->kind != FileKind::Sql) continue;
        if (statement.inFunction) {
            body.push_back(i);
            continue;
        }
        const std::string function = definedFunction(statement.text);
        if (!function.empty()) {
            const bool isGone =
                dropped.contains(statement.name) || !defined.insert(function).second;
            if (isGone) gone.insert(body.begin(), body.end());
        }
        body.clear();
        std::smatch match;
        if (std::regex_search(statement.text, match, kDrop)) dropped.insert(match[2].str());
    }
    std::size_t at = 0;
    std::erase_if(all, [&](const SqlPlace&) { return gone.contains(at++); });
}

SqlTables tablesOf(const SourceTree& tree, const std::vector<SqlPlace>& all) {
    static const std::regex kTable(R"(^create (unlogged )?table (if not exists )?([a-z0-9_.]+))");
    SqlTables tables;
    tables.shared = entriesOf(tree, kSharedTables);
    for (const SqlPlace& one : all) {
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

// The event tables that a statement touches without holding them to one event, each once.
std::string unheldTables(const SqlStatement& statement, const SqlTables& tables) {
    std::set<std::string> unheld;
    for (const TableUse& use : tableUsesOf(statement, tables.ofEvents)) {
        if (!use.held) unheld.insert(use.table);
    }
    std::string names;
    for (const std::string& table : unheld) names += (names.empty() ? "" : ", ") + table;
    return names;
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

bool changesOrLocks(const std::string& text) {
    static const std::regex kChange(
        R"(\b(insert into|update|delete from|truncate|lock table|for (key )?share)\b)");
    return std::regex_search(text, kChange);
}

class StatementRule {
public:
    StatementRule(const SqlTables& tables, std::set<std::string> exceptions)
        : tables_(tables), exceptions_(std::move(exceptions)) {}

    void judge(const SqlPlace& one) {
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
    void report(const SqlPlace& one, const std::string& message) {
        findings_.push_back({"sql", one.file->path, one.statement.line, message});
    }

    void judgeEvents(const SqlPlace& one) {
        static const std::regex kDefinition(
            R"(^(create|alter|drop|comment|grant|revoke|analyze|vacuum|declare|return next)\b)");
        const std::string& text = one.statement.text;
        if (std::regex_search(text, kDefinition)) return;
        std::string table = unheldTables(one.statement, tables_);
        if (table.empty()) table = targetWithoutEvent(text, tables_);
        if (table.empty()) return;
        const std::string entry = one.file->path + " " + one.statement.name;
        if (exceptions_.contains(entry)) {
            used_.insert(entry);
            if (changesOrLocks(text)) report(one, "across events rows are only read, not locked");
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
    std::vector<SqlPlace> all = statementsOf(tree);
    dropReplaced(all);
    const SqlTables tables = tablesOf(tree, all);
    StatementRule rule(tables, entriesOf(tree, kCrossEvent));
    for (const SqlPlace& one : all) rule.judge(one);
    Findings findings = rule.take();
    rule.reportStale(findings);
    for (const SqlPlace& one : all) {
        if (!one.statement.inFunction) judgeSchema(*one.file, one.statement, tables, findings);
    }
    judgeChanges(all, tables, findings);
    judgeConstraintNames(tree, all, findings);
    return findings;
}

}  // namespace tessera::check
