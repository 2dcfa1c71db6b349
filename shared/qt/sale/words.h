// SPDX-License-Identifier: Apache-2.0
// Money, times and places as staff reads them.
//
// Pure but for the language that is installed. The GUI's thread.
#pragma once

#include <QtCore/QLocale>
#include <QtCore/QString>
#include <cstdint>
#include <optional>
#include <string>

#include "google/protobuf/timestamp.pb.h"
#include "tessera/v1/event.pb.h"
#include "tessera/v1/money.pb.h"
#include "tessera/v1/reservation.pb.h"

namespace tessera::sale {

QString textOf(const std::string& utf8);

// With as many decimals as ISO 4217 gives the currency, in the locale's digits: "45,50 €".
QString moneyText(const v1::Money& money, const QLocale& locale);
// As it is typed: "1234.50", without a symbol or groups. REQUIRES: it is not negative.
QString amountText(const v1::Money& money, const QLocale& locale);
// An amount as it is typed, in minor units; absent: it is none, is negative, or has more decimals
// than the currency.
std::optional<std::int64_t> amountTyped(const QString& text, const std::string& currency,
                                        const QLocale& locale);

// In the zone of the venue: "Fri 4 Dec 2026 19:30". A zone that is not known here: UTC, and said.
QString dateText(const google::protobuf::Timestamp& time, const std::string& zone,
                 const QLocale& locale);
// The time of day in that zone: "19:42".
QString timeText(const google::protobuf::Timestamp& time, const std::string& zone,
                 const QLocale& locale);
// "4:07"; "0:00" where it is over.
QString countdownText(int seconds, const QLocale& locale);

// "Parkett, row 3, seat 12", or the area's name.
QString placeText(const v1::PlaceLabel& label);
// What staff types for the choice of that number: a to z, then aa.
QString letterOf(int number);

}  // namespace tessera::sale
