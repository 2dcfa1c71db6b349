// SPDX-License-Identifier: Apache-2.0
// What the methods of the staff port alone do: call desk and office where they may block, encode.
//
// They keep nothing between calls; thread-safe. Passwords, PINs, codes and tokens live as long as
// their call, and are never logged.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "server/api/handlers.h"
#include "server/api/reasons.h"
#include "server/app/staff/desk.h"
#include "server/app/staff/office.h"

namespace tessera::shift {
class ShiftDesk;
}
namespace tessera::store {
class OrderSearch;
}

namespace tessera::api {

// All outlive the registry.
struct StaffContext {
    HandlerContext base;
    staff::Desk& desk;
    staff::Office& office;

    Instant now() const { return base.app.serverTime(); }
};

// Signing in and what a session does about itself; accounts; devices.
void registerSessions(Registry& registry, StaffContext context);
void registerAccounts(Registry& registry, StaffContext context);
void registerDevices(Registry& registry, StaffContext context);
// Prices of what is held, and whose a seat is. Without `orders` nobody knows who of the house made
// a reservation.
void registerDeskSale(Registry& registry, StaffContext context, store::OrderSearch* orders);
void registerShifts(Registry& registry, StaffContext context, shift::ShiftDesk& desk);

// Whatever the office refuses; NOT_FOUND by `notFound`. REQUIRES: not Done.
app::Problem problemOf(staff::OfficeOutcome outcome, std::string_view field, std::string_view limit,
                       std::string_view notFound);

// What a failure of the rows is told as: where they cannot say whether the change was made, the
// caller must look, and not try again.
inline app::Problem problemOf(const Error& error) {
    if (error.effect == Effect::None) return app::unavailable("The look-up failed.");
    return refuse("RESULT_UNKNOWN", "The change may have been made: read again what it is about.");
}

// Runs `work` on the executor that may block, else refuses.
template <class Response, class Work>
void whereItMayBlock(const StaffContext& context, const app::Reply<Response>& reply, Work work) {
    if (context.base.executor.post(std::move(work)) != runtime::PostOutcome::Accepted) {
        reply(tl::make_unexpected(refuse("OVERLOADED", "Too much waits to be looked up.")));
    }
}

// Who makes a change, by the call's session.
inline staff::Doer doerOf(const StaffContext& context, const CallPtr& call) {
    const auto& session = *call->staff().session;
    return {session.staff, session.device, context.now()};
}

// `ask` gives the office's result where it may block; `show` encodes its value. What was done is
// read again at once, so that this node judges the next call by it.
template <class Response, class Ask, class Show>
void inOffice(const StaffContext& context, std::string_view notFound,
              const app::Reply<Response>& reply, Ask ask, Show show) {
    whereItMayBlock(context, reply, [=, notFound = std::string(notFound)] {
        auto answer = ask();
        if (!answer) return reply(tl::make_unexpected(problemOf(answer.error())));
        if (answer->outcome != staff::OfficeOutcome::Done) {
            return reply(tl::make_unexpected(
                problemOf(answer->outcome, answer->field, answer->limit, notFound)));
        }
        // Where it fails the next turn reads it.
        static_cast<void>(context.desk.refresh());
        reply(show(answer->value));
    });
}

struct PageAsk {
    std::size_t size = 0;
    std::int64_t after = 0;  // An id; 0: from the start.
};
// INVALID_FIELD, INVALID_PAGE_TOKEN.
app::Answer<PageAsk> toPage(std::int32_t size, const std::string& token);

// Shows the page's rows, of all in the order of their ids; the next page's token.
template <class Row, class Show>
std::string onPage(const std::vector<Row>& all, PageAsk page, Show show) {
    std::size_t shown = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].id.value <= page.after) continue;
        if (shown == page.size) return encodePublicId(all[i - 1].id.value);
        show(all[i]);
        ++shown;
    }
    return {};
}

}  // namespace tessera::api
