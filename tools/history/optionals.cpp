// SPDX-License-Identifier: Apache-2.0
#include "tools/history/optionals.h"

#include "tools/history/index.h"

namespace tessera::history {
Optionals::Optionals(const Program& program) {
    bySeat_.resize(at(program.seats));
    byArea_.resize(program.areas.size());
    byBuyer_.resize(at(program.buyers));
    byBooking_.resize(program.bookings.size());
    for (std::size_t i = 0; i < program.entries.size(); ++i) {
        const Entry& entry = program.entries[i];
        if (!entry.optional) continue;
        for (int number = entry.firstStep; number < entry.firstStep + entry.steps; ++number) {
            const Step& step = program.steps[at(number)];
            const OptionalStep one{static_cast<int>(i), number};
            all_.push_back(one);
            const bool staff = step.allocation != kNone || step.setsSale != SaleNeeds::Any;
            if (staff) ofStaff_.push_back(one);
            if (step.booking == kNone) continue;
            const Booking& booking = program.bookings[at(step.booking)];
            for (const int seat : booking.seats) bySeat_[at(seat)].push_back(one);
            if (booking.area != kNone) byArea_[at(booking.area)].push_back(one);
            if (booking.buyer != kNone) byBuyer_[at(booking.buyer)].push_back(one);
            byBooking_[at(step.booking)].push_back(one);
        }
    }
}

const std::vector<OptionalStep>& Optionals::against(const Refusal& why) const {
    using What = Refusal::What;
    switch (why.what) {
        case What::SeatNotFree:
        case What::SeatFree:
        case What::SeatTaken:
        case What::SeatNotTaken:
            return bySeat_[at(why.subject)];
        case What::AreaFull:
        case What::AreaHasRoom:
        case What::AreaCount:
            return byArea_[at(why.subject)];
        case What::BuyerFull:
        case What::BuyerHasRoom:
            return byBuyer_[at(why.subject)];
        case What::WrongLife:
            return byBooking_[at(why.subject)];
        case What::RunIsFree:
            return all_;
        default:
            return none_;  // Of staff.
    }
}

}  // namespace tessera::history
