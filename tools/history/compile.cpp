// SPDX-License-Identifier: Apache-2.0
#include "tools/history/compile.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "tools/history/server_clock.h"
#include "tools/history/steps.h"

namespace tessera::history {
namespace {

// DESIGN 3: after outages the deadline of a hold moves by 60 s in all at most.
constexpr std::int64_t kMovesMax = 60'000'000;
constexpr std::size_t kChoicesMax = 1000;

class Compiler {
public:
    explicit Compiler(const History& history)
        : history_(history), clock_(history.setting.clockSlackMicros) {}

    Compiled compile() {
        setUp();
        readClock();
        bookAll();
        for (std::size_t i = 0; i < history_.operations.size(); ++i) add(static_cast<int>(i));
        return std::move(out_);
    }

private:
    const Operation& operation(int index) const {
        return history_.operations[static_cast<std::size_t>(index)];
    }
    void contradict(int index, const std::string& what) {
        out_.contradictions.push_back({index, what});
    }
    void setUp();
    void readClock();
    void bookAll();
    void book(int index);
    int bookingFor(int index, const std::vector<int>& seats, std::int64_t holdDue);
    void learn(const Operation& operation);
    int find(int index);
    int buyerOf(int client);
    void judgeDeadline(int index);
    void add(int index);
    void addEntry(int index, const std::vector<Step>& ways, bool optional);
    std::int64_t hintOf(const Operation& operation) const;

    const History& history_;
    Compiled out_;
    ServerClock clock_;
    std::vector<std::pair<std::int64_t, std::int64_t>> ended_;  // (end, latest server time by then)
    std::int64_t serverMinusRecorder_ = 0;
    std::unordered_map<std::string, int> byName_;
    std::unordered_map<std::string, std::string> reservationOf_;  // By order.
    std::unordered_map<std::string, std::int64_t> holdDue_;       // The latest told, by name.
    std::unordered_map<std::string, std::int64_t> payDue_;        // The earliest told, by name.
    std::unordered_map<int, std::vector<int>> bookingsOf_;        // Of calls that make some.
    std::map<int, int> buyers_;
};

void Compiler::setUp() {
    const Setting& setting = history_.setting;
    out_.program.seats = setting.seats;
    out_.program.runs = setting.runs;
    out_.program.areas = setting.areas;
    out_.program.placesPerBuyer = setting.placesPerBuyer;
    for (const Operation& one : history_.operations) learn(one);
}

void Compiler::learn(const Operation& one) {
    const Told& told = one.told;
    if (!told.order.empty() && !told.reservation.empty()) {
        reservationOf_.emplace(told.order, told.reservation);
    }
    if (one.status != Status::Ok || told.reservation.empty()) return;
    if (told.state == "HELD" && told.expireServer != 0) {
        auto& due = holdDue_[told.reservation];
        due = std::max(due, told.expireServer);
    }
    if (told.deadlineServer != 0) {
        const auto [due, fresh] = payDue_.emplace(told.reservation, told.deadlineServer);
        if (!fresh) due->second = std::min(due->second, told.deadlineServer);
    }
}

void Compiler::readClock() {
    for (const Operation& one : history_.operations) {
        if (one.told.server == 0) continue;
        clock_.saw(one.told.server, one.begin);
        ended_.emplace_back(one.end, one.told.server);
        serverMinusRecorder_ = one.told.server - one.end;
    }
    clock_.settle();
    std::sort(ended_.begin(), ended_.end());
    std::int64_t latest = 0;
    for (auto& [end, server] : ended_) server = latest = std::max(latest, server);
}

// Where only its end is known a call is looked for near it.
std::int64_t Compiler::hintOf(const Operation& one) const {
    if (one.told.createdServer != 0) return one.told.createdServer;
    if (one.told.server != 0) return one.told.server;
    return (one.end == kNever ? one.begin : one.end) + serverMinusRecorder_;
}

int Compiler::buyerOf(int client) {
    if (history_.setting.placesPerBuyer == 0) return kNone;
    const auto [found, fresh] = buyers_.emplace(client, out_.program.buyers);
    if (fresh) ++out_.program.buyers;
    return found->second;
}

int Compiler::bookingFor(int index, const std::vector<int>& seats, std::int64_t holdDue) {
    const Operation& one = operation(index);
    Booking booking;
    booking.seats = seats;
    booking.area = one.asked.wish == Wish::Area ? one.asked.area : kNone;
    booking.buyer = buyerOf(one.client);
    booking.places = one.asked.wish == Wish::Seats ? static_cast<int>(one.asked.seats.size())
                                                   : one.asked.quantity;
    booking.holdDue = holdDue;
    const int number = static_cast<int>(out_.program.bookings.size());
    out_.program.bookings.push_back(std::move(booking));
    bookingsOf_[index].push_back(number);
    return number;
}

void Compiler::book(int index) {
    const Operation& one = operation(index);
    if (one.status == Status::Unknown) {
        const std::int64_t judgedAfter = ServerClock::latestBy(one.begin, ended_);
        const std::int64_t due = judgedAfter == 0
                                     ? INT64_MIN
                                     : clock_.notBefore(judgedAfter + history_.setting.holdMicros);
        if (one.asked.wish != Wish::Best) {
            bookingFor(index, one.asked.seats, due);
            return;
        }
        const auto choices = choicesOf(one.asked, history_.setting);
        if (!one.asked.together || choices.size() > kChoicesMax) {
            out_.undecidable.push_back(index);
            return;
        }
        for (const auto& seats : choices) bookingFor(index, seats, due);
        return;
    }
    const auto due = holdDue_.find(one.told.reservation);
    const int number = bookingFor(
        index, one.told.seats, due == holdDue_.end() ? INT64_MIN : clock_.notBefore(due->second));
    Booking& booking = out_.program.bookings[static_cast<std::size_t>(number)];
    booking.name = one.told.reservation;
    const auto pay = payDue_.find(booking.name);
    if (pay != payDue_.end()) booking.payDue = clock_.notBefore(pay->second);
    if (!byName_.emplace(booking.name, number).second) {
        contradict(index, "a second reservation under one id");
    }
}

void Compiler::bookAll() {
    for (std::size_t i = 0; i < history_.operations.size(); ++i) {
        const Operation& one = history_.operations[i];
        if (one.call == Call::CreateReservation && one.status != Status::Fail) {
            book(static_cast<int>(i));
        }
    }
}

// The booking that an operation is about; kNone if it is about none.
int Compiler::find(int index) {
    const Operation& one = operation(index);
    const bool byOrder = one.call == Call::GetOrder || one.call == Call::Pay;
    if (!byOrder && one.call != Call::GetReservation && one.call != Call::CancelReservation &&
        one.call != Call::CheckoutReservation) {
        return kNone;
    }
    std::string name = one.asked.reservation;
    if (byOrder) {
        const auto known = reservationOf_.find(one.asked.order);
        name = known == reservationOf_.end() ? std::string() : known->second;
    }
    if (!one.told.reservation.empty() && one.told.reservation != name) {
        contradict(index, "the answer is another reservation's");
    }
    const auto found = byName_.find(name);
    if (found != byName_.end()) return found->second;
    contradict(index, "of a reservation that nobody was told of");
    return kNone;
}

// A hold is the buyer's until its deadline: who asks when that had passed cannot find it HELD.
void Compiler::judgeDeadline(int index) {
    const Operation& one = operation(index);
    if (one.status != Status::Ok) return;
    const std::int64_t judgedAfter = ServerClock::latestBy(one.begin, ended_);
    const std::int64_t clock = judgedAfter - history_.setting.clockSlackMicros;
    if (one.told.state == "HELD" && one.told.expireServer != 0 && clock >= one.told.expireServer) {
        contradict(index, "HELD although it was due before the call began");
    }
    if (one.call != Call::CheckoutReservation || one.retried) return;
    const auto due = holdDue_.find(one.told.reservation);
    if (due != holdDue_.end() && clock >= due->second + kMovesMax) {
        contradict(index, "checked out although it was due long before the call began");
    }
}

void Compiler::addEntry(int index, const std::vector<Step>& ways, bool optional) {
    const Operation& one = operation(index);
    Entry entry;
    entry.begin = one.begin;
    entry.end = optional ? kNever : one.end;
    entry.hint = hintOf(one);
    entry.optional = optional;
    entry.operation = index;
    entry.firstStep = static_cast<int>(out_.program.steps.size());
    entry.steps = static_cast<int>(ways.size());
    out_.program.steps.insert(out_.program.steps.end(), ways.begin(), ways.end());
    out_.program.entries.push_back(entry);
}

void Compiler::add(int index) {
    const Operation& one = operation(index);
    const bool optional = one.status == Status::Unknown;
    StepContext context{history_.setting, kNone, kNone, {}};
    if (one.call == Call::CreateReservation) {
        context.buyer = buyerOf(one.client);
        context.bookings = bookingsOf_[index];
        if (!context.bookings.empty()) context.booking = context.bookings.front();
        if (optional && context.bookings.empty()) return;  // Undecidable, or nothing to take.
    } else {
        context.booking = find(index);
        if (context.booking == kNone && one.call < Call::SetAllocation) return;
    }
    judgeDeadline(index);
    const Ways ways = waysOf(one, context);
    if (!ways.contradiction.empty()) return contradict(index, ways.contradiction);
    if (ways.effect.empty()) return;
    ++out_.judged;
    addEntry(index, ways.effect, optional);
    if (!ways.answer.empty()) addEntry(index, ways.answer, false);
}

}  // namespace

Compiled compile(const History& history) {
    return Compiler(history).compile();
}

}  // namespace tessera::history
