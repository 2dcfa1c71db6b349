// SPDX-License-Identifier: Apache-2.0
// One transaction of several statements, for what is created: all of it or nothing.
//
// Not thread-safe; borrows its connection. Internal to the store.
#pragma once

#include <chrono>
#include <string>
#include <utility>

#include "server/store/pg_connection.h"

namespace tessera::store {

inline constexpr std::chrono::seconds kWorkDeadline{60};

// One transaction of the catalog: the first failure stops what follows and rolls back.
class Work {
public:
    Work(PgConnection& connection, std::string tried)
        : connection_(connection),
          tried_(std::move(tried)),
          deadline_(std::chrono::steady_clock::now() + kWorkDeadline) {
        const auto begun = connection_.script("BEGIN", deadline_);
        if (!begun) status_ = tl::make_unexpected(errorOf(begun.error(), tried_));
    }

    PgRows run(const std::string& sql, const PgParams& params) {
        if (!status_) return {};

    }  // namespace tessera::store
