// SPDX-License-Identifier: Apache-2.0
// What a device makes before it is enrolled: a key of P-256 and a request for its certificate.
//
// Not deterministic. Values; any thread.
#pragma once

#include <string>

namespace tessera::test {

struct DeviceKey {
    std::string keyPem;
    std::string requestPem;
};
DeviceKey makeDeviceKey();

}  // namespace tessera::test
