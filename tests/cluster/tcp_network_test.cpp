// SPDX-License-Identifier: Apache-2.0
#include "server/cluster/tcp_network.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tessera::cluster {
namespace {

TEST(TcpNetworkTest, TellsWhoListensFromWhoDoesNot) {
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto* raw = reinterpret_cast<sockaddr*>(&address);
    ASSERT_EQ(bind(listener, raw, sizeof address), 0);
    ASSERT_EQ(listen(listener, 1), 0);
    socklen_t size = sizeof address;
    ASSERT_EQ(getsockname(listener, raw, &size), 0);
    const std::string name = "127.0.0.1:" + std::to_string(ntohs(address.sin_port));
    TcpNetwork network;
    EXPECT_EQ(network.reach(name), Reach::Answered);
    close(listener);
    EXPECT_EQ(network.reach(name), Reach::Refused);
}

TEST(TcpNetworkTest, WhatIsNoAddressIsRefused) {
    TcpNetwork network;
    for (const char* text : {"", "nowhere", "127.0.0.1", "127.0.0.1:", "a.name:80", "[::1]:x"}) {
        EXPECT_EQ(network.reach(text), Reach::Refused) << text;
    }
}

}  // namespace
}  // namespace tessera::cluster
