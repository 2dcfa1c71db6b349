// SPDX-License-Identifier: Apache-2.0
// What is asked of the server about an account, and what its answers mean.
#include <QtCore/QRegularExpression>
#include <QtCore/QUrl>
#include <QtCore/QUrlQuery>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/sale/words.h"
#include "shared/qt/staff/staff_book.h"

namespace tessera::staff {
namespace {

using v1::ErrorReason;

}  // namespace

bool StaffBook::isWrong(const QString& login, const QString& name) {
    static const QRegularExpression kLogin(QStringLiteral("^[a-z0-9][a-z0-9._-]{1,39}$"));
    if (!kLogin.match(login).hasMatch()) {
        Q_EMIT refusedAt(Field::Login, tr("Login: 2 to 40 of a-z, 0-9, '.', '_' and '-', beginning "
                                          "with a letter or a digit."));
        return true;
    }
    const qsizetype bytes = name.trimmed().toUtf8().size();
    if (bytes >= 1 && bytes <= kNameBytesMost) return false;
    Q_EMIT refusedAt(Field::Name, tr("Name: 1 to 200 bytes."));
    return true;
}

StaffBook::Asked StaffBook::askedOf(const v1::Staff& of) const {
    return {.staff = of.staff(), .login = sale::textOf(of.login()), .opening = opening_};
}

bool StaffBook::isOpen(const Asked& asked) const {
    return asked.opening == opening_ || (!asked.staff.empty() && asked.staff == chosen_.staff());
}

void StaffBook::create(const QString& login, const QString& name, v1::Staff::Role role) {
    if (isWrong(login, name)) return;
    forget();
    v1::CreateStaffRequest request;
    request.set_login(login.toStdString());
    request.set_name(name.trimmed().toStdString());
    request.set_role(role);
    const Asked asked{.login = login, .opening = opening_};
    errand_.start<v1::CreateStaffRequest, v1::StaffPassword>(
        client::kCreateStaff, request,
        [this, request, asked](const client::Answer<v1::StaffPassword>& answer, bool earlier) {
            created(request, asked, answer, earlier);
        });
}

// A login is there once: where a lost try has made it, another one is told that it is taken.
void StaffBook::created(const v1::CreateStaffRequest& request, const Asked& asked,
                        const client::Answer<v1::StaffPassword>& now, bool earlier) {
    const auto openMade = [this, asked](const v1::Staff& made) {
        if (isOpen(asked)) choose(QString::fromStdString(made.staff()));
    };
    if (now.done()) {
        take(now.value.staff());
        openMade(now.value.staff());
        const bool shown =
            show({.login = asked.login, .password = QString::fromStdString(now.value.password())});
        if (!shown) return;
        Q_EMIT said(tr("%1 is made. The password is shown this once.").arg(asked.login), false);
        return;
    }
    if (!earlier || now.refusal.reason != ErrorReason::LOGIN_TAKEN) {
        return refusedFor(asked, {qt::outcomeText(now), now.refusal}, Field::Login, {});
    }
    readAgain([this, request, asked, openMade] {
        const v1::Staff* const made = findLogin(request.login());
        const bool ours = made != nullptr && made->version() == 1 &&
                          made->name() == request.name() && made->role() == request.role();
        if (!ours) return refuse(asked, tr("Somebody has this login already."), Field::Login);
        openMade(*made);
        sayMadeAndLost(asked);
    });
}

void StaffBook::sayMadeAndLost(const Asked& asked) {
    Q_EMIT said(tr("%1 is made, but the answer with the password was lost: make another one.")
                    .arg(asked.login),
                true);
}

void StaffBook::update(const v1::Staff& from, const QString& name, v1::Staff::Role role) {
    if (isWrong(sale::textOf(from.login()), name)) return;
    v1::UpdateStaffRequest request;
    if (name.trimmed() != sale::textOf(from.name()).trimmed()) {
        request.set_name(name.trimmed().toStdString());
    }
    if (role != from.role()) request.set_role(role);
    if (!request.has_name() && !request.has_role()) {
        Q_EMIT said(tr("Nothing is changed."), false);
        return;
    }
    const Field field = request.has_role() ? Field::Role : Field::Name;
    change(
        from, std::move(request),
        tr("Saved: %1. Whoever is signed in by it signs in again.").arg(sale::textOf(from.login())),
        field);
}

void StaffBook::setDisabled(const v1::Staff& of, bool disabled) {
    v1::UpdateStaffRequest request;
    request.set_disabled(disabled);
    const QString login = sale::textOf(of.login());
    change(of, std::move(request),
           disabled ? tr("%1 is signed out everywhere, and cannot sign in.").arg(login)
                    : tr("%1 may sign in again.").arg(login),
           Field::Role);
}

void StaffBook::change(const v1::Staff& of, v1::UpdateStaffRequest request, const QString& done,
                       Field field) {
    forget();
    request.set_staff(of.staff());
    request.set_version(of.version());
    errand_.start<v1::UpdateStaffRequest, v1::Staff>(
        client::kUpdateStaff, request,
        [this, request, done, field, asked = askedOf(of)](const client::Answer<v1::Staff>& answer,
                                                          bool earlier) {
            if (answer.done()) {
                take(answer.value);
                Q_EMIT said(done, false);
                return;
            }
            const auto judge = [this, request, done, asked] {
                const v1::Staff* const now = find(QString::fromStdString(request.staff()));
                const bool isDone =
                    now != nullptr && now->version() == request.version() + 1 &&
                    (!request.has_name() || now->name() == request.name()) &&
                    (!request.has_role() || now->role() == request.role()) &&
                    (!request.has_disabled() || now->disabled() == request.disabled());
                if (!isDone) return sayChanged(asked);
                Q_EMIT said(done, false);
            };
            refusedFor(asked, {qt::outcomeText(answer), answer.refusal}, field,
                       earlier ? std::function<void()>(judge) : nullptr);
        });
}

// Who would be shown it is signed out by it.
bool StaffBook::isOwnSecret(const v1::Staff& of) {
    if (of.staff() != desk_.staff()) return false;
    Q_EMIT said(tr("Another administrator does that to your account: you would be signed out "
                   "before you could read it."),
                true);
    return true;
}

void StaffBook::resetPassword(const v1::Staff& of) {
    if (isOwnSecret(of)) return;
    forget();
    v1::ResetPasswordRequest request;
    request.set_staff(of.staff());
    request.set_version(of.version());
    errand_.start<v1::ResetPasswordRequest, v1::StaffPassword>(
        client::kResetPassword, request,
        [this, asked = askedOf(of)](const client::Answer<v1::StaffPassword>& answer, bool earlier) {
            const auto sayLost = [this, asked] {
                Q_EMIT said(tr("%1 is another by now, and a password that was made is lost with "
                               "its answer: make another one.")
                                .arg(asked.login),
                            true);
            };
            if (!answer.done()) {
                return refusedFor(asked, {qt::outcomeText(answer), answer.refusal}, Field::None,
                                  earlier ? std::function<void()>(sayLost) : nullptr);
            }
            take(answer.value.staff());
            const bool shown = show({.login = asked.login,
                                     .password = QString::fromStdString(answer.value.password())});
            if (!shown) return;
            Q_EMIT said(tr("The password of %1 is shown this once. The former one and the PIN are "
                           "over.")
                            .arg(asked.login),
                        false);
        });
}

void StaffBook::setSecondFactor(const v1::Staff& of, bool on) {
    if (isOwnSecret(of)) return;
    forget();
    v1::SetSecondFactorRequest request;
    request.set_staff(of.staff());
    request.set_version(of.version());
    request.set_on(on);
    errand_.start<v1::SetSecondFactorRequest, v1::SecondFactor>(
        client::kSetSecondFactor, request,
        [this, on, asked = askedOf(of)](const client::Answer<v1::SecondFactor>& answer,
                                        bool earlier) {
            if (answer.done()) return factorSet(asked, on, answer.value);
            const auto judge = [this, on, asked] {
                const v1::Staff* const now = find(QString::fromStdString(asked.staff));
                if (on || now == nullptr || now->has_second_factor()) return sayFactorLost(asked);
                Q_EMIT said(tr("The second factor of %1 is taken away.").arg(asked.login), false);
            };
            refusedFor(asked, {qt::outcomeText(answer), answer.refusal}, Field::None,
                       earlier ? std::function<void()>(judge) : nullptr);
        });
}

void StaffBook::factorSet(const Asked& asked, bool on, const v1::SecondFactor& now) {
    take(now.staff());
    if (!on) {
        return Q_EMIT said(tr("The second factor of %1 is taken away.").arg(asked.login), false);
    }
    const QUrlQuery query(QUrl(QString::fromStdString(now.uri())));
    const bool shown = show({.login = asked.login,
                             .uri = now.uri(),
                             .key = query.queryItemValue(QStringLiteral("secret"))});
    if (!shown) return;
    Q_EMIT said(tr("The second factor of %1 is shown this once: let the telephone read it now.")
                    .arg(asked.login),
                false);
}

void StaffBook::sayFactorLost(const Asked& asked) {
    Q_EMIT said(tr("%1 is another by now, and a second factor that was made is lost with its "
                   "answer: make another one.")
                    .arg(asked.login),
                true);
}

void StaffBook::sayChanged(const Asked& asked) {
    Q_EMIT said(tr("Somebody has changed %1 meanwhile: it was read again. Look at it, and do it "
                   "again.")
                    .arg(asked.login),
                true);
}

void StaffBook::refusedFor(const Asked& asked, const Refused& refused, Field field,
                           std::function<void()> afterList) {
    const client::Refusal& refusal = refused.refusal;
    if (refusal.reason == ErrorReason::CHANGED_MEANWHILE) {
        if (afterList) return readAgain(std::move(afterList));
        return readAgain([this, asked] { sayChanged(asked); });
    }
    const auto at = refusal.metadata.find("field");
    if (at != refusal.metadata.end() && at->second == "login") field = Field::Login;
    if (at != refusal.metadata.end() && at->second == "name") field = Field::Name;
    refuse(asked, refused.text, field);
}

void StaffBook::refuse(const Asked& asked, const QString& text, Field field) {
    if (!isOpen(asked)) return Q_EMIT said(tr("%1: %2").arg(asked.login, text), true);
    Q_EMIT said(text, true);
    if (field != Field::None) Q_EMIT refusedAt(field, text);
}

}  // namespace tessera::staff
