// SPDX-License-Identifier: Apache-2.0
#include "server/payments/housekeeping.h"

#include <utility>

#include "server/payments/standing_alarms.h"
#include "server/payments/webhook_pruner.h"
#include "server/runtime/periodic.h"

namespace tessera::payments {
namespace {

constexpr Duration kAlarmsEvery = Duration::ofSeconds(60);
constexpr Duration kPruneEvery = Duration::ofMinutes(60);

store::PostgresOptions oneReader(const std::string& conninfo) {
    store::PostgresOptions options;
    options.conninfo = conninfo;
    options.readers = 1;
    return options;
}

}  // namespace

struct Housekeeping::Impl {
    explicit Impl(Parts parts)
        : with(std::move(parts)),
          finance(oneReader(with.conninfo)),
          webhooks(oneReader(with.conninfo)),
          alarms(finance, with.metrics, with.log),
          pruner(finance, webhooks, with.webhooksKept),
          pruned(with.metrics.counter("tessera_webhooks_pruned_total",
                                      "Stored webhooks that were let go.")),
          alarming(with.executor, with.log, {"alarms", kAlarmsEvery, true},
                   [this](const std::atomic<bool>& stopped) { alarm(stopped); }),
          pruning(with.executor, with.log, {"webhook_pruning", kPruneEvery},
                  [this](const std::atomic<bool>& stopped) { prune(stopped); }) {}

    void alarm(const std::atomic<bool>& stopped) {
        const auto looked = alarms.look(with.clock.now(), stopped);
        if (looked) return;
        with.log.warn("alarms_not_read", {{"detail", runtime::logSafe(looked.error().message)}});
    }
    void prune(const std::atomic<bool>& stopped) {
        const auto gone = pruner.prune(with.clock.now(), stopped);
        if (gone) return pruned.add(static_cast<std::uint64_t>(*gone));
        with.log.warn("webhooks_not_pruned", {{"detail", runtime::logSafe(gone.error().message)}});
    }

    const Parts with;
    store::Finance finance;
    store::WebhookPruning webhooks;
    StandingAlarms alarms;
    WebhookPruner pruner;
    runtime::Counter& pruned;
    runtime::Periodic alarming;
    runtime::Periodic pruning;
};

Housekeeping::Housekeeping(Parts parts) : impl_(std::make_unique<Impl>(std::move(parts))) {}

Housekeeping::~Housekeeping() = default;

void Housekeeping::start() {
    impl_->alarming.start();
    impl_->pruning.start();
}

void Housekeeping::stop() {
    impl_->alarming.stop();
    impl_->pruning.stop();
}

}  // namespace tessera::payments
