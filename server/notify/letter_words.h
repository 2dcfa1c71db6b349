// SPDX-License-Identifier: Apache-2.0
// The words of mails to buyers, in the languages of the storefront; what tickets have words for is
// in server/tickets/ticket_words.h.
//
// Constant; thread-safe.
#pragma once

#include <string_view>

namespace tessera::notify {

struct LetterWords {
    std::string_view subject;       // "Your tickets: {event}"
    std::string_view greeting;      // "Hello {name},"
    std::string_view greetingNone;  // To nobody by name.
    std::string_view paid;
    std::string_view again;  // That this was sent before.
    std::string_view when;
    std::string_view venue;
    std::string_view total;
    std::string_view attached;     // That the tickets are here, and how one gets in.
    std::string_view notAttached;  // That they are not, and where they are.
    std::string_view calendar;
    std::string_view secret;  // That whoever has a code gets in.
    std::string_view more;    // "and {n} more"
    std::string_view closing;
};

// What is told of an order later.
struct NewsWords {
    std::string_view refundSubject;  // "Your refund: {event}"
    std::string_view refunded;
    std::string_view refundTakes;  // That a bank takes its time.
    std::string_view back;         // "Refunded"
    std::string_view cancelledSubject;
    std::string_view cancelled;
    std::string_view cancelledNext;  // That nobody need do anything.
    std::string_view movedSubject;
    std::string_view moved;       // And that earlier codes do not admit.
    std::string_view before;      // "Instead of"
    std::string_view mayReturn;   // "… until {until} …"
    std::string_view unanswered;  // That tickets are returned by themselves then.
    std::string_view stays;       // That tickets stay valid.
    std::string_view note;        // "The organiser says: {note}"
};

// Of a BCP 47 tag by its language; English for every other.
const LetterWords& letterWords(std::string_view language);
const NewsWords& newsWords(std::string_view language);

}  // namespace tessera::notify
