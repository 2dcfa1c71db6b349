// SPDX-License-Identifier: Apache-2.0
#include "server/app/due_watch.h"

namespace tessera::app {
namespace {

constexpr Duration kEvery = Duration::ofSeconds(1);

}  // namespace

DueWatch::DueWatch(Parts parts)
    : questions_(parts.executor, parts.log, {.name = "due_events", .pause = kEvery},
                 [parts](const std::atomic<bool>& /*stopped*/) {
                     const auto loaded = parts.directory.loadDue(parts.clock.now());
                     if (loaded) return;
                     parts.log.warn("due_events_unknown",
                                    {{"detail", runtime::logSafe(loaded.error().message)}});
                 }) {}

}  // namespace tessera::app
