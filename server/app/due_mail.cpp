// SPDX-License-Identifier: Apache-2.0
#include "server/app/due_mail.h"

namespace tessera::app {

engine::Changes confirmationsOf(const engine::Changes& changes, Instant now) {
    using engine::OrderState;
    engine::Changes due;
    const auto confirm = [&](OrderId order) {
        due.desk.push_back({engine::DeskKind::MailConfirmation, order.value, now});
    };
    // An order that is made and paid by one batch has no update of its state.
    for (const engine::OrderRow& row : changes.orders) {
        if (row.state == OrderState::Paid) confirm(row.id);
    }
    for (const engine::OrderUpdate& update : changes.orderUpdates) {
        if (update.to == OrderState::Paid && update.from != OrderState::Paid) confirm(update.id);
    }
    return due;
}

}  // namespace tessera::app
