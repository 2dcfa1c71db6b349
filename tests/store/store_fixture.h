// SPDX-License-Identifier: Apache-2.0
// A private database with the schema, a store and a catalog on it, and small events.
//
// One cluster per test program, one event per test. Single-threaded use.
#pragma once

#include <gtest/gtest.h>

#include <future>
#include <memory>
#include <string>

#include "server/store/migrator.h"
#include "server/store/postgres_store.h"
#include "tests/support/private_postgres.h"

namespace tessera::store {

// Rows of ten seats and one area of 50 places.
std::shared_ptr<const engine::Layout> smallLayout(std::int32_t rows);
engine::EventTerms smallTerms();
RequestId requestAt(Instant stamp, std::uint64_t number);

class StoreFixture : public ::testing::Test {
protected:
    static constexpr std::int32_t kRows = 4;

    static void SetUpTestSuite();
    static void TearDownTestSuite();
    void SetUp() override;

    PostgresOptions options() const;
    std::unique_ptr<Store> newStore(PostgresOptions options);
    // A new event; its id.
    EventId createEvent(engine::EventTerms terms);
    CommitResult commit(Store& store, const BatchHead& head, const Batch& batch);
    CommitResult commit(const BatchHead& head, engine::Changes changes);
    // The next batch of the event that setUp took over.
    BatchHead nextHead();
    std::string sql(const std::string& text);

    static std::unique_ptr<test::PrivatePostgres> cluster_;
    static std::shared_ptr<const engine::Layout> layout_;
    static std::int64_t lastId_;
    std::unique_ptr<Store> store_;
    std::unique_ptr<Catalog> catalog_;
    EventId event_;
    TakenOver taken_;
    std::int64_t lastBatch_ = 0;
    std::int64_t now_ = 0;
};

}  // namespace tessera::store
