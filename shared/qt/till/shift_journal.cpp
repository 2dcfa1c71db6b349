// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/till/shift_journal.h"

namespace tessera::till {

const std::string& ShiftAsked::requestId() const {
    if (!entry.request_id().empty()) return entry.request_id();
    return count.request_id().empty() ? close.request_id() : count.request_id();
}

ShiftJournal::ShiftJournal(const QString& folder)
    : journal_(folder, QStringLiteral("shift_under_way")) {}

ShiftAsked ShiftJournal::read() const {
    const auto page = journal_.read();
    if (!page) return {};
    ShiftAsked asked;
    const bool whole = page->take("entry", asked.entry) && page->take("count", asked.count) &&
                       page->take("close", asked.close);
    if (whole && !asked.requestId().empty()) return asked;
    journal_.setAside();
    return {};
}

bool ShiftJournal::write(const ShiftAsked& asked) const {
    qt::JournalPage page;
    page.put("entry", asked.entry);
    page.put("count", asked.count);
    page.put("close", asked.close);
    return journal_.write(page);
}

}  // namespace tessera::till
