// SPDX-License-Identifier: Apache-2.0
// An event on any plan of plans/, sold on every channel.
//
// Not thread-safe; owns nothing. A failure is reported to the running test and leaves `event`
// empty.
#pragma once

#include <string>

#include "tests/integration/sale.h"

namespace tessera::integration {

// `plan` as in "national-stadium". Imports it anew.
Sale makeSaleOn(const Stack& stack, const std::string& plan, const SaleOptions& options = {});

}  // namespace tessera::integration
