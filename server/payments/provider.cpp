// SPDX-License-Identifier: Apache-2.0
#include "server/payments/provider.h"

namespace tessera::payments {

std::string Call::idempotencyKey() const {
    return encodePublicId(event, row.attempt.value) + ":" +
           std::to_string(static_cast<int>(row.operation)) + ":" + std::to_string(row.attemptTry);
}

}  // namespace tessera::payments
