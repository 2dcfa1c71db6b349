// SPDX-License-Identifier: Apache-2.0
#include "server/payments/provider.h"

namespace tessera::payments {

std::string Call::idempotencyKey() const {
    const std::int64_t about = row.refund ? row.refund.value : row.attempt.value;
    return encodePublicId(event, about) + ":" + std::to_string(static_cast<int>(row.operation)) +
           ":" + std::to_string(row.attemptTry);
}

void Provider::list(const ListQuery& /*query*/, const std::function<void(Result<ListPage>)>& done) {
    done(failure("this provider has no list", Effect::None));
}

}  // namespace tessera::payments
