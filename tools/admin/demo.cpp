// SPDX-License-Identifier: Apache-2.0
#include "tools/admin/demo.h"

#include <array>
#include <chrono>
#include <string_view>

#include "shared/base/time.h"
#include "tools/admin/json_fields.h"

namespace tessera::admin {
namespace {

using nlohmann::json;

struct CategoryPrice {
    std::string_view name;
    std::int64_t adult;  // Minor units, net of the service fee.
};
// Of the arena; any other category costs what the last one does.
constexpr std::array<CategoryPrice, 7> kPrices{{{"Floor", 11900},
                                                {"Lower", 9900},
                                                {"Lower rear", 7900},
                                                {"Upper", 5900},
                                                {"Upper rear", 4500},
                                                {"Standing", 6900},
                                                {"", 5500}}};
constexpr std::int64_t kReducedPercent = 70;

std::int64_t adultPrice(const std::string& category) {
    for (const CategoryPrice& price : kPrices) {
        if (price.name == category) return price.adult;
    }
    return kPrices.back().adult;
}

// The words that the search takes; the name itself is compared afterwards.
std::string wordsOf(std::string_view name) {
    std::string words;
    for (const char c : name) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                            (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
        words += letter ? c : ' ';
    }
    return words.substr(0, 200);
}

Result<DemoEvent> findExisting(RestClient& client, const DemoOptions& options) {
    std::string token;
    do {
        std::string path =
            "/v1/events?pageSize=100&query=" + percentEncoded(wordsOf(options.eventName));
        if (!token.empty()) path += "&pageToken=" + percentEncoded(token);
        const auto page = client.get(path);
        if (!page) return tl::unexpected(page.error());
        for (const json& event : page->value("events", json::array())) {
            if (textOf(event, "name") != options.eventName ||
                textOf(event, "saleState") != "OPEN") {
                continue;
            }
            const auto whole = client.get("/v1/events/" + textOf(event, "event"));
            if (!whole) return tl::unexpected(whole.error());
            return DemoEvent{"", textOf(*whole, "layout"), textOf(*whole, "event"), true};
        }
        token = textOf(*page, "nextPageToken");
    } while (!token.empty());
    return DemoEvent{};
}

std::string startsAt(const DemoOptions& options) {
    constexpr std::int64_t kDayMicros = 86'400'000'000;
    constexpr std::int64_t kShowTime = 18 * 3'600'000'000LL;  // 18:00 UTC.
    const std::int64_t now = std::chrono::duration_cast<std::chrono::microseconds>(
                                 std::chrono::system_clock::now().time_since_epoch())
                                 .count();
    return toRfc3339({(now / kDayMicros + options.startsInDays) * kDayMicros + kShowTime});
}

json configOf(const DemoOptions& options, const json& categories) {
    json prices = json::array();
    for (const json& category : categories) {
        const std::int64_t adult = adultPrice(textOf(category, "name"));
        const std::int32_t categoryNo = numberOf(category, "categoryNo");
        prices.push_back({{"categoryNo", categoryNo},
                          {"ticketTypeNo", 0},
                          {"minorUnits", std::to_string(adult)}});
        prices.push_back({{"categoryNo", categoryNo},
                          {"ticketTypeNo", 1},
                          {"minorUnits", std::to_string(adult * kReducedPercent / 100)}});
    }
    return {
        {"name", options.eventName},
        {"description", "Two hours of light and sound. Doors open at 18:00."},
        {"startsAt", startsAt(options)},
        {"terms",
         "Doors open at 18:00. No bags larger than A4. No recordings. Tickets are refunded if the "
         "event is cancelled or moved to another day."},
        {"entrances", {{{"name", "Main entrance"}}}},
        {"runningTime", "7200s"},
        {"imageUrl", "/art/the-tidal-lights.svg"},
        {"currencyCode", options.currency},
        {"ticketTypes",
         {{{"ticketTypeNo", 0}, {"name", "Adult"}}, {{"ticketTypeNo", 1}, {"name", "Reduced"}}}},
        {"prices", std::move(prices)},
        {"fees",
         {{{"name", "Service fee"},
           {"kind", "PER_TICKET"},
           {"minorUnits", std::to_string(options.serviceFee)}}}},
        {"taxes",
         {{{"name", "VAT"},
           {"ratePpm", options.vatPpm},
           {"included", true},
           {"appliesTo", "TICKETS_AND_FEES"}}}},
        {"limits", {{"perOrder", options.perOrderMax}, {"perBuyer", options.perBuyerMax}}},
        {"holdDuration", std::to_string(options.holdSeconds) + "s"},
        {"payDuration", std::to_string(options.paySeconds) + "s"},
        {"channels", {"WEB"}},
        {"orphanRule", options.orphanRule}};
}

}  // namespace

Result<DemoEvent> makeDemo(RestClient& client, const DemoOptions& options) {
    auto demo = findExisting(client, options);
    if (!demo || demo->existed) return demo;
    const auto venue = client.post("/v1/admin/venues", {{"name", options.venueName},
                                                        {"city", options.city},
                                                        {"countryCode", "DE"},
                                                        {"timeZone", options.timeZone}});
    if (!venue) return tl::unexpected(venue.error());
    demo->venue = textOf(*venue, "venue");
    const auto layout = client.post("/v1/admin/venues/" + demo->venue + "/layouts",
                                    {{"planJson", options.planJson}});
    if (!layout) return tl::unexpected(layout.error());
    demo->layout = textOf(*layout, "layout");
    const auto event =
        client.post("/v1/admin/events",
                    {{"layout", demo->layout},
                     {"config", configOf(options, layout->value("categories", json::array()))}});
    if (!event) return tl::unexpected(event.error());
    demo->event = textOf(*event, "event");
    const auto open = client.post("/v1/admin/events/" + demo->event + ":openSale", json::object());
    if (!open) return tl::unexpected(open.error());
    return demo;
}

}  // namespace tessera::admin
