// SPDX-License-Identifier: Apache-2.0
// Lines and minutes of sales as plots take them.
//
// Pure but for the language that is installed. The GUI's thread.
#pragma once

#include "shared/qt/inventory/minutes_model.h"
#include "shared/qt/inventory/sales_model.h"
#include "shared/qt/plot/plot_values.h"

namespace tessera::inventory {

// Sold, held, set aside, free.
QList<qt::SharePart> shareParts();
// Of all its places. A line that is told with more than it has is as long as what it has.
QList<qt::ShareBar> placeBars(const SalesModel& model);
// Of what is sold alone, the greatest as long as the plot: channels have no places of their own.
QList<qt::ShareBar> soldBars(const SalesModel& model);
// What a column by minute stands for.
enum class MinuteValue { Tickets, Revenue };

// By minute, the latest last: tickets, or minor units of the report's currency.
QList<qt::TimeColumn> minuteColumns(const MinutesModel& model,
                                    MinuteValue value = MinuteValue::Tickets);
// So many minor units of that currency, as money is written in the model's locale.
QString minuteMoney(const MinutesModel& model, qint64 minorUnits);

}  // namespace tessera::inventory
