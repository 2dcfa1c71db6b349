// SPDX-License-Identifier: Apache-2.0
#include "tests/history/generator.h"

#include <algorithm>
#include <queue>
#include <random>
#include <tuple>

#include "tests/history/naive_event.h"

namespace tessera::history {
namespace {

constexpr std::int64_t kServerAhead = 1'700'000'000'000'000;  // Server minus recorder time.

Setting settingOf(const GeneratorOptions& options) {
    Setting setting;
    setting.event = "generated";
    setting.seats = options.rows * options.seatsPerRow;
    for (int row = 0; row < options.rows; ++row) {
        Run run{row % 2, {}};
        for (int i = 0; i < options.seatsPerRow; ++i) {
            run.seats.push_back(row * options.seatsPerRow + i);
        }
        setting.runs.push_back(run);
    }
    setting.areas = {options.areaCapacity};
    setting.placesPerBuyer = options.placesPerBuyer;
    setting.holdMicros = options.holdMicros;
    return setting;
}

class Generator {
public:
    explicit Generator(const GeneratorOptions& options)
        : options_(options),
          random_(options.seed),
          event_(settingOf(options)),
          clients_(static_cast<std::size_t>(options.clients)) {
        history_.setting = settingOf(options);
    }

    History run() {
        for (int client = 0; client < options_.clients; ++client) {
            push(between(1, options_.callMicros), Moment::Begin, client);
        }
        while (!moments_.empty()) {
            const auto [time, order, what, which] = moments_.top();
            moments_.pop();
            now_ = time;
            advance();
            if (what == Moment::Begin) begin(which);
            if (what == Moment::Decide) decide(static_cast<std::size_t>(which));
            if (what == Moment::Answer) answer(static_cast<std::size_t>(which));
        }
        return std::move(history_);
    }

private:
    enum class Moment { Begin, Decide, Answer };
    struct Client {
        std::string reservation;
        std::string order;
    };

    std::int64_t between(std::int64_t least, std::int64_t most) {
        return std::uniform_int_distribution<std::int64_t>(least, most)(random_);
    }
    int below(int bound) { return static_cast<int>(between(0, bound - 1)); }
    bool perMille(int chance) { return below(1000) < chance; }
    void push(std::int64_t time, Moment what, int which) {
        moments_.emplace(time, ++pushed_, what, which);
    }
    std::int64_t server() const { return now_ + kServerAhead; }

    // Time and the provider.
    void advance() {
        const std::set<std::string> live = event_.live();
        for (const auto& name : live) {
            auto& of = event_.reservations().at(name);
            if (of.state == "HELD" && of.expires <= server()) event_.step(name, "RELEASED:EXPIRED");
            if (of.state == "PAYING" && of.payBy <= server()) event_.step(name, "FENCING");
            const bool moves = of.state == "FENCING" || of.state == "CANCELLING" ||
                               of.state == "ALLOCATED" || (of.state == "PAYING" && of.authorized);
            if (!moves) continue;
            if (of.nextStep == 0) {
                of.nextStep = now_ + between(1, 4 * options_.callMicros);
            } else if (of.nextStep <= now_) {
                of.nextStep = 0;
                const auto steps = event_.stepsOf(name);
                event_.step(name, steps[0]);
            }
        }
    }

    std::vector<int> someSeats(int count) {
        const int first = below(history_.setting.seats - count + 1);
        std::vector<int> seats;
        for (int i = 0; i < count; ++i) seats.push_back(first + i);
        return seats;
    }

    void askForPlaces(Operation& one) {
        one.call = Call::CreateReservation;
        const int kind = below(10);
        const int count = 1 + below(options_.seatsPerHold);
        if (kind < 5) {
            one.asked.seats = someSeats(count);
        } else if (kind < 8) {
            one.asked.wish = Wish::Best;
            one.asked.quantity = count;
            if (below(2) == 0) one.asked.categories = {below(2)};
        } else {
            one.asked.wish = Wish::Area;
            one.asked.area = 0;
            one.asked.quantity = count;
        }
    }

    void askAsStaff(Operation& one) {
        const int kind = below(6);
        one.call = kind == 0 ? Call::CloseSale : kind == 1 ? Call::OpenSale : Call::SetAllocation;
        if (one.call != Call::SetAllocation) return;
        one.asked.allocation = below(3) == 0 ? 1 : 0;
        one.asked.seats = someSeats(1 + below(options_.seatsPerHold));
    }

    void askForOrder(Operation& one, const Client& client) {
        one.call = Call::GetOrder;
        one.asked.order = client.order;
        if (perMille(options_.perMillePay * 10)) one.call = Call::Pay;
    }

    Operation next(int number) {
        Operation one;
        Client& client = clients_[static_cast<std::size_t>(number)];
        one.client = number;
        const int kind = below(10);
        if (perMille(options_.perMilleStaff)) {
            askAsStaff(one);
        } else if (client.reservation.empty() || kind < 2) {
            askForPlaces(one);
        } else if (!client.order.empty() && kind < 5) {
            askForOrder(one, client);
        } else {
            one.call = kind < 7   ? Call::GetReservation
                       : kind < 9 ? Call::CancelReservation
                                  : Call::CheckoutReservation;
            one.asked.reservation = client.reservation;
        }
        return one;
    }

    void begin(int number) {
        if (history_.operations.size() == options_.operations) return;
        Operation one = next(number);
        one.id = static_cast<std::int64_t>(history_.operations.size());
        one.begin = now_;
        const bool lost = perMille(options_.perMilleUnknown);
        one.retried = !lost && perMille(options_.perMilleRetried);
        one.status = lost ? Status::Unknown : Status::Ok;
        const auto index = static_cast<int>(history_.operations.size());
        history_.operations.push_back(one);
        const std::int64_t far = (lost ? 3 : 1) * options_.callMicros;
        if (!lost || below(2) == 0) push(now_ + between(1, far), Moment::Decide, index);
        if (lost) push(now_ + options_.callMicros, Moment::Begin, number);
    }

    void decide(std::size_t index) {
        Operation& one = history_.operations[index];
        const std::string name =
            (one.call == Call::CreateReservation ? "r" : "o") + std::to_string(one.id);
        if (one.status == Status::Unknown) {
            Operation unheard = one;
            event_.perform(unheard, server(), name);
            return;
        }
        const std::vector<int> wanted =
            one.asked.wish == Wish::Best ? someSeats(one.asked.quantity) : std::vector<int>{};
        event_.perform(one, server(), name, &wanted);
        push(now_ + between(1, options_.commitMicros), Moment::Answer, static_cast<int>(index));
    }

    void answer(std::size_t index) {
        Operation& one = history_.operations[index];
        const bool shows = one.call == Call::CreateReservation ||
                           one.call == Call::CancelReservation ||
                           one.call == Call::CheckoutReservation;
        // Asked again: decided before, shown as it is now.
        if (one.retried && shows && one.status == Status::Ok)
            event_.show(one, one.told.reservation);
        one.end = now_ + between(1, options_.callMicros);
        if (one.status == Status::Ok) one.told.server = server();
        if (!options_.showDecisions) one.told.createdServer = 0;
        Client& client = clients_[static_cast<std::size_t>(one.client)];
        if (one.status == Status::Ok && one.call == Call::CreateReservation) {
            client = {one.told.reservation, ""};
        } else if (one.status == Status::Ok && one.call == Call::CheckoutReservation) {
            client.order = one.told.order;
        } else if (shows && one.call != Call::CreateReservation && below(3) == 0) {
            client = {};
        }
        push(one.end + between(1, options_.thinkMicros), Moment::Begin, one.client);
    }

    GeneratorOptions options_;
    std::mt19937 random_;
    NaiveEvent event_;
    History history_;
    std::vector<Client> clients_;
    using Item = std::tuple<std::int64_t, std::int64_t, Moment, int>;
    std::priority_queue<Item, std::vector<Item>, std::greater<>> moments_;
    std::int64_t pushed_ = 0;
    std::int64_t now_ = 0;
};

}  // namespace

History generate(const GeneratorOptions& options) {
    return Generator(options).run();
}

}  // namespace tessera::history
