// SPDX-License-Identifier: Apache-2.0
// What planted faults are made of; and those of money, which are a list of their own.
#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "tools/audit/tampers.h"

namespace tessera::audit {

using Json = nlohmann::ordered_json;

// Changes the first row that `condition` holds for.
inline std::string changeOne(const std::string& table, const std::string& set,
                             const std::string& condition) {
    return "UPDATE " + table + " SET " + set + " WHERE ctid = (SELECT ctid FROM " + table +
           " WHERE " + condition + " LIMIT 1)";
}

inline std::string removeOne(const std::string& table, const std::string& condition) {
    return "DELETE FROM " + table + " WHERE ctid = (SELECT ctid FROM " + table + " WHERE " +
           condition + " LIMIT 1)";
}

inline Tamper bySql(Check check, const char* rule, std::string sql) {
    return {check, rule, std::move(sql), nullptr, nullptr};
}

// The first line that has `field` with this text.
inline Lines::iterator lineWith(Lines& lines, const std::string& field, const std::string& value) {
    const std::string needle = "\"" + field + "\":\"" + value + "\"";
    return std::find_if(lines.begin(), lines.end(), [&](const std::string& line) {
        return line.find(needle) != std::string::npos;
    });
}

inline Tamper byCapture(Check check, const char* rule,
                        std::function<void(Lines&, Lines::iterator)> how) {
    return {check, rule, "",
            [how = std::move(how)](Lines& lines) {
                const auto at = lineWith(lines, "type", "capture");
                if (at == lines.end()) return false;
                how(lines, at);
                return true;
            },
            nullptr};
}

inline void rewrite(std::string& line, const std::function<void(Json&)>& how) {
    Json object = Json::parse(line, nullptr, false);
    how(object);
    line = object.dump();
}

void addMoneyTampers(std::vector<Tamper>& all);    // A5, A6
void addPromiseTampers(std::vector<Tamper>& all);  // A8, A9, A10
void addRestTampers(std::vector<Tamper>& all);     // A7
void addShiftTampers(std::vector<Tamper>& all);    // A11

}  // namespace tessera::audit
