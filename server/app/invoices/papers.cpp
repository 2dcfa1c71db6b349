// SPDX-License-Identifier: Apache-2.0
#include "server/app/invoices/papers.h"

#include <map>
#include <nlohmann/json.hpp>

#include "server/tickets/local_text.h"
#include "server/tickets/ticket_words.h"

namespace tessera::app {
namespace {

using nlohmann::json;

// An event with its venue, its plan and its document: whatever has names.
struct Known {
    store::EventRow event;
    store::VenueRow venue;
    plan::KnownLayout plan;
    std::map<std::int16_t, std::string> ticketTypes;
    std::map<std::int16_t, std::string> fees;
};

template <class T>
Result<T> known(Result<std::optional<T>> found, const char* what) {
    if (!found) return tl::make_unexpected(found.error());
    if (!*found) {
        return failure(std::string("there is no such ") + what, Effect::None, kEventUnknown);
    }
    return std::move(**found);
}

// The names of what a document lists. Its numbers are left out where they are 0; what has none is
// numbered by its place.
std::map<std::int16_t, std::string> namesOf(const json& document, const char* list,
                                            const char* number) {
    std::map<std::int16_t, std::string> out;
    if (!document.is_object() || !document.contains(list)) return out;
    std::int16_t place = 0;
    try {
        for (const json& one : document[list]) {
            const std::int16_t at = number == nullptr ? place : one.value(number, std::int16_t{0});
            out[at] = one.value("name", "");
            ++place;
        }
    } catch (const json::exception&) {
        out.clear();  // Another program's document: its numbers stand in the papers all the same.
    }
    return out;
}

Result<Known> readKnown(const PaperSources& sources, EventId id) {
    Known out;
    auto event = known(sources.catalog.findEvent(id), "event");
    if (!event) return tl::make_unexpected(event.error());
    auto venue = known(sources.catalog.findVenue(event->venue), "venue");
    if (!venue) return tl::make_unexpected(venue.error());
    auto plan = sources.layouts.get(
        event->layout, [&, layout = event->layout] { return sources.catalog.readPlan(layout); });
    if (!plan) return failure("read the event's plan: " + plan.error().message);
    const json document = json::parse(event->document, nullptr, false);
    out.ticketTypes = namesOf(document, "ticketTypes", "ticketTypeNo");
    out.fees = namesOf(document, "fees", nullptr);
    out.event = std::move(*event);
    out.venue = std::move(*venue);
    out.plan = std::move(*plan);
    return out;
}

CategoryNo categoryOf(const Known& known, const engine::TicketRow& ticket) {
    const engine::Layout& layout = *known.plan.layout;
    if (ticket.seat && layout.contains(*ticket.seat)) return layout.seat(*ticket.seat).category;
    if (ticket.area && layout.contains(*ticket.area)) {
        return layout.areas()[static_cast<std::size_t>(ticket.area->value)].category;
    }
    return CategoryNo{-1};
}

std::string placeOf(const Known& known, const engine::TicketRow& ticket,
                    const tickets::TicketWords& words) {
    const plan::PlanText& text = *known.plan.text;
    const engine::Layout& layout = *known.plan.layout;
    if (ticket.area) {
        const auto at = static_cast<std::size_t>(ticket.area->value);
        return at < text.areas.size() ? text.areas[at].name : std::string();
    }
    if (!ticket.seat || !layout.contains(*ticket.seat)) return {};
    const auto seat = static_cast<std::size_t>(ticket.seat->value);
    const auto row = static_cast<std::size_t>(layout.seat(*ticket.seat).row);
    const auto section = static_cast<std::size_t>(layout.rowOf(*ticket.seat).section);
    std::string out;
    const auto add = [&](std::string_view name, std::string_view value) {
        if (value.empty()) return;
        if (!out.empty()) out += words.comma;
        if (!name.empty()) out += std::string(name) + " ";
        out += value;
    };
    if (section < text.sections.size()) add("", text.sections[section]);
    if (row < text.rows.size()) add(words.row, text.rows[row].number);
    if (seat < text.seatNumbers.size()) add(words.seat, text.seatNumbers.at(seat));
    return out;
}

}  // namespace

Result<std::string> dayReportCsv(const PaperSources& sources, EventId event, const std::string& day,
                                 Instant now) {
    const auto known = readKnown(sources, event);
    if (!known) return tl::make_unexpected(known.error());
    const auto span = tickets::localDay(day, known->venue.timeZone);
    if (!span) return failure("a day is written as 2026-05-04", Effect::None, kDayInvalid);
    if (span->from > now) return failure("the day has not begun", Effect::None, kDayAhead);
    const auto facts = sources.finance.readDay(event, span->from, span->until);
    if (!facts) return tl::make_unexpected(facts.error());
    store::ReportNames names;
    names.day = day;
    names.timeZone = known->venue.timeZone;
    names.ticketTypes = known->ticketTypes;
    names.fees = known->fees;
    const auto& categories = known->plan.text->categories;
    for (std::size_t i = 0; i < categories.size(); ++i) {
        names.categories[static_cast<std::int16_t>(i)] = categories[i].name;
    }
    const auto lines = store::dayReport(
        *facts, names, [&](const engine::TicketRow& row) { return categoryOf(*known, row); });
    const auto faults = store::reportFaults(lines, *facts);
    if (!faults.empty()) {
        return failure("the report does not sum to its ledger: " + faults[0], Effect::None,
                       kBooksDisagree);
    }
    return store::reportCsv(lines, *facts, names);
}

Result<MadeInvoice> invoicePaper(const PaperSources& sources, const InvoiceWanted& wanted,
                                 Instant now) {
    const auto known = readKnown(sources, wanted.subject.event);
    if (!known) return tl::make_unexpected(known.error());
    InvoiceContext context;
    context.seller = wanted.seller;
    context.buyer = wanted.buyer;
    context.note = wanted.note;
    context.event = known->event.title;
    context.startsAt = known->event.startsAt;
    context.venue = known->venue.name + ", " + known->venue.city;
    context.timeZone = known->venue.timeZone;
    context.language = wanted.language;
    context.typeName = [&](TicketTypeNo type) {
        const auto found = known->ticketTypes.find(type.value);
        return found == known->ticketTypes.end() ? std::string() : found->second;
    };
    context.placeName = [&](const engine::TicketRow& row, const std::string& language) {
        return placeOf(*known, row, tickets::ticketWords(language));
    };
    return makeInvoice(sources.invoices, wanted.subject, context, now);
}

}  // namespace tessera::app
