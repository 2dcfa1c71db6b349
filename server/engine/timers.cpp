// SPDX-License-Identifier: Apache-2.0
#include "server/engine/timers.h"

#include <algorithm>
#include <tuple>

#include "shared/base/check.h"

namespace tessera::engine {

bool Timers::before(const Entry& a, const Entry& b) {
    return std::tie(a.timer.at, a.timer.kind, a.timer.id) <
           std::tie(b.timer.at, b.timer.kind, b.timer.id);
}

void Timers::put(std::size_t position, const Entry& entry) {
    heap_[position] = entry;
    positions_[entry.handle] = static_cast<std::uint32_t>(position);
}

void Timers::siftUp(std::size_t position, const Entry& entry) {
    while (position > 0) {
        const std::size_t parent = (position - 1) / 2;
        if (!before(entry, heap_[parent])) break;
        put(position, heap_[parent]);
        position = parent;
    }
    put(position, entry);
}

void Timers::siftDown(std::size_t position, const Entry& entry) {
    while (true) {
        std::size_t child = 2 * position + 1;
        if (child >= heap_.size()) break;
        if (child + 1 < heap_.size() && before(heap_[child + 1], heap_[child])) ++child;
        if (!before(heap_[child], entry)) break;
        put(position, heap_[child]);
        position = child;
    }
    put(position, entry);
}

Timers::Handle Timers::start(const Timer& timer) {
    Handle handle = 0;
    if (!freeHandles_.empty()) {
        handle = freeHandles_.back();
        freeHandles_.pop_back();
    } else {
        handle = static_cast<Handle>(positions_.size());
        positions_.push_back(kNone);
    }
    const Entry entry{timer, handle};
    heap_.push_back(entry);
    siftUp(heap_.size() - 1, entry);
    return handle;
}

void Timers::removeAt(std::size_t position) {
    const Handle handle = heap_[position].handle;
    positions_[handle] = kNone;
    freeHandles_.push_back(handle);
    const Entry last = heap_.back();
    heap_.pop_back();
    if (position == heap_.size()) return;
    if (position > 0 && before(last, heap_[(position - 1) / 2])) {
        siftUp(position, last);
    } else {
        siftDown(position, last);
    }
}

void Timers::cancel(Handle handle) {
    TESSERA_CHECK(handle < positions_.size() && positions_[handle] != kNone);
    removeAt(positions_[handle]);
}

const Timer& Timers::peekFirst() const {
    TESSERA_CHECK(!heap_.empty());
    return heap_.front().timer;
}

Timer Timers::takeFirst() {
    const Timer first = peekFirst();
    removeAt(0);
    return first;
}

Timers::Handle Timers::find(TimerKind kind, std::int64_t id) const {
    const auto found = std::ranges::find_if(heap_, [&](const Entry& entry) {
        return entry.timer.kind == kind && entry.timer.id == id;
    });
    return found == heap_.end() ? kNone : found->handle;
}

void Timers::postpone(Handle handle, Instant until) {
    TESSERA_CHECK(until > at(handle).at);
    const std::size_t position = positions_[handle];
    Entry entry = heap_[position];
    entry.timer.at = until;
    siftDown(position, entry);
}

const Timer& Timers::at(Handle handle) const {
    TESSERA_CHECK(handle < positions_.size() && positions_[handle] != kNone);
    return heap_[positions_[handle]].timer;
}

std::size_t Timers::memoryBytes() const {
    return heap_.capacity() * sizeof(Entry) + positions_.capacity() * sizeof(std::uint32_t) +
           freeHandles_.capacity() * sizeof(Handle);
}

void Timers::checkInvariants() const {
    TESSERA_CHECK(heap_.size() + freeHandles_.size() == positions_.size());
    for (std::size_t i = 0; i < heap_.size(); ++i) {
        TESSERA_CHECK(positions_[heap_[i].handle] == i);
        TESSERA_CHECK(i == 0 || !before(heap_[i], heap_[(i - 1) / 2]));
    }
}

}  // namespace tessera::engine
