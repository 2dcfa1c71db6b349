// SPDX-License-Identifier: Apache-2.0
// Layouts as read from their plans, the ones used last: a plan of a stadium takes a third of a
// second to read, and a layout never changes.
//
// Thread-safe. What it gives is immutable and shared. Two threads that ask for the same unknown
// layout at once may both read it. Bound: `most` layouts; the one not used for longest is let go.
#pragma once

#include <cstddef>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "server/app/plan/plan_import.h"
#include "server/engine/layout.h"
#include "shared/base/ids.h"
#include "shared/base/result.h"

namespace tessera::plan {

struct KnownLayout {
    std::shared_ptr<const engine::Layout> layout;
    std::shared_ptr<const PlanText> text;
};

// Both come from one import. REQUIRES: importPlan gave it.
KnownLayout layoutOf(ImportedPlan imported);

class LayoutLibrary {
public:
    // Reads a plan from where it is stored; on the caller's thread.
    using ReadPlan = std::function<Result<std::string>()>;

    explicit LayoutLibrary(std::size_t most = 64);

    // Asks `plan` only where the layout is not known. Fails as `plan` does, or if the stored plan
    // is damaged: then the error names the JSON path.
    Result<KnownLayout> get(LayoutId id, const ReadPlan& plan);

    // What was imported just now: the next get needs no plan.
    void keep(LayoutId id, KnownLayout layout);

private:
    std::optional<KnownLayout> find(LayoutId id);

    const std::size_t most_;
    std::mutex mutex_;
    std::list<std::pair<LayoutId, KnownLayout>> known_;  // The one used last is first.
};

}  // namespace tessera::plan
