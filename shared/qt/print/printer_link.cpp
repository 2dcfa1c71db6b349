// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/print/printer_link.h"

#include <fcntl.h>
#include <linux/sockios.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "shared/base/check.h"
#include "shared/qt/print/name_lookup.h"
#include "shared/qt/print/spool_link.h"

namespace tessera::qt {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kReadBytesMax = 4096;
// What waits on our side is not with the printer: a printer that takes nothing is noticed sooner.
constexpr int kSendBufferBytes = 32 * 1024;
constexpr const char* kClosed = "EOF";

std::string errnoText() {
    return std::strerror(errno);
}

class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() { reset(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return number_; }
    void reset(int number = -1) {
        if (number_ >= 0) ::close(number_);
        number_ = number;
    }

private:
    int number_ = -1;
};

// Reading and writing over one descriptor that does not block, and the bell that interrupts.
class DescriptorLink : public PrinterLink {
public:
    DescriptorLink() : bell_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
        TESSERA_CHECK(bell_.get() >= 0);
    }

    Written write(std::string_view bytes, LinkTime deadline) override {
        Written written;
        if (isInterrupted()) {
            written.error = Error{"this program is ending", Effect::None, "ECANCELED"};
            return written;
        }
        while (written.bytes < bytes.size()) {
            const std::string_view rest = bytes.substr(written.bytes);
            const ssize_t count = putSome(rest);
            if (count > 0) {
                written.bytes += static_cast<std::size_t>(count);
                continue;
            }
            if (errno == EINTR) continue;
            if (errno != EAGAIN) {
                written.error = Error{"sending failed: " + errnoText(), Effect::Unknown, ""};
                return written;
            }
            if (const Status ready = waitFor(POLLOUT, Clock::now() + deadline, "sending"); !ready) {
                written.error = ready.error();
                return written;
            }
        }
        return written;
    }

    Result<std::string> read(LinkTime deadline) override {
        const auto until = Clock::now() + deadline;
        while (true) {
            const Status ready = waitFor(POLLIN, until, "an answer");
            if (!ready && ready.error().code == "ETIMEDOUT") return std::string();
            if (!ready) return tl::make_unexpected(ready.error());
            std::array<char, kReadBytesMax> bytes{};
            const ssize_t count = ::read(link_.get(), bytes.data(), bytes.size());
            if (count > 0) return std::string(bytes.data(), static_cast<std::size_t>(count));
            if (count == 0) {
                return failure("the printer closed the connection", Effect::Unknown, kClosed);
            }
            if (errno == EINTR || errno == EAGAIN) continue;
            return failure("the connection broke: " + errnoText(), Effect::Unknown);
        }
    }

    void close() override { link_.reset(); }

    void interrupt() override {
        const std::uint64_t one = 1;
        const ssize_t count = ::write(bell_.get(), &one, sizeof one);
        TESSERA_CHECK(count == static_cast<ssize_t>(sizeof one) || errno == EAGAIN);
    }

protected:
    virtual ssize_t putSome(std::string_view bytes) = 0;

    // An error with code ETIMEDOUT at the deadline, ECANCELED once interrupted.
    Status waitFor(short events, Clock::time_point until, const std::string& what) {
        while (true) {
            const auto left =
                std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now());
            std::array<pollfd, 2> waits = {pollfd{link_.get(), events, 0},
                                           pollfd{bell_.get(), POLLIN, 0}};
            const auto limit = static_cast<int>(std::max<std::int64_t>(left.count(), 0));
            const int count = ::poll(waits.data(), waits.size(), limit);
            if (count < 0 && errno != EINTR) return failure("poll failed: " + errnoText());
            if (count <= 0) {
                if (count == 0)
                    return failure(what + " took too long", Effect::Unknown, "ETIMEDOUT");
                continue;
            }
            if (waits[1].revents != 0) {
                return failure("this program is ending", Effect::Unknown, "ECANCELED");
            }
            if (waits[0].revents != 0) return {};
        }
    }

    bool isInterrupted() {
        pollfd bell{bell_.get(), POLLIN, 0};
        return ::poll(&bell, 1, 0) > 0;
    }

    int bell() const { return bell_.get(); }

    Descriptor link_;

private:
    Descriptor bell_;
};

class TcpLink final : public DescriptorLink {
public:
    TcpLink(std::string host, int port) : host_(std::move(host)), port_(port) {}

    Status open(LinkTime deadline) override {
        close();
        if (isInterrupted()) return failure("this program is ending", Effect::None, "ECANCELED");
        const auto addresses = lookup_.find(host_, port_, deadline, bell());
        if (!addresses) return tl::make_unexpected(addresses.error());
        Status last = failure("the printer has no address");
        for (const addrinfo* one = addresses->get(); one != nullptr; one = one->ai_next) {
            last = connectTo(*one, deadline);
            if (last) return last;
            close();
        }
        return last;
    }

    // Closing over bytes that were not read resets a connection, and what lies in the printer's
    // buffer goes with it: its end is waited for. One that keeps the connection has taken all once
    // it has confirmed all.
    Status drained(LinkTime deadline) override {
        const auto until = Clock::now() + deadline;
        if (::shutdown(link_.get(), SHUT_WR) != 0) {
            return failure("the connection broke: " + errnoText(), Effect::Unknown);
        }
        while (true) {
            const auto left = std::chrono::duration_cast<LinkTime>(until - Clock::now());
            const auto bytes = read(std::max(left, LinkTime(0)));
            if (!bytes && bytes.error().code != kClosed) {
                return tl::make_unexpected(bytes.error());
            }
            if (bytes && left.count() > 0) continue;
            int unconfirmed = 0;
            const bool known = ::ioctl(link_.get(), SIOCOUTQ, &unconfirmed) == 0;
            if (known && unconfirmed == 0) return {};
            return failure("the printer has not taken everything", Effect::Unknown);
        }
    }

private:
    ssize_t putSome(std::string_view bytes) override {
        return ::send(link_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
    }

    Status connectTo(const addrinfo& address, LinkTime deadline) {
        link_.reset(::socket(address.ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
        if (link_.get() < 0) return failure("no socket: " + errnoText());
        const int on = 1;
        ::setsockopt(link_.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        ::setsockopt(link_.get(), SOL_SOCKET, SO_SNDBUF, &kSendBufferBytes,
                     sizeof kSendBufferBytes);
        ::setsockopt(link_.get(), SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
        if (::connect(link_.get(), address.ai_addr, address.ai_addrlen) == 0) return {};
        if (errno != EINPROGRESS) return failure("no connection: " + errnoText());
        const Status ready = waitFor(POLLOUT, Clock::now() + deadline, "connecting");
        if (!ready) return failure(ready.error().message, Effect::None, ready.error().code);
        int error = 0;
        socklen_t size = sizeof error;
        ::getsockopt(link_.get(), SOL_SOCKET, SO_ERROR, &error, &size);
        if (error != 0) return failure("no connection: " + std::string(std::strerror(error)));
        return {};
    }

    std::string host_;
    int port_;
    NameLookup lookup_;
};

class DeviceLink final : public DescriptorLink {
public:
    explicit DeviceLink(std::string path) : path_(std::move(path)) {}

    // Reading too where the device lets us: lines that only take bytes are opened for writing.
    Status open(LinkTime /*deadline*/) override {
        close();
        if (isInterrupted()) return failure("this program is ending", Effect::None, "ECANCELED");
        constexpr int kFlags = O_NONBLOCK | O_CLOEXEC | O_NOCTTY | O_APPEND;
        link_.reset(::open(path_.c_str(), O_RDWR | kFlags));
        if (link_.get() < 0) link_.reset(::open(path_.c_str(), O_WRONLY | kFlags));
        if (link_.get() < 0) return failure("the device does not open: " + errnoText());
        return {};
    }

    // A device takes the next bytes when it is done with the last ones.
    Status drained(LinkTime deadline) override {
        if (Status free = waitFor(POLLOUT, Clock::now() + deadline, "the printer"); !free) {
            return free;
        }
        pollfd device{link_.get(), POLLOUT, 0};
        if (::poll(&device, 1, 0) == 1 && device.revents == POLLOUT) return {};
        return failure("the device is gone", Effect::Unknown);
    }

private:
    ssize_t putSome(std::string_view bytes) override {
        return ::write(link_.get(), bytes.data(), bytes.size());
    }

    std::string path_;
};

}  // namespace

std::unique_ptr<PrinterLink> makeLink(const PrinterSetup& setup) {
    if (!setup.system.isEmpty()) return std::make_unique<SpoolLink>(setup.system);
    if (setup.host.isEmpty()) return std::make_unique<DeviceLink>(setup.device.toStdString());
    return std::make_unique<TcpLink>(setup.host.toStdString(), setup.port);
}

}  // namespace tessera::qt
