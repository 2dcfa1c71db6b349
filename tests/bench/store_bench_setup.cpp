// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "server/app/plan/plan_import.h"
#include "server/store/migrator.h"
#include "server/store/pg_binary.h"
#include "tests/bench/store_bench.h"

namespace tessera::bench {
namespace {

std::int64_t nextId = 100;

RequestId newRequest() {
    RequestId id;
    store::putBigEndian(reinterpret_cast<char*>(id.bytes.data()) + 8,
                        static_cast<std::uint64_t>(++nextId), 8);
    return id;
}

std::string readFile(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

engine::EventTerms benchTerms(const engine::Layout& layout) {
    engine::EventTerms terms;
    terms.currency = Currency{{'E', 'U', 'R'}};
    terms.prices.assign(static_cast<std::size_t>(layout.categories()), Money{4200});
    terms.sale = engine::SaleState::Open;
    terms.noOrphans = false;
    terms.holdFor = Duration::ofMillis(100);
    return terms;
}

}  // namespace

std::string Bench::sql(const std::string& text) const {
    return valueOrDie(cluster->psql(text), text);
}

std::int64_t Bench::number(const std::string& text) const {
    return std::strtoll(sql(text).c_str(), nullptr, 10);
}

void Bench::settle() const {
    sql("VACUUM ANALYZE seat");
    sql("VACUUM ANALYZE reservation");
    sql("CHECKPOINT");
}

Bench setUp(int seconds) {
    // A disk, never memory: /tmp may be either.
    ::setenv("TMPDIR", "/var/tmp", 1);
    Bench bench;
    bench.seconds = seconds;
    bench.cluster =
        valueOrDie(test::PrivatePostgres::start(
                       {.fsync = true,
                        .settings = {"shared_buffers = 1GB", "max_wal_size = 16GB",
                                     // As on a server that has run for a while: its
                                     // log is written into files that exist.
                                     "min_wal_size = 4GB", "checkpoint_timeout = 5min",
                                     "synchronous_commit = on", "full_page_writes = on"}}),
                   "start PostgreSQL");
    valueOrDie(store::migrate(bench.cluster->conninfo()), "migrate");
    const std::string plan = readFile(TESSERA_SOURCE_DIR "/plans/national-stadium.json");
    auto imported = plan::importPlan(plan);
    if (!imported) {
        std::fprintf(stderr, "national-stadium.json: %s\n", imported.error().message.c_str());
        std::exit(1);
    }
    bench.layout = engine::Layout::make(std::move(imported->parts));
    const store::PostgresOptions options{.conninfo = bench.cluster->conninfo(), .writers = 8};
    bench.store = store::makePostgresStore(
        options,
        [layout = bench.layout](LayoutId, const store::PlanReader&)
            -> Result<std::shared_ptr<const engine::Layout>> { return layout; });
    bench.catalog = store::makePostgresCatalog(options);
    return bench;
}

std::vector<EventId> createEvents(Bench& bench, int count) {
    const store::VenueRow venue{VenueId{++nextId}, "Stadium", "Bern", "CH", "Europe/Zurich"};
    const store::LayoutRow layout{LayoutId{++nextId},
                                  venue.id,
                                  1,
                                  "plan",
                                  "{}",
                                  bench.layout->seatCount(),
                                  static_cast<std::int32_t>(bench.layout->areas().size())};
    const auto orDie = [](const Status& status) {
        if (status) return;
        std::fprintf(stderr, "%s\n", status.error().message.c_str());
        std::exit(1);
    };
    orDie(bench.catalog->createVenue(venue, newRequest(), Fingerprint{1}));
    orDie(bench.catalog->createLayout(layout, newRequest(), Fingerprint{1}));
    std::vector<EventId> events;
    for (int i = 0; i < count; ++i) {
        store::EventRow event;
        event.id = EventId{++nextId};
        event.venue = venue.id;
        event.layout = layout.id;
        event.title = "Match";
        event.city = venue.city;
        event.sale = engine::SaleState::Open;
        event.document = "{}";
        orDie(bench.catalog->createEvent(event, benchTerms(*bench.layout), *bench.layout,
                                         newRequest(), Fingerprint{1}));
        events.push_back(event.id);
    }
    return events;
}

}  // namespace tessera::bench
