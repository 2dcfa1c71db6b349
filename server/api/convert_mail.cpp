// SPDX-License-Identifier: Apache-2.0
#include "server/api/convert_mail.h"

#include "server/api/convert_common.h"
#include "server/api/convert_documents.h"
#include "server/tickets/local_text.h"
#include "server/tickets/ticket_words.h"

namespace tessera::api {
namespace {

// "Parkett, row 3, seat 4": of what a ticket's page has in columns.
std::string whereOf(const tickets::TicketPage& page, const tickets::TicketWords& words) {
    std::string out = page.section;
    const auto add = [&](std::string_view name, const std::string& value) {
        if (value.empty()) return;
        if (!out.empty()) out += words.comma;
        out += std::string(name) + ' ' + value;
    };
    add(words.row, page.row);
    add(words.seat, page.seat);
    return out;
}

}  // namespace

std::optional<notify::LetterFacts> toLetter(const app::TicketsAnswer& tickets,
                                            const ShownEvent& event, OrderId order, Instant made) {
    const DocumentRequest wanted{order, {}};
    const auto pages = toPages(tickets, event, wanted);
    if (pages.empty()) return std::nullopt;
    const auto& words = tickets::ticketWords(tickets.language);
    notify::LetterFacts facts;
    if (!tickets.language.empty()) facts.language = tickets.language;
    facts.buyer = tickets.holder;
    facts.event = pages.front().event;
    facts.when = pages.front().when;
    facts.venue = event.answer.venue.name;
    if (!event.answer.venue.city.empty()) {
        facts.venue += std::string(words.comma) + event.answer.venue.city;
    }
    facts.order = pages.front().order;
    Money total;
    for (const app::TicketAnswer& each : tickets.tickets) {
        if (!each.code.empty()) total = total + each.row.price;
    }
    facts.total = tickets::moneyText(total, tickets.currency, facts.language);
    for (const tickets::TicketPage& page : pages) {
        facts.places.push_back({whereOf(page, words), page.entrance, page.type, page.price});
    }
    if (const auto pdf = toPdf(tickets, event, wanted, made)) facts.pdf = pdf->content();
    facts.calendar = toCalendar(event, facts.venue, made).content();
    return facts;
}

v1::Mail toProto(const store::MailLine& mail, const std::string& own) {
    v1::Mail out;
    out.set_mail_no(mail.number);
    out.set_kind(static_cast<v1::Mail::Kind>(mail.kind));
    out.set_state(static_cast<v1::Mail::State>(mail.state));
    out.set_failure(static_cast<v1::Mail::Failure>(mail.failure));
    out.set_address(mail.address.empty() ? own : mail.address);
    out.set_tries(mail.tries);
    setTime(out.mutable_create_time(), mail.createdAt);
    if (mail.endedAt) setTime(out.mutable_end_time(), *mail.endedAt);
    return out;
}

}  // namespace tessera::api
