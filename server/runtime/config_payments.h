// SPDX-License-Identifier: Apache-2.0
// The parts of the configuration that name the payment providers, and who sells.
//
// Pure; internal to config.cpp.
#pragma once

#include <string>

#include "server/runtime/config.h"
#include "server/runtime/config_reader.h"

namespace tessera::runtime {

void readPayments(ConfigReader json, const std::string& folder, PaymentsConfig& out);
void readInvoices(ConfigReader json, InvoicesConfig& out);

}  // namespace tessera::runtime
