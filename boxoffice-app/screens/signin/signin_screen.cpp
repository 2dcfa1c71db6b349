// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/signin/signin_screen.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>
#include <optional>

#include "shared/qt/desk/refusal_text.h"

namespace tessera::boxoffice {
namespace {

using v1::ErrorReason;

constexpr int kLoginBytesMax = 40;
constexpr int kSecretBytesMax = 200;
constexpr int kTotpDigits = 6;
const QString kLastLogin = QStringLiteral("signin.last_login");

QLineEdit* fieldOf(QWidget* parent, QLabel*& label, int most, bool secret) {
    label = new QLabel(parent);
    auto* const field = new QLineEdit(parent);
    field->setMaxLength(most);
    if (secret) field->setEchoMode(QLineEdit::Password);
    label->setBuddy(field);
    parent->layout()->addWidget(label);
    parent->layout()->addWidget(field);
    return field;
}

// What a letter that was typed says of Caps Lock; nothing of a sign without a case.
std::optional<bool> capsLockOf(const QKeyEvent& typed) {
    if (typed.text().size() != 1) return std::nullopt;
    const QChar letter = typed.text()[0];
    if (letter.toUpper() == letter.toLower()) return std::nullopt;
    return letter.isUpper() != typed.modifiers().testFlag(Qt::ShiftModifier);
}

}  // namespace

SigninScreen::SigninScreen(Workplace& workplace)
    : Screen(QStringLiteral("signin"), workplace, Access::Anyone) {
    auto* const form = new QWidget(this);
    colleaguesPart_ = new QWidget(this);
    message_ = new QLabel(this);
    message_->setWordWrap(true);
    message_->setObjectName(QStringLiteral("message"));
    qt::setTextRole(message_, qt::TextRole::Danger);
    buildForm(form);
    buildColleagues(colleaguesPart_);
    auto* const sides = new QHBoxLayout;
    sides->addStretch(1);
    sides->addWidget(colleaguesPart_, 2);
    sides->addWidget(form, 2);
    sides->addStretch(1);
    auto* const all = new QVBoxLayout(this);
    all->addStretch(1);
    all->addLayout(sides);
    all->addWidget(message_, 0, Qt::AlignHCenter);
    all->addStretch(2);
    connect(&desk(), &qt::Desk::sessionChanged, this, &SigninScreen::refreshColleagues);
}

void SigninScreen::buildForm(QWidget* form) {
    auto* const column = new QVBoxLayout(form);
    heading_ = new QLabel(form);
    qt::setTextRole(heading_, qt::TextRole::Title);
    column->addWidget(heading_);
    login_ = fieldOf(form, loginLabel_, kLoginBytesMax, false);
    password_ = fieldOf(form, passwordLabel_, kSecretBytesMax, true);
    capsLock_ = new QLabel(form);
    capsLock_->setWordWrap(true);
    capsLock_->setObjectName(QStringLiteral("caps_lock"));
    qt::setTextRole(capsLock_, qt::TextRole::Warning);
    column->addWidget(capsLock_);
    capsLock_->hide();
    password_->installEventFilter(this);
    totp_ = fieldOf(form, totpLabel_, kTotpDigits, false);
    totp_->setInputMethodHints(Qt::ImhDigitsOnly);
    totpLabel_->hide();
    totp_->hide();
    signIn_ = new QPushButton(form);
    qt::setButtonRole(signIn_, qt::ButtonRole::GoesOn);
    column->addWidget(signIn_);
    column->addStretch();
    login_->setObjectName(QStringLiteral("login"));
    password_->setObjectName(QStringLiteral("password"));
    totp_->setObjectName(QStringLiteral("totp"));
    signIn_->setObjectName(QStringLiteral("sign_in"));
    login_->setText(workplace().store().text(kLastLogin));
    connect(signIn_, &QPushButton::clicked, this, &SigninScreen::signIn);
    for (QLineEdit* const field : {login_, password_, totp_}) {
        connect(field, &QLineEdit::returnPressed, this, &SigninScreen::signIn);
    }
}

void SigninScreen::buildColleagues(QWidget* list) {
    auto* const column = new QVBoxLayout(list);
    switchHeading_ = new QLabel(list);
    qt::setTextRole(switchHeading_, qt::TextRole::Title);
    colleagues_ = new QListWidget(list);
    column->addWidget(switchHeading_);
    column->addWidget(colleagues_, 1);
    pin_ = fieldOf(list, pinLabel_, kSecretBytesMax, true);
    resume_ = new QPushButton(list);
    column->addWidget(resume_);
    colleagues_->setObjectName(QStringLiteral("colleagues"));
    pin_->setObjectName(QStringLiteral("pin"));
    resume_->setObjectName(QStringLiteral("resume"));
    connect(resume_, &QPushButton::clicked, this, &SigninScreen::resume);
    connect(pin_, &QLineEdit::returnPressed, this, &SigninScreen::resume);
    connect(colleagues_, &QListWidget::itemActivated, this, [this] { pin_->setFocus(); });
    list->hide();
}

void SigninScreen::retranslate() {
    heading_->setText(tr("Sign in"));
    loginLabel_->setText(tr("L&ogin"));
    login_->setAccessibleName(tr("Login"));
    passwordLabel_->setText(tr("Pass&word"));
    password_->setAccessibleName(tr("Password"));
    totpLabel_->setText(tr("Code of the second &factor"));
    totp_->setAccessibleName(tr("Code of the second factor"));
    signIn_->setText(tr("Sign &in"));
    switchHeading_->setText(tr("Back by PIN"));
    colleagues_->setAccessibleName(tr("Who signed in here today"));
    pinLabel_->setText(tr("&PIN"));
    pin_->setAccessibleName(tr("PIN"));
    resume_->setText(tr("&Go on"));
    capsLock_->setText(tr("Caps Lock is on."));
    message_->setText({});
}

bool SigninScreen::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const auto& key = static_cast<const QKeyEvent&>(*event);
        const std::optional<bool> on = capsLockOf(key);
        // What the key itself has made of it the next letter shows.
        if (key.key() == Qt::Key_CapsLock) showCapsLock(false);
        if (on) showCapsLock(*on);
    }
    if (event->type() == QEvent::FocusOut) showCapsLock(false);
    return Screen::eventFilter(watched, event);
}

void SigninScreen::showCapsLock(bool on) {
    capsLock_->setVisible(on);
    password_->setAccessibleDescription(on ? capsLock_->text() : QString());
}

void SigninScreen::enter() {
    message_->clear();
    setBusy(false);
    refreshColleagues();
}

void SigninScreen::homeFocus() {
    if (!colleagues_->count()) {
        (login_->text().isEmpty() ? login_ : password_)->setFocus();
    } else {
        pin_->setFocus();
    }
}

void SigninScreen::refreshColleagues() {
    const int row = std::max(0, colleagues_->currentRow());
    colleagues_->clear();
    for (const qt::Colleague& each : desk().colleagues()) {
        auto* const item = new QListWidgetItem(each.name, colleagues_);
        item->setData(Qt::UserRole, QString::fromStdString(each.staff));
        // As high as a button: it is hit in a hurry.
        item->setSizeHint(QSize(0, resume_->sizeHint().height()));
    }
    colleagues_->setCurrentRow(std::min(row, colleagues_->count() - 1));
    colleaguesPart_->setVisible(colleagues_->count() > 0);
}

void SigninScreen::signIn() {
    if (login_->text().trimmed().isEmpty()) return say(tr("Login: it is missing."), login_);
    if (password_->text().isEmpty()) return say(tr("Password: it is missing."), password_);
    setBusy(true);
    desk().signIn(
        login_->text(), password_->text(), totp_->text(), this,
        [this](const client::Answer<v1::StaffSession>& answer) { answered(answer, password_); });
}

void SigninScreen::resume() {
    const QListWidgetItem* const item = colleagues_->currentItem();
    if (item == nullptr) return;
    if (pin_->text().isEmpty()) return say(tr("PIN: it is missing."), pin_);
    setBusy(true);
    desk().resume(
        item->data(Qt::UserRole).toString().toStdString(), pin_->text(), this,
        [this](const client::Answer<v1::StaffSession>& answer) { answered(answer, pin_); });
}

void SigninScreen::answered(const client::Answer<v1::StaffSession>& answer, QLineEdit* field) {
    setBusy(false);
    pin_->clear();
    totp_->clear();
    // The password is needed once more with the code.
    if (answer.refusal.reason == ErrorReason::TOTP_NEEDED) return askTotp();
    if (answer.refusal.reason == ErrorReason::TOTP_WRONG) {
        return say(qt::outcomeText(answer) + u' ' +
                       tr("Wait for the next one. If that is wrong too, look at the clock of the "
                          "telephone: it may be half a minute wrong, no more."),
                   totp_);
    }
    password_->clear();
    refreshColleagues();
    if (!answer.done()) return say(qt::outcomeText(answer), field);
    totpLabel_->hide();
    totp_->hide();
    workplace().store().set(kLastLogin, QString::fromStdString(answer.value.login()));
    workplace().say(tr("Signed in: %1").arg(QString::fromStdString(answer.value.name())),
                    MessageKind::Good);
}

void SigninScreen::askTotp() {
    totpLabel_->show();
    totp_->show();
    message_->clear();
    totp_->setFocus();
}

void SigninScreen::setBusy(bool busy) {
    signIn_->setEnabled(!busy);
    resume_->setEnabled(!busy);
}

void SigninScreen::say(const QString& text, QLineEdit* field) {
    message_->setText(text);
    workplace().say(text, MessageKind::Danger);
    field->setFocus();
}

}  // namespace tessera::boxoffice
