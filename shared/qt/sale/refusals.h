// SPDX-License-Identifier: Apache-2.0
// Why places are not ours, in the words of staff: which seats, which limit, what helps.
//
// Pure but for the language that is installed. The GUI's thread.
#pragma once

#include <QtCore/QList>
#include <QtCore/QLocale>

#include "shared/client/answer.h"
#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/seat_map/seat_map_model.h"
#include "tessera/v1/reservation.pb.h"

namespace tessera::sale {

// The seats that a refusal names, at most 20.
QList<int> seatsOf(const client::Refusal& refusal);
// "Parkett 3: 4, 5". Seats that are not in the layout are left out.
QString seatsText(const QList<int>& seats, const qt::SeatMapModel& map, const QLocale& locale);
// Of what is reserved, the same.
QString placesText(const v1::Reservation& reservation, const QLocale& locale);

// Never empty.
QString saleRefusalText(const client::Refusal& refusal, const qt::SeatMapModel& map,
                        const QLocale& locale);

// Empty where it is Done.
template <class Value>
QString saleOutcomeText(const client::Answer<Value>& answer, const qt::SeatMapModel& map,
                        const QLocale& locale) {
    if (answer.outcome != client::Outcome::Refused) return qt::outcomeText(answer);
    return saleRefusalText(answer.refusal, map, locale);
}

}  // namespace tessera::sale
