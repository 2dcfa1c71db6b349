// SPDX-License-Identifier: Apache-2.0
// What a fake house knows, and the one server that all of a program share.
//
// Under its lock; the server's threads and the test's.
#pragma once

#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "tessera/v1/seat_map.pb.h"
#include "tessera/v1/staff_service.pb.h"
#include "tests/gui/sell/fake_house.h"

namespace tessera::gui {

// What is known, under one lock.
struct FakeHouse::Parts {
    mutable std::mutex mutex;
    std::condition_variable changed;
    bool stopping = false;
    std::vector<char> statuses = std::vector<char>(kFakeSeats, 0);
    std::vector<char> unseen = std::vector<char>(kFakeSeats, 0);
    std::int64_t revision = 1;
    int holdSeconds = 300;
    std::vector<Fault> faults;
    bool priceAnswersHeld = false;
    std::map<std::string, int> calls;
    std::map<std::string, std::vector<std::string>> requestIds;
    std::map<std::string, v1::Reservation> byRequest;
    std::map<std::string, v1::Reservation> reservations;
    std::vector<v1::Customer> customers;
    v1::RepriceReservationRequest reprice;
    std::string approval;
    v1::StaffSession session;

    // Empty: no fault. REQUIRES: the lock is held.
    std::optional<std::string> take(const std::string& method) {
        ++calls[method];
        for (Fault& each : faults) {
            if (each.method != method || each.times == 0) continue;
            --each.times;
            return each.reason;
        }
        return std::nullopt;
    }
    void set(int seat, int status) {
        statuses[static_cast<std::size_t>(seat)] = static_cast<char>(status);
        ++revision;
        changed.notify_all();
    }
    v1::SeatMap map() const;
};

// Started with the first one; its certificate is made once.
struct FakeServer {
    FakeHouse::Parts& parts;
    std::string address;
    std::string authorityPem;
};
FakeServer& fakeServer();

}  // namespace tessera::gui
