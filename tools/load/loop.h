// SPDX-License-Identifier: Apache-2.0
// One thread's event loop: timers, and requests over a bounded number of keep-alive connections.
//
// Whoever asks has at most one request or timer at a time and is named by a number. A request waits
// in a queue when every connection is busy. Not deterministic (sockets, clock); used by one thread.
// Bounded: connections by each host's limit, waiting requests by the number of askers.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <queue>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "tools/load/http_reply.h"

namespace tessera::load {

using Asker = std::uint32_t;
using Micros = std::int64_t;

class LoopClient {
public:
    virtual ~LoopClient() = default;
    // `reply` is valid during the call.
    virtual void onReply(Asker asker, const Reply& reply) = 0;
    // No answer came: not connected, cut off, or late. What was asked may have been done.
    virtual void onLost(Asker asker) = 0;
    // `due`: when the timer was to fire; it is never early and may be late.
    virtual void onTimer(Asker asker, Micros due) = 0;
};

class Loop {
public:
    explicit Loop(LoopClient& client, Micros requestDeadline = 15'000'000);
    ~Loop();
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    // "http://name:port"; the answer is for ask().
    Result<std::size_t> addHost(const std::string& url, std::size_t connectionsMax);
    // `request` is the whole head and body.
    void ask(Asker asker, std::size_t host, std::string request);
    void after(Asker asker, Micros delay);
    // Handles what there is; waits at most until `until`.
    void run(Micros until);

    static Micros now();
    std::size_t connections() const;
    std::size_t waiting() const;

private:
    struct Connection {
        int fd = -1;
        std::size_t host = 0;
        bool connecting = false;
        bool watchesWrite = false;
        bool busy = false;
        Asker asker = 0;
        std::uint64_t turn = 0;  // Which request this is: an old deadline means nothing to it.
        std::string out;
        std::size_t written = 0;
        std::string in;
    };
    struct Job {
        Asker asker = 0;
        std::string request;
    };
    struct Host {
        std::string address;  // A sockaddr's bytes.
        std::size_t connectionsMax = 0;
        std::size_t open = 0;
        std::size_t connecting = 0;
        std::vector<Connection*> idle;
        std::deque<Job> waiting;
    };
    struct Timer {
        Micros at = 0;
        Asker asker = 0;
        bool operator>(const Timer& other) const { return at > other.at; }
    };
    struct Deadline {
        Micros at = 0;
        Connection* connection = nullptr;
        std::uint64_t turn = 0;
    };

    void serve(std::size_t host);
    void start(Connection& connection, Job job);
    Connection* connect(std::size_t host);
    void write(Connection& connection);
    void read(Connection& connection);
    void handle(Connection& connection, std::uint32_t events);
    bool answer(Connection& connection);
    void drop(Connection& connection);
    void watch(Connection& connection, bool write);
    void expire();
    void fireTimers();

    LoopClient& client_;
    const Micros requestDeadline_;
    int epoll_ = -1;
    std::vector<Host> hosts_;
    std::vector<std::unique_ptr<Connection>> all_;
    std::vector<Connection*> unused_;
    std::priority_queue<Timer, std::vector<Timer>, std::greater<>> timers_;
    std::deque<Deadline> deadlines_;
    std::vector<Asker> lost_;  // Told after the connection's handling is over.
};

}  // namespace tessera::load
