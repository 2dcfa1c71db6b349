// SPDX-License-Identifier: Apache-2.0
#include "tools/history/story.h"

namespace tessera::history {
namespace {

const Operation& operationOf(const History& history, const Program& program, int entry) {
    const auto operation = program.entries[static_cast<std::size_t>(entry)].operation;
    return history.operations[static_cast<std::size_t>(operation)];
}

std::string describe(const History& history, const Program& program, const Placed& placed) {
    if (placed.entry != kNone) return describe(operationOf(history, program, placed.entry));
    const auto& booking = program.bookings[static_cast<std::size_t>(placed.turn.booking)];
    return "by itself " + booking.name + ": " + nameOf(placed.turn.from) + ", then " +
           nameOf(placed.turn.to);
}

}  // namespace

std::string storyOf(const std::string& title, const History& history, const Program& program,
                    const Found& found) {
    std::string out = title + ": " + std::to_string(found.placed) + " of " +
                      std::to_string(program.entries.size()) + " calls can be placed\n";
    if (found.blocked == kNone) return out;
    out +=
        "  then must come:\n    " + describe(operationOf(history, program, found.blocked)) + "\n";
    int number = 0;
    for (const DeadEnd& end : found.deadEnds) {
        out += "  order " + std::to_string(++number) + ", its end:\n";
        for (const Placed& placed : end.last) {
            out += "    " + describe(history, program, placed) + "\n";
        }
        out += "  where the model says:\n";
        for (const Objection& one : end.against) {
            out += "    " + describe(operationOf(history, program, one.entry)) + "\n        " +
                   one.what + "\n";
        }
    }
    return out;
}

}  // namespace tessera::history
