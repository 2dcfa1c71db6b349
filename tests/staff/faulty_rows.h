// SPDX-License-Identifier: Apache-2.0
// Rows of a real database whose next write fails, or whose readings tell a test that they are
// there.
//
// Thread-safe but for `onRead` and `onWrite`, which are set while nobody does so. Refers to the
// rows behind it.
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <utility>

#include "server/store/staff_rows.h"

namespace tessera::test {

class FaultyRows final : public store::StaffRows {
public:
    explicit FaultyRows(store::StaffRows& rows) : rows_(rows) {}

    // The next write changes nothing where its effect is None, else it is made; it fails so.
    void failNext(Effect effect) {
        const std::lock_guard lock(mutex_);
        next_ = effect;
    }
    // After accounts were read, before the reader has them.
    std::function<void()> onRead;
    // Before anything is written.
    std::function<void()> onWrite;

    Result<Instant> databaseNow() override { return rows_.databaseNow(); }
    Result<std::vector<store::StaffRow>> readStaff() override {
        auto all = rows_.readStaff();
        if (onRead) onRead();
        return all;
    }
    Result<std::vector<store::DeviceRow>> readDevices() override { return rows_.readDevices(); }
    Result<store::StaffOutcome> add(const store::StaffRow& row, store::TrailRow what) override {
        return write([&] { return rows_.add(row, std::move(what)); });
    }
    Result<store::StaffOutcome> add(const store::DeviceRow& row, store::TrailRow what) override {
        return write([&] { return rows_.add(row, std::move(what)); });
    }
    Result<store::StaffOutcome> change(const store::StaffRow& row, store::TrailRow what) override {
        return write([&] { return rows_.change(row, std::move(what)); });
    }
    Result<store::StaffOutcome> change(const store::DeviceRow& row, store::TrailRow what) override {
        return write([&] { return rows_.change(row, std::move(what)); });
    }
    Result<store::StaffOutcome> signedIn(StaffId id, std::int32_t version, std::int64_t totpStep,
                                         store::TrailRow what) override {
        return write([&] { return rows_.signedIn(id, version, totpStep, std::move(what)); });
    }
    Result<std::vector<store::TrailRow>> readTrail(EventId event, std::int64_t after) override {
        return rows_.readTrail(event, after);
    }
    Result<std::vector<EventId>> trailsAfter(std::optional<EventId> after) override {
        return rows_.trailsAfter(after);
    }

private:
    template <class Write>
    Result<store::StaffOutcome> write(Write write) {
        if (onWrite) onWrite();
        std::optional<Effect> effect;
        {
            const std::lock_guard lock(mutex_);
            effect = std::exchange(next_, std::nullopt);
        }
        if (effect == Effect::None) return failure("planted");
        auto written = write();
        if (effect) return failure("planted", *effect);
        return written;
    }

    store::StaffRows& rows_;
    std::mutex mutex_;
    std::optional<Effect> next_;
};

}  // namespace tessera::test
