// SPDX-License-Identifier: Apache-2.0
// What the money screen does by keys and buttons.
#include <QtCore/QStandardPaths>
#include <QtWidgets/QPushButton>
#include <algorithm>

#include "boxoffice-app/screens/money/count_panel.h"
#include "boxoffice-app/screens/money/entry_panel.h"
#include "boxoffice-app/screens/money/money_screen.h"
#include "boxoffice-app/screens/money/report_panel.h"
#include "boxoffice-app/screens/money/settle_panel.h"
#include "boxoffice-app/screens/money/shifts_panel.h"
#include "shared/qt/desk/approval_dialog.h"
#include "shared/qt/desk/refusal_text.h"

namespace tessera::boxoffice {

using till::ShiftSeen;

namespace {

const QString kReportFolder = QStringLiteral("report_folder");
const QString kOpenShift = QStringLiteral("money.open_shift");

}  // namespace

void MoneyScreen::addActions() {
    // From everywhere: wherever cash needs a shift, this is the one key that leads here.
    workplace().actions().add({.id = kOpenShift,
                               .text = [] { return tr("Open a shi&ft"); },
                               .key = qt::openShiftKey(),
                               .permission = permission(),
                               .run = [this] { openFloat(); }});
    addAction({.name = QStringLiteral("paid_in"),
               .text = [] { return tr("Cash &in"); },
               .key = QKeySequence(Qt::Key_F2),
               .run = [this] { askEntry(v1::DrawerEntry::PAID_IN); }});
    addAction({.name = QStringLiteral("paid_out"),
               .text = [] { return tr("Cash &out"); },
               .key = QKeySequence(Qt::Key_F3),
               .run = [this] { askEntry(v1::DrawerEntry::PAID_OUT); }});
    addAction({.name = QStringLiteral("no_sale"),
               .text = [] { return tr("Open the &drawer"); },
               .key = QKeySequence(Qt::Key_F4),
               .run = [this] { askEntry(v1::DrawerEntry::NO_SALE); },
               .permission = QStringLiteral("open_drawer")});
    addAction({.name = QStringLiteral("count"),
               .text = [] { return tr("Cou&nt the drawer"); },
               .key = QKeySequence(Qt::Key_F7),
               .run = [this] { show(Page::Count); }});
    addAction({.name = QStringLiteral("close"),
               .text = [] { return tr("&Close the shift"); },
               .key = QKeySequence(Qt::Key_F8),
               .run = [this] { show(Page::Settle); }});
    addAction({.name = QStringLiteral("go"),
               .text = [this] { return goText(); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_Return),
               .run = [this] { go(); }});
}

void MoneyScreen::addReportActions() {
    addAction({.name = QStringLiteral("report"),
               .text = [] { return tr("X or &Z report"); },
               .key = QKeySequence(Qt::Key_F5),
               .run = [this] { readReport(); }});
    addAction({.name = QStringLiteral("shifts"),
               .text = [] { return tr("Shi&fts that there were"); },
               .key = QKeySequence(Qt::Key_F9),
               .run =
                   [this] {
                       reports_.list();
                       show(Page::Shifts);
                   }});
    addAction({.name = QStringLiteral("earlier"),
               .text = [] { return tr("Ea&rlier shifts"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_M),
               .run = [this] { reports_.more(); }});
    addAction({.name = QStringLiteral("count_there"),
               .text = [] { return tr("Coun&t the chosen shift"); },
               .key = QKeySequence(Qt::SHIFT | Qt::Key_F9),
               .run = [this] { shiftsPanel_->askForCount(); },
               .permission = QLatin1String(kSignOff)});
    addAction({.name = QStringLiteral("own_till"),
               .text = [] { return tr("This ti&ll's shift"); },
               .key = QKeySequence(Qt::Key_F12),
               .run =
                   [this] {
                       work_.lookAway();
                       show(pageOf());
                   }});
    addAction({.name = QStringLiteral("print"),
               .text = [] { return tr("&Print the report"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_P),
               .run = [this] { print(); }});
    addAction({.name = QStringLiteral("save_pdf"),
               .text = [] { return tr("Sa&ve it as PDF"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_E),
               .run = [this] { savePdf(); }});
}

void MoneyScreen::bindButtons() {
    static constexpr const char* kNames[kButtons] = {"paid_in", "paid_out", "no_sale", "count",
                                                     "close",   "report",   "shifts",  "own_till"};
    for (int i = 0; i < kButtons; ++i) {
        buttons_[i]->setObjectName(QLatin1String(kNames[i]));
        bind(buttons_[i], QLatin1String(kNames[i]));
    }
    for (QPushButton* const each : {floatPanel_->goButton(), entryPanel_->goButton(),
                                    countPanel_->goButton(), settlePanel_->goButton()}) {
        bind(each, QStringLiteral("go"));
    }
    bind(shiftsPanel_->countButton(), QStringLiteral("count_there"));
    bind(shiftsPanel_->moreButton(), QStringLiteral("earlier"));
    bind(reportPanel_->printButton(), QStringLiteral("print"));
    bind(reportPanel_->pdfButton(), QStringLiteral("save_pdf"));
}

void MoneyScreen::go() {
    switch (page_) {
        case Page::Float:
            return openShift();
        case Page::Entry:
            return addEntry();
        case Page::Count:
            return sendCount();
        case Page::Settle:
            return close();
        case Page::Wait:
        case Page::Report:
        case Page::Shifts:
            return;
    }
}

QString MoneyScreen::goText() const {
    switch (page_) {
        case Page::Float:
            return floatPanel_->goText();
        case Page::Entry:
            return entryPanel_->goText();
        case Page::Count:
            return countPanel_->goText();
        case Page::Settle:
            return tr("Close &the shift");
        case Page::Wait:
        case Page::Report:
        case Page::Shifts:
            break;
    }
    return tr("What this page is for");
}

void MoneyScreen::openFloat() {
    workplace().goTo(id());
    if (work_.isElsewhere()) {
        work_.lookAway();
        return show(pageOf());
    }
    const bool has =
        work_.seen() == ShiftSeen::Colleagues ||
        (work_.seen() == ShiftSeen::Here && work_.shift().state() != v1::Shift::CLOSED);
    if (has) {
        say(tr("This till has a shift already."), sale::Tone::Plain);
        return show(pageOf());
    }
    show(Page::Float);
}

// Nothing that was forgotten is counted as nothing.
bool MoneyScreen::saysMissing(const till::CountModel& model) {
    const std::string currency = model.missing();
    if (currency.empty()) return false;
    say(tr("%1: nothing is typed. Where there is none, type 0.")
            .arg(QString::fromStdString(currency)),
        sale::Tone::Danger);
    return true;
}

void MoneyScreen::openShift() {
    till::CountModel& model = floatPanel_->model();
    if (!floatPanel_->finishTyping()) return;
    if (model.isEmpty()) {
        say(tr("In the drawer: count it, or type 0 where it is empty."), sale::Tone::Danger);
        return floatPanel_->begin();
    }
    if (saysMissing(model)) return floatPanel_->begin();
    workplace().store().set(QLatin1String(kSoldCurrencies), QString());
    QStringList codes;
    for (const std::string& each : model.currencies()) codes << QString::fromStdString(each);
    workplace().store().set(QLatin1String(kKeptCurrencies), codes.join(u','));
    if (opener_.open(model.sums())) say(tr("The shift is being opened."), sale::Tone::Plain);
}

void MoneyScreen::askEntry(v1::DrawerEntry::Kind kind) {
    entryPanel_->setKind(kind);
    show(Page::Entry);
}

void MoneyScreen::addEntry() {
    const till::ShiftField wrong = work_.add(entryPanel_->wish());
    if (wrong != till::ShiftField::None) entryPanel_->focus(wrong);
}

void MoneyScreen::sendCount() {
    if (!countPanel_->finishTyping()) return;
    if (countPanel_->model().isEmpty()) {
        say(tr("Count: nothing is typed. Where the drawer is empty, type 0."), sale::Tone::Danger);
        return countPanel_->begin();
    }
    if (saysMissing(countPanel_->model())) return countPanel_->begin();
    work_.count(countPanel_->model().counts());
}

void MoneyScreen::countThere(const std::string& shift) {
    const auto& all = reports_.shifts();
    const auto found = std::ranges::find(all, shift, &v1::Shift::shift);
    if (found == all.end() || found->state() == v1::Shift::CLOSED) {
        return say(tr("Choose a shift that is not closed."), sale::Tone::Warning);
    }
    if (found->device() == desk().session().device()) {
        work_.lookAway();
        return show(pageOf());
    }
    work_.lookAt(shift);
    show(pageOf());
}

void MoneyScreen::close() {
    const till::ShiftField wrong =
        work_.close(settlePanel_->explanation(), settlePanel_->handOverTo());
    if (wrong != till::ShiftField::None) settlePanel_->focus(wrong);
}

void MoneyScreen::approve(const till::ApprovalAsked& asked) {
    qt::ApprovalDialog::ask(desk(),
                            {.permission = asked.permission,
                             .subject = asked.shift,
                             .amountMinorMost = asked.most,
                             .what = asked.what},
                            this, [this](const std::string& token) { work_.approve(token); });
}

// The pulse is in no queue: it is given once, now or never.
void MoneyScreen::openDrawer() {
    qt::PrintQueue* const queue = room_.queue();
    if (!room_.openDrawer()) {
        return say(tr("The drawer was not opened: no receipt printer is set up."),
                   sale::Tone::Warning);
    }
    connect(
        queue, &qt::PrintQueue::drawerDone, this,
        [this](const QString&, bool opened) {
            if (opened) return;
            say(tr("The drawer was not opened: its printer does not answer."), sale::Tone::Warning);
        },
        Qt::SingleShotConnection);
}

void MoneyScreen::readReport() {
    reports_.read(work_.shift().shift());
    show(Page::Report);
}

void MoneyScreen::print() {
    reports_.print(room_.queue(), room_.receiptPrinter(), reportFolder());
}

void MoneyScreen::savePdf() {
    reports_.savePdf(reportFolder());
}

QString MoneyScreen::reportFolder() const {
    return workplace().store().text(
        kReportFolder, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
}

}  // namespace tessera::boxoffice
