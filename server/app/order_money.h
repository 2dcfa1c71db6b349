// SPDX-License-Identifier: Apache-2.0
// The money of an order as it is shown: tenders, payments and refunds, of the engine's view where
// it is in memory, else of the database's record.
//
// Pure; any thread. Attempts that came to nothing are not shown.
#pragma once

#include "server/app/app.h"
#include "server/engine/order_record.h"
#include "server/payments/providers.h"

namespace tessera::app {

// True of states whose money only the record has, or has more of.
bool needsRecord(engine::OrderState state);

// Payments and tenders of `answer.view`, and what of the total is covered.
void showMoney(const payments::Providers& providers, OrderAnswer& answer);
// In their place those of the record, and its refunds.
void showMoney(const payments::Providers& providers, const engine::OrderRecord& record,
               OrderAnswer& answer);

std::vector<RefundShown> refundsOf(const payments::Providers& providers,
                                   const engine::OrderRecord& record);

// "house" where nobody is asked; empty where this installation has no such provider any more.
std::string providerName(const payments::Providers& providers, engine::ProviderKind kind);

}  // namespace tessera::app
