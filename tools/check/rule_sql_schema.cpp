// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <regex>
#include <vector>

#include "tools/check/rule_sql.h"

namespace tessera::check {
namespace {

// Cuts at commas outside of parentheses.
std::vector<std::string> itemsOf(std::string_view text) {
    std::vector<std::string> items(1);
    int depth = 0;
    for (const char c : text) {
        if (c == '(') ++depth;
        if (c == ')') --depth;
        if (c == ',' && depth == 0) {
            items.emplace_back();
        } else if (c != ' ' || !items.back().empty()) {
            items.back() += c;
        }
    }
    return items;
}

// What stands in the parentheses that open at or after `from`.
std::string_view insideParentheses(std::string_view text, std::size_t from) {
    const std::size_t open = text.find('(', from);
    if (open == std::string_view::npos) return {};
    int depth = 0;
    for (std::size_t i = open; i < text.size(); ++i) {
        if (text[i] == '(') ++depth;
        if (text[i] == ')' && --depth == 0) return text.substr(open + 1, i - open - 1);
    }
    return text.substr(open + 1);
}

// The rows that a rush updates: each update stays in its page and writes no index.
constexpr const char* kSeats = "seat";
constexpr const char* kOneIndex = "seat has no index but its primary key";
constexpr const char* kRoom = "seat has fillfactor 50";

bool hasRoom(const std::string& text) {
    static const std::regex kFillfactor(R"(\bfillfactor ?= ?50\b)");
    return std::regex_search(text, kFillfactor);
}

class SchemaJudge {
public:
    SchemaJudge(const SourceFile& file, const SqlStatement& statement, const SqlTables& tables,
                Findings& findings)
        : file_(file), statement_(statement), tables_(tables), findings_(findings) {}

    void run() {
        static const std::regex kTable(
            R"(^create (unlogged |temp |temporary )?table (if not exists )?([a-z0-9_.]+))");
        static const std::regex kAlter(R"(^alter table (if exists )?(only )?([a-z0-9_.]+) )");
        static const std::regex kIndex(
            R"(^create (unique )?index (concurrently )?(if not exists )?([a-z0-9_]+ )?on (only )?([a-z0-9_.]+))");
        std::smatch match;
        const std::string& text = statement_.text;
        if (std::regex_search(text, match, kTable)) {
            judgeTable(match[3].str());
        } else if (std::regex_search(text, match, kAlter)) {
            judgeAlter(match[3].str(), match.suffix().str());
        } else if (std::regex_search(text, match, kIndex)) {
            const auto end = static_cast<std::size_t>(match.position() + match.length());
            const std::string table = match[6].str();
            if (table == kSeats) report(kOneIndex);
            if (match[1].matched && tables_.ofEvents.contains(table)) {
                demandEventFirst(insideParentheses(text, end), "unique index on " + table);
            }
        }
    }

private:
    void report(const std::string& message) {
        findings_.push_back({"sql", file_.path, statement_.line, message});
    }

    void demandEventFirst(std::string_view columns, const std::string& what) {
        const std::string first = itemsOf(columns)[0];
        if (first != "event_id") report(what + " must begin with event_id, not " + first);
    }

    void judgeTable(const std::string& table) {
        const bool ofEvent = tables_.ofEvents.contains(table);
        const std::vector<std::string> items = itemsOf(insideParentheses(statement_.text, 0));
        const auto event = std::ranges::find_if(
            items, [](const std::string& item) { return item.starts_with("event_id "); });
        if (ofEvent && event == items.end()) {
            report(table + " has no event_id; a small shared table is listed in shared_tables.txt");
            return;
        }
        if (event != items.end() && !event->starts_with("event_id bigint")) {
            report(table + ".event_id is not bigint");
        }
        bool hasKey = false;
        for (const std::string& item : items) {
            hasKey = hasKey || item.find("primary key") != std::string::npos;
            judgeItem(table, item, ofEvent);
        }
        if (ofEvent && !hasKey) report(table + " has no primary key");
        if (table == kSeats && !hasRoom(statement_.text)) report(kRoom);
    }

    void judgeAlter(const std::string& table, const std::string& action) {
        const std::vector<std::string> actions = itemsOf(action);
        if (actions.size() > 1) report("DDL has one subcommand each: alter table " + table);
        static const std::regex kAdd(R"(^add (column )?(if not exists )?)");
        const bool setsRoom = action.find("fillfactor") != std::string::npos;
        if (table == kSeats && setsRoom && !hasRoom(action)) report(kRoom);
        for (const std::string& one : actions) {
            judgeItem(table, std::regex_replace(one, kAdd, ""), tables_.ofEvents.contains(table));
        }
    }

    // A column or a constraint of `table`.
    void judgeItem(const std::string& table, const std::string& item, bool ofEvent) {
        judgeReference(table, item, ofEvent);
        static const std::regex kGenerated(R"(\b((big|small)?serial[248]?|as identity)\b)");
        if (std::regex_search(item, kGenerated)) {
            report(table + ": ids come from the application, never serial or identity");
        }
        if (!ofEvent) return;
        static const std::regex kSecondIndex(R"(\b(unique|exclude)\b)");
        if (table == kSeats && std::regex_search(item, kSecondIndex)) report(kOneIndex);
        static const std::regex kTableKey(
            R"(^(constraint [a-z0-9_]+ )?(primary key|unique)( nulls (not )?distinct)? ?\()");
        std::smatch match;
        if (std::regex_search(item, match, kTableKey)) {
            demandEventFirst(insideParentheses(item, static_cast<std::size_t>(match.length()) - 1),
                             match[2].str() + " of " + table);
            return;
        }
        static const std::regex kColumnKey(R"(^([a-z0-9_]+) .*\b(primary key|unique)\b)");
        static const std::regex kConstraint(R"(^(constraint|check|foreign|exclude|like)\b)");
        if (!std::regex_search(item, kConstraint) && std::regex_search(item, match, kColumnKey)) {
            demandEventFirst(match[1].str(), match[2].str() + " of " + table);
        }
    }

    void judgeReference(const std::string& table, const std::string& item, bool ofEvent) {
        static const std::regex kReferences(R"(\breferences ([a-z0-9_.]+))");
        std::smatch match;
        if (!std::regex_search(item, match, kReferences)) return;
        if (!ofEvent) {
            if (tables_.ofEvents.contains(match[1].str())) {
                report("shared table " + table + " must not point at an event's table " +
                       match[1].str());
            }
            return;
        }
        const std::size_t key = item.find("foreign key");
        const std::string own = key == std::string::npos
                                    ? item.substr(0, item.find(' '))
                                    : std::string(insideParentheses(item, key));
        demandEventFirst(own, "foreign key of " + table);
        static const std::regex kAction(R"(on update cascade|on delete set (null|default))");
        if (std::regex_search(item, match, kAction)) {
            report("no foreign key " + match[0].str() + " on " + table);
        }
    }

    const SourceFile& file_;
    const SqlStatement& statement_;
    const SqlTables& tables_;
    Findings& findings_;
};

}  // namespace

void judgeSchema(const SourceFile& file, const SqlStatement& statement, const SqlTables& tables,
                 Findings& findings) {
    SchemaJudge(file, statement, tables, findings).run();
}

}  // namespace tessera::check
