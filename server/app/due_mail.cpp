// SPDX-License-Identifier: Apache-2.0
#include "server/app/due_mail.h"

namespace tessera::app {
namespace {

using engine::DeskKind;

void confirmations(const engine::Changes& changes, Instant now, engine::Changes& due) {
    using engine::OrderState;
    const auto confirm = [&](OrderId order) {
        due.desk.push_back({DeskKind::MailConfirmation, order.value, now});
    };
    // An order that is made and paid by one batch has no update of its state.
    for (const engine::OrderRow& row : changes.orders) {
        if (row.state == OrderState::Paid) confirm(row.id);
    }
    for (const engine::OrderUpdate& update : changes.orderUpdates) {
        if (update.to == OrderState::Paid && update.from != OrderState::Paid) confirm(update.id);
    }
}

void refunds(const engine::Changes& changes, Instant now, engine::Changes& due) {
    using engine::RefundState;
    for (const engine::RefundRow& row : changes.refunds) {
        if (row.state != RefundState::Succeeded) continue;
        due.desk.push_back({DeskKind::MailRefund, row.id.value, now});
    }
    for (const engine::RefundUpdate& update : changes.refundUpdates) {
        const bool done =
            update.to == RefundState::Succeeded && update.from != RefundState::Succeeded;
        if (done) due.desk.push_back({DeskKind::MailRefund, update.id.value, now});
    }
}

void disruptions(const engine::Changes& changes, Instant now, engine::Changes& due) {
    using engine::DisruptionKind;
    for (const engine::TermsWrite& write : changes.terms) {
        const engine::Disruption& told = write.terms.disruption;
        if (told.kind == DisruptionKind::None || now - told.at >= kDisruptionIsNew) continue;
        if (told.number > kDisruptionsTold) continue;
        const bool moved = told.kind == DisruptionKind::Moved;
        due.desk.push_back(
            {moved ? DeskKind::MailMoved : DeskKind::MailCancelled, told.number, told.at});
    }
}

}  // namespace

engine::Changes mailDueBy(const engine::Changes& changes, Instant now) {
    engine::Changes due;
    confirmations(changes, now, due);
    refunds(changes, now, due);
    disruptions(changes, now, due);
    return due;
}

}  // namespace tessera::app
