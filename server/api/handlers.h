// SPDX-License-Identifier: Apache-2.0
// What each method of the contract does: decode ids and values, call App, encode its answer.
//
// One function per service registers its handlers. They keep nothing between calls; thread-safe.
#pragma once

#include "server/api/convert_common.h"
#include "server/api/convert_documents.h"
#include "server/api/presentation.h"
#include "server/api/registry.h"
#include "server/runtime/clock.h"
#include "server/runtime/executor.h"

namespace tessera::api {

// What handlers work with; all outlive the registry.
struct HandlerContext {
    app::App& app;
    Presentation& presentation;
    runtime::Executor& executor;
    const runtime::MonotonicClock& monotonic;
};

// Every method of the contract; aborts if one is left out.
void registerAll(Registry& registry, HandlerContext context, const WalletSigners& wallets);

void registerCatalog(Registry& registry, HandlerContext context);
void registerSeatMaps(Registry& registry, HandlerContext context);
void registerReservations(Registry& registry, HandlerContext context);
void registerOrders(Registry& registry, HandlerContext context);
// Paying in parts and giving back; what staff does about it.
void registerOrderPayments(Registry& registry, HandlerContext context);
void registerPayments(Registry& registry, HandlerContext context);
// Events that are cancelled or moved, and what their buyers answer.
void registerDisruptions(Registry& registry, HandlerContext context);
void registerTransfers(Registry& registry, HandlerContext context);  // Tickets handed on.
void registerDocuments(Registry& registry, HandlerContext context, const WalletSigners& wallets);
void registerAdminSetup(Registry& registry, HandlerContext context);  // Venues, layouts, events.
void registerAdminSale(Registry& registry, HandlerContext context);   // Sale, allocations, codes.

// The event if the caller may see it: a draft is shown to keys with an admin scope only.
void findVisible(HandlerContext context, const CallPtr& call, EventId event,
                 app::Reply<ShownEventPtr> reply);

// The caller of a request that may be about a transfer; INVALID_ID.
template <class Request>
app::Answer<app::CallerCredentials> holderOf(const CallPtr& call, EventId event,
                                             const Request& request) {
    app::CallerCredentials caller = call->caller();
    if (request.transfer().empty()) return caller;
    const auto transfer = parseTransferId(event, request.transfer());
    if (!transfer) return tl::make_unexpected(transfer.error());
    caller.transfer = *transfer;
    return caller;
}

}  // namespace tessera::api
