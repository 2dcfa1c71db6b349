// SPDX-License-Identifier: Apache-2.0
#include "tests/history/brute_force.h"

#include <algorithm>
#include <unordered_set>

#include "tests/history/naive_event.h"

namespace tessera::history {
namespace {

class Trier {
public:
    explicit Trier(const History& history) : history_(history) {}

    bool run() {
        for (const Operation& call : history_.operations) {
            if (call.status != Status::Ok || call.told.state != "HELD") continue;
            if (call.told.expireServer != 0 && clockBefore(call) >= call.told.expireServer) {
                return false;
            }
        }
        std::vector<bool> done(history_.operations.size(), false);
        return fits(NaiveEvent(history_.setting), done);
    }

private:
    // Every call that is not done yet ends at or after this.
    std::int64_t firstEnd(const std::vector<bool>& done) const {
        std::int64_t first = kNever;
        for (std::size_t i = 0; i < done.size(); ++i) {
            if (!done[i]) first = std::min(first, history_.operations[i].end);
        }
        return first;
    }
    // When the server's clock can have come to `server` at the earliest.
    std::int64_t notBefore(std::int64_t server) const {
        std::int64_t latest = INT64_MIN;
        for (const Operation& one : history_.operations) {
            if (one.told.server != 0 && one.told.server <= server) {
                latest = std::max(latest, one.begin);
            }
        }
        return latest;
    }
    // What the server's clock had certainly come to when the call began.
    std::int64_t clockBefore(const Operation& call) const {
        std::int64_t clock = 0;
        for (const Operation& one : history_.operations) {
            if (one.end < call.begin) clock = std::max(clock, one.told.server);
        }
        return clock;
    }
    // Of one that nobody was told of: what its call was certainly judged after, and the hold's
    // time.
    std::int64_t dueUntold(const std::string& name) const {
        for (const Operation& call : history_.operations) {
            if (untold(call) != name) continue;
            const std::int64_t after = clockBefore(call);
            return after == 0 ? INT64_MIN : notBefore(after + history_.setting.holdMicros);
        }
        return INT64_MIN;
    }
    static std::string untold(const Operation& call) { return "untold" + std::to_string(call.id); }
    std::int64_t holdDue(const std::string& name) const {
        std::int64_t due = dueUntold(name);
        for (const Operation& one : history_.operations) {
            if (one.told.reservation == name && one.told.state == "HELD") {
                due = std::max(due, notBefore(one.told.expireServer));
            }
        }
        return due;
    }
    std::int64_t payDue(const std::string& name) const {
        std::int64_t due = kNever;
        for (const Operation& one : history_.operations) {
            if (one.told.reservation == name && one.told.deadlineServer != 0) {
                due = std::min(due, notBefore(one.told.deadlineServer));
            }
        }
        return due == kNever ? INT64_MIN : due;
    }

    static bool sameAnswer(const Operation& a, const Operation& b) {
        return a.status == b.status && a.told.reason == b.told.reason &&
               a.told.seats == b.told.seats && a.told.available == b.told.available &&
               a.told.state == b.told.state && a.told.releaseReason == b.told.releaseReason &&
               a.told.changed == b.told.changed && a.told.reservation == b.told.reservation;
    }

    bool fits(const NaiveEvent& event, std::vector<bool>& done) {
        const std::int64_t first = firstEnd(done);
        if (first == kNever) return true;
        std::string here = event.text() + "|";
        for (const bool one : done) here += one ? '1' : '0';
        if (!tried_.insert(here).second) return false;
        for (std::size_t i = 0; i < done.size(); ++i) {
            if (done[i] || history_.operations[i].begin > first) continue;
            done[i] = true;
            const bool found = fitsAnyWay(event, done, history_.operations[i]);
            done[i] = false;
            if (found) return true;
        }
        for (const auto& name : event.live()) {
            for (const auto& to : event.stepsOf(name)) {
                if (to == "RELEASED:EXPIRED" && holdDue(name) > first) continue;
                if (to == "FENCING" && payDue(name) > first) continue;
                NaiveEvent after = event;
                after.step(name, to);
                if (fits(after, done)) return true;
            }
        }
        return false;
    }

    bool fitsAnyWay(const NaiveEvent& event, std::vector<bool>& done, const Operation& one) {
        if (one.status == Status::Unknown && one.asked.wish == Wish::Best) {
            for (int first = 0; first < history_.setting.seats; ++first) {
                std::vector<int> wanted;
                for (int i = 0; i < one.asked.quantity; ++i) wanted.push_back(first + i);
                if (fitsWith(event, done, one, wanted)) return true;
            }
            return false;
        }
        return fitsWith(event, done, one, one.told.seats) || fitsLeniently(event, done, one);
    }

    bool fitsWith(const NaiveEvent& event, std::vector<bool>& done, const Operation& one,
                  const std::vector<int>& wanted) {
        NaiveEvent after = event;
        Operation tried = one;
        const bool creates = one.call == Call::CreateReservation;
        const bool unknown = one.status == Status::Unknown;
        const std::string& told = creates ? one.told.reservation : one.told.order;
        after.perform(tried, 0, unknown ? untold(one) : told, &wanted);
        if (!unknown && !sameAnswer(tried, one)) return false;
        return tried.status == Status::Ok ? fits(after, done) : !unknown && fits(event, done);
    }

    // What the contract leaves open, docs/algorithms/linearizability.md.
    bool fitsLeniently(const NaiveEvent& event, std::vector<bool>& done, const Operation& one) {
        const auto found = event.reservations().find(one.call == Call::GetOrder
                                                         ? event.reservationOf(one.asked.order)
                                                         : one.asked.reservation);
        if (found == event.reservations().end()) return false;
        const std::string& state = found->second.state;
        const bool stuck = state == "FENCING" || state == "COMPENSATING" || state == "MANUAL";
        if (one.call == Call::GetReservation && one.told.state == "ALLOCATED") {
            return stuck && fits(event, done);
        }
        if (one.call != Call::CancelReservation || (state != "PAYING" && state != "FENCING")) {
            return false;
        }
        if (one.told.reason == "ORDER_NOT_CANCELLABLE") {
            return state == "FENCING" && fits(event, done);
        }
        if (one.told.releaseReason != "ORDER_CANCELLED") return false;
        NaiveEvent after = event;
        after.step(found->first, "RELEASED:ORDER_CANCELLED");
        return fits(after, done);
    }

    const History& history_;
    std::unordered_set<std::string> tried_;  // Places already known to lead nowhere.
};

}  // namespace

bool isLinearizableByTrying(const History& history) {
    return Trier(history).run();
}

}  // namespace tessera::history
