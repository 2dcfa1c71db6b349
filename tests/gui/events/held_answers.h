// SPDX-License-Identifier: Apache-2.0
// Answers of one method that are held back while all others come: the one that was asked first
// comes last.
//
// For every client of the program, while it lives; one at a time. Thread-safe: gRPC's threads hold,
// the test's lets go.
#pragma once

#include <cstddef>
#include <string>

namespace tessera::gui {

class HeldAnswers {
public:
    // `method`: as its path ends, "/ListCodes".
    explicit HeldAnswers(const std::string& method);
    ~HeldAnswers();
    HeldAnswers(const HeldAnswers&) = delete;
    HeldAnswers& operator=(const HeldAnswers&) = delete;

    // How many have come and are held.
    std::size_t count() const;
    // All that are held, the latest first, and whatever comes from now on.
    void letGo();
};

}  // namespace tessera::gui
