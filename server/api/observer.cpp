// SPDX-License-Identifier: Apache-2.0
#include "server/api/observer.h"

namespace tessera::api {
namespace {

constexpr std::size_t kStatusMax = 600;

Duration since(std::chrono::steady_clock::time_point started) {
    const auto passed = std::chrono::steady_clock::now() - started;
    return Duration::ofMicros(
        std::chrono::duration_cast<std::chrono::microseconds>(passed).count());
}

}  // namespace

struct Observer::Series {
    std::string edge;
    std::string method;
    runtime::Histogram* seconds = nullptr;
    std::array<std::atomic<runtime::Counter*>, kStatusMax> byStatus{};

    void count(runtime::Metrics& metrics, int status) {
        const auto slot = status < 0 || status >= static_cast<int>(kStatusMax)
                              ? std::size_t{0}
                              : static_cast<std::size_t>(status);
        auto* counter = byStatus[slot].load(std::memory_order_acquire);
        if (counter == nullptr) {
            counter = &metrics.counter(
                "tessera_requests_total", "Answered requests by method and status.",
                {{"edge", edge}, {"method", method}, {"status", std::to_string(slot)}});
            byStatus[slot].store(counter, std::memory_order_release);
        }
        counter->add();
    }
};

Observer::Observer(runtime::Metrics& metrics, runtime::Log& log, const MethodTable& table,
                   Names names)
    : metrics_(metrics), log_(log), table_(table) {
    const auto add = [&](const std::string& edge, const std::string& method) {
        auto series = std::make_unique<Series>();
        series->edge = edge;
        series->method = method;
        series->seconds =
            &metrics.latency("tessera_request_seconds", "From a request's arrival to its answer.",
                             {{"edge", edge}, {"method", method}});
        series_.push_back(std::move(series));
    };
    for (const std::string edge : names) {
        for (const auto& method : table.methods()) {
            add(edge, method.descriptor->service()->name() + "." + method.descriptor->name());
        }
    }
    add(names[0], "unknown");
    for (const std::size_t edge : {0, 1}) {
        streams_[edge] = &metrics.gauge("tessera_streams_open", "Server streams now open.",
                                        {{"edge", names[edge]}});
    }
}

Observer::~Observer() = default;

Observer::Series& Observer::seriesOf(Edge edge, const MethodInfo* method) {
    if (method == nullptr) return *series_.back();
    const auto index = static_cast<std::size_t>(method - table_.methods().data());
    return *series_[static_cast<std::size_t>(edge) * table_.methods().size() + index];
}

void Observer::finished(Edge edge, const MethodInfo* method, int status, std::string_view reason,
                        std::chrono::steady_clock::time_point started,
                        const runtime::TraceContext& trace) {
    auto& series = seriesOf(edge, method);
    const auto took = since(started);
    series.count(metrics_, status);
    series.seconds->observe(took);
    const bool ours = edge == Edge::Rest ? status >= 500 : status == 13;
    log_.write(ours ? runtime::LogLevel::Error : runtime::LogLevel::Info, "request_answered",
               {{"edge", runtime::logSafe(series.edge)},
                {"method", runtime::logSafe(series.method)},
                {"status", status},
                {"reason", runtime::logSafe(reason)},
                {"micros", took}},
               trace);
}

void Observer::plain(runtime::LogLiteral route, int status,
                     std::chrono::steady_clock::time_point started,
                     const runtime::TraceContext& trace) {
    log_.write(
        status >= 500 ? runtime::LogLevel::Warn : runtime::LogLevel::Debug, "request_answered",
        {{"edge", "rest"}, {"method", route}, {"status", status}, {"micros", since(started)}},
        trace);
}

}  // namespace tessera::api
