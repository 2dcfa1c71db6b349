// SPDX-License-Identifier: Apache-2.0
// What a device makes before it is enrolled: a key of P-256 and a request for its certificate.
//
// Not deterministic. Values; any thread. The key is kept by the caller, where its user alone can
// read.
#pragma once

#include <string>

#include "shared/base/result.h"

namespace tessera::client {

struct DeviceKey {
    std::string keyPem;      // PKCS #8. Never to leave the device.
    std::string requestPem;  // PKCS #10, for Enrol.
};
Result<DeviceKey> makeDeviceKey();

}  // namespace tessera::client
