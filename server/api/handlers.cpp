// SPDX-License-Identifier: Apache-2.0
#include "server/api/handlers.h"

#include "shared/base/check.h"

namespace tessera::api {

void registerSales(Registry& registry, HandlerContext context, const WalletSigners& wallets) {
    registerCatalog(registry, context);
    registerSeatMaps(registry, context);
    registerReservations(registry, context);
    registerOrders(registry, context);
    registerOrderPayments(registry, context);
    registerPayments(registry, context);
    registerDisruptions(registry, context);
    registerTransfers(registry, context);
    registerDocuments(registry, context, wallets);
    registerAdminSetup(registry, context);
    registerAdminSale(registry, context);
}

void registerAll(Registry& registry, HandlerContext context, const WalletSigners& wallets) {
    registerSales(registry, context, wallets);
    TESSERA_CHECK(registry.complete());
}

}  // namespace tessera::api
