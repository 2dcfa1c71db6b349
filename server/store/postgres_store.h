// SPDX-License-Identifier: Apache-2.0
// Store and Catalog on PostgreSQL.
//
// Thread-safe. Calls but `commit` block the calling thread, each for at most `deadline`. Own their
// connections and threads.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "server/store/limits.h"
#include "server/store/store.h"

namespace tessera::store {

struct PostgresOptions {
    std::string conninfo;     // libpq keywords; several hosts are tried in order.
    std::size_t writers = 8;  // Connections for batches.
    std::size_t readers = 4;  // Connections for everything else, at least 2; one more watches.
    Duration deadline = kCallDeadline;  // Of one call.
};

// Gives the layout of an id; `plan` reads its stored plan, where the layout is not known yet. Any
// thread.
using PlanReader = std::function<Result<std::string>()>;
using LayoutSource = std::function<Result<std::shared_ptr<const engine::Layout>>(
    LayoutId id, const PlanReader& plan)>;

std::unique_ptr<Store> makePostgresStore(PostgresOptions options, LayoutSource layouts);

// `writers` is not used.
std::unique_ptr<Catalog> makePostgresCatalog(PostgresOptions options);

}  // namespace tessera::store
