// SPDX-License-Identifier: Apache-2.0
#include "tools/admin/rest_client.h"

#include <curl/curl.h>

#include <array>
#include <chrono>
#include <thread>

#include "shared/base/check.h"
#include "shared/base/ids.h"
#include "shared/base/time.h"
#include "tools/admin/json_fields.h"

namespace tessera::admin {
namespace {

using nlohmann::json;

constexpr std::size_t kBodyBytesMax = std::size_t{64} << 20;
constexpr std::chrono::milliseconds kFirstPause{100};

std::int64_t wallMillis() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

RequestId freshRequestId(std::int64_t unixMillis) {
    RequestId id;
    runtime::fillRandom(id.bytes);
    for (std::size_t i = 0; i < 6; ++i) {
        id.bytes[i] = static_cast<std::uint8_t>(unixMillis >> (8 * (5 - i)));
    }
    id.bytes[6] = static_cast<std::uint8_t>(0x70 | (id.bytes[6] & 0x0F));
    id.bytes[8] = static_cast<std::uint8_t>(0x80 | (id.bytes[8] & 0x3F));
    return id;
}

std::size_t receive(char* data, std::size_t size, std::size_t count, void* to) {
    auto& body = *static_cast<std::string*>(to);
    if (body.size() + size * count > kBodyBytesMax) return 0;
    body.append(data, size * count);
    return size * count;
}

Error errorOf(const std::string& path, int status, const json& problem) {
    Error error;
    error.code = problem.is_object() ? textOf(problem, "reason") : "";
    error.message = path + " answered " + std::to_string(status) + " " + error.code;
    if (problem.is_object()) error.message += " " + textOf(problem, "detail");
    if (problem.is_object() && problem.contains("metadata")) {
        error.message += " " + problem["metadata"].dump();
    }
    return error;
}

}  // namespace

RestClient::RestClient(RestOptions options)
    : options_(std::move(options)), curl_(curl_easy_init()) {
    TESSERA_CHECK(curl_ != nullptr);
}

RestClient::~RestClient() {
    curl_easy_cleanup(curl_);
}

HeaderLines RestClient::withKey(HeaderLines headers) const {
    if (!options_.key.empty()) {
        headers.push_back("Authorization: Bearer " + std::string(options_.key.reveal()));
    }
    return headers;
}

RestClient::Reply RestClient::once(const Ask& ask) {
    Reply reply;
    curl_easy_reset(curl_);
    curl_easy_setopt(curl_, CURLOPT_URL, ask.url.c_str());
    curl_easy_setopt(curl_, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl_, CURLOPT_TIMEOUT_MS, static_cast<long>(options_.deadlineMillis));
    curl_easy_setopt(curl_, CURLOPT_WRITEFUNCTION, &receive);
    curl_easy_setopt(curl_, CURLOPT_WRITEDATA, &reply.body);
    curl_slist* headers = curl_slist_append(nullptr, "Expect:");
    for (const std::string& line : ask.headers) headers = curl_slist_append(headers, line.c_str());
    if (ask.body != nullptr) {
        curl_easy_setopt(curl_, CURLOPT_POSTFIELDS, ask.body->c_str());
        curl_easy_setopt(curl_, CURLOPT_POSTFIELDSIZE_LARGE,
                         static_cast<curl_off_t>(ask.body->size()));
    }
    curl_easy_setopt(curl_, CURLOPT_HTTPHEADER, headers);
    const CURLcode code = curl_easy_perform(curl_);
    curl_slist_free_all(headers);
    long status = 0;
    curl_easy_getinfo(curl_, CURLINFO_RESPONSE_CODE, &status);
    reply.status = code == CURLE_OK ? static_cast<int>(status) : 0;
    if (code != CURLE_OK) reply.fault = curl_easy_strerror(code);
    return reply;
}

Result<json> RestClient::call(const Ask& ask) {
    auto pause = kFirstPause;
    for (int attempt = 1;; ++attempt) {
        const Reply reply = once(ask);
        const bool again = reply.status == 0 || reply.status == 429 || reply.status == 503;
        if (again && attempt < options_.attemptsMax) {
            std::this_thread::sleep_for(pause);
            pause = std::min(pause * 2, std::chrono::milliseconds(2000));
            continue;
        }
        if (reply.status == 0) return failure(ask.url + ": " + reply.fault, Effect::Unknown);
        json answer = json::parse(reply.body, nullptr, false);
        if (reply.status / 100 == 2 && answer.is_object()) return answer;
        Error error = errorOf(ask.url, reply.status, answer);
        if (error.code == "REQUEST_ID_AHEAD") {
            const auto server =
                parseRfc3339(textOf(answer.value("metadata", json::object()), "server_time"));
            if (server) aheadMillis_ = wallMillis() - server->micros / 1000;
        }
        return tl::unexpected(std::move(error));
    }
}

Result<json> RestClient::get(const std::string& path, const HeaderLines& headers) {
    return call({options_.url + path, nullptr, withKey(headers)});
}

Result<json> RestClient::post(const std::string& path, json body, const HeaderLines& headers) {
    HeaderLines lines = withKey(headers);
    lines.emplace_back("Content-Type: application/json");
    for (int stamps = 1;; ++stamps) {
        body["requestId"] = toString(freshRequestId(wallMillis() - aheadMillis_));
        const std::string text = body.dump(-1, ' ', false, json::error_handler_t::replace);
        auto answer = call({options_.url + path, &text, lines});
        if (answer || answer.error().code != "REQUEST_ID_AHEAD" || stamps == 2) return answer;
    }
}

Result<json> RestClient::postForm(const std::string& url, const std::string& form,
                                  const HeaderLines& headers) {
    HeaderLines lines = headers;
    lines.emplace_back("Content-Type: application/x-www-form-urlencoded");
    return call({url, &form, std::move(lines)});
}

}  // namespace tessera::admin
