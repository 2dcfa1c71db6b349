// SPDX-License-Identifier: Apache-2.0
#include "server/payments/http_calls.h"

#include <curl/curl.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <deque>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <utility>

#include "shared/base/check.h"

namespace tessera::payments {
namespace {

constexpr int kPollMillis = 1000;
// libcurl looks at every call under way whenever one moves. Where many are, they are looked at
// together, a thousand times a second at most: a millisecond is little beside a provider's answer.
constexpr std::size_t kManyCalls = 16;
constexpr std::chrono::milliseconds kLookTogether{1};
// A payment takes seconds; who chooses seats waits for each answer. Where both want the processor,
// the calls get a third of what a thread for requests gets.
constexpr int kNice = 5;

// Linux counts it for the thread alone. Where it is refused, nothing but the order of work is lost.
void yieldToRequests() {
    (void)setpriority(PRIO_PROCESS, 0, getpriority(PRIO_PROCESS, 0) + kNice);
}

void initCurlOnce() {
    static const CURLcode done = curl_global_init(CURL_GLOBAL_DEFAULT);
    TESSERA_CHECK(done == CURLE_OK);
}

std::int64_t steadyMicros() {
    using namespace std::chrono;
    return duration_cast<microseconds>(steady_clock::now().time_since_epoch()).count();
}

}  // namespace

class HttpCalls::Loop {
public:
    explicit Loop(HttpCallsOptions options) : options_(std::move(options)) {
        initCurlOnce();
        multi_ = curl_multi_init();
        TESSERA_CHECK(multi_ != nullptr);
        curl_multi_setopt(multi_, CURLMOPT_MAXCONNECTS, static_cast<long>(options_.inFlightMax));
        thread_ = std::thread([this] { run(); });
    }

    ~Loop() {
        stop();
        for (CURL* handle : idle_) curl_easy_cleanup(handle);
        curl_multi_cleanup(multi_);
    }

    void stop() {
        TESSERA_CHECK(std::this_thread::get_id() != thread_.get_id());
        {
            const std::lock_guard lock(mutex_);
            stopping_ = true;
        }
        curl_multi_wakeup(multi_);
        const std::lock_guard joining(joinMutex_);
        if (thread_.joinable()) thread_.join();
    }

    void start(HttpCall call, std::function<void(HttpAnswer)> done) {
        std::unique_lock lock(mutex_);
        if (const char* refused = refusalLocked()) {
            lock.unlock();
            done({0, {}, refused});
            return;
        }
        const bool wake = !std::exchange(woken_, true);
        const auto deadline = steadyMicros() + options_.deadline.micros;
        queue_.push_back({std::move(call), std::move(done), deadline});
        lock.unlock();
        if (wake) curl_multi_wakeup(multi_);
    }

private:
    struct Waiting {
        HttpCall call;
        std::function<void(HttpAnswer)> done;
        std::int64_t deadline = 0;  // Of steadyMicros().
    };
    struct Running {
        HttpCall call;
        std::function<void(HttpAnswer)> done;
        HttpAnswer answer;
        curl_slist* headers = nullptr;
        std::size_t answerBytesMax = 0;
    };

    // Null if a call may wait for its turn.
    const char* refusalLocked() {
        if (stopping_) return "stopping";
        if (queue_.size() >= options_.queueMax) return "queue full";
        return circuitOpenLocked() ? "circuit open" : nullptr;
    }

    bool circuitOpenLocked() {
        if (failures_ < options_.failuresToOpen) return false;
        if (steadyMicros() < openUntil_) return true;
        openUntil_ = steadyMicros() + options_.circuitOpen.micros;  // This one tries.
        return false;
    }

    static std::size_t onBody(char* data, std::size_t size, std::size_t count, void* context) {
        auto& running = *static_cast<Running*>(context);
        if (running.answer.body.size() + size * count > running.answerBytesMax) return 0;
        running.answer.body.append(data, size * count);
        return size * count;
    }

    void run() {
        yieldToRequests();
        while (startWaiting()) {
            int active = 0;
            curl_multi_perform(multi_, &active);
            finishDone();
            curl_multi_poll(multi_, nullptr, 0, pollMillis(), nullptr);
            if (running_.size() >= kManyCalls) std::this_thread::sleep_for(kLookTogether);
        }
        failAll();
    }

    // Until a waiting call may begin or has waited too long; what happens to calls under way ends
    // the poll anyway.
    int pollMillis() {
        const std::lock_guard lock(mutex_);
        if (stopping_) return 0;
        if (queue_.empty()) return kPollMillis;
        if (running_.size() < options_.inFlightMax) return 0;
        const std::int64_t left = (queue_.front().deadline - steadyMicros()) / 1000 + 1;
        return static_cast<int>(std::clamp<std::int64_t>(left, 0, kPollMillis));
    }

    // False once the loop is stopping.
    bool startWaiting() {
        std::vector<Waiting> starting;
        std::vector<Waiting> late;
        const std::int64_t now = steadyMicros();
        {
            const std::lock_guard lock(mutex_);
            if (stopping_) return false;
            woken_ = false;
            while (!queue_.empty()) {
                const bool isLate = queue_.front().deadline <= now;
                if (!isLate && running_.size() + starting.size() >= options_.inFlightMax) break;
                (isLate ? late : starting).push_back(std::move(queue_.front()));
                queue_.pop_front();
            }
        }
        for (auto& waiting : late) waiting.done({0, {}, "no turn within the deadline"});
        for (auto& waiting : starting) begin(std::move(waiting), now);
        return true;
    }

    void prepare(CURL* handle, Running& running, std::int64_t microsLeft) {
        curl_easy_setopt(handle, CURLOPT_URL, running.call.url.c_str());
        curl_easy_setopt(handle, CURLOPT_HTTPHEADER, running.headers);
        curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &Loop::onBody);
        curl_easy_setopt(handle, CURLOPT_WRITEDATA, &running);
        curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(handle, CURLOPT_TCP_NODELAY, 1L);
        curl_easy_setopt(handle, CURLOPT_TCP_KEEPALIVE, 1L);
        curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
        curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS,
                         static_cast<long>(options_.connectDeadline.micros / 1000));
        curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(microsLeft / 1000 + 1));
        if (running.call.url.starts_with("https://")) {
            // Who finds a connection that is being made waits to see whether it takes several.
            curl_easy_setopt(handle, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS);
            curl_easy_setopt(handle, CURLOPT_PIPEWAIT, 1L);
            if (!options_.caFile.empty()) {
                curl_easy_setopt(handle, CURLOPT_CAINFO, options_.caFile.c_str());
            }
        }
        if (running.call.method == "POST") {
            curl_easy_setopt(handle, CURLOPT_POST, 1L);
            curl_easy_setopt(handle, CURLOPT_POSTFIELDS, running.call.body.c_str());
            curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE,
                             static_cast<long>(running.call.body.size()));
        } else {
            curl_easy_setopt(handle, CURLOPT_HTTPGET, 1L);
        }
    }

    void begin(Waiting waiting, std::int64_t now) {
        CURL* handle = idle_.empty() ? curl_easy_init() : idle_.back();
        TESSERA_CHECK(handle != nullptr);
        if (!idle_.empty()) idle_.pop_back();
        auto running = std::make_unique<Running>();
        running->call = std::move(waiting.call);
        running->done = std::move(waiting.done);
        running->answerBytesMax = options_.answerBytesMax;
        for (const auto& header : running->call.headers) {
            running->headers = curl_slist_append(running->headers, header.c_str());
        }
        prepare(handle, *running, waiting.deadline - now);
        TESSERA_CHECK(curl_multi_add_handle(multi_, handle) == CURLM_OK);
        running_.emplace(handle, std::move(running));
    }

    void finishDone() {
        int left = 0;
        while (CURLMsg* message = curl_multi_info_read(multi_, &left)) {
            if (message->msg != CURLMSG_DONE) continue;
            CURL* handle = message->easy_handle;
            const CURLcode code = message->data.result;
            auto running = std::move(running_.at(handle));
            running_.erase(handle);
            if (code == CURLE_OK) {
                curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &running->answer.status);
            } else {
                running->answer = {0, {}, curl_easy_strerror(code)};
            }
            curl_multi_remove_handle(multi_, handle);
            curl_easy_reset(handle);
            idle_.push_back(handle);
            curl_slist_free_all(running->headers);
            noteHealth(running->answer.status != 0 && running->answer.status < 500);
            running->done(std::move(running->answer));
        }
    }

    void noteHealth(bool healthy) {
        const std::lock_guard lock(mutex_);
        failures_ = healthy ? 0 : failures_ + 1;
        if (failures_ == options_.failuresToOpen) {
            openUntil_ = steadyMicros() + options_.circuitOpen.micros;
        }
    }

    void failAll() {
        for (auto& [handle, running] : running_) {
            curl_multi_remove_handle(multi_, handle);
            curl_slist_free_all(running->headers);
            curl_easy_cleanup(handle);
            running->done({0, {}, "stopping"});
        }
        running_.clear();
        std::deque<Waiting> waiting;
        {
            const std::lock_guard lock(mutex_);
            waiting.swap(queue_);
        }
        for (auto& each : waiting) each.done({0, {}, "stopping"});
    }

    const HttpCallsOptions options_;
    CURLM* multi_ = nullptr;
    std::mutex mutex_;
    std::deque<Waiting> queue_;  // Earliest deadline first.
    bool woken_ = false;         // The loop will look at the queue.
    bool stopping_ = false;
    int failures_ = 0;
    std::int64_t openUntil_ = 0;
    // Only on the loop's thread.
    std::unordered_map<CURL*, std::unique_ptr<Running>> running_;
    std::vector<CURL*> idle_;
    std::mutex joinMutex_;
    std::thread thread_;
};

HttpCalls::HttpCalls(HttpCallsOptions options)
    : loop_(std::make_unique<Loop>(std::move(options))) {}
HttpCalls::~HttpCalls() = default;

void HttpCalls::start(HttpCall call, std::function<void(HttpAnswer)> done) {
    loop_->start(std::move(call), std::move(done));
}

void HttpCalls::stop() {
    loop_->stop();
}

}  // namespace tessera::payments
