// SPDX-License-Identifier: Apache-2.0
// Dates and amounts as people of a language write them, in the zone of the venue.
//
// By ICU and its own copy of the zones; Gregorian, with Latin digits. Pure; functions are
// thread-safe. A language that is not known is taken as English, a zone that is not known as UTC:
// what is printed stays readable.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/money.h"
#include "shared/base/time.h"

namespace tessera::tickets {

// "Samstag, 5. Dezember 2026 um 20:00 MEZ", the zone named as on the pages of the shop. `zone`: an
// IANA name; `language`: BCP 47.
std::string dateTimeText(Instant at, std::string_view zone, std::string_view language);

// "20:00 MEZ", for what happens on a day that was said already.
std::string timeText(Instant at, std::string_view zone, std::string_view language);

// "2026-12-05 20:00", as the clocks of a zone show it: for a file that a program reads. Made once
// for many times: by far the most that a time takes. Not thread-safe.
class StampFormat {
public:
    explicit StampFormat(std::string_view zone);
    ~StampFormat();
    StampFormat(StampFormat&&) noexcept;
    StampFormat& operator=(StampFormat&&) noexcept;

    std::string text(Instant at) const;

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

// "5. Dezember 2026".
std::string dateText(Instant at, std::string_view zone, std::string_view language);

// The day that a calendar in `zone` shows as `day`, "2026-05-04": from its midnight (or where the
// clocks leave that out, the first instant after it) to the next day's. Nothing for another text or
// an unknown zone.
struct LocalDay {
    Instant from;
    Instant until;
};
std::optional<LocalDay> localDay(std::string_view day, std::string_view zone);

// From when something is moved to when, by the clocks of an IANA zone.
struct ClockMove {
    Instant from;
    Instant to;
    std::string_view zone;
};
// `at` moved along, as those clocks show it: what was at 20:00 stays at 20:00 over a change of the
// clocks. A time that they leave out is an hour later. An unknown zone is GMT.
Instant moved(Instant at, const ClockMove& move);

// "45,50 €".
std::string moneyText(Money amount, Currency currency, std::string_view language);

// "45.50": with a point and as many digits as ISO 4217 gives the currency.
std::string decimalText(Money amount, Currency currency);

// "de" of "de-AT": ISO 639's code, "en" where there is none. One of a few hundred.
std::string knownLanguage(std::string_view language);

// Whether the language is written from right to left.
bool isRightToLeft(std::string_view language);

}  // namespace tessera::tickets
