// SPDX-License-Identifier: Apache-2.0
// The installation's own authority for devices: its certificate signs those of box-office and kiosk
// machines, and nobody else's are taken.
//
// EC P-256, SHA-256. Deterministic but for keys, serial numbers and signatures; thread-safe. Keys
// are files of mode 0600, read at the start. A device's private key never leaves it: what comes
// here is a request (PKCS #10), of which its public key alone is used.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/runtime/secrets.h"
#include "shared/base/ids.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace tessera::staff {

inline constexpr std::size_t kRequestBytesMax = 8192;  // Of a PEM; one of P-256 has some 400.
inline constexpr int kDeviceDays = 400;                // Then a device is enrolled again.
inline constexpr int kAuthorityDays = 3650;

inline constexpr std::size_t kServerNamesMax = 20;

// A key and its certificate: an authority's, or a server's.
struct AuthorityFiles {
    runtime::Secret keyPem;
    std::string certificatePem;
};

// A new authority of this name, at most 64 bytes, valid from `now`.
Result<AuthorityFiles> makeAuthority(std::string_view name, Instant now);

struct DeviceCertificate {
    std::string pem;
    std::string serial;  // 40 hex digits, random.
    Instant until;       // From then on it is taken no more.
};

// Whom a certificate that the TLS handshake has accepted is of.
struct DeviceName {
    DeviceId device;
    std::string serial;

    bool operator==(const DeviceName&) const = default;
};
// Nothing where it is none of this kind. Whether it was revoked says table `device`.
std::optional<DeviceName> deviceNameOf(std::string_view certificatePem);

class DeviceAuthority {
public:
    // Fails where key and certificate are not each other's, or no PEM.
    static Result<std::unique_ptr<DeviceAuthority>> open(const AuthorityFiles& files);
    ~DeviceAuthority();
    DeviceAuthority(const DeviceAuthority&) = delete;
    DeviceAuthority& operator=(const DeviceAuthority&) = delete;

    // For a request that is signed by its own key, which is of P-256. Whatever else the request
    // asks for is left out: the name is the device's id, the use that of a client.
    Result<DeviceCertificate> issue(std::string_view requestPem, DeviceId device,
                                    Instant now) const;
    // For a server that devices reach by these names: each a host's, or an address. Fails where
    // there are none or more than kServerNamesMax, or one has other characters than a-z, A-Z, 0-9,
    // '.',
    // '-' and ':'.
    Result<AuthorityFiles> issueForServer(const std::vector<std::string>& names, Instant now) const;
    // Whether a server can serve with these on `now`: each other's, signed here, not over.
    bool standsFor(const AuthorityFiles& files, Instant now) const;
    const std::string& certificatePem() const;

private:
    struct Impl;
    explicit DeviceAuthority(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace tessera::staff
