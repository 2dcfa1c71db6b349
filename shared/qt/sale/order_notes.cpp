// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/sale/order_notes.h"

#include <utility>

#include "shared/qt/desk/refusal_text.h"

namespace tessera::sale {
namespace {

constexpr int kNotesAgainMillis = 1'000;

}  // namespace

OrderNotes::OrderNotes(qt::Desk& desk, const Cart& cart, const QString& folder, QObject* parent)
    : QObject(parent), desk_(desk), cart_(cart), journal_(folder, QStringLiteral("notes_to_send")) {
    again_.setSingleShot(true);
    again_.setInterval(kNotesAgainMillis);
    connect(&again_, &QTimer::timeout, this, &OrderNotes::goOn);
    connect(&cart_, &Cart::orderMade, this, &OrderNotes::add);
    connect(&desk_, &qt::Desk::sessionChanged, this, &OrderNotes::goOn);
    connect(&desk_, &qt::Desk::linkChanged, this, &OrderNotes::goOn);
    const auto page = journal_.read();
    if (!page) return;
    bool torn = false;
    for (const QByteArray& name : page->names()) {
        v1::SetOrderNoteRequest note;
        const bool whole = page->take(name, note);
        if (whole) notes_.push_back(std::move(note));
        torn = torn || !whole;
    }
    if (!torn) return;
    journal_.setAside();
    write();
}

void OrderNotes::add(const v1::Order& order) {
    if (cart_.note().trimmed().isEmpty()) return;
    if (notes_.size() >= kMost) {
        Q_EMIT said(tr("The note was not kept: too many wait for the server."), Tone::Danger);
        return;
    }
    v1::SetOrderNoteRequest note;
    note.set_event(order.event());
    note.set_order(order.order());
    note.set_request_id(desk_.newRequestId());
    note.set_note(cart_.note().trimmed().toStdString());
    notes_.push_back(std::move(note));
    write();
    goOn();
}

// What cannot be written is sent all the same.
void OrderNotes::write() const {
    if (notes_.empty()) return journal_.clear();
    qt::JournalPage page;
    int number = 10'000;  // Names are in order.
    for (const v1::SetOrderNoteRequest& note : notes_) page.put(QByteArray::number(++number), note);
    (void)journal_.write(page);
}

void OrderNotes::goOn() {
    if (journal_.hasSetAside() && desk_.isSignedIn() && !std::exchange(unreadSaid_, true)) {
        Q_EMIT said(qt::unreadText(), Tone::Danger);
    }
    if (underWay_ || notes_.empty() || !desk_.isConnectedTo() || !desk_.isSignedIn()) return;
    underWay_ = true;
    askedBy_ = desk_.staff();
    desk_.ask(client::kSetOrderNote, notes_.front(), this,
              [this](const client::Answer<v1::OrderDetails>& answer) { answered(answer); });
}

void OrderNotes::answered(const client::Answer<v1::OrderDetails>& answer) {
    underWay_ = false;
    const auto reason = answer.refusal.reason;
    const bool refused = answer.outcome == client::Outcome::Refused;
    const bool ofOrder = refused && !client::isOfTheDoor(answer.refusal) &&
                         reason != v1::ErrorReason::CHANGED_MEANWHILE;
    // Whoever signs in next may send it, or has done so meanwhile.
    const bool same = !desk_.isAnotherThan(askedBy_);
    if (refused && client::isOfTheDoor(answer.refusal) && same) {
        if (reason == v1::ErrorReason::PERMISSION_MISSING) {
            Q_EMIT said(tr("The note of an order waits: it is sent once somebody whose role may "
                           "write it signs in here."),
                        Tone::Warning);
        }
        return;
    }
    if (!answer.done() && !ofOrder) return again_.start();
    if (reason == v1::ErrorReason::REQUEST_ID_TOO_OLD) {
        // It waited for longer than the server remembers: written twice it is the same note.
        notes_.front().set_request_id(desk_.newRequestId());
    } else {
        if (refused) {
            Q_EMIT said(tr("The note was not kept: %1").arg(qt::refusalText(answer.refusal)),
                        Tone::Danger);
        }
        notes_.pop_front();
    }
    write();
    goOn();
}

}  // namespace tessera::sale
