// SPDX-License-Identifier: Apache-2.0
#include "tools/admin/devices.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <ostream>

#include "server/app/staff/device_authority.h"
#include "server/app/staff/office.h"
#include "server/runtime/secrets.h"
#include "shared/base/ids.h"

namespace tessera::admin {
namespace {

namespace fs = std::filesystem;

const char* stateOf(const store::DeviceRow& row, Instant now) {
    if (row.revokedAt <= now) return "revoked";
    if (row.serial.empty()) return "waiting";
    return row.expiresAt <= now ? "expired" : "enrolled";
}

// Whole or not at all, and never open to others meanwhile.
Status writeFile(const fs::path& path, std::string_view text, mode_t mode) {
    const std::string next = path.string() + ".next";
    ::unlink(next.c_str());
    const int fd = ::open(next.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (fd < 0) return failure("cannot write " + path.string());
    const ssize_t written = ::write(fd, text.data(), text.size());
    const bool synced = ::fsync(fd) == 0;
    const bool closed = ::close(fd) == 0;
    const bool whole = written == static_cast<ssize_t>(text.size()) && synced && closed;
    if (!whole || ::rename(next.c_str(), path.c_str()) != 0) {
        ::unlink(next.c_str());
        return failure("cannot write " + path.string());
    }
    return {};
}

Status writePair(const fs::path& key, const fs::path& certificate,
                 const staff::AuthorityFiles& files) {
    if (Status done = writeFile(key, files.keyPem.reveal(), 0600); !done) return done;
    return writeFile(certificate, files.certificatePem, 0644);
}

Result<staff::AuthorityFiles> readPair(const fs::path& key, const fs::path& certificate) {
    staff::AuthorityFiles files;
    auto secret = runtime::readSecretFile(key);
    if (!secret) return tl::make_unexpected(secret.error());
    files.keyPem = std::move(*secret);
    auto text = runtime::readPublicFile(certificate);
    if (!text) return tl::make_unexpected(text.error());
    files.certificatePem = std::move(*text);
    return files;
}

Result<std::unique_ptr<staff::DeviceAuthority>> openAuthority(const fs::path& key,
                                                              const fs::path& certificate) {
    const auto files = readPair(key, certificate);
    if (!files) return tl::make_unexpected(files.error());
    return staff::DeviceAuthority::open(*files);
}

// Whether both are there and can serve. A half that was lost is worth no more than none.
bool areGood(const staff::DeviceAuthority& authority, const fs::path& key,
             const fs::path& certificate, Instant now) {
    const auto files = readPair(key, certificate);
    return files && authority.standsFor(*files, now);
}

}  // namespace

Status makeDeviceCode(store::StaffRows& rows, const std::string& name, Instant now,
                      std::ostream& out) {
    staff::Turns hashing(staff::kHashesAtOnce);
    staff::Office office(rows, nullptr, hashing);
    const auto made = office.makeCode({{}, 0, name}, {{}, {}, now, "from a shell"});
    if (!made) return tl::make_unexpected(made.error());
    if (made->outcome == staff::OfficeOutcome::FieldBad) {
        return failure(made->field + ": " + made->limit);
    }
    if (made->outcome == staff::OfficeOutcome::TooMany) {
        return failure("there are " + made->limit + " already");
    }
    if (made->outcome != staff::OfficeOutcome::Done) return failure("try again");
    out << made->value.code << '\n' << std::flush;
    return out ? Status{} : failure("the code cannot be written");
}

Status listDevices(store::StaffRows& rows, Instant now, std::ostream& out) {
    const auto all = rows.readDevices();
    if (!all) return tl::make_unexpected(all.error());
    for (const auto& row : *all) {
        out << encodePublicId(row.id.value) << '\t' << stateOf(row, now) << '\t' << row.name
            << '\n';
    }
    return {};
}

Status makeStaffPortFiles(const StaffPortFiles& wish, Instant now) {
    const fs::path folder(wish.folder);
    const fs::path key = folder / "authority.key";
    const fs::path certificate = folder / "authority.crt";
    if (!fs::exists(certificate)) {
        // Without its certificate it is another's, or half made: nothing to write over unasked.
        if (fs::exists(key)) return failure(key.string() + " is there without authority.crt");
        const auto made = staff::makeAuthority(wish.house, now);
        if (!made) return tl::make_unexpected(made.error());
        if (Status done = writePair(key, certificate, *made); !done) return done;
    }
    const auto authority = openAuthority(key, certificate);
    if (!authority) return tl::make_unexpected(authority.error());
    const fs::path ownKey = folder / "staff.key";
    const fs::path own = folder / "staff.crt";
    if (!wish.renew && areGood(**authority, ownKey, own, now)) return {};
    const auto made = (*authority)->issueForServer(wish.hosts, now);
    if (!made) return tl::make_unexpected(made.error());
    return writePair(ownKey, own, *made);
}

}  // namespace tessera::admin
