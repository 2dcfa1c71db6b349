// SPDX-License-Identifier: Apache-2.0
// AppService::blocking: work that waits for the database, off the actors' threads.
//
// Thread-safe. Bounded by the blocking pool's queue; beyond it the reply is OVERLOADED at once.
#pragma once

#include <functional>
#include <utility>

#include "server/app/app_service.h"

namespace tessera::app {

template <class T>
void AppService::blocking(Reply<T> reply, std::function<Answer<T>()> work) {
    auto task = [reply, work = std::move(work)] { reply(work()); };
    if (with_.actors.blocking.post(std::move(task)) != runtime::PostOutcome::Accepted) {
        reply(tl::make_unexpected(busy("Too many reads wait for the database.")));
    }
}

}  // namespace tessera::app
