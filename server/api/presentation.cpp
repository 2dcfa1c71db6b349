// SPDX-License-Identifier: Apache-2.0
#include "server/api/presentation.h"

#include <algorithm>
#include <chrono>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "server/api/convert_common.h"
#include "server/api/json_reader.h"
#include "server/api/reasons.h"
#include "server/app/plan/layout_library.h"

namespace tessera::api {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kEventsMax = 4096;
constexpr std::size_t kLayoutsMax = 32;
// Calls are bounded by the dispatcher, pages by nothing before this.
constexpr std::size_t kWaitersMax = 20'000;
constexpr std::chrono::milliseconds kFreshFor{1000};

// A bounded map that lets the least recently used go. Small enough to search for it.
template <class Key, class Value>
class Recent {
public:
    explicit Recent(std::size_t most) : most_(most) {}

    Value* find(Key key) {
        const auto found = entries_.find(key);
        if (found == entries_.end()) return nullptr;
        found->second.second = ++clock_;
        return &found->second.first;
    }

    Value& put(Key key, Value value) {
        if (entries_.size() >= most_ && !entries_.contains(key)) {
            entries_.erase(std::min_element(
                entries_.begin(), entries_.end(),
                [](const auto& a, const auto& b) { return a.second.second < b.second.second; }));
        }
        auto& entry = entries_[key];
        entry = {std::move(value), ++clock_};
        return entry.first;
    }

    void erase(Key key) { entries_.erase(key); }

private:
    const std::size_t most_;
    std::uint64_t clock_ = 0;
    std::unordered_map<Key, std::pair<Value, std::uint64_t>> entries_;
};

SeatMapFacts factsOf(const ShownLayout& layout) {
    SeatMapFacts facts;
    facts.layout = layout.row.id;
    for (const auto& area : layout.layout->areas()) facts.capacities.push_back(area.capacity);
    return facts;
}

}  // namespace

struct Presentation::State : std::enable_shared_from_this<Presentation::State> {
    struct Entry {
        ShownEventPtr shown;
        Clock::time_point asked;
    };
    using Waiters = std::vector<app::Reply<ShownEventPtr>>;

    State(app::App& a, SeatMapEncoder& s) : app(a), encoder(s) {}

    app::App& app;
    SeatMapEncoder& encoder;
    std::mutex mutex;
    Recent<EventId, Entry> events{kEventsMax};
    Recent<LayoutId, std::shared_ptr<const ShownLayout>> layouts{kLayoutsMax};
    std::unordered_map<EventId, Waiters> asking;  // At most kWaitersMax for each.

    void ask(EventId event) {
        app.getEvent(event, [self = shared_from_this(), event](auto answer) {
            if (!answer) return self->told(event, tl::make_unexpected(answer.error()));
            self->show(std::move(*answer), [self, event](app::Answer<ShownEventPtr> shown) {
                self->told(event, std::move(shown));
            });
        });
    }

    void told(EventId event, app::Answer<ShownEventPtr> shown) {
        Waiters waiters;
        {
            const std::lock_guard lock(mutex);
            if (shown) {
                events.put(event, {*shown, Clock::now()});
            } else if (shown.error().kind == app::ProblemKind::NotFound) {
                events.erase(event);
            }
            if (const auto found = asking.find(event); found != asking.end()) {
                waiters = std::move(found->second);
                asking.erase(found);
            }
        }
        for (const auto& waiter : waiters) waiter(shown);
    }

    void show(app::EventAnswer answer, app::Reply<ShownEventPtr> reply) {
        const auto layout = answer.row.layout;
        const auto event = answer.row.id;
        std::shared_ptr<const ShownLayout> known;
        {
            const std::lock_guard lock(mutex);
            if (const auto* found = layouts.find(layout)) known = *found;
        }
        if (known) return reply(assemble(std::move(answer), std::move(known)));
        app.getLayout(event, [self = shared_from_this(), answer = std::move(answer),
                              reply = std::move(reply)](auto got) mutable {
            if (!got) return reply(tl::make_unexpected(got.error()));
            auto made = std::make_shared<const ShownLayout>(
                std::move(got->row), std::move(got->layout), std::move(got->text));
            {
                const std::lock_guard lock(self->mutex);
                self->layouts.put(made->row.id, made);
            }
            reply(self->assemble(std::move(answer), std::move(made)));
        });
    }

    ShownEventPtr assemble(app::EventAnswer answer, std::shared_ptr<const ShownLayout> layout) {
        auto shown = std::make_shared<ShownEvent>();
        shown->config = configOf(answer.row);
        shown->answer = std::move(answer);
        encoder.learn(shown->answer.row.id, factsOf(*layout));
        shown->layout = std::move(layout);
        return shown;
    }
};

Presentation::Presentation(app::App& app, SeatMapEncoder& encoder)
    : state_(std::make_shared<State>(app, encoder)) {}

void Presentation::find(EventId event, const app::Reply<ShownEventPtr>& reply) {
    ShownEventPtr known;
    bool ask = false;
    bool full = false;
    {
        const std::lock_guard lock(state_->mutex);
        const auto* entry = state_->events.find(event);
        const bool usable =
            entry != nullptr && fromSaleState(entry->shown->answer.row.sale) != v1::DRAFT;
        if (usable) known = entry->shown;
        if (!usable || Clock::now() - entry->asked > kFreshFor) {
            auto [waiting, first] = state_->asking.try_emplace(event);
            full = !known && waiting->second.size() >= kWaitersMax;
            if (!known && !full) waiting->second.push_back(reply);
            ask = first;
        }
    }
    if (ask) state_->ask(event);
    if (full) return reply(tl::make_unexpected(refuse("OVERLOADED", "Too many wait for it.")));
    if (known) reply(std::move(known));
}

void Presentation::forget(EventId event) {
    const std::lock_guard lock(state_->mutex);
    state_->events.erase(event);
}

void Presentation::show(app::EventAnswer answer, app::Reply<ShownEventPtr> reply) {
    state_->show(std::move(answer), std::move(reply));
}

v1::EventConfig configOf(const store::EventRow& row) {
    v1::EventConfig config;
    // Written by this server: a document that cannot be read is shown as far as it can be.
    if (readJson(row.document, config)) config.set_name(row.title);
    return config;
}

}  // namespace tessera::api
