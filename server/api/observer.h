// SPDX-License-Identifier: Apache-2.0
// What the edges report of each call: a line in the access log, a count, a time.
//
// Names and statuses only: no addresses, ids, queries, bodies or tokens. Thread-safe; one counter
// and one histogram of its own per method and edge, so that reporting takes no lock.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "server/api/method_table.h"
#include "server/runtime/log.h"
#include "server/runtime/metrics.h"

namespace tessera::api {

enum class Edge { Rest = 0, Grpc = 1 };

class Observer {
public:
    // What the two edges are called in the log and in metrics.
    using Names = std::array<const char*, 2>;
    static constexpr Names kPublicNames{"rest", "grpc"};
    static constexpr Names kStaffNames{"staff", "staff"};  // There is no REST.

    // All outlive the observer.
    Observer(runtime::Metrics& metrics, runtime::Log& log, const MethodTable& table,
             Names names = kPublicNames);
    ~Observer();

    // `method` may be null: no such route. `status` is HTTP's or gRPC's; `reason` may be empty.
    void finished(Edge edge, const MethodInfo* method, int status, std::string_view reason,
                  std::chrono::steady_clock::time_point started,
                  const runtime::TraceContext& trace);
    // A route outside the contract ("/metrics"), named by a literal.
    void plain(runtime::LogLiteral route, int status, std::chrono::steady_clock::time_point started,
               const runtime::TraceContext& trace);

    runtime::Gauge& streams(Edge edge) { return *streams_[static_cast<std::size_t>(edge)]; }
    runtime::Log& log() { return log_; }

private:
    struct Series;
    Series& seriesOf(Edge edge, const MethodInfo* method);

    runtime::Metrics& metrics_;
    runtime::Log& log_;
    const MethodTable& table_;
    std::vector<std::unique_ptr<Series>> series_;  // Methods of REST, of gRPC; then the unknown.
    std::array<runtime::Gauge*, 2> streams_{};
};

}  // namespace tessera::api
