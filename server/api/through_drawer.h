// SPDX-License-Identifier: Apache-2.0
// What changes an order's money by a session goes through the open shift of its device; whatever
// has no session is sent as it is.
//
// Thread-safe; nothing is kept between calls.
#pragma once

#include <string>

#include "server/api/handlers.h"
#include "server/app/shift/till.h"

namespace tessera::api {

// What a call does to a drawer.
struct DrawerMove {
    store::EntryKind kind = store::EntryKind::Taken;
    // Of the tender that is asked for, or of what is given back; nothing: of tickets taken back.
    std::optional<engine::TenderKind> tender{};
    EventId event;
    OrderId order{};    // 0: it is made by the call.
    RefundId refund{};  // Of CashBack.
    Currency currency;
    std::int64_t customer = 0;  // Who is billed by the tender; 0: nobody.
};

// CUSTOMER_NOT_FOUND, CUSTOMER_NOT_TRUSTED of whom a session bills, unless the request had its
// effect before. `send` is given the stamp that the command is to have and the reference of a
// tender of cash; empty: the caller's own.
void throughDrawer(HandlerContext context, const CallPtr& call, const DrawerMove& move,
                   const shift::Till::OrderReply& reply, const shift::Till::Send& send);

Currency currencyOf(const ShownEvent& shown);

// Puts the shift's reference into a choice of cash.
void nameShift(engine::TenderChoice& choice, const std::string& reference);

// Whether a reference is one that a shift gives to its cash: nobody else may.
bool isOfShift(std::string_view reference);

// What an API key with admin:payments acts as, and a session.
app::CallerCredentials asStaff(const CallPtr& call);

// Tickets that are taken back, and a refund that is handed over where it is cash. `shown`: its
// event.
void takeBack(HandlerContext context, const CallPtr& call, const ShownEvent& shown,
              const app::CallerCredentials& caller, const engine::RefundTickets& command,
              const app::Reply<app::OrderAnswer>& reply);
void settleInCash(HandlerContext context, const CallPtr& call, const ShownEvent& shown,
                  const engine::SettleRefund& command, const app::Reply<app::OrderAnswer>& reply);

}  // namespace tessera::api
