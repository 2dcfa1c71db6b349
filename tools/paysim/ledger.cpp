// SPDX-License-Identifier: Apache-2.0
#include "tools/paysim/ledger.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace tessera::paysim {
namespace {

constexpr std::size_t kReadBytes = 1024 * 1024;

tl::unexpected<Error> failed(const std::string& what) {
    return failure("ledger: " + what + ": " + std::strerror(errno));
}

// Returns the size of the file's whole lines.
Result<std::int64_t> replayAll(int fd, const std::function<bool(std::string_view)>& replay) {
    std::string pending;
    std::string buffer(kReadBytes, '\0');
    std::int64_t whole = 0;
    std::uint64_t lineNumber = 0;
    for (;;) {
        const ssize_t n = ::read(fd, buffer.data(), buffer.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return failed("read");
        if (n == 0) return whole;
        pending.append(buffer, 0, static_cast<std::size_t>(n));
        std::size_t begin = 0;
        for (std::size_t end = 0; (end = pending.find('\n', begin)) != std::string::npos;) {
            ++lineNumber;
            if (!replay(std::string_view(pending).substr(begin, end - begin))) {
                return failure("ledger: line " + std::to_string(lineNumber) + " cannot be read");
            }
            whole += static_cast<std::int64_t>(end - begin + 1);
            begin = end + 1;
        }
        pending.erase(0, begin);
    }
}

}  // namespace

Result<std::unique_ptr<Ledger>> Ledger::open(const std::string& path, bool sync,
                                             const std::function<bool(std::string_view)>& replay) {
    const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0) return failed("open " + path);
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
        ::close(fd);
        return failure("ledger: another process has " + path);
    }
    const auto size = replayAll(fd, replay);
    if (!size) {
        ::close(fd);
        return tl::unexpected(size.error());
    }
    std::unique_ptr<Ledger> ledger(new Ledger(fd, sync, *size));
    if (::ftruncate(fd, *size) != 0 || ::lseek(fd, *size, SEEK_SET) < 0) return failed("truncate");
    return ledger;
}

Ledger::~Ledger() {
    ::close(fd_);
}

tessera::Status Ledger::append(std::string_view lines) {
    const auto at = appendAt(lines);
    if (!at) return tl::unexpected(at.error());
    return {};
}

Result<std::int64_t> Ledger::appendAt(std::string_view lines) {
    const std::lock_guard lock(mutex_);
    if (broken_) return failure("ledger: broken by an earlier failure");
    std::string_view rest = lines;
    bool good = true;
    while (good && !rest.empty()) {
        const ssize_t n = ::write(fd_, rest.data(), rest.size());
        if (n >= 0) {
            rest.remove_prefix(static_cast<std::size_t>(n));
        } else if (errno != EINTR) {
            good = false;
        }
    }
    if (good && sync_) good = ::fdatasync(fd_) == 0;
    if (good) {
        const std::int64_t begin = size_;
        size_ += static_cast<std::int64_t>(lines.size());
        return begin;
    }
    auto error = failed("write");
    broken_ = sync_ || ::ftruncate(fd_, size_) != 0 || ::lseek(fd_, size_, SEEK_SET) < 0;
    return error;
}

std::string Ledger::read(std::int64_t offset, std::size_t length) const {
    std::string bytes(length, '\0');
    std::size_t done = 0;
    while (done < length) {
        const ssize_t n = ::pread(fd_, bytes.data() + done, length - done,
                                  offset + static_cast<std::int64_t>(done));
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) break;
        done += static_cast<std::size_t>(n);
    }
    bytes.resize(done);
    return bytes;
}

}  // namespace tessera::paysim
