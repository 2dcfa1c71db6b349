// SPDX-License-Identifier: Apache-2.0
// The words that are printed on a ticket, in the languages of the storefront.
//
// Constant; thread-safe.
#pragma once

#include <string>
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
    std::string_view howMany;    // "Ticket {n} of {count}".
    std::string_view moreTerms;  // That terms are cut, and who has the rest.
    std::string_view codeImage;  // What the picture of the code is, for who does not see it.
    std::string_view comma;      // Between a house and its city.
};

// Of a BCP 47 tag by its language; English for every other.
const TicketWords& ticketWords(std::string_view language);

// "Ticket 1 of 2".
std::string howManyText(const TicketWords& words, std::size_t number, std::size_t count);

}  // namespace tessera::tickets
