// SPDX-License-Identifier: Apache-2.0
#include "server/runtime/metrics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

namespace tessera::runtime {
namespace {

using ::testing::HasSubstr;

TEST(MetricsTest, TheTextHasEveryKindInPrometheusForm) {
    Metrics metrics;
    metrics.counter("tessera_holds_total", "Holds made.", {{"channel", "web"}}).add(3);
    metrics.counter("tessera_holds_total", "Holds made.", {{"channel", "kiosk"}}).add();
    metrics.gauge("tessera_queue", "Waiting.").set(-7);
    metrics.gaugeFrom("tessera_half", "Asked when scraped.", [] { return 0.5; });
    const std::string text = metrics.text();
    EXPECT_THAT(text, HasSubstr("# HELP tessera_holds_total Holds made.\n"
                                "# TYPE tessera_holds_total counter\n"
                                "tessera_holds_total{channel=\"kiosk\"} 1\n"
                                "tessera_holds_total{channel=\"web\"} 3\n"));
    EXPECT_THAT(text, HasSubstr("# TYPE tessera_queue gauge\ntessera_queue -7\n"));
    EXPECT_THAT(text, HasSubstr("tessera_half 0.5\n"));
}

TEST(MetricsTest, LatencyIsWrittenInSecondsWithInclusiveCumulativeBuckets) {
    Metrics metrics;
    Histogram& latency = metrics.latency("tessera_batch_seconds", "A batch.");
    latency.observe(Duration::ofMicros(100));
    latency.observe(Duration::ofMicros(101));
    latency.observe(Duration::ofSeconds(100));
    const std::string text = metrics.text();
    EXPECT_THAT(text, HasSubstr("tessera_batch_seconds_count 3\n"));
    EXPECT_THAT(text, HasSubstr("tessera_batch_seconds_sum 100.000201\n"));
    EXPECT_THAT(text, HasSubstr("tessera_batch_seconds_bucket{le=\"0.0001\"} 1\n"));
    EXPECT_THAT(text, HasSubstr("tessera_batch_seconds_bucket{le=\"0.00025\"} 2\n"));
    EXPECT_THAT(text, HasSubstr("tessera_batch_seconds_bucket{le=\"60\"} 2\n"));
    EXPECT_THAT(text, HasSubstr("tessera_batch_seconds_bucket{le=\"+Inf\"} 3\n"));
}

TEST(MetricsTest, OneNameWithOneSetOfLabelsIsOneMetric) {
    Metrics metrics;
    Counter& first = metrics.counter("tessera_a_total", "A.", {{"k", "v"}});
    EXPECT_EQ(&first, &metrics.counter("tessera_a_total", "A.", {{"k", "v"}}));
    EXPECT_NE(&first, &metrics.counter("tessera_a_total", "A.", {{"k", "w"}}));
    EXPECT_EQ(&metrics.gauge("tessera_g", "G."), &metrics.gauge("tessera_g", "G."));
    EXPECT_EQ(&metrics.latency("tessera_s", "S."), &metrics.latency("tessera_s", "S."));
    EXPECT_EQ(&metrics.sizes("tessera_n", "N.", 500), &metrics.sizes("tessera_n", "N.", 500));
}

TEST(MetricsTest, LabelValuesAreEscaped) {
    Metrics metrics;
    metrics.counter("tessera_a_total", "A.", {{"k", "a\"b\\c\nd"}}).add();
    EXPECT_THAT(metrics.text(), HasSubstr("{k=\"a\\\"b\\\\c\\nd\"} 1"));
}

TEST(MetricsTest, BoundsAscendAndReachTheMost) {
    for (const std::int64_t most : {1L, 2L, 3L, 500L, 20000L}) {
        const auto bounds = sizeBounds(most);
        EXPECT_GE(bounds.back(), most);
        EXPECT_TRUE(std::is_sorted(bounds.begin(), bounds.end()));
    }
    const auto bounds = latencyBounds();
    EXPECT_EQ(std::adjacent_find(bounds.begin(), bounds.end(), std::greater_equal<>()),
              bounds.end());
}

TEST(MetricsTest, NothingIsLostWhenManyThreadsCount) {
    Metrics metrics;
    Counter& counter = metrics.counter("tessera_a_total", "A.");
    Histogram& histogram = metrics.sizes("tessera_n", "N.", 100);
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&] {
            for (int i = 0; i < 50000; ++i) {
                counter.add();
                histogram.observe(i % 100);
                if (i % 10000 == 0) static_cast<void>(metrics.text());
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(counter.value(), 200000U);
    EXPECT_EQ(histogram.counts().sum, 4 * 500 * 4950);
}

TEST(MetricsDeathTest, BadNamesMixedKindsAndTooManySeriesAreMistakes) {
    Metrics metrics;
    EXPECT_DEATH(static_cast<void>(metrics.counter("with-hyphen", "")), "CheckMetricName");
    EXPECT_DEATH(static_cast<void>(metrics.counter("a", "", {{"0x", ""}})), "CheckLabelName");
    static_cast<void>(metrics.counter("tessera_a", ""));
    EXPECT_DEATH(static_cast<void>(metrics.gauge("tessera_a", "")), "kind");
    for (std::size_t i = 1; i < kSeriesMax; ++i) {
        static_cast<void>(metrics.counter("tessera_a", "", {{"n", std::to_string(i)}}));
    }
    EXPECT_DEATH(static_cast<void>(metrics.counter("tessera_b", "")), "kSeriesMax");
}

}  // namespace
}  // namespace tessera::runtime
