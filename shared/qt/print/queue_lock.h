// SPDX-License-Identifier: Apache-2.0
// One queue file belongs to one process at a time.
//
// A lock of the system on <file>.lock, given back by the kernel however the process ends. Not
// deterministic; not thread-safe. Owns the descriptor.
#pragma once

#include <QString>
#include <optional>

#include "shared/base/result.h"

namespace tessera::qt {

class QueueLock {
public:
    // Nothing if another process (or another lock of this one) has it; never waits.
    static Result<std::optional<QueueLock>> take(const QString& file);
    ~QueueLock();
    QueueLock(QueueLock&& other) noexcept;
    QueueLock& operator=(QueueLock&&) = delete;

private:
    explicit QueueLock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_ = -1;
};

}  // namespace tessera::qt
