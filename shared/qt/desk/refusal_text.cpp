// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/desk/refusal_text.h"

#include <QtCore/QCoreApplication>

namespace tessera::qt {
namespace {

using v1::ErrorReason;

struct RefusalTexts {
    Q_DECLARE_TR_FUNCTIONS(RefusalText)

public:
    static QString ofPeople(ErrorReason::Reason reason);
    static QString ofHouse(ErrorReason::Reason reason);
    static QString ofField(const client::Refusal& refusal);
    static QString other(const client::Refusal& refusal);
    static QString unknown() {
        return tr(
            "The server has not answered. It may or may not have been done: ask again, "
            "nothing is done twice.");
    }
    static QString notSent() { return tr("It was not sent: too much is waiting for answers."); }
    static QString unread() {
        return tr(
            "What this device had begun before cannot be read any more. See whether it was done "
            "before it is done again.");
    }
};

QString metadataOf(const client::Refusal& refusal, const char* name) {
    const auto found = refusal.metadata.find(name);
    return found == refusal.metadata.end() ? QString() : QString::fromStdString(found->second);
}

QString RefusalTexts::ofPeople(ErrorReason::Reason reason) {
    switch (reason) {
        case ErrorReason::SESSION_MISSING:
        case ErrorReason::SESSION_INVALID:
            return tr("The session is over. Sign in again.");
        case ErrorReason::SIGN_IN_WRONG:
            return tr("Login, password or PIN are wrong.");
        case ErrorReason::SIGN_IN_LOCKED:
            return tr("Ten wrong attempts: locked on this device for a quarter of an hour.");
        case ErrorReason::ACCOUNT_DISABLED:
            return tr("This account is disabled. Ask an administrator.");
        case ErrorReason::TOTP_NEEDED:
            return tr("The code of the second factor is needed.");
        case ErrorReason::TOTP_WRONG:
            return tr("The code of the second factor is wrong or was used already.");
        case ErrorReason::PIN_MISSING:
            return tr("This account has no PIN. Sign in with the password.");
        case ErrorReason::PERMISSION_MISSING:
            return tr("This role is not allowed to do that.");
        case ErrorReason::APPROVAL_NEEDED:
            return tr("That needs the approval of a supervisor.");
        case ErrorReason::APPROVAL_NOT_ALLOWED:
            return tr("They may not approve this; nobody approves their own work.");
        case ErrorReason::APPROVAL_TOO_SMALL:
            return tr("The approval is for a smaller amount. Ask for another.");
        case ErrorReason::APPROVAL_USED:
            return tr("The approval was used already. Ask for another.");
        case ErrorReason::APPROVAL_OVER:
            return tr("The approval came too late: it is good for two minutes. Ask for another.");
        case ErrorReason::APPROVAL_INVALID:
            return tr("The approval is for something else. Ask for another.");
        case ErrorReason::LOGIN_TAKEN:
            return tr("Somebody has this login already.");
        case ErrorReason::STAFF_NOT_FOUND:
            return tr("There is no such account.");
        case ErrorReason::OWN_ACCOUNT:
            return tr("Nobody changes their own account's role or state.");
        default:
            return {};
    }
}

QString RefusalTexts::ofHouse(ErrorReason::Reason reason) {
    switch (reason) {
        case ErrorReason::DEVICE_CERTIFICATE_MISSING:
            return tr("This device is not enrolled.");
        case ErrorReason::DEVICE_UNKNOWN:
            return tr("This device was enrolled anew elsewhere. Enrol it again.");
        case ErrorReason::DEVICE_OVER:
            return tr("This device was taken out of use, or its certificate is over.");
        case ErrorReason::DEVICE_CODE_INVALID:
            return tr("One-time code: it is not one of this house's. Compare it letter by letter.");
        case ErrorReason::DEVICE_CODE_OVER:
            return tr("One-time code: it was used or is older than ten minutes. Ask for another.");
        case ErrorReason::DEVICE_NOT_FOUND:
            return tr("There is no such device.");
        case ErrorReason::HOUSE_FULL:
            return tr("The house has as many of these as it can.");
        case ErrorReason::CHANGED_MEANWHILE:
            return tr("Somebody has changed this meanwhile. Look at it again.");
        case ErrorReason::SHIFT_NEEDED:
            return tr("No shift is open at this till: open one (%1), then take cash.")
                .arg(openShiftKey().toString(QKeySequence::NativeText));
        case ErrorReason::OVERLOADED:
        case ErrorReason::RATE_LIMITED:
            return tr("The server is busy. Try again in a second.");
        case ErrorReason::RESULT_UNKNOWN:
            return unknown();
        case ErrorReason::APP_TOO_OLD:
            return tr("This app is too old for the server. Install the newer version.");
        default:
            return {};
    }
}

QString RefusalTexts::ofField(const client::Refusal& refusal) {
    if (refusal.reason != ErrorReason::INVALID_FIELD && refusal.reason != ErrorReason::INVALID_ID) {
        return {};
    }
    const QString field = metadataOf(refusal, "field");
    const QString limit = metadataOf(refusal, "constraint");
    if (field.isEmpty()) return tr("A field is not as it must be.");
    if (limit.isEmpty()) return tr("%1: this is not taken.").arg(field);
    return tr("%1: this is not taken. It must be: %2.").arg(field, limit);
}

QString RefusalTexts::other(const client::Refusal& refusal) {
    if (refusal.reason == ErrorReason::REASON_UNSPECIFIED) {
        return tr("The server refused this.");
    }
    return tr("The server refused this: %1.")
        .arg(QString::fromStdString(ErrorReason::Reason_Name(refusal.reason)));
}

}  // namespace

QString refusalText(const client::Refusal& refusal) {
    for (const QString& text :
         {RefusalTexts::ofField(refusal), RefusalTexts::ofPeople(refusal.reason),
          RefusalTexts::ofHouse(refusal.reason)}) {
        if (!text.isEmpty()) return text;
    }
    return RefusalTexts::other(refusal);
}

QKeySequence openShiftKey() {
    return {Qt::CTRL | Qt::SHIFT | Qt::Key_O};
}

QString unknownText() {
    return RefusalTexts::unknown();
}

QString notSentText() {
    return RefusalTexts::notSent();
}

QString unreadText() {
    return RefusalTexts::unread();
}

}  // namespace tessera::qt
