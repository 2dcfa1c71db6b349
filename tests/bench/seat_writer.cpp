// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/seat_writer.h"

#include <algorithm>
#include <cstdlib>
#include <random>

namespace tessera::bench {
namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;

constexpr milliseconds kHeldFor{400};
constexpr int kOneInNear = 4;

std::int64_t nanosNow() {
    return SeatWriter::Clock::now().time_since_epoch() / std::chrono::nanoseconds(1);
}

}  // namespace

SeatWriter::SeatWriter(client::Client& client, std::string event, const qt::SeatLayout& layout,
                       int nearSection, unsigned seed)
    : client_(client),
      event_(std::move(event)),
      held_(layout.seats().size()),
      freed_(layout.seats().size()) {
    for (const qt::LayoutRow& row : layout.rows()) {
        auto& list = std::abs(row.section - nearSection) <= 1 ? near_ : far_;
        for (int i = 0; i + kSeatsOfOne <= row.seatCount; i += kSeatsOfOne)
            list.push_back(row.firstSeat + i);
    }
    std::mt19937 random(seed);
    std::ranges::shuffle(near_, random);
    std::ranges::shuffle(far_, random);
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

void SeatWriter::run(const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any ended;
    std::unique_lock lock(mutex);
    Clock::time_point next = Clock::now();
    for (std::size_t turn = 0; !stop.stop_requested(); ++turn) {
        const bool isNear = turn % kOneInNear == 0;
        const auto& list = isNear ? near_ : far_;
        const std::size_t index = isNear ? turn / kOneInNear : turn - turn / kOneInNear - 1;
        hold(list[index % list.size()]);
        freeThoseOlderThan(kHeldFor);
        next += microseconds(1'000'000 / kHoldsPerSecond);
        ended.wait_until(lock, stop, next, [] { return false; });
    }
}

void SeatWriter::hold(int first) {
    v1::CreateReservationRequest request;
    request.set_event(event_);
    request.set_request_id(client_.newRequestId());
    for (int i = 0; i < kSeatsOfOne; ++i)
        request.mutable_seats()->add_seats()->set_seat_no(first + i);
    begun();
    mark(held_, first, false);
    client_.ask(client::kCreateReservation, request,
                [this, first](const client::Answer<v1::Reservation>& answer) {
                    mark(held_, first, true);
                    if (answer.done()) {
                        const std::lock_guard lock(mutex_);
                        open_.push_back({first, answer.value.reservation(), Clock::now()});
                    } else {
                        ++failed_;
                    }
                    ended();
                });
}

void SeatWriter::free(const Held& held) {
    v1::CancelReservationRequest request;
    request.set_event(event_);
    request.set_request_id(client_.newRequestId());
    request.set_reservation(held.reservation);
    begun();
    mark(freed_, held.first, false);
    client_.ask(client::kCancelReservation, request,
                [this, first = held.first](const client::Answer<v1::Reservation>& answer) {
                    mark(freed_, first, true);
                    if (!answer.done()) ++failed_;
                    ended();
                });
}

void SeatWriter::freeThoseOlderThan(milliseconds age) {
    const Clock::time_point before = Clock::now() - age;
    std::vector<Held> due;
    {
        const std::lock_guard lock(mutex_);
        while (!open_.empty() && open_.front().since <= before) {
            due.push_back(std::move(open_.front()));
            open_.pop_front();
        }
    }
    for (const Held& held : due) free(held);
}

void SeatWriter::begun() {
    const std::lock_guard lock(mutex_);
    ++underWay_;
}

void SeatWriter::ended() {
    const std::lock_guard lock(mutex_);
    --underWay_;
    answered_.notify_all();
}

// The client answers each question once, at the latest when it ends.
void SeatWriter::waitForAnswers() {
    std::unique_lock lock(mutex_);
    answered_.wait(lock, [this] { return underWay_ == 0; });
}

void SeatWriter::stop() {
    if (!thread_.joinable()) return;
    thread_.request_stop();
    thread_.join();
    waitForAnswers();
    freeThoseOlderThan(milliseconds(0));
    waitForAnswers();
}

void SeatWriter::mark(std::vector<Stamp>& stamps, int first, bool answered) {
    const std::int64_t now = nanosNow();
    for (int i = 0; i < kSeatsOfOne; ++i) {
        Stamp& stamp = stamps[static_cast<std::size_t>(first + i)];
        (answered ? stamp.answered : stamp.asked) = now;
        if (!answered) stamp.answered = 0;
    }
}

SeatWriter::Times SeatWriter::of(const std::vector<Stamp>& stamps, int seat) {
    const Stamp& stamp = stamps[static_cast<std::size_t>(seat)];
    return {Clock::time_point(std::chrono::nanoseconds(stamp.asked)),
            Clock::time_point(std::chrono::nanoseconds(stamp.answered))};
}

}  // namespace tessera::bench
