// SPDX-License-Identifier: Apache-2.0
// The till's money: its shift, what goes in and out, the blind count, and the Z report.
//
// The GUI's thread alone. Owns what asks; printers are the window's. The page at the right follows
// where the shift stands, and by keys shows a report or the shifts that there were meanwhile.
#pragma once

#include <string>
#include <tuple>

#include "boxoffice-app/shell/screen.h"
#include "shared/qt/payment/print_room.h"
#include "shared/qt/till/shift_opener.h"
#include "shared/qt/till/shift_reports.h"
#include "shared/qt/till/shift_work.h"
#include "shared/qt/till/text_table.h"

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace tessera::till {
class CountModel;
}

namespace tessera::boxoffice {

class CountPanel;
class EntryPanel;
class ReportPanel;
class SettlePanel;
class ShiftsPanel;

class MoneyScreen : public Screen {
    Q_OBJECT

public:
    explicit MoneyScreen(Workplace& workplace);
    ~MoneyScreen() override;

    QString title() const override { return tr("&Money"); }
    QString permission() const override { return QStringLiteral("run_shift"); }
    void enter() override;
    void homeFocus() override;
    void retranslate() override;

    till::ShiftWork& work() { return work_; }
    till::ShiftReports& reports() { return reports_; }
    const till::ShiftOpener& opener() const { return opener_; }

private:
    enum class Page { Wait, Float, Entry, Count, Settle, Report, Shifts };
    static constexpr int kButtons = 8;
    static constexpr int kShiftsButton = 6;
    static constexpr int kOwnButton = 7;  // Shown while another till's shift is looked at.
    static constexpr const char* kSignOff = "sign_off_shift";           // The permission.
    static constexpr const char* kKeptCurrencies = "shift_currencies";  // Among the settings.
    static constexpr const char* kSoldCurrencies = "shift_sold_currencies";

    void build();
    QWidget* buildShift(QWidget* parent);
    QWidget* buildPages(QWidget* parent);
    void addActions();
    void addReportActions();
    void bindButtons();
    void follow();
    void followWork();
    void refresh();
    void refreshShift();
    void refreshActions();
    bool saysMissing(const till::CountModel& model);
    void rememberSold(const v1::Order& order);
    // The page for where the shift stands, where that has changed.
    void settle();
    Page pageOf() const;
    void show(Page page);
    using QWidget::show;
    bool isOpen() const;
    QString stateText(qt::TextRole& role) const;
    void say(const QString& text, sale::Tone tone);

    // What the page that is shown is for, by its button or key.
    void go();
    QString goText() const;
    void openShift();
    void openFloat();
    void askEntry(v1::DrawerEntry::Kind kind);
    void addEntry();
    void sendCount();
    // The one that is chosen among those that there were, of another till.
    void countThere(const std::string& shift);
    void close();
    void approve(const till::ApprovalAsked& asked);
    void openDrawer();
    void readReport();
    void print();
    void savePdf();
    QString reportFolder() const;
    std::vector<std::string> currencies() const;

    till::ShiftOpener opener_;
    till::ShiftWork work_;
    till::ShiftReports reports_;
    payment::PrintRoom& room_;
    till::TextTable entries_;
    Page page_ = Page::Wait;
    // Which shift it was, and where it stood, when a page was chosen for it.
    std::tuple<till::ShiftSeen, v1::Shift::State, std::string> settled_{
        till::ShiftSeen::NotRead, v1::Shift::STATE_UNSPECIFIED, {}};
    std::string countedOf_;  // The shift that the count's page is of.

    QWidget* all_ = nullptr;
    QLabel* heading_ = nullptr;
    QLabel* state_ = nullptr;
    QLabel* float_ = nullptr;
    QLabel* message_ = nullptr;
    QPushButton* buttons_[kButtons] = {};
    QLabel* entriesLabel_ = nullptr;
    QTableView* entriesTable_ = nullptr;
    QStackedWidget* pages_ = nullptr;
    QLabel* wait_ = nullptr;
    CountPanel* floatPanel_ = nullptr;
    EntryPanel* entryPanel_ = nullptr;
    CountPanel* countPanel_ = nullptr;
    SettlePanel* settlePanel_ = nullptr;
    ReportPanel* reportPanel_ = nullptr;
    ShiftsPanel* shiftsPanel_ = nullptr;
};

}  // namespace tessera::boxoffice
