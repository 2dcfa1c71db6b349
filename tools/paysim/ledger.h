// SPDX-License-Identifier: Apache-2.0
// The sandbox's own account of everything that happened: one JSON object per line, only appended.
//
// Each append() is one write(2) of whole lines, made before the caller is answered; with `sync` it
// is on the disk before, too. A line that was cut off by a crash is dropped when the file is
// opened. Thread-safe. Owns the file.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace tessera::paysim {

class Ledger {
public:
    // Opens or creates `path` and gives every line in it to `replay`, oldest first. Fails if a line
    // but the last is not what `replay` can read (it says false), or if another process has it
    // open.
    static Result<std::unique_ptr<Ledger>> open(
        const std::string& path, bool sync, const std::function<bool(std::string_view)>& replay);
    ~Ledger();
    Ledger(const Ledger&) = delete;
    Ledger& operator=(const Ledger&) = delete;

    // `lines` ends in a newline. After a failure the file is cut back to where it was.
    tessera::Status append(std::string_view lines);
    // The same; says where in the file the lines begin.
    Result<std::int64_t> appendAt(std::string_view lines);

    // `length` bytes from `offset`; fewer where the file ends before.
    std::string read(std::int64_t offset, std::size_t length) const;

private:
    Ledger(int fd, bool sync, std::int64_t size) : fd_(fd), sync_(sync), size_(size) {}

    std::mutex mutex_;
    const int fd_;
    const bool sync_;
    std::int64_t size_;
    bool broken_ = false;  // A failed append could not be cut off: nothing more is written.
};

}  // namespace tessera::paysim
