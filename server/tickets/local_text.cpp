// SPDX-License-Identifier: Apache-2.0
#include "server/tickets/local_text.h"

#include <unicode/datefmt.h>
#include <unicode/dtptngen.h>
#include <unicode/gregocal.h>
#include <unicode/localebuilder.h>
#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

#include <memory>

namespace tessera::tickets {
namespace {

constexpr double kMicrosPerMilli = 1000;

// Latin digits in every language: a seat's number reads as it stands on the seat.
icu::Locale localeOf(std::string_view language) {
    UErrorCode status = U_ZERO_ERROR;
    const auto asked = icu::Locale::forLanguageTag(
        icu::StringPiece(language.data(), static_cast<std::int32_t>(language.size())), status);
    // A language that has three letters in ISO 639 is one; nothing else of the tag is taken but
    // script and region: a calendar of the reader's own would not name the day of the event.
    const bool known = U_SUCCESS(status) && !asked.isBogus() && *asked.getISO3Language() != '\0';
    icu::LocaleBuilder builder;
    builder.setLanguage(known ? asked.getLanguage() : "en");
    if (known) builder.setScript(asked.getScript()).setRegion(asked.getCountry());
    builder.setUnicodeLocaleKeyword("nu", "latn").setUnicodeLocaleKeyword("ca", "gregory");
    UErrorCode built = U_ZERO_ERROR;
    const icu::Locale locale = builder.build(built);
    return U_SUCCESS(built) ? locale : icu::Locale::getEnglish();
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

std::string formatted(const icu::DateFormat& format, Instant at) {
    icu::UnicodeString out;
    format.format(static_cast<double>(at.micros) / kMicrosPerMilli, out);
    return inUtf8(out);
}

// The fields that `skeleton` names, in the order and with the signs of the language.
std::string bySkeleton(const char* skeleton, Instant at, std::string_view zone,
                       std::string_view language) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale = localeOf(language);
    const std::unique_ptr<icu::DateTimePatternGenerator> patterns(
        icu::DateTimePatternGenerator::createInstance(locale, status));
    if (U_FAILURE(status)) return toRfc3339(at);
    const auto pattern = patterns->getBestPattern(icu::UnicodeString(skeleton), status);
    icu::SimpleDateFormat format(pattern, locale, status);
    if (U_FAILURE(status)) return toRfc3339(at);
    format.adoptTimeZone(zoneOf(zone).release());
    return formatted(format, at);
}

// 4550 with two digits is "45.50".
std::string decimalOf(std::int64_t minor, int digits) {
    const bool negative = minor < 0;
    std::string text = std::to_string(minor);
    if (negative) text.erase(0, 1);
    const auto places = static_cast<std::size_t>(digits);
    if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
    if (places > 0) text.insert(text.size() - places, 1, '.');
    if (negative) text.insert(0, 1, '-');
    return text;
}

icu::CurrencyUnit unitOf(const std::string& letters) {
    UErrorCode status = U_ZERO_ERROR;
    return {icu::UnicodeString::fromUTF8(letters).getTerminatedBuffer(), status};
}

}  // namespace

std::string dateTimeText(Instant at, std::string_view zone, std::string_view language) {
    return bySkeleton("yMMMMEEEEdjmz", at, zone, language);
}

std::string timeText(Instant at, std::string_view zone, std::string_view language) {
    return bySkeleton("jmz", at, zone, language);
}

class StampFormat::Impl {
public:
    explicit Impl(std::string_view zone)
        : format_(icu::UnicodeString("yyyy-MM-dd HH:mm"), localeOf("en"), status_) {
        if (U_SUCCESS(status_)) format_.adoptTimeZone(zoneOf(zone).release());
    }
    std::string text(Instant at) const {
        return U_FAILURE(status_) ? toRfc3339(at) : formatted(format_, at);
    }

private:
    UErrorCode status_ = U_ZERO_ERROR;
    icu::SimpleDateFormat format_;
};

StampFormat::StampFormat(std::string_view zone) : impl_(std::make_unique<Impl>(zone)) {}
StampFormat::~StampFormat() = default;
StampFormat::StampFormat(StampFormat&&) noexcept = default;
StampFormat& StampFormat::operator=(StampFormat&&) noexcept = default;

std::string StampFormat::text(Instant at) const {
    return impl_->text(at);
}

std::string dateText(Instant at, std::string_view zone, std::string_view language) {
    return bySkeleton("yMMMMd", at, zone, language);
}

std::optional<LocalDay> localDay(std::string_view day, std::string_view zone) {
    // What RFC 3339 takes for a day is one of the calendar.
    const auto noon = parseRfc3339(std::string(day) + "T12:00:00Z");
    if (day.size() != 10 || !noon) return std::nullopt;
    const auto name = icu::UnicodeString::fromUTF8(
        icu::StringPiece(zone.data(), static_cast<std::int32_t>(zone.size())));
    std::unique_ptr<icu::TimeZone> known(icu::TimeZone::createTimeZone(name));
    if (*known == icu::TimeZone::getUnknown()) return std::nullopt;
    UErrorCode status = U_ZERO_ERROR;
    icu::GregorianCalendar calendar(known.release(), status);
    const auto number = [&](std::size_t from, std::size_t size) {
        return std::stoi(std::string(day.substr(from, size)));
    };
    const auto midnight = [&](int later) {
        calendar.clear();
        calendar.set(number(0, 4), number(5, 2) - 1, number(8, 2) + later, 0, 0);
        const double millis = calendar.getTime(status);
        return Instant{static_cast<std::int64_t>(millis) * 1000};
    };
    const LocalDay out{midnight(0), midnight(1)};
    return U_FAILURE(status) ? std::nullopt : std::optional(out);
}

Instant moved(Instant at, const ClockMove& move) {
    constexpr std::int64_t kMicros = 1000;
    const auto zone = zoneOf(move.zone);
    // What the zone's clocks are ahead of GMT, at an instant or where they show such a time.
    const auto ahead = [&](std::int64_t micros, bool shown) {
        std::int32_t raw = 0;
        std::int32_t summer = 0;
        UErrorCode status = U_ZERO_ERROR;
        zone->getOffset(static_cast<double>(micros) / kMicrosPerMilli, static_cast<UBool>(shown),
                        raw, summer, status);
        return U_FAILURE(status) ? std::int64_t{0} : (std::int64_t{raw} + summer) * kMicros;
    };
    const auto shownAt = [&](Instant each) { return each.micros + ahead(each.micros, false); };
    const std::int64_t wanted = shownAt(at) + shownAt(move.to) - shownAt(move.from);
    return Instant{wanted - ahead(wanted, true)};
}

std::string moneyText(Money amount, Currency currency, std::string_view language) {
    UErrorCode status = U_ZERO_ERROR;
    const std::string letters = toString(currency);
    const auto unit = unitOf(letters);
    const int digits = minorDigits(currency);
    const std::string decimal = decimalOf(amount.minor, digits);
    const auto text = icu::number::NumberFormatter::withLocale(localeOf(language))
                          .unit(unit)
                          .precision(icu::number::Precision::fixedFraction(digits))
                          .formatDecimal(decimal, status)
                          .toString(status);
    return U_FAILURE(status) ? decimal + " " + letters : inUtf8(text);
}

std::string decimalText(Money amount, Currency currency) {
    return decimalOf(amount.minor, minorDigits(currency));
}

std::string knownLanguage(std::string_view language) {
    return localeOf(language).getLanguage();
}

bool isRightToLeft(std::string_view language) {
    return localeOf(language).isRightToLeft() != 0;
}

}  // namespace tessera::tickets
