// SPDX-License-Identifier: Apache-2.0
// Rows of texts as a table for views: what is shown of shifts and is not typed.
//
// The GUI's thread. Owns its rows; whoever fills it fills it anew after a change of language.
#pragma once

#include <QtCore/QAbstractTableModel>
#include <functional>
#include <vector>

namespace tessera::till {

struct TextColumn {
    std::function<QString()> heading{};
    bool isNumber = false;  // At the end of its column.
};

struct TextRow {
    QStringList texts{};  // One a column.
    bool strong = false;
    QString key{};  // The caller's.

    bool operator==(const TextRow&) const = default;
};

class TextTable : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit TextTable(std::vector<TextColumn> columns, QObject* parent = nullptr);

    // Nothing happens to a view where they are what is shown already.
    void show(std::vector<TextRow> rows);
    void retranslate();
    // Empty: there is no such row.
    QString keyOf(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const std::vector<TextColumn> columns_;
    std::vector<TextRow> rows_;
};

}  // namespace tessera::till
