// SPDX-License-Identifier: Apache-2.0
#include "server/store/batch_params_staff.h"

#include "server/store/batch_rows.h"
#include "server/store/terms_codec.h"

namespace tessera::store {

void addTrail(PgParams& params, const std::vector<TrailRow>& trail) {
    Int8Matrix rows(8, trail.size());
    ArrayWriter texts(PgType::Text);
    ArrayWriter hashes(PgType::Bytea);
    for (std::size_t i = 0; i < trail.size(); ++i) {
        const TrailRow& t = trail[i];
        setRow(rows, i,
               {t.number, t.at.micros, t.by.value, t.device.value, t.approval.value,
                t.approvedBy.value, t.subject, t.amount.minor});
    }
    for (const TrailRow& t : trail) texts.addBytes(t.action);
    for (const TrailRow& t : trail) texts.addBytes(t.reason);
    for (const TrailRow& t : trail) hashes.addBytes(asText(t.before.data(), t.before.size()));
    for (const TrailRow& t : trail) hashes.addBytes(asText(t.hash.data(), t.hash.size()));
    params.add(PgType::Int8Array, rows.take());
    params.add(PgType::TextArray, texts.take());
    params.add(PgType::ByteaArray, hashes.take());
}

void addReprices(PgParams& params, const engine::Changes& changes) {
    const auto& all = changes.reprices;
    Int8Matrix rows(5, all.size());
    ArrayWriter texts(PgType::Text);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const engine::Reprice& r = all[i];
        setRow(rows, i,
               {r.id.value, r.fromTotal.minor, r.fromCode.value, r.total.minor, r.code.value});
    }
    for (const engine::Reprice& r : all) {
        const auto types = numbersText(
            r.seats, [](const engine::SeatPick& p) { return std::to_string(p.type.value); });
        r.seats.empty() ? texts.addNull() : texts.addBytes(types);
    }
    for (const engine::Reprice& r : all) {
        const auto places = numbersText(r.areas, [](const engine::AreaPlaces& line) {
            return std::to_string(line.area.value) + ',' + std::to_string(line.type.value) + ',' +
                   std::to_string(line.count);
        });
        r.areas.empty() ? texts.addNull() : texts.addBytes(places);
    }
    for (const engine::Reprice& r : all) {
        r.adjustments.empty() ? texts.addNull() : texts.addBytes(encodeAdjustments(r.adjustments));
    }
    params.add(PgType::Int8Array, rows.take());
    params.add(PgType::TextArray, texts.take());
}

void addDesk(PgParams& params, const engine::Changes& changes) {
    Int8Matrix rows(3, changes.desk.size());
    ArrayWriter texts(PgType::Text);
    for (std::size_t i = 0; i < changes.desk.size(); ++i) {
        const engine::DeskChange& c = changes.desk[i];
        setRow(rows, i, {wide(c.kind), c.id, c.at.micros});
        texts.addBytes(c.text);
    }
    params.add(PgType::Int8Array, rows.take());
    params.add(PgType::TextArray, texts.take());
}

}  // namespace tessera::store
