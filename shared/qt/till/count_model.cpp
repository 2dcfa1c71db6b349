// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/till/count_model.h"

#include <QtCore/QRegularExpression>
#include <algorithm>

#include "shared/base/money.h"
#include "shared/qt/payment/cash.h"
#include "shared/qt/sale/words.h"

namespace tessera::till {

std::optional<std::vector<std::string>> currenciesTyped(const QString& text) {
    static const QRegularExpression kBetween(QStringLiteral("[\\s,;]+"));
    std::vector<std::string> out;
    for (const QString& each : text.toUpper().split(kBetween, Qt::SkipEmptyParts)) {
        const std::string code = each.toStdString();
        if (!parseCurrency(code)) return std::nullopt;
        if (std::ranges::find(out, code) == out.end()) out.push_back(code);
    }
    if (out.empty() || out.size() > kCurrenciesMost) return std::nullopt;
    return out;
}

CountModel::CountModel(Counting counting, QObject* parent)
    : QAbstractTableModel(parent), counting_(counting) {}

void CountModel::setLocale(const QLocale& locale) {
    locale_ = locale;
    if (!rows_.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    Q_EMIT changed();
}

void CountModel::setCurrencies(const std::vector<std::string>& currencies) {
    if (currencies == currencies_) return;
    std::vector<Row> rows;
    const auto add = [&](const std::string& currency, std::int64_t worth) {
        const auto before = std::ranges::find_if(rows_, [&](const Row& each) {
            return each.currency == currency && each.worth == worth;
        });
        rows.push_back(before == rows_.end() ? Row{currency, worth, {}} : *before);
    };
    for (const std::string& currency : currencies) {
        for (const std::int64_t worth : payment::denominationsOf(currency)) add(currency, worth);
        if (counting_ == Counting::WithSums) add(currency, 0);
    }
    beginResetModel();
    currencies_ = currencies;
    rows_ = std::move(rows);
    endResetModel();
    Q_EMIT changed();
}

void CountModel::clear() {
    for (Row& row : rows_) row = {row.currency, row.worth, {}};
    if (!rows_.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT changed();
}

bool CountModel::isEmpty() const {
    return std::ranges::none_of(rows_, [](const Row& each) { return each.number.has_value(); });
}

std::string CountModel::missing() const {
    for (const std::string& currency : currencies_) {
        const bool typed = std::ranges::any_of(rows_, [&](const Row& each) {
            return each.currency == currency && each.number.has_value();
        });
        if (!typed) return currency;
    }
    return {};
}

v1::Money CountModel::moneyOf(const Row& row) {
    v1::Money money;
    money.set_currency_code(row.currency);
    money.set_minor_units(row.number.value_or(0) * std::max<std::int64_t>(row.worth, 1));
    return money;
}

std::vector<v1::Money> CountModel::sums() const {
    std::vector<v1::Money> out;
    for (const std::string& currency : currencies_) {
        v1::Money sum;
        sum.set_currency_code(currency);
        for (const Row& row : rows_) {
            if (row.currency != currency) continue;
            sum.set_minor_units(sum.minor_units() + moneyOf(row).minor_units());
        }
        out.push_back(std::move(sum));
    }
    return out;
}

QString CountModel::sumText() const {
    QStringList all;
    for (const v1::Money& each : sums()) all << sale::moneyText(each, locale_);
    return all.join(QStringLiteral("  +  "));
}

std::vector<v1::CurrencyCount> CountModel::counts() const {
    std::vector<v1::CurrencyCount> out;
    for (const std::string& currency : currencies_) {
        v1::CurrencyCount count;
        count.set_currency_code(currency);
        for (const Row& row : rows_) {
            if (row.currency != currency || row.worth == 0 || row.number.value_or(0) == 0) continue;
            v1::Denomination& each = *count.add_denominations();
            each.set_minor_units(row.worth);
            each.set_count(static_cast<std::int32_t>(*row.number));
        }
        out.push_back(std::move(count));
    }
    return out;
}

int CountModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int CountModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

Qt::ItemFlags CountModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == Number ? flags | Qt::ItemIsEditable : flags;
}

QString CountModel::nameOf(const Row& row) const {
    if (row.worth == 0) return tr("%1 in one sum").arg(sale::textOf(row.currency));
    Row one = row;
    one.number = 1;
    return sale::moneyText(moneyOf(one), locale_);
}

QString CountModel::textOf(const Row& row, int column) const {
    switch (column) {
        case Worth:
            return nameOf(row);
        case Number:
            if (!row.number) return row.refused;
            return row.worth == 0 ? sale::amountText(moneyOf(row), locale_)
                                  : locale_.toString(static_cast<qlonglong>(*row.number));
        case Amount:
            return row.number ? sale::moneyText(moneyOf(row), locale_) : QString();
        default:
            return {};
    }
}

QVariant CountModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
        case Qt::EditRole:
            return textOf(row, index.column());
        case Qt::AccessibleTextRole:
            return nameOf(row) + QStringLiteral(", ") +
                   headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString() +
                   QStringLiteral(": ") + textOf(row, index.column());
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        default:
            return {};
    }
}

bool CountModel::isRefused(int row) const {
    return !rows_.at(static_cast<std::size_t>(row)).refused.isEmpty();
}

int CountModel::refusedRow() const {
    for (int row = 0; row < rowCount(); ++row) {
        if (isRefused(row)) return row;
    }
    return -1;
}

QString CountModel::wantedText(int row) const {
    const Row& wanted = rows_.at(static_cast<std::size_t>(row));
    return wanted.worth == 0
               ? tr("%1: an amount like 200.").arg(nameOf(wanted))
               : tr("%1, how many: 0 to %2.").arg(nameOf(wanted), locale_.toString(kOfOneMost));
}

std::optional<std::int64_t> CountModel::numberTyped(const QString& text, const Row& row) const {
    if (row.worth == 0) return sale::amountTyped(text, row.currency, locale_);
    bool isNumber = false;
    const int many = locale_.toInt(text, &isNumber);
    const int plain = isNumber ? many : text.toInt(&isNumber);
    if (!isNumber || plain < 0 || plain > kOfOneMost) return std::nullopt;
    return plain;
}

bool CountModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const bool typed = index.isValid() && role == Qt::EditRole && index.column() == Number;
    if (!typed) return false;
    Row& row = rows_[static_cast<std::size_t>(index.row())];
    const QString text = value.toString().trimmed();
    const std::optional<std::int64_t> number =
        text.isEmpty() ? std::nullopt : numberTyped(text, row);
    const bool none = !text.isEmpty() && !number;
    row.number = number;
    row.refused = none ? text : QString();
    Q_EMIT dataChanged(index, this->index(index.row(), Amount));
    Q_EMIT changed();
    if (none) Q_EMIT refused(wantedText(index.row()));
    return !none;
}

QVariant CountModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    }
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case Worth:
            return tr("Note or coin");
        case Number:
            return tr("How many");
        case Amount:
            return tr("Sum");
        default:
            return {};
    }
}

}  // namespace tessera::till
