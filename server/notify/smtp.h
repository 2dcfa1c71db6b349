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
    Refused,      // This mail or its address, by a code of 5xx.
    Later,        // This mail, by a code of 4xx.
    Unavailable,  // Nothing was said of this mail: the next one would fare no better.
};

struct SmtpAnswer {
    SmtpOutcome outcome = SmtpOutcome::Unavailable;
    long code = 0;  // Of the server's last reply; 0: it gave none.
    int fault = 0;  // libcurl's; 0: none.
};

struct Envelope {
    std::string from;  // Both isMailable().
    std::string to;
};

class SmtpSender {
public:
    // `stopped` outlives it: once it is set a mail under way is given up.
    SmtpSender(SmtpOptions options, const std::atomic<bool>& stopped);
    ~SmtpSender();
    SmtpSender(const SmtpSender&) = delete;
    SmtpSender& operator=(const SmtpSender&) = delete;

    // `bytes`: as mimeBytes() gives them.
    SmtpAnswer send(const Envelope& envelope, std::string_view bytes);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace tessera::notify
