// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/node/sim_encoder.h"

#include <cstring>
#include <utility>

#include "shared/base/check.h"

namespace tessera::simulation {
namespace {

using Words = std::vector<std::int64_t>;

constexpr std::int64_t kSnapshot = 1;
constexpr std::int64_t kDelta = 2;

stream::Bytes pack(const Words& words) {
    std::string bytes(words.size() * sizeof(std::int64_t), '\0');
    std::memcpy(bytes.data(), words.data(), bytes.size());
    return std::make_shared<const std::string>(std::move(bytes));
}

Words unpack(const std::string& bytes) {
    Words words(bytes.size() / sizeof(std::int64_t));
    std::memcpy(words.data(), bytes.data(), bytes.size());
    return words;
}

}  // namespace

stream::Encoded SimEncoder::snapshot(EventId, const stream::SeatMapState& state) const {
    Words words{kSnapshot, state.revision, static_cast<std::int64_t>(state.seats.size())};
    for (const std::uint8_t seat : state.seats) words.push_back(seat);
    for (const std::int32_t free : state.areaFree) words.push_back(free);
    const auto bytes = pack(words);
    return {state.revision, bytes, bytes, {}};
}

stream::Encoded SimEncoder::streamSnapshot(EventId event, const stream::SeatMapState& state) const {
    return snapshot(event, state);
}

stream::Encoded SimEncoder::delta(EventId, const stream::SeatMapDelta& delta) const {
    Words words{kDelta, delta.revision, delta.fromRevision,
                static_cast<std::int64_t>(delta.seats.size())};
    for (const auto& [seat, status] : delta.seats) {
        words.push_back(seat.value);
        words.push_back(status);
    }
    for (const auto& [area, free] : delta.areas) {
        words.push_back(area.value);
        words.push_back(free);
    }
    const auto bytes = pack(words);
    return {delta.revision, bytes, bytes, {}};
}

bool applyMessage(const stream::Bytes& message, stream::SeatMapState& map) {
    const Words words = unpack(*message);
    TESSERA_CHECK(words.size() >= 3);
    if (words[0] == kSnapshot) {
        const auto seats = static_cast<std::size_t>(words[2]);
        map.revision = words[1];
        map.seats.assign(seats, 0);
        for (std::size_t i = 0; i < seats; ++i) {
            map.seats[i] = static_cast<std::uint8_t>(words[3 + i]);
        }
        map.areaFree.clear();
        for (std::size_t i = 3 + seats; i < words.size(); ++i) {
            map.areaFree.push_back(static_cast<std::int32_t>(words[i]));
        }
        return true;
    }
    if (words[2] != map.revision) return false;
    map.revision = words[1];
    const auto seats = static_cast<std::size_t>(words[3]);
    for (std::size_t i = 0; i < seats; ++i) {
        const auto seat = static_cast<std::size_t>(words[4 + 2 * i]);
        map.seats.at(seat) = static_cast<std::uint8_t>(words[5 + 2 * i]);
    }
    for (std::size_t i = 4 + 2 * seats; i + 1 < words.size(); i += 2) {
        map.areaFree.at(static_cast<std::size_t>(words[i])) =
            static_cast<std::int32_t>(words[i + 1]);
    }
    return true;
}

}  // namespace tessera::simulation
