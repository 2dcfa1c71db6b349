// SPDX-License-Identifier: Apache-2.0
// The wall clock of the GUI's thread, set wrong: what every library reads there, a request's id and
// a countdown with it.
//
// Put on while one lives, for its thread; one at a time. The monotonic clock is as it is. Make it
// before the clients that are to believe it.
#pragma once

#include <chrono>

namespace tessera::gui {

class WrongClock {
public:
    explicit WrongClock(std::chrono::seconds ahead);
    ~WrongClock();
    WrongClock(const WrongClock&) = delete;
    WrongClock& operator=(const WrongClock&) = delete;
};

}  // namespace tessera::gui
