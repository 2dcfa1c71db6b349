// SPDX-License-Identifier: Apache-2.0
#include "server/app/plan/layout_library.h"

#include <algorithm>

namespace tessera::plan {

KnownLayout layoutOf(ImportedPlan imported) {
    return {engine::Layout::make(std::move(imported.parts)),
            std::make_shared<const PlanText>(std::move(imported.text))};
}

LayoutLibrary::LayoutLibrary(std::size_t most) : most_(most) {}

Result<KnownLayout> LayoutLibrary::get(LayoutId id, const ReadPlan& plan) {
    if (auto known = find(id)) return std::move(*known);
    const auto text = plan();
    if (!text) return tl::make_unexpected(text.error());
    auto imported = importPlan(*text);
    if (!imported) return failure("the stored plan is damaged: " + imported.error().jsonPath);
    KnownLayout made = layoutOf(std::move(*imported));
    keep(id, made);
    return made;
}

void LayoutLibrary::keep(LayoutId id, KnownLayout layout) {
    const std::lock_guard lock(mutex_);
    std::erase_if(known_, [&](const auto& each) { return each.first == id; });
    known_.emplace_front(id, std::move(layout));
    if (known_.size() > most_) known_.pop_back();
}

std::optional<KnownLayout> LayoutLibrary::find(LayoutId id) {
    const std::lock_guard lock(mutex_);
    const auto at =
        std::ranges::find_if(known_, [&](const auto& each) { return each.first == id; });
    if (at == known_.end()) return std::nullopt;
    known_.splice(known_.begin(), known_, at);
    return at->second;
}

}  // namespace tessera::plan
