// SPDX-License-Identifier: Apache-2.0
#include <future>

#include "server/engine/id_source.h"
#include "tests/store/store_fixture.h"

namespace tessera::store {
namespace {

class CatalogTest : public StoreFixture {
protected:
    std::vector<EventId> found(EventQuery query) {
        const auto rows = catalog_->listEvents(query);
        EXPECT_TRUE(rows);
        std::vector<EventId> ids;
        for (const EventRow& row : *rows) ids.push_back(row.id);
        return ids;
    }
    bool finds(const std::string& text) {
        EventQuery query;
        query.text = text;
        query.limit = 100;
        const auto ids = found(query);
        return std::find(ids.begin(), ids.end(), event_) != ids.end();
    }
};

TEST_F(CatalogTest, EventsAreFoundByTheStartsOfTheirWords) {
    EXPECT_TRUE(finds("even"));
    EXPECT_TRUE(finds("GRAND thé gen"));
    EXPECT_TRUE(finds("  "));
    EXPECT_FALSE(finds("vening"));
    EXPECT_FALSE(finds("evening opera"));
    EXPECT_FALSE(finds("evening') OR 1=1 --"));
}

TEST_F(CatalogTest, PagesGoOnWhereTheLastOneEnded) {
    for (int i = 0; i < 4; ++i) createEvent(smallTerms());
    EventQuery all;
    all.city = "GENÈVE";
    all.limit = 100;
    const auto whole = catalog_->listEvents(all);
    ASSERT_TRUE(whole);
    std::vector<EventId> paged;
    EventQuery page = all;
    page.limit = 2;
    for (;;) {
        const auto rows = catalog_->listEvents(page);
        ASSERT_TRUE(rows);
        if (rows->empty()) break;
        for (const EventRow& row : *rows) paged.push_back(row.id);
        page.after = {rows->back().startsAt, rows->back().id};
    }
    EXPECT_EQ(paged, found(all));
    EXPECT_GE(paged.size(), 5U);
    all.city = "Bern";
    EXPECT_TRUE(found(all).empty());
}

TEST_F(CatalogTest, ADraftIsListedOnlyWhereDraftsAreAskedFor) {
    engine::EventTerms terms = smallTerms();
    terms.sale = engine::SaleState::Draft;
    event_ = createEvent(terms);
    EXPECT_FALSE(finds("evening"));
    EventQuery query;
    query.includeDrafts = true;
    query.limit = 100;
    const auto ids = found(query);
    EXPECT_NE(std::find(ids.begin(), ids.end(), event_), ids.end());
}

TEST_F(CatalogTest, NewTermsRenameTheEventInItsRowAndInTheSearch) {
    engine::Changes changes;
    engine::TermsWrite write{smallTerms(),
                             R"({"name":"Zauberflöte","startsAt":"2030-01-01T00:00:00Z"})"};
    write.terms.version = 2;
    write.terms.sale = engine::SaleState::Closed;
    changes.terms.push_back(write);
    ASSERT_EQ(commit(nextHead(), std::move(changes)).outcome, CommitOutcome::Committed);
    EXPECT_TRUE(finds("zauberflöte genève"));
    EXPECT_FALSE(finds("evening"));
    const auto row = catalog_->findEvent(event_);
    ASSERT_TRUE(row && *row);
    EXPECT_EQ((*row)->title, "Zauberflöte");
    EXPECT_EQ((*row)->termsVersion, 2);
    EXPECT_EQ((*row)->sale, engine::SaleState::Closed);
    EXPECT_EQ((*row)->startsAt.micros, 1893456000000000);
    EXPECT_EQ((*row)->document, write.document);
    const auto taken = store_->takeOver(event_, NodeId{1});
    ASSERT_TRUE(taken);
    ASSERT_EQ(taken->loaded.terms.size(), 1U);
    EXPECT_EQ(taken->loaded.terms[0], write.terms);
}

// The list showed a moved event's new date as if it had always been so.
TEST_F(CatalogTest, TheListSaysThatAnEventWasMovedAsItsOwnRowDoes) {
    EventQuery query;
    query.limit = 10;
    EXPECT_EQ(catalog_->listEvents(query)->front().disruption, engine::Disruption{});
    engine::Changes changes;
    engine::TermsWrite write{smallTerms(), ""};
    write.terms.version = 2;
    write.terms.disruption.kind = engine::DisruptionKind::Moved;
    write.terms.disruption.number = 1;
    write.terms.disruption.previousStart = Instant{1000};
    write.terms.disruption.note = "The singer is ill.";
    changes.terms.push_back(write);
    ASSERT_EQ(commit(nextHead(), std::move(changes)).outcome, CommitOutcome::Committed);
    const auto listed = catalog_->listEvents(query);
    ASSERT_TRUE(listed);
    const auto row = std::ranges::find(*listed, event_, &EventRow::id);
    ASSERT_NE(row, listed->end());
    EXPECT_EQ(row->disruption, write.terms.disruption);
    EXPECT_EQ((*catalog_->findEvent(event_))->disruption, write.terms.disruption);
}

// One event's row that cannot be read made the whole list unavailable.
TEST_F(CatalogTest, ADisruptionThatCannotBeReadHidesNoEventOfTheList) {
    sql("UPDATE event_terms SET terms = jsonb_set(terms, '{disruption}', '{\"kind\": 99}') "
        "WHERE event_id = " +
        std::to_string(event_.value));
    EventQuery query;
    query.limit = 10;
    const auto listed = catalog_->listEvents(query);
    ASSERT_TRUE(listed) << listed.error().message;
    const auto row = std::ranges::find(*listed, event_, &EventRow::id);
    ASSERT_NE(row, listed->end());
    EXPECT_EQ(row->disruption, engine::Disruption{});
    EXPECT_FALSE(catalog_->findEvent(event_));
}

// A sale that was opened in the same batch took the new name and start back.
TEST_F(CatalogTest, AChangeWithoutADocumentLeavesWhatTheOneBeforeInItsBatchShows) {
    engine::Changes changes;
    engine::TermsWrite write{smallTerms(),
                             R"({"name":"Zauberflöte","startsAt":"2030-01-01T00:00:00Z"})"};
    write.terms.version = 2;
    changes.terms.push_back(write);
    changes.terms.push_back({write.terms, ""});
    changes.terms.back().terms.version = 3;
    changes.terms.back().terms.sale = engine::SaleState::Closed;
    ASSERT_EQ(commit(nextHead(), std::move(changes)).outcome, CommitOutcome::Committed);
    const auto row = catalog_->findEvent(event_);
    ASSERT_TRUE(row && *row);
    EXPECT_EQ((*row)->title, "Zauberflöte");
    EXPECT_EQ((*row)->startsAt.micros, 1893456000000000);
    EXPECT_EQ((*row)->document, write.document);
    EXPECT_EQ((*row)->termsVersion, 3);
    EXPECT_EQ((*row)->sale, engine::SaleState::Closed);
    EXPECT_TRUE(finds("zauberflöte"));
    EXPECT_FALSE(finds("evening"));
}

// A page of a hundred was the last one, whatever came after it.
TEST_F(CatalogTest, APageOfAHundredSeesWhetherThereIsAnother) {
    for (std::int32_t i = 0; i < kEventsPerQueryMax; ++i) createEvent(smallTerms());
    EventQuery query;
    query.limit = kEventsPerQueryMax;
    EXPECT_EQ(found(query).size(), 101U);
    query.limit = 5000;
    EXPECT_EQ(found(query).size(), 101U);
}

TEST_F(CatalogTest, EachImportOfAVenueHasTheNextVersion) {
    const VenueId venue{++lastId_};
    ASSERT_TRUE(catalog_->createVenue({venue, "Hall", "Bern", "CH", "Europe/Zurich"},
                                      requestAt(Instant{1700000000000000}, 501), Fingerprint{1}));
    for (std::int32_t version = 1; version <= 3; ++version) {
        const LayoutId layout{++lastId_};
        ASSERT_TRUE(catalog_->createLayout(
            {layout, venue, 1, "Row", "{}", 4, 0},
            requestAt(Instant{1700000000000000}, 501 + static_cast<std::uint64_t>(version)),
            Fingerprint{1}));
        EXPECT_EQ((*catalog_->findLayout(layout))->version, version);
        EXPECT_EQ(catalog_->readPlan(layout), "{}");
    }
}

TEST_F(CatalogTest, ACreateIsFoundByItsRequestAndDoneOnce) {
    const VenueRow venue{VenueId{++lastId_}, "Hall", "Bern", "CH", "Europe/Zurich"};
    const RequestId request = requestAt(Instant{1700000000000000}, 77);
    ASSERT_TRUE(catalog_->createVenue(venue, request, Fingerprint{-9}));
    VenueRow other = venue;
    other.id = VenueId{++lastId_};
    const Status again = catalog_->createVenue(other, request, Fingerprint{-9});
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, "23505");
    EXPECT_EQ(again.error().effect, Effect::None);
    const auto created = catalog_->findCreated(request);
    ASSERT_TRUE(created && *created);
    EXPECT_EQ((*created)->id, venue.id.value);
    EXPECT_EQ((*created)->body, Fingerprint{-9});
    EXPECT_FALSE(*catalog_->findVenue(other.id));
    EXPECT_EQ((*catalog_->findVenue(venue.id))->name, "Hall");
    const std::vector<VenueId> both{venue.id, other.id};
    const auto found = catalog_->findVenues(both);
    ASSERT_TRUE(found);
    ASSERT_EQ(found->size(), 1U);
    EXPECT_EQ(found->front().timeZone, venue.timeZone);
    EXPECT_TRUE(catalog_->findVenues({})->empty());
}

TEST_F(CatalogTest, AnApiKeyComesBackAsItWas) {
    const Catalog::ApiKeyRow key{"0123456789abcdef", "$argon2id$x", "door", {"admin", "a,\"b\""}};
    ASSERT_TRUE(catalog_->createApiKey(key));
    const auto back = catalog_->findApiKey(key.keyId);
    ASSERT_TRUE(back && *back);
    EXPECT_EQ((*back)->scopes, key.scopes);
    EXPECT_EQ((*back)->hash, key.hash);
    EXPECT_FALSE((*back)->revoked);
    EXPECT_FALSE(*catalog_->findApiKey("nobody"));
}

TEST_F(CatalogTest, ARequestIsFoundInItsReservationAndAmongTheOthers) {
    engine::ReservationRow row;
    row.id = ReservationId{engine::IdSource::floorAt(Instant{now_})};
    row.request = requestAt(Instant{now_} + Duration::ofSeconds(9), 5);  // Ahead, but allowed.
    row.fingerprint = Fingerprint{55};
    row.createdAt = Instant{now_};
    row.areas = {{AreaNo{0}, TicketTypeNo{1}, 3}};
    row.code = CodeId{9};
    row.state = engine::ReservationState::Released;
    row.reason = engine::ReleaseReason::Expired;
    const RequestId cancel = requestAt(Instant{now_}, 6);
    engine::Changes changes;
    changes.reservations.push_back(row);
    changes.requests.push_back({cancel, Fingerprint{66}, 2, row.id.value, Instant{now_}});
    ASSERT_EQ(commit(nextHead(), std::move(changes)).outcome, CommitOutcome::Committed);

    const RequestId unknown = requestAt(Instant{now_}, 7);
    const auto found = store_->findRequests(event_, std::vector{unknown, row.request, cancel});
    ASSERT_TRUE(found);
    ASSERT_EQ(found->size(), 2U);
    const auto of = [&](const RequestId& id) {
        return *std::find_if(found->begin(), found->end(),
                             [&](const auto& one) { return one.request == id; });
    };
    EXPECT_EQ(of(row.request).target, row.id.value);
    EXPECT_EQ(of(row.request).fingerprint, row.fingerprint);
    EXPECT_EQ(of(row.request).kind, 0);
    EXPECT_EQ(of(cancel).kind, 2);
    EXPECT_EQ(of(cancel).target, row.id.value);
    EXPECT_TRUE(store_->findRequests(event_, std::vector{unknown})->empty());

    const auto stored = store_->findReservation(event_, row.id);
    ASSERT_TRUE(stored && *stored);
    EXPECT_EQ((*stored)->row.areas, row.areas);
    EXPECT_TRUE((*stored)->row.seats.empty());
    EXPECT_EQ((*stored)->row.reason, engine::ReleaseReason::Expired);
    const auto taken = store_->takeOver(event_, NodeId{1});
    ASSERT_TRUE(taken);
    EXPECT_TRUE(taken->loaded.reservations.empty());
    EXPECT_EQ(taken->requests.size(), 2U);
    EXPECT_EQ(taken->loaded.lastId, row.id.value);
}

// Its owner has let it go, and the terms it was made under with it.
TEST_F(CatalogTest, AReleasedReservationIsPricedByTheTermsAndTheCodeItWasMadeUnder) {
    engine::Code code;
    code.id = CodeId{77};
    code.text = "TENTH";
    code.discount = engine::DiscountKind::Percent;
    code.rate = Rate{100000};
    engine::ReservationRow row;
    row.id = ReservationId{engine::IdSource::floorAt(Instant{now_})};
    row.request = requestAt(Instant{now_}, 1);
    row.createdAt = Instant{now_};
    row.seats = {{SeatNo{3}, TicketTypeNo{0}}, {SeatNo{4}, TicketTypeNo{0}}};
    row.code = code.id;
    row.state = engine::ReservationState::Released;
    row.total = Money{2 * (4200 - 420 + 150)};
    engine::ReservationRow unlike = row;
    unlike.id = ReservationId{row.id.value + 1};
    unlike.request = requestAt(Instant{now_}, 2);
    unlike.total = Money{1};
    engine::Changes changes;
    changes.codes = {code};
    changes.reservations = {row, unlike};
    engine::EventTerms dearer = smallTerms();
    dearer.version = 2;
    dearer.prices[0] = Money{9900};
    changes.terms.push_back({dearer, ""});
    ASSERT_EQ(commit(nextHead(), std::move(changes)).outcome, CommitOutcome::Committed);

    const auto stored = store_->findReservation(event_, row.id);
    ASSERT_TRUE(stored && *stored);
    EXPECT_EQ(toString((*stored)->currency), "EUR");
    const engine::Quote& quote = (*stored)->quote;
    EXPECT_EQ(quote.total, row.total);
    EXPECT_EQ(quote.net + quote.fees + quote.taxes, row.total);
    Money tickets;
    Money discount;
    for (const engine::PriceLine& line : quote.lines) {
        if (line.kind == engine::PriceLineKind::Ticket) tickets += line.amount;
        if (line.kind == engine::PriceLineKind::Discount) discount += line.amount;
    }
    EXPECT_EQ(tickets, Money{2 * 4200});
    EXPECT_EQ(discount, Money{-2 * 420});

    const auto odd = store_->findReservation(event_, unlike.id);
    ASSERT_TRUE(odd && *odd);
    EXPECT_EQ((*odd)->quote.total, Money{1});
    EXPECT_TRUE((*odd)->quote.lines.empty());
}

TEST(MigratorTest, TwoRunnersAtOnceMigrateOnce) {
    const auto cluster = test::PrivatePostgres::startOrDie();
    const auto run = [&] { return migrate(cluster->conninfo()); };
    auto one = std::async(std::launch::async, run);
    auto two = std::async(std::launch::async, run);
    const auto first = one.get();
    const auto second = two.get();
    ASSERT_TRUE(first) << first.error().message;
    ASSERT_TRUE(second) << second.error().message;
    EXPECT_EQ(*first, migrations().back().version);
    EXPECT_EQ(*second, *first);
    const auto rows = cluster->psql("SELECT count(*) FROM schema_version");
    EXPECT_EQ(*rows, std::to_string(*first) + "\n");
}

TEST(MigratorTest, AMigrationThatFailsLeavesNothingAndANewerDatabaseIsRefused) {
    const auto cluster = test::PrivatePostgres::startOrDie();
    const Migration broken[] = {{1, "0001_good", "CREATE TABLE good (a integer)"},
                                {2, "0002_bad", "CREATE TABLE half (a integer); SELECT 1/0"}};
    EXPECT_FALSE(migrate(cluster->conninfo(), broken));
    EXPECT_TRUE(cluster->psql("SELECT a FROM good"));
    EXPECT_FALSE(cluster->psql("SELECT a FROM half"));
    const Migration mended[] = {broken[0], {2, "0002_bad", "CREATE TABLE half (a integer)"}};
    EXPECT_EQ(migrate(cluster->conninfo(), mended).value(), 2);
    EXPECT_FALSE(migrate(cluster->conninfo(), std::span(mended).first(1)));
}

TEST(MigratorTest, AMigrationThatWasChangedAfterItWasAppliedIsRefusedByItsName) {
    const auto cluster = test::PrivatePostgres::startOrDie();
    const Migration applied[] = {{1, "0001_good", "CREATE TABLE good (a integer)"}};
    ASSERT_TRUE(migrate(cluster->conninfo(), applied));
    EXPECT_TRUE(migrate(cluster->conninfo(), applied));
    const Migration changed[] = {{1, "0001_good", "CREATE TABLE good (a bigint)"}};
    const auto refused = migrate(cluster->conninfo(), changed);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("0001_good"), std::string::npos);
}

}  // namespace
}  // namespace tessera::store
