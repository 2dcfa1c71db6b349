// SPDX-License-Identifier: Apache-2.0
#include "tools/load/rest.h"

#include <curl/curl.h>

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>

#include "shared/base/encoding.h"
#include "shared/base/ids.h"
#include "shared/base/time.h"

namespace tessera::load {
namespace {

using nlohmann::json;

constexpr std::size_t kBodyBytesMax = std::size_t{256} << 20;
constexpr long kDeadlineMillis = 60'000;

std::size_t receive(char* data, std::size_t size, std::size_t count, void* to) {
    auto& body = *static_cast<std::string*>(to);
    if (body.size() + size * count > kBodyBytesMax) return 0;
    body.append(data, size * count);
    return size * count;
}

Result<std::string> get(const std::string& url) {
    CURL* curl = curl_easy_init();
    if (curl == nullptr) return failure("libcurl does not start");
    std::string body;
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, kDeadlineMillis);
    curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &receive);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &body);
    const CURLcode code = curl_easy_perform(curl);
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_cleanup(curl);
    if (code != CURLE_OK) return failure(url + ": " + curl_easy_strerror(code));
    if (status != 200) return failure(url + " answered " + std::to_string(status));
    return body;
}

std::string text(const json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

Result<std::string> search(const std::string& url, const std::string& words) {
    std::string escaped;
    for (const char c : words) {
        const bool plain =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        escaped += plain ? std::string(1, c) : std::string("%20");
    }
    const auto body = get(url + "/v1/events?pageSize=100&query=" + escaped);
    if (!body) return tl::unexpected(body.error());
    const json page = json::parse(*body, nullptr, false);
    std::string latest;  // Ids are time-ordered, and so are their texts.
    if (page.is_object()) {
        for (const json& event : page.value("events", json::array())) {
            if (text(event, "saleState") == "OPEN") latest = std::max(latest, text(event, "event"));
        }
    }
    if (latest.empty()) return failure("no event on sale is called " + words);
    return latest;
}

}  // namespace

Result<OnSale> findOnSale(const std::string& url, const std::string& wanted) {
    OnSale sale;
    sale.event = wanted;
    if (!decodePublicId(wanted)) {
        auto found = search(url, wanted);
        if (!found) return tl::unexpected(found.error());
        sale.event = *found;
    }
    const auto body = get(url + "/v1/events/" + sale.event);
    if (!body) return tl::unexpected(body.error());
    const json event = json::parse(*body, nullptr, false);
    if (!event.is_object()) return failure("the event's answer is no JSON object");
    if (event.contains("config")) sale.name = text(event["config"], "name");
    if (const auto server = parseRfc3339(text(event, "serverTime"))) {
        const auto wall = std::chrono::duration_cast<std::chrono::milliseconds>(
                              std::chrono::system_clock::now().time_since_epoch())
                              .count();
        sale.serverAheadMillis = server->micros / 1000 - wall;
    }
    auto layout = get(url + "/v1/events/" + sale.event + "/layout");
    if (!layout) return tl::unexpected(layout.error());
    sale.layoutJson = std::move(*layout);
    return sale;
}

Result<std::int64_t> takenPlaces(const std::string& url, const std::string& event) {
    const auto body = get(url + "/v1/events/" + event + "/seatmap");
    if (!body) return tl::unexpected(body.error());
    const json map = json::parse(*body, nullptr, false);
    if (!map.is_object()) return failure("the seat map's answer is no JSON object");
    const auto statuses = fromBase64(text(map, "statuses"));
    if (!statuses) return failure("the seat map is not base64");
    std::int64_t taken =
        std::count_if(statuses->begin(), statuses->end(), [](char status) { return status != 0; });
    for (const json& area : map.value("areas", json::array())) {
        taken += area.value("capacity", 0) - area.value("available", 0);
    }
    return taken;
}

}  // namespace tessera::load
