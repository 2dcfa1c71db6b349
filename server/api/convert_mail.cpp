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

// What every letter has.
notify::LetterFacts factsOf(const notify::LetterWish& wish, const app::TicketsAnswer& tickets,
                            const ShownEvent& event) {
    const store::VenueRow& venue = event.answer.venue;
    notify::LetterFacts facts;
    if (!tickets.language.empty()) facts.language = tickets.language;
    facts.buyer = tickets.holder;
    facts.event = event.config.name();
    facts.when =
        tickets::dateTimeText(toInstant(event.config.starts_at()), venue.timeZone, facts.language);
    facts.venue = venue.name;
    if (!venue.city.empty()) {
        facts.venue += std::string(tickets::ticketWords(facts.language).comma) + venue.city;
    }
    facts.order = encodePublicId(wish.event, wish.order.value);
    return facts;
}

// False: no ticket admits the buyer.
bool addTickets(notify::LetterFacts& facts, const notify::LetterWish& wish,
                const app::TicketsAnswer& tickets, const ShownEvent& event) {
    const DocumentRequest wanted{wish.order, {}};
    const auto pages = toPages(tickets, event, wanted);
    if (pages.empty()) return false;
    const auto& words = tickets::ticketWords(facts.language);
    Money total;
    for (const app::TicketAnswer& each : tickets.tickets) {
        if (!each.code.empty()) total = total + each.row.price;
    }
    facts.total = tickets::moneyText(total, tickets.currency, facts.language);
    for (const tickets::TicketPage& page : pages) {
        facts.places.push_back({whereOf(page, words), page.entrance, page.type, page.price});
    }
    if (const auto pdf = toPdf(tickets, event, wanted, wish.made)) facts.pdf = pdf->content();
    facts.calendar = toCalendar(event, facts.venue, wish.made).content();
    return true;
}

void addDisruption(notify::LetterFacts& facts, const ShownEvent& event) {
    const engine::Disruption& told = event.answer.row.disruption;
    const auto text = [&](Instant at) {
        return tickets::dateTimeText(at, event.answer.venue.timeZone, facts.language);
    };
    facts.note = told.note;
    if (told.kind != engine::DisruptionKind::Moved) return;
    facts.before = text(told.previousStart);
    facts.returnUntil = text(told.answerUntil);
    facts.returnedUnanswered = told.refundUnanswered;
}

}  // namespace

std::optional<notify::LetterFacts> toLetter(const notify::LetterWish& wish,
                                            const app::TicketsAnswer& tickets,
                                            const ShownEvent& event) {
    using notify::LetterKind;
    notify::LetterFacts facts = factsOf(wish, tickets, event);
    if (wish.kind == LetterKind::Refund) {
        facts.back = tickets::moneyText(wish.back, tickets.currency, facts.language);
        return facts;
    }
    const bool ofDisruption = wish.kind == LetterKind::Cancelled || wish.kind == LetterKind::Moved;
    if (ofDisruption) {
        if (event.answer.row.disruption.number != wish.disruption) return std::nullopt;
        addDisruption(facts, event);
    }
    const bool withTickets = wish.kind != LetterKind::Cancelled;
    if (withTickets && !addTickets(facts, wish, tickets, event)) return std::nullopt;
    return facts;
}

v1::Mail toProto(const store::MailLine& mail, const std::string& own) {
    v1::Mail out;
    out.set_mail_no(mail.number);
    // Which the contract does not name yet are shown as not known.
    const bool named = v1::Mail::Kind_IsValid(static_cast<int>(mail.kind));
    if (named) out.set_kind(static_cast<v1::Mail::Kind>(mail.kind));
    out.set_state(static_cast<v1::Mail::State>(mail.state));
    out.set_failure(static_cast<v1::Mail::Failure>(mail.failure));
    out.set_address(mail.address.empty() ? own : mail.address);
    out.set_tries(mail.tries);
    setTime(out.mutable_create_time(), mail.createdAt);
    if (mail.endedAt) setTime(out.mutable_end_time(), *mail.endedAt);
    return out;
}

}  // namespace tessera::api
