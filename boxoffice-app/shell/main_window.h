// SPDX-License-Identifier: Apache-2.0
// The window: screens, the menus that lead to them, and what is always in sight.
//
// Shows the screen that can be worked on: to enrol, to sign in, or the chosen one. Where a session
// or the connection ends, screens keep what was typed, and the one that was left is shown again to
// whoever comes back. The GUI's thread alone; owns the screens.
#pragma once

#include <QtCore/QHash>
#include <QtWidgets/QMainWindow>
#include <string>
#include <vector>

#include "boxoffice-app/shell/screen_list.h"
#include "boxoffice-app/shell/workplace.h"

class QLabel;
class QMenu;
class QStackedWidget;

namespace tessera::boxoffice {

class HeadBar;
class MessageLine;
class PrintLine;

struct WindowParts {
    qt::Desk& desk;
    qt::DeskStore& store;
    qt::Theme& theme;
    qt::Languages& languages;
};

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(WindowParts parts, const ScreenList& screens);
    ~MainWindow() override;

    Workplace& workplace() { return workplace_; }
    qt::ActionCollection& actions() { return actions_; }
    const std::vector<Screen*>& screens() const { return screens_; }
    // Null: there is none.
    Screen* screen(const QString& id) const;
    Screen* current() const { return current_; }
    // False: the current one refused to be left, or it may not be shown now.
    bool show(const QString& id);
    // Before whoever looks, from behind other windows or an icon.
    void comeForward();
    QString message() const;
    bool bannerIsShown() const;
    using QMainWindow::show;

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void build();
    void addScreens(const ScreenList& screens);
    void addScreenActions();
    void addOwnActions();
    void addMenus();
    void follow();
    void remindOfPrinting();
    void retranslate();
    void enter(Screen* screen);
    void goBack();
    void takeUp(Screen* screen);
    // The screen that must be shown now; null: whichever was chosen.
    Screen* required() const;
    Screen* firstWork() const;
    void settle();
    void connectAsKept();
    void refreshBanner();
    void openLegend();
    void restoreLayout();

    WindowParts parts_;
    qt::ActionCollection actions_;
    Workplace workplace_;
    std::vector<Screen*> screens_;
    QHash<Screen*, QWidget*> around_;  // What scrolls it.
    Screen* current_ = nullptr;
    Screen* chosen_ = nullptr;  // What whoever is signed in works at.
    std::vector<Screen*> way_;  // What was worked at last, then what was looked into from there.
    std::string reminded_;      // Who is signed in, and was told what the printing asks.
    QStackedWidget* stack_ = nullptr;
    QWidget* tooOld_ = nullptr;
    QLabel* tooOldText_ = nullptr;
    HeadBar* head_ = nullptr;
    QLabel* banner_ = nullptr;
    MessageLine* line_ = nullptr;
    PrintLine* print_ = nullptr;
    QMenu* screensMenu_ = nullptr;
    QMenu* actionsMenu_ = nullptr;
    QMenu* sessionMenu_ = nullptr;
    QMenu* helpMenu_ = nullptr;
};

}  // namespace tessera::boxoffice
