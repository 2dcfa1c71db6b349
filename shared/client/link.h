// SPDX-License-Identifier: Apache-2.0
// The one connection to the staff port: TLS both ways, pings, and coming back by itself.
//
// The loop's thread alone. A connection that breaks is reported at once; one that falls silent
// within twelve seconds, by pings. Owns the channel.
#pragma once

#include <grpcpp/channel.h>
#include <grpcpp/client_context.h>

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
    std::string app{};  // What every call says that it comes from, as name/version; empty: nothing.
};

class Link {
public:
    // `onChange` is told true when the connection stands, and false when it is lost.
    Link(const Endpoint& endpoint, Loop& loop, std::function<void(bool up)> onChange);

    const std::shared_ptr<grpc::Channel>& channel() const { return channel_; }
    // What every call and stream says of the app. Any thread.
    void introduce(grpc::ClientContext& context) const;
    // Connects, and stays connected until the loop stops.
    void keep();

private:
    Loop& loop_;
    const std::string app_;
    std::function<void(bool)> onChange_;
    std::shared_ptr<grpc::Channel> channel_;
    bool up_ = false;
};

}  // namespace tessera::client
