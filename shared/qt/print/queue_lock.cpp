// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/print/queue_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <QFile>
#include <cerrno>
#include <cstring>
#include <utility>

namespace tessera::qt {

Result<std::optional<QueueLock>> QueueLock::take(const QString& file) {
    const QByteArray path = QFile::encodeName(file + ".lock");
    const int descriptor = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        return failure("print queue: cannot make its lock: " + std::string(std::strerror(errno)));
    }
    QueueLock lock(descriptor);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return std::optional(std::move(lock));
    if (errno == EWOULDBLOCK) return std::optional<QueueLock>();
    return failure("print queue: cannot lock: " + std::string(std::strerror(errno)));
}

QueueLock::~QueueLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

QueueLock::QueueLock(QueueLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

}  // namespace tessera::qt
