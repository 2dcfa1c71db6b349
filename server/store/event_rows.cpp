// SPDX-License-Identifier: Apache-2.0
#include "server/store/event_rows.h"

#include <algorithm>
#include <utility>

#include "server/store/terms_codec.h"

namespace tessera::store {
namespace {

// Copies a value of exactly N bytes.
template <std::size_t N>
bool copyBytes(std::string_view from, std::array<std::uint8_t, N>& to) {
    if (from.size() != N) return false;
    std::copy(from.begin(), from.end(), reinterpret_cast<char*>(to.data()));
    return true;
}

// A null array is an empty one.
std::optional<std::vector<std::int64_t>> intsAt(const PgRows& rows, int row, int column) {
    if (rows.isNull(row, column)) return std::vector<std::int64_t>{};
    return readIntArray(rows.bytes(row, column));
}

bool readPlaces(const PgRows& rows, int row, engine::ReservationRow& out) {
    const auto seats = intsAt(rows, row, 14);
    const auto types = intsAt(rows, row, 15);
    const auto places = intsAt(rows, row, 16);
    if (!seats || !types || !places || places->size() % 3 != 0) return false;
    if (!types->empty() && types->size() != seats->size()) return false;
    for (std::size_t i = 0; i < seats->size(); ++i) {
        const std::int64_t type = types->empty() ? 0 : (*types)[i];
        out.seats.push_back({SeatNo{static_cast<std::int32_t>((*seats)[i])},
                             TicketTypeNo{static_cast<std::int16_t>(type)}});
    }
    for (std::size_t i = 0; i < places->size(); i += 3) {
        out.areas.push_back({AreaNo{static_cast<std::int16_t>((*places)[i])},
                             TicketTypeNo{static_cast<std::int16_t>((*places)[i + 1])},
                             static_cast<std::int32_t>((*places)[i + 2])});
    }
    return true;
}

}  // namespace

RequestId requestIdAt(const PgRows& rows, int row, int column) {
    RequestId id;
    TESSERA_CHECK(copyBytes(rows.bytes(row, column), id.bytes));  // A uuid has 16 bytes.
    return id;
}

Result<engine::ReservationRow> reservationAt(const PgRows& rows, int row) {
    engine::ReservationRow out;
    out.id = ReservationId{rows.number(row, 0)};
    out.request = requestIdAt(rows, row, 1);
    out.fingerprint = Fingerprint{rows.number(row, 2)};
    out.createdAt.micros = rows.number(row, 3);
    out.total.minor = rows.number(row, 4);
    out.expiresAt.micros = rows.number(row, 5);
    out.extended.micros = rows.number(row, 6);
    out.termsVersion = rows.as<std::int32_t>(row, 7);
    out.channel = rows.as<engine::Channel>(row, 8);
    out.state = rows.as<engine::ReservationState>(row, 9);
    out.reason = rows.as<engine::ReleaseReason>(row, 10);
    out.code = CodeId{rows.number(row, 11)};
    out.order = OrderId{rows.number(row, 12)};
    if (!copyBytes(rows.bytes(row, 13), out.buyer.bytes) || !readPlaces(rows, row, out)) {
        return failure("a row of reservation is malformed");
    }
    if (rows.isNull(row, 17)) return out;
    auto adjustments = decodeAdjustments(rows.bytes(row, 17));
    if (!adjustments) return tl::make_unexpected(adjustments.error());
    out.adjustments = std::move(*adjustments);
    return out;
}

engine::TicketRow ticketAt(const PgRows& rows, int row) {
    engine::TicketRow out;
    out.id = TicketId{rows.number(row, 0)};
    out.order = OrderId{rows.number(row, 1)};
    if (!rows.isNull(row, 2)) out.seat = SeatNo{rows.as<std::int32_t>(row, 2)};
    if (!rows.isNull(row, 3)) out.area = AreaNo{rows.as<std::int16_t>(row, 3)};
    out.type = TicketTypeNo{rows.as<std::int16_t>(row, 4)};
    out.state = rows.as<engine::TicketState>(row, 5);
    out.price.minor = rows.number(row, 6);
    out.refund = RefundId{rows.number(row, 7)};
    out.exchange = OrderId{rows.number(row, 8)};
    out.offer = engine::TransferId{rows.number(row, 9)};
    out.transfer = engine::TransferId{rows.number(row, 10)};
    out.replaces = TicketId{rows.number(row, 11)};
    out.offerUntil.micros = rows.number(row, 12);
    return out;
}

engine::TenderRow tenderAt(const PgRows& rows, int row) {
    return {TenderId{rows.number(row, 0)},
            OrderId{rows.number(row, 1)},
            rows.as<engine::TenderKind>(row, 2),
            rows.as<engine::ProviderKind>(row, 3),
            Money{rows.number(row, 4)},
            Instant{rows.number(row, 5)},
            rows.text(row, 6)};
}

engine::AttemptRow attemptAt(const PgRows& rows, int row) {
    return {AttemptId{rows.number(row, 0)},       OrderId{rows.number(row, 1)},
            TenderId{rows.number(row, 2)},        rows.as<engine::AttemptState>(row, 3),
            Money{rows.number(row, 4)},           Instant{rows.number(row, 5)},
            rows.as<engine::ProviderKind>(row, 6)};
}

engine::AttemptUpdate attemptFactsAt(const PgRows& rows, int row) {
    engine::AttemptUpdate out;
    out.id = AttemptId{rows.number(row, 0)};
    out.order = OrderId{rows.number(row, 1)};
    out.from = out.to = rows.as<engine::AttemptState>(row, 3);
    out.authorized.minor = rows.number(row, 7);
    out.captured.minor = rows.number(row, 8);
    out.refunded.minor = rows.number(row, 9);
    out.captureBefore.micros = rows.number(row, 10);
    out.objectId = rows.text(row, 11);
    out.clientSecret = rows.text(row, 12);
    out.evidence = rows.text(row, 13);
    out.attemptTry = rows.as<std::int32_t>(row, 14);
    out.cardLast4 = rows.text(row, 15);
    return out;
}

engine::RefundRow refundAt(const PgRows& rows, int row) {
    return {RefundId{rows.number(row, 0)},
            RefundId{rows.number(row, 1)},
            OrderId{rows.number(row, 2)},
            AttemptId{rows.number(row, 3)},
            rows.as<engine::RefundReason>(row, 4),
            rows.as<engine::RefundState>(row, 5),
            Money{rows.number(row, 6)},
            Money{rows.number(row, 7)},
            Instant{rows.number(row, 8)}};
}

engine::RefundUpdate refundFactsAt(const PgRows& rows, int row) {
    engine::RefundUpdate out;
    out.id = RefundId{rows.number(row, 0)};
    out.order = OrderId{rows.number(row, 2)};
    out.from = out.to = rows.as<engine::RefundState>(row, 5);
    out.attemptTry = rows.as<std::int32_t>(row, 9);
    out.objectId = rows.text(row, 10);
    out.evidence = rows.text(row, 11);
    return out;
}

Result<engine::Code> codeAt(const PgRows& rows, int row) {
    engine::Code out;
    out.id = CodeId{rows.number(row, 0)};
    out.text = rows.text(row, 1);
    out.discount = rows.as<engine::DiscountKind>(row, 2);
    out.rate.ppm = rows.as<std::int32_t>(row, 3);
    out.amount.minor = rows.number(row, 4);
    out.usesMax = rows.as<std::int32_t>(row, 5);
    out.uses = rows.as<std::int32_t>(row, 6);
    out.validFrom.micros = rows.number(row, 7);
    out.validUntil.micros = rows.number(row, 8);
    out.opensPresale = rows.number(row, 9) != 0;
    out.unlocks = AllocationNo{rows.as<std::int16_t>(row, 10)};
    const auto categories = intsAt(rows, row, 11);
    if (!categories) return failure("a row of code is malformed");
    for (const std::int64_t category : *categories) {
        out.categories.push_back(CategoryNo{static_cast<std::int16_t>(category)});
    }
    return out;
}

engine::OutboxRow outboxAt(const PgRows& rows, int row) {
    engine::OutboxRow out;
    out.seq = OutboxSeq{rows.number(row, 0)};
    out.order = OrderId{rows.number(row, 1)};
    out.attempt = AttemptId{rows.number(row, 2)};
    out.operation = rows.as<engine::Operation>(row, 3);
    out.attemptTry = rows.as<std::int32_t>(row, 4);
    out.failures = rows.as<std::int32_t>(row, 5);
    out.notBefore.micros = rows.number(row, 6);
    out.amount.minor = rows.number(row, 7);
    out.objectId = rows.text(row, 8);
    out.provider = rows.as<engine::ProviderKind>(row, 9);
    out.refund = RefundId{rows.number(row, 10)};
    out.payload = rows.text(row, 11);
    return out;
}

TrailHash trailHashAt(const PgRows& rows, int row, int column) {
    TrailHash hash{};
    const std::string_view bytes = rows.bytes(row, column);
    std::copy_n(bytes.begin(), std::min(bytes.size(), hash.size()), hash.begin());
    return hash;
}

}  // namespace tessera::store
