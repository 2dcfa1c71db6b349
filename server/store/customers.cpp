// SPDX-License-Identifier: Apache-2.0
#include "server/store/customers.h"

#include <utility>

#include "server/store/folded_text.h"
#include "server/store/limits.h"
#include "server/store/pg_work.h"
#include "server/store/search_words.h"
#include "server/store/trail_writer.h"

namespace tessera::store {
namespace {

using std::chrono::steady_clock;

// Beginnings of words say little to the planner: the index finds them.
constexpr const char* kSession = "-c jit=off -c lock_timeout=3s -c enable_seqscan=off";

constexpr const char* kFind =
    "SELECT customer_id, name, email, phone, language, note, organisation, trusted, version "
    "FROM (SELECT * FROM customer WHERE words @@ $1::tsquery AND NOT erased LIMIT 500) AS c "
    "ORDER BY name, customer_id LIMIT $2";

constexpr const char* kRead =
    "SELECT customer_id, name, email, phone, language, note, organisation, trusted, version "
    "FROM customer WHERE customer_id = $1 AND NOT erased";

constexpr const char* kRemember =
    "INSERT INTO customer_request (request_id, fingerprint, customer_id, at) "
    "VALUES ($1, $2, $3, $4) ON CONFLICT (request_id) DO NOTHING";

constexpr const char* kRemembered =
    "SELECT fingerprint, customer_id FROM customer_request WHERE request_id = $1";

constexpr const char* kAdd =
    "INSERT INTO customer (customer_id, name, email, phone, language, note, organisation, trusted, "
    "version, person_key, words, erased) VALUES ($1, $2, $3, $4, $5, $6, $7, $8 AND $12, "
    "1 + 0 * $9, $10, "
    "array_to_tsvector(string_to_array($11, ' ')), false)";

constexpr const char* kChange =
    "UPDATE customer SET name = $2, email = $3, phone = $4, language = $5, note = $6, "
    "organisation = $7, trusted = $8, version = version + 1, person_key = $10, "
    "words = array_to_tsvector(string_to_array($11, ' ')) "
    "WHERE customer_id = $1 AND version = $9 AND NOT erased AND ($12 OR trusted = $8)";

constexpr const char* kPrune = "DELETE FROM customer_request WHERE at < $1";

SteadyTime inTime() {
    return steady_clock::now() + std::chrono::microseconds(kCallDeadline.micros);
}

CustomerRow customerAt(const PgRows& rows, int i) {
    CustomerRow row;
    row.id = CustomerId{rows.number(i, 0)};
    row.name = rows.text(i, 1);
    row.email = rows.text(i, 2);
    row.phone = rows.text(i, 3);
    row.language = rows.text(i, 4);
    row.note = rows.text(i, 5);
    row.organisation = rows.text(i, 6);
    row.trusted = rows.number(i, 7) != 0;
    row.version = rows.as<std::int32_t>(i, 8);
    return row;
}

PgParams paramsOf(const CustomerSave& wish) {
    const CustomerRow& row = wish.row;
    PgParams params;
    params.addInt8(row.id.value);
    params.addText(row.name);
    params.addText(row.email);
    params.addText(row.phone);
    params.addText(row.language);
    params.addText(row.note);
    params.addText(row.organisation);
    params.addBool(row.trusted);
    params.addInt4(row.version);
    params.add(PgType::Bytea, wish.key.empty() ? std::nullopt : std::optional(wish.key));
    params.addText(buyerWords(row.name + ' ' + row.organisation, row.email, row.phone));
    params.addBool(wish.mayTrust);
    return params;
}

PgParams idOf(CustomerId id) {
    PgParams params;
    params.addInt8(id.value);
    return params;
}

PgParams requestOf(const RequestId& id) {
    PgParams params;
    params.addBytes(PgType::Uuid, id.bytes);
    return params;
}

// The outcome of an id that came before, and whose customer it made or changed.
CustomerOutcome repeated(Work& work, const CustomerSave& wish, CustomerId& id) {
    const PgRows known = work.run(kRemembered, requestOf(wish.request));
    if (!work.good() || known.count() == 0) return CustomerOutcome::Reused;
    id = CustomerId{known.number(0, 1)};
    return known.number(0, 0) == wish.fingerprint.value ? CustomerOutcome::Done
                                                        : CustomerOutcome::Reused;
}

CustomerOutcome write(Work& work, const CustomerSave& wish) {
    const PgRows written = work.run(wish.isNew ? kAdd : kChange, paramsOf(wish));
    if (!work.good()) return CustomerOutcome::Done;
    if (written.affected() == 0) {
        const PgRows now = work.run(kRead, idOf(wish.row.id));
        if (!work.good() || now.count() == 0) return CustomerOutcome::Unknown;
        const bool same = customerAt(now, 0).version == wish.row.version;
        return same ? CustomerOutcome::Trust : CustomerOutcome::Changed;
    }
    TrailRow what = wish.what;
    what.action = "save_customer";
    what.subject = wish.row.id.value;
    writeTrail(work, std::move(what));
    return CustomerOutcome::Done;
}

}  // namespace

Customers::Customers(const std::string& conninfo, std::size_t connections)
    : pool_(conninfo, kSession, connections) {}

Result<std::vector<CustomerRow>> Customers::find(const std::string& text) {
    std::vector<CustomerRow> found;
    const std::string words = buyerQuery(text);
    if (words.empty()) return found;
    const auto deadline = inTime();
    auto lease = pool_.lease(deadline);
    if (!lease) return tl::make_unexpected(lease.error());
    PgParams params;
    params.addText(words);
    params.addInt4(kCustomersFound);
    const auto rows = (*lease)->query(kFind, params, deadline);
    if (!rows) return tl::make_unexpected(errorOf(rows.error(), "find customers"));
    for (int i = 0; i < rows->count(); ++i) found.push_back(customerAt(*rows, i));
    return found;
}

Result<std::optional<bool>> Customers::trusts(CustomerId id) {
    const auto deadline = inTime();
    auto lease = pool_.lease(deadline);
    if (!lease) return tl::make_unexpected(lease.error());
    const auto rows = (*lease)->query(kRead, idOf(id), deadline);
    if (!rows) return tl::make_unexpected(errorOf(rows.error(), "read a customer"));
    if (rows->count() == 0) return std::optional<bool>();
    return std::optional(customerAt(*rows, 0).trusted);
}

Result<CustomerSaved> Customers::save(const CustomerSave& wish) {
    auto lease = pool_.lease(inTime());
    if (!lease) return tl::make_unexpected(lease.error());
    Work work(**lease, "save a customer");
    PgParams remember = requestOf(wish.request);
    remember.addInt8(wish.fingerprint.value);
    remember.addInt8(wish.row.id.value);
    remember.addInt8(wish.what.at.micros);
    const PgRows first = work.run(kRemember, remember);
    CustomerSaved saved;
    CustomerId id = wish.row.id;
    const bool isFirst = work.good() && first.affected() == 1;
    if (work.good()) saved.outcome = isFirst ? write(work, wish) : repeated(work, wish, id);
    if (work.good() && saved.outcome == CustomerOutcome::Done) {
        const PgRows now = work.run(kRead, idOf(id));
        if (work.good() && now.count() == 0) saved.outcome = CustomerOutcome::Unknown;
        if (work.good() && now.count() == 1) saved.row = customerAt(now, 0);
    }
    const bool refused = work.good() && saved.outcome != CustomerOutcome::Done;
    if (refused) work.fail("refused");
    const Status ended = work.end();
    if (!ended && !refused) return tl::make_unexpected(ended.error());
    return saved;
}

Result<std::int64_t> Customers::prune(Instant now) {
    const auto deadline = inTime();
    auto lease = pool_.lease(deadline);
    if (!lease) return tl::make_unexpected(lease.error());
    PgParams params;
    params.addInt8((now - kCustomerRequestsKept).micros);
    const auto gone = (*lease)->query(kPrune, params, deadline);
    if (!gone) return tl::make_unexpected(errorOf(gone.error(), "let old requests go"));
    return gone->affected();
}

}  // namespace tessera::store
