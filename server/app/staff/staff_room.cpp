// SPDX-License-Identifier: Apache-2.0
#include "server/app/staff/staff_room.h"

#include "server/runtime/secrets.h"

namespace tessera::staff {
namespace {

constexpr std::size_t kConnections = 2;

}  // namespace

Result<std::unique_ptr<StaffRoom>> StaffRoom::open(const runtime::StaffListenConfig& config,
                                                   const Parts& parts) {
    AuthorityFiles files;
    auto certificate = runtime::readPublicFile(config.authorityCertFile);
    if (!certificate) return tl::make_unexpected(certificate.error());
    files.certificatePem = std::move(*certificate);
    auto key = runtime::readSecretFile(config.authorityKeyFile);
    if (!key) return tl::make_unexpected(key.error());
    files.keyPem = std::move(*key);
    auto authority = DeviceAuthority::open(files);
    if (!authority) return tl::make_unexpected(authority.error());
    std::unique_ptr<StaffRoom> room(new StaffRoom());
    room->rows_ = store::makePostgresStaff(parts.conninfo, kConnections);
    room->authority_ = std::move(*authority);
    room->desk_ = std::make_unique<Desk>(*room->rows_, std::string(parts.tokenKey), room->hashing_,
                                         kPinsWatched, &parts.log, &parts.blocking);
    room->office_ = std::make_unique<Office>(*room->rows_, room->authority_.get(), room->hashing_);
    if (Status read = room->desk_->refresh(); !read) return tl::make_unexpected(read.error());
    room->reading_ = std::make_unique<runtime::Periodic>(
        parts.blocking, parts.log, runtime::Periodic::Options{"staff_reading", kReadEvery},
        [desk = room->desk_.get(), &log = parts.log](const std::atomic<bool>&) {
            if (!desk->refresh()) log.warn("staff_not_read");
        });
    return room;
}

}  // namespace tessera::staff
