// SPDX-License-Identifier: Apache-2.0
// The codes of an event: those that there are, and a new one as it is typed.
//
// The GUI's thread alone. Borrows desk and errands, which outlive it. Bounded: the first 1,000 by
// their text are shown, and it is said that there are more.
#pragma once

#include <QtCore/QAbstractTableModel>
#include <QtCore/QLocale>
#include <QtCore/QMap>

#include "shared/qt/desk/desk.h"
#include "shared/qt/setup/errands.h"

namespace tessera::setup {

class CodeBook : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Code, Discount, Uses, From, Until, Presale, Allocation, ColumnCount };

    CodeBook(qt::Desk& desk, Errands& errands, QObject* parent = nullptr);

    void setLocale(const QLocale& locale);
    void setEvent(const v1::Event& event);
    bool hasMore() const { return more_; }
    // By the ids of fields: code, discount, usesMax, validFrom, validUntil, presale, bands,
    // allocation.
    void create(const QMap<QString, QString>& typed);
    // What a field must be like.
    static QString rule(const QString& field);
    static QString name(const QString& field);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void said(const QString& text, bool wrong);
    void refused(const QString& field);
    void created();

private:
    void read();
    QString cell(const v1::EventCode& code, int column) const;
    // The field that is wrong; empty: none is.
    QString fill(const QMap<QString, QString>& typed, v1::EventCode& out) const;

    qt::Desk& desk_;
    Errands& errands_;
    QLocale locale_;
    v1::Event event_;
    QList<v1::EventCode> codes_;
    bool more_ = false;
};

}  // namespace tessera::setup
