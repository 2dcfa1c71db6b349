// SPDX-License-Identifier: Apache-2.0
// What is counted of a drawer: how many of each note and coin, currency by currency.
//
// The GUI's thread. Owns what was typed, which stays until clear(); knows nothing of what must be
// there.
#pragma once

#include <QtCore/QAbstractTableModel>
#include <QtCore/QLocale>
#include <optional>
#include <string>
#include <vector>

#include "tessera/v1/shift_service.pb.h"

namespace tessera::till {

inline constexpr std::int32_t kOfOneMost = 100'000;  // Of one denomination, as the contract has it.
inline constexpr std::size_t kCurrenciesMost = 8;

// "EUR, CHF" as codes, each once; absent: another text, none, or more than kCurrenciesMost.
std::optional<std::vector<std::string>> currenciesTyped(const QString& text);

enum class Counting {
    ByDenomination,
    // And of each currency an amount that is not counted by denomination, which is added.
    WithSums,
};

class CountModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Worth, Number, Amount, ColumnCount };  // Number is typed into.

    explicit CountModel(Counting counting, QObject* parent = nullptr);

    void setLocale(const QLocale& locale);
    // What was typed of those that stay, stays.
    void setCurrencies(const std::vector<std::string>& currencies);
    const std::vector<std::string>& currencies() const { return currencies_; }
    void clear();
    bool isEmpty() const;  // Nothing was typed.
    // The first currency of which nothing was typed, not even 0; empty: none.
    std::string missing() const;
    // What was typed there last is no number: it is shown and not counted until there is another.
    bool isRefused(int row) const;
    // The first such row; -1: there is none.
    int refusedRow() const;
    // What may be typed as the number of that row.
    QString wantedText(int row) const;

    // Of every currency, 0 too.
    std::vector<v1::Money> sums() const;
    // "EUR 1.234,50 €, CHF 20": for whoever types.
    QString sumText() const;
    // Denominations of which there is something, by currency. Without sums.
    std::vector<v1::CurrencyCount> counts() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    // A text as it is typed; false: it is none, and `refused` says so.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void changed();
    void refused(const QString& text);

private:
    struct Row {
        std::string currency{};
        std::int64_t worth = 0;                // 0: a sum.
        std::optional<std::int64_t> number{};  // Of a sum: minor units. Absent: nothing was typed.
        QString refused{};                     // Typed last, and no number.
    };

    static v1::Money moneyOf(const Row& row);
    QString nameOf(const Row& row) const;
    QString textOf(const Row& row, int column) const;
    std::optional<std::int64_t> numberTyped(const QString& text, const Row& row) const;

    const Counting counting_;
    QLocale locale_;
    std::vector<std::string> currencies_;
    std::vector<Row> rows_;
};

}  // namespace tessera::till
