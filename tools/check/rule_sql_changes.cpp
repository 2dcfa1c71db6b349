// SPDX-License-Identifier: Apache-2.0
// How an event's rows may be changed: what the batch's function must say, and what the code must
// not ask the database for.
#include <regex>

#include "tools/check/code_view.h"
#include "tools/check/rule_sql.h"

namespace tessera::check {
namespace {

constexpr const char* kBatchFunction = "apply_batch";

Finding at(const SqlPlace& place, std::string message) {
    return {"sql", place.file->path, place.statement.line, std::move(message)};
}

// From `begin` to the parenthesis that closes the query, what stands in parentheses left out.
std::string restOfQuery(const std::string& text, std::size_t begin) {
    std::string rest;
    int depth = 0;
    for (std::size_t i = begin; i < text.size() && depth >= 0; ++i) {
        if (text[i] == ')') --depth;
        if (depth == 0) rest += text[i];
        if (text[i] == '(') ++depth;
    }
    return rest;
}

// A duplicate must come back as 23505, not as XX000.
void judgeInserts(const SqlPlace& place, const SqlTables& tables, Findings& findings) {
    static const std::regex kInsert(R"(\binsert into ([a-z0-9_]+))");
    static const std::regex kReturning(R"(\breturning\b)");
    const std::string& text = place.statement.text;
    for (std::sregex_iterator hit(text.begin(), text.end(), kInsert), end; hit != end; ++hit) {
        if (!tables.ofEvents.contains((*hit)[1].str())) continue;
        const auto begin = static_cast<std::size_t>(hit->position() + hit->length());
        if (std::regex_search(restOfQuery(text, begin), kReturning)) continue;
        findings.push_back(at(place, "an INSERT of a function says RETURNING: " + hit->str()));
    }
}

// A seat changes only if it is as the engine has it.
void judgeSeats(const SqlPlace& place, Findings& findings) {
    static const std::regex kChange(
        R"(\b(update (only )?seat\b|delete from (only )?seat\b|insert into seat\b.*\bdo update\b))");
    static const std::regex kStatus(R"(\b([a-z0-9_]+\.)?status ?= ?[a-z$0-9])");
    static const std::regex kHolder(R"(\b([a-z0-9_]+\.)?holder ?= ?[a-z$0-9])");
    std::smatch change;
    const std::string& text = place.statement.text;
    if (!std::regex_search(text, change, kChange)) return;
    const std::string behind = change.suffix().str();
    const std::size_t where = behind.find(" where ");
    const std::string expected = where == std::string::npos ? std::string() : behind.substr(where);
    if (std::regex_search(expected, kStatus) && std::regex_search(expected, kHolder)) return;
    findings.push_back(at(place, "a change of seats names the status and the holder it expects"));
}

bool changesAnything(const std::string& text) {
    static const std::regex kChange(R"(\b(insert into|update|delete from|perform)\b)");
    return std::regex_search(text, kChange);
}

bool isFence(const std::string& text) {
    static const std::regex kFence(
        R"(^update event_owner\b.* where (?=.*\bepoch = )(?=.*\blast_batch = ))");
    return std::regex_search(text, kFence);
}

bool isBatchFunction(const SqlPlace& place) {
    return place.statement.inFunction && place.statement.name == kBatchFunction;
}

// Names of indexes and constraints, which get a suffix for each shard.
std::set<std::string> constraintsOf(const std::vector<SqlPlace>& all) {
    static const std::regex kNamed(
        R"((^create unique index (concurrently )?(if not exists )?|\bconstraint )([a-z0-9_]+))");
    std::set<std::string> names;
    for (const SqlPlace& place : all) {
        const std::string& text = place.statement.text;
        if (place.file->kind != FileKind::Sql || place.statement.inFunction) continue;
        for (std::sregex_iterator hit(text.begin(), text.end(), kNamed), end; hit != end; ++hit) {
            if ((*hit)[4].str() != "on") names.insert((*hit)[4].str());
        }
    }
    return names;
}

}  // namespace

void judgeChanges(const std::vector<SqlPlace>& all, const SqlTables& tables, Findings& findings) {
    std::set<const SourceFile*> fenced;
    for (const SqlPlace& place : all) {
        static const std::regex kDefinition(R"(^(create|alter|drop|grant|revoke)\b)");
        const std::string& text = place.statement.text;
        if (std::regex_search(text, kDefinition)) continue;
        judgeSeats(place, findings);
        if (place.statement.inFunction) judgeInserts(place, tables, findings);
        if (!isBatchFunction(place) || !changesAnything(text)) continue;
        if (fenced.insert(place.file).second && !isFence(text)) {
            findings.push_back(
                at(place, "apply_batch checks the fence before it changes anything"));
        }
    }
}

void judgeConstraintNames(const SourceTree& tree, const std::vector<SqlPlace>& all,
                          Findings& findings) {
    static const std::string kMessage = "branch on SQLSTATE, never on a constraint's name: ";
    static const std::regex kInSql(R"(\b(constraint_name|on conflict on constraint [a-z0-9_]+))");
    static const std::regex kInCode(R"(\bPG_DIAG_CONSTRAINT_NAME\b|\bconstraint(Name)?\s*\(\s*\))");
    static const std::regex kDefault(R"([a-z0-9_]+_(pkey|fkey|excl))");
    std::smatch match;
    for (const SqlPlace& place : all) {
        if (!std::regex_search(place.statement.text, match, kInSql)) continue;
        findings.push_back(at(place, kMessage + match.str()));
    }
    const std::set<std::string> names = constraintsOf(all);
    for (const SourceFile& file : tree.files()) {
        if (!file.isCpp() || !file.isUnder("server")) continue;
        const CodeView view = viewCode(file);
        const std::string& code = view.code;
        for (std::sregex_iterator hit(code.begin(), code.end(), kInCode), end; hit != end; ++hit) {
            findings.push_back({"sql", file.path,
                                lineAt(code, static_cast<std::size_t>(hit->position())),
                                kMessage + hit->str()});
        }
        for (const Literal& literal : view.literals) {
            if (!names.contains(literal.value) && !std::regex_match(literal.value, kDefault)) {
                continue;
            }
            findings.push_back(
                {"sql", file.path, lineAt(code, literal.begin), kMessage + literal.value});
        }
    }
}

}  // namespace tessera::check
