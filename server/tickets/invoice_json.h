// SPDX-License-Identifier: Apache-2.0
// An invoice as it is kept: what is printed once is printed the same ever after.
//
// Pure, thread-safe. A text that decodes is equal to what was encoded; decoding refuses what no
// encoder wrote.
#pragma once

#include <string>
#include <string_view>

#include "server/tickets/invoice_pdf.h"

namespace tessera::tickets {

std::string encodeInvoice(const Invoice& invoice);
Result<Invoice> decodeInvoice(std::string_view json);

}  // namespace tessera::tickets
