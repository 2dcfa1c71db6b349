// SPDX-License-Identifier: Apache-2.0
// The table of errors.proto, read from its descriptor: the statuses that carry each reason.
//
// Immutable after the first use; any thread. A reason that the contract does not know is answered
// by the problem's kind, so that a mistake is still a correct status.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/app/problem.h"

namespace tessera::api {

// Values of google.rpc.Code.
struct ReasonStatus {
    int grpc = 13;
    int http = 500;
};

// Nothing known of the reason: false from `knownReason`.
bool knownReason(std::string_view reason);
ReasonStatus statusOf(const app::Problem& problem);

// The usual HTTP status of a google.rpc.Code.
int httpStatusOf(int grpcCode);

struct ReasonRow {
    std::string name;
    ReasonStatus status;
};
// All but REASON_UNSPECIFIED, in the contract's order.
const std::vector<ReasonRow>& contractReasons();

using Metadata = std::initializer_list<std::pair<std::string_view, std::string_view>>;

// A problem of a reason of the contract, with the kind that the contract gives it; those of
// Unavailable and ResourceExhausted say to try again after a second.
// REQUIRES: knownReason(reason).
app::Problem refuse(std::string_view reason, std::string_view message, Metadata metadata = {});

// INVALID_FIELD and INVALID_ID name the field as the contract does: `config.prices[2].categoryNo`.
app::Problem invalidField(std::string_view field, std::string_view constraint);
app::Problem invalidId(std::string_view field);

}  // namespace tessera::api
