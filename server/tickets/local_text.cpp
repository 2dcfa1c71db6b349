// SPDX-License-Identifier: Apache-2.0
#include "server/tickets/local_text.h"

#include <unicode/datefmt.h>
#include <unicode/dtptngen.h>
#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>
#include <unicode/ucurr.h>

#include <memory>

namespace tessera::tickets {
namespace {

constexpr double kMicrosPerMilli = 1000;

// Latin digits in every language: a seat's number reads as it stands on the seat.
icu::Locale localeOf(std::string_view language) {
    UErrorCode status = U_ZERO_ERROR;
    const auto known = icu::Locale::forLanguageTag(
        icu::StringPiece(language.data(), static_cast<std::int32_t>(language.size())), status);
    const bool usable = !known.isBogus() && *known.getLanguage() != '\0';
    const std::string name = usable ? known.getName() : "en";
    return icu::Locale::createFromName((name + "@numbers=latn").c_str());
}

std::unique_ptr<icu::TimeZone> zoneOf(std::string_view zone) {
    const auto name = icu::UnicodeString::fromUTF8(
        icu::StringPiece(zone.data(), static_cast<std::int32_t>(zone.size())));
    std::unique_ptr<icu::TimeZone> found(icu::TimeZone::createTimeZone(name));
    if (*found != icu::TimeZone::getUnknown()) return found;
    return std::unique_ptr<icu::TimeZone>(icu::TimeZone::getGMT()->clone());
}

std::string inUtf8(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

std::string formatted(icu::DateFormat& format, Instant at, std::string_view zone) {
    format.adoptTimeZone(zoneOf(zone).release());
    icu::UnicodeString out;
    format.format(static_cast<double>(at.micros) / kMicrosPerMilli, out);
    return inUtf8(out);
}

// 4550 with two digits is "45.50".
std::string decimalOf(std::int64_t minor, std::int32_t digits) {
    const bool negative = minor < 0;
    std::string text = std::to_string(minor);
    if (negative) text.erase(0, 1);
    const auto places = static_cast<std::size_t>(digits);
    if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
    if (places > 0) text.insert(text.size() - places, 1, '.');
    if (negative) text.insert(0, 1, '-');
    return text;
}

std::int32_t digitsOf(const icu::CurrencyUnit& unit) {
    UErrorCode status = U_ZERO_ERROR;
    const std::int32_t digits = ucurr_getDefaultFractionDigits(unit.getISOCurrency(), &status);
    return U_FAILURE(status) ? 2 : digits;
}

icu::CurrencyUnit unitOf(const std::string& letters) {
    UErrorCode status = U_ZERO_ERROR;
    return {icu::UnicodeString::fromUTF8(letters).getTerminatedBuffer(), status};
}

}  // namespace

std::string dateTimeText(Instant at, std::string_view zone, std::string_view language) {
    const std::unique_ptr<icu::DateFormat> format(icu::DateFormat::createDateTimeInstance(
        icu::DateFormat::kFull, icu::DateFormat::kShort, localeOf(language)));
    return format ? formatted(*format, at, zone) : toRfc3339(at);
}

std::string timeText(Instant at, std::string_view zone, std::string_view language) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale = localeOf(language);
    const std::unique_ptr<icu::DateTimePatternGenerator> patterns(
        icu::DateTimePatternGenerator::createInstance(locale, status));
    if (U_FAILURE(status)) return toRfc3339(at);
    const auto pattern = patterns->getBestPattern(icu::UnicodeString("jmz"), status);
    icu::SimpleDateFormat format(pattern, locale, status);
    return U_FAILURE(status) ? toRfc3339(at) : formatted(format, at, zone);
}

std::string moneyText(Money amount, Currency currency, std::string_view language) {
    UErrorCode status = U_ZERO_ERROR;
    const std::string letters = toString(currency);
    const auto unit = unitOf(letters);
    const std::string decimal = decimalOf(amount.minor, digitsOf(unit));
    const auto text = icu::number::NumberFormatter::withLocale(localeOf(language))
                          .unit(unit)
                          .formatDecimal(decimal, status)
                          .toString(status);
    return U_FAILURE(status) ? decimal + " " + letters : inUtf8(text);
}

std::string decimalText(Money amount, Currency currency) {
    return decimalOf(amount.minor, digitsOf(unitOf(toString(currency))));
}

bool isRightToLeft(std::string_view language) {
    return localeOf(language).isRightToLeft() != 0;
}

}  // namespace tessera::tickets
