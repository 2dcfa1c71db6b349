// SPDX-License-Identifier: Apache-2.0
#include "server/payments/outbox_worker.h"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

namespace tessera::payments {
namespace {

constexpr Duration kSweep = Duration::ofMillis(100);  // How late a waiting row may start.

struct RowKey {
    EventId event;
    OutboxSeq seq;
    auto operator<=>(const RowKey&) const = default;
};

struct Waiting {
    Currency currency;
    engine::OutboxRow row;
};

}  // namespace

struct OutboxWorker::State : std::enable_shared_from_this<OutboxWorker::State> {
    State(Providers p, runtime::Executor& e, runtime::DatabaseClock& c, Options o, Deliver d)
        : providers(std::move(p)), executor(e), clock(c), options(o), deliver(std::move(d)) {}

    const Providers providers;
    runtime::Executor& executor;
    runtime::DatabaseClock& clock;
    const Options options;
    const Deliver deliver;

    std::mutex mutex;
    std::map<RowKey, Waiting> rows;               // Not yet called.
    std::set<std::pair<Instant, RowKey>> byTime;  // The same rows, earliest first.
    std::set<RowKey> calling;
    std::optional<runtime::TimerId> timer;
    Instant timerAt;        // When the timer runs.
    bool starting = false;  // A thread is in start(); it looks again if asked to.
    bool startAgain = false;
    bool stopped = false;
    std::condition_variable quiet;

    void start();
    void armLocked(Instant now);
    void timerRan();
    std::vector<std::pair<RowKey, Waiting>> takeDueLocked(Instant now);
    void call(RowKey key, Waiting waiting);
    void finished(RowKey key);
};

// Starts every call that is due and has room; a timer looks again when the next one is due. An
// answer may come inside call(), and asks for the next start: never by recursion.
void OutboxWorker::State::start() {
    std::unique_lock lock(mutex);
    startAgain = true;
    if (starting) return;
    starting = true;
    while (std::exchange(startAgain, false) && !stopped) {
        const Instant now = clock.now();
        auto due = takeDueLocked(now);
        armLocked(now);
        lock.unlock();
        for (auto& [key, waiting] : due) call(key, std::move(waiting));
        lock.lock();
    }
    starting = false;
    quiet.notify_all();
}

std::vector<std::pair<RowKey, Waiting>> OutboxWorker::State::takeDueLocked(Instant now) {
    std::vector<std::pair<RowKey, Waiting>> due;
    while (!byTime.empty() && byTime.begin()->first <= now &&
           calling.size() < options.inFlightMax) {
        const RowKey key = byTime.begin()->second;
        byTime.erase(byTime.begin());
        const auto row = rows.find(key);
        due.emplace_back(key, std::move(row->second));
        rows.erase(row);
        calling.insert(key);
    }
    return due;
}

// One timer, for the earliest row; none while the calls in flight leave no room.
void OutboxWorker::State::armLocked(Instant now) {
    if (byTime.empty() || calling.size() >= options.inFlightMax) return;
    const Instant at = std::max(byTime.begin()->first, now + kSweep);
    if (timer && timerAt <= at) return;
    if (timer) executor.cancel(*timer);
    timerAt = at;
    timer = executor.after(at - now, [weak = weak_from_this()] {
        if (const auto self = weak.lock()) self->timerRan();
    });
}

void OutboxWorker::State::timerRan() {
    {
        const std::lock_guard lock(mutex);
        timer.reset();
    }
    start();
}

void OutboxWorker::State::call(RowKey key, Waiting waiting) {
    engine::RecordProviderAnswer answer{key.seq, waiting.row.attempt, waiting.row.operation, {}};
    auto done = [self = shared_from_this(), key, answer](engine::ProviderAnswer said) mutable {
        answer.answer = std::move(said);
        self->deliver(key.event, std::move(answer));
        self->finished(key);
    };
    Provider* const provider = providers.find(waiting.row.provider);
    if (provider == nullptr) {
        engine::ProviderAnswer unknown;
        unknown.evidence = "no provider of this kind is configured";
        return done(std::move(unknown));
    }
    provider->call({key.event, std::move(waiting.row), waiting.currency}, std::move(done));
}

void OutboxWorker::State::finished(RowKey key) {
    {
        const std::lock_guard lock(mutex);
        calling.erase(key);
        if (stopped) quiet.notify_all();
    }
    start();
}

OutboxWorker::OutboxWorker(Providers providers, runtime::Executor& executor,
                           runtime::DatabaseClock& clock, Options options, Deliver deliver)
    : state_(std::make_shared<State>(std::move(providers), executor, clock, options,
                                     std::move(deliver))) {}

OutboxWorker::~OutboxWorker() {
    {
        const std::lock_guard lock(state_->mutex);
        state_->stopped = true;
        state_->rows.clear();
        state_->byTime.clear();
        if (state_->timer) state_->executor.cancel(*state_->timer);
    }
    state_->providers.stop();
    std::unique_lock lock(state_->mutex);
    state_->quiet.wait(lock, [&] { return state_->calling.empty() && !state_->starting; });
}

void OutboxWorker::enqueue(EventId event, Currency currency, std::vector<engine::OutboxRow> rows) {
    if (rows.empty()) return;
    {
        const std::lock_guard lock(state_->mutex);
        for (auto& row : rows) {
            const RowKey key{event, row.seq};
            if (state_->calling.contains(key) || state_->rows.contains(key)) continue;
            if (state_->rows.size() >= state_->options.rowsMax) break;
            state_->byTime.emplace(row.notBefore, key);
            state_->rows.emplace(key, Waiting{currency, std::move(row)});
        }
    }
    state_->start();
}

void OutboxWorker::forget(EventId event) {
    const std::lock_guard lock(state_->mutex);
    std::erase_if(state_->byTime, [&](const auto& each) { return each.second.event == event; });
    std::erase_if(state_->rows, [&](const auto& each) { return each.first.event == event; });
}

std::size_t OutboxWorker::waiting() const {
    const std::lock_guard lock(state_->mutex);
    return state_->rows.size();
}

std::size_t OutboxWorker::inFlight() const {
    const std::lock_guard lock(state_->mutex);
    return state_->calling.size();
}

}  // namespace tessera::payments
