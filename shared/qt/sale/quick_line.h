// SPDX-License-Identifier: Apache-2.0
// The line in which staff says what is wanted in a few keys: "2", "4b", "2+1c".
//
// Pure and deterministic; any thread. Numbers are of ticket types in the event's order, joined by
// +; the letter after them is a category or an area of general admission, by letterOf(): first the
// categories, then the areas. Without a letter: the best there is.
#pragma once

#include <QtCore/QString>
#include <optional>
#include <vector>

namespace tessera::sale {

// What there is to choose from.
struct QuickMenu {
    int ticketTypes = 1;
    int categories = 0;
    int areas = 0;
    int placesMax = 10;
};

// How many of each ticket type, and where.
struct Wish {
    std::vector<int> counts{};  // By ticket type; at least one is positive.
    std::optional<int> category{};
    std::optional<int> area{};  // One of both at most.

    int places() const;
};

// In order of precedence.
enum class QuickProblem {
    None,
    Empty,
    NotUnderstood,  // Not numbers joined by + and a letter.
    NoPlaces,       // Zero.
    NoSuchType,     // More numbers than there are ticket types.
    TooMany,        // More than an order may have.
    NoSuchLetter,
};

struct QuickRead {
    QuickProblem problem = QuickProblem::None;
    Wish wish{};
};

// Blanks and case do not matter, digits may be of any script. Where there is one category and
// nothing else, "b" is the best of it: what it means elsewhere it cannot mean there.
QuickRead readQuick(const QString& text, const QuickMenu& menu);

// Why it is not taken, with the limit; empty for None and Empty.
QString problemText(QuickProblem problem, const QuickMenu& menu);

}  // namespace tessera::sale
