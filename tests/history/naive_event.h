// SPDX-License-Identifier: Apache-2.0
// One event, as simple as it can be: a second reading of the contract, to make true histories with
// and to hold the judge against.
//
// Deterministic. Copied whole where it has to be undone. Shares no code with tools/history but the
// plain values of operation.h.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tools/history/operation.h"

namespace tessera::history {

class NaiveEvent {
public:
    struct Reservation {
        std::vector<int> seats{};
        int area = kNone;
        int client = 0;
        int places = 0;
        // "HELD", an order's state, or "RELEASED:" and why.
        std::string state = "HELD";
        std::string order{};
        bool authorized = false;
        std::int64_t expires = 0;
        std::int64_t payBy = 0;
        std::int64_t nextStep = 0;  // For the generator: when the provider does something.
    };

    explicit NaiveEvent(const Setting& setting);

    // Fills status and answer of what is asked, as of `now` (server time); new reservations and
    // orders are called `name`. `wanted`: the seats that a best-available takes, if it can.
    void perform(Operation& operation, std::int64_t now, const std::string& name,
                 const std::vector<int>* wanted = nullptr);
    // The state as the answer of the same call shows it now.
    void show(Operation& operation, const std::string& reservation) const;

    // Steps that nobody asks for, out of this state, whatever the time.
    std::vector<std::string> stepsOf(const std::string& reservation) const;
    void step(const std::string& reservation, const std::string& to);

    bool isFree(int seat) const { return owner_[static_cast<std::size_t>(seat)] == kFree; }
    const std::map<std::string, Reservation>& reservations() const { return reservations_; }
    std::map<std::string, Reservation>& reservations() { return reservations_; }
    const std::set<std::string>& live() const { return live_; }
    const std::string& reservationOf(const std::string& order) const;
    // All of its state, as text: for comparing.
    std::string text() const;

    static bool isReleased(const std::string& state) { return state.starts_with("RELEASED"); }

private:
    inline static const std::string kFree = "";
    void create(Operation& operation, std::int64_t now, const std::string& name,
                const std::vector<int>* wanted);
    bool chooseSeats(Operation& operation, std::vector<int>& seats,
                     const std::vector<int>* wanted) const;
    bool chooseBest(const Asked& asked, std::vector<int>& seats,
                    const std::vector<int>* wanted) const;
    void cancel(Operation& operation);
    void checkout(Operation& operation, std::int64_t now, const std::string& name);
    void pay(Operation& operation);
    void setAllocation(Operation& operation);
    int takenIn(int area) const;
    int takenBy(int client) const;

    Setting setting_;
    std::vector<std::string> owner_;  // Free, "#n" set aside, or a reservation.
    std::map<std::string, Reservation> reservations_;
    std::set<std::string> live_;  // With places.
    std::map<std::string, std::string> orders_;
    bool open_ = true;
};

}  // namespace tessera::history
