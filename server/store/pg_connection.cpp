// SPDX-License-Identifier: Apache-2.0
#include "server/store/pg_connection.h"

#include <poll.h>

#include <charconv>
#include <cstring>

#include "server/store/limits.h"

namespace tessera::store {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr const char* kConnectionKeywords =
    " target_session_attrs=read-write tcp_user_timeout=2000 "
    "client_encoding=UTF8 application_name=tessera";

struct OptionsFree {
    void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};

// A URI as keywords, to which others can be added; what cannot be read is left for libpq to refuse.
std::string asKeywords(const std::string& conninfo) {
    if (conninfo.find("://") == std::string::npos) return conninfo;
    const std::unique_ptr<PQconninfoOption, OptionsFree> options(
        PQconninfoParse(conninfo.c_str(), nullptr));
    if (!options) return conninfo;
    std::string out;
    for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option) {
        if (option->val == nullptr) continue;
        out.append(out.empty() ? "" : " ").append(option->keyword).append("='");
        for (const char* c = option->val; *c != '\0'; ++c) {
            if (*c == '\'' || *c == '\\') out += '\\';
            out += *c;
        }
        out += '\'';
    }
    return out;
}

std::string withKeywords(const std::string& conninfo, const std::string& sessionOptions) {
    std::string full = asKeywords(conninfo) + kConnectionKeywords +
                       " connect_timeout=" + std::to_string(kConnectTimeout.micros / 1000000);
    if (!sessionOptions.empty()) full += " options='" + sessionOptions + "'";
    return full;
}

void noteWarning(void* flag, const PGresult* result) {
    const char* severity = PQresultErrorField(result, PG_DIAG_SEVERITY_NONLOCALIZED);
    if (severity != nullptr && std::strcmp(severity, "WARNING") == 0) {
        *static_cast<bool*>(flag) = true;
    }
}

bool isFailure(const PGresult* result) {
    const ExecStatusType status = PQresultStatus(result);
    return status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE;
}

}  // namespace

Error errorOf(const PgFailure& failure, const std::string& tried) {
    const std::string why = failure.timedOut ? "no answer in time" : failure.message;
    const bool known = !failure.sent || (!failure.sqlstate.empty() && !failure.broken);
    return Error{tried + ": " + why, known ? Effect::None : Effect::Unknown, failure.sqlstate};
}

std::int64_t PgRows::affected() const {
    const std::string_view tuples = PQcmdTuples(result_.get());
    std::int64_t count = 0;
    std::from_chars(tuples.data(), tuples.data() + tuples.size(), count);
    return count;
}

PgConnection::PgConnection(PGconn* connection) : connection_(connection) {
    PQsetNoticeReceiver(connection_, noteWarning, &warned_);
    PQsetnonblocking(connection_, 1);
}

PgConnection::~PgConnection() {
    PQfinish(connection_);
}

Result<std::unique_ptr<PgConnection>> PgConnection::open(const std::string& conninfo,
                                                         const std::string& sessionOptions) {
    PGconn* raw = PQconnectdb(withKeywords(conninfo, sessionOptions).c_str());
    std::unique_ptr<PgConnection> connection(new PgConnection(raw));
    if (PQstatus(raw) != CONNECTION_OK) {
        return failure(std::string("connect to the database: ") + PQerrorMessage(raw));
    }
    // What is answered is promised to be durable (DESIGN 1).
    const auto setting = connection->query("SELECT current_setting('synchronous_commit')", {},
                                           steady_clock::now() + milliseconds(5000));
    if (!setting) {
        Error error = errorOf(setting.error(), "ask the database how it commits");
        error.effect = Effect::None;
        return tl::make_unexpected(std::move(error));
    }
    if (setting->text(0, 0) == "off") {
        return failure("the database commits asynchronously: set synchronous_commit to on");
    }
    return connection;
}

bool PgConnection::waitForInput(SteadyTime deadline, bool& timedOut) {
    const auto left = std::chrono::ceil<milliseconds>(deadline - steady_clock::now()).count();
    pollfd ready{PQsocket(connection_), POLLIN, 0};
    const int count = left > 0 ? ::poll(&ready, 1, static_cast<int>(left)) : 0;
    if (count == 0) timedOut = true;
    if (count < 0 && errno == EINTR) return true;
    return count > 0 && PQconsumeInput(connection_) == 1;
}

bool PgConnection::flush(SteadyTime deadline, bool& timedOut) {
    for (;;) {
        const int rest = PQflush(connection_);
        if (rest == 0) return true;
        if (rest < 0) return false;
        const auto left = std::chrono::ceil<milliseconds>(deadline - steady_clock::now()).count();
        pollfd ready{PQsocket(connection_), POLLIN | POLLOUT, 0};
        if (left <= 0 || ::poll(&ready, 1, static_cast<int>(left)) == 0) {
            timedOut = true;
            return false;
        }
        if ((ready.revents & POLLIN) != 0 && PQconsumeInput(connection_) != 1) return false;
    }
}

PgFailure PgConnection::failureOf(const PGresult* result) {
    PgFailure failure;
    const char* state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    const char* message = result ? PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : nullptr;
    if (state != nullptr) failure.sqlstate = state;
    failure.message = message != nullptr ? message : PQerrorMessage(connection_);
    failure.broken = PQstatus(connection_) != CONNECTION_OK;
    return failure;
}

// Everything up to the server's "ready": only then is a commit a commit.
tl::expected<PgRows, PgFailure> PgConnection::finish(bool sent, SteadyTime deadline) {
    PgFailure failure;
    bool failed = false;
    if (!sent) {
        failure = failureOf(nullptr);
        failure.sent = false;
        failure.broken = broken_ = true;
        return tl::make_unexpected(failure);
    }
    PgRows rows;
    bool timedOut = false;
    bool alive = flush(deadline, timedOut);
    while (alive) {
        if (PQisBusy(connection_) != 0) {
            alive = waitForInput(deadline, timedOut);
            continue;
        }
        PGresult* result = PQgetResult(connection_);
        if (result == nullptr) break;
        if (isFailure(result)) {
            if (!failed) failure = failureOf(result);
            failed = true;
            PQclear(result);
        } else {
            rows = PgRows(result);
        }
    }
    broken_ = broken_ || !alive || PQstatus(connection_) != CONNECTION_OK;
    if (!failed && !broken_) return rows;
    if (!failed) failure = failureOf(nullptr);
    failure.broken = broken_;
    failure.timedOut = timedOut;
    return tl::make_unexpected(failure);
}

tl::expected<PgRows, PgFailure> PgConnection::query(const std::string& sql, const PgParams& params,
                                                    SteadyTime deadline) {
    const PgParams::View view = params.view();
    const int sent =
        PQsendQueryParams(connection_, sql.c_str(), params.size(), params.types().data(),
                          view.values.data(), view.lengths.data(), view.formats.data(), 1);
    return finish(sent == 1, deadline);
}

tl::expected<void, PgFailure> PgConnection::script(const std::string& sql, SteadyTime deadline) {
    auto done = finish(PQsendQuery(connection_, sql.c_str()) == 1, deadline);
    if (!done) return tl::make_unexpected(done.error());
    return {};
}

tl::expected<void, PgFailure> PgConnection::prepare(const std::string& name, const std::string& sql,
                                                    const PgParams& params, SteadyTime deadline) {
    const int sent =
        PQsendPrepare(connection_, name.c_str(), sql.c_str(), params.size(), params.types().data());
    auto done = finish(sent == 1, deadline);
    if (!done) return tl::make_unexpected(done.error());
    return {};
}

tl::expected<PgRows, PgFailure> PgConnection::queryPrepared(const std::string& name,
                                                            const PgParams& params,
                                                            SteadyTime deadline) {
    const PgParams::View view = params.view();
    const int sent =
        PQsendQueryPrepared(connection_, name.c_str(), params.size(), view.values.data(),
                            view.lengths.data(), view.formats.data(), 1);
    return finish(sent == 1, deadline);
}

bool PgConnection::usable() {
    if (broken_ || PQstatus(connection_) != CONNECTION_OK) return false;
    pollfd ready{PQsocket(connection_), POLLIN, 0};
    if (::poll(&ready, 1, 0) > 0 && PQconsumeInput(connection_) != 1) broken_ = true;
    // Only an end or a last word can come unasked: notices are taken by the receiver.
    if (PQstatus(connection_) != CONNECTION_OK || PQisBusy(connection_) != 0) broken_ = true;
    return !broken_;
}

bool PgConnection::takeWarning() {
    return std::exchange(warned_, false);
}

PgPool::PgPool(std::string conninfo, std::string sessionOptions, std::size_t size)
    : conninfo_(std::move(conninfo)), sessionOptions_(std::move(sessionOptions)), free_(size) {
    TESSERA_CHECK(size > 0);
}

Result<PgPool::Lease> PgPool::lease(SteadyTime deadline) {
    std::unique_ptr<PgConnection> connection;
    {
        std::unique_lock lock(mutex_);
        if (!freed_.wait_until(lock, deadline, [this] { return free_ > 0; })) {
            return failure("no database connection became free in time");
        }
        --free_;
        while (!idle_.empty() && !connection) {
            connection = std::move(idle_.back());
            idle_.pop_back();
            if (!connection->usable()) connection.reset();
        }
    }
    if (!connection) {
        auto opened = PgConnection::open(conninfo_, sessionOptions_);
        if (!opened) {
            giveBack(nullptr);
            return tl::make_unexpected(opened.error());
        }
        connection = std::move(*opened);
    }
    return Lease(*this, std::move(connection));
}

void PgPool::giveBack(std::unique_ptr<PgConnection> connection) {
    const bool keep = connection != nullptr && connection->usable();
    const std::lock_guard lock(mutex_);
    if (keep) idle_.push_back(std::move(connection));
    ++free_;
    freed_.notify_one();
}

PgPool::Lease::~Lease() {
    if (pool_ != nullptr) pool_->giveBack(std::move(connection_));
}

}  // namespace tessera::store
