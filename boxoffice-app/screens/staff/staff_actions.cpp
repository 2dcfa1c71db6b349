// SPDX-License-Identifier: Apache-2.0
// What keys and buttons of the screen do, and when.
#include <QtWidgets/QPushButton>

#include "boxoffice-app/screens/staff/account_panel.h"
#include "boxoffice-app/screens/staff/device_panel.h"
#include "boxoffice-app/screens/staff/person_panel.h"
#include "boxoffice-app/screens/staff/staff_screen.h"

namespace tessera::boxoffice {
namespace {

constexpr auto kShift = Qt::CTRL | Qt::SHIFT;

}  // namespace

void StaffScreen::add(const char* name, std::function<QString()> text, const QKeySequence& key,
                      std::function<void()> run, const char* permission) {
    addAction({.name = QLatin1String(name),
               .text = std::move(text),
               .key = key,
               .run = std::move(run),
               .permission = QLatin1String(permission)});
}

void StaffScreen::addActions() {
    add(
        "accounts", [] { return tr("Accoun&ts"); }, QKeySequence(Qt::Key_F2),
        [this] { show(Accounts); });
    add(
        "devices", [] { return tr("&Devices"); }, QKeySequence(Qt::Key_F3),
        [this] { show(Devices); }, "manage_devices");
    add(
        "persons", [] { return tr("A &person's data"); }, QKeySequence(Qt::Key_F4),
        [this] { show(Persons); }, "erase_persons");
    add(
        "find", [] { return tr("&Find"); }, QKeySequence(Qt::CTRL | Qt::Key_F),
        [this] { begin(); });
    add(
        "refresh", [] { return tr("Read &again"); }, QKeySequence(Qt::Key_F5),
        [this] {
            accounts_.refresh();
            devices_.refresh();
        });
    add(
        "copy", [] { return tr("Copy &what is shown once"); }, QKeySequence(kShift | Qt::Key_C),
        [this] { copy(); });
    add(
        "back", [] { return tr("&Back"); }, QKeySequence(Qt::Key_Escape), [this] { back(); });
    addAccountActions();
    addOtherActions();
    bind(accountPanel_->button(AccountPanel::Copy), QStringLiteral("copy"));
    bind(devicePanel_->button(DevicePanel::Copy), QStringLiteral("copy"));
}

void StaffScreen::addAccountActions() {
    add(
        "new", [] { return tr("&New account"); }, QKeySequence(Qt::CTRL | Qt::Key_N),
        [this] { accountPanel_->beginNew(); });
    add(
        "save", [] { return tr("Sa&ve"); }, QKeySequence(Qt::CTRL | Qt::Key_S),
        [this] { accountPanel_->save(); });
    add(
        "password", [] { return tr("An&other password"); }, QKeySequence(Qt::Key_F7),
        [this] { accountPanel_->resetPassword(); });
    add(
        "factor", [this] { return accountPanel_->factorText(); }, QKeySequence(Qt::Key_F8),
        [this] { accountPanel_->switchFactor(); });
    add(
        "state", [this] { return accountPanel_->stateText(); }, QKeySequence(Qt::Key_F9),
        [this] { accountPanel_->switchState(); });
    static constexpr const char* kNames[] = {"new", "save", "password", "factor", "state"};
    for (int i = 0; i < 5; ++i) {
        bind(accountPanel_->button(static_cast<AccountPanel::Button>(i)), QLatin1String(kNames[i]));
    }
}

void StaffScreen::addOtherActions() {
    add(
        "new_device", [] { return tr("&Code for a new device"); }, QKeySequence(kShift | Qt::Key_N),
        [this] { devicePanel_->makeNew(); }, "manage_devices");
    add(
        "code", [] { return tr("Another code &for the device"); }, QKeySequence(Qt::Key_F11),
        [this] { devicePanel_->codeAgain(); }, "manage_devices");
    add(
        "revoke", [] { return tr("Take out of &use"); }, QKeySequence(Qt::Key_F12),
        [this] { devicePanel_->revoke(); }, "manage_devices");
    add(
        "export", [] { return tr("E&xport to a file"); }, QKeySequence(kShift | Qt::Key_S),
        [this] { personPanel_->exportPerson(); }, "erase_persons");
    add(
        "erase", [] { return tr("E&rase the person"); }, QKeySequence(kShift | Qt::Key_E),
        [this] { personPanel_->erasePerson(); }, "erase_persons");
    bind(devicePanel_->button(DevicePanel::New), QStringLiteral("new_device"));
    bind(devicePanel_->button(DevicePanel::Code), QStringLiteral("code"));
    bind(devicePanel_->button(DevicePanel::Revoke), QStringLiteral("revoke"));
    bind(personPanel_->button(PersonPanel::Export), QStringLiteral("export"));
    bind(personPanel_->button(PersonPanel::Erase), QStringLiteral("erase"));
}

void StaffScreen::refresh() {
    const Page at = page();
    const bool accounts = at == Accounts && !accounts_.isUnderWay();
    const bool account = accounts && !accounts_.chosen().staff().empty();
    const bool devices = at == Devices && !devices_.isUnderWay();
    const bool device = devices && !devices_.chosen().device().empty() &&
                        devices_.chosen().state() != v1::Device::REVOKED;
    const bool persons = at == Persons && !persons_.isUnderWay();
    for (const char* each : {"new", "save"}) setAvailable(QLatin1String(each), accounts);
    for (const char* each : {"password", "factor", "state"}) {
        setAvailable(QLatin1String(each), account);
    }
    setAvailable(QStringLiteral("new_device"), devices);
    for (const char* each : {"code", "revoke"}) setAvailable(QLatin1String(each), device);
    for (const char* each : {"export", "erase"}) setAvailable(QLatin1String(each), persons);
    setAvailable(QStringLiteral("copy"), (at == Accounts && !accounts_.secret().isEmpty()) ||
                                             (at == Devices && !devices_.code().isEmpty()));
    workplace().actions().refresh();  // Two say what they do now.
}

void StaffScreen::copy() {
    if (page() == Accounts) return accountPanel_->copy();
    devicePanel_->copy();
}

void StaffScreen::back() {
    const bool left = page() == Accounts  ? accountPanel_->back()
                      : page() == Devices ? devicePanel_->back()
                                          : personPanel_->back();
    if (!left) begin();
}

}  // namespace tessera::boxoffice
