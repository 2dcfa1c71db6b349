// SPDX-License-Identifier: Apache-2.0
#include "tools/audit/selftest.h"

#include <algorithm>
#include <cstdio>
#include <set>
#include <utility>

#include "shared/base/ids.h"
#include "tools/audit/copy.h"

namespace tessera::audit {
namespace {

class Selftest {
public:
    Selftest(Database& copy, const Papers& papers, const AuditOptions& options)
        : copy_(copy), papers_(papers), options_(options) {}

    Status begin();
    Result<SelftestResult::Line> attempt(const Tamper& tamper);

private:
    void chooseTold();
    Lines answersFromTold() const;
    std::string filledIn(std::string sql) const;
    Result<bool> plant(const Tamper& tamper, Evidence& evidence);

    Database& copy_;
    const Papers& papers_;
    const AuditOptions& options_;
    Evidence untouched_;
    Report before_;
    std::int64_t order_ = 0;  // 0: nobody was told so.
    std::int64_t reservation_ = 0;
    std::size_t line_ = 0;  // Where it was told.
};

Status Selftest::begin() {
    if (const auto read = readRows(copy_, options_, untouched_); !read) return read;
    if (const auto read = readBooks(papers_.ledger, options_, untouched_); !read) return read;
    if (const auto read = readTold(papers_.answers, untouched_); !read) return read;
    before_ = judge(untouched_, options_);
    chooseTold();
    return {};
}

// The first order with seats that somebody was told as paid, and has all its tickets still.
void Selftest::chooseTold() {
    std::set<std::int64_t> seated;
    std::set<std::int64_t> returned;
    for (const TicketRow& row : untouched_.rows.tickets) {
        if (row.state != TicketState::Active) returned.insert(row.order);
    }
    for (const Answer& answer : untouched_.answers) {
        if (answer.told == Told::Held && !answer.seats.empty()) seated.insert(answer.reservation);
        const bool paid = answer.told == Told::Order && answer.state == "PAID";
        if (!paid || !seated.contains(answer.reservation)) continue;
        if (returned.contains(answer.order)) continue;
        line_ = answer.line;
        order_ = answer.order;
        reservation_ = answer.reservation;
        return;
    }
}

// Without what others were told as paid before it: forgers take the first.
Lines Selftest::answersFromTold() const {
    Lines lines;
    for (std::size_t i = 0; i < papers_.answers.size(); ++i) {
        const std::string& line = papers_.answers[i];
        const bool paid = line.find("\"state\":\"PAID\"") != std::string::npos;
        if (!paid || i + 1 >= line_) lines.push_back(line);
    }
    return lines;
}

std::string Selftest::filledIn(std::string sql) const {
    for (const auto& [mark, id] :
         {std::pair<std::string, std::int64_t>{"@order", order_}, {"@reservation", reservation_}}) {
        for (auto at = sql.find(mark); at != std::string::npos; at = sql.find(mark)) {
            sql.replace(at, mark.size(), std::to_string(id));
        }
    }
    return sql;
}

Result<bool> Selftest::plant(const Tamper& tamper, Evidence& evidence) {
    if (!tamper.sql.empty()) {
        if (const auto begun = copy_.query("BEGIN"); !begun) return tl::unexpected(begun.error());
        const auto changed = copy_.change(filledIn(tamper.sql));
        const Status read = changed ? readRows(copy_, options_, evidence) : Status{};
        (void)copy_.query("ROLLBACK");
        if (!changed) return tl::unexpected(changed.error());
        if (!read) return tl::unexpected(read.error());
        if (*changed == 0) return false;
    }
    if (tamper.ledger) {
        Lines lines = papers_.ledger;
        if (!tamper.ledger(lines)) return false;
        if (const auto read = readBooks(lines, options_, evidence); !read) {
            return tl::unexpected(read.error());
        }
    }
    if (tamper.answers) {
        Lines lines = answersFromTold();
        if (!tamper.answers(lines)) return false;
        if (const auto read = readTold(lines, evidence); !read) {
            return tl::unexpected(read.error());
        }
    }
    return true;
}

Result<SelftestResult::Line> Selftest::attempt(const Tamper& tamper) {
    Evidence evidence = untouched_;
    const auto planted = plant(tamper, evidence);
    if (!planted) return tl::unexpected(planted.error());
    SelftestResult::Line line{tamper.check, tamper.rule, *planted, false};
    if (!*planted) return line;
    const Report report = judge(evidence, options_);
    line.reported =
        report.found(tamper.check, tamper.rule) > before_.found(tamper.check, tamper.rule);
    return line;
}

// Without other events' payments: a fault planted there would be nobody's.
Papers papersOf(const Papers& all, const AuditOptions& options) {
    Papers own = all;
    if (!options.event) return own;
    const std::string mark = "\"tessera_event\":\"" + encodePublicId(*options.event) + "\"";
    std::erase_if(own.ledger,
                  [&](const std::string& line) { return line.find(mark) == std::string::npos; });
    return own;
}

}  // namespace

std::size_t SelftestResult::caught() const {
    return static_cast<std::size_t>(
        std::count_if(lines.begin(), lines.end(), [](const Line& line) { return line.reported; }));
}

Result<SelftestResult> selftest(Database& original, const std::string& conninfo,
                                const Papers& papers, const AuditOptions& options) {
    const auto copy = Copy::make(original, conninfo, options.event);
    if (!copy) return tl::unexpected(copy.error());
    const Papers own = papersOf(papers, options);
    Selftest test((*copy)->database(), own, options);
    if (const auto begun = test.begin(); !begun) return tl::unexpected(begun.error());
    SelftestResult result;
    for (const Tamper& tamper : allTampers()) {
        auto line = test.attempt(tamper);
        if (!line) return tl::unexpected(line.error());
        result.lines.push_back(std::move(*line));
    }
    return result;
}

std::string tableOf(const SelftestResult& result) {
    std::string out;
    for (const SelftestResult::Line& line : result.lines) {
        char text[120];
        std::snprintf(text, sizeof text, "%s %-32s %s\n", nameOf(line.check).data(),
                      line.rule.c_str(),
                      line.reported  ? "reported"
                      : line.planted ? "MISSED"
                                     : "NOTHING TO TAMPER WITH");
        out += text;
    }
    return out + "selftest: " + std::to_string(result.caught()) + " of " +
           std::to_string(result.lines.size()) + " planted faults were reported\n";
}

}  // namespace tessera::audit
