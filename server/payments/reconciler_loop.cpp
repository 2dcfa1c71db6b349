// SPDX-License-Identifier: Apache-2.0
#include "server/payments/reconciler_loop.h"

namespace tessera::payments {
namespace {

constexpr Duration kEvery = Duration::ofSeconds(60);

void turns(const ReconcilerLoop::Parts& with, const std::atomic<bool>& stopped) {
    for (const auto& provider : with.providers) {
        auto turn = Reconciler::Turn::More;
        while (!stopped && turn == Reconciler::Turn::More) {
            const auto done = with.reconciler.turn(*provider, with.clock.now());
            if (!done) {
                with.log.warn("reconciliation_failed",
                              {{"provider", provider->kind()},
                               {"detail", runtime::logSafe(done.error().message)}});
                break;
            }
            turn = *done;
        }
    }
}

}  // namespace

ReconcilerLoop::ReconcilerLoop(const Parts& parts)
    : periodic_(parts.executor, parts.log, {"reconciliation", kEvery},
                [parts](const std::atomic<bool>& stopped) { turns(parts, stopped); }) {}

}  // namespace tessera::payments
