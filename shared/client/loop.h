// SPDX-License-Identifier: Apache-2.0
// The client's one thread: gRPC's completion queue, whose alarms are its timers and its mailbox.
//
// post() may be called on any thread, all else on the loop's own, but for stop(). What is posted is
// as much as its callers let be open (Calls, Client); the loop itself bounds nothing. After stop()
// nothing may be started on the queue: who starts asks stopping() first.
#pragma once

#include <grpcpp/alarm.h>
#include <grpcpp/completion_queue.h>

#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <thread>

#include "shared/client/answer.h"

namespace tessera::client {

// From now, by a clock that nobody sets.
gpr_timespec in(Millis delay);

// A timer that may be ended: its work is not done then.
class Timer {
public:
    void cancel();

private:
    friend class Loop;
    grpc::Alarm alarm_;
    std::function<void()> work_;
};

class Loop {
public:
    Loop();
    ~Loop();  // REQUIRES: stop() has been called.
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    grpc::CompletionQueue& queue() { return queue_; }
    // For one operation of gRPC on queue(): `done` is called when it has ended, with its success.
    static void* tag(std::function<void(bool ok)> done);

    // False, and nothing is done, after stop().
    bool post(std::function<void()> work);
    // Never null; does nothing while stopping.
    std::shared_ptr<Timer> after(Millis delay, std::function<void()> work);

    // Does `last` on the loop, takes nothing more, and waits for all that was started. Not from the
    // loop's own thread.
    void stop(std::function<void()> last);
    bool stopping() const { return stopping_; }

private:
    void run();

    grpc::CompletionQueue queue_;
    std::mutex mutex_;
    bool closed_ = false;                      // Under mutex_.
    bool stopping_ = false;                    // The loop's own.
    std::set<std::shared_ptr<Timer>> timers_;  // Not due yet; the loop's own.
    std::thread thread_;
};

}  // namespace tessera::client
