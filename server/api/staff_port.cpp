// SPDX-License-Identifier: Apache-2.0
#include "server/api/staff_port.h"

#include "server/api/handlers_counter.h"
#include "server/app/shift/shift_room.h"

namespace tessera::api {

StaffPort::StaffPort(const StaffParts& staff, const Shared& shared)
    : staff_(staff),
      app_(shared.edges.app),
      timers_(shared.edges.timers),
      observer_(shared.edges.metrics, shared.edges.log, table_, Observer::kStaffNames),
      registry_(registered(shared)),
      gate_(staff.desk, shared.edges.app),
      dispatcher_(shared.limits, shared.edges.app, registry_, shared.edges.timers, &gate_),
      context_{dispatcher_, observer_, shared.keeper, shared.patience, true} {}

Registry StaffPort::registered(const Shared& shared) const {
    Registry registry(table_);
    HandlerContext base{shared.edges.app, shared.presentation, shared.edges.executor,
                        shared.edges.monotonic};
    if (staff_.shifts != nullptr) base.till = &staff_.shifts->till();
    if (staff_.counter != nullptr) base.customers = &staff_.counter->customers;
    registerSales(registry, base, shared.edges.wallets);
    const StaffContext context{base, staff_.desk, staff_.office};
    registerSessions(registry, context);
    registerAccounts(registry, context);
    registerDevices(registry, context);
    registerDeskSale(registry, context,
                     staff_.counter == nullptr ? nullptr : &staff_.counter->orders);
    if (staff_.counter != nullptr) {
        const CounterContext counter{*staff_.counter, context};
        registerOrderSearch(registry, counter);
        registerOrderDesk(registry, counter);
        registerCustomers(registry, counter);
        registerPersons(registry, counter);
    }
    if (staff_.shifts != nullptr) registerShifts(registry, context, staff_.shifts->desk());
    if (staff_.setup != nullptr) {
        const HandlerContext reports{base.app,       base.presentation, staff_.setup->reports(),
                                     base.monotonic, base.till,         base.customers};
        registerInventory(registry, {reports, staff_.desk, staff_.office},
                          staff_.setup->inventory());
        registerSetup(registry, context, staff_.setup->setup());
    }
    // A server whose rooms are all there serves every method, or does not start.
    if (staff_.counter == nullptr || staff_.shifts == nullptr || staff_.setup == nullptr) {
        registry.refuseRest();
    }
    TESSERA_CHECK(registry.complete());
    return registry;
}

Status StaffPort::start(const runtime::GrpcConfig& grpc) {
    gate_.demand(grpc.staff.appVersionMin);
    runtime::GrpcConfig own = grpc;
    own.address = grpc.staff.address;
    own.port = grpc.staff.port;
    own.tlsCertFile = grpc.staff.certFile;
    own.tlsKeyFile = grpc.staff.keyFile;
    auto started =
        GrpcServer::start(own, table_, context_, app_, timers_, staff_.office.authorityPem());
    if (!started) return tl::make_unexpected(started.error());
    server_ = std::move(*started);
    return {};
}

void StaffPort::stop() {
    if (server_) server_->stop();
}

}  // namespace tessera::api
