// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/staff/staff_screen.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QVBoxLayout>

#include "boxoffice-app/screens/staff/account_panel.h"
#include "boxoffice-app/screens/staff/device_panel.h"
#include "boxoffice-app/screens/staff/person_panel.h"

namespace tessera::boxoffice {

StaffScreen::StaffScreen(Workplace& workplace)
    : Screen(QStringLiteral("staff"), workplace),
      accounts_(workplace.desk()),
      devices_(workplace.desk()),
      persons_(workplace.desk()) {
    build();
    addActions();
    follow();
    ownLanguage();
    look();
    settle();
}

// Views go before what they show.
StaffScreen::~StaffScreen() {
    delete stack_;
}

void StaffScreen::build() {
    stack_ = new QStackedWidget(this);
    (new QVBoxLayout(this))->addWidget(stack_);
    auto* const closed = new QWidget(stack_);
    auto* const column = new QVBoxLayout(closed);
    denied_ = new QLabel(closed);
    denied_->setWordWrap(true);
    denied_->setObjectName(QStringLiteral("denied"));
    away_ = new QPushButton(closed);
    away_->setObjectName(QStringLiteral("away"));
    connect(away_, &QPushButton::clicked, this,
            [this] { workplace().goTo(QStringLiteral("sell")); });
    column->addWidget(denied_);
    column->addWidget(away_, 0, Qt::AlignLeading);
    column->addStretch(1);
    pages_ = new QTabWidget(stack_);
    pages_->setDocumentMode(true);
    pages_->setUsesScrollButtons(true);
    accountPanel_ = new AccountPanel(accounts_, workplace().theme(), pages_);
    devicePanel_ = new DevicePanel(devices_, workplace().theme(), pages_);
    personPanel_ = new PersonPanel(persons_, workplace().theme(), pages_);
    pages_->addTab(accountPanel_, {});
    pages_->addTab(devicePanel_, {});
    pages_->addTab(personPanel_, {});
    stack_->addWidget(closed);
    stack_->addWidget(pages_);
}

void StaffScreen::follow() {
    connect(&workplace().languages(), &qt::Languages::changed, this, &StaffScreen::ownLanguage);
    connect(&workplace().theme(), &qt::Theme::changed, this, &StaffScreen::look);
    connect(&desk(), &qt::Desk::sessionChanged, this, &StaffScreen::settle);
    connect(pages_, &QTabWidget::currentChanged, this, [this] {
        if (left_ == Accounts) accounts_.forget();
        if (left_ == Devices) devices_.forget();
        left_ = page();
        refresh();
    });
    const auto say = [this](const QString& text, bool wrong) {
        workplace().say(text, wrong ? MessageKind::Danger : MessageKind::Good);
    };
    connect(&accounts_, &staff::StaffBook::said, this, [this, say](const QString& text, bool bad) {
        say(text, bad);
        accountPanel_->say(text, bad);
    });
    connect(&devices_, &staff::DeviceBook::said, this, [this, say](const QString& text, bool bad) {
        say(text, bad);
        devicePanel_->say(text, bad);
    });
    connect(&persons_, &staff::PersonDesk::said, this, [this, say](const QString& text, bool bad) {
        say(text, bad);
        personPanel_->say(text, bad);
    });
    connect(&accounts_, &staff::StaffBook::changed, this, &StaffScreen::refresh);
    connect(&accounts_, &staff::StaffBook::secretChanged, this, &StaffScreen::refresh);
    connect(&devices_, &staff::DeviceBook::changed, this, &StaffScreen::refresh);
    connect(&devices_, &staff::DeviceBook::codeMade, this, &StaffScreen::refresh);
    connect(&devices_, &staff::DeviceBook::codeChanged, this, [this] {
        if (devices_.code().isEmpty()) refresh();
    });
    connect(&persons_, &staff::PersonDesk::changed, this, &StaffScreen::refresh);
}

void StaffScreen::ownLanguage() {
    const QLocale& locale = workplace().languages().locale();
    accounts_.setLocale(locale);
    devicePanel_->setLocale(locale);
    persons_.setLocale(locale);
}

void StaffScreen::look() {
    accountPanel_->look();
    devicePanel_->look();
    personPanel_->look();
}

bool StaffScreen::may() const {
    return desk().may(permission().toStdString());
}

// Whoever signs in after an administrator sees nothing of what was there; who comes back has it.
void StaffScreen::settle() {
    if (desk().isSignedIn() && desk().staff() != shownTo_) {
        accountPanel_->empty();
        devicePanel_->empty();
        personPanel_->empty();
        shownTo_ = may() ? desk().staff() : std::string();
    }
    stack_->setCurrentIndex(may() ? 1 : 0);
    refresh();
}

void StaffScreen::enter() {
    settle();
    if (!may()) return;
    accounts_.refresh();
    devices_.refresh();
}

bool StaffScreen::leave() {
    accounts_.forget();
    devices_.forget();
    return true;
}

void StaffScreen::homeFocus() {
    if (!may()) return away_->setFocus();
    begin();
}

void StaffScreen::begin() {
    switch (page()) {
        case Devices:
            return devicePanel_->begin();
        case Persons:
            return personPanel_->begin();
        default:
            return accountPanel_->begin();
    }
}

StaffScreen::Page StaffScreen::page() const {
    return static_cast<Page>(pages_->currentIndex());
}

void StaffScreen::show(Page page) {
    pages_->setCurrentIndex(page);
    begin();
}

void StaffScreen::setExportFolder(const QString& folder) {
    personPanel_->setFolder(folder);
}

void StaffScreen::retranslate() {
    denied_->setText(
        tr("Accounts and devices are shown to whoever may manage staff: an administrator."));
    away_->setText(tr("Back to selling"));
    pages_->setAccessibleName(tr("Pages"));
    pages_->tabBar()->setAccessibleName(tr("Pages"));
    pages_->setTabText(Accounts, tr("Accounts"));
    pages_->setTabText(Devices, tr("Devices"));
    pages_->setTabText(Persons, tr("A person's data"));
    accountPanel_->retranslate();
    devicePanel_->retranslate();
    personPanel_->retranslate();
}

}  // namespace tessera::boxoffice
