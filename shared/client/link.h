// SPDX-License-Identifier: Apache-2.0
// The one connection to the staff port: TLS both ways, pings, and coming back by itself.
//
// The loop's thread alone. A connection that breaks is reported at once; one that falls silent
// within twelve seconds, by pings. Owns the channel.
#pragma once

#include <grpcpp/channel.h>

#include <functional>
#include <memory>
#include <string>

#include "shared/client/loop.h"

namespace tessera::client {

struct Endpoint {
    std::string address;           // Host and port, as the server's certificate names the host.
    std::string authorityPem;      // Whose certificates a server must have.
    std::string keyPem{};          // The device's key, and
    std::string certificatePem{};  // its certificate; both empty: it is not enrolled yet.
};

class Link {
public:
    // `onChange` is told true when the connection stands, and false when it is lost.
    Link(const Endpoint& endpoint, Loop& loop, std::function<void(bool up)> onChange);

    const std::shared_ptr<grpc::Channel>& channel() const { return channel_; }
    // Connects, and stays connected until the loop stops.
    void keep();

private:
    Loop& loop_;
    std::function<void(bool)> onChange_;
    std::shared_ptr<grpc::Channel> channel_;
    bool up_ = false;
};

}  // namespace tessera::client
