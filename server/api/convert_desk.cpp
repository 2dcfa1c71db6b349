// SPDX-License-Identifier: Apache-2.0
#include "server/api/convert_desk.h"

#include <algorithm>
#include <map>
#include <set>

#include "server/api/convert_common.h"
#include "server/api/convert_mail.h"
#include "server/api/convert_reservation.h"
#include "server/api/reasons.h"
#include "server/notify/mime.h"

namespace tessera::api {
namespace {

using app::Answer;

constexpr int kTicketsMost = 100;
constexpr std::size_t kReasonBytesMost = 200;

// The ids, ascending; each once, and at most kTicketsMost.
template <class Request>
Answer<std::vector<TicketId>> ticketsOf(EventId event, const Request& request) {
    std::vector<TicketId> ids;
    if (request.tickets_size() > kTicketsMost) {
        return tl::make_unexpected(invalidField("tickets", "at most 100"));
    }
    for (const std::string& text : request.tickets()) {
        const auto id = parseTicketId(event, text);
        if (!id) return tl::make_unexpected(id.error());
        ids.push_back(*id);
    }
    std::ranges::sort(ids);
    if (std::ranges::adjacent_find(ids) != ids.end()) {
        return tl::make_unexpected(invalidField("tickets", "each once"));
    }
    return ids;
}

}  // namespace

Answer<app::DeskCommand> toCommand(EventId /*event*/, OrderId order,
                                   const v1::SetOrderNoteRequest& request) {
    if (request.note().size() > engine::kOrderNoteBytesMax) {
        return tl::make_unexpected(invalidField("note", "at most 1000 bytes"));
    }
    return engine::NoteOrder{order, {}, request.note(), nullptr};
}

Answer<HandOutAsked> toHandOut(EventId event, OrderId order,
                               const v1::HandOutTicketsRequest& request) {
    auto tickets = ticketsOf(event, request);
    if (!tickets) return tl::make_unexpected(tickets.error());
    return HandOutAsked{engine::HandOutTickets{order, {}, *tickets, request.undo(), nullptr},
                        *tickets};
}

std::optional<TicketId> handedOutOf(const store::OrderAtDesk& desk,
                                    const engine::OrderRecord& record, const HandOutAsked& asked) {
    if (record.order.state != engine::OrderState::Paid) return std::nullopt;
    std::set<TicketId> active;
    for (const engine::TicketRow& row : record.tickets) {
        if (row.state == engine::TicketState::Active) active.insert(row.id);
    }
    const bool allActive =
        std::ranges::all_of(asked.tickets, [&](const TicketId id) { return active.contains(id); });
    if (!allActive) return std::nullopt;
    const std::set<TicketId> meant =
        asked.tickets.empty() ? active : std::set(asked.tickets.begin(), asked.tickets.end());
    const auto found = std::ranges::find_if(desk.tickets, [&](const auto& ticket) {
        return ticket.handedOutAt && meant.contains(ticket.id);
    });
    return found == desk.tickets.end() ? std::nullopt : std::optional(found->id);
}

Answer<app::DeskCommand> toCommand(EventId /*event*/, OrderId order,
                                   const v1::ResendMailRequest& request) {
    if (!request.email().empty() && !notify::isMailable(request.email())) {
        return tl::make_unexpected(invalidField("email", kEmailRule));
    }
    return engine::ResendMail{order, {}, request.email(), nullptr};
}

Answer<PrintAsked> toPrint(EventId event, OrderId order, const v1::NotePrintRequest& request) {
    auto tickets = ticketsOf(event, request);
    if (!tickets) return tl::make_unexpected(tickets.error());
    if (request.reason().size() > kReasonBytesMost) {
        return tl::make_unexpected(invalidField("reason", "at most 200 bytes"));
    }
    return PrintAsked{engine::NotePrint{order, {}, *tickets, nullptr, request.reason()}, *tickets,
                      request.reason()};
}

bool wasPrinted(const store::OrderAtDesk& desk, const engine::OrderRecord& record,
                const PrintAsked& asked) {
    std::set<TicketId> meant(asked.tickets.begin(), asked.tickets.end());
    for (const engine::TicketRow& row : record.tickets) {
        const bool active = row.state == engine::TicketState::Active;
        if (asked.tickets.empty() && active) meant.insert(row.id);
    }
    return std::ranges::any_of(desk.tickets, [&](const auto& ticket) {
        return ticket.prints > 0 && meant.contains(ticket.id);
    });
}

v1::OrderDetails toProto(const OrderSides& of, const ShownEvent& event) {
    v1::OrderDetails out;
    const store::OrderAtDesk& desk = of.desk;
    *out.mutable_order() = toProto(of.order, event);
    out.mutable_buyer()->set_name(desk.name);
    out.mutable_buyer()->set_email(desk.email);
    out.mutable_buyer()->set_language(desk.language);
    out.mutable_buyer()->set_phone(desk.phone);
    out.set_note(desk.note);
    out.set_channel(fromChannel(desk.channel));
    out.set_sold_by(desk.soldBy);
    std::map<std::string, const store::OrderAtDesk::Ticket*> byId;
    for (const auto& each : desk.tickets)
        byId[encodePublicId(of.order.event, each.id.value)] = &each;
    for (const store::MailLine& mail : of.mails) *out.add_mails() = toProto(mail, desk.email);
    auto tickets = toProto(of.tickets, event, false);
    for (v1::Ticket& ticket : *tickets.mutable_tickets()) {
        if (out.tickets_size() == store::kTicketsAtDesk) break;
        v1::TicketDesk* at = out.add_desk();
        at->set_ticket(ticket.ticket());
        const auto known = byId.find(ticket.ticket());
        *out.add_tickets() = std::move(ticket);
        if (known == byId.end()) continue;
        at->set_holder_name(known->second->holder);
        at->set_prints(known->second->prints);
        if (known->second->printedAt) setTime(at->mutable_print_time(), *known->second->printedAt);
        if (known->second->handedOutAt) {
            setTime(at->mutable_hand_out_time(), *known->second->handedOutAt);
        }
    }
    return out;
}

}  // namespace tessera::api
