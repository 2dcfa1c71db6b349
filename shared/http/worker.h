// SPDX-License-Identifier: Apache-2.0
// One thread of a server: an event loop, its connections, and the answers that other threads give.
//
// submit() and submitTask() may be called from any thread; everything else only on the worker's
// own thread. Answers from elsewhere are taken over in batches, so that a thousand of them cost one
// wake-up. Deadlines are looked at in one coarse sweep instead of a timer per connection.
// Ownership: connections hold their Worker, the Worker holds live connections; shutDown() breaks
// the circle.
#pragma once

#include <array>
#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <functional>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <thread>
#include <unordered_map>
#include <vector>

#include "shared/http/request_parser.h"
#include "shared/http/response_writer.h"
#include "shared/http/server.h"

namespace tessera::http::detail {

class Connection;

// The owner's answer to a refusal, or problem+json; with the refusal's own status.
Response refusalResponse(const ServerOptions& options, const Refused& refused);

// What all threads of one server share. Counters are relaxed: they inform, nothing depends on them.
struct Shared {
    ServerOptions options;
    Handler handler;
    BodyBytes bodyBytes;
    std::atomic<bool> stopping{false};
    // A Responder may outlive the server's owner: after stop() its callbacks are not called.
    std::shared_mutex ownerMutex;
    bool ownerGone = false;
    std::atomic<std::uint64_t> open{0}, accepted{0}, refused{0}, streams{0}, requests{0},
        refusals{0}, timeouts{0}, bytesRead{0}, bytesWritten{0}, acceptErrors{0};

    // Connections by address, kept only where connectionsPerAddressMax is set.
    std::mutex addressesMutex;
    std::unordered_map<std::string, std::size_t> addresses;
};

// Something that a Responder or Stream asks of a connection's thread.
struct Job {
    enum class Kind { Answer, StartStream, Chunk, EndStream, Abort };
    Kind kind = Kind::Answer;
    std::shared_ptr<Connection> connection;
    std::uint64_t exchange = 0;
    Response response;
    std::shared_ptr<const std::string> bytes;
    std::shared_ptr<StreamCore> stream;
};

class Worker : public std::enable_shared_from_this<Worker> {
public:
    static constexpr std::size_t kReadBytes = 16 * 1024;

    explicit Worker(std::shared_ptr<Shared> shared);

    void start();
    // Stops the loop, joins the thread, cuts what is left. Later jobs are dropped.
    void shutDown();

    // Do nothing and say false after shutDown().
    bool submit(Job job);
    bool submitTask(std::function<void()> task);
    bool isOwnThread() const;

    void add(std::shared_ptr<Connection> connection);
    void remove(Connection& connection);
    void drainAll();

    boost::asio::io_context& context() { return context_; }
    Shared& shared() { return *shared_; }
    ResponseWriter& writer() { return writer_; }
    std::array<char, kReadBytes>& scratch() { return scratch_; }

private:
    void runJobs();
    void armSweep();
    void sweep();
    void closeAll();

    std::shared_ptr<Shared> shared_;
    boost::asio::io_context context_{1};
    boost::asio::steady_timer sweepTimer_{context_};
    ResponseWriter writer_;
    std::array<char, kReadBytes> scratch_{};
    std::vector<std::shared_ptr<Connection>> connections_;
    std::thread thread_;

    std::mutex mutex_;
    std::vector<Job> jobs_;  // Bounded by open exchanges and by each stream's own limit.
    bool stopped_ = false;
    std::vector<Job> running_;  // The batch that runJobs() works on; kept for its capacity.
};

}  // namespace tessera::http::detail
