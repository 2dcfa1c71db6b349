// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/print/print_queue_model.h"

#include <QDateTime>
#include <QLocale>

#include "shared/qt/print/note_text.h"

namespace tessera::qt {
namespace {

// Of another day with its date.
QString timeOf(std::int64_t ms) {
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(ms);
    const QLocale locale;
    const QString time = locale.toString(at.time(), QLocale::ShortFormat);
    if (at.date() == QDate::currentDate()) return time;
    return locale.toString(at.date(), QLocale::ShortFormat) + u' ' + time;
}

}  // namespace

PrintQueueModel::PrintQueueModel(const PrintQueue& queue, QObject* parent)
    : QAbstractTableModel(parent), queue_(queue) {
    connect(&queue, &PrintQueue::rowAboutToBeAdded, this,
            [this](int row) { beginInsertRows({}, row, row); });
    connect(&queue, &PrintQueue::rowAdded, this, [this] { endInsertRows(); });
    connect(&queue, &PrintQueue::rowAboutToBeRemoved, this,
            [this](int row) { beginRemoveRows({}, row, row); });
    connect(&queue, &PrintQueue::rowRemoved, this, [this] { endRemoveRows(); });
    connect(&queue, &PrintQueue::rowChanged, this,
            [this](int row) { Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1)); });
}

int PrintQueueModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(queue_.jobs().size());
}

int PrintQueueModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PrintQueueModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const PrintJob& job = queue_.jobs()[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
            return shownOf(job, index.column());
        case Qt::AccessibleTextRole:
            return headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString() + ": " +
                   textOf(job, index.column());
        case StateRole:
            return static_cast<int>(job.state);
        case JobRole:
            return QVariant::fromValue<qlonglong>(job.number.value);
        case AsksRole:
            return asksForDecision(job);
        default:
            return {};
    }
}

QVariant PrintQueueModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal) return {};
    switch (section) {
        case Number:
            return tr("No.");
        case Title:
            return tr("Document");
        case Printer:
            return tr("Printer");
        case When:
            return tr("Time");
        case State:
            return tr("State");
        case Copies:
            return tr("Copies");
        case Who:
            return tr("By");
        case Note:
            return tr("Note");
        default:
            return {};
    }
}

QString PrintQueueModel::wordOf(JobState state) {
    switch (state) {
        case JobState::Queued:
            return tr("queued");
        case JobState::Sending:
            return tr("sending");
        case JobState::Printed:
            return tr("printed");
        case JobState::Unknown:
            return tr("unknown: look at the paper");
        case JobState::Cancelled:
            return tr("cancelled");
    }
    return {};
}

QString PrintQueueModel::shownOf(const PrintJob& job, int column) const {
    const QString text = textOf(job, column);
    if (column != State) return text;
    if (asksForDecision(job)) return tr("■ %1", "a person must decide").arg(text);
    const bool tried = job.state == JobState::Queued && !job.note.isEmpty();
    return tried ? tr("▲ %1", "it waits for the printer").arg(text) : text;
}

QString PrintQueueModel::textOf(const PrintJob& job, int column) const {
    switch (column) {
        case Number:
            return QString::number(job.number.value);
        case Title:
            return job.title;
        case Printer:
            return job.printer;
        case When:
            return timeOf(job.queuedAtMs);
        case State:
            return job.decided ? tr("unknown, printed again") : wordOf(job.state);
        case Copies:
            return tr("%1 of %2").arg(job.copiesPrinted).arg(job.copies);
        case Who:
            return job.who;
        case Note:
            if (job.reason.isEmpty() || job.note.isEmpty()) return job.reason + noteText(job.note);
            return tr("%1; %2").arg(job.reason, noteText(job.note));
        default:
            return {};
    }
}

}  // namespace tessera::qt
