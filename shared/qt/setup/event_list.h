// SPDX-License-Identifier: Apache-2.0
// All events as a list, drafts too, found as one types.
//
// The GUI's thread alone. Borrows the desk, which outlives it. An answer that a later question has
// overtaken is dropped; what is shown stays until there is a newer one. Bounded: the next
// kShownMost by date.
#pragma once

#include <QtCore/QAbstractListModel>
#include <QtCore/QList>
#include <QtCore/QLocale>

#include "shared/qt/desk/desk.h"

namespace tessera::setup {

class EventList : public QAbstractListModel {
    Q_OBJECT

public:
    static constexpr int kShownMost = 100;

    explicit EventList(qt::Desk& desk, QObject* parent = nullptr);

    void setLocale(const QLocale& locale);
    void search(const QString& text);
    void refresh() { search(text_); }
    const v1::EventSummary& at(int row) const { return found_.at(row); }
    // -1: it is not shown.
    int rowOf(const std::string& event) const;
    bool hasMore() const { return more_; }
    // Why nothing newer is shown; empty: nothing is wrong.
    const QString& problem() const { return problem_; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    void answered();

private:
    QString lineOf(const v1::EventSummary& event) const;

    qt::Desk& desk_;
    QLocale locale_;
    QString text_;
    QList<v1::EventSummary> found_;
    int question_ = 0;
    bool more_ = false;
    QString problem_;
};

}  // namespace tessera::setup
