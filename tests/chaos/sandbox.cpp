// SPDX-License-Identifier: Apache-2.0
#include "tests/chaos/sandbox.h"

#include <curl/curl.h>

namespace tessera::chaos {
namespace {

constexpr long kCallMillisMax = 10'000;
constexpr long kReplayMillisMax = 300'000;

std::size_t takeBytes(char* data, std::size_t size, std::size_t count, void* out) {
    static_cast<std::string*>(out)->append(data, size * count);
    return size * count;
}

}  // namespace

Sandbox::Sandbox(std::uint16_t port)
    : base_("http://127.0.0.1:" + std::to_string(port)), curl_(curl_easy_init()) {}

Sandbox::~Sandbox() {
    curl_easy_cleanup(curl_);
}

Json Sandbox::call(const char* verb, const std::string& path, const std::string& body,
                   long millisMax) {
    std::string answer;
    const std::string url = base_ + path;
    curl_easy_reset(curl_);
    curl_slist* headers = curl_slist_append(nullptr, "Authorization: Bearer sk_test_integration");
    const bool control = path.starts_with("/sandbox/");
    headers =
        curl_slist_append(headers, control ? "Content-Type: application/json"
                                           : "Content-Type: application/x-www-form-urlencoded");
    headers = curl_slist_append(headers, "Expect:");
    curl_easy_setopt(curl_, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl_, CURLOPT_CUSTOMREQUEST, verb);
    curl_easy_setopt(curl_, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl_, CURLOPT_TIMEOUT_MS, millisMax);
    curl_easy_setopt(curl_, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(curl_, CURLOPT_WRITEFUNCTION, takeBytes);
    curl_easy_setopt(curl_, CURLOPT_WRITEDATA, &answer);
    if (std::string_view(verb) == "POST") {
        curl_easy_setopt(curl_, CURLOPT_POSTFIELDS, body.data());
        curl_easy_setopt(curl_, CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
    }
    const CURLcode done = curl_easy_perform(curl_);
    curl_slist_free_all(headers);
    long status = 0;
    curl_easy_getinfo(curl_, CURLINFO_RESPONSE_CODE, &status);
    if (done != CURLE_OK || status != 200) return nullptr;
    return Json::parse(answer, nullptr, false);
}

bool Sandbox::startFaults(std::uint64_t seed, const Json& rules) {
    const Json plan{{"seed", seed}, {"rules", rules}};
    const Json said = call("POST", "/sandbox/faults", plan.dump(), kCallMillisMax);
    return said.is_object() && said.value("rules", rules.size() + 1) == rules.size();
}

bool Sandbox::stopFaults() {
    return call("DELETE", "/sandbox/faults", "", kCallMillisMax).is_object();
}

Json Sandbox::stats() {
    return call("GET", "/sandbox/stats", "", kCallMillisMax);
}

std::vector<std::string> Sandbox::makeReaders(int count) {
    std::vector<std::string> readers;
    for (int i = 0; i < count; ++i) {
        const Json made = call("POST", "/v1/terminal/readers",
                               "registration_code=simulated-wpe&label=chaos", kCallMillisMax);
        if (made.is_object()) readers.push_back(made.value("id", ""));
    }
    return readers;
}

bool Sandbox::cancelPayment(const std::string& object) {
    return call("POST", "/v1/payment_intents/" + object + "/cancel", "", kCallMillisMax)
        .is_object();
}

bool Sandbox::capturePayment(const std::string& object) {
    return call("POST", "/v1/payment_intents/" + object + "/capture", "", kCallMillisMax)
        .is_object();
}

std::int64_t Sandbox::replay(std::uint64_t seed, const std::string& type) {
    const Json said = call("POST", "/sandbox/webhooks/replay",
                           Json{{"seed", seed}, {"type", type}}.dump(), kReplayMillisMax);
    return said.is_object() ? said.value("delivered", std::int64_t{-1}) : -1;
}

std::uint64_t firedIn(const Json& stats) {
    std::uint64_t fired = 0;
    const Json drawn = stats.value("faults", Json::object());
    for (const auto& [operation, faults] : drawn.items()) {
        for (const auto& [fault, count] : faults.items()) fired += count.get<std::uint64_t>();
    }
    const Json hooks = stats.value("webhooks", Json::object());
    for (const char* what : {"lost", "doubled", "held"}) {
        fired += hooks.value(what, std::uint64_t{0});
    }
    return fired;
}

}  // namespace tessera::chaos
