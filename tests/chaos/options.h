// SPDX-License-Identifier: Apache-2.0
// What a run of the payment chaos does. Plain values; read once, then by any thread.
#pragma once

#include <cstdint>
#include <string>

namespace tessera::chaos {

struct Options {
    int orders = 5000;
    int kills = 60;
    int buyers = 64;  // At a time.
    int events = 12;
    std::uint64_t seed = 1;
    // So long everything may take to settle once the faults are over.
    int settleSeconds = 240;
    // So long the selling may take; then the run is over as it stands, and says so.
    int sellSeconds = 900;
    // So long a buyer asks again; a restart and a take-over are over by then.
    int answerSeconds = 90;
    int paySeconds = 0;     // 0: ten for one half of the events, thirty for the other.
    std::string aim{};      // At one wrong server; empty: at everything.
    bool brief = false;     // One audit, and no webhooks again.
    bool selftest = false;  // The audit's own negative control, too.
    std::string server = "tessera-server";
    std::string report{};  // Where the figures are written; empty: nowhere.
    std::string keep{};    // Where ledger, answers and log are copied to; empty: nowhere.
};

}  // namespace tessera::chaos
