// SPDX-License-Identifier: Apache-2.0
#include "tools/history/tampers.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

namespace tessera::history {
namespace {

// What was said of one reservation: indices of operations, in the history's order.
struct Line {
    int create = kNone;
    std::vector<int> later;  // Ok answers about it.
};

class Lines {
public:
    explicit Lines(const History& history) : history_(history) {
        std::unordered_map<std::string, std::size_t> byName;
        const auto& all = history.operations;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i].call != Call::CreateReservation || all[i].status != Status::Ok) continue;
            byName.emplace(all[i].told.reservation, lines_.size());
            lines_.push_back({static_cast<int>(i), {}});
        }
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i].call == Call::CreateReservation || all[i].status != Status::Ok) continue;
            const auto found = byName.find(all[i].told.reservation);
            if (found != byName.end()) lines_[found->second].later.push_back(static_cast<int>(i));
        }
    }
    const std::vector<Line>& all() const { return lines_; }
    const Operation& operation(int index) const {
        return history_.operations[static_cast<std::size_t>(index)];
    }
    // Whether an answer shows that it still has its places, by a call that began after `time`.
    bool livesAfter(const Line& line, std::int64_t time) const {
        return std::any_of(line.later.begin(), line.later.end(), [&](int index) {
            const Operation& one = operation(index);
            return one.begin > time && one.told.state != "RELEASED" && one.call != Call::Pay;
        });
    }
    // Whether it was certainly told before `time` that it is not HELD any more.
    bool movedOnBefore(const Line& line, std::int64_t time) const {
        return std::any_of(line.later.begin(), line.later.end(), [&](int index) {
            const Operation& one = operation(index);
            return one.end < time && one.call != Call::Pay && one.told.state != "HELD";
        });
    }

private:
    const History& history_;
    std::vector<Line> lines_;
};

// One of the places, each as likely.
template <class Place>
std::optional<Place> anyOf(const std::vector<Place>& places, std::mt19937& random) {
    if (places.empty()) return std::nullopt;
    std::uniform_int_distribution<std::size_t> which(0, places.size() - 1);
    return places[which(random)];
}

Operation& at(History& history, int index) {
    return history.operations[static_cast<std::size_t>(index)];
}

std::int64_t freshId(const History& history) {
    std::int64_t id = 0;
    for (const Operation& one : history.operations) id = std::max(id, one.id);
    return id + 1;
}

bool sameShape(const Operation& a, const Operation& b) {
    return a.asked.wish == b.asked.wish && a.asked.seats == b.asked.seats &&
           a.asked.quantity == b.asked.quantity && a.asked.categories == b.asked.categories &&
           a.asked.area == b.asked.area && a.told.seats.size() == b.told.seats.size();
}

// Two answers to the same question, far enough apart: something was done with the first
// reservation before the second was asked for.
std::string swapHolds(History& history, std::mt19937& random) {
    const Lines lines(history);
    std::vector<const Line*> shuffled;
    for (const Line& line : lines.all()) shuffled.push_back(&line);
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    for (const Line* a : shuffled) {
        std::vector<int> others;
        for (const Line& b : lines.all()) {
            const bool used = std::any_of(a->later.begin(), a->later.end(), [&](int index) {
                return lines.operation(index).end < lines.operation(b.create).begin &&
                       lines.operation(index).call != Call::Pay;
            });
            if (used && sameShape(lines.operation(a->create), lines.operation(b.create))) {
                others.push_back(b.create);
            }
        }
        const auto other = anyOf(others, random);
        if (!other) continue;
        Operation& first = at(history, a->create);
        Operation& second = at(history, *other);
        std::swap(first.told, second.told);
        return "answers of #" + std::to_string(first.id) + " and #" + std::to_string(second.id);
    }
    return "";
}

// Two readings of one reservation, the earlier with places and the later without.
std::string swapReads(History& history, std::mt19937& random) {
    const Lines lines(history);
    std::vector<std::pair<int, int>> places;
    for (const Line& line : lines.all()) {
        for (const int a : line.later) {
            for (const int b : line.later) {
                const Operation& one = lines.operation(a);
                const Operation& two = lines.operation(b);
                if (one.call == Call::GetReservation && two.call == one.call &&
                    one.end < two.begin && one.told.state == "HELD" && two.told.state != "HELD") {
                    places.emplace_back(a, b);
                }
            }
        }
    }
    const auto place = anyOf(places, random);
    if (!place) return "";
    std::swap(at(history, place->first).told, at(history, place->second).told);
    return "answers of #" + std::to_string(at(history, place->first).id) + " and #" +
           std::to_string(at(history, place->second).id);
}

struct Theft {
    int refused = kNone;
    int seat = kNone;
};

// Refusals that name a seat which one reservation certainly had all the while.
std::vector<Theft> thefts(const History& history, const Lines& lines) {
    std::unordered_map<int, std::vector<const Line*>> bySeat;
    for (const Line& line : lines.all()) {
        for (const int seat : lines.operation(line.create).told.seats) {
            bySeat[seat].push_back(&line);
        }
    }
    std::vector<Theft> places;
    for (std::size_t i = 0; i < history.operations.size(); ++i) {
        const Operation& one = history.operations[i];
        if (one.call != Call::CreateReservation || one.told.reason != "SEAT_UNAVAILABLE") continue;
        for (const int seat : one.told.seats) {
            for (const Line* line : bySeat[seat]) {
                if (lines.operation(line->create).end < one.begin &&
                    lines.livesAfter(*line, one.end)) {
                    places.push_back({static_cast<int>(i), seat});
                }
            }
        }
    }
    return places;
}

std::string sellTwice(History& history, std::mt19937& random) {
    const Lines lines(history);
    const auto place = anyOf(thefts(history, lines), random);
    if (!place) return "";
    Operation& one = at(history, place->refused);
    one.status = Status::Ok;
    one.told = {};
    one.told.seats = one.asked.seats;
    one.told.reservation = "twice";
    one.told.state = "HELD";
    return "#" + std::to_string(one.id) + " gets seat " + std::to_string(place->seat) + " too";
}

std::string nameWrongSeat(History& history, std::mt19937& random) {
    const Lines lines(history);
    std::vector<Theft> places = thefts(history, lines);
    std::erase_if(places, [&](const Theft& place) {
        return lines.operation(place.refused).asked.seats.size() < 2;
    });
    const auto place = anyOf(places, random);
    if (!place) return "";
    Operation& one = at(history, place->refused);
    one.told.seats = one.asked.seats;
    std::erase(one.told.seats, place->seat);
    return "#" + std::to_string(one.id) + " does not name seat " + std::to_string(place->seat);
}

std::string refuseAsClosed(History& history, std::mt19937& random) {
    std::int64_t open = kNever;
    for (const Operation& one : history.operations) {
        if (one.call == Call::CloseSale) open = std::min(open, one.begin);
    }
    std::vector<int> places;
    for (std::size_t i = 0; i < history.operations.size(); ++i) {
        const Operation& one = history.operations[i];
        if (one.call == Call::CreateReservation && one.status == Status::Fail && one.end < open) {
            places.push_back(static_cast<int>(i));
        }
    }
    const auto place = anyOf(places, random);
    if (!place) return "";
    Operation& one = at(history, *place);
    one.told = {};
    one.told.reason = "SALE_CLOSED";
    return "#" + std::to_string(one.id) + " is refused before anybody closed the sale";
}

// Changes the answer of a reading of a reservation that `fits`.
template <class Fits>
std::string changeRead(History& history, std::mt19937& random, const std::string& state,
                       const std::string& reason, Fits fits) {
    const Lines lines(history);
    std::vector<int> places;
    for (const Line& line : lines.all()) {
        for (const int index : line.later) {
            const Operation& one = lines.operation(index);
            if (one.call == Call::GetReservation && fits(lines, line, one)) places.push_back(index);
        }
    }
    const auto place = anyOf(places, random);
    if (!place) return "";
    Told& told = at(history, *place).told;
    const std::string was = told.state;
    told.state = state;
    told.releaseReason = reason;
    told.expireServer = 0;
    return "#" + std::to_string(at(history, *place).id) + " says " + state + " for " + was;
}

std::string readStale(History& history, std::mt19937& random) {
    return changeRead(history, random, "HELD", "",
                      [](const Lines& lines, const Line& line, const Operation& one) {
                          return lines.movedOnBefore(line, one.begin);
                      });
}

std::string loseHold(History& history, std::mt19937& random) {
    return changeRead(history, random, "RELEASED", "EXPIRED",
                      [](const Lines& lines, const Line& line, const Operation& one) {
                          return one.told.state == "HELD" && lines.livesAfter(line, one.end);
                      });
}

std::string expirePaid(History& history, std::mt19937& random) {
    return changeRead(history, random, "RELEASED", "EXPIRED",
                      [](const Lines& lines, const Line& line, const Operation& one) {
                          return std::any_of(line.later.begin(), line.later.end(), [&](int index) {
                              const Operation& other = lines.operation(index);
                              return other.call == Call::CheckoutReservation &&
                                     other.end < one.begin;
                          });
                      });
}

// Both reservations of one hold, or both orders of one checkout.
std::string actTwice(History& history, std::mt19937& random) {
    const Lines lines(history);
    std::vector<int> places;
    for (const Line& line : lines.all()) {
        const Operation& create = lines.operation(line.create);
        if (!create.told.seats.empty() && lines.livesAfter(line, create.end + 2)) {
            places.push_back(line.create);
        }
        for (const int index : line.later) {
            if (lines.operation(index).call == Call::CheckoutReservation) places.push_back(index);
        }
    }
    const auto place = anyOf(places, random);
    if (!place) return "";
    Operation again = at(history, *place);
    again.id = freshId(history);
    again.begin = again.end + 1;
    again.end = again.begin + 1;
    again.retried = false;
    (again.call == Call::CreateReservation ? again.told.reservation : again.told.order) = "again";
    again.told.state = again.call == Call::CreateReservation ? "HELD" : "PAYING";
    again.told.releaseReason.clear();
    again.told.expireServer = 0;
    const std::string what = "#" + std::to_string(at(history, *place).id) + " acts twice";
    history.operations.push_back(std::move(again));
    return what;
}

std::string payNothing(History& history, std::mt19937& random) {
    std::unordered_map<std::string, bool> paid;
    for (const Operation& one : history.operations) {
        if (one.call == Call::Pay && one.status != Status::Fail) paid[one.asked.order] = true;
    }
    std::vector<int> places;
    for (std::size_t i = 0; i < history.operations.size(); ++i) {
        const Operation& one = history.operations[i];
        if (one.call == Call::GetOrder && one.status == Status::Ok && !paid[one.asked.order]) {
            places.push_back(static_cast<int>(i));
        }
    }
    const auto place = anyOf(places, random);
    if (!place) return "";
    at(history, *place).told.state = "PAID";
    return "#" + std::to_string(at(history, *place).id) + " says PAID";
}

}  // namespace

const std::vector<Tamper>& allTampers() {
    static const std::vector<Tamper> tampers{
        {"two holds swapped", swapHolds},
        {"two readings swapped", swapReads},
        {"a seat sold twice", sellTwice},
        {"a stale reading", readStale},
        {"a lost hold", loseHold},
        {"expired after checkout", expirePaid},
        {"a retry that acted twice", actTwice},
        {"a refusal of another seat", nameWrongSeat},
        {"a refusal of an open sale", refuseAsClosed},
        {"paid without a payment", payNothing},
    };
    return tampers;
}

}  // namespace tessera::history
