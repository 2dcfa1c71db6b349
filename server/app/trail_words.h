// SPDX-License-Identifier: Apache-2.0
// What a row of the trail says of a deed beside who, when and how much: "2 tickets: 12 13; paper
// jam".
//
// Pure. Ids are the database's numbers. At most 500 bytes, of whole characters;
// nothing of a person but what staff gave as a reason.
#pragma once

#include <string>

#include "server/engine/event_engine.h"

namespace tessera::app {

std::string whatWasDone(const engine::Command& command, const engine::Outcome& outcome,
                        const engine::Changes& changes);

}  // namespace tessera::app
