// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/till/shift_work.h"

#include <algorithm>
#include <utility>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/sale/words.h"
#include "shared/qt/till/shift_words.h"

namespace tessera::till {
namespace {

using v1::ErrorReason;

constexpr int kUnknownAgainMillis = 500;
constexpr int kUnknownAgainMillisMost = 8'000;
constexpr int kBusyAgainMillis = 1'000;
constexpr int kDrawerMillisMost = 30'000;  // Whoever asked for it has gone after that.

bool fits(const QString& text, int bytesMost) {
    return text.toUtf8().size() <= bytesMost;
}

}  // namespace

ShiftWork::ShiftWork(qt::Desk& desk, const QString& folder, client::Millis patience,
                     QObject* parent)
    : QObject(parent), desk_(desk), patience_(patience), journal_(folder) {
    again_.setSingleShot(true);
    connect(&again_, &QTimer::timeout, this, &ShiftWork::goOn);
    asked_ = journal_.read();
    if (!asked_.requestId().empty()) stage_ = ShiftStage::Unknown;
}

ShiftField ShiftWork::refuse(ShiftField field, const QString& text) {
    Q_EMIT said(text, sale::Tone::Danger);
    return field;
}

ShiftField ShiftWork::add(const EntryWish& wish) {
    ShiftAsked asked;
    v1::DrawerEntry& entry = *asked.entry.mutable_entry();
    entry.set_kind(wish.kind);
    if (wish.kind != v1::DrawerEntry::NO_SALE) {
        const auto amount = sale::amountTyped(wish.amount.trimmed(), wish.currency, locale_);
        if (!amount || *amount == 0) {
            return refuse(
                ShiftField::Amount,
                tr("Amount: more than 0, like 12.50, in %1.").arg(sale::textOf(wish.currency)));
        }
        entry.mutable_amount()->set_currency_code(wish.currency);
        entry.mutable_amount()->set_minor_units(*amount);
    }
    const QString reason = wish.reason.trimmed();
    if (reason.isEmpty() || !fits(reason, kReasonBytesMost)) {
        return refuse(ShiftField::Reason,
                      tr("Reason: 1 to %1 bytes; a letter with a mark takes two or more.")
                          .arg(kReasonBytesMost));
    }
    entry.set_reason(reason.toStdString());
    asked.entry.set_shift(shift_.shift());
    if (desk_.isConnectedTo()) asked.entry.set_request_id(desk_.newRequestId());
    return begin(std::move(asked));
}

ShiftField ShiftWork::count(const std::vector<v1::CurrencyCount>& counts) {
    // The count that waits is kept and may be written anew.
    if (stage_ == ShiftStage::Busy) end();
    ShiftAsked asked;
    asked.count.set_shift(shift_.shift());
    asked.count.set_version(shift_.version());
    for (const v1::CurrencyCount& each : counts) *asked.count.add_counts() = each;
    if (desk_.isConnectedTo()) asked.count.set_request_id(desk_.newRequestId());
    return begin(std::move(asked));
}

ShiftField ShiftWork::close(const QString& explanation, const QString& handOverTo) {
    const QString why = explanation.trimmed();
    if (difference() != 0 && why.isEmpty()) {
        return refuse(ShiftField::Explanation,
                      tr("Explanation: what was counted differs, so it must say why."));
    }
    if (!fits(why, kExplanationBytesMost)) {
        return refuse(ShiftField::Explanation,
                      tr("Explanation: %1 bytes at most; a letter with a mark takes two or more.")
                          .arg(kExplanationBytesMost));
    }
    ShiftAsked asked;
    asked.close.set_shift(shift_.shift());
    asked.close.set_version(shift_.version());
    asked.close.set_explanation(why.toStdString());
    asked.close.set_hand_over_to(handOverTo.trimmed().toStdString());
    if (desk_.isConnectedTo()) asked.close.set_request_id(desk_.newRequestId());
    return begin(std::move(asked));
}

ShiftField ShiftWork::begin(ShiftAsked asked) {
    if (isUnderWay()) {
        Q_EMIT said(tr("Something is under way: the server has not answered yet."),
                    sale::Tone::Warning);
        return ShiftField::Other;
    }
    if (asked.requestId().empty() || !desk_.isSignedIn()) {
        return refuse(ShiftField::Other, qt::notSentText());
    }
    if (!journal_.write(asked)) {
        return refuse(ShiftField::Other,
                      tr("This till cannot write to its disk: nothing was sent."));
    }
    asked_ = std::move(asked);
    token_.clear();
    start();
    return ShiftField::None;
}

void ShiftWork::approve(const std::string& token) {
    if (isUnderWay() || asked_.requestId().empty() || !desk_.isSignedIn()) return;
    if (!journal_.write(asked_)) {
        Q_EMIT said(tr("This till cannot write to its disk: nothing was sent."),
                    sale::Tone::Danger);
        return;
    }
    token_ = token;
    start();
}

void ShiftWork::start() {
    asking_.emplace().start();
    stage_ = ShiftStage::Asking;
    delay_ = 0;
    send();
}

void ShiftWork::send() {
    again_.stop();
    const auto came = [this, id = asked_.requestId()](const client::Answer<v1::Shift>& answer) {
        if (isUnderWay() && id == asked_.requestId()) answered(answer);
    };
    const client::Asking asking{.within = patience_, .approval = token_};
    if (!asked_.entry.request_id().empty()) {
        desk_.ask(client::kAddDrawerEntry, asked_.entry, this, came, asking);
    } else if (!asked_.count.request_id().empty()) {
        desk_.ask(client::kCountShift, asked_.count, this, came, asking);
    } else {
        desk_.ask(client::kCloseShift, asked_.close, this, came, asking);
    }
    Q_EMIT changed();
}

void ShiftWork::answered(const client::Answer<v1::Shift>& answer) {
    const bool before = stage_ == ShiftStage::Unknown;
    switch (answer.outcome) {
        case client::Outcome::Done:
            return done(answer.value);
        case client::Outcome::Refused:
            if (answer.refusal.reason == ErrorReason::RESULT_UNKNOWN) {
                return becameUnknown(answer.refusal);
            }
            return judged(answer.refusal);
        case client::Outcome::Unknown:
            // Said by the server again and again: it has another version, and nothing was done.
            if (answer.refusal.reason == ErrorReason::CHANGED_MEANWHILE) {
                return judged(answer.refusal);
            }
            return becameUnknown(answer.refusal);
        case client::Outcome::NotSent:
            if (before) return becameUnknown(answer.refusal);
            return fail(qt::notSentText());
    }
}

void ShiftWork::done(const v1::Shift& shift) {
    const bool isEntry = !asked_.entry.request_id().empty();
    const bool isCount = !asked_.count.request_id().empty();
    const bool soon = asking_ && asking_->elapsed() <= kDrawerMillisMost;
    end();
    take(shift);
    if (isEntry) {
        if (soon) Q_EMIT drawerWanted();
        Q_EMIT added();
    } else if (isCount) {
        Q_EMIT counted();
    } else {
        Q_EMIT closed();
    }
}

void ShiftWork::judged(const client::Refusal& refusal) {
    const auto reason = refusal.reason;
    const bool before = stage_ == ShiftStage::Unknown;
    if (reason == ErrorReason::SHIFT_BUSY) return busy(refusal);
    // An effect from before is told whatever approval comes with it: so there was none.
    if (reason == ErrorReason::APPROVAL_NEEDED && isOfShift()) {
        const ApprovalAsked wanted = approvalOf();
        const ShiftAsked kept = asked_;
        end();
        asked_ = kept;
        return Q_EMIT approvalNeeded(wanted);
    }
    // Said of who asks: whoever asked first must sign in to hear what became of it.
    const bool ofWho = (client::isOfTheDoor(refusal) && reason != ErrorReason::APPROVAL_NEEDED) ||
                       reason == ErrorReason::SHIFT_NOT_FOUND;
    if (before && ofWho) {
        Q_EMIT said(tr("Whether it was done is not known: whose shift it is must sign in here."),
                    sale::Tone::Warning);
        return;
    }
    fail(refusalText(refusal), fieldOf(refusal));
    read();
}

bool ShiftWork::isOfShift() const {
    const bool isEntry = !asked_.entry.request_id().empty();
    return seen_ == ShiftSeen::Here &&
           shift_.shift() == (isEntry ? asked_.entry.shift() : asked_.close.shift());
}

void ShiftWork::busy(const client::Refusal& refusal) {
    const bool news = stage_ != ShiftStage::Busy;
    stage_ = ShiftStage::Busy;
    again_.start(kBusyAgainMillis);
    const auto entries = refusal.metadata.find("entries");
    const QString many =
        entries == refusal.metadata.end() ? QString() : QString::fromStdString(entries->second);
    if (!news) return;
    Q_EMIT said(tr("The count is kept. Sales whose cash is under way: %1. It is asked again by "
                   "itself until they are settled.")
                    .arg(many),
                sale::Tone::Warning);
    read();
    Q_EMIT changed();
}

void ShiftWork::becameUnknown(const client::Refusal& refusal) {
    const bool news = stage_ != ShiftStage::Unknown;
    stage_ = ShiftStage::Unknown;
    delay_ = std::clamp(delay_ * 2, kUnknownAgainMillis, kUnknownAgainMillisMost);
    again_.start(delay_);
    if (!news) return;
    const bool fault = refusal.reason == ErrorReason::INTERNAL_FAULT;
    Q_EMIT said(fault ? tr("The server found a fault in its books. Nothing was closed: call "
                           "whoever looks after it.")
                      : tr("The server has not answered. Whether it was done is not known: it is "
                           "asked again, and done once."),
                sale::Tone::Danger);
    Q_EMIT changed();
}

void ShiftWork::fail(const QString& text, ShiftField field) {
    end();
    Q_EMIT said(text, sale::Tone::Danger);
    Q_EMIT refused(field);
}

void ShiftWork::end() {
    again_.stop();
    asked_ = {};
    token_.clear();
    asking_.reset();
    stage_ = ShiftStage::Idle;
    journal_.clear();
    Q_EMIT changed();
}

ShiftField ShiftWork::fieldOf(const client::Refusal& refusal) {
    if (refusal.reason != ErrorReason::INVALID_FIELD) return ShiftField::Other;
    const auto found = refusal.metadata.find("field");
    const std::string field = found == refusal.metadata.end() ? "" : found->second;
    if (field == "handOverTo") return ShiftField::HandOver;
    if (field == "explanation") return ShiftField::Explanation;
    if (field == "entry.reason") return ShiftField::Reason;
    return field.starts_with("entry.amount") ? ShiftField::Amount : ShiftField::Other;
}

QString ShiftWork::refusalText(const client::Refusal& refusal) const {
    switch (refusal.reason) {
        case ErrorReason::SHIFT_NOT_FOUND:
            return tr("The shift of this till is a colleague's.");
        case ErrorReason::SHIFT_OVER:
            return tr("The shift is further by now: look how it stands.");
        case ErrorReason::APPROVAL_INVALID:
            return tr(
                "That approval does not count here: it must be somebody who has neither "
                "opened nor counted this shift.");
        default:
            break;
    }
    if (fieldOf(refusal) == ShiftField::HandOver) {
        return tr("Hand over to: this is the login of nobody who works here.");
    }
    if (fieldOf(refusal) == ShiftField::Amount) return tr("Amount: it is too large.");
    return qt::refusalText(refusal);
}

ApprovalAsked ShiftWork::approvalOf() const {
    ApprovalAsked out;
    if (!asked_.entry.request_id().empty()) {
        out.permission = "open_drawer";
        out.shift = asked_.entry.shift();
        out.what = tr("Open the drawer without a sale: %1")
                       .arg(sale::textOf(asked_.entry.entry().reason()));
        return out;
    }
    out.permission = "sign_off_shift";
    out.shift = asked_.close.shift();
    out.most = difference();
    out.what = tr("Sign off shift %1 with a difference of %2: %3")
                   .arg(locale_.toString(shift_.number()), differenceText(shift_, locale_),
                        sale::textOf(asked_.close.explanation()));
    return out;
}

}  // namespace tessera::till
