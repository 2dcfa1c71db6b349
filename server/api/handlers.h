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
#include "tessera/v1/catalog_service.pb.h"

namespace tessera::shift {
class Till;
}
namespace tessera::store {
class Customers;
}

namespace tessera::api {

// What handlers work with; all outlive the registry.
struct HandlerContext {
    app::App& app;
    Presentation& presentation;
    runtime::Executor& executor;
    const runtime::MonotonicClock& monotonic;
    shift::Till* till = nullptr;            // Null: money goes through no shift.
    store::Customers* customers = nullptr;  // Null: whom a session bills is not judged.
};

// Every method of the contract; aborts if one is left out.
void registerAll(Registry& registry, HandlerContext context, const WalletSigners& wallets);

// The same for whichever table: what its port does not serve is passed over.
void registerSales(Registry& registry, HandlerContext context, const WalletSigners& wallets);

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

// Keys with an admin scope and sessions of staff: drafts and allocations are theirs to see.
bool seesEverything(const CallPtr& call);

// Events as ListEvents lists them; `drafts`: those, too.
void listEvents(HandlerContext context, const v1::ListEventsRequest& request, bool drafts,
                const app::Reply<v1::ListEventsResponse>& reply);

// Refuses by `reply`.
template <class Response>
auto failing(app::Reply<Response> reply) {
    return [reply = std::move(reply)](const app::Problem& problem) {
        reply(tl::make_unexpected(problem));
    };
}

// `next` with the ids of a request on one order, or `fail`; INVALID_ID.
template <class Request, class Fail, class Next>
void onOrder(const Request& request, const Fail& fail, const Next& next) {
    const auto event = parseEventId(request.event());
    if (!event) return fail(event.error());
    const auto order = parseOrderId(*event, request.order());
    if (!order) return fail(order.error());
    next(*event, *order);
}

// And with its event, to show the answer with.
template <class Request, class Fail, class Next>
void onShownOrder(HandlerContext context, const Request& request, const Fail& fail,
                  const Next& next) {
    onOrder(request, fail, [&](EventId event, OrderId order) {
        context.presentation.find(event, [=](app::Answer<ShownEventPtr> shown) {
            if (!shown) return fail(shown.error());
            next(event, order, *shown);
        });
    });
}

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
