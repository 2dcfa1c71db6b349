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
        auto rows = connection_.query(sql, params, deadline_);
        if (!rows) {
            status_ = tl::make_unexpected(errorOf(rows.error(), tried_));
            return {};
        }
        return std::move(*rows);
    }
    void fail(const std::string& why) {
        if (status_) status_ = failure(tried_ + ": " + why);
    }
    bool good() const { return status_.has_value(); }

    Status end() {
        connection_.takeWarning();
        const auto ended = connection_.script(status_ ? "COMMIT" : "ROLLBACK", deadline_);
        if (status_ && ended && connection_.takeWarning()) {
            // "canceling wait for synchronous replication": here, and perhaps nowhere else.
            status_ = failure(tried_ + ": committed with a warning");
            status_.error().effect = Effect::Unknown;
        }
        if (status_ && !ended) {
            status_ = tl::make_unexpected(errorOf(ended.error(), tried_));
            status_.error().effect = Effect::Unknown;
        }
        return status_;
    }

private:
    PgConnection& connection_;
    const std::string tried_;
    const SteadyTime deadline_;
    Status status_;
};

}  // namespace tessera::store
