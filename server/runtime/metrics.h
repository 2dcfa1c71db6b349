// SPDX-License-Identifier: Apache-2.0
// Counters, gauges and histograms, and their text for /metrics.
//
// Thread-safe. Updating one is one relaxed atomic addition (a histogram: two, and a search of its
// few bounds): look a metric up once, keep the reference. A Metrics owns its metrics; references
// stay valid as long as it lives. Labels come from fixed sets of the program, never from input.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/time.h"

namespace tessera::runtime {

class Counter {
public:
    void add(std::uint64_t count = 1) { value_.fetch_add(count, std::memory_order_relaxed); }
    std::uint64_t value() const { return value_.load(std::memory_order_relaxed); }

private:
    std::atomic<std::uint64_t> value_{0};
};

class Gauge {
public:
    void set(std::int64_t value) { value_.store(value, std::memory_order_relaxed); }
    void add(std::int64_t difference) { value_.fetch_add(difference, std::memory_order_relaxed); }
    std::int64_t value() const { return value_.load(std::memory_order_relaxed); }

private:
    std::atomic<std::int64_t> value_{0};
};

// Counts integers in buckets with inclusive upper bounds.
class Histogram {
public:
    // REQUIRES: bounds ascend and are not empty.
    explicit Histogram(std::vector<std::int64_t> bounds);

    void observe(std::int64_t value);
    void observe(Duration d) { observe(d.micros); }

    struct Counts {
        std::vector<std::uint64_t> buckets;  // Not cumulative; the last is beyond every bound.
        std::int64_t sum = 0;
    };
    Counts counts() const;
    const std::vector<std::int64_t>& bounds() const { return bounds_; }

private:
    std::vector<std::int64_t> bounds_;
    std::unique_ptr<std::atomic<std::uint64_t>[]> buckets_;
    std::atomic<std::int64_t> sum_{0};
};

using Labels = std::map<std::string, std::string>;

// 100 µs to 60 s, for Durations; the text is in seconds, as Prometheus wants it.
std::vector<std::int64_t> latencyBounds();
// 1, 2, 5, 10 … up to at least `most`, for sizes and counts.
std::vector<std::int64_t> sizeBounds(std::int64_t most);

inline constexpr std::size_t kSeriesMax = 4096;

class Metrics {
public:
    Metrics();
    ~Metrics();
    Metrics(const Metrics&) = delete;
    Metrics& operator=(const Metrics&) = delete;

    // The metric of this name and these labels, made on first use. Names follow Prometheus:
    // `tessera_holds_total`, `tessera_batch_seconds`. `help` of the first use stays.
    // REQUIRES: a valid name and label names; the name is of one kind; at most kSeriesMax in all.
    Counter& counter(std::string_view name, std::string_view help, const Labels& labels = {});
    Gauge& gauge(std::string_view name, std::string_view help, const Labels& labels = {});
    // `latency` observes Durations and is written in seconds; `sizes` observes plain numbers.
    Histogram& latency(std::string_view name, std::string_view help, const Labels& labels = {});
    Histogram& sizes(std::string_view name, std::string_view help, std::int64_t most,
                     const Labels& labels = {});

    // A gauge that is asked when the text is made. `read` is called on the scraping thread, must
    // be cheap, must not use this Metrics, and must stay callable as long as it lives.
    void gaugeFrom(std::string_view name, std::string_view help, std::function<double()> read,
                   const Labels& labels = {});

    // Prometheus text exposition format 0.0.4, families in order of name.
    std::string text() const;

private:
    struct Family;
    struct Series;
    Series& seriesOf(std::string_view name, std::string_view help, int kind, const Labels& labels);

    mutable std::mutex mutex_;
    std::map<std::string, std::unique_ptr<Family>, std::less<>> families_;
    std::size_t seriesCount_ = 0;
};

}  // namespace tessera::runtime
