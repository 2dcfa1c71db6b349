// SPDX-License-Identifier: Apache-2.0
// Shifts as staff reads them: states, what went in and out, what was counted.
//
// Pure but for the language that is installed and the machine's zone. The GUI's thread. What must
// be in a drawer is in none of these texts before the server has sent it.
#pragma once

#include <QtCore/QLocale>
#include <QtCore/QString>
#include <string>
#include <vector>

#include "shared/qt/till/text_table.h"
#include "tessera/v1/shift_service.pb.h"

namespace tessera::till {

// The zone that the till stands in.
std::string tillZone();

QString stateText(v1::Shift::State state);
QString kindText(v1::DrawerEntry::Kind kind);
// "Shift 12, Till one".
QString shiftTitle(const v1::Shift& shift, const QLocale& locale);
// What was in the drawer at the beginning: "200.00 €  +  CHF 50.00".
QString floatText(const v1::Shift& shift, const QLocale& locale);
// With a sign, of each currency that differs: "-1.00 €". Empty: of none, or it is not known.
QString differenceText(const v1::Shift& shift, const QLocale& locale);
QString signedText(const v1::Money& money, const QLocale& locale);

// Time, what, amount, reason, who; the latest first.
std::vector<TextColumn> entryColumns();
std::vector<TextRow> entryRows(const v1::Shift& shift, const QLocale& locale);
// Number, till, who, opened, closed, state, difference; `key` is the shift's id.
std::vector<TextColumn> shiftColumns();
TextRow shiftRow(const v1::Shift& shift, const QLocale& locale);

}  // namespace tessera::till
