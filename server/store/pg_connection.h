// SPDX-License-Identifier: Apache-2.0
// One connection to PostgreSQL, each call with a deadline, and a bounded pool of them.
//
// A connection is used by one thread at a time. A call that runs into its deadline leaves the
// connection broken: what it sent may or may not have had its effect. The pool is thread-safe.
#pragma once

#include <libpq-fe.h>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/pg_binary.h"
#include "shared/base/result.h"

namespace tessera::store {

using SteadyTime = std::chrono::steady_clock::time_point;

struct PgResultDeleter {
    void operator()(PGresult* result) const { PQclear(result); }
};

// Rows in binary form.
class PgRows {
public:
    PgRows() = default;
    explicit PgRows(PGresult* result) : result_(result) {}

    int count() const { return result_ ? PQntuples(result_.get()) : 0; }
    // Rows that the statement changed or returned, of its command tag.
    std::int64_t affected() const;
    bool isNull(int row, int column) const { return PQgetisnull(result_.get(), row, column) != 0; }
    std::string_view bytes(int row, int column) const {
        return {PQgetvalue(result_.get(), row, column),
                static_cast<std::size_t>(PQgetlength(result_.get(), row, column))};
    }
    // Of int2, int4, int8 and bool; 0 for null.
    std::int64_t number(int row, int column) const {
        const std::string_view value = bytes(row, column);
        return value.empty() ? 0 : getBigEndian(value.data(), value.size());
    }
    template <class T>
    T as(int row, int column) const {
        return static_cast<T>(number(row, column));
    }
    std::string text(int row, int column) const { return std::string(bytes(row, column)); }

private:
    std::unique_ptr<PGresult, PgResultDeleter> result_;
};

// What went wrong with a statement.
struct PgFailure {
    std::string sqlstate;   // Empty if the server said nothing.
    std::string message;    // The primary message: never values.
    bool broken = false;    // The connection is of no use any more.
    bool sent = true;       // False: the statement certainly never left.
    bool timedOut = false;  // The deadline passed.
};

Error errorOf(const PgFailure& failure, const std::string& tried);

class PgConnection {
public:
    // `sessionOptions`: -c settings for this session. Refuses a server that commits asynchronously.
    static Result<std::unique_ptr<PgConnection>> open(const std::string& conninfo,
                                                      const std::string& sessionOptions);
    ~PgConnection();
    PgConnection(const PgConnection&) = delete;
    PgConnection& operator=(const PgConnection&) = delete;

    // One statement, unnamed.
    tl::expected<PgRows, PgFailure> query(const std::string& sql, const PgParams& params,
                                          SteadyTime deadline);
    // One or more statements without parameters or rows.
    tl::expected<void, PgFailure> script(const std::string& sql, SteadyTime deadline);
    tl::expected<void, PgFailure> prepare(const std::string& name, const std::string& sql,
                                          const PgParams& params, SteadyTime deadline);
    tl::expected<PgRows, PgFailure> queryPrepared(const std::string& name, const PgParams& params,
                                                  SteadyTime deadline);

    // Looks whether the server has closed the connection while nobody used it.
    bool usable();
    int backendPid() const { return PQbackendPID(connection_); }
    // True if the server has sent a warning since the last call.
    bool takeWarning();

private:
    explicit PgConnection(PGconn* connection);
    tl::expected<PgRows, PgFailure> finish(bool sent, SteadyTime deadline);
    // False at the deadline or if the connection broke.
    bool waitForInput(SteadyTime deadline, bool& timedOut);
    bool flush(SteadyTime deadline, bool& timedOut);
    PgFailure failureOf(const PGresult* result);

    PGconn* connection_;
    bool warned_ = false;
    bool broken_ = false;
};

class PgPool {
public:
    // Opens connections when they are needed, `size` at most.
    PgPool(std::string conninfo, std::string sessionOptions, std::size_t size);

    // A connection of the pool; goes back when the lease goes, unless it broke.
    class Lease {
    public:
        Lease(PgPool& pool, std::unique_ptr<PgConnection> connection)
            : pool_(&pool), connection_(std::move(connection)) {}
        ~Lease();
        Lease(Lease&& other) noexcept
            : pool_(std::exchange(other.pool_, nullptr)),
              connection_(std::move(other.connection_)) {}
        Lease& operator=(Lease&&) = delete;
        PgConnection* operator->() const { return connection_.get(); }
        PgConnection& operator*() const { return *connection_; }

    private:
        PgPool* pool_;
        std::unique_ptr<PgConnection> connection_;
    };

    // Waits for a free one until `deadline`.
    Result<Lease> lease(SteadyTime deadline);

private:
    void giveBack(std::unique_ptr<PgConnection> connection);

    const std::string conninfo_;
    const std::string sessionOptions_;
    std::mutex mutex_;
    std::condition_variable freed_;
    std::vector<std::unique_ptr<PgConnection>> idle_;
    std::size_t free_;  // Connections that may still be leased.
};

}  // namespace tessera::store
