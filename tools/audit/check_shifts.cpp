// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <set>
#include <string>

#include "shared/base/ids.h"
#include "tools/audit/checks.h"

namespace tessera::audit {
namespace {

constexpr auto kDone = ShiftEntryRow::State::Done;

std::string referenceOf(const ShiftEntryRow& entry) {
    return encodePublicId(entry.shift) + "/" + entry.request;
}

bool isOfShift(const TenderRow& tender) {
    const std::size_t slash = tender.reference.find('/');
    return tender.kind == TenderKind::Cash && slash != std::string::npos &&
           decodePublicId(tender.reference.substr(0, slash)).has_value();
}

std::map<Key, std::int64_t> capturedByTender(const Indexed& rows) {
    std::map<Key, std::int64_t> sums;
    for (const AttemptRow& row : rows.rows.attempts) {
        sums[{row.event, row.tender}] += row.captured;
    }
    return sums;
}

}  // namespace

void checkShifts(const Indexed& rows, Report& report) {
    std::map<Key, const ShiftEntryRow*> entries;  // By tender.
    std::set<std::string> open;
    for (const ShiftEntryRow& entry : rows.rows.shiftEntries) {
        report.judge(Check::A11);
        const Key target{entry.event, entry.target};
        if (entry.state == ShiftEntryRow::State::Open) open.insert(referenceOf(entry));
        if (entry.state != kDone) continue;
        if (entry.kind == ShiftEntryRow::Kind::GivenBack) {
            const RefundRow* refund = Indexed::find(rows.refunds, target);
            const bool given = refund != nullptr && refund->state == RefundState::Succeeded &&
                               refund->amount == entry.amount;
            if (given) continue;
            report.find(Check::A11, "entry_without_refund",
                        where(entry.event, "shift", entry.shift));
            continue;
        }
        if (entry.target == 0 && entry.amount == 0) continue;  // There was nothing to pay.
        const TenderRow* tender = Indexed::find(rows.tenders, target);
        if (tender == nullptr || tender->reference != referenceOf(entry)) {
            report.find(Check::A11, "entry_without_tender",
                        where(entry.event, "shift", entry.shift));
            continue;
        }
        entries.emplace(target, &entry);
    }
    auto captured = capturedByTender(rows);
    for (const TenderRow& tender : rows.rows.tenders) {
        if (!isOfShift(tender)) continue;
        report.judge(Check::A11);
        const Key key{tender.event, tender.id};
        const auto entry = entries.find(key);
        if (entry == entries.end()) {
            if (captured[key] == 0 || open.contains(tender.reference)) continue;
            report.find(Check::A11, "tender_without_entry",
                        where(tender.event, "tender", tender.id));
        } else if (entry->second->counted && entry->second->amount != captured[key]) {
            report.find(Check::A11, "entry_differs", where(tender.event, "tender", tender.id));
        }
    }
}

}  // namespace tessera::audit
