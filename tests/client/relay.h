// SPDX-License-Identifier: Apache-2.0
// A TCP relay on loopback between a client and the server: it keeps its port when the server gets
// another, can hold the server's answers back, and cuts what is open.
//
// Thread-safe; owns its thread and sockets, which end with it.
#pragma once

#include <cstdint>
#include <mutex>
#include <thread>
#include <vector>

namespace tessera::client {

class Relay {
public:
    // Aborts if it cannot listen.
    explicit Relay(std::uint16_t target);
    ~Relay();
    Relay(const Relay&) = delete;
    Relay& operator=(const Relay&) = delete;

    std::uint16_t port() const { return port_; }
    // Where connections from now on go.
    void aim(std::uint16_t target);
    // While it holds, nothing of the server gets through; of a connection that ends meanwhile,
    // never.
    void hold(bool held);
    // Ends all connections, with what was held.
    void cut();

private:
    struct Pair {
        int client = -1;
        int server = -1;
    };
    void run();
    void wake();
    void accept();
    // Whether the pair goes on.
    bool carry(const Pair& pair, short client, short server);

    std::mutex mutex_;
    std::uint16_t target_;
    std::uint16_t port_ = 0;
    int listener_ = -1;
    int wake_[2] = {-1, -1};
    bool held_ = false;
    bool cut_ = false;
    bool stopping_ = false;
    std::vector<Pair> pairs_;
    std::thread thread_;
};

}  // namespace tessera::client
