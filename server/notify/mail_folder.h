// SPDX-License-Identifier: Apache-2.0
// A folder in a mail server's place: each mail is a file that mail programs open, for whoever tries
// the house out. Nothing leaves the machine.
//
// Blocks on the disk. Used by one thread at a time; many may share a folder, of many nodes too. A
// mail that is sent once more has the same file. Bounded: beyond kFolderMailsMost files or
// kFolderBytesMost the oldest go, at each mail. Files and folder are for their user alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "server/notify/smtp.h"
#include "shared/base/result.h"

namespace tessera::notify {

inline constexpr std::size_t kFolderMailsMost = 200;
inline constexpr std::uintmax_t kFolderBytesMost = 100'000'000;

class MailFolder final : public Carrier {
public:
    explicit MailFolder(std::string folder) : folder_(std::move(folder)) {}

    // Makes the folder where it is not there.
    Status prepare() const;
    // Sent: the file is there as a whole. Unavailable, `fault` being errno's: it is not.
    SmtpAnswer send(const Envelope& envelope, std::string_view bytes) override;

private:
    void letGo() const;

    const std::string folder_;
};

}  // namespace tessera::notify
