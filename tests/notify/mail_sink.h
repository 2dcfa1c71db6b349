// SPDX-License-Identifier: Apache-2.0
// A mail server of a test's own, on a port of its own: takes mail, or does what it is told instead.
//
// Real sockets, a thread for each connection. Thread-safe. Ends, connections included, with the
// object.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

struct ssl_ctx_st;  // OpenSSL's SSL_CTX.

namespace tessera::test {

// What it does with the next mail; when there is nothing more to do so, mail is taken.
enum class SinkDoes {
    Take,
    RefuseAddress,   // 550 to RCPT
    Later,           // 451 to RCPT
    TooBig,          // 552 to MAIL: its size
    MailboxFull,     // 552 to RCPT
    RefuseContent,   // 554 after the bytes
    RefuseSender,    // 550 to MAIL: nothing about this mail
    DropAfterBytes,  // closes without a word once it has the bytes
    HangAfterBytes,  // has them, and says nothing until release()
};

struct SunkMail {
    std::string from;
    std::vector<std::string> to;
    std::string bytes;      // As sent: dots at the beginnings of lines are undone.
    bool answered = false;  // With 250.
    bool secured = false;   // By TLS.
};

class MailSink {
public:
    struct Options {
        std::string user{};  // Empty: nobody need sign in.
        std::string password{};
        bool tls = false;  // Offers STARTTLS, by a certificate of its own for 127.0.0.1.
    };
    MailSink() : MailSink(Options{}) {}
    explicit MailSink(Options options);
    ~MailSink();
    MailSink(const MailSink&) = delete;
    MailSink& operator=(const MailSink&) = delete;

    std::string url() const { return "smtp://127.0.0.1:" + std::to_string(port_); }
    // What its certificate is signed by; empty without TLS.
    const std::string& authorityPem() const { return authorityPem_; }
    void next(SinkDoes what, int times = 1);
    void release();
    void takeAll();  // Whatever next() has said.
    // All whose bytes it had, taken or not, in their order.
    std::vector<SunkMail> mails() const;
    int connections() const;

private:
    class Session;
    void accept();
    SinkDoes take();

    const Options options_;
    std::string authorityPem_;
    std::shared_ptr<ssl_ctx_st> tls_;
    int listener_ = -1;
    std::uint16_t port_ = 0;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<SinkDoes> next_;
    std::vector<SunkMail> mails_;
    std::set<int> open_;
    std::vector<std::thread> sessions_;
    int connections_ = 0;
    int released_ = 0;
    int hanging_ = 0;
    bool ending_ = false;
    std::thread accepting_;
};

}  // namespace tessera::test
