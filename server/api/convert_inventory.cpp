// SPDX-License-Identifier: Apache-2.0
#include "server/api/convert_inventory.h"

#include <map>
#include <utility>

#include "server/api/convert_common.h"
#include "server/api/convert_layout.h"

namespace tessera::api {
namespace {

constexpr std::int64_t kMicrosPerMinute = 60'000'000;

v1::Channel toProto(engine::Channel channel) {
    return static_cast<v1::Channel>(static_cast<int>(channel) + static_cast<int>(v1::WEB));
}

v1::Ticket::State toProto(engine::TicketState state) {
    switch (state) {
        case engine::TicketState::Active:
            return v1::Ticket::ACTIVE;
        case engine::TicketState::Void:
            return v1::Ticket::VOID;
        default:
            return v1::Ticket::INACTIVE;
    }
}

Currency currencyOf(const ShownEvent& event) {
    return parseCurrency(event.config.currency_code()).value_or(Currency{});
}

// What a report adds up, place by place.
struct Sum {
    std::int32_t capacity = 0;
    std::int32_t sold = 0;
    std::int32_t held = 0;
    std::int32_t blocked = 0;
    Money revenue;

    void add(engine::SeatStatus status, std::int32_t count) {
        capacity += count;
        sold += status == engine::SeatStatus::Sold ? count : 0;
        held += status == engine::SeatStatus::Held ? count : 0;
        blocked += status == engine::SeatStatus::Blocked ? count : 0;
    }
};

void fill(v1::SalesLine* out, std::int32_t number, const Sum& sum, Currency currency) {
    out->set_number(number);
    out->set_capacity(sum.capacity);
    out->set_sold(sum.sold);
    out->set_held(sum.held);
    out->set_blocked(sum.blocked);
    setMoney(out->mutable_revenue(), sum.revenue, currency);
}

// The counts by all that they are told by.
struct Sums {
    Sum total;
    std::map<std::int32_t, Sum> categories;
    std::map<std::int32_t, Sum> allocations;
    std::map<std::int32_t, Sum> channels;

    Sums(const store::SalesCounts& counts, const ShownEvent& event) {
        const engine::Layout& layout = *event.layout->layout;
        for (std::int16_t i = 0; i < layout.categories(); ++i) categories[i];
        for (const auto& each : event.config.allocations()) allocations[each.allocation_no()];
        for (const auto channel : {v1::WEB, v1::BOX_OFFICE, v1::KIOSK}) channels[channel];
        for (const auto& each : counts.seats) {
            total.add(each.status, each.count);
            categories[each.category.value].add(each.status, each.count);
            if (each.allocation.value == 0) continue;
            allocations[each.allocation.value].add(each.status, each.count);
        }
        for (const auto& area : counts.areas) addArea(area, layout);
        for (const auto& sold : counts.sold) {
            total.revenue += sold.revenue;
            categories[sold.category.value].revenue += sold.revenue;
            Sum& channel = channels[toProto(sold.channel)];
            channel.sold += sold.tickets;
            channel.revenue += sold.revenue;
        }
        for (const auto& each : counts.allocations) {
            allocations[each.allocation.value].revenue = each.revenue;
        }
        for (const auto& each : counts.held) channels[toProto(each.channel)].held = each.places;
    }

    void addArea(const store::SalesCounts::Area& area, const engine::Layout& layout) {
        if (!layout.contains(area.area)) return;
        const auto& place = layout.areas()[static_cast<std::size_t>(area.area.value)];
        for (Sum* sum : {&total, &categories[place.category.value]}) {
            sum->capacity += area.capacity;
            sum->held += area.held;
            sum->sold += area.sold;
        }
    }
};

void setMinutes(v1::SalesReport* out, const store::SalesCounts& counts, std::int32_t minutes,
                Currency currency) {
    std::map<std::int64_t, const store::SalesCounts::Minute*> known;
    for (const auto& each : counts.minutes) known[each.start.micros / kMicrosPerMinute] = &each;
    const std::int64_t last = counts.countedAt.micros / kMicrosPerMinute;
    for (std::int64_t at = last - minutes + 1; at <= last; ++at) {
        const auto found = known.find(at);
        auto* minute = out->add_minutes();
        setTime(minute->mutable_start_time(), Instant{at * kMicrosPerMinute});
        minute->set_tickets(found == known.end() ? 0 : found->second->tickets);
        minute->set_orders(found == known.end() ? 0 : found->second->orders);
        setMoney(minute->mutable_revenue(), found == known.end() ? Money{} : found->second->revenue,
                 currency);
    }
}

std::int32_t categoryOf(const engine::TicketRow& ticket, const engine::Layout& layout) {
    if (ticket.seat && layout.contains(*ticket.seat)) {
        return layout.seat(*ticket.seat).category.value;
    }
    if (ticket.area && layout.contains(*ticket.area)) {
        return layout.areas()[static_cast<std::size_t>(ticket.area->value)].category.value;
    }
    return 0;
}

}  // namespace

v1::GetAllocationsResponse toProto(const std::vector<store::AllocatedRun>& runs,
                                   const ShownEvent& event) {
    v1::GetAllocationsResponse out;
    for (const auto& run : runs) {
        auto* shown = out.add_runs();
        shown->set_allocation_no(run.allocation.value);
        shown->set_first_seat_no(run.first.value);
        shown->set_count(run.count);
    }
    *out.mutable_allocations() = event.config.allocations();
    return out;
}

v1::SalesReport toProto(const store::SalesCounts& counts, const ShownEvent& event,
                        std::int32_t minutes) {
    const Currency currency = currencyOf(event);
    const Sums sums(counts, event);
    v1::SalesReport out;
    fill(out.mutable_total(), 0, sums.total, currency);
    for (const auto& [number, sum] : sums.categories) {
        fill(out.add_categories(), number, sum, currency);
    }
    for (const auto& [number, sum] : sums.allocations) {
        fill(out.add_allocations(), number, sum, currency);
    }
    for (const auto& [number, sum] : sums.channels) {
        fill(out.add_channels(), number, sum, currency);
    }
    setMinutes(&out, counts, minutes, currency);
    setTime(out.mutable_count_time(), counts.countedAt);
    return out;
}

v1::ManifestLine toProto(const store::ManifestRow& row, const ShownEvent& event) {
    const EventId id = event.answer.row.id;
    v1::ManifestLine out;
    out.set_ticket(encodePublicId(id, row.ticket.id.value));
    out.set_order(encodePublicId(id, row.ticket.order.value));
    const engine::Layout& layout = *event.layout->layout;
    if (row.ticket.seat && layout.contains(*row.ticket.seat)) {
        setLabel(out.mutable_label(), *event.layout, *row.ticket.seat);
    } else if (row.ticket.area && layout.contains(*row.ticket.area)) {
        setLabel(out.mutable_label(), *event.layout, *row.ticket.area);
    }
    out.set_ticket_type_no(row.ticket.type.value);
    out.set_category_no(categoryOf(row.ticket, layout));
    out.set_state(toProto(row.ticket.state));
    out.set_name(row.name);
    out.set_email(row.email);
    out.set_channel(toProto(row.channel));
    if (row.handedOutAt != Instant::never()) setTime(out.mutable_hand_out_time(), row.handedOutAt);
    out.set_note(row.note);
    return out;
}

setup::ManifestCsv::Line toCsvLine(const store::ManifestRow& row, const ShownEvent& event,
                                   const setup::ManifestCsv& file) {
    const v1::ManifestLine line = toProto(row, event);
    const auto typeName = [&] {
        const std::int32_t no = line.ticket_type_no();
        return no < event.config.ticket_types_size() ? event.config.ticket_types(no).name()
                                                     : std::to_string(no);
    };
    const auto& categories = event.layout->text.categories;
    const auto category = static_cast<std::size_t>(line.category_no());
    return {line.label().section(),
            line.label().row(),
            line.label().seat(),
            typeName(),
            category < categories.size() ? categories[category].name : std::string(),
            file.word(row.ticket.state),
            line.name(),
            line.email(),
            file.word(row.channel),
            line.has_hand_out_time() ? file.stamp(row.handedOutAt) : std::string(),
            line.note(),
            line.order(),
            line.ticket()};
}

}  // namespace tessera::api
