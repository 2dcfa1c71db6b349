// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <atomic>

#include "server/api/convert_inventory.h"
#include "server/api/handlers_setup.h"
#include "server/api/page_token.h"
#include "tessera/v1/inventory_service.pb.h"

namespace tessera::api {
namespace {

using app::Answer;
using app::Reply;

constexpr std::int32_t kPageSize = 200;
constexpr std::int32_t kPageSizeMax = store::kManifestPerRead;
constexpr std::size_t kFileBytesMax = 64 << 20;
constexpr int kFilesAtOnce = 2;

// `work` with the event, where it may block.
template <class Response, class Request, class Work>
void onEvent(const StaffContext& context, const Request& request, const Reply<Response>& reply,
             Work work) {
    const auto event = parseEventId(request.event());
    if (!event) return reply(tl::make_unexpected(event.error()));
    context.base.presentation.find(*event, [=](const Answer<ShownEventPtr>& shown) {
        if (!shown) return reply(tl::make_unexpected(shown.error()));
        whereItMayBlock(context, reply, [=, shown = *shown] { work(shown); });
    });
}

void getAllocations(const StaffContext& context, setup::InventoryDesk& desk,
                    const v1::GetAllocationsRequest& request,
                    const Reply<v1::GetAllocationsResponse>& reply) {
    onEvent(context, request, reply, [&desk, reply](const ShownEventPtr& event) {
        const auto runs = desk.allocations(event->answer.row.id);
        if (!runs) return reply(tl::make_unexpected(runs.error()));
        reply(toProto(*runs, *event));
    });
}

void getSales(const StaffContext& context, setup::InventoryDesk& desk,
              const v1::GetSalesRequest& request, const Reply<v1::SalesReport>& reply) {
    const std::int32_t minutes = request.minutes();
    if (minutes < 0 || minutes > store::kSalesMinutesMax) {
        return reply(tl::make_unexpected(invalidField("minutes", "0 to 240")));
    }
    onEvent(context, request, reply, [&desk, reply, minutes](const ShownEventPtr& event) {
        desk.sales(event->answer.row.id, *event->layout->layout,
                   [=](const setup::InventoryDesk::Sales& counts) {
                       if (!counts) return reply(tl::make_unexpected(counts.error()));
                       reply(toProto(**counts, *event, minutes));
                   });
    });
}

// What a page token of a manifest is bound to.
std::string conditionsOf(const ShownEvent& event, bool waiting) {
    return "manifest " + encodePublicId(event.answer.row.id.value) + " " +
           encodePublicId(event.answer.row.layout.value) + (waiting ? " waiting" : "");
}

// A place among the seats is a number above zero, one in an area a number below and a ticket.
std::string tokenOf(const setup::ManifestPosition& next, const std::string& conditions) {
    if (next.place.ticket) {
        return makePageToken(
            {Instant{-1 - next.place.area.value}, EventId{next.place.ticket.value}}, conditions);
    }
    return makePageToken({Instant{static_cast<std::int64_t>(next.seats)}, EventId{}}, conditions);
}

Answer<setup::ManifestPosition> positionOf(const std::string& token, const std::string& conditions,
                                           std::size_t seats) {
    setup::ManifestPosition out;
    if (token.empty()) return out;
    const auto read = readPageToken(token, conditions);
    if (!read) {
        return tl::make_unexpected(
            refuse("INVALID_PAGE_TOKEN", "The page token is not of this query."));
    }
    const auto& [at, ticket] = *read;
    out.seats = at.micros < 0 ? seats : std::min(seats, static_cast<std::size_t>(at.micros));
    if (at.micros < 0) {
        out.place = {AreaNo{static_cast<std::int16_t>(-1 - at.micros)}, TicketId{ticket.value}};
    }
    return out;
}

setup::SeatOrder orderOf(setup::InventoryDesk& desk, const ShownEvent& event) {
    const ShownLayout& layout = *event.layout;
    return desk.orderOf(layout.row.id, *layout.layout, layout.text);
}

void listManifest(const StaffContext& context, setup::InventoryDesk& desk,
                  const v1::ListManifestRequest& request,
                  const Reply<v1::ListManifestResponse>& reply) {
    if (request.page_size() < 0 || request.page_size() > kPageSizeMax) {
        return reply(tl::make_unexpected(invalidField("pageSize", "0 to 1000")));
    }
    setup::ManifestAsk ask;
    ask.waiting = request.will_call();
    ask.limit = request.page_size() == 0 ? kPageSize : request.page_size();
    onEvent(context, request, reply,
            [&desk, reply, ask, token = request.page_token()](const ShownEventPtr& shown) {
                const ShownEvent& event = *shown;
                const auto order = orderOf(desk, event);
                const std::string conditions = conditionsOf(event, ask.waiting);
                const auto from = positionOf(token, conditions, order->size());
                if (!from) return reply(tl::make_unexpected(from.error()));
                setup::ManifestAsk of = ask;
                of.event = event.answer.row.id;
                of.from = *from;
                const auto page = desk.manifest(of, *order);
                if (!page) return reply(tl::make_unexpected(page.error()));
                v1::ListManifestResponse out;
                for (const auto& row : page->rows) *out.add_lines() = toProto(row, event);
                if (page->next) out.set_next_page_token(tokenOf(*page->next, conditions));
                reply(std::move(out));
            });
}

// Page by page: what is in memory is the file, and one page.
Answer<v1::Document> toFile(setup::InventoryDesk& desk, const ShownEvent& event,
                            const v1::GetManifestCsvRequest& request) {
    const auto order = orderOf(desk, event);
    setup::ManifestCsv file({request.language(), event.answer.venue.timeZone});
    setup::ManifestAsk ask;
    ask.event = event.answer.row.id;
    ask.waiting = request.will_call();
    ask.limit = kPageSizeMax;
    for (bool more = true; more;) {
        auto page = desk.manifest(ask, *order);
        if (!page) return tl::make_unexpected(page.error());
        for (const auto& row : page->rows) file.add(toCsvLine(row, event, file));
        if (file.bytes() > kFileBytesMax) {
            return tl::make_unexpected(refuse("OVERLOADED", "The file is larger than 64 MiB."));
        }
        more = page->next.has_value();
        if (more) ask.from = *page->next;
    }
    v1::Document out;
    out.set_content_type("text/csv; charset=utf-8");
    out.set_file_name(request.will_call() ? "will-call.csv" : "manifest.csv");
    out.set_content(file.take());
    return out;
}

void getManifestCsv(const StaffContext& context, setup::InventoryDesk& desk, const CallPtr& call,
                    const std::shared_ptr<std::atomic<int>>& making,
                    const Reply<v1::Document>& reply) {
    const auto& request = call->request<v1::GetManifestCsvRequest>();
    if (!isLanguageTag(request.language())) {
        return reply(tl::make_unexpected(invalidField("language", kLanguageTagRule)));
    }
    onEvent(context, request, reply, [&desk, call, making, reply](const ShownEventPtr& event) {
        if (making->fetch_add(1) >= kFilesAtOnce) {
            making->fetch_sub(1);
            return reply(tl::make_unexpected(
                refuse("OVERLOADED", "Two files are being made: again in a moment.")));
        }
        auto file = toFile(desk, *event, call->request<v1::GetManifestCsvRequest>());
        making->fetch_sub(1);
        reply(std::move(file));
    });
}

}  // namespace

void registerInventory(Registry& registry, const StaffContext& context,
                       setup::InventoryDesk& desk) {
    registry.unary<v1::GetAllocationsRequest, v1::GetAllocationsResponse>(
        "/tessera.v1.InventoryService/GetAllocations",
        [context, &desk](const CallPtr&, const auto& request, const auto& reply) {
            getAllocations(context, desk, request, reply);
        });
    registry.unary<v1::GetSalesRequest, v1::SalesReport>(
        "/tessera.v1.InventoryService/GetSales",
        [context, &desk](const CallPtr&, const auto& request, const auto& reply) {
            getSales(context, desk, request, reply);
        });
    registry.unary<v1::ListManifestRequest, v1::ListManifestResponse>(
        "/tessera.v1.InventoryService/ListManifest",
        [context, &desk](const CallPtr&, const auto& request, const auto& reply) {
            listManifest(context, desk, request, reply);
        });
    registry.unary<v1::GetManifestCsvRequest, v1::Document>(
        "/tessera.v1.InventoryService/GetManifestCsv",
        [context, &desk, making = std::make_shared<std::atomic<int>>(0)](
            const CallPtr& call, const auto&, const auto& reply) {
            getManifestCsv(context, desk, call, making, reply);
        });
}

}  // namespace tessera::api
