// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/shell/print_panel.h"

#include <QtCore/QItemSelectionModel>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>
#include <algorithm>

#include "boxoffice-app/shell/tone.h"
#include "shared/qt/payment/print_watch.h"
#include "shared/qt/theme/theme.h"

namespace tessera::boxoffice {
namespace {

constexpr int kReasonLettersMost = 50;  // Of four bytes at most: 200 are taken.

bool isQueued(const qt::PrintJob& job) {
    return job.state == qt::JobState::Queued;
}

// One whose printer is being tried is no more printed than before.
bool isWaiting(const qt::PrintJob& job) {
    return isQueued(job) || job.state == qt::JobState::Sending;
}

}  // namespace

PrintPanel::PrintPanel(payment::PrintRoom& room, payment::Papers& papers, Extent extent,
                       QWidget* parent)
    : QWidget(parent), room_(room), papers_(papers), extent_(extent) {
    build();
    connect(reason_, &QLineEdit::returnPressed, this, &PrintPanel::printAgain);
    connect(&room_, &payment::PrintRoom::closing, this, [this] {
        table_->setModel(nullptr);
        model_.reset();
    });
    connect(&room_, &payment::PrintRoom::changed, this, &PrintPanel::follow);
    connect(&papers_, &payment::Papers::changed, this, &PrintPanel::refresh);
    connect(&papers_, &payment::Papers::reprinted, reason_, [this](qint64, const QString& why) {
        if (reason_->text().trimmed() == why) reason_->clear();
    });
    follow();
}

void PrintPanel::build() {
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    heading_ = new QLabel(this);
    qt::setTextRole(heading_, qt::TextRole::Heading);
    state_ = new QLabel(this);
    state_->setWordWrap(true);
    state_->setObjectName(QStringLiteral("print_state"));
    told_ = new QLabel(this);
    told_->setWordWrap(true);
    told_->setObjectName(QStringLiteral("print_told"));
    told_->hide();
    table_ = new QTableView(this);
    table_->setObjectName(QStringLiteral("print_jobs"));
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table_->setShowGrid(false);
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    table_->setTabKeyNavigation(false);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    chosen_ = new QLabel(this);
    chosen_->setWordWrap(true);
    chosen_->setObjectName(QStringLiteral("print_chosen"));
    chosen_->hide();
    reasonLabel_ = new QLabel(this);
    reason_ = new QLineEdit(this);
    reason_->setObjectName(QStringLiteral("print_reason"));
    reason_->setMaxLength(kReasonLettersMost);
    reasonLabel_->setBuddy(reason_);
    column->addWidget(heading_);
    column->addWidget(state_);
    column->addWidget(told_);
    constexpr int kAllTheRest = 100;
    column->addWidget(table_, kAllTheRest);
    column->addWidget(chosen_);
    column->addWidget(reasonLabel_);
    column->addWidget(reason_);
    column->addStretch(1);
}

std::vector<Screen::ActionMade> PrintPanel::actions(const qt::Desk& desk) {
    const auto who = [&desk] { return QString::fromStdString(desk.session().name()); };
    return {{.name = QStringLiteral("print_again"),
             .text = [] { return tr("&Print again"); },
             .key = QKeySequence(Qt::CTRL | Qt::Key_R),
             .run = [this] { printAgain(); },
             .permission = QStringLiteral("reprint")},
            {.name = QStringLiteral("on_paper"),
             .text = [] { return tr("&It is on the paper"); },
             .key = QKeySequence(Qt::CTRL | Qt::Key_K),
             .run = [this, who] { markPrinted(who()); }},
            {.name = QStringLiteral("not_printed"),
             .text = [] { return tr("&Leave it unprinted"); },
             .key = QKeySequence(Qt::CTRL | Qt::Key_J),
             .run = [this, who] { cancel(who()); }},
            {.name = QStringLiteral("try_printer"),
             .text = [] { return tr("&Try the printer now"); },
             .key = QKeySequence(Qt::CTRL | Qt::Key_T),
             .run = [this] { tryNow(); }}};
}

bool PrintPanel::can(const QString& action) const {
    if (action == QLatin1String("on_paper")) return asks() || papers_.hasReprints();
    if (action == QLatin1String("not_printed")) return canCancel();
    if (action == QLatin1String("try_printer")) return !room_.printers().empty();
    return room_.queue() != nullptr && !room_.queue()->jobs().empty();
}

// The view goes before what it shows.
PrintPanel::~PrintPanel() {
    table_->setModel(nullptr);
}

void PrintPanel::follow() {
    if (qt::PrintQueue* const queue = room_.queue()) {
        model_ = std::make_unique<qt::PrintQueueModel>(*queue);
        table_->setModel(model_.get());
        table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
        table_->horizontalHeader()->setSectionResizeMode(qt::PrintQueueModel::Title,
                                                         QHeaderView::Stretch);
        for (const int column :
             {qt::PrintQueueModel::Number, qt::PrintQueueModel::Printer,
              qt::PrintQueueModel::Copies, qt::PrintQueueModel::Who, qt::PrintQueueModel::Note}) {
            table_->setColumnHidden(column, true);
        }
        table_->setColumnHidden(qt::PrintQueueModel::When, extent_ == Extent::Aside);
        connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
                &PrintPanel::showChosen);
        connect(queue, &qt::PrintQueue::conditionChanged, this, &PrintPanel::refresh);
        connect(queue, &qt::PrintQueue::rowChanged, this, &PrintPanel::refresh);
        connect(queue, &qt::PrintQueue::rowAdded, this, [this] {
            refresh();
            table_->scrollToBottom();
        });
        connect(queue, &qt::PrintQueue::failed, this, [this](const QString&, const QString& why) {
            Q_EMIT said(tr("The print queue cannot write: %1").arg(why), sale::Tone::Danger);
        });
    }
    refresh();
}

bool PrintPanel::asks() const {
    return room_.queue() != nullptr && !room_.queue()->undecided().empty();
}

QString PrintPanel::printersText(qt::TextRole& role) const {
    const qt::PrintQueue* const queue = room_.queue();
    if (!room_.problem().isEmpty()) {
        role = qt::TextRole::Danger;
        return room_.problem();
    }
    if (queue == nullptr) return tr("No printer is set up at this till.");
    QStringList lines;
    for (const payment::HousePrinter& each : room_.printers()) {
        const auto condition = queue->conditionOf(each.setup.name);
        const QString words = payment::PrintWatch::wordsOf(condition);
        if (queue->isStopped(each.setup.name)) {
            lines << tr("%1 has stopped: its queue could not be written. Try the printer to "
                        "begin anew.")
                         .arg(each.setup.name);
            role = qt::TextRole::Danger;
            continue;
        }
        if (words.isEmpty()) continue;
        lines << tr("%1: %2", "printer, its state").arg(each.setup.name, words);
        if (print::stopsPrinting(condition)) role = qt::TextRole::Danger;
        if (condition == print::PrinterCondition::PaperLow && role != qt::TextRole::Danger) {
            role = qt::TextRole::Warning;
        }
    }
    return lines.join(u'\n');
}

void PrintPanel::refresh() {
    qt::TextRole role = qt::TextRole::Weak;
    QStringList lines;
    if (const QString printers = printersText(role); !printers.isEmpty()) lines << printers;
    if (papers_.waiting() > 0) {
        lines << tr("%n order(s) wait to be printed.", "", papers_.waiting());
        if (role == qt::TextRole::Weak) role = qt::TextRole::Warning;
    }
    if (const QString asked = papers_.askedAgain(); !asked.isEmpty()) {
        lines << asked;
        if (role == qt::TextRole::Weak) role = qt::TextRole::Warning;
    }
    if (const QString held = papers_.held(); !held.isEmpty()) {
        lines << held;
        role = qt::TextRole::Danger;
    }
    const qt::PrintQueue* const queue = room_.queue();
    const auto undecided = queue == nullptr ? 0 : static_cast<int>(queue->undecided().size());
    if (undecided > 0) {
        lines << tr(
            "Look at the paper: of %n document(s) it is not known whether they came out. "
            "Print again, or say that it is there.",
            "", undecided);
        role = qt::TextRole::Danger;
    }
    // A printer's name in other letters does not turn what is said of it.
    const QString mark = isRightToLeft() ? QString(QChar(0x200f)) : QString();
    state_->setText(mark + lines.join(u'\n'));
    state_->setVisible(!lines.isEmpty());
    qt::setTextRole(state_, role);
    const bool any = queue != nullptr && !queue->jobs().empty();
    table_->setVisible(any);
    reasonLabel_->setVisible(any);
    reason_->setVisible(any);
    showChosen();
    Q_EMIT changed();
}

// Of the columns what there is no room for.
void PrintPanel::showChosen() {
    QStringList parts;
    const QModelIndex row = table_->currentIndex();
    if (extent_ == Extent::Whole && row.isValid()) {
        for (const int column : {qt::PrintQueueModel::Printer, qt::PrintQueueModel::Copies,
                                 qt::PrintQueueModel::Who, qt::PrintQueueModel::Note}) {
            const QModelIndex cell = row.siblingAtColumn(column);
            if (cell.data().toString().isEmpty()) continue;
            const qt::PrintJob& job = room_.queue()->jobs().at(static_cast<std::size_t>(row.row()));
            if (column == qt::PrintQueueModel::Copies && job.copies == 1) continue;
            parts << cell.data(Qt::AccessibleTextRole).toString();
        }
    }
    chosen_->setText(parts.join(QStringLiteral(" · ")));
    chosen_->setVisible(!parts.isEmpty());
}

bool PrintPanel::begin() {
    if (table_->isHidden()) return false;
    if (selected() == nullptr) choose();  // Before the table has its first row as the current one.
    table_->setFocus();
    return true;
}

void PrintPanel::choose() {
    if (!model_ || model_->rowCount() == 0) return;
    const auto& jobs = room_.queue()->jobs();
    const auto asking = std::ranges::find_if(jobs, qt::asksForDecision);
    const qt::PrintJob* const now = selected();
    const bool stays = now != nullptr && (asking == jobs.end() || qt::asksForDecision(*now) ||
                                          !reason_->text().isEmpty());
    if (stays) return;
    table_->selectRow(asking != jobs.end() ? static_cast<int>(asking - jobs.begin())
                                           : model_->rowCount() - 1);
}

const qt::PrintJob* PrintPanel::selected() const {
    if (!model_ || room_.queue() == nullptr) return nullptr;
    const auto rows = table_->selectionModel()->selectedRows();
    if (rows.isEmpty()) return nullptr;
    return &room_.queue()->jobs().at(static_cast<std::size_t>(rows.first().row()));
}

const qt::PrintJob* PrintPanel::chosen() const {
    if (const qt::PrintJob* const job = selected()) return job;
    if (room_.queue() == nullptr) return nullptr;
    const auto& jobs = room_.queue()->jobs();
    const auto asking = std::ranges::find_if(jobs, qt::asksForDecision);
    return asking == jobs.end() ? nullptr : &*asking;
}

void PrintPanel::printAgain() {
    const qt::PrintJob* const job = chosen();
    if (job == nullptr) {
        return Q_EMIT said(tr("Choose what is to be printed again."), sale::Tone::Plain);
    }
    if (!papers_.reprint(job->number, reason_->text())) reason_->setFocus();
}

void PrintPanel::markPrinted(const QString& who) {
    const qt::PrintJob* const job = chosen();
    if (job == nullptr) return;
    const qt::PrintJobNo number = job->number;
    const bool asks = qt::asksForDecision(*job);
    if (papers_.takeBack(number) && !asks) return;
    decided(room_.queue()->markPrinted(number, who));
}

bool PrintPanel::canCancel() const {
    if (!papers_.held().isEmpty()) return true;
    const qt::PrintQueue* const queue = room_.queue();
    return queue != nullptr && std::ranges::any_of(queue->jobs(), isWaiting);
}

// What waits longest holds up all behind it.
void PrintPanel::cancel(const QString& who) {
    const qt::PrintJob* job = selected();
    const bool isOver = job == nullptr || job->state == qt::JobState::Printed ||
                        job->state == qt::JobState::Cancelled || job->decided;
    if (isOver && !papers_.held().isEmpty()) return papers_.forgetHeld();
    if (room_.queue() == nullptr) return;
    const auto& jobs = room_.queue()->jobs();
    if (job == nullptr) {
        const auto first = std::ranges::find_if(jobs, isQueued);
        if (first == jobs.end()) return;
        job = &*first;
    }
    const QString title = job->title;
    if (!decided(room_.queue()->cancel(job->number, who))) return;
    Q_EMIT said(tr("Left unprinted: %1").arg(title), sale::Tone::Plain);
}

bool PrintPanel::decided(const Result<qt::DecisionOutcome>& outcome) {
    refresh();
    if (outcome && *outcome == qt::DecisionOutcome::Done) return true;
    Q_EMIT said(tr("That cannot be said of it as it stands."), sale::Tone::Warning);
    return false;
}

void PrintPanel::tryNow() {
    room_.tryNow();
    papers_.goOn();
}

void PrintPanel::tell(const QString& text, sale::Tone tone) {
    told_->setText(text);
    told_->setVisible(!text.isEmpty());
    qt::setTextRole(told_, roleOf(tone));
}

void PrintPanel::retranslate() {
    tell({}, sale::Tone::Plain);
    heading_->setText(tr("Printing"));
    table_->setAccessibleName(tr("Documents of the print queue"));
    reasonLabel_->setText(tr("&Reason to print again"));
    reason_->setAccessibleName(tr("Reason to print again"));
    if (model_)
        Q_EMIT model_->headerDataChanged(Qt::Horizontal, 0, qt::PrintQueueModel::ColumnCount - 1);
    refresh();
}

}  // namespace tessera::boxoffice
