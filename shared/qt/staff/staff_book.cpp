// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/staff/staff_book.h"

#include <algorithm>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/sale/words.h"
#include "shared/qt/staff/errand_rules.h"
#include "shared/qt/staff/staff_words.h"

namespace tessera::staff {
namespace {

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
    : QObject(parent), desk_(desk), errand_(desk, errandRules(patience)), rows_(columns()) {
    connect(&errand_, &qt::Errand::changed, this, &StaffBook::changed);
    connect(&errand_, &qt::Errand::said, this, &StaffBook::said);
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
    ++opening_;
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
    ++opening_;
    forget();
    fill();
}

void StaffBook::forget() {
    if (secret_.isEmpty()) return;
    secret_ = {};
    Q_EMIT secretChanged();
}

bool StaffBook::show(Secret secret) {
    if (!desk_.isSignedIn()) {
        Q_EMIT said((secret.uri.empty() ? tr("The password of %1 was made, but lost: nobody was "
                                             "signed in. Make another one.")
                                        : tr("The second factor of %1 was made, but lost: nobody "
                                             "was signed in. Make another one."))
                        .arg(secret.login),
                    true);
        return false;
    }
    secret_ = std::move(secret);
    Q_EMIT secretChanged();
    return true;
}

void StaffBook::take(const v1::Staff& now) {
    const auto found = std::ranges::find(all_, now.staff(), &v1::Staff::staff);
    if (found != all_.end()) {
        *found = now;
    } else {
        all_.push_back(now);
        std::ranges::sort(all_, {}, &v1::Staff::login);
    }
    const bool open = now.staff() == chosen_.staff();
    if (open) chosen_ = now;
    if (open) Q_EMIT saved();
    fill();
}

void StaffBook::readAgain(std::function<void()> after) {
    afterList_ = std::move(after);
    refresh();
}

}  // namespace tessera::staff
