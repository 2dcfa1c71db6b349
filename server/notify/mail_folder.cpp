// SPDX-License-Identifier: Apache-2.0
#include "server/notify/mail_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <tuple>
#include <utility>
#include <vector>

#include "shared/base/check.h"

namespace tessera::notify {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEnding = ".eml";

// errno's; 0: it is written.
int writeFile(const std::string& path, std::string_view bytes) {
    const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0) return errno;
    int fault = 0;
    while (!bytes.empty() && fault == 0) {
        const ssize_t some = ::write(fd, bytes.data(), bytes.size());
        if (some < 0 && errno != EINTR) fault = errno;
        if (some > 0) bytes.remove_prefix(static_cast<std::size_t>(some));
    }
    if (::close(fd) != 0 && fault == 0) fault = errno;
    return fault;
}

struct Kept {
    fs::file_time_type at;
    fs::path path;
    std::uintmax_t bytes = 0;
};

// Who else writes here may have been quicker: what is not there any more is passed over.
std::vector<Kept> mailsIn(const std::string& folder) {
    std::vector<Kept> kept;
    std::error_code fault;
    for (fs::directory_iterator each(folder, fault); !fault && each != fs::directory_iterator();
         each.increment(fault)) {
        if (each->path().extension() != kEnding) continue;
        std::error_code gone;
        const auto bytes = each->file_size(gone);
        const auto at = each->last_write_time(gone);
        if (!gone) kept.push_back({at, each->path(), bytes});
    }
    return kept;
}

}  // namespace

Status MailFolder::prepare() const {
    std::error_code fault;
    fs::create_directories(fs::path(folder_).parent_path(), fault);
    struct stat found {};
    const bool made = ::mkdir(folder_.c_str(), 0700) == 0 || errno == EEXIST;
    if (!made || ::stat(folder_.c_str(), &found) != 0 || !S_ISDIR(found.st_mode)) {
        return failure("the folder for mails cannot be made: " + folder_);
    }
    if (::access(folder_.c_str(), W_OK | X_OK) != 0) {
        return failure("the folder for mails cannot be written to: " + folder_);
    }
    return {};
}

SmtpAnswer MailFolder::send(const Envelope& envelope, std::string_view bytes) {
    TESSERA_CHECK(!envelope.id.empty() && envelope.id.find('/') == std::string::npos);
    const std::string name =
        folder_ + '/' + envelope.id.substr(0, envelope.id.find('@')) + std::string(kEnding);
    const std::string part = name + ".part";
    int fault = writeFile(part, bytes);
    if (fault == 0 && ::rename(part.c_str(), name.c_str()) != 0) fault = errno;
    if (fault != 0) {
        ::unlink(part.c_str());
        return {SmtpOutcome::Unavailable, 0, fault};
    }
    letGo();
    return {SmtpOutcome::Sent, 0, 0};
}

void MailFolder::letGo() const {
    std::vector<Kept> kept = mailsIn(folder_);
    std::ranges::sort(kept, [](const Kept& a, const Kept& b) {
        return std::tie(b.at, b.path) < std::tie(a.at, a.path);
    });
    std::uintmax_t bytes = 0;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        bytes += kept[i].bytes;
        // The latest stays, however large it is.
        if (i == 0 || (i < kFolderMailsMost && bytes <= kFolderBytesMost)) continue;
        std::error_code gone;
        fs::remove(kept[i].path, gone);
    }
}

}  // namespace tessera::notify
