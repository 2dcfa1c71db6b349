// SPDX-License-Identifier: Apache-2.0
#include "server/api/page_head.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "server/api/convert_common.h"
#include "server/api/convert_event.h"
#include "server/tickets/local_text.h"
#include "tessera/v1/event.pb.h"

namespace tessera::api {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kDescriptionBytesMax = 300;

void addMeta(std::string& out, std::string_view attribute, std::string_view name,
             std::string_view value) {
    if (value.empty()) return;
    out.append("<meta ").append(attribute).append("=\"").append(name);
    out.append("\" content=\"").append(escapeHtml(value)).append("\">\n");
}

// Not longer than a line or two, cut between characters.
std::string summaryOf(std::string_view text) {
    std::string out(text.substr(0, kDescriptionBytesMax));
    if (out.size() < text.size()) {
        while (!out.empty() && (static_cast<unsigned char>(out.back()) & 0xC0U) == 0x80U) {
            out.pop_back();
        }
        if (!out.empty()) out.pop_back();
        out += "…";
    }
    std::replace(out.begin(), out.end(), '\n', ' ');
    return out;
}

std::string absolute(std::string_view origin, const std::string& address) {
    return address.starts_with("/") ? std::string(origin) + address : address;
}

std::string decimalOf(const v1::Money& money) {
    const auto currency = parseCurrency(money.currency_code());
    return tickets::decimalText(Money{money.minor_units()}, currency.value_or(Currency{}));
}

// Empty while it is on sale: what is left is in the seat map, and a head is not asked for that.
std::string availabilityOf(const v1::Event& event, Instant now) {
    const std::string base = "https://schema.org/";
    if (event.sale_state() != v1::OPEN) return base + "Discontinued";
    const auto& windows = event.config().sale_windows();
    if (windows.has_opens_at() && now < toInstant(windows.opens_at())) return base + "PreOrder";
    if (windows.has_closes_at() && now >= toInstant(windows.closes_at())) {
        return base + "Discontinued";
    }
    return {};
}

Json offersOf(const v1::Event& event, const std::string& url, Instant now) {
    Json offers = Json::array();
    for (const auto& price : event.config().prices()) {
        if (!price.has_all_in() || price.ticket_type_no() != 0) continue;
        Json offer = {{"@type", "Offer"},
                      {"url", url},
                      {"price", decimalOf(price.all_in())},
                      {"priceCurrency", price.all_in().currency_code()}};
        if (auto said = availabilityOf(event, now); !said.empty()) {
            offer["availability"] = std::move(said);
        }
        const auto& windows = event.config().sale_windows();
        if (windows.has_opens_at()) offer["validFrom"] = toRfc3339(toInstant(windows.opens_at()));
        offers.push_back(std::move(offer));
    }
    return offers;
}

std::string statusOf(const v1::Event& event) {
    const std::string base = "https://schema.org/Event";
    if (event.sale_state() == v1::CANCELLED) return base + "Cancelled";
    return base + (event.has_disruption() ? "Rescheduled" : "Scheduled");
}

Json dataOf(const v1::Event& event, std::string_view origin, const std::string& url, Instant now) {
    const auto& config = event.config();
    Json address = {{"@type", "PostalAddress"}, {"addressLocality", event.venue().city()}};
    if (!event.venue().country_code().empty()) {
        address["addressCountry"] = event.venue().country_code();
    }
    Json data = {
        {"@context", "https://schema.org"},
        {"@type", "Event"},
        {"name", config.name()},
        {"startDate", toRfc3339(toInstant(config.starts_at()))},
        {"eventStatus", statusOf(event)},
        {"eventAttendanceMode", "https://schema.org/OfflineEventAttendanceMode"},
        {"location", {{"@type", "Place"}, {"name", event.venue().name()}, {"address", address}}},
        {"url", url},
        {"offers", offersOf(event, url, now)}};
    if (event.disruption().kind() == v1::Disruption::MOVED) {
        data["previousStartDate"] = toRfc3339(toInstant(event.disruption().previous_starts_at()));
    }
    if (!config.description().empty()) data["description"] = config.description();
    if (!config.image_url().empty()) {
        data["image"] = Json::array({absolute(origin, config.image_url())});
    }
    return data;
}

}  // namespace

std::string escapeHtml(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

std::string pageHead(std::string_view url) {
    std::string out = "<title>Tessera</title>\n";
    addMeta(out, "property", "og:site_name", "Tessera");
    addMeta(out, "property", "og:title", "Tessera");
    addMeta(out, "property", "og:type", "website");
    addMeta(out, "property", "og:url", url);
    return out;
}

std::string eventHead(const ShownEvent& shown, std::string_view origin, Instant now) {
    const v1::Event event = toProto(shown.answer, now);
    const auto& config = event.config();
    const std::string url = std::string(origin) + "/events/" + event.event();
    std::string out = "<title>" + escapeHtml(config.name() + " · " + event.venue().name()) +
                      " · Tessera</title>\n";
    out += "<link rel=\"canonical\" href=\"" + escapeHtml(url) + "\">\n";
    const std::string summary = summaryOf(config.description());
    addMeta(out, "name", "description", summary);
    addMeta(out, "property", "og:site_name", "Tessera");
    addMeta(out, "property", "og:title", config.name());
    addMeta(out, "property", "og:description", summary);
    addMeta(out, "property", "og:type", "website");
    addMeta(out, "property", "og:url", url);
    addMeta(out, "property", "og:image", absolute(origin, config.image_url()));
    addMeta(out, "name", "twitter:card", "summary_large_image");
    // Inside a script element `<` could end it: as an escape it is the same JSON.
    std::string data = dataOf(event, origin, url, now).dump();
    for (auto at = data.find('<'); at != std::string::npos; at = data.find('<', at)) {
        data.replace(at, 1, "\\u003c");
    }
    out += "<script type=\"application/ld+json\">" + data + "</script>\n";
    return out;
}

}  // namespace tessera::api
