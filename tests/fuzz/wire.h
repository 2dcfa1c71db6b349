// SPDX-License-Identifier: Apache-2.0
// An HTTP connection without network, threads or clock: a pair of sockets, and a worker whose loop
// runs only while something is said.
//
// Deterministic where the handler is, but for the Date of answers. Not thread-safe. The handler
// must answer before it returns.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "shared/http/worker.h"
#include "tests/fuzz/fuzz.h"

namespace tessera::fuzz {

class Wire {
public:
    Wire(http::ServerOptions options, http::Handler handler);

    // All that a peer receives who sends the pieces and then no more, until the server closes: it
    // does, and nothing of the conversation is left behind. A stream on a connection that is to be
    // closed after it reads no more, so it does not see the peer go: it is cut, as time would.
    std::string talk(Pieces pieces);

private:
    void run();

    std::shared_ptr<http::detail::Shared> shared_;
    std::shared_ptr<http::detail::Worker> worker_;
};

}  // namespace tessera::fuzz
