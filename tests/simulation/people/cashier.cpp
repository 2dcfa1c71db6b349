// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "tests/simulation/people/durations.h"
#include "tests/simulation/people/staff.h"

namespace tessera::simulation {

void Cashier::next() {
    const Duration most = scene_.closing ? kSeconds(15) : kSeconds(60);
    later(humanTime(kSeconds(3), most), [this] {
        if (!scene_.closing && random().chance(500000)) return takeBack();
        lookAtList();
    });
}

// In the calm its look disturbs nobody: it is a read, and comes when all the others are gone, too.
void Cashier::lookAtList() {
    client_.ask(event_.event, {}, AskManual{}, [this](const std::optional<Said>& said) {
        const auto* list = said ? std::get_if<app::ManualAnswer>(&*said) : nullptr;
        if (list != nullptr) handOut(*list);
        next();
    });
}

void Cashier::handOut(const app::ManualAnswer& list) {
    for (const store::ManualRow& row : list.rows) {
        const bool waits = row.refund && row.refund->state == engine::RefundState::Pending &&
                           row.provider == engine::ProviderKind::House;
        if (!waits || (!scene_.closing && random().chance(300000))) continue;
        const Question question = AskSettle{row.order, row.refund->id};
        client_.ask(event_.event, client_.stamp(question), question,
                    [](const std::optional<Said>&) {});
    }
}

// Anybody's tickets, paid or not.
void Cashier::takeBack() {
    if (scene_.orders.empty()) return next();
    const auto [event, order] = random().pick(scene_.orders);
    const Question question =
        AskReturn{order, {}, engine::RefundReason::Staff, random().chance(500000)};
    client_.insist(event, client_.stamp(question), question, {},
                   [this](const std::optional<Said>&) { next(); });
}

}  // namespace tessera::simulation
