// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/staff/errand.h"

#include "shared/qt/desk/refusal_text.h"

namespace tessera::staff {
namespace {

constexpr int kAgainMillis = 500;

}  // namespace

Errand::Errand(qt::Desk& desk, client::Millis patience, QObject* parent)
    : QObject(parent), desk_(desk), patience_(patience) {
    later_.setSingleShot(true);
    later_.setInterval(kAgainMillis);
    connect(&later_, &QTimer::timeout, this, &Errand::goOn);
    connect(&desk, &qt::Desk::sessionChanged, this, &Errand::sessionChanged);
    connect(&desk, &qt::Desk::linkChanged, this, &Errand::goOn);
}

bool Errand::mayStart() {
    if (isUnderWay()) {
        Q_EMIT said(tr("What was asked before has no answer yet. Wait for it."), true);
        return false;
    }
    if (!desk_.isConnectedTo() || !desk_.isSignedIn()) {
        Q_EMIT said(qt::notSentText(), true);
        return false;
    }
    staff_ = desk_.staff();
    return true;
}

bool Errand::isAnswer(client::Outcome outcome, const client::Refusal& refusal, Again again) {
    const bool open = client::leavesOpen(outcome, refusal, unknown_);
    if (!open || again == Again::No) {
        end();
        return true;
    }
    // Refused at the door, it waits for whoever asked to sign in again.
    if (outcome == client::Outcome::Refused) return false;
    later_.start();
    if (unknown_) return false;
    unknown_ = true;
    Q_EMIT said(qt::unknownText(), true);
    Q_EMIT changed();
    return false;
}

void Errand::goOn() {
    const bool may = desk_.isConnectedTo() && desk_.isSignedIn();
    if (may && unknown_ && !asking_ && again_) again_();
}

void Errand::sessionChanged() {
    if (!isUnderWay() || !desk_.isSignedIn()) return;
    if (!desk_.isAnotherThan(staff_)) return goOn();
    ++number_;
    end();
}

void Errand::end() {
    later_.stop();
    again_ = nullptr;
    unknown_ = false;
    asking_ = false;
    Q_EMIT changed();
}

}  // namespace tessera::staff
