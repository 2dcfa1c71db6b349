// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/staff/account_panel.h"

#include <QtCore/QTimer>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

#include "boxoffice-app/screens/staff/form_field.h"
#include "boxoffice-app/screens/staff/row_finder.h"
#include "boxoffice-app/screens/staff/secret_card.h"
#include "boxoffice-app/shell/ask_line.h"
#include "boxoffice-app/shell/byte_limit.h"
#include "boxoffice-app/shell/tall_column.h"
#include "shared/qt/sale/words.h"
#include "shared/qt/staff/staff_words.h"
#include "shared/qt/theme/theme.h"

namespace tessera::boxoffice {
namespace {

constexpr int kDot = 4;  // A module of the QR code, in pixels.

}  // namespace

AccountPanel::AccountPanel(staff::StaffBook& book, const qt::Theme& theme, QWidget* parent)
    : QWidget(parent), book_(book), theme_(theme) {
    row_ = new QBoxLayout(QBoxLayout::LeftToRight, this);
    auto* const left = new QWidget(this);
    auto* const column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    finder_ = new RowFinder(book.rows(), QStringLiteral("accounts"), left);
    buttons_[New] = new QPushButton(left);
    column->addWidget(finder_, 1);
    column->addWidget(buttons_[New], 0, Qt::AlignLeading);
    tall_ = new TallColumn(this);
    tall_->setWidget(buildForm());
    row_->addWidget(left, 3);
    row_->addWidget(tall_, 2);
    follow();
    load();
}

// Views go before what they show.
AccountPanel::~AccountPanel() {
    delete finder_;
}

QWidget* AccountPanel::buildForm() {
    auto* const form = new QWidget(tall_);
    auto* const column = new QVBoxLayout(form);
    title_ = new QLabel(form);
    title_->setWordWrap(true);
    title_->setObjectName(QStringLiteral("account_title"));
    qt::setTextRole(title_, qt::TextRole::Title);
    login_ = new FormField(FormField::Kind::Line, QStringLiteral("account_login"), form);
    login_->line()->setMaxLength(staff::StaffBook::kLoginMost);
    name_ = new FormField(FormField::Kind::Line, QStringLiteral("account_name"), form);
    limitBytes(name_->line(), staff::StaffBook::kNameBytesMost);
    role_ = new FormField(FormField::Kind::Choice, QStringLiteral("account_role"), form);
    note_ = new QLabel(form);
    note_->setWordWrap(true);
    qt::setTextRole(note_, qt::TextRole::Weak);
    for (const auto which : {Save, Password, Factor, Disable}) {
        buttons_[which] = new QPushButton(form);
    }
    qt::setButtonRole(buttons_[Save], qt::ButtonRole::GoesOn);
    ask_ = new AskLine(form);
    secret_ = new SecretCard(QStringLiteral("account_secret"), form);
    buttons_[Copy] = secret_->copyButton();
    message_ = new QLabel(form);
    message_->setObjectName(QStringLiteral("account_message"));
    message_->setWordWrap(true);
    for (QWidget* const each : std::initializer_list<QWidget*>{
             title_, login_, name_, role_, buttons_[Save], message_, ask_, secret_, note_,
             buttons_[Password], buttons_[Factor], buttons_[Disable]}) {
        column->addWidget(each);
    }
    column->addStretch(1);
    return form;
}

void AccountPanel::follow() {
    connect(finder_, &RowFinder::typed, &book_, &staff::StaffBook::filter);
    connect(finder_, &RowFinder::opened, this, &AccountPanel::open);
    connect(login_, &FormField::entered, this, [this] { name_->field()->setFocus(); });
    connect(name_, &FormField::entered, this, [this] { role_->field()->setFocus(); });
    connect(ask_, &AskLine::left, this, [this] { begin(); });
    connect(&book_, &staff::StaffBook::opened, this, &AccountPanel::load);
    connect(&book_, &staff::StaffBook::saved, this, [this] {
        for (FormField* const each : {login_, name_, role_}) each->setProblem({});
        adopt(book_.chosen(), false);
    });
    connect(&book_, &staff::StaffBook::changed, this, [this] {
        adopt(book_.chosen(), true);
        refresh();
    });
    connect(&book_, &staff::StaffBook::secretChanged, this, &AccountPanel::showSecret);
    connect(&book_, &staff::StaffBook::refusedAt, this,
            [this](staff::StaffBook::Field field, const QString& text) {
                using Field = staff::StaffBook::Field;
                FormField* const at = field == Field::Login  ? login_
                                      : field == Field::Role ? role_
                                                             : name_;
                at->setProblem(text);
                if (isVisible()) at->field()->setFocus();
                bringIntoSight(at);
            });
}

void AccountPanel::ask(const QString& question, const QString& button,
                       const std::function<void()>& taken) {
    ask_->ask({.first = question,
               .button = button,
               .taken = [this, taken](const QString&, const QString&) {
                   ask_->end();
                   taken();
               }});
    bringIntoSight(ask_);
}

void AccountPanel::open(const QString& key) {
    leaveForm([this, key] {
        book_.choose(key);
        name_->field()->setFocus();
        bringIntoSight(name_);
    });
}

void AccountPanel::beginNew() {
    leaveForm([this] {
        book_.choose({});
        login_->line()->setFocus();
        bringIntoSight(login_);
    });
}

void AccountPanel::leaveForm(const std::function<void()>& go) {
    if (!isTyped()) return go();
    ask(tr("What is typed is not saved."), tr("Throw it away"), go);
}

v1::Staff::Role AccountPanel::role() const {
    return static_cast<v1::Staff::Role>(role_->choice()->currentData().toInt());
}

bool AccountPanel::isTyped() const {
    return login_->line()->text() != sale::textOf(loaded_.login()) || isNameTyped() ||
           role() != loaded_.role();
}

bool AccountPanel::isNameTyped() const {
    return name_->line()->text().trimmed() != sale::textOf(loaded_.name()).trimmed();
}

void AccountPanel::load() {
    loaded_ = book_.chosen();
    const bool isNew = loaded_.staff().empty();
    if (isNew) loaded_.set_role(v1::Staff::CASHIER);
    login_->line()->setText(sale::textOf(loaded_.login()));
    login_->line()->setReadOnly(!isNew);
    name_->line()->setText(sale::textOf(loaded_.name()));
    showRole(loaded_.role());
    for (FormField* const each : {login_, name_, role_}) each->setProblem({});
    say({}, false);
    ask_->end();
    finder_->point(QString::fromStdString(loaded_.staff()));
    refresh();
}

void AccountPanel::showRole(v1::Staff::Role role) {
    role_->choice()->setCurrentIndex(role_->choice()->findData(static_cast<int>(role)));
}

// What nobody touched is as it is now; what is typed stays, and what somebody else made of that
// field is said there.
void AccountPanel::adopt(const v1::Staff& now, bool byOthers) {
    if (now.staff() != loaded_.staff() || now.staff().empty()) return;
    const v1::Staff before = std::exchange(loaded_, now);
    const QString name = sale::textOf(now.name());
    const QString theirs = tr("Somebody has changed it meanwhile: %1");
    if (now.name() != before.name() && isNameTyped()) {
        const bool touched =
            name_->line()->text().trimmed() != sale::textOf(before.name()).trimmed();
        if (!touched) name_->line()->setText(name);
        if (touched && byOthers) name_->setProblem(theirs.arg(name));
    }
    if (now.role() != before.role() && role() != now.role()) {
        const bool touched = role() != before.role();
        if (!touched) showRole(now.role());
        if (touched && byOthers) role_->setProblem(theirs.arg(staff::roleText(now.role())));
    }
}

void AccountPanel::save() {
    if (loaded_.staff().empty()) {
        book_.create(login_->line()->text().trimmed(), name_->line()->text(), role());
    } else {
        book_.update(loaded_, name_->line()->text(), role());
    }
}

void AccountPanel::resetPassword() {
    const v1::Staff of = book_.chosen();
    ask(tr("Another password for %1? The one there is and the PIN are over.")
            .arg(sale::textOf(of.login())),
        tr("Make another password"), [this, of] { book_.resetPassword(of); });
}

void AccountPanel::switchFactor() {
    const v1::Staff of = book_.chosen();
    const QString login = sale::textOf(of.login());
    if (of.has_second_factor()) {
        return ask(tr("%1 signs in by the password alone then.").arg(login),
                   tr("Take the second factor away"),
                   [this, of] { book_.setSecondFactor(of, false); });
    }
    ask(tr("%1 signs in with a code of a telephone, too, from now on.").arg(login),
        tr("Make a second factor"), [this, of] { book_.setSecondFactor(of, true); });
}

void AccountPanel::switchState() {
    const v1::Staff of = book_.chosen();
    const QString login = sale::textOf(of.login());
    if (of.disabled()) {
        return ask(tr("%1 may sign in again, with the password that there was.").arg(login),
                   tr("Let in again"), [this, of] { book_.setDisabled(of, false); });
    }
    ask(tr("%1 is signed out everywhere, and cannot sign in any more.").arg(login), tr("Shut out"),
        [this, of] { book_.setDisabled(of, true); });
}

void AccountPanel::copy() {
    if (!secret_->isOpen()) return;
    secret_->copy();
    say(tr("Copied. It is taken off the clipboard when it is left."), false);
}

bool AccountPanel::back() {
    if (ask_->isOpen()) {
        ask_->end();
    } else if (secret_->isOpen()) {
        book_.forget();
    } else if (isTyped()) {
        leaveForm([this] { book_.choose({}); });
        return true;
    } else if (!book_.chosen().staff().empty()) {
        book_.choose({});
    } else {
        return false;
    }
    begin();
    return true;
}

void AccountPanel::empty() {
    finder_->clear();
    book_.clear();
    load();
}

void AccountPanel::showSecret() {
    const staff::StaffBook::Secret& now = book_.secret();
    if (now.isEmpty()) return secret_->end();
    const bool factor = !now.uri.empty();
    secret_->show(
        {.heading = factor ? tr("Second factor of %1").arg(now.login)
                           : tr("Password of %1").arg(now.login),
         .hint = factor ? tr("Shown this once. The telephone reads the code, or the key is typed.")
                        : tr("Shown this once, and gone when it is left."),
         .text = factor ? staff::grouped(now.key) : now.password,
         .copied = factor ? now.key : now.password,
         .code = now.uri},
        theme_.scaled(kDot));
    // An answer that comes late takes nobody away from another page, form or question.
    const bool own =
        isVisible() && !ask_->isOpen() && now.login == sale::textOf(book_.chosen().login());
    // Once its action knows that there is something to copy.
    if (own) QTimer::singleShot(0, secret_, [this] { buttons_[Copy]->setFocus(); });
    bringIntoSight(secret_);
    refresh();
}

QString AccountPanel::factorText() const {
    return book_.chosen().has_second_factor() ? tr("Take the second &factor away")
                                              : tr("Make a second &factor");
}

QString AccountPanel::stateText() const {
    return book_.chosen().disabled() ? tr("&Let in again") : tr("Shut o&ut");
}

void AccountPanel::refresh() {
    const v1::Staff& now = book_.chosen();
    const bool isNew = now.staff().empty();
    title_->setText(isNew ? tr("New account") : sale::textOf(now.name()));
    for (const auto which : {Password, Factor, Disable}) buttons_[which]->setVisible(!isNew);
    note_->setText(isNew ? tr("The password is made by the server, and shown this once.")
                   : book_.isOwn()
                       ? tr("This is your own account: you are signed out by a change of the name. "
                            "Another administrator changes the rest.")
                       : tr("Whoever is signed in by it is signed out by a change."));
}

void AccountPanel::say(const QString& text, bool wrong) {
    message_->setText(text);
    message_->setVisible(!text.isEmpty());
    qt::setTextRole(message_, wrong ? qt::TextRole::Danger : qt::TextRole::Good);
}

void AccountPanel::retranslate() {
    finder_->setWords(
        tr("F&ind an account"),
        tr("Enter opens. After ten wrong passwords a person is locked on one device "
           "for a quarter of an hour: that passes by itself, and is not shown here."));
    login_->setWords(tr("Lo&gin, for good"));
    name_->setWords(tr("Na&me, as others see it"));
    role_->setWords(tr("&Role: each may whatever the one before may"));
    const v1::Staff::Role before = role();
    role_->choice()->clear();
    for (const auto each : staff::kRoles) {
        role_->choice()->addItem(staff::roleText(each), static_cast<int>(each));
    }
    showRole(before == v1::Staff::ROLE_UNSPECIFIED ? loaded_.role() : before);
    ask_->retranslate();
    say({}, false);
    secret_->retranslate();
    if (secret_->isOpen()) showSecret();
    refresh();
}

void AccountPanel::look() {
    const bool large = theme_.textPercent() >= kLargeText;
    tall_->setMinimumHeight(large ? theme_.scaled(kFormHeight) : 0);
    row_->setDirection(large ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    if (secret_->isOpen()) showSecret();
}

void AccountPanel::begin() {
    finder_->begin();
}

}  // namespace tessera::boxoffice
