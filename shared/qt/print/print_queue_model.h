// SPDX-License-Identifier: Apache-2.0
// The print queue as a table for views, the newest job last.
//
// For the queue's thread. Does not own the queue, which must live longer.
#pragma once

#include <QAbstractTableModel>

#include "shared/qt/print/print_queue.h"

namespace tessera::qt {

class PrintQueueModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Number, Title, Printer, When, State, Copies, Who, Note, ColumnCount };
    // The state by its number, the job's number, and whether a person has to decide.
    enum Role { StateRole = Qt::UserRole + 1, JobRole, AsksRole };

    explicit PrintQueueModel(const PrintQueue& queue, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // In the language of the program.
    static QString wordOf(JobState state);

private:
    QString textOf(const PrintJob& job, int column) const;
    QString shownOf(const PrintJob& job, int column) const;  // What needs somebody has a shape.
    const PrintQueue& queue_;
};

}  // namespace tessera::qt
