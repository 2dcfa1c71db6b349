// SPDX-License-Identifier: Apache-2.0
#include "server/api/convert_desk.h"
#include "server/api/handlers_counter.h"
#include "server/api/staff_gate.h"
#include "server/notify/mime.h"

namespace tessera::api {
namespace {

using app::Answer;
using app::Reply;

// What is known of an order, from three sides.
struct Shown {
    app::OrderAnswer order;
    app::TicketsAnswer tickets;
    ShownEventPtr event;
};

void readAtDesk(const CounterContext& context, OrderId order, const Shown& shown,
                const Reply<v1::OrderDetails>& reply) {
    whereItMayBlock(context.staff, reply, [=] {
        const auto desk = context.orders.atDesk(shown.order.event, order);
        if (!desk) return reply(tl::make_unexpected(problemOf(desk.error())));
        if (!*desk) return reply(tl::make_unexpected(app::notFound("ORDER_NOT_FOUND")));
        const auto mails = context.mails.ofOrder(shown.order.event, order);
        if (!mails) return reply(tl::make_unexpected(problemOf(mails.error())));
        reply(toProto(OrderSides{shown.order, shown.tickets, **desk, *mails}, *shown.event));
    });
}

void showDetails(const CounterContext& context, const CallPtr& call, EventId event, OrderId order,
                 const Reply<v1::OrderDetails>& reply) {
    const app::CallerCredentials caller = call->caller();
    app::App& app = context.staff.base.app;
    const auto onTickets = [=](const Shown& shown) {
        context.staff.base.app.listTickets(
            event, caller, order, [=](Answer<app::TicketsAnswer> tickets) {
                if (!tickets) return reply(tl::make_unexpected(tickets.error()));
                Shown whole = shown;
                whole.tickets = std::move(*tickets);
                readAtDesk(context, order, whole, reply);
            });
    };
    context.staff.base.presentation.find(event, [=, &app](Answer<ShownEventPtr> known) {
        if (!known) return reply(tl::make_unexpected(known.error()));
        app.getOrder(event, caller, order, [=, shown = *known](Answer<app::OrderAnswer> answer) {
            if (!answer) return reply(tl::make_unexpected(answer.error()));
            onTickets({std::move(*answer), {}, shown});
        });
    });
}

// What was printed before needs a reason, and a permission.
app::RecordJudge judgeOfPrint(const CounterContext& context, const CallPtr& call, EventId event,
                              const PrintAsked& asked) {
    return [=](const auto& record) -> std::optional<app::Problem> {
        const auto desk = context.orders.atDesk(event, record.order.id);
        if (!desk) return problemOf(desk.error());
        if (!*desk) return app::notFound("ORDER_NOT_FOUND");
        if (!wasPrinted(**desk, record, asked)) return std::nullopt;
        if (asked.reason.empty()) {
            return invalidField("reason", "1 to 200 bytes, for a ticket was printed before");
        }
        return missingOf(call->staff(), staff::Permission::Reprint);
    };
}

// All of them or none: somebody else may have handed one out. What the engine refuses is its own.
app::RecordJudge judgeOfHandOut(const CounterContext& context, EventId event,
                                const HandOutAsked& asked) {
    return [=](const auto& record) -> std::optional<app::Problem> {
        const auto desk = context.orders.atDesk(event, record.order.id);
        if (!desk) return problemOf(desk.error());
        if (!*desk) return app::notFound("ORDER_NOT_FOUND");
        const auto out = handedOutOf(**desk, record, asked);
        if (!out) return std::nullopt;
        return refuse("TICKET_HANDED_OUT", "A ticket was handed out before.",
                      {{"ticket", encodePublicId(event, out->value)}});
    };
}

// Through App, then the order as it is.
void change(const CounterContext& context, const CallPtr& call, EventId event,
            app::DeskCommand command, app::RecordJudge judge,
            const Reply<v1::OrderDetails>& reply) {
    context.staff.base.app.changeAtDesk(event, call->mutation(), std::move(command),
                                        std::move(judge), [=](Answer<OrderId> order) {
                                            if (!order)
                                                return reply(tl::make_unexpected(order.error()));
                                            showDetails(context, call, event, *order, reply);
                                        });
}

template <class Request>
void changeBy(const CounterContext& context, const CallPtr& call, const Request& request,
              const Reply<v1::OrderDetails>& reply) {
    onOrder(request, failing(reply), [&](EventId event, OrderId order) {
        auto command = toCommand(event, order, request);
        if (!command) return reply(tl::make_unexpected(command.error()));
        change(context, call, event, std::move(*command), {}, reply);
    });
}

void handOut(const CounterContext& context, const CallPtr& call,
             const v1::HandOutTicketsRequest& request, const Reply<v1::OrderDetails>& reply) {
    onOrder(request, failing(reply), [&](EventId event, OrderId order) {
        const auto asked = toHandOut(event, order, request);
        if (!asked) return reply(tl::make_unexpected(asked.error()));
        auto judge = request.undo() ? app::RecordJudge() : judgeOfHandOut(context, event, *asked);
        change(context, call, event, asked->command, std::move(judge), reply);
    });
}

void notePrint(const CounterContext& context, const CallPtr& call,
               const v1::NotePrintRequest& request, const Reply<v1::OrderDetails>& reply) {
    onOrder(request, failing(reply), [&](EventId event, OrderId order) {
        const auto asked = toPrint(event, order, request);
        if (!asked) return reply(tl::make_unexpected(asked.error()));
        change(context, call, event, asked->command, judgeOfPrint(context, call, event, *asked),
               reply);
    });
}

// There is an address, and mail enough was not sent yet.
app::RecordJudge judgeOfMail(const CounterContext& context, EventId event, bool named) {
    return [=](const auto& record) -> std::optional<app::Problem> {
        const auto desk = context.orders.atDesk(event, record.order.id);
        if (!desk) return problemOf(desk.error());
        if (!*desk) return app::notFound("ORDER_NOT_FOUND");
        if (!named && !notify::isMailable((*desk)->email)) {
            return invalidField("email", "an address, for the order has none that mail can go to");
        }
        const auto mails = context.mails.ofOrder(event, record.order.id);
        if (!mails) return problemOf(mails.error());
        if (mails->size() < store::kMailsPerOrder) return std::nullopt;
        app::Problem enough = app::rateLimited("The order had as many mails as it may.");
        enough.retryAfter = {};  // No waiting helps.
        return enough;
    };
}

void resendMail(const CounterContext& context, const CallPtr& call,
                const v1::ResendMailRequest& request, const Reply<v1::OrderDetails>& reply) {
    onOrder(request, failing(reply), [&](EventId event, OrderId order) {
        auto command = toCommand(event, order, request);
        if (!command) return reply(tl::make_unexpected(command.error()));
        if (!context.sendsMail) {
            return reply(
                tl::make_unexpected(refuse("MAIL_NOT_OFFERED", "This server sends no mail.")));
        }
        change(context, call, event, std::move(*command),
               judgeOfMail(context, event, !request.email().empty()), reply);
    });
}

}  // namespace

void registerOrderDesk(Registry& registry, CounterContext context) {
    registry.unary<v1::GetOrderDetailsRequest, v1::OrderDetails>(
        "/tessera.v1.DeskService/GetOrderDetails",
        [=](const CallPtr& call, const auto& request, const auto& reply) {
            const Reply<v1::OrderDetails> details = reply;
            onOrder(request, failing(details), [&](EventId event, OrderId order) {
                showDetails(context, call, event, order, details);
            });
        });
    registry.unary<v1::SetOrderNoteRequest, v1::OrderDetails>(
        "/tessera.v1.DeskService/SetOrderNote",
        [=](const CallPtr& call, const auto& request, const auto& reply) {
            changeBy<v1::SetOrderNoteRequest>(context, call, request, reply);
        });
    registry.unary<v1::HandOutTicketsRequest, v1::OrderDetails>(
        "/tessera.v1.DeskService/HandOutTickets",
        [=](const CallPtr& call, const auto& request, const auto& reply) {
            handOut(context, call, request, reply);
        });
    registry.unary<v1::NotePrintRequest, v1::OrderDetails>(
        "/tessera.v1.DeskService/NotePrint",
        [=](const CallPtr& call, const auto& request, const auto& reply) {
            notePrint(context, call, request, reply);
        });
    registry.unary<v1::ResendMailRequest, v1::OrderDetails>(
        "/tessera.v1.DeskService/ResendMail",
        [=](const CallPtr& call, const auto& request, const auto& reply) {
            resendMail(context, call, request, reply);
        });
}

}  // namespace tessera::api
