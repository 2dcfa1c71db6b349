// SPDX-License-Identifier: Apache-2.0
#include "server/app/setup/inventory_desk.h"

#include <algorithm>
#include <span>
#include <utility>

#include "server/app/setup/seat_order.h"

namespace tessera::setup {
namespace {

constexpr std::size_t kSeatsFirst = 512;
constexpr std::size_t kSeatsMost = 65536;

app::Problem away() {
    return app::unavailable("The rows cannot be read.");
}

store::CategoriesOf categoriesOf(const engine::Layout& layout) {
    store::CategoriesOf out;
    for (const auto& seat : layout.seats()) out.seats.push_back(seat.category.value);
    for (const auto& area : layout.areas()) out.areas.push_back(area.category.value);
    return out;
}

}  // namespace

app::Answer<std::vector<store::AllocatedRun>> InventoryDesk::allocations(EventId event) {
    auto runs = rows_.readAllocations(event);
    if (!runs) return tl::make_unexpected(away());
    return std::move(*runs);
}

std::shared_ptr<InventoryDesk::Counted> InventoryDesk::counted(EventId event) {
    const std::lock_guard lock(mutex_);
    auto found = counted_.find(event);
    if (found == counted_.end()) {
        // Whoever counts the one that goes keeps it until then.
        if (counted_.size() >= kEventsCounted) counted_.erase(counted_.begin());
        found = counted_.emplace(event, std::make_shared<Counted>()).first;
    }
    return found->second;
}

void InventoryDesk::sales(EventId event, const engine::Layout& layout, const SalesReply& reply) {
    const std::shared_ptr<Counted> of = counted(event);
    {
        std::unique_lock lock(of->mutex);
        const bool fresh =
            of->counts && clock_.nowMicros() - of->countedMicros < kCountedFor.micros;
        if (fresh) {
            const auto counts = of->counts;
            lock.unlock();
            return reply(counts);
        }
        if (of->counting && of->waiting.size() >= kSalesWaiting) {
            lock.unlock();
            return reply(tl::make_unexpected(app::busy("Too many wait for these sales.")));
        }
        if (of->counting) return of->waiting.push_back(reply);
        of->counting = true;
    }
    const std::int64_t since = clock_.nowMicros();
    auto counts = rows_.readSales(event, categoriesOf(layout));
    Sales answer = tl::make_unexpected(away());
    if (counts) answer = std::make_shared<const store::SalesCounts>(std::move(*counts));
    std::vector<SalesReply> waiting;
    {
        const std::lock_guard lock(of->mutex);
        if (answer) {
            of->counts = *answer;
            of->countedMicros = since;
        }
        of->counting = false;
        waiting.swap(of->waiting);
    }
    reply(answer);
    for (const SalesReply& other : waiting) other(answer);
}

// More seats at a time where few are sold.
Status InventoryDesk::readSeats(const ManifestAsk& ask, const std::vector<std::int32_t>& order,
                                std::vector<store::ManifestRow>& rows) const {
    const auto wanted = static_cast<std::size_t>(ask.limit) + 1;
    std::size_t chunk = std::max(kSeatsFirst, 2 * wanted);
    for (std::size_t at = ask.from.seats; at < order.size() && rows.size() < wanted;) {
        const std::size_t count = std::min(chunk, order.size() - at);
        auto read = rows_.readSeats(ask.event, std::span(order).subspan(at, count), ask.waiting,
                                    static_cast<std::int32_t>(wanted - rows.size()));
        if (!read) return tl::make_unexpected(read.error());
        rows.insert(rows.end(), std::make_move_iterator(read->begin()),
                    std::make_move_iterator(read->end()));
        at += count;
        chunk = std::min(chunk * 4, kSeatsMost);
    }
    return {};
}

app::Answer<ManifestPage> InventoryDesk::manifest(const ManifestAsk& ask,
                                                  const std::vector<std::int32_t>& order) {
    ManifestPage page;
    if (!readSeats(ask, order, page.rows)) return tl::make_unexpected(away());
    const auto most = static_cast<std::size_t>(ask.limit);
    if (page.rows.size() <= most) {
        auto areas = rows_.readAreas(ask.event, ask.from.place, ask.waiting,
                                     static_cast<std::int32_t>(most + 1 - page.rows.size()));
        if (!areas) return tl::make_unexpected(away());
        page.rows.insert(page.rows.end(), std::make_move_iterator(areas->begin()),
                         std::make_move_iterator(areas->end()));
    }
    if (page.rows.size() <= most) return page;
    page.rows.pop_back();
    const engine::TicketRow& last = page.rows.back().ticket;
    page.next.emplace();
    page.next->seats = order.size();
    if (last.seat) {
        const auto from = order.begin() + static_cast<std::ptrdiff_t>(ask.from.seats);
        const auto at = std::find(from, order.end(), last.seat->value);
        page.next->seats = static_cast<std::size_t>(at - order.begin()) + 1;
    } else {
        page.next->place = {*last.area, last.id};
    }
    return page;
}

SeatOrder InventoryDesk::orderOf(LayoutId id, const engine::Layout& layout,
                                 const plan::PlanText& text) {
    {
        const std::lock_guard lock(mutex_);
        for (const auto& [known, order] : orders_) {
            if (known == id) return order;
        }
    }
    auto order = std::make_shared<const std::vector<std::int32_t>>(seatsAsRead(layout, text));
    const std::lock_guard lock(mutex_);
    if (orders_.size() >= kOrdersKept) orders_.erase(orders_.begin());
    orders_.emplace_back(id, order);
    return order;
}

}  // namespace tessera::setup
