// SPDX-License-Identifier: Apache-2.0
#include "tools/admin/staff.h"

#include <algorithm>
#include <istream>
#include <ostream>
#include <sstream>

#include "server/app/staff/office.h"
#include "server/app/staff/permissions.h"
#include "shared/base/encoding.h"

namespace tessera::admin {
namespace {

constexpr const char* kFromShell = "from a shell, ";

std::string eventText(EventId event) {
    return event ? encodePublicId(event.value) : "0";
}

const char* wordOf(store::TrailFault fault) {
    switch (fault) {
        case store::TrailFault::Number:
            return "is missing, doubled or not where it was";
        case store::TrailFault::Before:
            return "does not follow the row before it";
        case store::TrailFault::Hash:
            return "was changed";
        case store::TrailFault::Event:
            return "is of another chain";
        case store::TrailFault::End:
            return "is where the chain ends or differs from the end that is known";
    }
    return "";
}

// One chain in pages; the first fault.
Result<std::optional<store::TrailFinding>> judge(store::StaffRows& rows, store::TrailCheck& check,
                                                 EventId event) {
    for (;;) {
        const auto page = rows.readTrail(event, check.end().number);
        if (!page) return tl::make_unexpected(page.error());
        if (page->empty()) return std::optional<store::TrailFinding>{};
        if (const auto found = check.judge(*page)) return found;
    }
}

Status judgeInto(TrailReport& report, store::StaffRows& rows, EventId event,
                 const TrailEnds& known) {
    store::TrailCheck check(event);
    const auto end = known.find(event);
    if (end != known.end()) check.watch(end->second.number);
    auto found = judge(rows, check, event);
    if (!found) return tl::make_unexpected(found.error());
    if (!*found && end != known.end()) *found = check.judgeEnd(end->second);
    report.rows += check.judged();
    report.ends[event] = check.end();
    if (*found) {
        report.findings.push_back("chain " + eventText(event) + ", row " +
                                  std::to_string((*found)->number) + " " + wordOf((*found)->fault));
    }
    return {};
}

}  // namespace

Status addStaff(store::StaffRows& rows, const NewStaff& staff, Instant now, std::ostream& out) {
    const auto role = staff::roleNamed(staff.role);
    if (!role) return failure("role: cashier, supervisor, manager or administrator");
    staff::Turns hashing(staff::kHashesAtOnce);
    staff::Office office(rows, nullptr, hashing);
    const auto made = office.create({staff.login, staff.name, *role}, {{}, {}, now, kFromShell});
    if (!made) return tl::make_unexpected(made.error());
    if (made->outcome == staff::OfficeOutcome::FieldBad) {
        return failure(made->field + ": " + made->limit);
    }
    if (made->outcome == staff::OfficeOutcome::TooMany) {
        return failure("there are " + made->limit + " already");
    }
    if (made->outcome != staff::OfficeOutcome::Done) return failure("login: it is taken");
    out << made->value.secret << '\n' << std::flush;
    return out ? Status{} : failure("the password cannot be written");
}

Status listStaff(store::StaffRows& rows, std::ostream& out) {
    const auto all = rows.readStaff();
    if (!all) return tl::make_unexpected(all.error());
    for (const auto& row : *all) {
        out << row.login << '\t' << staff::nameOf(static_cast<staff::Role>(row.role)) << '\t'
            << (row.disabled ? "disabled" : "enabled") << '\t' << row.name << '\n';
    }
    return {};
}

Result<TrailReport> verifyTrail(store::StaffRows& rows, const TrailEnds& known) {
    TrailReport report;
    std::optional<EventId> after;
    for (;;) {
        const auto events = rows.trailsAfter(after);
        if (!events) return tl::make_unexpected(events.error());
        if (events->empty()) break;
        for (const EventId event : *events) {
            if (auto judged = judgeInto(report, rows, event, known); !judged) {
                return tl::make_unexpected(judged.error());
            }
        }
        after = events->back();
    }
    for (const auto& [event, end] : known) {
        if (end.number == 0 || report.ends.contains(event)) continue;
        report.findings.push_back("chain " + eventText(event) + " is gone");
    }
    return report;
}

void printEnds(const TrailEnds& ends, std::ostream& out) {
    for (const auto& [event, end] : ends) {
        out << eventText(event) << ' ' << end.number << ' ' << toHex(end.hash) << '\n';
    }
}

Result<TrailEnds> readEnds(std::istream& in) {
    TrailEnds ends;
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        std::istringstream words(line);
        std::string event;
        std::string hash;
        store::TrailEnd end;
        words >> event >> end.number >> hash;
        const auto id = event == "0" ? std::optional<std::int64_t>(0) : decodePublicId(event);
        const auto bytes = fromHex(hash);
        if (!words || !id || end.number < 0 || !bytes || bytes->size() != end.hash.size()) {
            return failure("line " + std::to_string(number) + " is no end of a chain");
        }
        std::copy(bytes->begin(), bytes->end(), end.hash.begin());
        ends[EventId{*id}] = end;
    }
    return ends;
}

}  // namespace tessera::admin
