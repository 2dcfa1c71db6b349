// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/run/simulation.h"

#include <algorithm>
#include <set>
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
constexpr Duration kProviderDown = Duration::ofMinutes(10);
constexpr Duration kSettledMost = Duration::ofMinutes(5);
constexpr std::int64_t kFindingsEnough = 20;
constexpr Duration kCalmLook = Duration::ofSeconds(20);
// Of a million runs, those in which the books are compared.
constexpr std::int64_t kListedRuns = 150000;
constexpr Duration kOddFrom = Duration::ofSeconds(30);
// After what a comparison has to know.
constexpr Duration kBooksSettle = Duration::ofMinutes(1);
constexpr Duration kBooksMax = Duration::ofMinutes(30);
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
    void storm();
    void outage();
    std::set<OrderId> beingConfirmed() const;
    void noteCalm();
    void followMaps();
    void startComparing();
    void compareBooks();
    bool isAtRest() const;
    RunResult result() const;
    bool isAtRest(const EventTables& tables) const;
    std::vector<EventTables> tables() const;

    const std::uint64_t seed_;
    const Scenario scenario_;
    Duration settledWithin_;
    bool isListed_ = false;    // Whether nodes compare the books with the provider's list.
    std::int64_t waited_ = 0;  // Orders that the provider's return found.
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
      scenario_(options.scenario),
      random_(options.seed),
      trace_(agenda_, options.story),
      faults_(random_.fork()),
      network_(agenda_, faults_, trace_, random_.fork()),
      database_({agenda_, faults_, trace_, &auditor_}, kBase, random_.fork()),
      events_(makeEvents(database_, random_.fork())),
      house_({agenda_,
              network_,
              faults_,
              trace_,
              auditor_,
              random_.fork(),
              {},
              [this](EventId event, AttemptId attempt) { shop_.hintAll(event, attempt); },
              [this](const payments::WebhookItem& item, const std::function<void()>& taken) {
                  shop_.deliver(item, taken);
              },
              kBase}),
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
    if (!crowd_.allDone() || house_.owed() > 0 || house_.untaken() > 0) return false;
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

void Simulation::noteCalm() {
    auditor_.onCalm(agenda_.now());
    trace_.note(Told::Fault, {99}, [] { return std::string("all faults are over"); });
}

void Simulation::storm() {
    storm_.start();
    crowd_.start();
    pass(random_.between(kStormMin, kStormMax));
    lastFaults();
    faults_.heal();
    network_.healAll();
    database_.setDrift(0);
    noteCalm();
}

// Whose payment only the provider can tell of: their buyers are told that it is being confirmed.
std::set<OrderId> Simulation::beingConfirmed() const {
    std::set<OrderId> orders;
    for (const EventTables& each : tables()) {
        for (const engine::OrderRow& row : each.orders) {
            const bool settled = row.state == engine::OrderState::Paid ||
                                 row.state == engine::OrderState::Paying ||
                                 row.state == engine::OrderState::Unpaid ||
                                 row.state == engine::OrderState::Released;
            if (!settled) orders.insert(row.id);
        }
    }
    return orders;
}

void Simulation::outage() {
    faults_.heal();
    // Of the second shape each step waits for a webhook and a look of its own, up to 48 s apart.
    crowd_.offerFirstShapeOnly();
    crowd_.start();
    pass(random_.between(Duration::ofSeconds(20), Duration::ofSeconds(120)));
    house_.setDown(true);
    trace_.note(Told::Fault, {98}, [] { return std::string("the provider is gone"); });
    pass(kProviderDown);
    const std::set<OrderId> waiting = beingConfirmed();
    waited_ = std::ssize(waiting);
    house_.setDown(false);
    noteCalm();
    const std::int64_t back = agenda_.now();
    const auto waits = [&] {
        const std::set<OrderId> now = beingConfirmed();
        return std::ranges::any_of(waiting, [&](OrderId id) { return now.contains(id); });
    };
    while (waits() && agenda_.now() - back < kSettledMost.micros) pass(Duration::ofSeconds(1));
    settledWithin_ = Duration::ofMicros(agenda_.now() - back);
}

void Simulation::calm() {
    crowd_.stopNewBuyers();
    const std::int64_t limit = agenda_.now() + kCalmMax.micros;
    while (agenda_.now() < limit && !isAtRest()) {
        pass(kCalmLook);
        // It will not come to rest, and enough is known.
        if (auditor_.findings().count() >= kFindingsEnough) return;
    }
    if (isListed_) compareBooks();
    pass(kAfterRest);
}

// Some runs: one that waits until the books agree takes long. What is done by hand at the provider
// is done in the storm.
void Simulation::startComparing() {
    isListed_ = scenario_ == Scenario::Storm && random_.chance(kListedRuns);
    if (!isListed_) return;
    shared_.reconciles = true;
    house_.setListed(true);
    for (std::int64_t n = random_.between(1, 4); n > 0; --n) {
        agenda_.after(random_.between(kOddFrom, kStormMin), kWorld, [this] { house_.doOddly(); });
    }
}

// Until a window has begun after all that has to be known in it.
void Simulation::compareBooks() {
    const std::int64_t rest = agenda_.now();
    while (agenda_.now() < std::max(house_.booksDue(), rest) + kBooksSettle.micros) pass(kCalmLook);
    const Instant from = database_.clock();
    const std::int64_t limit = agenda_.now() + kBooksMax.micros;
    while (agenda_.now() < limit &&
           database_.payments().lastWindow(engine::ProviderKind::Stripe) < from) {
        pass(kCalmLook);
    }
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
    startComparing();
    places_.startAll();
    followMaps();
    pass(Duration::ofSeconds(1));
    scenario_ == Scenario::ProviderDown ? outage() : storm();
    calm();
    auditor_.onEnd(database_.clock(), tables(), followers_.shown(), agenda_.now());
    return result();
}

RunResult Simulation::result() const {
    RunResult result;
    result.seed = seed_;
    result.commands = static_cast<std::int64_t>(shared_.actorMetrics.commands.value());
    result.calls = crowd_.calls();
    const Findings& found = auditor_.findings();
    result.commits = found.counters.commits;
    result.judged = found.counters.exact + found.counters.lenient;
    result.figures = found.figures();
    const SimProviderHouse::Counts& counts = house_.counts();
    result.figures["provider_received"] = counts.received;
    result.figures["provider_confirms"] = counts.confirms;
    result.figures["provider_late_successes"] = counts.late;
    result.figures["provider_webhooks"] = counts.webhooks;
    result.figures["provider_webhook_arrivals"] = counts.arrivals;
    result.figures["runs_with_reconciliation"] = isListed_ ? 1 : 0;
    result.settledWithin = settledWithin_;
    if (scenario_ == Scenario::ProviderDown) result.figures["orders_waited"] = waited_;
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
