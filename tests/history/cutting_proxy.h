// SPDX-License-Identifier: Apache-2.0
// A TCP proxy on loopback that cuts connections at random: before what was asked is passed on,
// after it, before the answer, or in the middle of it.
//
// Thread-safe; owns its threads and sockets, which end with it. The cuts vary from run to run.
#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <thread>
#include <vector>

namespace tessera::history {

class CuttingProxy {
public:
    // To 127.0.0.1:`target`; cuts so many of 1,000 messages each way. Aborts if it cannot listen.
    CuttingProxy(std::uint16_t target, int perMille, std::uint32_t seed);
    ~CuttingProxy();
    CuttingProxy(const CuttingProxy&) = delete;
    CuttingProxy& operator=(const CuttingProxy&) = delete;

    std::uint16_t port() const { return port_; }
    int cuts() const { return cuts_.load(); }

private:
    void listen();
    void carry(int client, std::uint32_t seed);

    std::uint16_t target_;
    int perMille_;
    std::uint32_t seed_;
    int listener_ = -1;
    std::uint16_t port_ = 0;
    std::atomic<bool> stopping_{false};
    std::atomic<int> cuts_{0};
    std::mutex mutex_;
    std::vector<std::thread> carriers_;
    std::thread accepter_;
};

}  // namespace tessera::history
