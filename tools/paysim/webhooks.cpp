// SPDX-License-Identifier: Apache-2.0
#include "tools/paysim/webhooks.h"

#include <curl/curl.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <ctime>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

#include "shared/base/check.h"
#include "tools/paysim/webhook_fate.h"

namespace tessera::paysim {
namespace {

using Clock = std::chrono::steady_clock;

// A replay: its events are looked up one by one when there is a connection for them.
struct Replay {
    std::vector<std::size_t> order;
    std::size_t next = 0;
    std::size_t left = 0;  // Not taken or given up yet.
    std::size_t taken = 0;
    std::function<std::string(std::size_t)> bodyOf;
    std::function<void(std::size_t, std::size_t)> done;
};

struct Event {
    std::string body;
    std::string id;
    int attempts = 0;
    std::shared_ptr<Replay> replay;
};

std::size_t ignoreBody(char*, std::size_t size, std::size_t count, void*) {
    return size * count;
}

}  // namespace

struct Webhooks::State {
    // One transfer at a time; its handle keeps the connection warm in the multi's cache.
    struct Slot {
        CURL* easy = nullptr;
        curl_slist* headers = nullptr;
        Event event;
    };

    explicit State(WebhookOptions o)
        : options(std::move(o)), multi(curl_multi_init()), fates(options) {
        TESSERA_CHECK(multi != nullptr);
        curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, static_cast<long>(options.connectionsMax));
        slots.resize(options.connectionsMax);
        for (Slot& slot : slots) {
            slot.easy = curl_easy_init();
            TESSERA_CHECK(slot.easy != nullptr);
            free.push_back(&slot);
        }
        thread = std::thread([this] { run(); });
    }
    ~State() {
        for (Slot& slot : slots) {
            curl_multi_remove_handle(multi, slot.easy);
            curl_easy_cleanup(slot.easy);
            curl_slist_free_all(slot.headers);
        }
        curl_multi_cleanup(multi);
    }

    void run();
    void takeDue();
    void begin(Slot& slot, Event event);
    void finishDone();
    void settle(Event event, bool taken);
    void finish(const Event& event, bool taken);
    bool takeFresh(Event& event);
    bool takeReplayed(Event& event);
    void later(std::int64_t millis, Event event);
    bool mayStop() const;

    const WebhookOptions options;
    CURLM* multi;
    std::vector<Slot> slots;
    std::vector<Slot*> free;
    WebhookFates fates;                               // Only the thread's…
    std::multimap<Clock::time_point, Event> retries;  // …as are these.
    std::shared_ptr<Replay> replaying;
    std::thread thread;

    mutable std::mutex mutex;
    std::deque<Event> fresh;
    std::deque<std::shared_ptr<Replay>> replays;
    bool stopping = false;
    Clock::time_point stopBy{};
    std::atomic<std::size_t> waiting{0};
    std::atomic<std::uint64_t> delivered{0}, retried{0}, givenUp{0}, dropped{0};
    std::atomic<std::uint64_t> lost{0}, doubled{0}, held{0};
};

void Webhooks::State::run() {
    while (!mayStop()) {
        takeDue();
        int running = 0;
        curl_multi_perform(multi, &running);
        finishDone();
        takeDue();
        int wait = 100;
        if (!retries.empty() && !free.empty()) {
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
                retries.begin()->first - Clock::now());
            wait = static_cast<int>(std::clamp<std::int64_t>(left.count() + 1, 0, 100));
        }
        curl_multi_poll(multi, nullptr, 0, wait, nullptr);
    }
}

bool Webhooks::State::mayStop() const {
    const std::lock_guard lock(mutex);
    if (!stopping) return false;
    return Clock::now() >= stopBy || (fresh.empty() && free.size() == slots.size());
}

void Webhooks::State::takeDue() {
    while (!free.empty()) {
        Event event;
        if (!retries.empty() && retries.begin()->first <= Clock::now()) {
            event = std::move(retries.begin()->second);
            retries.erase(retries.begin());
        } else if (!takeFresh(event) && !takeReplayed(event)) {
            return;
        }
        Slot& slot = *free.back();
        free.pop_back();
        begin(slot, std::move(event));
    }
}

// The next event whose time has come; those that are held back or lost are put where they belong.
bool Webhooks::State::takeFresh(Event& event) {
    for (;;) {
        {
            const std::lock_guard lock(mutex);
            if (fresh.empty()) return false;
            event = std::move(fresh.front());
            fresh.pop_front();
        }
        const WebhookFate fate = fates.draw();
        if (fate.lost) {
            ++lost;
            --waiting;
            if (options.onOutcome) options.onOutcome(event.id, "lost");
            continue;
        }
        if (fate.twinMillis >= 0) {
            ++doubled;
            ++waiting;
            later(fate.holdMillis + fate.twinMillis, event);
        }
        if (fate.holdMillis == 0) return true;
        ++held;
        later(fate.holdMillis, std::move(event));
    }
}

bool Webhooks::State::takeReplayed(Event& event) {
    if (!replaying) {
        const std::lock_guard lock(mutex);
        if (replays.empty()) return false;
        replaying = std::move(replays.front());
        replays.pop_front();
    }
    event.replay = replaying;
    event.body = replaying->bodyOf(replaying->order[replaying->next++]);
    if (replaying->next == replaying->order.size()) replaying.reset();
    ++waiting;
    return true;
}

void Webhooks::State::later(std::int64_t millis, Event event) {
    retries.emplace(Clock::now() + std::chrono::milliseconds(millis), std::move(event));
}

void Webhooks::State::begin(Slot& slot, Event event) {
    slot.event = std::move(event);
    ++slot.event.attempts;
    const std::string& body = slot.event.body;
    curl_slist_free_all(slot.headers);
    slot.headers = curl_slist_append(nullptr, "Content-Type: application/json; charset=utf-8");
    const std::string signature =
        "Stripe-Signature: " + signatureHeader(options, std::time(nullptr), body);
    slot.headers = curl_slist_append(slot.headers, signature.c_str());
    slot.headers = curl_slist_append(slot.headers, "Expect:");
    curl_easy_reset(slot.easy);
    curl_easy_setopt(slot.easy, CURLOPT_URL, options.url.c_str());
    curl_easy_setopt(slot.easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(slot.easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(slot.easy, CURLOPT_TIMEOUT_MS, static_cast<long>(options.deadlineMillis));
    curl_easy_setopt(slot.easy, CURLOPT_HTTPHEADER, slot.headers);
    curl_easy_setopt(slot.easy, CURLOPT_POSTFIELDS, body.data());
    curl_easy_setopt(slot.easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
    curl_easy_setopt(slot.easy, CURLOPT_WRITEFUNCTION, &ignoreBody);
    curl_easy_setopt(slot.easy, CURLOPT_PRIVATE, &slot);
    curl_multi_add_handle(multi, slot.easy);
}

void Webhooks::State::finishDone() {
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi, &left)) {
        if (message->msg != CURLMSG_DONE) continue;
        const CURLcode code = message->data.result;
        CURL* easy = message->easy_handle;
        Slot* slot = nullptr;
        long status = 0;
        curl_easy_getinfo(easy, CURLINFO_PRIVATE, &slot);
        curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
        curl_multi_remove_handle(multi, easy);
        free.push_back(slot);
        settle(std::move(slot->event), code == CURLE_OK && status >= 200 && status < 300);
    }
}

void Webhooks::State::settle(Event event, bool taken) {
    if (taken || event.attempts >= options.attemptsMax) return finish(event, taken);
    ++retried;
    std::int64_t pause = options.firstRetryMillis;
    for (int i = 1; i < event.attempts && pause < options.lastRetryMillis; ++i) pause *= 2;
    later(std::min(pause, options.lastRetryMillis), std::move(event));
}

void Webhooks::State::finish(const Event& event, bool taken) {
    ++(taken ? delivered : givenUp);
    --waiting;
    if (event.replay) {
        Replay& all = *event.replay;
        all.taken += taken ? 1 : 0;
        if (--all.left == 0) all.done(all.taken, all.order.size() - all.taken);
    } else if (options.onOutcome) {
        options.onOutcome(event.id, taken ? "delivered" : "given_up");
    }
}

Webhooks::Webhooks(WebhookOptions options) : state_(std::make_unique<State>(std::move(options))) {}

Webhooks::~Webhooks() {
    stop();
}

void Webhooks::send(std::string body, std::string id) {
    bool wake = false;
    {
        const std::lock_guard lock(state_->mutex);
        if (state_->stopping || state_->waiting >= state_->options.queueMax) {
            ++state_->dropped;
            return;
        }
        ++state_->waiting;
        wake = state_->fresh.empty();
        state_->fresh.push_back({std::move(body), std::move(id), 0, nullptr});
    }
    if (wake) curl_multi_wakeup(state_->multi);
}

void Webhooks::replay(std::size_t count, std::uint64_t seed,
                      std::function<std::string(std::size_t)> bodyOf,
                      std::function<void(std::size_t, std::size_t)> done) {
    auto replay = std::make_shared<Replay>();
    replay->order = shuffledTwice(count, seed);
    replay->left = replay->order.size();
    replay->bodyOf = std::move(bodyOf);
    replay->done = std::move(done);
    if (replay->order.empty()) return replay->done(0, 0);
    {
        const std::lock_guard lock(state_->mutex);
        state_->replays.push_back(std::move(replay));
    }
    curl_multi_wakeup(state_->multi);
}

void Webhooks::stop(std::int64_t drainMillis) {
    {
        const std::lock_guard lock(state_->mutex);
        if (!state_->stopping) {
            state_->stopping = true;
            state_->stopBy = Clock::now() + std::chrono::milliseconds(drainMillis);
        }
    }
    curl_multi_wakeup(state_->multi);
    if (state_->thread.joinable()) state_->thread.join();
}

Webhooks::Counts Webhooks::counts() const {
    return {state_->delivered, state_->retried, state_->givenUp, state_->dropped,
            state_->lost,      state_->doubled, state_->held,    state_->waiting};
}

}  // namespace tessera::paysim
