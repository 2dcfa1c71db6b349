// SPDX-License-Identifier: Apache-2.0
// Bytes of a mail: MIME (RFC 2045 to 2049), a text and a page that say the same, and attachments.
//
// Pure, deterministic, thread-safe. Nothing that a caller gives can end a head's line or a part:
// control characters become blanks, what is not ASCII is encoded, and the boundaries have what
// neither encoding of a body ever has. Bodies have lines of at most 76 characters, ended by CR LF.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/time.h"

namespace tessera::notify {

struct Attachment {
    std::string name{};  // ASCII, of this program.
    std::string type{};  // "application/pdf", of this program.
    std::string bytes{};
};

struct Message {
    std::string from{};  // An address that isMailable().
    std::string fromName{};
    std::string to{};  // As from.
    std::string toName{};
    std::string subject{};
    std::string id{};  // Without <>; ASCII without blanks, of this program.
    std::string language = "en";
    Instant date{};
    std::string text{};  // Lines end by \n.
    std::string html{};
    std::vector<Attachment> attachments{};
};

std::string mimeBytes(const Message& message);

// An address that mail can be sent to and a head can name as it is: ASCII, one @, no blank and none
// of the characters by which heads are read.
bool isMailable(std::string_view address);

}  // namespace tessera::notify
