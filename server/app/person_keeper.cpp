// SPDX-License-Identifier: Apache-2.0
#include "server/app/person_keeper.h"

#include <algorithm>
#include <future>
#include <map>
#include <utility>

#include "server/store/person_key.h"

namespace tessera::app {
namespace {

// Of one event's part; a batch that is not through by then is asked for again.
constexpr std::chrono::seconds kBatchDeadline{15};

}  // namespace

PersonKeeper::PersonKeeper(Parts parts)
    : with_(parts),
      filling_(with_.executor, with_.log, {"order_search", kFillEvery, true},
               [this](const Stopped&) { fill(); }),
      erasing_(with_.executor, with_.log, {"erasing", kEraseEvery, true},
               [this](const Stopped& stopped) { eraseAsked(stopped); }),
      retaining_(with_.executor, with_.log, {"retention", kRetentionEvery, true},
                 [this](const Stopped& stopped) { eraseOld(stopped); }) {}

void PersonKeeper::start() {
    filling_.start();
    erasing_.start();
    retaining_.start();
}

void PersonKeeper::stop() {
    filling_.stop();
    erasing_.stop();
    retaining_.stop();
}

store::PersonKey PersonKeeper::keyOf(std::string_view email) const {
    return store::personKeyOf(with_.holderTokenKey, email);
}

Result<store::ErasureProgress> PersonKeeper::erase(std::string_view email, store::TrailRow what) {
    const store::PersonKey key = keyOf(email);
    const Instant now = what.at;
    auto before = with_.persons.progress(key, now);
    if (!before || !before->known) return before;
    what.action = "erase_person";
    const Status asked = with_.persons.ask({key, store::newPseudonym(), now}, std::move(what));
    if (!asked) return tl::make_unexpected(asked.error());
    return with_.persons.progress(key, now);
}

Result<std::optional<std::string>> PersonKeeper::exportOf(std::string_view email,
                                                          store::TrailRow what) {
    auto document = with_.persons.exportOf(keyOf(email));
    if (!document || !*document) return document;
    what.action = "export_person";
    const Status noted = with_.persons.note(std::move(what));
    if (!noted) return tl::make_unexpected(noted.error());
    return document;
}

void PersonKeeper::fill() {
    const auto filled =
        with_.orders.fill([this](const std::string& email) { return keyOf(email); });
    if (!filled) warn("orders_not_taken_up", filled.error());
}

void PersonKeeper::eraseAsked(const Stopped& stopped) {
    store::Erasure last;
    bool more = true;
    while (more && !stopped) {
        const auto open = with_.persons.open(last, with_.clock.now());
        if (!open) return warn("erasures_not_read", open.error());
        more = !open->empty();
        if (more) last = open->back();
        for (const store::Erasure& erasure : *open) {
            const auto due = [&](EventId after) {
                return with_.persons.due(erasure, after, with_.clock.now());
            };
            if (!eraseAll(due, erasure.pseudonym, stopped)) return;
        }
    }
    if (stopped) return;
    if (const Status ended = with_.persons.finish(with_.clock.now()); !ended) {
        warn("erasures_not_ended", ended.error());
    }
}

void PersonKeeper::eraseOld(const Stopped& stopped) {
    const Instant now = with_.clock.now();
    if (const auto pruned = with_.customers.prune(now); !pruned) {
        warn("customer_requests_not_pruned", pruned.error());
    }
    if (with_.kept.micros == 0) return;
    const auto due = [&](EventId after) {
        return with_.persons.dueBefore(now - with_.kept, after);
    };
    static_cast<void>(eraseAll(due, "", stopped));
}

// An event that fails keeps nobody else waiting: it is left out until the next turn.
bool PersonKeeper::eraseAll(const Due& due, const std::string& pseudonym, const Stopped& stopped) {
    EventId behind{};
    while (!stopped) {
        const auto traces = due(behind);
        if (!traces) {
            warn("erasure_not_read", traces.error());
            return false;
        }
        if (traces->empty()) return true;
        std::map<store::PersonKey, std::vector<store::PersonTrace>> byPerson;
        for (const store::PersonTrace& trace : *traces) byPerson[trace.key].push_back(trace);
        for (const auto& [key, own] : byPerson) {
            const std::string name = pseudonym.empty() ? store::newPseudonym() : pseudonym;
            behind = std::max(behind, eraseTraces(own, name, stopped));
        }
    }
    return false;
}

EventId PersonKeeper::eraseTraces(const std::vector<store::PersonTrace>& traces,
                                  const std::string& pseudonym, const Stopped& stopped) {
    std::map<EventId, engine::ErasePerson> byEvent;
    for (const store::PersonTrace& trace : traces) {
        engine::ErasePerson& command = byEvent[trace.event];
        command.pseudonym = pseudonym;
        if (trace.ticket) {
            command.tickets.push_back(trace.ticket);
        } else {
            command.orders.push_back(trace.order);
        }
    }
    EventId failed{};
    for (auto& [event, command] : byEvent) {
        if (stopped) return failed;
        if (!eraseIn(event, std::move(command))) failed = event;
    }
    return failed;
}

bool PersonKeeper::eraseIn(EventId event, engine::ErasePerson command) {
    const auto written = std::make_shared<std::promise<Answer<bool>>>();
    auto answer = written->get_future();
    with_.app.erasePerson(event, std::move(command),
                          [written](Answer<bool> done) { written->set_value(std::move(done)); });
    const bool inTime = answer.wait_for(kBatchDeadline) == std::future_status::ready;
    const Answer<bool> done = inTime ? answer.get() : tl::make_unexpected(Problem{});
    if (!done) {
        with_.log.warn("not_erased",
                       {{"event_id", event}, {"reason", runtime::logSafe(done.error().reason)}});
    }
    return done.has_value();
}

void PersonKeeper::warn(runtime::LogLiteral what, const Error& error) {
    with_.log.warn(what, {{"detail", runtime::logSafe(error.message)}});
}

}  // namespace tessera::app
