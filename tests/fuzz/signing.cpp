// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/signing.h"

#include "server/runtime/secrets.h"
#include "shared/base/encoding.h"

namespace tessera::fuzz {

std::string signatureOf(std::string_view body, std::string_view seconds) {
    return toHex(
        runtime::hmacSha256(kWebhookSecret, std::string(seconds) + '.' + std::string(body)));
}

}  // namespace tessera::fuzz
