// SPDX-License-Identifier: Apache-2.0
#include "server/app/event_actor.h"

namespace tessera::app {
namespace {

std::array<runtime::Counter*, 4> answersByKind(runtime::Metrics& metrics) {
    const auto counter = [&](const char* kind) {
        return &metrics.counter(
            "tessera_provider_answers_total",
            "Answers of the payment provider; unknown: none that says anything.", {{"kind", kind}});
    };
    return {counter("definitive"), counter("accepted"), counter("refused"), counter("unknown")};
}

}  // namespace

ActorMetrics::ActorMetrics(runtime::Metrics& metrics)
    : commands(metrics.counter("tessera_commands_total", "Commands decided.")),
      shed(metrics.counter("tessera_commands_shed_total", "Commands refused for overload.")),
      batches(metrics.counter("tessera_batches_total", "Batches committed.")),
      commitFailures(metrics.counter("tessera_commit_failures_total", "Batches not committed.")),
      setAside(metrics.counter("tessera_commands_set_aside_total", "Poisoned commands.")),
      ordersUnpaid(
          metrics.counter("tessera_orders_unpaid_total", "Orders sold whose money was refused.")),
      ordersManual(
          metrics.counter("tessera_orders_manual_total", "Orders that only staff can settle.")),
      refundsManual(
          metrics.counter("tessera_refunds_manual_total", "Refunds that only staff can settle.")),
      notLoaded(metrics.counter("tessera_events_not_loaded_total",
                                "Events due that found no room on this node.")),
      rowsDisagree(metrics.counter("tessera_events_damaged_total",
                                   "Take-overs of events whose rows disagree.")),
      ownedElsewhere(metrics.counter("tessera_events_owned_elsewhere_total",
                                     "Events asked for here that another node has.")),
      providerAnswers(answersByKind(metrics)),
      batchCommands(metrics.sizes("tessera_batch_commands", "Commands of a batch.", 500)),
      commitLatency(metrics.latency("tessera_commit_seconds", "Sealing to commit.")),
      answerLatency(metrics.latency("tessera_answer_seconds", "Arrival to answer.")) {}

}  // namespace tessera::app
