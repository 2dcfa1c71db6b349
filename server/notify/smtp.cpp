// SPDX-License-Identifier: Apache-2.0
#include "server/notify/smtp.h"

#include <curl/curl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <set>

#include "shared/base/check.h"

namespace tessera::notify {
namespace {

constexpr long kConnectMillisMax = 10'000;
constexpr long kTooMuch = 552;

void initCurlOnce() {
    static const CURLcode done = curl_global_init(CURL_GLOBAL_DEFAULT);
    TESSERA_CHECK(done == CURLE_OK);
}

struct ListFree {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

// The mail under way, and the sockets that are open: for the calls of libcurl.
struct Transfer {
    std::string_view left;
    const std::atomic<bool>& stopped;
    SmtpStep step = SmtpStep::Session;
    std::set<int> sockets{};
};

std::size_t onRead(char* out, std::size_t size, std::size_t count, void* context) {
    auto& transfer = *static_cast<Transfer*>(context);
    const std::size_t some = std::min(size * count, transfer.left.size());
    std::memcpy(out, transfer.left.data(), some);
    transfer.left.remove_prefix(some);
    return some;
}

int onProgress(void* context, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<Transfer*>(context)->stopped ? 1 : 0;
}

curl_socket_t onOpen(void* context, curlsocktype, curl_sockaddr* address) {
    const int fd = ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
    if (fd >= 0) static_cast<Transfer*>(context)->sockets.insert(fd);
    return fd;
}

int onClose(void* context, curl_socket_t fd) {
    static_cast<Transfer*>(context)->sockets.erase(fd);
    return ::close(fd);
}

void hangUp(const Transfer& transfer, int how) {
    for (const int fd : transfer.sockets) ::shutdown(fd, how);
}

// Commands alone are looked at; what else libcurl tells goes nowhere. It would wait two minutes for
// the answer to QUIT.
int onTold(CURL*, curl_infotype type, char* data, std::size_t size, void* context) {
    if (type != CURLINFO_HEADER_OUT) return 0;
    auto& transfer = *static_cast<Transfer*>(context);
    const std::string_view said(data, size);
    if (said.starts_with("QUIT")) {
        hangUp(transfer, SHUT_RD);
    } else {
        transfer.step = stepOf(said);
    }
    return 0;
}

}  // namespace

SmtpStep stepOf(std::string_view command) {
    if (command.starts_with("MAIL")) return SmtpStep::Sender;
    if (command.starts_with("RCPT")) return SmtpStep::Address;
    return command.starts_with("DATA") ? SmtpStep::Content : SmtpStep::Session;
}

SmtpOutcome outcomeOf(SmtpStep step, long code) {
    constexpr std::array kOfTheConnection{421L, 503L, 530L, 535L};
    const bool refuses = code >= 400 && code < 600;
    if (!refuses || std::ranges::find(kOfTheConnection, code) != kOfTheConnection.end()) {
        return SmtpOutcome::Unavailable;
    }
    if (step == SmtpStep::Sender) {
        return code == kTooMuch ? SmtpOutcome::Refused : SmtpOutcome::Unavailable;
    }
    if (step == SmtpStep::Session) return SmtpOutcome::Unavailable;
    const bool passes = code < 500 || (step == SmtpStep::Address && code == kTooMuch);
    return passes ? SmtpOutcome::Later : SmtpOutcome::Refused;
}

struct SmtpSender::Impl {
    Impl(SmtpOptions given, const std::atomic<bool>& stopped)
        : options(std::move(given)), transfer{{}, stopped} {
        initCurlOnce();
        handle = curl_easy_init();
        TESSERA_CHECK(handle != nullptr);
    }
    ~Impl() {
        hangUp(transfer, SHUT_RDWR);
        curl_easy_cleanup(handle);
    }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    void prepareConnection(const std::string& greetedAs) {
        const long millis = static_cast<long>(options.deadline.micros / 1000);
        curl_easy_setopt(handle, CURLOPT_URL, (options.url + '/' + greetedAs).c_str());
        curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
        curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, millis);
        curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, std::min(millis, kConnectMillisMax));
        const bool upgrades = options.startTls && !options.url.starts_with("smtps://");
        curl_easy_setopt(handle, CURLOPT_USE_SSL, upgrades ? CURLUSESSL_ALL : CURLUSESSL_NONE);
        if (!options.caFile.empty()) {
            curl_easy_setopt(handle, CURLOPT_CAINFO, options.caFile.c_str());
        }
        if (options.user.empty()) return;
        curl_easy_setopt(handle, CURLOPT_USERNAME, options.user.c_str());
        curl_easy_setopt(handle, CURLOPT_PASSWORD, std::string(options.password).c_str());
    }
    void prepareTransfer() {
        curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
        curl_easy_setopt(handle, CURLOPT_READFUNCTION, &onRead);
        curl_easy_setopt(handle, CURLOPT_READDATA, &transfer);
        curl_easy_setopt(handle, CURLOPT_INFILESIZE_LARGE,
                         static_cast<curl_off_t>(transfer.left.size()));
        curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
        curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, &onProgress);
        curl_easy_setopt(handle, CURLOPT_XFERINFODATA, &transfer);
        curl_easy_setopt(handle, CURLOPT_VERBOSE, 1L);
        curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, &onTold);
        curl_easy_setopt(handle, CURLOPT_DEBUGDATA, &transfer);
        curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, &onOpen);
        curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, &transfer);
        curl_easy_setopt(handle, CURLOPT_CLOSESOCKETFUNCTION, &onClose);
        curl_easy_setopt(handle, CURLOPT_CLOSESOCKETDATA, &transfer);
    }

    const SmtpOptions options;
    Transfer transfer;
    CURL* handle = nullptr;
};

SmtpSender::SmtpSender(SmtpOptions options, const std::atomic<bool>& stopped)
    : impl_(std::make_unique<Impl>(std::move(options), stopped)) {}

SmtpSender::~SmtpSender() = default;

SmtpAnswer SmtpSender::send(const Envelope& envelope, std::string_view bytes) {
    CURL* const handle = impl_->handle;
    impl_->transfer.left = bytes;
    impl_->transfer.step = SmtpStep::Session;
    const std::unique_ptr<curl_slist, ListFree> to(
        curl_slist_append(nullptr, ('<' + envelope.to + '>').c_str()));
    TESSERA_CHECK(to != nullptr);
    curl_easy_reset(handle);  // Its connection stays.
    impl_->prepareConnection(envelope.from.substr(envelope.from.find('@') + 1));
    impl_->prepareTransfer();
    curl_easy_setopt(handle, CURLOPT_MAIL_FROM, ('<' + envelope.from + '>').c_str());
    curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, to.get());
    const CURLcode fault = curl_easy_perform(handle);
    long code = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &code);
    curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, nullptr);
    const bool sent = fault == CURLE_OK;
    return {sent ? SmtpOutcome::Sent : outcomeOf(impl_->transfer.step, code), code,
            static_cast<int>(fault)};
}

}  // namespace tessera::notify
