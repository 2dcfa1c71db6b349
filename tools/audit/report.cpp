// SPDX-License-Identifier: Apache-2.0
#include "tools/audit/report.h"

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <numeric>

namespace tessera::audit {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, kChecks> kTexts{{
    {"A1", "no seat has two valid tickets or two owners"},
    {"A2", "seats, reservations and tickets name each other"},
    {"A3", "states sum to the capacity"},
    {"A4", "every answer agrees with the rows"},
    {"A5", "captured - refunded - retained + receivable = price of active tickets"},
    {"A6", "nothing captured without tickets, nothing twice"},
    {"A7", "at rest nothing is due or under way"},
    {"A8", "who paid in time has exactly the seats that were shown"},
    {"A9", "every release has its evidence, and it was so before"},
    {"A10", "a key has one effect, and names whose it is"},
    {"A11", "cash of a shift and its entries are the same"},
}};
constexpr std::size_t kShownMax = 20;

}  // namespace

std::string_view nameOf(Check check) {
    return kTexts[static_cast<std::size_t>(check)].first;
}

std::string_view ruleOf(Check check) {
    return kTexts[static_cast<std::size_t>(check)].second;
}

void Report::find(Check check, std::string rule, std::string what) {
    ++byRule_[{check, rule}];
    if (++found_[index(check)] > kFindingsMax) return;
    findings_.push_back({check, std::move(rule), std::move(what)});
}

std::size_t Report::found(Check check, std::string_view rule) const {
    const auto at = byRule_.find({check, std::string(rule)});
    return at == byRule_.end() ? 0 : at->second;
}

std::size_t Report::foundAll() const {
    return std::accumulate(found_.begin(), found_.end(), std::size_t{0});
}

std::string tableOf(const Report& report) {
    std::string out = "check     judged  findings  what must be so\n";
    for (std::size_t i = 0; i < kChecks; ++i) {
        const Check check = static_cast<Check>(i);
        char line[160];
        std::snprintf(line, sizeof line, "%-5s %10zu %9zu  %s\n", nameOf(check).data(),
                      report.judged(check), report.found(check), ruleOf(check).data());
        out += line;
    }
    out += "rows audited " + std::to_string(report.rowsAudited) + ", answers judged " +
           std::to_string(report.answersJudged) + ", findings " +
           std::to_string(report.foundAll()) + "\n";
    if (report.manualOrders + report.manualRefunds > 0) {
        out += "for people: orders " + std::to_string(report.manualOrders) + ", refunds " +
               std::to_string(report.manualRefunds) + "\n";
    }
    for (std::size_t i = 0; i < std::min(kShownMax, report.findings().size()); ++i) {
        const Finding& finding = report.findings()[i];
        out += "  " + std::string(nameOf(finding.check)) + " " + finding.rule + ": " +
               finding.what + "\n";
    }
    return out;
}

std::string jsonOf(const Report& report) {
    nlohmann::ordered_json findings = nlohmann::ordered_json::array();
    for (const Finding& finding : report.findings()) {
        findings.push_back(
            {{"check", nameOf(finding.check)}, {"rule", finding.rule}, {"what", finding.what}});
    }
    nlohmann::ordered_json judged;
    for (std::size_t i = 0; i < kChecks; ++i) {
        const Check check = static_cast<Check>(i);
        judged[std::string(nameOf(check))] = report.judged(check);
    }
    return nlohmann::ordered_json{
               {"rows_audited", report.rowsAudited},     {"answers_judged", report.answersJudged},
               {"findings_count", report.foundAll()},    {"manual_orders", report.manualOrders},
               {"manual_refunds", report.manualRefunds}, {"judged", std::move(judged)},
               {"findings", std::move(findings)}}
               .dump() +
           "\n";
}

}  // namespace tessera::audit
