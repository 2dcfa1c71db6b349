// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/staff/staff_book.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QUrl>
#include <QtCore/QUrlQuery>
#include <algorithm>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/sale/words.h"
#include "shared/qt/staff/staff_words.h"

namespace tessera::staff {
namespace {

using v1::ErrorReason;

std::vector<till::TextColumn> columns() {
    return {
        {[] { return StaffBook::tr("Login"); }},  {[] { return StaffBook::tr("Name"); }},
        {[] { return StaffBook::tr("Role"); }},   {[] { return StaffBook::tr("Second factor"); }},
        {[] { return StaffBook::tr("PIN"); }},    {[] { return StaffBook::tr("State"); }},
        {[] { return StaffBook::tr("Made on"); }}};
}

QString yes(bool is) {
    return is ? StaffBook::tr("yes") : StaffBook::tr("no");
}

}  // namespace

StaffBook::StaffBook(qt::Desk& desk, client::Millis patience, QObject* parent)
    : QObject(parent), desk_(desk), errand_(desk, patience), rows_(columns()) {
    connect(&errand_, &Errand::changed, this, &StaffBook::changed);
    connect(&errand_, &Errand::said, this, &StaffBook::said);
    connect(&desk, &qt::Desk::sessionChanged, this, &StaffBook::forget);
}

void StaffBook::setLocale(const QLocale& locale) {
    locale_ = locale;
    rows_.retranslate();
    fill();
}

void StaffBook::filter(const QString& text) {
    filter_ = text;
    fill();
}

void StaffBook::refresh() {
    coming_.clear();
    listFrom({}, ++question_);
}

void StaffBook::listFrom(const std::string& token, int question) {
    v1::ListStaffRequest request;
    request.set_page_token(token);
    desk_.ask(client::kListStaff, request, this,
              [this, question](const client::Answer<v1::ListStaffResponse>& answer) {
                  if (question != question_) return;
                  if (!answer.done()) {
                      Q_EMIT said(qt::outcomeText(answer), true);
                      return;
                  }
                  const auto& page = answer.value.staff();
                  coming_.insert(coming_.end(), page.begin(), page.end());
                  const std::string& next = answer.value.next_page_token();
                  if (!next.empty()) return listFrom(next, question);
                  listed();
              });
}

void StaffBook::listed() {
    all_ = std::move(coming_);
    coming_.clear();
    std::ranges::sort(all_, {}, &v1::Staff::login);
    if (const v1::Staff* const now = find(QString::fromStdString(chosen_.staff()))) chosen_ = *now;
    fill();
    if (const auto after = std::exchange(afterList_, nullptr)) after();
}

till::TextRow StaffBook::rowOf(const v1::Staff& each) const {
    return {.texts = {sale::textOf(each.login()), sale::textOf(each.name()), roleText(each.role()),
                      yes(each.has_second_factor()), yes(each.has_pin()),
                      each.disabled() ? tr("cannot sign in") : tr("may sign in"),
                      dayText(each.create_time(), locale_)},
            .strong = each.disabled(),
            .key = QString::fromStdString(each.staff())};
}

// Each word of the filter stands somewhere in the row.
void StaffBook::fill() {
    const QStringList words = filter_.split(u' ', Qt::SkipEmptyParts);
    std::vector<till::TextRow> rows;
    for (const v1::Staff& each : all_) {
        till::TextRow row = rowOf(each);
        const QString text = row.texts.join(u' ');
        const bool has = std::ranges::all_of(
            words, [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
        if (has) rows.push_back(std::move(row));
    }
    rows_.show(std::move(rows));
    Q_EMIT changed();
}

const v1::Staff* StaffBook::find(const QString& id) const {
    const auto found = std::ranges::find(all_, id.toStdString(), &v1::Staff::staff);
    return found == all_.end() ? nullptr : &*found;
}

const v1::Staff* StaffBook::findLogin(const std::string& login) const {
    const auto found = std::ranges::find(all_, login, &v1::Staff::login);
    return found == all_.end() ? nullptr : &*found;
}

void StaffBook::choose(const QString& id) {
    const v1::Staff* const found = find(id);
    chosen_ = found == nullptr ? v1::Staff() : *found;
    forget();
    Q_EMIT opened();
    Q_EMIT changed();
}

bool StaffBook::isOwn() const {
    return !chosen_.staff().empty() && chosen_.staff() == desk_.staff();
}

void StaffBook::clear() {
    ++question_;
    all_.clear();
    coming_.clear();
    afterList_ = nullptr;
    filter_.clear();
    chosen_.Clear();
    forget();
    fill();
}

void StaffBook::forget() {
    if (secret_.isEmpty()) return;
    secret_ = {};
    Q_EMIT secretChanged();
}

void StaffBook::show(Secret secret) {
    secret_ = std::move(secret);
    Q_EMIT secretChanged();
}

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

void StaffBook::create(const QString& login, const QString& name, v1::Staff::Role role) {
    if (isWrong(login, name)) return;
    forget();
    v1::CreateStaffRequest request;
    request.set_login(login.toStdString());
    request.set_name(name.trimmed().toStdString());
    request.set_role(role);
    errand_.start<v1::CreateStaffRequest, v1::StaffPassword>(
        client::kCreateStaff, request,
        [this, request](const client::Answer<v1::StaffPassword>& answer, bool earlier) {
            created(request, answer, earlier);
        });
}

// A login is there once: where a lost try has made it, another one is told that it is taken.
void StaffBook::created(const v1::CreateStaffRequest& asked,
                        const client::Answer<v1::StaffPassword>& now, bool earlier) {
    if (now.done()) {
        changedTo(now.value.staff());
        show({.login = sale::textOf(asked.login()),
              .password = QString::fromStdString(now.value.password())});
        Q_EMIT said(
            tr("%1 is made. The password is shown this once.").arg(sale::textOf(asked.login())),
            false);
        return;
    }
    if (!earlier || now.refusal.reason != ErrorReason::LOGIN_TAKEN) {
        return refusedFor({qt::outcomeText(now), now.refusal}, Field::Login, false, {});
    }
    readAgain([this, asked] {
        const v1::Staff* const made = findLogin(asked.login());
        const bool ours = made != nullptr && made->version() == 1 && made->name() == asked.name() &&
                          made->role() == asked.role();
        if (!ours) return Q_EMIT refusedAt(Field::Login, tr("Somebody has this login already."));
        choose(QString::fromStdString(made->staff()));
        Q_EMIT said(tr("%1 is made, but the answer with the password was lost: make another one.")
                        .arg(sale::textOf(asked.login())),
                    true);
    });
}

void StaffBook::update(const QString& name, v1::Staff::Role role) {
    if (isWrong(sale::textOf(chosen_.login()), name)) return;
    v1::UpdateStaffRequest request;
    if (name.trimmed().toStdString() != chosen_.name()) {
        request.set_name(name.trimmed().toStdString());
    }
    if (role != chosen_.role()) request.set_role(role);
    if (!request.has_name() && !request.has_role()) {
        Q_EMIT said(tr("Nothing is changed."), false);
        return;
    }
    const Field field = request.has_role() ? Field::Role : Field::Name;
    change(std::move(request), tr("Saved. Whoever is signed in by it signs in again."), field);
}

void StaffBook::setDisabled(bool disabled) {
    v1::UpdateStaffRequest request;
    request.set_disabled(disabled);
    const QString login = sale::textOf(chosen_.login());
    change(std::move(request),
           disabled ? tr("%1 is signed out everywhere, and cannot sign in.").arg(login)
                    : tr("%1 may sign in again.").arg(login),
           Field::Role);
}

void StaffBook::change(v1::UpdateStaffRequest request, const QString& done, Field field) {
    forget();
    request.set_staff(chosen_.staff());
    request.set_version(chosen_.version());
    errand_.start<v1::UpdateStaffRequest, v1::Staff>(
        client::kUpdateStaff, request,
        [this, request, done, field](const client::Answer<v1::Staff>& answer, bool earlier) {
            if (answer.done()) {
                changedTo(answer.value);
                Q_EMIT said(done, false);
                return;
            }
            refusedFor(
                {qt::outcomeText(answer), answer.refusal}, field, earlier, [this, request, done] {
                    const v1::Staff* const now = find(QString::fromStdString(request.staff()));
                    const bool isDone =
                        now != nullptr && now->version() == request.version() + 1 &&
                        (!request.has_name() || now->name() == request.name()) &&
                        (!request.has_role() || now->role() == request.role()) &&
                        (!request.has_disabled() || now->disabled() == request.disabled());
                    if (isDone) Q_EMIT opened();
                    Q_EMIT said(isDone
                                    ? done
                                    : tr("Somebody has changed this account meanwhile: it was read "
                                         "again. Look at it, and do it again."),
                                !isDone);
                });
        });
}

// Who would be shown it is signed out by it.
bool StaffBook::isOwnSecret() {
    if (!isOwn()) return false;
    Q_EMIT said(tr("Another administrator does that to your account: you would be signed out "
                   "before you could read it."),
                true);
    return true;
}

void StaffBook::resetPassword() {
    if (isOwnSecret()) return;
    forget();
    v1::ResetPasswordRequest request;
    request.set_staff(chosen_.staff());
    request.set_version(chosen_.version());
    errand_.start<v1::ResetPasswordRequest, v1::StaffPassword>(
        client::kResetPassword, request,
        [this](const client::Answer<v1::StaffPassword>& answer, bool earlier) {
            if (!answer.done()) {
                return refusedFor(
                    {qt::outcomeText(answer), answer.refusal}, Field::None, earlier, [this] {
                        Q_EMIT said(
                            tr("The account is another by now, and a password that was made "
                               "is lost with its answer: make another one."),
                            true);
                    });
            }
            changedTo(answer.value.staff());
            show({.login = sale::textOf(answer.value.staff().login()),
                  .password = QString::fromStdString(answer.value.password())});
            Q_EMIT said(tr("The password is shown this once. The former one and the PIN are over."),
                        false);
        });
}

void StaffBook::setSecondFactor(bool on) {
    if (isOwnSecret()) return;
    forget();
    v1::SetSecondFactorRequest request;
    request.set_staff(chosen_.staff());
    request.set_version(chosen_.version());
    request.set_on(on);
    errand_.start<v1::SetSecondFactorRequest, v1::SecondFactor>(
        client::kSetSecondFactor, request,
        [this, on](const client::Answer<v1::SecondFactor>& answer, bool earlier) {
            if (!answer.done()) {
                return refusedFor(
                    {qt::outcomeText(answer), answer.refusal}, Field::None, earlier, [this, on] {
                        const bool gone = !on && !chosen_.has_second_factor();
                        Q_EMIT said(
                            gone ? tr("The second factor is taken away.")
                                 : tr("The account is another by now, and a second factor that "
                                      "was made is lost with its answer: make another one."),
                            !gone);
                    });
            }
            changedTo(answer.value.staff());
            if (!on) return Q_EMIT said(tr("The second factor is taken away."), false);
            const QUrlQuery query(QUrl(QString::fromStdString(answer.value.uri())));
            show({.login = sale::textOf(answer.value.staff().login()),
                  .uri = answer.value.uri(),
                  .key = query.queryItemValue(QStringLiteral("secret"))});
            Q_EMIT said(tr("The second factor is shown this once: let the telephone read it now."),
                        false);
        });
}

void StaffBook::changedTo(const v1::Staff& now) {
    const auto found = std::ranges::find(all_, now.staff(), &v1::Staff::staff);
    if (found != all_.end()) {
        *found = now;
    } else {
        all_.push_back(now);
        std::ranges::sort(all_, {}, &v1::Staff::login);
    }
    chosen_ = now;
    fill();
    Q_EMIT opened();
}

void StaffBook::refusedFor(const Refused& refused, Field field, bool earlier,
                           std::function<void()> afterList) {
    const client::Refusal& refusal = refused.refusal;
    if (refusal.reason == ErrorReason::CHANGED_MEANWHILE) {
        if (earlier && afterList) return readAgain(std::move(afterList));
        return readAgain([this] {
            Q_EMIT said(tr("Somebody has changed this account meanwhile: it was read again. Look "
                           "at it, and do it again."),
                        true);
        });
    }
    const auto at = refusal.metadata.find("field");
    if (at != refusal.metadata.end() && at->second == "login") field = Field::Login;
    if (at != refusal.metadata.end() && at->second == "name") field = Field::Name;
    Q_EMIT said(refused.text, true);
    if (field != Field::None) Q_EMIT refusedAt(field, refused.text);
}

void StaffBook::readAgain(std::function<void()> after) {
    afterList_ = std::move(after);
    refresh();
}

}  // namespace tessera::staff
