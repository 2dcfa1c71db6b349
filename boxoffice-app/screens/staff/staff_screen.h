// SPDX-License-Identifier: Apache-2.0
// Staff and devices: accounts, machines, and what is known of a person.
//
// The GUI's thread alone. Owns its presenters. What is shown once is gone when the screen or the
// session is left; all that is listed is gone when somebody is signed in who may not see it.
#pragma once

#include "boxoffice-app/shell/screen.h"
#include "shared/qt/staff/device_book.h"
#include "shared/qt/staff/person_desk.h"
#include "shared/qt/staff/staff_book.h"

class QLabel;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace tessera::boxoffice {

class AccountPanel;
class DevicePanel;
class PersonPanel;

class StaffScreen : public Screen {
    Q_OBJECT

public:
    explicit StaffScreen(Workplace& workplace);
    ~StaffScreen() override;

    QString title() const override { return tr("Sta&ff and devices"); }
    QString permission() const override { return QStringLiteral("manage_staff"); }
    void enter() override;
    bool leave() override;
    void homeFocus() override;
    void retranslate() override;

    staff::StaffBook& accounts() { return accounts_; }
    staff::DeviceBook& devices() { return devices_; }
    staff::PersonDesk& persons() { return persons_; }
    // Where exports go without a dialog.
    void setExportFolder(const QString& folder);

private:
    enum Page { Accounts, Devices, Persons, PageCount };

    void build();
    void addActions();
    void addAccountActions();
    void addOtherActions();
    void add(const char* name, std::function<QString()> text, const QKeySequence& key,
             std::function<void()> run, const char* permission = "manage_staff");
    void follow();
    void ownLanguage();
    void look();
    bool may() const;
    void settle();
    void show(Page page);
    Page page() const;
    void refresh();
    void begin();
    void copy();
    void back();

    staff::StaffBook accounts_;
    staff::DeviceBook devices_;
    staff::PersonDesk persons_;
    Page left_ = Accounts;  // The page before the one that comes.
    std::string shownTo_;   // Whose lists these are; empty: nobody's.
    QStackedWidget* stack_ = nullptr;
    QTabWidget* pages_ = nullptr;
    AccountPanel* accountPanel_ = nullptr;
    DevicePanel* devicePanel_ = nullptr;
    PersonPanel* personPanel_ = nullptr;
    QLabel* denied_ = nullptr;
    QPushButton* away_ = nullptr;
};

}  // namespace tessera::boxoffice
