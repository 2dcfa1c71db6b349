// SPDX-License-Identifier: Apache-2.0
// What a mail to a buyer says, in the buyer's language: as text and as a page.
//
// Pure, deterministic, thread-safe. What buyers and organisers wrote is text, never markup.
#pragma once

#include <string>
#include <vector>

#include "server/notify/mime.h"

namespace tessera::notify {

// A ticket that admits.
struct LetterPlace {
    std::string where{};  // "Parkett, Reihe 3, Platz 4"
    std::string entrance{};
    std::string type{};
    std::string price{};
};

// An order as its buyer is told of it; texts are in the letter's language already.
struct LetterFacts {
    std::string language = "en";  // BCP 47
    std::string buyer{};
    std::string event{};
    std::string when{};  // By the venue's clocks.
    std::string venue{};
    std::string order{};
    std::string total{};
    std::vector<LetterPlace> places{};
    std::string pdf{};       // The tickets; empty: they cannot be drawn, or are not told of.
    std::string calendar{};  // The date; may be empty.
    std::string back{};      // Of Refund: how much.
    std::string note{};      // Of Cancelled and Moved, as the organiser wrote it; may be empty.
    // Of Moved: the date that it was, until when tickets may be returned, and what becomes of those
    // of whom nothing was heard by then.
    std::string before{};
    std::string returnUntil{};
    bool returnedUnanswered = false;
};
inline constexpr std::size_t kPlacesInLetter = 100;  // How many more there are is said.

enum class LetterKind { Confirmation, ConfirmationAgain, Refund, Cancelled, Moved };

struct Letter {
    std::string subject;
    std::string text;
    std::string html;
    std::vector<Attachment> attachments;
};

Letter letterOf(LetterKind kind, const LetterFacts& facts);

}  // namespace tessera::notify
