// SPDX-License-Identifier: Apache-2.0
#include "server/api/convert_common.h"
#include "server/api/convert_documents.h"
#include "server/api/handlers.h"
#include "server/api/reasons.h"
#include "tessera/v1/order_service.pb.h"

namespace tessera::api {
namespace {

using app::Answer;
using app::Reply;

// Finds event and tickets of an order for its holder, then makes the answer where it may take its
// time: `make(tickets, event, wanted)`.
template <class Response, class Request, class Make>
void fromTickets(HandlerContext context, const CallPtr& call, const Request& request,
                 Reply<Response> reply, Make make) {
    const auto event = parseEventId(request.event());
    if (!event) return reply(tl::make_unexpected(event.error()));
    const auto order = parseOrderId(*event, request.order());
    if (!order) return reply(tl::make_unexpected(order.error()));
    app::Answer<app::CallerCredentials> caller = call->caller();
    if constexpr (requires { request.transfer(); }) caller = holderOf(call, *event, request);
    if (!caller) return reply(tl::make_unexpected(caller.error()));
    DocumentRequest wanted{*order, {}};
    if constexpr (requires { request.language(); }) wanted.language = request.language();
    if (!isLanguageTag(wanted.language)) {
        return reply(tl::make_unexpected(invalidField("language", kLanguageTagRule)));
    }
    findVisible(context, call, *event, [=, event = *event](const Answer<ShownEventPtr>& shown) {
        if (!shown) return reply(tl::make_unexpected(shown.error()));
        context.app.listTickets(
            event, *caller, wanted.order, [=, shown = *shown](Answer<app::TicketsAnswer> tickets) {
                if (!tickets) return reply(tl::make_unexpected(tickets.error()));
                auto work = [=, tickets = std::move(*tickets)] {
                    reply(make(tickets, *shown, wanted));
                };
                if (context.executor.post(std::move(work)) != runtime::PostOutcome::Accepted) {
                    reply(tl::make_unexpected(
                        refuse("OVERLOADED", "Documents cannot be drawn now.")));
                }
            });
    });
}

app::Problem notOffered() {
    return refuse("WALLET_NOT_OFFERED", "This server signs no passes for that wallet.");
}

template <class Response, class Make>
void forWallet(HandlerContext context, const CallPtr& call, const v1::GetWalletPassRequest& request,
               Reply<Response> reply, Make make) {
    const auto event = parseEventId(request.event());
    if (!event) return reply(tl::make_unexpected(event.error()));
    const auto ticket = parseTicketId(*event, request.ticket());
    if (!ticket) return reply(tl::make_unexpected(ticket.error()));
    fromTickets<Response>(
        context, call, request, std::move(reply),
        [=, ticket = *ticket](const app::TicketsAnswer& tickets, const ShownEvent& shown,
                              const DocumentRequest& wanted) -> Answer<Response> {
            const auto one = toWalletTicket(tickets, shown, wanted, ticket);
            if (!one) return tl::make_unexpected(one.error());
            return make(*one);
        });
}

Answer<v1::Document> applePass(const tickets::ApplePassSigner& signer,
                               const tickets::WalletTicket& ticket) {
    auto pass = signer.pass(ticket);
    if (!pass) return tl::make_unexpected(refuse("INTERNAL_FAULT", "The pass cannot be made."));
    v1::Document out;
    out.set_content_type("application/vnd.apple.pkpass");
    out.set_file_name("ticket.pkpass");
    out.set_content(std::move(*pass));
    return out;
}

Answer<v1::GoogleWalletLink> googleLink(const tickets::GoogleWalletSigner& signer,
                                        const tickets::WalletTicket& ticket, Instant now) {
    auto link = signer.link(ticket, now);
    if (!link) return tl::make_unexpected(refuse("INTERNAL_FAULT", "The link cannot be made."));
    v1::GoogleWalletLink out;
    out.set_url(std::move(*link));
    return out;
}

void registerWallets(Registry& registry, HandlerContext context, const WalletSigners& wallets) {
    registry.unary<v1::GetWalletPassRequest, v1::Document>(
        "/tessera.v1.OrderService/GetApplePass",
        [context, &wallets](const CallPtr& call, const auto& request, auto reply) {
            forWallet<v1::Document>(
                context, call, request, std::move(reply),
                [&wallets](const tickets::WalletTicket& ticket) -> Answer<v1::Document> {
                    if (!wallets.apple) return tl::make_unexpected(notOffered());
                    return applePass(*wallets.apple, ticket);
                });
        });
    registry.unary<v1::GetWalletPassRequest, v1::GoogleWalletLink>(
        "/tessera.v1.OrderService/GetGoogleWalletLink",
        [context, &wallets](const CallPtr& call, const auto& request, auto reply) {
            forWallet<v1::GoogleWalletLink>(
                context, call, request, std::move(reply),
                [context,
                 &wallets](const tickets::WalletTicket& ticket) -> Answer<v1::GoogleWalletLink> {
                    if (!wallets.google) return tl::make_unexpected(notOffered());
                    return googleLink(*wallets.google, ticket, context.app.serverTime());
                });
        });
    registry.unary<v1::GetWalletsRequest, v1::Wallets>(
        "/tessera.v1.OrderService/GetWallets", [&wallets](const CallPtr&, const auto&, auto reply) {
            v1::Wallets out;
            out.set_apple(wallets.apple.has_value());
            out.set_google(wallets.google.has_value());
            reply(std::move(out));
        });
}

}  // namespace

void registerDocuments(Registry& registry, HandlerContext context, const WalletSigners& wallets) {
    registry.unary<v1::GetTicketsPdfRequest, v1::Document>(
        "/tessera.v1.OrderService/GetTicketsPdf",
        [=](const CallPtr& call, const auto& request, auto reply) {
            fromTickets<v1::Document>(
                context, call, request, std::move(reply),
                [context](const app::TicketsAnswer& tickets, const ShownEvent& shown,
                          const DocumentRequest& wanted) {
                    return toPdf(tickets, shown, wanted, context.app.serverTime());
                });
        });
    registry.unary<v1::GetOrderCalendarRequest, v1::Document>(
        "/tessera.v1.OrderService/GetOrderCalendar",
        [=](const CallPtr& call, const auto& request, auto reply) {
            fromTickets<v1::Document>(context, call, request, std::move(reply),
                                      [context](const app::TicketsAnswer&, const ShownEvent& shown,
                                                const DocumentRequest&) -> Answer<v1::Document> {
                                          const auto& venue = shown.answer.venue;
                                          return toCalendar(shown, venue.name + ", " + venue.city,
                                                            context.app.serverTime());
                                      });
        });
    registerWallets(registry, context, wallets);
}

}  // namespace tessera::api
