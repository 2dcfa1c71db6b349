// SPDX-License-Identifier: Apache-2.0
#include "tools/admin/local_time.h"

#include <unicode/gregocal.h>
#include <unicode/timezone.h>

#include <memory>

#include "shared/base/check.h"

namespace tessera::admin {
namespace {

constexpr std::int64_t kMicrosPerMilli = 1000;

// Two digits from 00 to `most`, or -1.
int twoDigits(std::string_view text, int most) {
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.size() != 2 || !digit(text[0]) || !digit(text[1])) return -1;
    const int value = (text[0] - '0') * 10 + (text[1] - '0');
    return value <= most ? value : -1;
}

}  // namespace

std::optional<LocalTime> parseLocalTime(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    const LocalTime time{twoDigits(text.substr(0, 2), 23), twoDigits(text.substr(3), 59)};
    if (time.hour < 0 || time.minute < 0) return std::nullopt;
    return time;
}

std::optional<Instant> localInstant(LocalTime time, int days, std::string_view zone, Instant now) {
    TESSERA_CHECK(days >= 0 && days <= 36'500);
    const auto name = icu::UnicodeString::fromUTF8(
        icu::StringPiece(zone.data(), static_cast<std::int32_t>(zone.size())));
    std::unique_ptr<icu::TimeZone> known(icu::TimeZone::createTimeZone(name));
    if (*known == icu::TimeZone::getUnknown()) return std::nullopt;
    UErrorCode status = U_ZERO_ERROR;
    icu::GregorianCalendar calendar(known.release(), status);
    calendar.setTime(static_cast<double>(now.micros / kMicrosPerMilli), status);
    const int year = calendar.get(UCAL_YEAR, status);
    const int month = calendar.get(UCAL_MONTH, status);
    const int day = calendar.get(UCAL_DATE, status);
    calendar.clear();  // The seconds too.
    calendar.set(year, month, day + days, time.hour, time.minute);
    const double millis = calendar.getTime(status);
    if (U_FAILURE(status)) return std::nullopt;
    return Instant{static_cast<std::int64_t>(millis) * kMicrosPerMilli};
}

}  // namespace tessera::admin
