// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/sale/words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

#include "shared/base/money.h"

namespace tessera::sale {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Sale)

public:
    static QString place(const QString& section, const QString& row, const QString& seat) {
        if (row.isEmpty()) return tr("%1, seat %2").arg(section, seat);
        if (section.isEmpty()) return tr("Row %1, seat %2").arg(row, seat);
        return tr("%1, row %2, seat %3").arg(section, row, seat);
    }
    static QString utc(const QString& time) { return tr("%1 (UTC)").arg(time); }
};

constexpr int kLetters = 26;
constexpr qsizetype kDigitsMax = 15;  // Of a typed amount: far below what 64 bits hold.

int digitsOf(const std::string& currency) {
    return minorDigits(parseCurrency(currency).value_or(Currency{}));
}

QString symbolOf(const std::string& currency) {
    if (currency == "EUR") return QStringLiteral("€");
    if (currency == "USD") return QStringLiteral("$");
    if (currency == "GBP") return QStringLiteral("£");
    if (currency == "JPY") return QStringLiteral("¥");
    return textOf(currency);
}

// With the locale's groups, if it has some.
QString numberOf(quint64 minor, const std::string& currency, const QLocale& locale) {
    const int digits = digitsOf(currency);
    quint64 one = 1;
    for (int i = 0; i < digits; ++i) one *= 10;
    const QString whole = locale.toString(minor / one);
    if (digits == 0) return whole;
    QLocale plain = locale;
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    // One more in front, so that zeros after the point are kept.
    return whole + locale.decimalPoint() + plain.toString(one + minor % one).mid(1);
}

QDateTime inZone(const google::protobuf::Timestamp& time, const std::string& zone, bool& known) {
    const QTimeZone there(QByteArray::fromStdString(zone));
    known = there.isValid();
    return QDateTime::fromSecsSinceEpoch(time.seconds(), known ? there : QTimeZone::utc());
}

}  // namespace

QString textOf(const std::string& utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString moneyText(const v1::Money& money, const QLocale& locale) {
    const bool negative = money.minor_units() < 0;
    const quint64 minor = negative ? 0 - static_cast<quint64>(money.minor_units())
                                   : static_cast<quint64>(money.minor_units());
    const QString number = numberOf(minor, money.currency_code(), locale);
    // Where the symbol stands the locale says: the one digit of its own amount is replaced.
    QString all = locale.toCurrencyString(8.0, symbolOf(money.currency_code()), 0);
    all.replace(locale.toString(8), number);
    return negative ? locale.negativeSign() + all : all;
}

QString amountText(const v1::Money& money, const QLocale& locale) {
    QLocale plain = locale;
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    return numberOf(static_cast<quint64>(money.minor_units()), money.currency_code(), plain);
}

std::optional<std::int64_t> amountTyped(const QString& text, const std::string& currency,
                                        const QLocale& locale) {
    QString digits;
    int decimals = -1;  // After the point, once there is one.
    for (const QChar each : text.trimmed()) {
        const int value = each.digitValue();
        if (value >= 0) {
            digits += QChar(u'0' + value);
            if (decimals >= 0) ++decimals;
        } else if (decimals < 0 &&
                   (each == u'.' || each == u',' || locale.decimalPoint() == QString(each))) {
            decimals = 0;
        } else {
            return std::nullopt;
        }
    }
    const int wanted = digitsOf(currency);
    if (digits.isEmpty() || digits.size() > kDigitsMax || decimals > wanted) return std::nullopt;
    digits += QString(wanted - std::max(decimals, 0), u'0');
    return digits.toLongLong();
}

QString dateText(const google::protobuf::Timestamp& time, const std::string& zone,
                 const QLocale& locale) {
    bool known = false;
    const QDateTime there = inZone(time, zone, known);
    const QString text = locale.toString(there, QStringLiteral("ddd d MMM yyyy  ")) +
                         locale.toString(there.time(), QLocale::ShortFormat);
    return known ? text : Words::utc(text);
}

QString timeText(const google::protobuf::Timestamp& time, const std::string& zone,
                 const QLocale& locale) {
    bool known = false;
    const QDateTime there = inZone(time, zone, known);
    const QString text = locale.toString(there.time(), QLocale::ShortFormat);
    return known ? text : Words::utc(text);
}

QString countdownText(int seconds, const QLocale& locale) {
    const int left = std::max(0, seconds);
    QLocale plain = locale;
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    return plain.toString(left / 60) + u':' + plain.toString(100 + left % 60).mid(1);
}

QString placeText(const v1::PlaceLabel& label) {
    if (label.seat().empty()) return textOf(label.section());
    return Words::place(textOf(label.section()), textOf(label.row()), textOf(label.seat()));
}

QString letterOf(int number) {
    QString letters;
    for (int rest = number + 1; rest > 0; rest = (rest - 1) / kLetters) {
        letters.prepend(QChar(u'a' + (rest - 1) % kLetters));
    }
    return letters;
}

}  // namespace tessera::sale
