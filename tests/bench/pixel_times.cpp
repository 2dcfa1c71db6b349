// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/pixel_times.h"

#include <algorithm>

namespace tessera::bench {
namespace {

std::vector<double> sorted(std::vector<double> values) {
    std::ranges::sort(values);
    return values;
}

double millisBetween(Clock::time_point from, Clock::time_point to) {
    return std::chrono::duration<double, std::milli>(to - from).count();
}

}  // namespace

PixelTimes::PixelTimes(const qt::SeatMapModel& model, MeasuredView& view, const SeatWriter& writer)
    : model_(model), view_(view), writer_(writer) {
    QObject::connect(&model_, &qt::SeatMapModel::seatsChanged, &receiver_,
                     [this](const QList<int>& seats) { changed(seats); });
    view_.onFlushed([this](Clock::time_point now) { flushed(now); });
}

PixelTimes::~PixelTimes() {
    view_.onFlushed({});
}

void PixelTimes::begin() {
    changes_ = 0;
    waiting_.clear();
    fromAskingMs_.clear();
    fromAnswerMs_.clear();
}

void PixelTimes::changed(const QList<int>& seats) {
    const QRect window(QPoint(0, 0), view_.camera().window().size());
    for (const int seat : seats) {
        ++changes_;
        const auto& one = model_.layout().seats()[static_cast<std::size_t>(seat)];
        if (!window.contains(view_.camera().pixelOf(one.at))) continue;
        const bool isFree = model_.state(seat).status() == qt::SeatStatus::Available;
        const auto times = isFree ? writer_.freed(seat) : writer_.held(seat);
        if (times.asked != Clock::time_point()) waiting_.push_back(times);
    }
}

void PixelTimes::flushed(Clock::time_point now) {
    for (const SeatWriter::Times& times : waiting_) {
        fromAskingMs_.push_back(millisBetween(times.asked, now));
        // What was not answered when the change came is on the screen before its answer.
        const bool answered = times.answered >= times.asked;
        fromAnswerMs_.push_back(answered ? millisBetween(times.answered, now) : 0);
    }
    waiting_.clear();
}

std::vector<double> PixelTimes::fromAskingMs() const {
    return sorted(fromAskingMs_);
}

std::vector<double> PixelTimes::fromAnswerMs() const {
    return sorted(fromAnswerMs_);
}

}  // namespace tessera::bench
