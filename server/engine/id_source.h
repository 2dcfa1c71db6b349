// SPDX-License-Identifier: Apache-2.0
// Local ids of one event: time-ordered, never given twice, dense within one command.
//
// Deterministic: the next id depends on the last one and on the command's own time. Not
// thread-safe; an EventEngine owns its IdSource.
#pragma once

#include <algorithm>
#include <cstdint>

#include "shared/base/check.h"
#include "shared/base/time.h"

namespace tessera::engine {

class IdSource {
public:
    // 2020-01-01T00:00:00Z in microseconds since 1970.
    static constexpr std::int64_t kOriginMicros = 1577836800000000;
    static constexpr int kCounterBits = 12;

    // The smallest id that can be made at `t`; 0 before the origin.
    static constexpr std::int64_t floorAt(Instant t) {
        if (t.micros <= kOriginMicros) return 0;
        const std::int64_t since = t.micros - kOriginMicros;
        return since > (INT64_MAX >> kCounterBits) ? INT64_MAX : since << kCounterBits;
    }

    explicit IdSource(std::int64_t last) : last_(last) { TESSERA_CHECK(last >= 0); }

    // Ids made at one instant without another between them are consecutive.
    std::int64_t next(Instant now) {
        TESSERA_CHECK(last_ < INT64_MAX - 1);
        last_ = std::max(last_ + 1, floorAt(now));
        return last_;
    }

    std::int64_t last() const { return last_; }

private:
    std::int64_t last_;
};

}  // namespace tessera::engine
