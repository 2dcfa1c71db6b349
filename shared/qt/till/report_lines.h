// SPDX-License-Identifier: Apache-2.0
// An X or Z report, line by line: the same on the screen, on the receipt printer and as PDF.
//
// Pure but for the language that is installed and the machine's zone. The GUI's thread. It has what
// the server's report has: of a shift that is not counted nothing says what its drawer must have.
#pragma once

#include <QtCore/QLocale>
#include <QtCore/QString>
#include <vector>

#include "shared/print/receipt.h"
#include "shared/qt/till/text_table.h"
#include "tessera/v1/shift_service.pb.h"

namespace tessera::till {

struct ReportLine {
    enum class Kind { Title, Heading, Text, Pair };
    Kind kind = Kind::Text;
    QString label{};
    QString amount{};  // Of a Pair.
    bool strong = false;
};

// "Z report 12" or "X report 12".
QString reportTitle(const v1::ShiftReport& report, const QLocale& locale);
std::vector<ReportLine> reportLines(const v1::ShiftReport& report, const QLocale& locale);

// What each currency of the drawer had, must have and has; nothing before it is counted.
std::vector<ReportLine> drawerLines(const v1::Shift& shift, const QLocale& locale);

std::vector<TextColumn> reportColumns();
std::vector<TextRow> reportRows(const std::vector<ReportLine>& lines);
print::Receipt receiptOf(const std::vector<ReportLine>& lines, const QLocale& locale);

}  // namespace tessera::till
