// SPDX-License-Identifier: Apache-2.0
// Prices as they are typed: a row for each band of the plan, a column for each ticket type.
//
// The GUI's thread alone. Owns what is typed; prices of a type that is taken away are kept until
// the types are set again, so that a slip can be mended. An empty cell is not sold.
#pragma once

#include <QtCore/QAbstractTableModel>
#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QStringList>

namespace tessera::setup {

class PriceGrid : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit PriceGrid(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setBands(QStringList names);
    void setTypes(QStringList names);
    // By priceKey().
    const QMap<QString, QString>& prices() const { return prices_; }
    void setPrices(QMap<QString, QString> prices);
    void clearProblems();
    void setProblem(const QString& key, const QString& text);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void edited();

private:
    void tellAll();

    QStringList bands_;
    QStringList types_;
    QMap<QString, QString> prices_;
    QHash<QString, QString> problems_;
};

}  // namespace tessera::setup
