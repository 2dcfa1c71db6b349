// SPDX-License-Identifier: Apache-2.0
// Rows of cells as they are typed, with an empty row at the end that takes the next one.
//
// The GUI's thread alone. Owns its cells; knows what they mean as little as a sheet of paper does:
// problems are told to it. At most kRowsMost rows; what is beyond is not taken.
#pragma once

#include <QtCore/QAbstractTableModel>
#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QStringList>
#include <functional>

namespace tessera::setup {

// A cell's problem as text; invalid: none.
inline constexpr int kWrongRole = Qt::UserRole + 1;
// What may be chosen in a cell: pairs of a key and its word. Empty: it is typed.
inline constexpr int kChoicesRole = Qt::UserRole + 2;

struct Choice {
    QString key{};
    QString word{};
};
struct RowColumn {
    QString id{};
    std::function<QString()> header{};
    std::function<QList<Choice>()> choices{};  // Absent: it is typed. The first is what is usual.
    bool isNumber = false;                     // At the trailing edge.
};

class RowTable : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int kRowsMost = 100;

    explicit RowTable(QList<RowColumn> columns, QObject* parent = nullptr);

    // Without the empty one at the end.
    QList<QStringList> rows() const;
    void setRows(QList<QStringList> rows);
    // Rows that may be changed, and not taken away.
    void setFixed(int rows) { fixed_ = rows; }
    // False: it is a fixed one, or the empty one.
    bool takeRow(int row);
    void clearProblems();
    void setProblem(int row, const QString& column, const QString& text);
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void edited();

private:
    void addEmpty();
    QString shown(int row, int column) const;
    QVariant choicesOf(int column) const;

    const QList<RowColumn> columns_;
    QList<QStringList> cells_;  // With it, unless there are kRowsMost already.
    QHash<QPair<int, int>, QString> problems_;
    int fixed_ = 0;
};

}  // namespace tessera::setup
