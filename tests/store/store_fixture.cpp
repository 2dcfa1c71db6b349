// SPDX-License-Identifier: Apache-2.0
#include "tests/store/store_fixture.h"

#include "server/store/pg_binary.h"
#include "shared/base/check.h"

namespace tessera::store {

std::unique_ptr<test::PrivatePostgres> StoreFixture::cluster_;
std::shared_ptr<const engine::Layout> StoreFixture::layout_;
std::int64_t StoreFixture::lastId_ = 1000;

std::shared_ptr<const engine::Layout> smallLayout(std::int32_t rows) {
    engine::Layout::Parts parts;
    for (std::int32_t row = 0; row < rows; ++row) {
        parts.rows.push_back({SeatNo{row * 10}, 10, 0});
        for (std::int32_t i = 0; i < 10; ++i) {
            engine::LayoutSeat seat;
            seat.position = {static_cast<float>(i), static_cast<float>(row)};
            seat.row = row;
            seat.category = CategoryNo{0};
            parts.seats.push_back(seat);
        }
    }
    parts.areas.push_back({CategoryNo{1}, 50, {0, 0}});
    parts.categories = 2;
    TESSERA_CHECK(!engine::Layout::faultOf(parts));
    return engine::Layout::make(std::move(parts));
}

engine::EventTerms smallTerms() {
    engine::EventTerms terms;
    terms.currency = Currency{{'E', 'U', 'R'}};
    terms.ticketTypes = 2;
    terms.prices = {Money{4200}, Money{2100}, Money{2500}, std::nullopt};
    terms.fees = {{engine::FeeKind::PerTicket, Money{150}, Rate{}}};
    terms.taxes = {{Rate{190000}, true, true, true}};
    terms.sale = engine::SaleState::Open;
    terms.noOrphans = false;
    terms.focal = engine::Point{1.5F, 0.1F};
    return terms;
}

RequestId requestAt(Instant stamp, std::uint64_t number) {
    RequestId id;
    auto* bytes = reinterpret_cast<char*>(id.bytes.data());
    putBigEndian(bytes, static_cast<std::uint64_t>(stamp.micros / 1000), 6);
    putBigEndian(bytes + 8, number, 8);
    id.bytes[6] = 0x70;
    id.bytes[8] = 0x80;
    return id;
}

void StoreFixture::SetUpTestSuite() {
    if (cluster_) return;
    cluster_ = test::PrivatePostgres::startOrDie();
    layout_ = smallLayout(kRows);
    const auto version = migrate(cluster_->conninfo());
    TESSERA_CHECK(version && *version == migrations().back().version);
}

void StoreFixture::TearDownTestSuite() {
    cluster_.reset();
}

PostgresOptions StoreFixture::options() const {
    return {.conninfo = cluster_->conninfo(), .writers = 2, .readers = 3};
}

std::unique_ptr<Store> StoreFixture::newStore(PostgresOptions with) {
    return makePostgresStore(
        std::move(with),
        [](LayoutId, const PlanReader& plan) -> Result<std::shared_ptr<const engine::Layout>> {
            if (plan() != "a plan") return failure("not the plan that was stored");
            return layout_;
        });
}

void StoreFixture::SetUp() {
    store_ = newStore(options());
    catalog_ = makePostgresCatalog(options());
    event_ = createEvent(smallTerms());
    auto taken = store_->takeOver(event_, NodeId{7});
    ASSERT_TRUE(taken) << taken.error().message;
    taken_ = std::move(*taken);
    lastBatch_ = taken_.loaded.lastBatch;
    now_ = taken_.databaseNow.micros;
}

EventId StoreFixture::createEvent(engine::EventTerms terms) {
    const VenueRow venue{VenueId{++lastId_}, "Grand Théâtre", "Genève", "CH", "Europe/Zurich"};
    const LayoutRow plan{LayoutId{++lastId_}, venue.id, 1, "plan", "a plan", kRows * 10, 1};
    EventRow event;
    event.id = EventId{++lastId_};
    event.venue = venue.id;
    event.layout = plan.id;
    event.title = "An evening";
    event.city = venue.city;
    event.startsAt = Instant{2000000000000000 + lastId_};
    event.sale = terms.sale;
    event.document = "{}";
    const Instant stamp{1700000000000000};
    const auto id = [&] { return static_cast<std::uint64_t>(++lastId_); };
    EXPECT_TRUE(catalog_->createVenue(venue, requestAt(stamp, id()), Fingerprint{1}));
    EXPECT_TRUE(catalog_->createLayout(plan, requestAt(stamp, id()), Fingerprint{2}));
    const Status created =
        catalog_->createEvent(event, terms, *layout_, requestAt(stamp, id()), Fingerprint{3});
    EXPECT_TRUE(created) << created.error().message;
    return event.id;
}

CommitResult StoreFixture::commit(Store& store, const BatchHead& head, const Batch& batch) {
    std::promise<CommitResult> answer;
    store.commit(head, batch, [&](CommitResult result) { answer.set_value(std::move(result)); });
    return answer.get_future().get();
}

CommitResult StoreFixture::commit(const BatchHead& head, engine::Changes changes) {
    Batch batch;
    batch.add(std::move(changes));
    return commit(*store_, head, batch);
}

BatchHead StoreFixture::nextHead() {
    BatchHead head;
    head.event = event_;
    head.epoch = taken_.epoch;
    head.batch = ++lastBatch_;
    head.now = Instant{++now_};
    head.wakeAt = Instant::never();
    return head;
}

std::string StoreFixture::sql(const std::string& text) {
    auto rows = cluster_->psql(text);
    EXPECT_TRUE(rows) << rows.error().message;
    return rows ? *rows : "";
}

}  // namespace tessera::store
