// SPDX-License-Identifier: Apache-2.0
// Approvals that reach the till as if three minutes had gone by since the server gave them.
//
// For every client of the program, while one of it lives; one at a time. All else of what is asked
// and answered is as it is. Its own thread's, and gRPC's threads read it.
#pragma once

namespace tessera::gui {

class LateAnswers {
public:
    LateAnswers();
    ~LateAnswers();
    LateAnswers(const LateAnswers&) = delete;
    LateAnswers& operator=(const LateAnswers&) = delete;
};

}  // namespace tessera::gui
