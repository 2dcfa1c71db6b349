// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/node/asking_provider.h"

#include <memory>
#include <optional>
#include <utility>

namespace tessera::simulation {
namespace {

constexpr Duration kLook = Duration::ofMillis(20);
constexpr Duration kDeadline = Duration::ofSeconds(10);

}  // namespace

payments::Capabilities AskingProvider::capabilities() const {
    payments::Capabilities can = with_.provider.capabilities();
    can.lists = true;
    return can;
}

void AskingProvider::call(payments::Call call, std::function<void(engine::ProviderAnswer)> done) {
    const auto answer = std::make_shared<std::optional<engine::ProviderAnswer>>();
    with_.provider.call(std::move(call),
                        [answer](engine::ProviderAnswer said) { *answer = std::move(said); });
    while (!*answer && with_.fibers.wait(kLook)) {
    }
    done(answer->value_or(engine::ProviderAnswer{}));
}

void AskingProvider::list(const payments::ListQuery& query,
                          const std::function<void(Result<payments::ListPage>)>& done) {
    const auto there = with_.network.wayOf(with_.node, kProviderEnd);
    const auto back = with_.network.wayOf(kProviderEnd, with_.node);
    if (!there || !back || with_.house.isDown()) {
        with_.fibers.wait(kDeadline);
        return done(failure("list: no answer within 10 s"));
    }
    if (!with_.fibers.wait(*there)) return done(failure("list: the process has ended"));
    auto page = with_.house.list(query);
    if (!with_.fibers.wait(*back)) return done(failure("list: the process has ended"));
    done(std::move(page));
}

}  // namespace tessera::simulation
