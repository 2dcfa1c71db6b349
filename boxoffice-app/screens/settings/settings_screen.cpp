// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/settings/settings_screen.h"

#include <QtCore/QRegularExpression>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QVBoxLayout>
#include <array>

#include "shared/qt/desk/refusal_text.h"

namespace tessera::boxoffice {
namespace {

constexpr int kScaleStep = 25;
constexpr int kSecretBytesMax = 200;
constexpr int kPinDigitsMax = 12;

void stack(QWidget* parent, QLabel* label, QWidget* field) {
    label->setBuddy(field);
    parent->layout()->addWidget(label);
    parent->layout()->addWidget(field);
}

}  // namespace

SettingsScreen::SettingsScreen(Workplace& workplace)
    : Screen(QStringLiteral("settings"), workplace, Access::Anyone) {
    auto* const around = new QHBoxLayout(this);
    auto* const form = new QWidget(this);
    around->addStretch(1);
    around->addWidget(form, 2);
    around->addStretch(1);
    auto* const column = new QVBoxLayout(form);
    buildLook(form);
    buildPin(form);
    column->addStretch();
    addAction({.name = QStringLiteral("set_pin"),
               .text = [] { return tr("Change the P&IN"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_Return),
               .run = [this] { setPin(); }});
    bind(setPin_, QStringLiteral("set_pin"));
}

void SettingsScreen::buildLook(QWidget* form) {
    lookHeading_ = new QLabel(form);
    qt::setTextRole(lookHeading_, qt::TextRole::Title);
    form->layout()->addWidget(lookHeading_);
    languageLabel_ = new QLabel(form);
    language_ = new QComboBox(form);
    for (const qt::Language& each : qt::Languages::all()) language_->addItem(each.name, each.code);
    themeLabel_ = new QLabel(form);
    theme_ = new QComboBox(form);
    for (const auto kind :
         {qt::ThemeKind::Light, qt::ThemeKind::Dark, qt::ThemeKind::HighContrast}) {
        theme_->addItem(QString(), qt::themeName(kind));
    }
    scaleLabel_ = new QLabel(form);
    scale_ = new QSpinBox(form);
    scale_->setRange(qt::kTextPercentLeast, qt::kTextPercentMost);
    scale_->setSingleStep(kScaleStep);
    stack(form, languageLabel_, language_);
    stack(form, themeLabel_, theme_);
    stack(form, scaleLabel_, scale_);
    language_->setObjectName(QStringLiteral("language"));
    theme_->setObjectName(QStringLiteral("theme"));
    scale_->setObjectName(QStringLiteral("text_percent"));
    connect(language_, &QComboBox::activated, this, &SettingsScreen::apply);
    connect(theme_, &QComboBox::activated, this, &SettingsScreen::apply);
    connect(scale_, &QSpinBox::editingFinished, this, &SettingsScreen::apply);
}

void SettingsScreen::buildPin(QWidget* form) {
    pinPart_ = new QWidget(form);
    auto* const column = new QVBoxLayout(pinPart_);
    column->setContentsMargins(0, 0, 0, 0);
    form->layout()->addWidget(pinPart_);
    pinHeading_ = new QLabel(pinPart_);
    qt::setTextRole(pinHeading_, qt::TextRole::Title);
    column->addWidget(pinHeading_);
    passwordLabel_ = new QLabel(pinPart_);
    password_ = new QLineEdit(pinPart_);
    password_->setEchoMode(QLineEdit::Password);
    password_->setMaxLength(kSecretBytesMax);
    pinLabel_ = new QLabel(pinPart_);
    pin_ = new QLineEdit(pinPart_);
    pin_->setEchoMode(QLineEdit::Password);
    pin_->setMaxLength(kPinDigitsMax);
    stack(pinPart_, passwordLabel_, password_);
    stack(pinPart_, pinLabel_, pin_);
    setPin_ = new QPushButton(pinPart_);
    column->addWidget(setPin_);
    message_ = new QLabel(pinPart_);
    message_->setWordWrap(true);
    qt::setTextRole(message_, qt::TextRole::Danger);
    column->addWidget(message_);
    password_->setObjectName(QStringLiteral("password"));
    pin_->setObjectName(QStringLiteral("pin"));
    setPin_->setObjectName(QStringLiteral("set_pin"));
    message_->setObjectName(QStringLiteral("message"));
    connect(pin_, &QLineEdit::returnPressed, this, &SettingsScreen::setPin);
}

void SettingsScreen::retranslate() {
    lookHeading_->setText(tr("How it looks"));
    languageLabel_->setText(tr("&Language"));
    language_->setAccessibleName(tr("Language"));
    themeLabel_->setText(tr("&Colours"));
    theme_->setAccessibleName(tr("Colours"));
    const std::array names = {tr("Light"), tr("Dark"), tr("High contrast")};
    for (int row = 0; row < theme_->count(); ++row) {
        theme_->setItemText(row, names.at(static_cast<std::size_t>(row)));
    }
    scaleLabel_->setText(tr("Size of te&xt, 100 to 200 %"));
    scale_->setAccessibleName(tr("Size of text in per cent"));
    scale_->setSuffix(tr(" %"));
    pinHeading_->setText(tr("Own PIN"));
    passwordLabel_->setText(tr("Own pass&word"));
    password_->setAccessibleName(tr("Own password"));
    pinLabel_->setText(tr("New &PIN, 4 to 12 digits; empty: no PIN any more"));
    pin_->setAccessibleName(tr("New PIN"));
    message_->clear();
}

void SettingsScreen::enter() {
    language_->setCurrentIndex(language_->findData(workplace().languages().code()));
    theme_->setCurrentIndex(theme_->findData(qt::themeName(workplace().theme().kind())));
    scale_->setValue(workplace().theme().textPercent());
    pinPart_->setVisible(desk().isSignedIn());
    refreshPin();
    message_->clear();
}

void SettingsScreen::homeFocus() {
    language_->setFocus();
}

void SettingsScreen::apply() {
    qt::DeskStore& store = workplace().store();
    const QString language = language_->currentData().toString();
    const QString theme = theme_->currentData().toString();
    store.set(QStringLiteral("language"), language);
    store.set(QStringLiteral("theme"), theme);
    store.set(QStringLiteral("text_percent"), scale_->value());
    store.sync();
    if (language != workplace().languages().code()) workplace().languages().use(language);
    const qt::Theme& now = workplace().theme();
    if (qt::themeOf(theme) != now.kind() || scale_->value() != now.textPercent()) {
        workplace().theme().apply(qt::themeOf(theme), scale_->value());
    }
}

void SettingsScreen::setPin() {
    static const QRegularExpression kPin(QStringLiteral("^([0-9]{4,12})?$"));
    if (password_->text().isEmpty()) return say(tr("Own password: it is missing."), password_);
    if (!kPin.match(pin_->text()).hasMatch()) {
        return say(tr("New PIN: it must be 4 to 12 digits, or empty."), pin_);
    }
    if (asking_) return;
    asking_ = true;
    refreshPin();
    desk().setPin(password_->text(), pin_->text(), this,
                  [this, whose = desk().staff()](const client::Answer<v1::StaffSession>& answer) {
                      asking_ = false;
                      refreshPin();
                      // Whoever came meanwhile is told nothing of it.
                      if (desk().staff() == whose) pinAnswered(answer);
                  });
    password_->clear();
    pin_->clear();
}

void SettingsScreen::refreshPin() {
    setAvailable(QStringLiteral("set_pin"), desk().isSignedIn() && !asking_);
}

void SettingsScreen::pinAnswered(const client::Answer<v1::StaffSession>& answer) {
    if (!answer.done()) return say(qt::outcomeText(answer), password_);
    message_->clear();
    workplace().say(tr("The PIN was changed."), MessageKind::Good);
    if (isVisible()) homeFocus();
}

void SettingsScreen::say(const QString& text, QLineEdit* field) {
    message_->setText(text);
    workplace().say(text, MessageKind::Danger);
    if (isVisible()) field->setFocus();
}

}  // namespace tessera::boxoffice
