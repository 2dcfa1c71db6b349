// SPDX-License-Identifier: Apache-2.0
#include "server/runtime/metrics.h"

#include <prometheus/check_names.h>
#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>

#include <algorithm>
#include <limits>
#include <variant>

#include "shared/base/check.h"

namespace tessera::runtime {
namespace {

struct Kind {
    enum : int { Counter, Gauge, ReadGauge, Latency, Sizes };
};

constexpr double kMicrosPerSecond = 1e6;

prometheus::MetricType typeOf(int kind) {
    switch (kind) {
        case Kind::Counter:
            return prometheus::MetricType::Counter;
        case Kind::Gauge:
        case Kind::ReadGauge:
            return prometheus::MetricType::Gauge;
        default:
            return prometheus::MetricType::Histogram;
    }
}

prometheus::ClientMetric::Histogram exported(const Histogram& histogram, double unit) {
    const Histogram::Counts counts = histogram.counts();
    prometheus::ClientMetric::Histogram out;
    std::uint64_t cumulative = 0;
    for (std::size_t i = 0; i < counts.buckets.size(); ++i) {
        cumulative += counts.buckets[i];
        prometheus::ClientMetric::Bucket bucket;
        bucket.cumulative_count = cumulative;
        bucket.upper_bound = i < histogram.bounds().size()
                                 ? static_cast<double>(histogram.bounds()[i]) / unit
                                 : std::numeric_limits<double>::infinity();
        out.bucket.push_back(bucket);
    }
    out.sample_count = cumulative;
    out.sample_sum = static_cast<double>(counts.sum) / unit;
    return out;
}

}  // namespace

Histogram::Histogram(std::vector<std::int64_t> bounds)
    : bounds_(std::move(bounds)),
      buckets_(std::make_unique<std::atomic<std::uint64_t>[]>(bounds_.size() + 1)) {
    TESSERA_CHECK(!bounds_.empty());
    TESSERA_CHECK(std::adjacent_find(bounds_.begin(), bounds_.end(), std::greater_equal<>()) ==
                  bounds_.end());
}

void Histogram::observe(std::int64_t value) {
    const auto bound = std::lower_bound(bounds_.begin(), bounds_.end(), value);
    const auto index = static_cast<std::size_t>(bound - bounds_.begin());
    buckets_[index].fetch_add(1, std::memory_order_relaxed);
    sum_.fetch_add(value, std::memory_order_relaxed);
}

Histogram::Counts Histogram::counts() const {
    Counts counts;
    for (std::size_t i = 0; i <= bounds_.size(); ++i) {
        counts.buckets.push_back(buckets_[i].load(std::memory_order_relaxed));
    }
    counts.sum = sum_.load(std::memory_order_relaxed);
    return counts;
}

std::vector<std::int64_t> latencyBounds() {
    return {100,    250,    500,    1000,    2500,    5000,    10000,    25000,    50000,   75000,
            100000, 250000, 500000, 1000000, 2500000, 5000000, 10000000, 30000000, 60000000};
}

std::vector<std::int64_t> sizeBounds(std::int64_t most) {
    std::vector<std::int64_t> bounds;
    for (std::int64_t decade = 1;; decade *= 10) {
        for (const std::int64_t step : {1, 2, 5}) {
            bounds.push_back(decade * step);
            if (bounds.back() >= most || bounds.back() >= INT64_MAX / 20) return bounds;
        }
    }
}

struct Metrics::Series {
    std::variant<Counter, Gauge, std::function<double()>, std::unique_ptr<Histogram>> body;
};

struct Metrics::Family {
    std::string help;
    int kind = Kind::Counter;
    std::map<Labels, std::unique_ptr<Series>> series;
};

Metrics::Metrics() = default;
Metrics::~Metrics() = default;

Metrics::Series& Metrics::seriesOf(std::string_view name, std::string_view help, int kind,
                                   const Labels& labels) {
    auto family = families_.find(name);
    if (family == families_.end()) {
        TESSERA_CHECK(prometheus::CheckMetricName(std::string(name)));
        family = families_.emplace(std::string(name), std::make_unique<Family>()).first;
        family->second->help = help;
        family->second->kind = kind;
    }
    TESSERA_CHECK(family->second->kind == kind);
    auto& series = family->second->series[labels];
    if (!series) {
        TESSERA_CHECK(seriesCount_ < kSeriesMax);
        for (const auto& label : labels) TESSERA_CHECK(prometheus::CheckLabelName(label.first));
        ++seriesCount_;
        series = std::make_unique<Series>();
    }
    return *series;
}

Counter& Metrics::counter(std::string_view name, std::string_view help, const Labels& labels) {
    const std::lock_guard lock(mutex_);
    return std::get<Counter>(seriesOf(name, help, Kind::Counter, labels).body);
}

Gauge& Metrics::gauge(std::string_view name, std::string_view help, const Labels& labels) {
    const std::lock_guard lock(mutex_);
    Series& series = seriesOf(name, help, Kind::Gauge, labels);
    if (!std::holds_alternative<Gauge>(series.body)) series.body.emplace<Gauge>();
    return std::get<Gauge>(series.body);
}

Histogram& Metrics::latency(std::string_view name, std::string_view help, const Labels& labels) {
    const std::lock_guard lock(mutex_);
    Series& series = seriesOf(name, help, Kind::Latency, labels);
    if (!std::holds_alternative<std::unique_ptr<Histogram>>(series.body)) {
        series.body = std::make_unique<Histogram>(latencyBounds());
    }
    return *std::get<std::unique_ptr<Histogram>>(series.body);
}

Histogram& Metrics::sizes(std::string_view name, std::string_view help, std::int64_t most,
                          const Labels& labels) {
    const std::lock_guard lock(mutex_);
    Series& series = seriesOf(name, help, Kind::Sizes, labels);
    if (!std::holds_alternative<std::unique_ptr<Histogram>>(series.body)) {
        series.body = std::make_unique<Histogram>(sizeBounds(most));
    }
    return *std::get<std::unique_ptr<Histogram>>(series.body);
}

void Metrics::gaugeFrom(std::string_view name, std::string_view help, std::function<double()> read,
                        const Labels& labels) {
    TESSERA_CHECK(static_cast<bool>(read));
    const std::lock_guard lock(mutex_);
    seriesOf(name, help, Kind::ReadGauge, labels).body = std::move(read);
}

std::string Metrics::text() const {
    std::vector<prometheus::MetricFamily> families;
    const std::lock_guard lock(mutex_);
    for (const auto& [name, family] : families_) {
        prometheus::MetricFamily out;
        out.name = name;
        out.help = family->help;
        out.type = typeOf(family->kind);
        for (const auto& [labels, series] : family->series) {
            prometheus::ClientMetric metric;
            for (const auto& [key, value] : labels) metric.label.push_back({key, value});
            if (const auto* counter = std::get_if<Counter>(&series->body)) {
                metric.counter.value = static_cast<double>(counter->value());
            } else if (const auto* gauge = std::get_if<Gauge>(&series->body)) {
                metric.gauge.value = static_cast<double>(gauge->value());
            } else if (const auto* read = std::get_if<std::function<double()>>(&series->body)) {
                metric.gauge.value = (*read)();
            } else {
                const auto& histogram = *std::get<std::unique_ptr<Histogram>>(series->body);
                metric.histogram =
                    exported(histogram, family->kind == Kind::Latency ? kMicrosPerSecond : 1);
            }
            out.metric.push_back(std::move(metric));
        }
        families.push_back(std::move(out));
    }
    return prometheus::TextSerializer().Serialize(families);
}

}  // namespace tessera::runtime
