// SPDX-License-Identifier: Apache-2.0
#include "server/store/gift_cards.h"

#include <algorithm>

#include "server/runtime/secrets.h"
#include "server/store/gift_card_code.h"
#include "server/store/limits.h"
#include "server/store/pg_connection.h"
#include "shared/base/encoding.h"

namespace tessera::store {
namespace {

using std::chrono::steady_clock;

// Who holds a card's row keeps others of this card alone; the call is asked again.
constexpr const char* kSession = "-c jit=off -c lock_timeout=3s";
constexpr std::size_t kNoteBytesMax = 200;

constexpr const char* kFind =
    "SELECT card_id, currency, issued, balance, created_at, expires_at, note, code_hash "
    "FROM gift_card WHERE card_id = $1";

constexpr const char* kIssue =
    "WITH clock AS (SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS now), "
    "card AS (INSERT INTO gift_card (card_id, currency, code_hash, issued, balance, entries, "
    "created_at, expires_at, note) "
    "SELECT $1, $2, $3, $4, $4, 1, now, $5, $6 FROM clock RETURNING card_id, created_at) "
    "INSERT INTO gift_card_entry (card_id, entry_no, key, kind, amount, captured, for_event, "
    "attempt_id, refund_id, at) SELECT card_id, 1, 'issued', 1, $4, 0, 0, 0, 0, created_at "
    "FROM card";

constexpr const char* kEntries =
    "SELECT kind, key, amount, captured, for_event, attempt_id, refund_id, at FROM "
    "(SELECT * FROM gift_card_entry WHERE card_id = $1 ORDER BY entry_no DESC LIMIT $2) AS latest "
    "ORDER BY entry_no";

constexpr const char* kMove =
    "SELECT m[1], m[2], m[3], m[4], m[5], m[6], m[7] "
    "FROM gift_card_move($1, $2, $3, $4, $5, $6, $7, $8) AS m";

constexpr const char* kStanding =
    "SELECT 0::bigint, s[1], s[2], s[3], s[4], s[5], s[6] "
    "FROM gift_card_standing($1, $2, $3, $4) AS s";

GiftCard cardAt(const PgRows& rows, int i) {
    GiftCard card;
    card.id = GiftCardId{rows.number(i, 0)};
    card.currency = parseCurrency(rows.text(i, 1)).value_or(Currency{});
    card.issued = Money{rows.number(i, 2)};
    card.balance = Money{rows.number(i, 3)};
    card.createdAt = Instant{rows.number(i, 4)};
    card.expiresAt = Instant{rows.number(i, 5)};
    card.note = rows.text(i, 6);
    return card;
}

GiftCardEntry entryAt(const PgRows& rows, int i) {
    GiftCardEntry entry;
    entry.kind = rows.as<GiftCardEntryKind>(i, 0);
    entry.key = rows.text(i, 1);
    entry.amount = Money{rows.number(i, 2)};
    entry.captured = Money{rows.number(i, 3)};
    entry.event = EventId{rows.number(i, 4)};
    entry.attempt = AttemptId{rows.number(i, 5)};
    entry.refund = RefundId{rows.number(i, 6)};
    entry.at = Instant{rows.number(i, 7)};
    return entry;
}

GiftCardStanding standingAt(const PgRows& rows, int i) {
    GiftCardStanding standing;
    standing.outcome = rows.as<GiftCardOutcome>(i, 0);
    standing.held = rows.number(i, 1) != 0;
    standing.released = rows.number(i, 2) != 0;
    standing.authorized = Money{rows.number(i, 3)};
    standing.captured = Money{rows.number(i, 4)};
    standing.refunded = Money{rows.number(i, 5)};
    standing.refundDone = rows.number(i, 6) != 0;
    return standing;
}

class PostgresGiftCards final : public GiftCards {
public:
    PostgresGiftCards(const std::string& conninfo, std::size_t connections)
        : pool_(conninfo, kSession, connections) {}

    Result<IssuedGiftCard> issue(const NewGiftCard& card) override;
    Result<std::optional<GiftCard>> findByCode(std::string_view code) override;
    Result<std::optional<GiftCard>> find(GiftCardId id) override;
    Result<std::vector<GiftCardEntry>> entries(GiftCardId id, std::int32_t limit) override;
    Result<GiftCardStanding> move(const GiftCardMove& move) override;
    Result<GiftCardStanding> standing(GiftCardId card, EventId event, AttemptId attempt,
                                      RefundId refund) override;

private:
    Result<PgRows> ask(const std::string& sql, const PgParams& params, const std::string& tried);

    PgPool pool_;
};

Result<PgRows> PostgresGiftCards::ask(const std::string& sql, const PgParams& params,
                                      const std::string& tried) {
    const auto deadline = steady_clock::now() + std::chrono::microseconds(kCallDeadline.micros);
    auto lease = pool_.lease(deadline);
    if (!lease) return tl::make_unexpected(lease.error());
    (*lease)->takeWarning();
    auto rows = (*lease)->query(sql, params, deadline);
    if (!rows) return tl::make_unexpected(errorOf(rows.error(), tried));
    if ((*lease)->takeWarning()) {
        // "canceling wait for synchronous replication": here, and perhaps nowhere else.
        return failure(tried + ": committed with a warning", Effect::Unknown);
    }
    return std::move(*rows);
}

Result<IssuedGiftCard> PostgresGiftCards::issue(const NewGiftCard& card) {
    if (card.amount.minor <= 0 || card.note.size() > kNoteBytesMax || !isCleanUtf8(card.note)) {
        return failure("a gift card has an amount over 0 and a note of 200 bytes at most");
    }
    const std::string code = newGiftCardCode();
    const GiftCardId id = giftCardIdOf(code);
    PgParams params;
    params.addInt8(id.value);
    params.addText(toString(card.currency));
    params.add(PgType::Bytea, giftCardHashOf(code));
    params.addInt8(card.amount.minor);
    params.addInt8(card.expiresAt.micros);
    params.addText(card.note);
    if (auto made = ask(kIssue, params, "issue a gift card"); !made) {
        return tl::make_unexpected(made.error());
    }
    return IssuedGiftCard{id, shownGiftCardCode(code)};
}

Result<std::optional<GiftCard>> PostgresGiftCards::findByCode(std::string_view typed) {
    const auto code = meantGiftCardCode(typed);
    if (!code) return std::optional<GiftCard>{};
    PgParams params;
    params.addInt8(giftCardIdOf(*code).value);
    const auto rows = ask(kFind, params, "find a gift card");
    if (!rows) return tl::make_unexpected(rows.error());
    if (rows->count() == 0 ||
        !runtime::equalConstantTime(rows->bytes(0, 7), giftCardHashOf(*code))) {
        return std::optional<GiftCard>{};
    }
    return std::optional(cardAt(*rows, 0));
}

Result<std::optional<GiftCard>> PostgresGiftCards::find(GiftCardId id) {
    PgParams params;
    params.addInt8(id.value);
    const auto rows = ask(kFind, params, "find a gift card");
    if (!rows) return tl::make_unexpected(rows.error());
    if (rows->count() == 0) return std::optional<GiftCard>{};
    return std::optional(cardAt(*rows, 0));
}

Result<std::vector<GiftCardEntry>> PostgresGiftCards::entries(GiftCardId id, std::int32_t limit) {
    PgParams params;
    params.addInt8(id.value);
    params.addInt4(limit);
    const auto rows = ask(kEntries, params, "read a gift card's entries");
    if (!rows) return tl::make_unexpected(rows.error());
    std::vector<GiftCardEntry> entries;
    for (int i = 0; i < rows->count(); ++i) entries.push_back(entryAt(*rows, i));
    return entries;
}

Result<GiftCardStanding> PostgresGiftCards::move(const GiftCardMove& move) {
    PgParams params;
    params.addInt8(move.card.value);
    params.addInt2(static_cast<std::int16_t>(move.kind));
    params.addText(move.key);
    params.addInt8(move.event.value);
    params.addInt8(move.attempt.value);
    params.addInt8(move.refund.value);
    params.addInt8(move.amount.minor);
    params.addText(toString(move.currency));
    const auto rows = ask(kMove, params, "change a gift card");
    if (!rows) return tl::make_unexpected(rows.error());
    return standingAt(*rows, 0);
}

Result<GiftCardStanding> PostgresGiftCards::standing(GiftCardId card, EventId event,
                                                     AttemptId attempt, RefundId refund) {
    PgParams params;
    params.addInt8(card.value);
    params.addInt8(event.value);
    params.addInt8(attempt.value);
    params.addInt8(refund.value);
    const auto rows = ask(kStanding, params, "look at a gift card");
    if (!rows) return tl::make_unexpected(rows.error());
    return standingAt(*rows, 0);
}

}  // namespace

std::unique_ptr<GiftCards> makePostgresGiftCards(const std::string& conninfo,
                                                 std::size_t connections) {
    return std::make_unique<PostgresGiftCards>(conninfo, connections);
}

}  // namespace tessera::store
