// SPDX-License-Identifier: Apache-2.0
#include "server/api/convert_documents.h"

#include <algorithm>

#include "server/api/convert_common.h"
#include "server/api/convert_layout.h"
#include "server/api/reasons.h"
#include "server/tickets/calendar.h"
#include "server/tickets/local_text.h"

namespace tessera::api {
namespace {

// "" where no entrance is named for the place. An entrance without places is everybody else's.
std::string entranceOf(const v1::EventConfig& config, const ShownLayout& shown,
                       const engine::TicketRow& row) {
    const auto names = [](const auto& numbers, std::int32_t number) {
        return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
    };
    std::string otherwise;
    for (const auto& entrance : config.entrances()) {
        if (entrance.section_nos().empty() && entrance.area_nos().empty()) {
            otherwise = entrance.name();
        } else if (row.seat && shown.layout->contains(*row.seat)) {
            const auto of = static_cast<std::size_t>(shown.layout->seat(*row.seat).row);
            if (names(entrance.section_nos(), shown.layout->rows()[of].section)) {
                return entrance.name();
            }
        } else if (row.area && names(entrance.area_nos(), row.area->value)) {
            return entrance.name();
        }
    }
    return otherwise;
}

std::string typeNameOf(const v1::EventConfig& config, TicketTypeNo type) {
    for (const auto& each : config.ticket_types()) {
        if (each.ticket_type_no() == type.value) return each.name();
    }
    return {};
}

tickets::TicketPage pageOf(const app::TicketsAnswer& answer, const app::TicketAnswer& ticket,
                           const ShownEvent& shown, const DocumentRequest& request,
                           const std::string& language) {
    const auto& row = ticket.row;
    const auto& venue = shown.answer.venue;
    v1::PlaceLabel label;
    if (row.seat && shown.layout->layout->contains(*row.seat)) {
        setLabel(&label, *shown.layout, *row.seat);
    } else if (row.area && shown.layout->layout->contains(*row.area)) {
        setLabel(&label, *shown.layout, *row.area);
    }
    tickets::TicketPage page;
    page.event = shown.config.name();
    page.when =
        tickets::dateTimeText(toInstant(shown.config.starts_at()), venue.timeZone, language);
    page.venue = venue.name;
    page.city = venue.city;
    page.section = label.section();
    page.row = label.row();
    page.seat = label.seat();
    page.entrance = entranceOf(shown.config, *shown.layout, row);
    page.type = typeNameOf(shown.config, row.type);
    page.price = tickets::moneyText(row.price, answer.currency, language);
    page.holder = answer.holder;
    page.order = encodePublicId(answer.event, request.order.value);
    page.ticket = encodePublicId(answer.event, row.id.value);
    page.code = ticket.code;
    page.terms = shown.config.terms();
    return page;
}

std::string languageOf(const app::TicketsAnswer& answer, const DocumentRequest& request) {
    if (!request.language.empty()) return request.language;
    return answer.language.empty() ? "en" : answer.language;
}

app::Problem notReady() {
    return refuse("TICKETS_NOT_READY", "The order has no ticket that admits.");
}

// Those that have a code, by seat, then area.
std::vector<const app::TicketAnswer*> inOrder(const app::TicketsAnswer& answer) {
    std::vector<const app::TicketAnswer*> active;
    for (const auto& ticket : answer.tickets) {
        if (!ticket.code.empty()) active.push_back(&ticket);
    }
    std::sort(active.begin(), active.end(), [](const auto* a, const auto* b) {
        const auto key = [](const engine::TicketRow& row) {
            return std::tuple(!row.seat, row.seat.value_or(SeatNo{}), row.area.value_or(AreaNo{}),
                              row.id);
        };
        return key(a->row) < key(b->row);
    });
    return active;
}

}  // namespace

std::vector<tickets::TicketPage> toPages(const app::TicketsAnswer& answer, const ShownEvent& event,
                                         const DocumentRequest& request) {
    const std::string language = languageOf(answer, request);
    std::vector<tickets::TicketPage> pages;
    for (const auto* ticket : inOrder(answer)) {
        pages.push_back(pageOf(answer, *ticket, event, request, language));
    }
    return pages;
}

app::Answer<v1::Document> toPdf(const app::TicketsAnswer& answer, const ShownEvent& event,
                                const DocumentRequest& request, Instant now) {
    const std::string language = languageOf(answer, request);
    const auto pages = toPages(answer, event, request);
    if (pages.empty()) return tl::make_unexpected(notReady());
    auto pdf = tickets::ticketsPdf({language, event.config.name(), now}, pages);
    if (!pdf) return tl::make_unexpected(refuse("INTERNAL_FAULT", "The tickets cannot be drawn."));
    v1::Document out;
    out.set_content_type("application/pdf");
    out.set_file_name("tickets.pdf");
    out.set_content(std::move(*pdf));
    return out;
}

v1::Document toCalendar(const ShownEvent& event, const std::string& place, Instant now) {
    tickets::CalendarEvent of;
    of.uid = encodePublicId(event.answer.row.id.value) + "@tessera";
    of.title = event.config.name();
    of.place = place;
    of.description = event.config.description();
    of.startsAt = toInstant(event.config.starts_at());
    if (event.config.has_running_time()) of.lasts = toDuration(event.config.running_time());
    of.made = now;
    v1::Document out;
    out.set_content_type("text/calendar; charset=utf-8");
    out.set_file_name("event.ics");
    out.set_content(tickets::calendarFile(of));
    return out;
}

app::Answer<tickets::WalletTicket> toWalletTicket(const app::TicketsAnswer& answer,
                                                  const ShownEvent& event,
                                                  const DocumentRequest& request, TicketId ticket) {
    const auto found =
        std::find_if(answer.tickets.begin(), answer.tickets.end(),
                     [&](const app::TicketAnswer& each) { return each.row.id == ticket; });
    if (found == answer.tickets.end()) {
        return tl::make_unexpected(
            refuse("TICKET_NOT_FOUND", "The order has no such ticket.",
                   {{"ticket", encodePublicId(answer.event, ticket.value)}}));
    }
    if (found->code.empty()) return tl::make_unexpected(notReady());
    tickets::WalletTicket out;
    out.language = languageOf(answer, request);
    out.page = pageOf(answer, *found, event, request, out.language);
    out.serial = out.page.ticket;
    out.eventId = encodePublicId(answer.event.value);
    out.startsAt = toInstant(event.config.starts_at());
    return out;
}

}  // namespace tessera::api
