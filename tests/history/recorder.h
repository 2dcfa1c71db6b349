// SPDX-License-Identifier: Apache-2.0
// Clients of a real server that write down what they asked and were told.
//
// Clients run on threads of their own and share nothing but the Record, which is thread-safe.
#pragma once

#include <atomic>
#include <chrono>
#include <mutex>
#include <random>
#include <string>

#include "tests/integration/api_client.h"
#include "tests/integration/stack.h"
#include "tools/history/operation.h"

namespace tessera::history {

// An event of a few seats and one area, on sale.
struct RecordedEvent {
    std::string event{};
    Setting setting{};
};
RecordedEvent makeRecordedEvent(const integration::Stack& stack);

class Record {
public:
    std::int64_t now() const {
        return std::chrono::duration_cast<std::chrono::microseconds>(
                   std::chrono::steady_clock::now() - start_)
            .count();
    }
    void add(Operation operation);
    std::size_t size() const { return size_.load(); }
    std::vector<Operation> take() { return std::move(operations_); }

    std::atomic<bool> stop{false};
    std::atomic<int> paymentsLeft{10};

private:
    const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    std::mutex mutex_;
    std::vector<Operation> operations_;
    std::atomic<std::size_t> size_{0};
};

class RecordingClient {
public:
    RecordingClient(int number, const integration::Stack& stack, std::uint16_t port,
                    const RecordedEvent& event, Record& record, std::uint32_t seed);
    // Until the record says stop.
    void run();

private:
    using Answer = integration::Answer;
    using Json = integration::Json;

    int below(int bound) { return std::uniform_int_distribution<int>(0, bound - 1)(random_); }
    std::vector<int> someSeats();
    void act();
    void hold();
    void askStaff();
    void aboutReservation(Call call);
    void readOrder();
    // Asks until there is a definite answer, or gives up; notes all of it as one operation.
    Answer ask(Operation operation, Json request);
    Answer once(Call call, const Json& request);
    void note(Operation& operation, const Answer& answer) const;

    int number_;
    integration::ApiClient client_;
    std::string base_;
    std::string adminKey_;
    const RecordedEvent& event_;
    Record& record_;
    std::mt19937 random_;
    std::string callerKey_ = integration::newCallerKey();
    struct Had {
        std::string reservation;
        std::string token;
        std::string order;
    };
    Had has_;
    std::vector<Had> past_;  // Left to expire, most of them.
};

}  // namespace tessera::history
