// SPDX-License-Identifier: Apache-2.0
// What became of an event, and how far its orders are. Pure; any thread.
#pragma once

#include "server/app/app.h"
#include "tessera/v1/event.pb.h"
#include "tessera/v1/payment_service.pb.h"

namespace tessera::api {

// INVALID_FIELD for a note of too many bytes.
app::Answer<std::string> toNote(const std::string& note);

// The command but for its terms. INVALID_FIELD for what is missing, and for an answer that could be
// given until `now` only.
app::Answer<engine::MoveEvent> toMove(const v1::MoveEventRequest& request, Instant now);

// REQUIRES: something became of it.
void setDisruption(const engine::Disruption& disruption, v1::Disruption* out);
v1::DisruptionProgress toProto(const app::DisruptionAnswer& answer);

}  // namespace tessera::api
