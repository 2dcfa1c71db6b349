// SPDX-License-Identifier: Apache-2.0
#include "tests/stream/feed_checker.h"

#include <chrono>
#include <sstream>

namespace tessera::stream::test {
namespace {

Bytes bytesOf(const std::ostringstream& text) {
    return std::make_shared<const std::string>(text.str());
}

// "S revision seats areas" then the values.
Encoded encodeState(const SeatMapState& state) {
    std::ostringstream text;
    text << "S " << state.revision << ' ' << state.seats.size() << ' ' << state.areaFree.size();
    for (const auto status : state.seats) text << ' ' << int{status};
    for (const auto free : state.areaFree) text << ' ' << free;
    return {state.revision, bytesOf(text), bytesOf(text), {}};
}

}  // namespace

void CountingEncoder::duringSnapshot(std::function<void()> task) {
    const std::lock_guard lock(mutex_);
    task_ = std::move(task);
}

void CountingEncoder::runTask() const {
    std::function<void()> task;
    {
        const std::lock_guard lock(mutex_);
        task.swap(task_);
    }
    if (task) task();
}

Encoded CountingEncoder::snapshot(EventId, const SeatMapState& state) const {
    ++snapshots;
    runTask();
    return encodeState(state);
}

Encoded CountingEncoder::streamSnapshot(EventId, const SeatMapState& state) const {
    ++streamSnapshots;
    runTask();
    return encodeState(state);
}

// "D from revision seats areas" then pairs.
Encoded CountingEncoder::delta(EventId, const SeatMapDelta& delta) const {
    ++deltas;
    std::ostringstream text;
    text << "D " << delta.fromRevision << ' ' << delta.revision << ' ' << delta.seats.size() << ' '
         << delta.areas.size();
    for (const auto& [seat, status] : delta.seats) text << ' ' << seat.value << ' ' << int{status};
    for (const auto& [area, free] : delta.areas) text << ' ' << area.value << ' ' << free;
    return {delta.revision, bytesOf(text), bytesOf(text), {}};
}

SeatMapState readSnapshot(const std::string& bytes) {
    std::istringstream text(bytes);
    std::string kind;
    std::size_t seats = 0;
    std::size_t areas = 0;
    SeatMapState map;
    text >> kind >> map.revision >> seats >> areas;
    int value = 0;
    while (seats-- > 0 && text >> value) map.seats.push_back(static_cast<std::uint8_t>(value));
    while (areas-- > 0 && text >> value) map.areaFree.push_back(value);
    return map;
}

bool Reader::deliver(const Encoded& message) {
    const std::lock_guard lock(mutex_);
    if (lost_ && fault_.empty()) fault_ = "a message after lost()";
    if (messages_ >= room_) return false;
    ++messages_;
    apply(message);
    changed_.notify_all();
    return true;
}

void Reader::apply(const Encoded& message) {
    if (message.json->starts_with("S ")) {
        ++snapshots_;
        started_ = true;
        map_ = readSnapshot(*message.json);
        return;
    }
    std::istringstream text(*message.json);
    std::string kind;
    std::int64_t from = 0;
    std::int64_t revision = 0;
    std::size_t seats = 0;
    std::size_t areas = 0;
    text >> kind >> from >> revision >> seats >> areas;
    if ((!started_ || from != map_.revision || revision <= from) && fault_.empty()) {
        fault_ = "a delta from " + std::to_string(from) + " at " + std::to_string(map_.revision);
    }
    std::int64_t number = 0;
    int value = 0;
    while (seats-- > 0 && text >> number >> value) {
        map_.seats.at(static_cast<std::size_t>(number)) = static_cast<std::uint8_t>(value);
    }
    while (areas-- > 0 && text >> number >> value) {
        map_.areaFree.at(static_cast<std::size_t>(number)) = value;
    }
    map_.revision = revision;
}

void Reader::lost() {
    const std::lock_guard lock(mutex_);
    if (lost_ && fault_.empty()) fault_ = "lost() twice";
    lost_ = true;
    changed_.notify_all();
}

SeatMapState Reader::map() const {
    const std::lock_guard lock(mutex_);
    return map_;
}

std::string Reader::fault() const {
    const std::lock_guard lock(mutex_);
    return fault_;
}

bool Reader::isLost() const {
    const std::lock_guard lock(mutex_);
    return lost_;
}

std::size_t Reader::messages() const {
    const std::lock_guard lock(mutex_);
    return messages_;
}

std::size_t Reader::snapshots() const {
    const std::lock_guard lock(mutex_);
    return snapshots_;
}

bool Reader::waitFor(std::int64_t revision) const {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, std::chrono::seconds(10),
                             [&] { return started_ && map_.revision >= revision; });
}

std::string difference(const SeatMapState& is, const SeatMapState& shouldBe) {
    if (is.revision != shouldBe.revision) {
        return "revision " + std::to_string(is.revision) + ", not " +
               std::to_string(shouldBe.revision);
    }
    if (is.seats.size() != shouldBe.seats.size()) return "number of seats";
    for (std::size_t i = 0; i < is.seats.size(); ++i) {
        if (is.seats[i] != shouldBe.seats[i]) return "seat " + std::to_string(i);
    }
    return is.areaFree == shouldBe.areaFree ? "" : "areas";
}

SeatMapState emptyMap(std::size_t seats, std::size_t areas, std::int64_t revision) {
    return {revision, std::vector<std::uint8_t>(seats, 0), std::vector<std::int32_t>(areas, 100)};
}

void Publisher::change(std::size_t first, std::size_t count, std::int64_t step) {
    std::vector<engine::SeatChange> changes;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t seat = (first + i) % truth_.seats.size();
        engine::SeatChange change;
        change.seat = SeatNo{static_cast<std::int32_t>(seat)};
        change.from.status = static_cast<engine::SeatStatus>(truth_.seats[seat]);
        truth_.seats[seat] = static_cast<std::uint8_t>((truth_.seats[seat] + 1) % 4);
        change.to.status = static_cast<engine::SeatStatus>(truth_.seats[seat]);
        changes.push_back(change);
    }
    std::vector<std::pair<AreaNo, std::int32_t>> areas;
    if (!truth_.areaFree.empty()) areas.emplace_back(AreaNo{0}, --truth_.areaFree[0]);
    truth_.revision += step;
    feed_.publish(truth_.revision, changes, areas);
}

}  // namespace tessera::stream::test
