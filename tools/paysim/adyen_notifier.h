// SPDX-License-Identifier: Apache-2.0
// Posts notifications to one URL, again with back-off until each is answered 2xx.
//
// Never gives up while it runs; what is not taken when it stops is sent after the next start, from
// the ledger. On request some leave twice and some late, so that they arrive in another order.
// send() may be called from any thread and never waits. A few threads of its own, one connection
// each. `onTaken` runs on them, without a lock held. Delivered at least once.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <random>
#include <string>
#include <thread>
#include <vector>

namespace tessera::paysim {

struct AdyenNotifierOptions {
    std::string url;
    std::size_t connections = 4;
    std::size_t itemsMax = 1;  // Of one post; only what is due together goes together.
    double duplicate = 0;      // Probability that one leaves once more.
    double reorder = 0;        // Probability that one leaves lateMillis later.
    std::int64_t lateMillis = 500;
    std::uint64_t seed = 1;
    std::int64_t deadlineMillis = 10'000;
    std::int64_t firstRetryMillis = 200;
    std::int64_t lastRetryMillis = 30'000;
    std::function<void(std::uint64_t id)> onTaken;
};

class AdyenNotifier {
public:
    explicit AdyenNotifier(AdyenNotifierOptions options);
    // stop()s.
    ~AdyenNotifier();
    AdyenNotifier(const AdyenNotifier&) = delete;
    AdyenNotifier& operator=(const AdyenNotifier&) = delete;

    void send(std::uint64_t id, std::string item, std::int64_t afterMillis);
    // Cuts what is under way, and joins.
    void stop();

    struct Counts {
        std::uint64_t delivered = 0;
        std::uint64_t refused = 0;  // Posts that were not answered 2xx.
        std::uint64_t doubled = 0;
        std::uint64_t late = 0;
        std::size_t waiting = 0;
    };
    Counts counts() const;

private:
    using Clock = std::chrono::steady_clock;
    struct Letter {
        std::uint64_t id = 0;
        std::string item;
        int attempts = 0;
    };

    void run();
    std::vector<Letter> takeDue();
    bool post(void* curl, const std::vector<Letter>& letters);
    void settle(std::vector<Letter> letters, bool taken);

    const AdyenNotifierOptions options_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::multimap<Clock::time_point, Letter> waiting_;
    std::mt19937_64 random_;
    Counts counts_;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace tessera::paysim
