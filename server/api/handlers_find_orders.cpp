// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <map>
#include <mutex>

#include "server/api/convert_reservation.h"
#include "server/api/handlers_counter.h"
#include "server/api/page_token.h"

namespace tessera::api {
namespace {

using app::Answer;
using app::Reply;

constexpr std::size_t kQueryBytesMax = 2000;
constexpr std::int32_t kOrdersMost = 100;
constexpr std::int32_t kOrdersUsual = 20;
constexpr std::size_t kSeatsMost = 200;
constexpr Duration kFoundFor = Duration::ofMinutes(31 * 24 * 60);  // Since it began.

// What was asked, and how it goes on.
struct Asked {
    std::string text;
    std::string conditions;  // Of the page token.
    store::OrderQuery query;
    std::int32_t size = kOrdersUsual;
};

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    const auto last = text.find_last_not_of(" \t\r\n");
    return first == std::string::npos ? std::string() : text.substr(first, last - first + 1);
}

bool isCardEnd(std::string_view text) {
    return text.size() == 4 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

Answer<Asked> toAsked(const v1::FindOrdersRequest& request, Instant now) {
    Asked asked;
    if (request.query().size() > kQueryBytesMax || trimmed(request.query()).empty()) {
        return tl::make_unexpected(invalidField("query", "1 to 2000 bytes, not blanks alone"));
    }
    if (request.page_size() < 0 || request.page_size() > kOrdersMost) {
        return tl::make_unexpected(invalidField("pageSize", "1 to 100, or 0"));
    }
    asked.text = trimmed(request.query());
    if (request.page_size() > 0) asked.size = request.page_size();
    asked.query.limit = asked.size + 1;
    if (!request.all_events()) asked.query.startedAfter = now - kFoundFor;
    if (!request.event().empty()) {
        const auto event = parseEventId(request.event());
        if (!event) return tl::make_unexpected(event.error());
        asked.query.event = *event;
    }
    asked.conditions =
        (request.all_events() ? "all orders " : "orders ") + request.event() + ' ' + asked.text;
    if (!request.page_token().empty()) {
        const auto last = readPageToken(request.page_token(), asked.conditions);
        if (!last) return tl::make_unexpected(refuse("INVALID_PAGE_TOKEN", "Not one of ours."));
        asked.query.before = {last->second, OrderId{last->first.micros}};
    }
    if (isCardEnd(asked.text)) {
        asked.query.cardLast4 = asked.text;
    } else {
        asked.query.text = asked.text;
    }
    return asked;
}

// The ticket or order that the text names; nothing: it is no id and no code.
Answer<std::optional<std::vector<store::OrderPlace>>> byName(const CounterContext& context,
                                                             const Asked& asked) {
    std::optional<EventScopedId> named = decodeEventScopedId(asked.text);
    bool isTicket = false;
    if (asked.text.size() == tickets::kTicketCodeChars) {
        const auto known = context.codes.verifyAtAnyTime(asked.text, EventId{});
        if (known.facts) named = {known.facts->event, known.facts->ticket.value};
        isTicket = known.facts.has_value();
    }
    std::vector<store::OrderPlace> places;
    if (!named) return std::nullopt;
    if (asked.query.event && *asked.query.event != named->event) return places;
    if (!isTicket) {
        const store::OrderPlace place{named->event, OrderId{named->local}};
        const auto lines = context.orders.lines({place});
        if (!lines) return tl::make_unexpected(problemOf(lines.error()));
        if (!lines->empty()) places.push_back(place);
        if (!lines->empty()) return places;
    }
    const auto order = context.orders.orderOf(named->event, TicketId{named->local});
    if (!order) return tl::make_unexpected(problemOf(order.error()));
    if (*order) places.push_back(**order);
    return places;
}

Answer<std::vector<store::OrderPlace>> placesOf(const CounterContext& context, const Asked& asked) {
    auto named = byName(context, asked);
    if (!named) return tl::make_unexpected(named.error());
    if (*named) return std::move(**named);
    auto found = context.orders.find(asked.query);
    if (!found) return tl::make_unexpected(problemOf(found.error()));
    return std::move(*found);
}

v1::OrderSummary summaryOf(const store::OrderLine& line, const ShownEvent* event) {
    v1::OrderSummary out;
    out.set_order(encodePublicId(line.place.event, line.place.order.value));
    out.set_event(encodePublicId(line.place.event.value));
    out.set_state(toProto(line.state));
    setTime(out.mutable_create_time(), line.createdAt);
    out.set_buyer_name(line.name);
    out.set_buyer_email(line.email);
    out.set_ticket_count(line.tickets);
    out.set_channel(fromChannel(line.channel));
    if (event == nullptr) return out;
    out.set_event_name(event->config.name());
    setTime(out.mutable_starts_at(), event->answer.row.startsAt);
    const auto currency = parseCurrency(event->config.currency_code());
    if (currency) setMoney(out.mutable_total(), line.total, *currency);
    if (currency && line.refunding.minor > 0) {
        setMoney(out.mutable_refunding(), line.refunding, *currency);
    }
    out.set_places(placesText(line, *event->layout));
    return out;
}

// A page of lines on its way: shown once each of its events is known, or is not.
struct Page {
    std::vector<store::OrderLine> lines;
    std::string next;
    Reply<v1::FindOrdersResponse> reply;
    std::mutex mutex;
    std::map<EventId, ShownEventPtr> events;  // Guarded by mutex.
    std::atomic<std::size_t> missing{0};

    void show() {
        v1::FindOrdersResponse out;
        for (const store::OrderLine& line : lines) {
            *out.add_orders() = summaryOf(line, events[line.place.event].get());
        }
        out.set_next_page_token(next);
        reply(std::move(out));
    }
};

void showPage(const CounterContext& context, const std::shared_ptr<Page>& page) {
    std::vector<EventId> events;
    for (const store::OrderLine& line : page->lines) events.push_back(line.place.event);
    std::ranges::sort(events);
    events.erase(std::unique(events.begin(), events.end()), events.end());
    if (events.empty()) return page->show();
    page->missing = events.size();
    for (const EventId event : events) {
        context.staff.base.presentation.find(event, [page, event](Answer<ShownEventPtr> shown) {
            if (shown) {
                const std::lock_guard lock(page->mutex);
                page->events[event] = *shown;
            }
            if (page->missing.fetch_sub(1) == 1) page->show();
        });
    }
}

void find(const CounterContext& context, const Asked& asked,
          const Reply<v1::FindOrdersResponse>& reply) {
    auto places = placesOf(context, asked);
    if (!places) return reply(tl::make_unexpected(places.error()));
    auto page = std::make_shared<Page>();
    page->reply = reply;
    if (std::ssize(*places) > asked.size) {
        places->resize(static_cast<std::size_t>(asked.size));
        const store::OrderPlace& last = places->back();
        page->next = makePageToken({Instant{last.order.value}, last.event}, asked.conditions);
    }
    auto lines = context.orders.lines(*places);
    if (!lines) return reply(tl::make_unexpected(problemOf(lines.error())));
    page->lines = std::move(*lines);
    showPage(context, page);
}

void findOrders(const CounterContext& context, const v1::FindOrdersRequest& request,
                const Reply<v1::FindOrdersResponse>& reply) {
    auto asked = toAsked(request, context.staff.now());
    if (!asked) return reply(tl::make_unexpected(asked.error()));
    const auto go = [=](const Asked& known, const ShownEventPtr& shown) {
        whereItMayBlock(context.staff, reply, [=] {
            Asked whole = known;
            if (shown && !whole.query.text.empty()) {
                whole.query.seats = seatsBy(*shown->layout, whole.query.text, kSeatsMost);
            }
            find(context, whole, reply);
        });
    };
    if (!asked->query.event) return go(*asked, nullptr);
    context.staff.base.presentation.find(*asked->query.event,
                                         [=, asked = *asked](Answer<ShownEventPtr> shown) {
                                             if (!shown)
                                                 return reply(tl::make_unexpected(shown.error()));
                                             go(asked, *shown);
                                         });
}

}  // namespace

void registerOrderSearch(Registry& registry, CounterContext context) {
    registry.unary<v1::FindOrdersRequest, v1::FindOrdersResponse>(
        "/tessera.v1.DeskService/FindOrders",
        [=](const CallPtr&, const auto& request, const auto& reply) {
            findOrders(context, request, reply);
        });
}

}  // namespace tessera::api
