// SPDX-License-Identifier: Apache-2.0
// The codes of an event: those that there are, with how often and how long each is good to be typed
// over, and a new one as it is typed.
//
// The GUI's thread alone. Borrows desk and errands, which outlive it. Bounded: the first 1,000 by
// their text are shown, and it is said that there are more. What is typed over a code stands in its
// cell until the server has it, wrong or not.
#pragma once

#include <QtCore/QAbstractTableModel>
#include <QtCore/QHash>
#include <QtCore/QLocale>
#include <QtCore/QMap>

#include "shared/qt/desk/desk.h"
#include "shared/qt/setup/errands.h"

namespace tessera::setup {

class CodeBook : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Code, Discount, Used, UsesMax, From, Until, Presale, Allocation, ColumnCount };

    CodeBook(qt::Desk& desk, Errands& errands, QObject* parent = nullptr);

    void setLocale(const QLocale& locale);
    void setEvent(const v1::Event& event);
    bool hasMore() const { return more_; }
    // Reads them again: others use and change them. Not while a change is under way.
    void refresh();
    // By the ids of fields: code, discount, usesMax, validFrom, validUntil, presale, bands,
    // allocation.
    void create(const QMap<QString, QString>& typed);
    // From now on nobody gets it; reservations that have it keep it. One that is not shown:
    // nothing.
    void withdraw(const std::string& codeId);
    // REQUIRES: the row is there.
    const v1::EventCode& at(int row) const { return codes_[row]; }
    // What a field must be like.
    static QString rule(const QString& field);
    static QString name(const QString& field);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    // How often and how long alone. True: it is taken as typed, and said if it is wrong.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void said(const QString& text, bool wrong);
    // Of what create() was given, while the same event is shown: the field, and what was in it.
    void refused(const QString& field, const QString& typed);
    // Made of this; something else may be typed by now.
    void created(const QMap<QString, QString>& typed);

private:
    struct Typed {
        QString text{};
        QString problem{};
    };

    void read();
    void take(const v1::ListCodesResponse& answer);
    int rowOf(const std::string& codeId) const;
    QString cell(const v1::EventCode& code, int column) const;
    // As it is typed; empty: any number, or no time.
    QString editText(const v1::EventCode& code, int column) const;
    // The problem; empty: none.
    QString change(v1::UpdateCodeRequest& request, int column, const QString& text) const;
    v1::UpdateCodeRequest changeOf(const v1::EventCode& code) const;
    struct Cell {
        std::string codeId{};
        int column = -1;  // Where it was typed; -1: nowhere.
        QString text{};
    };
    void update(const v1::UpdateCodeRequest& request, const Cell& cell, const QString& done);
    void mark(const Cell& cell, const QString& problem);
    // What is typed there, if it is still this.
    Typed* typedIn(const Cell& cell);
    const Typed* typedAt(int row, int column) const;
    void showChanged(int row);
    // The field that is wrong; empty: none is.
    QString fill(const QMap<QString, QString>& typed, v1::EventCode& out) const;

    qt::Desk& desk_;
    Errands& errands_;
    QLocale locale_;
    v1::Event event_;
    QList<v1::EventCode> codes_;
    QHash<QPair<QByteArray, int>, Typed> typed_;  // By the code's id and the column.
    int question_ = 0;                            // The list that is asked for last.
    bool more_ = false;
};

}  // namespace tessera::setup
