// SPDX-License-Identifier: Apache-2.0
// One connection to a mail server, by libcurl: a mail at a time, each within a deadline.
//
// Blocks; used by one thread at a time. The connection is kept for the next mail. An answer is kept
// apart by what it says of this mail: taken, refused for good, or nothing: then it may have been
// taken all the same, where the server went away after it had the bytes.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <string_view>

#include "shared/base/time.h"

namespace tessera::notify {

struct SmtpOptions {
    std::string url;            // smtp:// or smtps://, without credentials.
    std::string user;           // Empty: nobody signs in.
    std::string_view password;  // Outlives the sender.
    std::string caFile;         // Empty: the system's.
    bool startTls = true;       // Of smtp://: without TLS nothing is sent.
    Duration deadline = Duration::ofSeconds(30);
};

enum class SmtpOutcome {
    Sent,
    Refused,      // This mail or its address, for good.
    Later,        // This mail or its address, for now.
    Unavailable,  // Nothing was said of this mail: the next one would fare no better.
};

// What an answer is to: the last command that was sent, the bytes counting as DATA.
enum class SmtpStep { Session, Sender, Address, Content };
SmtpStep stepOf(std::string_view command);

// What a server's last answer says of a mail that was not taken. 5xx to an address or to bytes is
// for good, 4xx is not (RFC 5321, 4.2.1); but 552 to an address is for now (4.5.3.1.10), and to a
// sender it is the announced size (RFC 1870, 6.1), for good. Whatever else is said to a sender or
// before, and what is said of the connection at any time (421 it closes, 503 the order of commands,
// 530 and 535 who signs in), says nothing of the mail. 0: it gave no answer.
SmtpOutcome outcomeOf(SmtpStep step, long code);

struct SmtpAnswer {
    SmtpOutcome outcome = SmtpOutcome::Unavailable;
    long code = 0;  // Of the server's last reply; 0: it gave none.
    int fault = 0;  // libcurl's; 0: none.
};

struct Envelope {
    std::string from;  // Both isMailable().
    std::string to;
    std::string id{};  // The mail's Message-ID, without brackets.
};

// Whoever takes mails to be carried on: a mail server, or what stands in its place.
class Carrier {
public:
    virtual ~Carrier() = default;
    // `bytes`: as mimeBytes() gives them. Blocks.
    virtual SmtpAnswer send(const Envelope& envelope, std::string_view bytes) = 0;
};

class SmtpSender final : public Carrier {
public:
    // `stopped` outlives it: once it is set a mail under way is given up.
    SmtpSender(SmtpOptions options, const std::atomic<bool>& stopped);
    ~SmtpSender() override;
    SmtpSender(const SmtpSender&) = delete;
    SmtpSender& operator=(const SmtpSender&) = delete;

    SmtpAnswer send(const Envelope& envelope, std::string_view bytes) override;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace tessera::notify
