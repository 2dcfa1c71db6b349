// SPDX-License-Identifier: Apache-2.0
#include "server/store/trail_writer.h"

#include <algorithm>

namespace tessera::store {
namespace {

constexpr const char* kLockHead =
    "SELECT number, hash FROM trail_head WHERE event_id = $1 FOR UPDATE";
constexpr const char* kMoveHead =
    "UPDATE trail_head SET number = $2, hash = $3 WHERE event_id = $1";

constexpr const char* kAddTrail =
    "INSERT INTO trail (event_id, number, at, staff_id, device_id, approval_id, approved_by, "
    "action, subject, amount, reason, before, hash) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";

std::string bytesOf(const TrailHash& hash) {
    return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

TrailHash hashAt(const PgRows& rows, int i, int column) {
    TrailHash hash{};
    const std::string_view bytes = rows.bytes(i, column);
    std::copy_n(bytes.begin(), std::min(bytes.size(), hash.size()), hash.begin());
    return hash;
}

PgParams paramsOf(const TrailRow& row) {
    PgParams params;
    params.addInt8(row.event.value);
    params.addInt8(row.number);
    params.addInt8(row.at.micros);
    params.addInt8(row.by.value);
    params.addInt8(row.device.value);
    params.addInt8(row.approval.value);
    params.addInt8(row.approvedBy.value);
    params.addText(row.action);
    params.addInt8(row.subject);
    params.addInt8(row.amount.minor);
    params.addText(row.reason);
    params.add(PgType::Bytea, bytesOf(row.before));
    params.add(PgType::Bytea, bytesOf(row.hash));
    return params;
}

PgParams idOf(std::int64_t id) {
    PgParams params;
    params.addInt8(id);
    return params;
}

}  // namespace

void lockTrail(Work& work) {
    work.run(kLockHead, idOf(0));
}

void writeTrail(Work& work, TrailRow row) {
    const PgRows head = work.run(kLockHead, idOf(0));
    if (!work.good()) return;
    if (head.count() != 1) return work.fail("the trail has no head");
    row.event = {};
    TrailRow last;
    last.number = head.number(0, 0);
    last.hash = hashAt(head, 0, 1);
    chain(row, last.number == 0 ? nullptr : &last);
    work.run(kAddTrail, paramsOf(row));
    PgParams moved = idOf(0);
    moved.addInt8(row.number);
    moved.add(PgType::Bytea, bytesOf(row.hash));
    work.run(kMoveHead, moved);
}

}  // namespace tessera::store
