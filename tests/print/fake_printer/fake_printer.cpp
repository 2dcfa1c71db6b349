// SPDX-License-Identifier: Apache-2.0
#include "tests/print/fake_printer/fake_printer.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "shared/base/check.h"

namespace tessera::test {

FakePrinter::FakePrinter(FakeLanguage language, FakeBehaviour behaviour)
    : language_(language), behaviour_(std::move(behaviour)) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    bell_ = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    const int little = 4096;  // A printer's buffer is small.
    ::setsockopt(listener_, SOL_SOCKET, SO_RCVBUF, &little, sizeof little);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = ::htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    TESSERA_CHECK(::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) == 0);
    TESSERA_CHECK(::listen(listener_, 16) == 0);
    TESSERA_CHECK(::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    port_ = ::ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
}

FakePrinter::~FakePrinter() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    ring();
    thread_.join();
    ::close(listener_);
    ::close(bell_);
}

void FakePrinter::ring() const {
    const std::uint64_t one = 1;
    TESSERA_CHECK(::write(bell_, &one, sizeof one) == static_cast<ssize_t>(sizeof one));
}

void FakePrinter::behave(const FakeBehaviour& behaviour) {
    {
        const std::lock_guard lock(mutex_);
        behaviour_ = behaviour;
    }
    ring();
}

bool FakePrinter::isStopped() const {
    return trouble_ != FakeTrouble::None && trouble_ != FakeTrouble::PaperLow;
}

// A ticket printer says what has changed, unasked; a receipt printer is asked.
void FakePrinter::set(FakeTrouble trouble) {
    {
        const std::lock_guard lock(mutex_);
        trouble_ = trouble;
        if (language_ == FakeLanguage::Fgl) {
            static constexpr std::array kSigns = {'\x11', '\x0F', '\x10', '\x18', '\x1A'};
            out_ += kSigns[static_cast<std::size_t>(trouble)];
        }
        if (!isStopped()) printWaiting();
    }
    changed_.notify_all();
    ring();
}

void FakePrinter::releaseAcks() {
    {
        const std::lock_guard lock(mutex_);
        behaviour_.holdsAcks = false;
        for (; waitingAcks_ > 0; --waitingAcks_) acknowledge();
    }
    ring();
}

void FakePrinter::say(const std::string& bytes) {
    {
        const std::lock_guard lock(mutex_);
        out_ += bytes;
    }
    ring();
}

std::vector<SeenTicket> FakePrinter::tickets() const {
    const std::lock_guard lock(mutex_);
    const auto& all = fgl_.tickets();
    const auto end = static_cast<std::ptrdiff_t>(std::min(printed_, all.size()));
    return {all.begin(), all.begin() + end};
}

std::vector<SeenItem> FakePrinter::items() const {
    const std::lock_guard lock(mutex_);
    const auto& all = escpos_.items();
    const auto end = static_cast<std::ptrdiff_t>(std::min(printed_, all.size()));
    return {all.begin(), all.begin() + end};
}

std::vector<std::string> FakePrinter::illegal() const {
    const std::lock_guard lock(mutex_);
    return language_ == FakeLanguage::Fgl ? fgl_.illegal() : escpos_.illegal();
}

std::string FakePrinter::bytes() const {
    const std::lock_guard lock(mutex_);
    return bytes_;
}

std::size_t FakePrinter::connections() const {
    const std::lock_guard lock(mutex_);
    return connections_;
}

bool FakePrinter::waitFor(const std::function<bool(const FakePrinter&)>& holds,
                          std::chrono::milliseconds deadline) const {
    const auto until = std::chrono::steady_clock::now() + deadline;
    while (!holds(*this)) {
        std::unique_lock lock(mutex_);
        // A change between the look and the wait is seen a hundredth of a second later.
        changed_.wait_for(lock, std::chrono::milliseconds(10));
        if (std::chrono::steady_clock::now() > until) {
            lock.unlock();
            return holds(*this);
        }
    }
    return true;
}

void FakePrinter::serve() {
    while (true) {
        {
            const std::lock_guard lock(mutex_);
            if (stopping_) return;
        }
        std::array<pollfd, 2> waits = {pollfd{listener_, POLLIN, 0}, pollfd{bell_, POLLIN, 0}};
        ::poll(waits.data(), waits.size(), -1);
        std::uint64_t rung = 0;
        if (waits[1].revents != 0 && ::read(bell_, &rung, sizeof rung) < 0) return;
        if (waits[0].revents == 0) continue;
        connection_ = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
        if (connection_ < 0) continue;
        serveConnection();
        ::close(connection_);
        connection_ = -1;
    }
}

void FakePrinter::serveConnection() {
    {
        const std::lock_guard lock(mutex_);
        ++connections_;
        ofThisConnection_ = 0;
        out_ = behaviour_.greeting + out_;
    }
    changed_.notify_all();
    bool open = true;
    while (open) {
        short wanted = POLLIN | POLLRDHUP;
        {
            const std::lock_guard lock(mutex_);
            if (stopping_) return;
            flush();
            if (roomLeft() == 0) wanted = POLLRDHUP;
        }
        std::array<pollfd, 2> waits = {pollfd{connection_, wanted, 0}, pollfd{bell_, POLLIN, 0}};
        ::poll(waits.data(), waits.size(), -1);
        std::uint64_t rung = 0;
        if (waits[1].revents != 0 && ::read(bell_, &rung, sizeof rung) < 0) return;
        if (waits[0].revents != 0) open = takeBytes();
        changed_.notify_all();
    }
    const std::lock_guard lock(mutex_);
    fgl_.forgetUnfinished();
    escpos_.forgetUnfinished();
}

std::size_t FakePrinter::roomLeft() const {
    const std::size_t limit = behaviour_.takesBytesMax;
    if (limit == 0) return SIZE_MAX;
    return limit - std::min(limit, ofThisConnection_);
}

bool FakePrinter::takeBytes() {
    std::array<char, 4096> buffer{};
    const std::lock_guard lock(mutex_);
    const ssize_t count =
        ::recv(connection_, buffer.data(), std::min(buffer.size(), roomLeft()), 0);
    if (count <= 0) return false;
    std::string_view taken(buffer.data(), static_cast<std::size_t>(count));
    const std::size_t limit = behaviour_.dropAfterBytes;
    const bool breaks = limit > 0 && ofThisConnection_ + taken.size() >= limit;
    if (breaks) taken = taken.substr(0, limit - ofThisConnection_);
    ofThisConnection_ += taken.size();
    bytes_ += taken;
    react(taken);
    if (!breaks) return true;
    behaviour_.dropAfterBytes = 0;
    const linger reset{1, 0};
    ::setsockopt(connection_, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    return false;
}

void FakePrinter::react(std::string_view bytes) {
    if (language_ == FakeLanguage::Fgl) {
        reactFgl(bytes);
    } else {
        reactEscpos(bytes);
    }
}

void FakePrinter::acknowledge() {
    if (!behaviour_.insteadOfAck.empty()) {
        out_ += behaviour_.insteadOfAck;
    } else if (language_ == FakeLanguage::Fgl) {
        out_ += '\x06';
    } else {
        out_ += trouble_ == FakeTrouble::PaperLow ? '\x03' : '\x00';
    }
}

void FakePrinter::reactFgl(std::string_view bytes) {
    for (const FglEvent event : fgl_.feed(bytes)) {
        if (event == FglEvent::Illegal) out_ += '\x19';
        if (event == FglEvent::StatusRequest && !isStopped() && !behaviour_.holdsReady) {
            out_ += trouble_ == FakeTrouble::PaperLow ? "\x0F\x11" : "\x11";
        }
    }
    if (!isStopped()) printWaiting();
}

void FakePrinter::reactEscpos(std::string_view bytes) {
    for (const EscposEvent& event : escpos_.feed(bytes)) {
        if (event.kind == EscposEvent::RealTime) out_ += realTimeAnswer(event.question);
        if (event.kind == EscposEvent::InOrder) ++waitingInOrder_;
    }
    if (!isStopped()) printWaiting();
}

void FakePrinter::printWaiting() {
    std::size_t acks = 0;
    if (language_ == FakeLanguage::Fgl) {
        acks = fgl_.tickets().size() - printed_;
        printed_ = fgl_.tickets().size();
    } else {
        printed_ = escpos_.items().size();
        if (behaviour_.holdsReady) return;
        acks = std::exchange(waitingInOrder_, 0);
        // What is asked when nothing is new on the paper is no acknowledgement, and is never held.
        for (; printed_ == answered_ && acks > 0; --acks) {
            out_ += trouble_ == FakeTrouble::PaperLow ? '\x03' : '\x00';
        }
        if (acks > 0) answered_ = printed_;
    }
    for (; acks > 0; --acks) {
        if (behaviour_.holdsAcks) {
            ++waitingAcks_;
        } else {
            acknowledge();
        }
    }
}

std::string FakePrinter::realTimeAnswer(int question) const {
    unsigned answer = 0x12;
    if (question == 1 && isStopped()) answer |= 0x08U;
    if (question == 2 && trouble_ == FakeTrouble::CoverOpen) answer |= 0x04U;
    if (question == 2 && trouble_ == FakeTrouble::PaperOut) answer |= 0x20U;
    if (question == 2 && trouble_ == FakeTrouble::Jam) answer |= 0x40U;
    if (question == 3 && trouble_ == FakeTrouble::Jam) answer |= 0x08U;
    if (question == 4 && trouble_ == FakeTrouble::PaperLow) answer |= 0x0CU;
    if (question == 4 && trouble_ == FakeTrouble::PaperOut) answer |= 0x6CU;
    return std::string(1, static_cast<char>(answer));
}

void FakePrinter::flush() {
    if (!behaviour_.answers) out_.clear();
    if (out_.empty()) return;
    const ssize_t sent = ::send(connection_, out_.data(), out_.size(), MSG_NOSIGNAL);
    if (sent > 0) out_.erase(0, static_cast<std::size_t>(sent));
}

}  // namespace tessera::test
