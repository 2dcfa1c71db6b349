// SPDX-License-Identifier: Apache-2.0
#include "tests/notify/mail_sink.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <optional>

#include "shared/base/check.h"
#include "shared/base/encoding.h"

namespace tessera::test {
namespace {

struct Certificate {
    std::shared_ptr<EVP_PKEY> key;
    std::shared_ptr<X509> certificate;
    std::string pem;
};

// Signed by itself, for an hour.
Certificate makeCertificate() {
    Certificate made;
    made.key.reset(EVP_EC_gen("P-256"), EVP_PKEY_free);
    made.certificate.reset(X509_new(), X509_free);
    X509* const out = made.certificate.get();
    X509_set_version(out, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(out), 1);
    X509_gmtime_adj(X509_getm_notBefore(out), -60);
    X509_gmtime_adj(X509_getm_notAfter(out), 3600);
    X509_set_pubkey(out, made.key.get());
    X509_NAME* const name = X509_get_subject_name(out);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char*>("sink"), -1, -1, 0);
    X509_set_issuer_name(out, name);
    for (const auto& [kind, value] : {std::pair(NID_basic_constraints, "critical,CA:TRUE"),
                                      std::pair(NID_subject_alt_name, "IP:127.0.0.1")}) {
        const std::shared_ptr<X509_EXTENSION> extension(
            X509V3_EXT_conf_nid(nullptr, nullptr, kind, value), X509_EXTENSION_free);
        X509_add_ext(out, extension.get(), -1);
    }
    TESSERA_CHECK(X509_sign(out, made.key.get(), EVP_sha256()) > 0);
    const std::shared_ptr<BIO> memory(BIO_new(BIO_s_mem()), BIO_free);
    PEM_write_bio_X509(memory.get(), out);
    char* text = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &text);
    made.pem.assign(text, static_cast<std::size_t>(size));
    return made;
}

}  // namespace

// One connection, on its own thread.
class MailSink::Session {
public:
    Session(MailSink& sink, int fd) : sink_(sink), fd_(fd) {}

    void run() {
        say("220 sink");
        while (const auto line = readLine()) {
            if (!handle(*line)) break;
        }
        SSL_free(ssl_);
        const std::lock_guard lock(sink_.mutex_);
        sink_.open_.erase(fd_);
        ::close(fd_);
    }

private:
    void say(const std::string& text) {
        const std::string line = text + "\r\n";
        if (ssl_ != nullptr) {
            static_cast<void>(SSL_write(ssl_, line.data(), static_cast<int>(line.size())));
        } else {
            static_cast<void>(::send(fd_, line.data(), line.size(), MSG_NOSIGNAL));
        }
    }
    std::optional<std::string> readLine() {
        for (;;) {
            const std::size_t end = buffer_.find("\r\n");
            if (end != std::string::npos) {
                std::string line = buffer_.substr(0, end);
                buffer_.erase(0, end + 2);
                return line;
            }
            char some[16384];
            const ssize_t size = ssl_ != nullptr ? SSL_read(ssl_, some, sizeof some)
                                                 : ::recv(fd_, some, sizeof some, 0);
            if (size <= 0) return std::nullopt;
            buffer_.append(some, static_cast<std::size_t>(size));
        }
    }
    static std::string inBrackets(const std::string& line) {
        const std::size_t from = line.find('<');
        return line.substr(from + 1, line.find('>') - from - 1);
    }

    // False: the connection is over.
    bool handle(const std::string& line) {
        const std::string verb = line.substr(0, 4);
        if (verb == "EHLO") {
            say("250-sink");
            if (sink_.tls_ && ssl_ == nullptr) say("250-STARTTLS");
            if (!sink_.options_.user.empty()) say("250-AUTH PLAIN");
            say("250 SIZE 50000000");
        } else if (verb == "STAR" && sink_.tls_) {
            return beginTls();
        } else if (verb == "AUTH") {
            signIn(line);
        } else if (verb == "MAIL") {
            beginMail(line);
        } else if (verb == "RCPT") {
            takeAddress(line);
        } else if (verb == "DATA") {
            return takeBytes();
        } else if (verb == "RSET") {
            say("250 forgotten");
        } else if (verb == "QUIT") {
            say("221 bye");
            return false;
        } else {
            say("502 unknown");
        }
        return true;
    }
    bool beginTls() {
        say("220 go on");
        buffer_.clear();
        ssl_ = SSL_new(sink_.tls_.get());
        SSL_set_fd(ssl_, fd_);
        return SSL_accept(ssl_) == 1;
    }
    void signIn(const std::string& line) {
        const auto& options = sink_.options_;
        std::string given = line.substr(std::string("AUTH PLAIN").size());
        if (given.empty()) {
            say("334 ");
            given = " " + readLine().value_or("");
        }
        const std::string wanted =
            std::string(1, '\0') + options.user + std::string(1, '\0') + options.password;
        signedIn_ = given.size() > 1 && fromBase64(given.substr(1)) == wanted;
        say(signedIn_ ? "235 welcome" : "535 who are you");
    }
    void beginMail(const std::string& line) {
        if (!sink_.options_.user.empty() && !signedIn_) return say("530 sign in first");
        does_ = sink_.take();
        if (does_ == SinkDoes::RefuseSender) return say("550 not from you");
        if (does_ == SinkDoes::TooBig) return say("552 5.3.4 too big");
        mail_ = {};
        mail_.secured = ssl_ != nullptr;
        mail_.from = inBrackets(line);
        say("250 go on");
    }
    void takeAddress(const std::string& line) {
        if (does_ == SinkDoes::RefuseAddress) return say("550 no such person");
        if (does_ == SinkDoes::Later) return say("451 not now");
        if (does_ == SinkDoes::MailboxFull) return say("552 5.2.2 full");
        mail_.to.push_back(inBrackets(line));
        say("250 known");
    }
    bool takeBytes() {
        say("354 go on");
        for (;;) {
            const auto line = readLine();
            if (!line) return false;
            if (*line == ".") break;
            mail_.bytes += (line->starts_with('.') ? line->substr(1) : *line) + "\r\n";
        }
        std::unique_lock lock(sink_.mutex_);
        mail_.answered = does_ == SinkDoes::Take;
        sink_.mails_.push_back(mail_);
        if (does_ == SinkDoes::HangAfterBytes) {
            const int mine = sink_.hanging_++;
            sink_.changed_.notify_all();
            sink_.changed_.wait(lock, [&] { return sink_.ending_ || sink_.released_ > mine; });
        }
        sink_.changed_.notify_all();
        lock.unlock();
        if (does_ == SinkDoes::DropAfterBytes) return false;
        say(does_ == SinkDoes::RefuseContent ? "554 not this" : "250 taken");
        return true;
    }

    MailSink& sink_;
    const int fd_;
    SSL* ssl_ = nullptr;
    std::string buffer_;
    SinkDoes does_ = SinkDoes::Take;
    bool signedIn_ = false;
    SunkMail mail_;
};

MailSink::MailSink(Options options) : options_(std::move(options)) {
    std::signal(SIGPIPE, SIG_IGN);  // OpenSSL writes where nobody reads any more.
    if (options_.tls) {
        const Certificate made = makeCertificate();
        authorityPem_ = made.pem;
        tls_.reset(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
        SSL_CTX_use_certificate(tls_.get(), made.certificate.get());
        SSL_CTX_use_PrivateKey(tls_.get(), made.key.get());
    }
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    TESSERA_CHECK(::bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    TESSERA_CHECK(::listen(listener_, 64) == 0);
    socklen_t size = sizeof address;
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    accepting_ = std::thread([this] { accept(); });
}

MailSink::~MailSink() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
        for (const int fd : open_) ::shutdown(fd, SHUT_RDWR);
        changed_.notify_all();
    }
    ::shutdown(listener_, SHUT_RDWR);
    accepting_.join();
    for (std::thread& session : sessions_) session.join();
    ::close(listener_);
}

void MailSink::accept() {
    for (;;) {
        const int fd = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        const std::lock_guard lock(mutex_);
        if (fd < 0 || ending_) {
            if (fd >= 0) ::close(fd);
            return;
        }
        ++connections_;
        open_.insert(fd);
        sessions_.emplace_back([this, fd] { Session(*this, fd).run(); });
    }
}

SinkDoes MailSink::take() {
    const std::lock_guard lock(mutex_);
    if (next_.empty()) return SinkDoes::Take;
    const SinkDoes does = next_.front();
    next_.pop_front();
    return does;
}

void MailSink::next(SinkDoes what, int times) {
    const std::lock_guard lock(mutex_);
    next_.insert(next_.end(), static_cast<std::size_t>(times), what);
}

void MailSink::takeAll() {
    const std::lock_guard lock(mutex_);
    next_.clear();
}

void MailSink::release() {
    const std::lock_guard lock(mutex_);
    released_ = hanging_;
    changed_.notify_all();
}

std::vector<SunkMail> MailSink::mails() const {
    const std::lock_guard lock(mutex_);
    return mails_;
}

int MailSink::connections() const {
    const std::lock_guard lock(mutex_);
    return connections_;
}

}  // namespace tessera::test
