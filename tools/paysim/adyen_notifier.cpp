// SPDX-License-Identifier: Apache-2.0
#include "tools/paysim/adyen_notifier.h"

#include <curl/curl.h>

#include <algorithm>

#include "shared/base/check.h"
#include "tools/paysim/adyen_render.h"

namespace tessera::paysim {
namespace {

std::size_t ignoreBody(char*, std::size_t size, std::size_t count, void*) {
    return size * count;
}

}  // namespace

AdyenNotifier::AdyenNotifier(AdyenNotifierOptions options)
    : options_(std::move(options)), random_(options_.seed) {
    for (std::size_t i = 0; i < options_.connections; ++i) {
        threads_.emplace_back([this] { run(); });
    }
}

AdyenNotifier::~AdyenNotifier() {
    stop();
}

void AdyenNotifier::send(std::uint64_t id, std::string item, std::int64_t afterMillis) {
    const std::lock_guard lock(mutex_);
    if (stopping_) return;
    std::uniform_real_distribution<double> chance(0, 1);
    const auto now = Clock::now();
    auto at = now + std::chrono::milliseconds(afterMillis);
    const bool twice = chance(random_) < options_.duplicate;
    if (chance(random_) < options_.reorder) {
        at += std::chrono::milliseconds(options_.lateMillis);
        ++counts_.late;
    }
    if (twice) {
        ++counts_.doubled;
        waiting_.emplace(at + std::chrono::milliseconds(options_.lateMillis / 2),
                         Letter{id, item, 0});
    }
    waiting_.emplace(at, Letter{id, std::move(item), 0});
    changed_.notify_one();
}

void AdyenNotifier::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) {
        if (thread.joinable()) thread.join();
    }
}

void AdyenNotifier::run() {
    CURL* curl = curl_easy_init();
    TESSERA_CHECK(curl != nullptr);
    for (auto letters = takeDue(); !letters.empty(); letters = takeDue()) {
        const bool taken = post(curl, letters);
        settle(std::move(letters), taken);
    }
    curl_easy_cleanup(curl);
}

// Waits for the next; none once it stops.
std::vector<AdyenNotifier::Letter> AdyenNotifier::takeDue() {
    std::unique_lock lock(mutex_);
    std::vector<Letter> letters;
    while (!stopping_) {
        const auto now = Clock::now();
        while (!waiting_.empty() && waiting_.begin()->first <= now &&
               letters.size() < options_.itemsMax) {
            letters.push_back(std::move(waiting_.begin()->second));
            waiting_.erase(waiting_.begin());
        }
        if (!letters.empty()) return letters;
        if (waiting_.empty()) {
            changed_.wait(lock);
        } else {
            const auto until = waiting_.begin()->first;
            changed_.wait_until(lock, until);
        }
    }
    return letters;
}

bool AdyenNotifier::post(void* curl, const std::vector<Letter>& letters) {
    std::vector<std::string> items;
    for (const Letter& letter : letters) items.push_back(letter.item);
    const std::string body = adyenNotification(items);
    curl_easy_reset(curl);
    curl_slist* headers = curl_slist_append(nullptr, "Content-Type: application/json");
    headers = curl_slist_append(headers, "Expect:");
    curl_easy_setopt(curl, CURLOPT_URL, options_.url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(options_.deadlineMillis));
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.data());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &ignoreBody);
    // Whoever stops does not wait for a receiver that says nothing.
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, this);
    curl_easy_setopt(
        curl, CURLOPT_XFERINFOFUNCTION,
        +[](void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t) -> int {
            auto& notifier = *static_cast<AdyenNotifier*>(self);
            const std::lock_guard lock(notifier.mutex_);
            return notifier.stopping_ ? 1 : 0;
        });
    const CURLcode code = curl_easy_perform(curl);
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    curl_slist_free_all(headers);
    return code == CURLE_OK && status >= 200 && status < 300;
}

void AdyenNotifier::settle(std::vector<Letter> letters, bool taken) {
    if (taken && options_.onTaken) {
        for (const Letter& letter : letters) options_.onTaken(letter.id);
    }
    const std::lock_guard lock(mutex_);
    if (taken) {
        counts_.delivered += letters.size();
        return;
    }
    ++counts_.refused;
    for (Letter& letter : letters) {
        std::int64_t pause = options_.firstRetryMillis;
        for (int i = 0; i < letter.attempts && pause < options_.lastRetryMillis; ++i) pause *= 2;
        ++letter.attempts;
        waiting_.emplace(
            Clock::now() + std::chrono::milliseconds(std::min(pause, options_.lastRetryMillis)),
            std::move(letter));
    }
    changed_.notify_one();
}

AdyenNotifier::Counts AdyenNotifier::counts() const {
    const std::lock_guard lock(mutex_);
    Counts counts = counts_;
    counts.waiting = waiting_.size();
    return counts;
}

}  // namespace tessera::paysim
