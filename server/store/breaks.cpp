// SPDX-License-Identifier: Apache-2.0
#include "server/store/breaks.h"

#include <algorithm>

#include "server/store/breaks_rows.h"
#include "server/store/pg_connection.h"
#include "server/store/pg_work.h"

namespace tessera::store {
namespace {

using std::chrono::steady_clock;

constexpr std::size_t kHowMax = 500;

class PostgresReconciliations final : public Reconciliations {
public:
    explicit PostgresReconciliations(PostgresOptions options)
        : options_(std::move(options)),
          pool_(options_.conninfo, "-c jit=off", std::max<std::size_t>(options_.readers, 1)) {}

    Result<std::optional<ReconcileProgress>> claim(engine::ProviderKind provider, NodeId node,
                                                   Instant now, Instant leaseUntil) override;
    Status save(const ReconcileProgress& progress, Instant leaseUntil,
                std::span<const ListedObject> listed) override;
    Status finish(const ReconcileProgress& progress, Instant now) override;
    Result<std::vector<EventId>> eventsToCompare(engine::ProviderKind provider, Instant since,
                                                 EventId after, std::int32_t limit) override;
    Result<std::vector<ListedObject>> listedOf(engine::ProviderKind provider,
                                               EventId event) override;
    Result<OwnSide> readOwn(const OwnQuery& query) override;
    Status record(std::span<const Break> breaks, Instant now) override;
    Result<bool> resolve(EventId event, std::int64_t id, Instant now,
                         const std::string& how) override;
    Result<std::vector<BreakRow>> listBreaks(const BreakQuery& query) override;

private:
    SteadyTime deadline() const {
        return steady_clock::now() + std::chrono::microseconds(options_.deadline.micros);
    }
    Result<PgRows> ask(const std::string& sql, const PgParams& params, const std::string& tried);
    template <class Body>
    Status transact(const std::string& tried, const Body& body) {
        auto lease = pool_.lease(deadline());
        if (!lease) return tl::make_unexpected(lease.error());
        Work work(**lease, tried);
        body(work);
        return work.end();
    }
    Ask asking() {
        return [this](const std::string& sql, const PgParams& params, const std::string& tried) {
            return ask(sql, params, tried);
        };
    }

    const PostgresOptions options_;
    PgPool pool_;
};

std::int16_t numberOf(engine::ProviderKind provider) {
    return static_cast<std::int16_t>(provider);
}

// The conditions of a claim that is still ours; parameters 1 and 2.
constexpr const char* kStillOurs = " WHERE provider = $1 AND epoch = $2";

void addClaim(PgParams& params, const ReconcileProgress& progress) {
    params.addInt2(numberOf(progress.provider));
    params.addInt8(progress.epoch);
}

tl::unexpected<Error> claimLost() {
    return failure("write a window of reconciliation: another node is at it", Effect::None,
                   kClaimLost);
}

Result<PgRows> PostgresReconciliations::ask(const std::string& sql, const PgParams& params,
                                            const std::string& tried) {
    auto lease = pool_.lease(deadline());
    if (!lease) return tl::make_unexpected(lease.error());
    auto rows = (*lease)->query(sql, params, deadline());
    if (!rows) return tl::make_unexpected(errorOf(rows.error(), tried));
    return std::move(*rows);
}

Result<std::optional<ReconcileProgress>> PostgresReconciliations::claim(
    engine::ProviderKind provider, NodeId node, Instant now, Instant leaseUntil) {
    PgParams params;
    params.addInt2(numberOf(provider));
    params.addInt8(node.value);
    params.addInt8(now.micros);
    params.addInt8(leaseUntil.micros);
    const auto rows = ask(
        "INSERT INTO reconciliation AS r (provider, epoch, node_id, lease_until, done_until, "
        "from_at, until_at, begun_at, stage, position, listed, not_ours, compared, breaks) "
        "VALUES ($1, 1, $2, $4, 0, 0, 0, 0, 0, '', 0, 0, 0, 0) "
        "ON CONFLICT (provider) DO UPDATE SET epoch = r.epoch + 1, node_id = $2, lease_until = $4 "
        "WHERE r.lease_until <= $3 OR r.node_id = $2 "
        "RETURNING r.epoch, r.done_until, r.from_at, r.until_at, r.begun_at, r.stage, r.position, "
        "r.listed, r.not_ours, r.compared, r.breaks",
        params, "claim a provider's reconciliation");
    if (!rows) return tl::make_unexpected(rows.error());
    if (rows->count() == 0) return std::nullopt;
    ReconcileProgress out;
    out.provider = provider;
    out.epoch = rows->number(0, 0);
    out.doneUntil.micros = rows->number(0, 1);
    out.from.micros = rows->number(0, 2);
    out.until.micros = rows->number(0, 3);
    out.begunAt.micros = rows->number(0, 4);
    out.stage = rows->as<ReconcileStage>(0, 5);
    out.position = rows->text(0, 6);
    out.listed = rows->number(0, 7);
    out.notOurs = rows->number(0, 8);
    out.compared = rows->number(0, 9);
    out.breaks = rows->number(0, 10);
    return out;
}

void writeListed(Work& work, engine::ProviderKind provider, const ListedObject& object) {
    PgParams params;
    params.addInt2(numberOf(provider));
    params.addInt8(object.event.value);
    params.addInt2(static_cast<std::int16_t>(object.what));
    params.addText(object.objectId);
    params.addText(object.paymentObjectId);
    params.addInt8(object.subject);
    params.addText(toString(object.currency));
    params.addInt2(static_cast<std::int16_t>(object.state));
    params.addInt2(static_cast<std::int16_t>(object.standing));
    for (const Money& money :
         {object.authorized, object.captured, object.refunded, object.amount}) {
        params.addInt8(money.minor);
    }
    params.addInt8(object.createdAt.micros);
    work.run(
        "INSERT INTO reconciliation_object (provider, about_event, what, object_id, "
        "payment_object_id, subject_id, currency, state, standing, authorized, captured, refunded, "
        "amount, created_at) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) "
        "ON CONFLICT (provider, about_event, what, object_id) DO UPDATE SET state = $8, "
        "standing = $9, authorized = $10, captured = $11, refunded = $12, amount = $13 "
        "RETURNING 1",
        params);
}

Status PostgresReconciliations::save(const ReconcileProgress& progress, Instant leaseUntil,
                                     std::span<const ListedObject> listed) {
    bool ours = true;
    const Status done = transact("save a window of reconciliation", [&](Work& work) {
        PgParams params;
        addClaim(params, progress);
        params.addInt8(leaseUntil.micros);
        params.addInt8(progress.from.micros);
        params.addInt8(progress.until.micros);
        params.addInt8(progress.begunAt.micros);
        params.addInt2(static_cast<std::int16_t>(progress.stage));
        params.addText(progress.position);
        for (const std::int64_t count :
             {progress.listed, progress.notOurs, progress.compared, progress.breaks}) {
            params.addInt8(count);
        }
        const PgRows rows =
            work.run(std::string("UPDATE reconciliation SET lease_until = $3, from_at = $4, "
                                 "until_at = $5, begun_at = $6, stage = $7, position = $8, "
                                 "listed = $9, not_ours = $10, compared = $11, breaks = $12") +
                         kStillOurs,
                     params);
        ours = !work.good() || rows.affected() == 1;
        if (!ours) return work.fail("another node is at it");
        for (const ListedObject& object : listed) writeListed(work, progress.provider, object);
    });
    if (!ours) return claimLost();
    return done;
}

Status PostgresReconciliations::finish(const ReconcileProgress& progress, Instant now) {
    bool ours = true;
    const Status done = transact("finish a window of reconciliation", [&](Work& work) {
        PgParams params;
        addClaim(params, progress);
        const PgRows rows = work.run(
            std::string("UPDATE reconciliation SET lease_until = 0, done_until = until_at, "
                        "stage = 0, position = ''") +
                kStillOurs,
            params);
        ours = !work.good() || rows.affected() == 1;
        if (!ours) return work.fail("another node is at it");
        PgParams window;
        window.addInt2(numberOf(progress.provider));
        for (const Instant& at : {progress.until, progress.from, progress.begunAt, now}) {
            window.addInt8(at.micros);
        }
        for (const std::int64_t count :
             {progress.listed, progress.notOurs, progress.compared, progress.breaks}) {
            window.addInt8(count);
        }
        work.run(
            "INSERT INTO reconciliation_window (provider, until_at, from_at, begun_at, "
            "finished_at, listed, not_ours, compared, breaks) "
            "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING 1",
            window);
        PgParams provider;
        provider.addInt2(numberOf(progress.provider));
        work.run("DELETE FROM reconciliation_object WHERE provider = $1", provider);
    });
    if (!ours) return claimLost();
    return done;
}

Result<std::vector<EventId>> PostgresReconciliations::eventsToCompare(engine::ProviderKind provider,
                                                                      Instant since, EventId after,
                                                                      std::int32_t limit) {
    PgParams params;
    params.addInt2(numberOf(provider));
    params.addInt8(since.micros);
    params.addInt8(after.value);
    params.addInt4(limit);
    const auto rows =
        ask("SELECT event_id FROM event_owner WHERE last_time >= $2 AND event_id > $3 "
            "UNION SELECT about_event FROM reconciliation_object "
            "WHERE provider = $1 AND about_event > $3 ORDER BY 1 LIMIT $4",
            params, "find events to reconcile");
    if (!rows) return tl::make_unexpected(rows.error());
    std::vector<EventId> out;
    for (int i = 0; i < rows->count(); ++i) out.emplace_back(rows->number(i, 0));
    return out;
}

Result<std::vector<ListedObject>> PostgresReconciliations::listedOf(engine::ProviderKind provider,
                                                                    EventId event) {
    PgParams params;
    params.addInt2(numberOf(provider));
    params.addInt8(event.value);
    const auto rows =
        ask("SELECT what, object_id, payment_object_id, subject_id, currency, state, standing, "
            "authorized, captured, refunded, amount, created_at FROM reconciliation_object "
            "WHERE provider = $1 AND about_event = $2 ORDER BY created_at, object_id",
            params, "read what a provider listed");
    if (!rows) return tl::make_unexpected(rows.error());
    std::vector<ListedObject> out;
    for (int i = 0; i < rows->count(); ++i) {
        ListedObject& object = out.emplace_back();
        object.what = rows->as<ListedObject::What>(i, 0);
        object.objectId = rows->text(i, 1);
        object.paymentObjectId = rows->text(i, 2);
        object.event = event;
        object.subject = rows->number(i, 3);
        object.currency = parseCurrency(rows->bytes(i, 4)).value_or(Currency{});
        object.state = rows->as<engine::ObjectState>(i, 5);
        object.standing = rows->as<engine::RefundStanding>(i, 6);
        object.authorized.minor = rows->number(i, 7);
        object.captured.minor = rows->number(i, 8);
        object.refunded.minor = rows->number(i, 9);
        object.amount.minor = rows->number(i, 10);
        object.createdAt.micros = rows->number(i, 11);
    }
    return out;
}

Result<OwnSide> PostgresReconciliations::readOwn(const OwnQuery& query) {
    return readOwnSide(asking(), query);
}

Status PostgresReconciliations::record(std::span<const Break> breaks, Instant now) {
    if (breaks.empty()) return {};
    return transact("record breaks", [&](Work& work) {
        for (const Break& one : breaks) writeBreak(work, one, now);
    });
}

Result<bool> PostgresReconciliations::resolve(EventId event, std::int64_t id, Instant now,
                                              const std::string& how) {
    if (how.empty() || how.size() > kHowMax) return failure("a resolution has 1 to 500 bytes");
    PgParams params;
    params.addInt8(event.value);
    params.addInt8(id);
    params.addInt8(now.micros);
    params.addText(how);
    params.addInt8(Instant::never().micros);
    const auto rows =
        ask("UPDATE payment_break SET resolved_at = $3, resolution = $4 "
            "WHERE event_id = $1 AND break_id = $2 AND resolved_at = $5 RETURNING 1",
            params, "resolve a break");
    if (!rows) return tl::make_unexpected(rows.error());
    return rows->count() == 1;
}

Result<std::vector<BreakRow>> PostgresReconciliations::listBreaks(const BreakQuery& query) {
    return readBreaks(asking(), query);
}

}  // namespace

const char* nameOf(BreakKind kind) {
    switch (kind) {
        case BreakKind::UnknownObject:
            return "unknown_object";
        case BreakKind::AmountDiffers:
            return "amount_differs";
        case BreakKind::CurrencyDiffers:
            return "currency_differs";
        case BreakKind::CapturedDiffers:
            return "captured_differs";
        case BreakKind::RefundedDiffers:
            return "refunded_differs";
        case BreakKind::AuthorizedWhenOver:
            return "authorized_when_over";
        case BreakKind::CapturedWhenOver:
            return "captured_when_over";
        case BreakKind::MissingObject:
            return "missing_object";
        case BreakKind::UnknownRefund:
            return "unknown_refund";
        case BreakKind::RefundMissing:
            return "refund_missing";
        case BreakKind::RefundFailed:
            return "refund_failed";
        case BreakKind::RefundAmount:
            return "refund_amount";
        case BreakKind::DuplicateObject:
            return "duplicate_object";
        case BreakKind::DuplicateCapture:
            return "duplicate_capture";
    }
    return "unknown";
}

std::unique_ptr<Reconciliations> makePostgresReconciliations(PostgresOptions options) {
    return std::make_unique<PostgresReconciliations>(std::move(options));
}

}  // namespace tessera::store
