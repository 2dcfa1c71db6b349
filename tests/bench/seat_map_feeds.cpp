// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/seat_map_feeds.h"

#include <QtCore/QEventLoop>
#include <QtCore/QMetaObject>
#include <condition_variable>
#include <mutex>
#include <random>

#include "shared/base/check.h"
#include "tests/qt/plan_file.h"

namespace tessera::bench {
namespace {

using std::chrono::microseconds;

constexpr int kBatchesPerSecond = 50;
constexpr microseconds kInputEvery{16'667};

Input randomInput(std::mt19937& random, const Input& before, int width, int height) {
    const auto between = [&](int from, int to) {
        return std::uniform_int_distribution(from, to)(random);
    };
    Input input;
    input.at = QPointF(between(0, width - 1), between(0, height - 1));
    input.kind = between(0, 3) == 0 ? Input::Wheel : Input::Pan;
    input.steps = between(0, 1) == 0 ? 1 : -1;
    // A hand keeps its direction for a while.
    input.by = between(0, 9) == 0 || before.by.isNull() ? QPoint(between(-40, 40), between(-40, 40))
                                                        : before.by;
    return input;
}

// Paces a thread: what ends it, ends the wait.
class Pace {
public:
    // False as soon as `stop` is asked for.
    bool until(Clock::time_point time, const std::stop_token& stop) {
        std::unique_lock lock(mutex_);
        ended_.wait_until(lock, stop, time, [] { return false; });
        return !stop.stop_requested();
    }

private:
    std::mutex mutex_;
    std::condition_variable_any ended_;
};

}  // namespace

ChangeFeed::ChangeFeed(qt::SeatMapModel& model, int perSecond, unsigned seed)
    : queue_(model.layout().seatCount(), [this, &model] {
          QMetaObject::invokeMethod(
              &receiver_,
              [this, &model] {
                  const auto taken = queue_.take();
                  *applied_ += static_cast<int>(taken.changes.size());
                  TESSERA_CHECK(model.apply(taken.changes, taken.revision) ==
                                qt::ApplyOutcome::Applied);
              },
              Qt::QueuedConnection);
      }) {
    const qt::SeatLayout& layout = model.layout();
    const quint64 first = model.revision() + 1;
    thread_ = std::jthread([this, &layout, first, perSecond, seed](const std::stop_token& stop) {
        std::mt19937 random(seed);
        Clock::time_point next = Clock::now();
        Pace pace;
        for (quint64 revision = first; pace.until(next, stop); ++revision) {
            const auto changes = qt::randomChanges(layout, perSecond / kBatchesPerSecond, random);
            TESSERA_CHECK(queue_.push(changes, revision));
            next += microseconds(1'000'000 / kBatchesPerSecond);
        }
    });
}

void InputFeed::run(std::chrono::seconds time) {
    QEventLoop loop;
    const std::jthread thread([&](const std::stop_token& stop) {
        std::mt19937 random(seed_);
        Input input;
        Pace pace;
        const Clock::time_point end = Clock::now() + time;
        for (Clock::time_point next = Clock::now(); next < end && pace.until(next, stop);
             next += kInputEvery) {
            input = randomInput(random, input, view_.width(), view_.height());
            view_.post(input);
        }
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
    });
    loop.exec();
}

}  // namespace tessera::bench
