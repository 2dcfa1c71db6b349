// SPDX-License-Identifier: Apache-2.0
// The way of a call after its edge has read the head: bound, authenticate, decode, stamp, serve.
//
// The same for gRPC and REST, so that both refuse the same things in the same order: OVERLOADED,
// credentials and scope, and only then what is wrong with the message. Thread-safe. A call that is
// not answered within `timeout` is failed with DEADLINE_PASSED, whatever its handler does later.
#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>

#include "server/api/call.h"
#include "server/api/registry.h"
#include "server/api/staff_gate.h"
#include "server/runtime/executor.h"

namespace tessera::api {

struct DispatcherOptions {
    std::size_t inFlightMax = 20'000;  // Calls that wait for their answer; streams do not count.
    Duration timeout = Duration::ofSeconds(30);
    Duration sweepEvery = Duration::ofMillis(250);
};

class Dispatcher {
public:
    // `gate`: of the staff port, where a session takes the place of an API key.
    // REQUIRES: registry.complete(); all outlive the dispatcher.
    Dispatcher(DispatcherOptions options, app::App& app, const Registry& registry,
               runtime::Executor& executor, const StaffGate* gate = nullptr);
    ~Dispatcher();
    Dispatcher(const Dispatcher&) = delete;
    Dispatcher& operator=(const Dispatcher&) = delete;

    // Answers the call, now or later.
    void run(const CallPtr& call);

    std::size_t inFlight() const;

private:
    struct Sweeper;

    void admit(const CallPtr& call);
    void serve(const CallPtr& call);
    std::optional<app::Problem> readCallerKey(Call& call) const;
    std::optional<app::Problem> readHolderToken(Call& call) const;
    std::optional<app::Problem> stamp(Call& call) const;
    static void sign(Call& call);
    void letIn(const CallPtr& call, std::string_view key, std::vector<std::string> scopes);
    void letStaffIn(const CallPtr& call);

    const DispatcherOptions options_;
    app::App& app_;
    const Registry& registry_;
    const StaffGate* const gate_;
    std::shared_ptr<Sweeper> sweeper_;
};

}  // namespace tessera::api
