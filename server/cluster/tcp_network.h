// SPDX-License-Identifier: Apache-2.0
// Network by opening, and closing, a TCP connection to the node's gRPC port.
//
// Thread-safe; owns nothing. Addresses are numeric: nobody waits for a name server.
#pragma once

#include "server/cluster/network.h"

namespace tessera::cluster {

class TcpNetwork final : public Network {
public:
    Reach reach(const std::string& address) override;
};

}  // namespace tessera::cluster
