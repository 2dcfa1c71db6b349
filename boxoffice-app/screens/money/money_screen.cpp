// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/money/money_screen.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

#include "boxoffice-app/screens/money/count_panel.h"
#include "boxoffice-app/screens/money/entry_panel.h"
#include "boxoffice-app/screens/money/report_panel.h"
#include "boxoffice-app/screens/money/settle_panel.h"
#include "boxoffice-app/screens/money/shifts_panel.h"
#include "shared/qt/sale/cart.h"
#include "shared/qt/till/shift_words.h"

namespace tessera::boxoffice {
namespace {

constexpr int kReasonColumn = 3;

}  // namespace

MoneyScreen::MoneyScreen(Workplace& workplace)
    : Screen(QStringLiteral("money"), workplace),
      opener_(workplace.desk()),
      work_(workplace.desk(), workplace.store().folder()),
      reports_(workplace.desk()),
      room_(payment::PrintRoom::of(workplace, workplace.store())),
      entries_(till::entryColumns()) {
    build();
    addActions();
    addReportActions();
    bindButtons();
    follow();
    followWork();
    show(Page::Wait);
    refresh();
}

// Views go before what they show.
MoneyScreen::~MoneyScreen() {
    delete all_;
}

void MoneyScreen::build() {
    all_ = new QWidget(this);
    auto* const around = new QVBoxLayout(this);
    around->setContentsMargins(0, 0, 0, 0);
    around->addWidget(all_);
    auto* const row = new QHBoxLayout(all_);
    constexpr int kBetween = 24;
    row->setSpacing(kBetween);
    row->addWidget(buildShift(all_), 2);
    row->addWidget(buildPages(all_), 3);
}

QWidget* MoneyScreen::buildShift(QWidget* parent) {
    auto* const part = new QWidget(parent);
    auto* const column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    auto* const card = new QWidget(part);
    qt::setRaised(card, true);
    auto* const facts = new QVBoxLayout(card);
    heading_ = new QLabel(card);
    heading_->setObjectName(QStringLiteral("shift_heading"));
    heading_->setWordWrap(true);
    qt::setTextRole(heading_, qt::TextRole::Title);
    state_ = new QLabel(card);
    state_->setObjectName(QStringLiteral("shift_state"));
    state_->setWordWrap(true);
    float_ = new QLabel(card);
    float_->setObjectName(QStringLiteral("shift_float"));
    float_->setWordWrap(true);
    for (QLabel* each : {heading_, state_, float_}) facts->addWidget(each);
    message_ = new QLabel(part);
    message_->setObjectName(QStringLiteral("money_message"));
    message_->setWordWrap(true);
    auto* const grid = new QGridLayout;
    for (int i = 0; i < kButtons; ++i) {
        buttons_[i] = new QPushButton(part);
        grid->addWidget(buttons_[i], i / 2, i % 2);
    }
    entriesLabel_ = new QLabel(part);
    entriesLabel_->setWordWrap(true);
    entriesTable_ = makeTextView(entries_, QStringLiteral("entries"), part);
    entriesTable_->horizontalHeader()->setSectionResizeMode(kReasonColumn, QHeaderView::Stretch);
    column->addWidget(card);
    column->addWidget(message_);
    column->addLayout(grid);
    column->addWidget(entriesLabel_);
    column->addWidget(entriesTable_, 1);
    return part;
}

QWidget* MoneyScreen::buildPages(QWidget* parent) {
    pages_ = new QStackedWidget(parent);
    wait_ = new QLabel(pages_);
    wait_->setObjectName(QStringLiteral("money_wait"));
    wait_->setWordWrap(true);
    wait_->setAlignment(Qt::AlignTop);
    floatPanel_ = new CountPanel(CountPanel::Purpose::Float, QStringLiteral("float"), pages_);
    entryPanel_ = new EntryPanel(pages_);
    countPanel_ = new CountPanel(CountPanel::Purpose::Count, QStringLiteral("count"), pages_);
    settlePanel_ = new SettlePanel(pages_);
    reportPanel_ = new ReportPanel(reports_, pages_);
    shiftsPanel_ = new ShiftsPanel(reports_, pages_);
    for (QWidget* each :
         std::initializer_list<QWidget*>{wait_, floatPanel_, entryPanel_, countPanel_, settlePanel_,
                                         reportPanel_, shiftsPanel_}) {
        pages_->addWidget(each);  // In the order of Page.
    }
    return pages_;
}

void MoneyScreen::follow() {
    connect(&workplace().languages(), &qt::Languages::changed, this, &MoneyScreen::retranslate);
    connect(&workplace(), &Workplace::enrolmentChanged, this, [this] {
        opener_.forget();
        work_.forget();
        reports_.forget();
    });
    connect(&desk(), &qt::Desk::sessionChanged, this, [this] {
        // What somebody else may not see is not left in sight.
        reports_.forget();
        if (page_ == Page::Report || page_ == Page::Shifts) show(pageOf());
        const bool mayLook = !desk().isSignedIn() || desk().may(kSignOff);
        if (work_.isElsewhere() && !mayLook) work_.lookAway();
        work_.goOn();
    });
    connect(&desk(), &qt::Desk::linkChanged, this, [this](bool up) {
        if (up) work_.goOn();
    });
    connect(&reports_, &till::ShiftReports::said, this, &MoneyScreen::say);
    connect(&reports_, &till::ShiftReports::changed, this, [this] {
        shiftsPanel_->refresh(workplace().languages().locale());
        refreshActions();
    });
    connect(&reports_, &till::ShiftReports::reportChanged, this, [this] {
        reportPanel_->refresh(workplace().languages().locale());
        refreshActions();
        if (page_ == Page::Report && isVisible()) reportPanel_->begin();
    });
    connect(shiftsPanel_, &ShiftsPanel::chosen, this, [this](const QString& shift) {
        reports_.read(shift.toStdString());
        show(Page::Report);
    });
    connect(shiftsPanel_, &ShiftsPanel::countWanted, this,
            [this](const QString& shift) { countThere(shift.toStdString()); });
    const auto panelSaid = [this](const QString& text, bool danger) {
        say(text, danger ? sale::Tone::Danger : sale::Tone::Plain);
    };
    connect(floatPanel_, &CountPanel::said, this, panelSaid);
    connect(countPanel_, &CountPanel::said, this, panelSaid);
    for (const CountPanel* each : {floatPanel_, countPanel_}) {
        connect(each, &CountPanel::ready, this, [this](QWidget* part) { bringIntoSight(part); });
    }
    connect(entryPanel_, &EntryPanel::done, this, &MoneyScreen::addEntry);
    connect(settlePanel_, &SettlePanel::done, this, &MoneyScreen::close);
}

void MoneyScreen::followWork() {
    connect(&sale::Cart::of(workplace()), &sale::Cart::finished, this, &MoneyScreen::rememberSold);
    connect(&opener_, &till::ShiftOpener::said, this, &MoneyScreen::say);
    connect(&opener_, &till::ShiftOpener::changed, this, &MoneyScreen::refresh);
    connect(&opener_, &till::ShiftOpener::opened, this, [this](bool now) {
        floatPanel_->clear();
        say(now ? tr("The shift is open.")
                : tr("A shift was open at this till before, with its own opening float."),
            now ? sale::Tone::Good : sale::Tone::Warning);
        if (opener_.shift().shift().empty()) return work_.takeColleagues();
        work_.take(opener_.shift());
    });
    connect(&work_, &till::ShiftWork::said, this, &MoneyScreen::say);
    connect(&work_, &till::ShiftWork::changed, this, &MoneyScreen::refresh);
    connect(&work_, &till::ShiftWork::approvalNeeded, this, &MoneyScreen::approve);
    connect(&work_, &till::ShiftWork::drawerWanted, this, &MoneyScreen::openDrawer);
    connect(&work_, &till::ShiftWork::added, this, [this] {
        entryPanel_->clear();
        say(tr("It is in the shift."), sale::Tone::Good);
        if (page_ == Page::Entry) entryPanel_->begin();
    });
    connect(&work_, &till::ShiftWork::counted, this, [this] {
        countPanel_->clear();
        say(work_.difference() == 0 ? tr("Counted: it is even.") : tr("Counted: it differs."),
            work_.difference() == 0 ? sale::Tone::Good : sale::Tone::Danger);
        homeFocus();
    });
    connect(&work_, &till::ShiftWork::closed, this, [this] {
        settlePanel_->clear();
        say(tr("The shift is closed."), sale::Tone::Good);
        readReport();
    });
    connect(&work_, &till::ShiftWork::refused, this, [this](till::ShiftField field) {
        if (page_ == Page::Settle) return settlePanel_->focus(field);
        if (page_ == Page::Entry) entryPanel_->focus(field);
    });
}

void MoneyScreen::retranslate() {
    const QLocale& locale = workplace().languages().locale();
    opener_.setLocale(locale);
    work_.setLocale(locale);
    reports_.setLocale(locale);
    for (CountPanel* each : {floatPanel_, countPanel_}) {
        each->setLocale(locale);
        each->retranslate();
    }
    entryPanel_->retranslate();
    settlePanel_->retranslate();
    reportPanel_->retranslate();
    shiftsPanel_->retranslate();
    entries_.retranslate();
    entriesLabel_->setText(tr("In and out beside sales"));
    entriesTable_->setAccessibleName(tr("In and out beside sales"));
    entriesTable_->setMinimumHeight(fontMetrics().height() * 2 * kTextRowsLeast);
    message_->clear();
    reportPanel_->refresh(locale);
    shiftsPanel_->refresh(locale);
    refresh();
}

void MoneyScreen::enter() {
    work_.goOn();
    refresh();
}

void MoneyScreen::homeFocus() {
    switch (page_) {
        case Page::Wait:
            return buttons_[kShiftsButton]->setFocus();
        case Page::Float:
            return floatPanel_->begin();
        case Page::Entry:
            return entryPanel_->begin();
        case Page::Count:
            return countPanel_->begin();
        case Page::Settle:
            return settlePanel_->begin();
        case Page::Report:
            return reportPanel_->begin();
        case Page::Shifts:
            return shiftsPanel_->begin();
    }
}

}  // namespace tessera::boxoffice
