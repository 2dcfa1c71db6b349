// SPDX-License-Identifier: Apache-2.0
#include "tests/chaos/clerk.h"

#include "shared/base/ids.h"

namespace tessera::chaos {
namespace {

using integration::Answer;
using integration::Json;

// State 2: pending; provider 0: the house.
const char* const kWaiting =
    "SELECT r.event_id, r.order_id, r.refund_id FROM refund r JOIN payment_attempt a ON a.event_id "
    "= r.event_id AND a.attempt_id = r.attempt_id WHERE r.state = 2 AND a.provider = 0";

}  // namespace

void Clerk::handOver() {
    for (const auto& cells : cellsOf(database_, kWaiting)) {
        const EventId event{std::stoll(cells[0])};
        const Answer answer = client_.call("SettleRefund",
                                           {{"event", encodePublicId(event.value)},
                                            {"order", encodePublicId(event, std::stoll(cells[1]))},
                                            {"refund", encodePublicId(event, std::stoll(cells[2]))},
                                            {"requestId", integration::newRequestId()},
                                            {"evidence", "receipt " + cells[2]}},
                                           {{"authorization", "Bearer " + world_.staffKey}});
        if (answer.ok()) ++handed_;
        const bool later = answer.worthRetrying() || answer.reason == "CHANGED_MEANWHILE";
        if (!answer.ok() && !later) {
            world_.surprise("SettleRefund " + answer.reason + " " + answer.raw);
        }
    }
}

}  // namespace tessera::chaos
