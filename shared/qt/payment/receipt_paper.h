// SPDX-License-Identifier: Apache-2.0
// What stands on a receipt: what was bought, what it costs, how it was paid.
//
// Pure but for the language that is installed. The GUI's thread. No name of a buyer is on it.
#pragma once

#include <QtCore/QLocale>

#include "shared/print/receipt.h"
#include "tessera/v1/event.pb.h"
#include "tessera/v1/order.pb.h"

namespace tessera::payment {

// `change`: what went back of the cash, in minor units.
print::Receipt receiptOf(const v1::Event& event, const v1::Order& order, std::int64_t change,
                         const QLocale& locale);

}  // namespace tessera::payment
