// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/run/simulation.h"

#include <algorithm>
#include <utility>

#include "tests/simulation/audit/auditor.h"
#include "tests/simulation/node/sim_shop.h"
#include "tests/simulation/people/crowd.h"
#include "tests/simulation/run/storm.h"
#include "tests/simulation/run/venue.h"

namespace tessera::simulation {
namespace {

constexpr std::int32_t kPlaces = 3;
constexpr Instant kBase{1'790'000'000'000'000};  // 2026-09-21
constexpr Duration kStormMin = Duration::ofSeconds(120);
constexpr Duration kStormMax = Duration::ofSeconds(600);
// Every order and hold has come to its end long before: the longest unpaid deadline, a pay
// deadline, a hold, and the longest back-offs.
constexpr Duration kCalmMax = Duration::ofMinutes(60);
constexpr std::int64_t kFindingsEnough = 20;
constexpr Duration kCalmLook = Duration::ofSeconds(20);
// For maps to get the last change, and for a follower to find its connection broken.
constexpr Duration kAfterRest = Duration::ofSeconds(40);

class Simulation {
public:
    explicit Simulation(const RunOptions& options);
    RunResult run();

private:
    void pass(Duration time);
    void calm();
    void lastFaults();
    void followMaps();
    bool isAtRest() const;
    bool isAtRest(const EventTables& tables) const;
    std::vector<EventTables> tables() const;

    const std::uint64_t seed_;
    Random random_;
    Agenda agenda_;
    Trace trace_;
    Fibers fibers_{agenda_};
    Faults faults_;
    Network network_;
    Auditor auditor_;
    SimDatabase database_;
    SharedParts shared_;
    std::vector<EventOnSale> events_;
    SimProviderHouse house_;
    Places places_;
    Followers followers_;
    SimShop shop_;
    Storm storm_;
    Crowd crowd_;
};

Simulation::Simulation(const RunOptions& options)
    : seed_(options.seed),
      random_(options.seed),
      trace_(agenda_, options.story),
      faults_(random_.fork()),
      network_(agenda_, faults_, trace_, random_.fork()),
      database_({agenda_, faults_, trace_, &auditor_}, kBase, random_.fork()),
      events_(makeEvents(database_, random_.fork())),
      house_({agenda_, network_, faults_, trace_, auditor_, random_.fork(),
              [this](EventId event, AttemptId attempt) { shop_.hint(event, attempt); }}),
      places_({agenda_, fibers_, faults_, trace_, network_, database_, house_, shared_, places_},
              kPlaces, random_.fork()),
      followers_(places_, random_.fork()),
      shop_(places_, followers_, random_.fork()),
      storm_(places_, random_.fork()),
      crowd_({agenda_, faults_, trace_, shop_, house_, auditor_, random_.fork(), events_}) {}

void Simulation::pass(Duration time) {
    const std::int64_t until = agenda_.now() + time.micros;
    while (agenda_.step(until)) {
    }
    agenda_.after(Duration::ofMicros(until - agenda_.now()), kWorld, [] {});
    while (agenda_.step(until)) {
    }
}

std::vector<EventTables> Simulation::tables() const {
    std::vector<EventTables> all;
    for (const EventOnSale& event : events_) all.push_back(database_.tablesOf(event.event));
    return all;
}

// Nothing moves by itself any more.
bool Simulation::isAtRest(const EventTables& tables) const {
    const auto lives = [](const engine::ReservationRow& row) {
        return row.state == engine::ReservationState::Held ||
               row.state == engine::ReservationState::Paying;
    };
    return tables.outbox.empty() && std::ranges::none_of(tables.reservations, lives) &&
           std::ranges::all_of(tables.orders, [](const engine::OrderRow& row) {
               return row.state == engine::OrderState::Paid ||
                      row.state == engine::OrderState::Released ||
                      row.state == engine::OrderState::Manual;
           });
}

bool Simulation::isAtRest() const {
    if (!crowd_.allDone()) return false;
    return std::ranges::all_of(events_, [this](const EventOnSale& event) {
        return isAtRest(database_.tablesOf(event.event));
    });
}

// The worst of all: some nodes gone at once, and nobody who asks; or some that stand still while
// somebody comes once more for what nobody asks for afterwards.
void Simulation::lastFaults() {
    if (random_.chance(700000)) return places_.killSome(Duration::ofSeconds(3));
    const Duration still = random_.between(Duration::ofSeconds(1), Duration::ofSeconds(8));
    places_.pauseSome(still);
    pass(random_.between(Duration{}, still));
    crowd_.sendClerks();
    pass(still);
}

void Simulation::calm() {
    lastFaults();
    faults_.heal();
    network_.healAll();
    database_.setDrift(0);
    crowd_.stopNewBuyers();
    auditor_.onCalm(agenda_.now());
    trace_.note(Told::Fault, {99}, [] { return std::string("all faults are over"); });
    const std::int64_t limit = agenda_.now() + kCalmMax.micros;
    while (agenda_.now() < limit && !isAtRest()) {
        pass(kCalmLook);
        // It will not come to rest, and enough is known.
        if (auditor_.findings().count() >= kFindingsEnough) return;
    }
    pass(kAfterRest);
}

// Who follows a map asks for its event: some events are to be left alone. Of a quiet one it is all
// that anybody sees.
void Simulation::followMaps() {
    const bool isWatched = random_.chance(600000);
    for (const EventOnSale& event : events_) {
        if (!isWatched && !event.isQuiet) continue;
        const std::int64_t least = event.isQuiet ? 1 : 0;
        for (std::int64_t n = random_.between(least, 2); n > 0; --n) followers_.follow(event.event);
    }
}

RunResult Simulation::run() {
    auditor_.tell([this](const Finding& finding) {
        trace_.note(Told::Finding, {static_cast<std::int64_t>(finding.check)},
                    [&] { return std::string(nameOf(finding.check)) + ": " + finding.text; });
    });
    followers_.heard = [this](const ShownMap& map) { auditor_.onShown(map, agenda_.now()); };
    places_.startAll();
    followMaps();
    pass(Duration::ofSeconds(1));
    storm_.start();
    crowd_.start();
    pass(random_.between(kStormMin, kStormMax));
    calm();
    auditor_.onEnd(database_.clock(), tables(), followers_.shown(), agenda_.now());
    RunResult result;
    result.seed = seed_;
    result.commands = static_cast<std::int64_t>(shared_.actorMetrics.commands.value());
    result.calls = crowd_.calls();
    const Findings& found = auditor_.findings();
    result.commits = found.counters.commits;
    result.judged = found.counters.exact + found.counters.lenient;
    result.figures = found.figures();
    result.simulatedMicros = agenda_.now() - agenda_.idleMicros();
    for (std::size_t i = 0; i < kFaults; ++i) {
        result.faults[i] = faults_.fired(static_cast<Fault>(i));
    }
    for (const Finding& finding : found.first()) {
        result.findings.push_back(std::string(nameOf(finding.check)) + ": " + finding.text);
    }
    result.findingCount = found.count();
    for (const std::string& text : followers_.findings()) result.findings.push_back(text);
    result.findingCount += static_cast<std::int64_t>(followers_.findings().size());
    result.hash = trace_.hash();
    return result;
}

}  // namespace

RunResult runSeed(const RunOptions& options) {
    Simulation simulation(options);
    return simulation.run();
}

}  // namespace tessera::simulation
