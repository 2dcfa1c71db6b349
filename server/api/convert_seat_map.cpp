// SPDX-License-Identifier: Apache-2.0
#include "server/api/convert_seat_map.h"

#include <zlib.h>

#include "server/api/convert_common.h"
#include "server/api/json_writer.h"
#include "server/api/rest_call.h"
#include "shared/base/check.h"

namespace tessera::api {
namespace {

using stream::Encoded;
using stream::SeatMapDelta;
using stream::SeatMapState;

constexpr std::size_t kFactsMax = 10'000;
constexpr int kGzipLevel =
    1;  // Ten times a second: four times smaller at a tenth of level 9's cost.

stream::Bytes shared(std::string text) {
    return std::make_shared<const std::string>(std::move(text));
}

void addArea(v1::AreaAvailability* out, std::size_t area, std::int32_t free,
             const SeatMapFacts& facts) {
    out->set_area_no(static_cast<std::int32_t>(area));
    out->set_available(free);
    if (area < facts.capacities.size()) out->set_capacity(facts.capacities[area]);
}

// Neighbouring numbers with one status as one run.
void fillRuns(const SeatMapDelta& delta, v1::SeatMapDelta& out) {
    v1::SeatRun* run = nullptr;
    for (const auto& [seat, status] : delta.seats) {
        const bool follows = run != nullptr && run->status() == status &&
                             run->first_seat_no() + run->count() == seat.value;
        if (follows) {
            run->set_count(run->count() + 1);
            continue;
        }
        run = out.add_runs();
        run->set_first_seat_no(seat.value);
        run->set_count(1);
        run->set_status(static_cast<v1::SeatStatus>(status));
    }
}

}  // namespace

SeatMapEncoder::SeatMapEncoder(std::function<Instant()> serverTime)
    : serverTime_(std::move(serverTime)) {}

void SeatMapEncoder::learn(EventId event, SeatMapFacts facts) {
    const std::unique_lock lock(mutex_);
    if (facts_.size() >= kFactsMax && !facts_.contains(event)) facts_.erase(facts_.begin());
    facts_[event] = std::move(facts);
}

SeatMapFacts SeatMapEncoder::factsOf(EventId event) const {
    const std::shared_lock lock(mutex_);
    const auto found = facts_.find(event);
    return found == facts_.end() ? SeatMapFacts{} : found->second;
}

void SeatMapEncoder::fillMap(EventId event, const SeatMapState& state, v1::SeatMap& map) const {
    const auto facts = factsOf(event);
    map.set_event(encodePublicId(event.value));
    if (facts.layout) map.set_layout(encodePublicId(facts.layout.value));
    map.set_revision(state.revision);
    map.set_statuses(state.seats.data(), state.seats.size());
    for (std::size_t i = 0; i < state.areaFree.size(); ++i) {
        addArea(map.add_areas(), i, state.areaFree[i], facts);
    }
    setTime(map.mutable_server_time(), serverTime_());
}

Encoded SeatMapEncoder::snapshot(EventId event, const SeatMapState& state) const {
    v1::SeatMap map;
    fillMap(event, state, map);
    Encoded out;
    out.revision = state.revision;
    out.grpc = shared(map.SerializeAsString());
    out.json = shared(toJson(map));
    out.jsonGzip = gzipped(*out.json, kGzipLevel);
    return out;
}

Encoded SeatMapEncoder::update(const v1::SeatMapUpdate& message) const {
    Encoded out;
    out.revision = message.revision();
    out.grpc = shared(message.SerializeAsString());
    out.json = shared(sseEvent(std::to_string(message.revision()), "", toJson(message)));
    return out;
}

Encoded SeatMapEncoder::streamSnapshot(EventId event, const SeatMapState& state) const {
    v1::SeatMapUpdate message;
    message.set_revision(state.revision);
    fillMap(event, state, *message.mutable_snapshot());
    *message.mutable_server_time() = message.snapshot().server_time();
    return update(message);
}

Encoded SeatMapEncoder::delta(EventId event, const SeatMapDelta& delta) const {
    const auto facts = factsOf(event);
    v1::SeatMapUpdate message;
    message.set_revision(delta.revision);
    auto* change = message.mutable_delta();
    change->set_from_revision(delta.fromRevision);
    fillRuns(delta, *change);
    for (const auto& [area, free] : delta.areas) {
        addArea(change->add_areas(), static_cast<std::size_t>(area.value), free, facts);
    }
    setTime(message.mutable_server_time(), serverTime_());
    return update(message);
}

stream::Bytes gzipped(const std::string& text, int level) {
    z_stream z{};
    // 15 + 16: the largest window, with gzip's frame.
    if (deflateInit2(&z, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) return nullptr;
    TESSERA_CHECK(text.size() < UINT32_MAX);
    std::string out(deflateBound(&z, static_cast<uLong>(text.size())), '\0');
    // zlib takes a pointer to non-const and does not write there.
    z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    z.avail_in = static_cast<uInt>(text.size());
    z.next_out = reinterpret_cast<Bytef*>(out.data());
    z.avail_out = static_cast<uInt>(out.size());
    const int result = deflate(&z, Z_FINISH);
    out.resize(z.total_out);
    deflateEnd(&z);
    return result == Z_STREAM_END ? shared(std::move(out)) : nullptr;
}

}  // namespace tessera::api
