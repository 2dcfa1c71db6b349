// SPDX-License-Identifier: Apache-2.0
// What the checks found and how much they judged. Not thread-safe; bounded: beyond kFindingsMax
// of one check findings are counted only.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tessera::audit {

enum class Check { A1, A2, A3, A4, A5, A6, A7, A8, A9, A10, A11 };
inline constexpr std::size_t kChecks = 11;
inline constexpr std::size_t kFindingsMax = 1000;

std::string_view nameOf(Check check);
// What must be so.
std::string_view ruleOf(Check check);

struct Finding {
    Check check = Check::A1;
    std::string rule;  // A word for the rule that is broken: "two_tickets".
    std::string what;  // With ids; never personal data.
};

class Report {
public:
    // `judged` more things were looked at.
    void judge(Check check, std::size_t judged = 1) { judged_[index(check)] += judged; }
    void find(Check check, std::string rule, std::string what);

    std::size_t judged(Check check) const { return judged_[index(check)]; }
    std::size_t found(Check check) const { return found_[index(check)]; }
    std::size_t found(Check check, std::string_view rule) const;
    std::size_t foundAll() const;
    const std::vector<Finding>& findings() const { return findings_; }

    std::size_t rowsAudited = 0;
    std::size_t answersJudged = 0;
    // What waits for people, with an alarm: no finding, but told.
    std::size_t manualOrders = 0;
    std::size_t manualRefunds = 0;

private:
    static std::size_t index(Check check) { return static_cast<std::size_t>(check); }

    std::array<std::size_t, kChecks> judged_{};
    std::array<std::size_t, kChecks> found_{};
    std::map<std::pair<Check, std::string>, std::size_t> byRule_;  // All of them.
    std::vector<Finding> findings_;
};

// A table for people, and the same as a JSON object.
std::string tableOf(const Report& report);
std::string jsonOf(const Report& report);

}  // namespace tessera::audit
