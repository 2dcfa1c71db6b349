// SPDX-License-Identifier: Apache-2.0
// The words that are printed on a ticket, in the languages of the storefront.
//
// Constant; thread-safe.
#pragma once

#include <string_view>

namespace tessera::tickets {

struct TicketWords {
    std::string_view section;
    std::string_view row;
    std::string_view seat;
    std::string_view area;
    std::string_view entrance;
    std::string_view type;
    std::string_view price;
    std::string_view holder;
    std::string_view order;
    std::string_view ticket;
    std::string_view terms;
    std::string_view admission;  // Of a place that has no number.
    std::string_view showCode;   // What to do with the code.
};

// Of a BCP 47 tag by its language; English for every other.
const TicketWords& ticketWords(std::string_view language);

}  // namespace tessera::tickets
