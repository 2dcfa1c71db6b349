// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/setup/typed.h"

#include <QtCore/QDateTime>
#include <QtCore/QRegularExpression>
#include <QtCore/QTimeZone>
#include <array>

namespace tessera::setup {
namespace {

constexpr qint64 kLengthMost = 100LL * 366 * 24 * 3'600;
constexpr int kRateDecimals = 4;
constexpr std::int64_t kWholePpm = 1'000'000;
constexpr qsizetype kDigitsMost = 9;

struct Unit {
    const char* name;
    qint64 seconds;
};
constexpr std::array<Unit, 4> kUnits{{{"d", 86'400}, {"h", 3'600}, {"min", 60}, {"s", 1}}};

QTimeZone zoneOf(const std::string& name) {
    QTimeZone zone(QByteArray::fromStdString(name));
    return zone.isValid() ? zone : QTimeZone::utc();
}

// In digits of ASCII, whatever script they were typed in.
QString plainDigits(const QString& text) {
    QString out;
    for (const QChar each : text.trimmed()) {
        out += each.digitValue() >= 0 ? QChar(u'0' + each.digitValue()) : each;
    }
    return out;
}

}  // namespace

QString typedTime(const google::protobuf::Timestamp& time, const std::string& zone) {
    return QDateTime::fromSecsSinceEpoch(time.seconds(), zoneOf(zone))
        .toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

TimeRead readTime(const QString& typed, const std::string& zone) {
    static const QRegularExpression kForm(
        QStringLiteral("^(\\d{4})-(\\d{1,2})-(\\d{1,2})[ T]+(\\d{1,2}):(\\d{2})$"));
    const auto match = kForm.match(plainDigits(typed));
    if (!match.hasMatch()) return {};
    const auto part = [&match](int number) { return match.captured(number).toInt(); };
    const QDate date(part(1), part(2), part(3));
    const QTime clock(part(4), part(5));
    if (!date.isValid() || !clock.isValid()) return {};
    const QTimeZone there = zoneOf(zone);
    // Both ends of the hours around it are looked at: the earlier instant that shows it counts.
    const qint64 middle = QDateTime(date, clock, QTimeZone::utc()).toSecsSinceEpoch();
    for (const int hours : {26, -26}) {
        const int offset = there.offsetFromUtc(
            QDateTime::fromSecsSinceEpoch(middle - hours * 3'600LL, QTimeZone::utc()));
        const qint64 seconds = middle - offset;
        const QDateTime shown = QDateTime::fromSecsSinceEpoch(seconds, there);
        if (shown.date() != date || shown.time() != clock) continue;
        TimeRead read{TimeFault::None, {}};
        read.time.set_seconds(seconds);
        return read;
    }
    return {TimeFault::Skipped, {}};
}

QString typedLength(std::int64_t seconds) {
    for (const Unit& unit : kUnits) {
        if (seconds % unit.seconds != 0) continue;
        return QStringLiteral("%1 %2").arg(seconds / unit.seconds).arg(QLatin1String(unit.name));
    }
    return {};
}

std::optional<std::int64_t> readLength(const QString& typed) {
    static const QRegularExpression kForm(QStringLiteral("^(\\d{1,9})\\s*([a-z]*)$"));
    const auto match = kForm.match(plainDigits(typed).toLower());
    if (!match.hasMatch()) return std::nullopt;
    const QString name = match.captured(2).isEmpty() ? QStringLiteral("min") : match.captured(2);
    for (const Unit& unit : kUnits) {
        if (name != QLatin1String(unit.name)) continue;
        const qint64 seconds = match.captured(1).toLongLong() * unit.seconds;
        return seconds <= kLengthMost ? std::optional<std::int64_t>(seconds) : std::nullopt;
    }
    return std::nullopt;
}

QString typedRate(std::int32_t ppm, const QLocale& locale) {
    QLocale plain = locale;
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    QString text = QString::number(ppm % 10'000 + 10'000).mid(1);
    while (text.endsWith(u'0')) text.chop(1);
    QString decimals;
    for (const QChar each : text) decimals += plain.toString(each.digitValue());
    const QString whole = plain.toString(ppm / 10'000);
    return decimals.isEmpty() ? whole : whole + plain.decimalPoint() + decimals;
}

std::optional<std::int32_t> readRate(const QString& typed, const QLocale& locale) {
    static const QRegularExpression kForm(QStringLiteral("^(\\d{1,3})(?:\\.(\\d{1,4}))?$"));
    QString text = plainDigits(typed);
    if (text.endsWith(u'%') || text.endsWith(QChar(0x066a))) text = text.chopped(1).trimmed();
    text.replace(locale.decimalPoint(), QStringLiteral(".")).replace(u',', u'.');
    const auto match = kForm.match(text);
    if (!match.hasMatch()) return std::nullopt;
    const QString decimals = match.captured(2).leftJustified(kRateDecimals, u'0');
    const std::int64_t ppm = match.captured(1).toLongLong() * 10'000 + decimals.toLongLong();
    return ppm <= kWholePpm ? std::optional<std::int32_t>(static_cast<std::int32_t>(ppm))
                            : std::nullopt;
}

std::optional<std::int32_t> readCount(const QString& typed) {
    const QString text = plainDigits(typed);
    if (text.isEmpty() || text.size() > kDigitsMost) return std::nullopt;
    bool whole = false;
    const int number = text.toInt(&whole);
    return whole && number >= 0 ? std::optional<std::int32_t>(number) : std::nullopt;
}

}  // namespace tessera::setup
