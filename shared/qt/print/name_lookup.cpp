// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/print/name_lookup.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <mutex>
#include <thread>
#include <utility>

#include "shared/base/check.h"

namespace tessera::qt {
namespace {

using Clock = std::chrono::steady_clock;

void freeAddresses(addrinfo* found) {
    if (found != nullptr) ::freeaddrinfo(found);
}

int ask(const std::string& host, const std::string& port, int flags, addrinfo** found) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = flags;
    return ::getaddrinfo(host.c_str(), port.c_str(), &hints, found);
}

}  // namespace

struct NameLookup::Question {
    Question() : answered(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
        TESSERA_CHECK(answered >= 0);
    }
    ~Question() {
        freeAddresses(found);
        ::close(answered);
    }
    Question(const Question&) = delete;
    Question& operator=(const Question&) = delete;

    const int answered;  // Can be read once the rest is there.
    std::mutex mutex;
    int refused = 0;
    addrinfo* found = nullptr;
};

NameLookup::NameLookup(Resolver resolver) : resolver_(std::move(resolver)) {}

Result<Addresses> NameLookup::find(const std::string& host, int port,
                                   std::chrono::milliseconds deadline, int bell) {
    const std::string service = std::to_string(port);
    addrinfo* found = nullptr;
    if (ask(host, service, AI_NUMERICHOST, &found) == 0) return Addresses(found, &freeAddresses);
    if (!open_) {
        open_ = std::make_shared<Question>();
        std::thread([question = open_, resolver = resolver_, host, service] {
            addrinfo* there = nullptr;
            const int refused =
                resolver ? resolver(host, service, &there) : ask(host, service, 0, &there);
            const std::lock_guard lock(question->mutex);
            question->refused = refused;
            question->found = there;
            const std::uint64_t one = 1;
            TESSERA_CHECK(::write(question->answered, &one, sizeof one) ==
                          static_cast<ssize_t>(sizeof one));
        }).detach();
    }
    const auto until = Clock::now() + deadline;
    while (true) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now());
        std::array<pollfd, 2> waits = {pollfd{open_->answered, POLLIN, 0}, pollfd{bell, POLLIN, 0}};
        const int count = ::poll(waits.data(), waits.size(),
                                 static_cast<int>(std::max<std::int64_t>(left.count(), 0)));
        if (count < 0 && errno == EINTR) continue;
        if (waits[1].revents != 0) {
            return failure("this program is ending", Effect::None, "ECANCELED");
        }
        if (count <= 0) {
            return failure("the printer's name is not found in time", Effect::None, "ETIMEDOUT");
        }
        break;
    }
    const auto question = std::exchange(open_, nullptr);
    const std::lock_guard lock(question->mutex);
    if (question->refused != 0) {
        return failure(std::string("no such printer: ") + ::gai_strerror(question->refused));
    }
    return Addresses(std::exchange(question->found, nullptr), &freeAddresses);
}

}  // namespace tessera::qt
