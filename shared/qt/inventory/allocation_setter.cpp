// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/inventory/allocation_setter.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QSet>
#include <utility>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/sale/refusals.h"

namespace tessera::inventory {
namespace {

using v1::ErrorReason;

constexpr int kSetAgainMillis = 500;
constexpr qsizetype kNamedMost = 40;  // What still can be read in a line; the list has the others.

struct SetterTexts {
    Q_DECLARE_TR_FUNCTIONS(Allocation)

public:
    static QString released() {
        return tr("Its release time has come: its seats are the public's. Move the time first.");
    }
    static QString cancelled() {
        return tr("The event is cancelled: nothing is set aside any more.");
    }
};

// The event's owner has judged the request itself: it says the same under its id from now on.
bool isJudgedApproval(const client::Refusal& refusal) {
    return refusal.reason == ErrorReason::APPROVAL_OVER ||
           refusal.reason == ErrorReason::APPROVAL_USED;
}

}  // namespace

QString allocationRefusalText(const client::Refusal& refusal) {
    // The engine's refusal names no field, those of the edge do.
    const bool ofEngine = !refusal.metadata.contains("field");
    if (refusal.reason == ErrorReason::INVALID_FIELD && ofEngine) return SetterTexts::released();
    if (refusal.reason == ErrorReason::EVENT_CANCELLED) return SetterTexts::cancelled();
    return qt::refusalText(refusal);
}

AllocationSetter::AllocationSetter(Parts parts, QObject* parent)
    : QObject(parent), parts_(std::move(parts)), journal_(parts_.folder) {
    again_.setSingleShot(true);
    again_.setInterval(kSetAgainMillis);
    connect(&again_, &QTimer::timeout, this, &AllocationSetter::goOn);
    if (const auto earlier = journal_.read()) {
        work_ = *earlier;
        stage_ = SetStage::Unknown;
        earlier_ = true;
    }
}

bool AllocationSetter::start(const std::string& event, int allocation, const QList<int>& seats) {
    if (isUnderWay()) {
        Q_EMIT said(tr("Seats are still being set aside: wait until that is answered."),
                    sale::Tone::Warning);
        return false;
    }
    if (seats.isEmpty()) {
        Q_EMIT said(tr("No seat is selected."), sale::Tone::Warning);
        return false;
    }
    if (!parts_.desk.isConnectedTo()) {
        Q_EMIT said(qt::notSentText(), sale::Tone::Danger);
        return false;
    }
    work_ = {};
    unapproved_.clear();
    work_.rest = seats;
    work_.total = static_cast<int>(seats.size());
    work_.piece.set_event(event);
    work_.piece.set_allocation_no(allocation);
    next();
    return true;
}

// What is left of this piece, else the next one.
void AllocationSetter::next() {
    if (work_.piece.seat_nos().empty()) {
        const qsizetype take = std::min<qsizetype>(parts_.pieceMost, work_.rest.size());
        for (qsizetype i = 0; i < take; ++i) work_.piece.add_seat_nos(work_.rest[i]);
        work_.rest.remove(0, take);
    }
    if (work_.piece.seat_nos().empty()) return finish();
    work_.piece.set_request_id(parts_.desk.newRequestId());
    if (!parts_.desk.may("allocate") && parts_.desk.mayWithApproval("allocate")) {
        return setStage(SetStage::NeedsApproval);
    }
    send();
}

void AllocationSetter::approve(const std::string& token) {
    if (stage_ == SetStage::NeedsApproval) send(token);
}

void AllocationSetter::giveUp() {
    if (stage_ == SetStage::NeedsApproval) return earlier_ ? leaveUnknown() : leaveUnapproved();
    work_.total -= static_cast<int>(work_.rest.size());
    work_.rest.clear();
    Q_EMIT changed();
}

void AllocationSetter::goOn() {
    if (journal_.hasSetAside() && parts_.desk.isSignedIn() && !std::exchange(unreadSaid_, true)) {
        Q_EMIT said(qt::unreadText(), sale::Tone::Danger);
    }
    const bool waits = stage_ == SetStage::Unknown && !isAsking_;
    if (waits && parts_.desk.isConnectedTo() && parts_.desk.isSignedIn()) send();
}

void AllocationSetter::send(const std::string& approval) {
    again_.stop();
    // What was asked before is asked on all the same: it may have been done.
    if (!journal_.write(work_) && !earlier_) {
        return fail(tr("Nothing was sent: this device cannot write into its folder."));
    }
    isAsking_ = true;
    askedBy_ = parts_.desk.staff();
    parts_.desk.ask(client::kSetAllocation, work_.piece, this,
                    [this](const client::Answer<v1::SetAllocationResponse>& answer) {
                        isAsking_ = false;
                        answered(answer);
                    },
                    {.within = parts_.patience, .approval = approval});
    if (stage_ != SetStage::Unknown) setStage(SetStage::Asking);
}

void AllocationSetter::answered(const client::Answer<v1::SetAllocationResponse>& answer) {
    const bool refused = answer.outcome == client::Outcome::Refused;
    // With a new one the same question has its answer.
    if (refused && client::wantsApproval(answer.refusal)) {
        if (answer.refusal.reason != ErrorReason::APPROVAL_NEEDED) {
            Q_EMIT said(allocationRefusalText(answer.refusal), sale::Tone::Warning);
        }
        return setStage(SetStage::NeedsApproval);
    }
    if (client::leavesOpen(answer, earlier_)) {
        return refused ? waitForWho() : becameUnknown();
    }
    earlier_ = false;
    if (refused && isJudgedApproval(answer.refusal)) return renew(answer.refusal);
    if (refused) return judged(answer.refusal);
    if (!answer.done()) return fail(qt::notSentText());
    work_.done += work_.piece.seat_nos_size();
    work_.changed += answer.value.seats_changed();
    work_.piece.clear_seat_nos();
    next();
}

// Nothing was done, and nothing ever is under that request id: under another one the piece waits
// for another approval. On the disk it is the old one until it is sent.
void AllocationSetter::renew(const client::Refusal& refusal) {
    work_.piece.set_request_id(parts_.desk.newRequestId());
    Q_EMIT said(allocationRefusalText(refusal), sale::Tone::Warning);
    setStage(SetStage::NeedsApproval);
}

// Whoever is here now was not when it was sent: else whoever signs in next asks, by goOn().
void AllocationSetter::waitForWho() {
    setStage(SetStage::Unknown);
    if (parts_.desk.isAnotherThan(askedBy_)) again_.start();
}

// Nobody approves that it is asked again.
void AllocationSetter::leaveUnknown() {
    const int changed = work_.changed;
    end();
    Q_EMIT said(tr("Whether the last of these seats are set aside is not known: the map shows how "
                   "they stand."),
                sale::Tone::Danger);
    Q_EMIT finished(changed);
}

// Earlier pieces stay as they were done.
void AllocationSetter::leaveUnapproved() {
    const int changed = work_.changed;
    unapproved_ = QList<int>(work_.piece.seat_nos().begin(), work_.piece.seat_nos().end());
    unapproved_ += work_.rest;
    const int left = static_cast<int>(unapproved_.size());
    QString text = tr("Not approved: %n seat(s) were left as they are.", "", left);
    if (changed > 0) text = doneText(changed) + u' ' + text;
    end();
    Q_EMIT said(text, sale::Tone::Warning);
    Q_EMIT finished(changed);
}

void AllocationSetter::becameUnknown() {
    const bool news = stage_ != SetStage::Unknown;
    earlier_ = true;
    again_.start();
    setStage(SetStage::Unknown);
    if (!news) return;
    Q_EMIT said(tr("The server has not answered. Whether these seats are set aside is not known: "
                   "it is being asked again, and nothing is done twice."),
                sale::Tone::Danger);
}

// The named ones, and what the map already shows as gone: a refusal names twenty at most.
void AllocationSetter::judged(const client::Refusal& refusal) {
    if (refusal.reason != ErrorReason::SEAT_UNAVAILABLE) {
        return fail(allocationRefusalText(refusal));
    }
    QList<int> gone = sale::seatsOf(refusal);
    if (gone.isEmpty()) return fail(allocationRefusalText(refusal));
    for (const std::int32_t seat : work_.piece.seat_nos()) {
        if (!mapIsOurs() || seat < 0 || seat >= parts_.map.layout().seatCount() ||
            gone.contains(seat))
            continue;
        const qt::SeatStatus status = parts_.map.state(seat).status();
        if (status == qt::SeatStatus::Held || status == qt::SeatStatus::Sold) gone << seat;
    }
    takeOut(gone);
    next();
}

// Somebody may look at another event meanwhile.
bool AllocationSetter::mapIsOurs() const {
    return parts_.mapEvent && parts_.mapEvent() == work_.piece.event();
}

void AllocationSetter::takeOut(const QList<int>& seats) {
    const QSet<int> gone(seats.begin(), seats.end());
    QList<int> left;
    for (const std::int32_t seat : work_.piece.seat_nos()) {
        if (!gone.contains(seat)) left << seat;
    }
    const int before = work_.piece.seat_nos_size();
    for (const std::int32_t seat : work_.piece.seat_nos()) {
        if (gone.contains(seat)) work_.refused << seat;
    }
    work_.piece.clear_seat_nos();
    for (const int seat : left) work_.piece.add_seat_nos(seat);
    work_.done += before - static_cast<int>(left.size());
}

void AllocationSetter::fail(const QString& text) {
    const int changed = work_.changed;
    end();
    Q_EMIT said(text, sale::Tone::Danger);
    Q_EMIT finished(changed);
}

QString AllocationSetter::doneText(int changed) const {
    return allocation() == 0 ? tr("%n seat(s) are the public's now.", "", changed)
                             : tr("%n seat(s) are set aside.", "", changed);
}

void AllocationSetter::finish() {
    const int changed = work_.changed;
    const QList<int> refused = work_.refused;
    end();
    QString text = doneText(changed);
    if (!refused.isEmpty() && !mapIsOurs()) {
        text += u' ' + tr("%n seat(s) were held or sold meanwhile, and are left as they are.", "",
                          static_cast<int>(refused.size()));
    } else if (!refused.isEmpty()) {
        const QList<int> named = refused.mid(0, kNamedMost);
        text += u' ' + tr("Held or sold meanwhile, and left as they are: %1.")
                           .arg(sale::seatsText(named, parts_.map, locale_));
        const int more = static_cast<int>(refused.size() - named.size());
        if (more > 0) text += u' ' + tr("And %n more.", "", more);
    }
    Q_EMIT said(text, refused.isEmpty() ? sale::Tone::Good : sale::Tone::Warning);
    Q_EMIT finished(changed);
}

// What it came to stays to be read.
void AllocationSetter::end() {
    again_.stop();
    earlier_ = false;
    journal_.clear();
    work_.piece.clear_request_id();
    work_.piece.clear_seat_nos();
    work_.rest.clear();
    setStage(SetStage::Idle);
}

void AllocationSetter::setStage(SetStage stage) {
    stage_ = stage;
    Q_EMIT changed();
}

}  // namespace tessera::inventory
