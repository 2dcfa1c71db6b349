// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/desk/errand.h"

#include <utility>

namespace tessera::qt {
namespace {

constexpr int kAgainMillis = 500;

}  // namespace

Errand::Errand(Desk& desk, const Rules& rules, QObject* parent)
    : QObject(parent), desk_(desk), rules_(rules) {
    later_.setSingleShot(true);
    later_.setInterval(kAgainMillis);
    connect(&later_, &QTimer::timeout, this, &Errand::goOn);
    connect(&desk, &Desk::sessionChanged, this, &Errand::sessionChanged);
    connect(&desk, &Desk::linkChanged, this, [this](bool up) {
        if (up) goOn();
    });
}

bool Errand::mayStart() {
    if (isUnderWay()) {
        Q_EMIT said(tr("What was asked before has no answer yet. Wait for it."), true);
        return false;
    }
    if (mayAsk()) return true;
    Q_EMIT said(notSentText(), true);
    return false;
}

void Errand::goOn() {
    if (mayAsk() && isUnderWay() && unknown_ && !asking_) ask();
}

void Errand::letGo() {
    if (!isUnderWay()) return;
    ++number_;
    end();
}

void Errand::leaveServer() {
    if (!isUnderWay()) return;
    const auto leave = std::move(leave_);
    letGo();
    leave();
}

bool Errand::keep(const char*, const google::protobuf::MessageLite&) {
    return true;
}

void Errand::ask() {
    later_.stop();
    asking_ = true;
    again_();
}

bool Errand::isAnswer(client::Outcome outcome, const client::Refusal& refusal, Again again) {
    asking_ = false;
    const bool open = client::leavesOpen(outcome, refusal, unknown_);
    if (!open || again == Again::No) {
        end();
        return true;
    }
    // Refused at the door, it waits until somebody has signed in.
    if (outcome == client::Outcome::Refused) return false;
    later_.start();
    if (unknown_) return false;
    unknown_ = true;
    Q_EMIT said(rules_.unknown(), true);
    Q_EMIT changed();
    return false;
}

void Errand::sessionChanged() {
    if (rules_.another == Rules::Another::LetsGo && desk_.isAnotherThan(staff_)) return letGo();
    goOn();
}

void Errand::end() {
    later_.stop();
    again_ = nullptr;
    leave_ = nullptr;
    unknown_ = false;
    asking_ = false;
    drop();
    Q_EMIT changed();
}

}  // namespace tessera::qt
