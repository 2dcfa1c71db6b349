// SPDX-License-Identifier: Apache-2.0
// A receipt as a job keeps it: what its printer gets.
//
// Deterministic for the same fonts. Errors name places, never values. Needs a QGuiApplication.
#pragma once

#include <QByteArray>

#include "shared/base/result.h"
#include "shared/print/receipt.h"
#include "shared/qt/print/print_job.h"

namespace tessera::qt {

// ESC/POS, or a PDF for a printer of the system. REQUIRES: a language that prints receipts.
Result<QByteArray> receiptBytes(const print::Receipt& receipt, PrinterLanguage language);

}  // namespace tessera::qt
