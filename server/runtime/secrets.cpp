// SPDX-License-Identifier: Apache-2.0
#include "server/runtime/secrets.h"

#include <fcntl.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/rand.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <memory>

#include "shared/base/check.h"
#include "shared/base/encoding.h"

namespace tessera::runtime {
namespace {

class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return fd_; }

private:
    int fd_;
};

struct MacFree {
    void operator()(EVP_MAC_CTX* context) const { EVP_MAC_CTX_free(context); }
};
using MacContext = std::unique_ptr<EVP_MAC_CTX, MacFree>;

MacContext newHmacSha256() {
    static EVP_MAC* const algorithm = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
    TESSERA_CHECK(algorithm != nullptr);
    MacContext context(EVP_MAC_CTX_new(algorithm));
    std::string digest = "SHA256";
    const std::array<OSSL_PARAM, 2> params = {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest.data(), 0),
        OSSL_PARAM_construct_end()};
    TESSERA_CHECK(context && EVP_MAC_CTX_set_params(context.get(), params.data()) == 1);
    return context;
}

tl::unexpected<Error> fileFailure(const char* what, const std::string& path, int code) {
    return failure(std::string(what) + " " + path + ": " + std::strerror(code), Effect::None,
                   std::to_string(code));
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kSpace = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

void wipe(std::string& bytes) {
    OPENSSL_cleanse(bytes.data(), bytes.size());
    bytes.clear();
}

}  // namespace

Secret::~Secret() {
    wipe(bytes_);
}

Secret::Secret(Secret&& other) noexcept : bytes_(other.bytes_) {
    wipe(other.bytes_);
}

Secret& Secret::operator=(Secret&& other) noexcept {
    if (this != &other) {
        wipe(bytes_);
        bytes_ = other.bytes_;
        wipe(other.bytes_);
    }
    return *this;
}

Result<Secret> readSecretFile(const std::string& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.get() < 0) return fileFailure("open secret file", path, errno);
    struct stat status {};
    if (::fstat(file.get(), &status) != 0) return fileFailure("stat secret file", path, errno);
    if (!S_ISREG(status.st_mode)) return failure("secret file " + path + " is not a regular file");
    if ((status.st_mode & (S_IROTH | S_IWOTH)) != 0) {
        return failure("secret file " + path + " is open to everybody: chmod o= it");
    }
    std::string buffer(kSecretFileBytesMax + 1, '\0');
    std::size_t size = 0;
    while (size < buffer.size()) {
        const ssize_t got = ::read(file.get(), buffer.data() + size, buffer.size() - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) {
            const int code = errno;
            wipe(buffer);
            return fileFailure("read secret file", path, code);
        }
        if (got == 0) break;
        size += static_cast<std::size_t>(got);
    }
    if (size > kSecretFileBytesMax) {
        wipe(buffer);
        return failure("secret file " + path + " is over " + std::to_string(kSecretFileBytesMax) +
                       " bytes");
    }
    Secret secret{std::string(trimmed(std::string_view(buffer).substr(0, size)))};
    wipe(buffer);
    if (secret.empty()) return failure("secret file " + path + " is empty");
    return secret;
}

Result<std::string> readPublicFile(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string text(kPublicFileBytesMax + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    if (text.empty()) return failure(path + " cannot be read, or is empty");
    if (text.size() > kPublicFileBytesMax) {
        return failure(path + " is over " + std::to_string(kPublicFileBytesMax) + " bytes");
    }
    return text;
}

Result<Secret> readKeyFile(const std::string& path) {
    auto text = readSecretFile(path);
    if (!text) return tl::make_unexpected(text.error());
    auto bytes = text->reveal().size() == 64 ? fromHex(text->reveal()) : fromBase64(text->reveal());
    if (!bytes || bytes->size() != 32) {
        if (bytes) wipe(*bytes);
        return failure("key file " + path + " is not 32 bytes in hex or base64");
    }
    Secret key(*bytes);
    wipe(*bytes);
    return key;
}

Status createKeyFile(const std::string& path) {
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (file.get() < 0) return fileFailure("create key file", path, errno);
    std::array<std::uint8_t, 32> key{};
    fillRandom(key);
    std::string text = toHex(key) + "\n";
    OPENSSL_cleanse(key.data(), key.size());
    std::size_t written = 0;
    while (written < text.size()) {
        const ssize_t put = ::write(file.get(), text.data() + written, text.size() - written);
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) {
            const int code = errno;
            wipe(text);
            ::unlink(path.c_str());
            return fileFailure("write key file", path, code);
        }
        written += static_cast<std::size_t>(put);
    }
    wipe(text);
    if (::fsync(file.get()) != 0) return fileFailure("sync key file", path, errno);
    return {};
}

Digest sha256(std::string_view bytes) {
    // Looked up once: by name the library searches its providers under a lock at every call.
    static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    TESSERA_CHECK(algorithm != nullptr);
    Digest digest{};
    unsigned int size = 0;
    TESSERA_CHECK(
        EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, algorithm, nullptr) == 1);
    TESSERA_CHECK(size == digest.size());
    return digest;
}

Digest hmacSha256(std::string_view key, std::string_view message) {
    // Without a key the library would take that of the call before.
    TESSERA_CHECK(!key.empty());
    thread_local const MacContext context = newHmacSha256();
    Digest digest{};
    std::size_t size = 0;
    const auto* keyBytes = reinterpret_cast<const unsigned char*>(key.data());
    const auto* bytes = reinterpret_cast<const unsigned char*>(message.data());
    TESSERA_CHECK(EVP_MAC_init(context.get(), keyBytes, key.size(), nullptr) == 1);
    TESSERA_CHECK(EVP_MAC_update(context.get(), bytes, message.size()) == 1);
    TESSERA_CHECK(EVP_MAC_final(context.get(), digest.data(), &size, digest.size()) == 1);
    TESSERA_CHECK(size == digest.size());
    return digest;
}

bool equalConstantTime(std::string_view a, std::string_view b) {
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

void fillRandom(std::span<std::uint8_t> bytes) {
    TESSERA_CHECK(bytes.size() <= INT32_MAX);
    TESSERA_CHECK(RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) == 1);
}

std::string randomBytes(std::size_t count) {
    std::string bytes(count, '\0');
    fillRandom({reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()});
    return bytes;
}

CallerHash callerHashOf(std::string_view callerKey) {
    return CallerHash{sha256(callerKey)};
}

}  // namespace tessera::runtime
