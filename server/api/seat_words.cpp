// SPDX-License-Identifier: Apache-2.0
// Seats as people write and look for them.
#include <algorithm>

#include "server/api/handlers_counter.h"

namespace tessera::api {
namespace {

using Words = std::vector<std::string>;

// Those of `asked` that begin none of `words`.
Words missingIn(const Words& asked, const Words& words) {
    Words missing;
    for (const std::string& each : asked) {
        const bool there = std::ranges::any_of(
            words, [&](const std::string& word) { return word.starts_with(each); });
        if (!there) missing.push_back(each);
    }
    return missing;
}

std::string_view numberOf(const ShownLayout& shown, SeatNo seat) {
    return shown.text.seatNumbers.at(static_cast<std::size_t>(seat.value));
}

char small(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Of a seat's number, which is one word: an arena has 80,000.
bool beginsWithAll(std::string_view number, const Words& words) {
    return std::ranges::all_of(words, [&](const std::string& word) {
        return number.size() >= word.size() &&
               std::equal(word.begin(), word.end(), number.begin(),
                          [](char asked, char there) { return asked == small(there); });
    });
}

}  // namespace

std::vector<SeatNo> seatsBy(const ShownLayout& shown, std::string_view text, std::size_t most) {
    std::vector<SeatNo> seats;
    const Words asked = app::foldedWords(text);
    if (asked.empty()) return seats;
    const auto rows = shown.layout->rows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::string& section = shown.text.sections[static_cast<std::size_t>(rows[i].section)];
        const Words left =
            missingIn(asked, app::foldedWords(section + ' ' + shown.text.rows[i].label));
        // What is left has to begin the number.
        if (left.size() > 2) continue;
        for (std::int32_t k = 0; k < rows[i].count; ++k) {
            const SeatNo seat{rows[i].first.value + k};
            if (!beginsWithAll(numberOf(shown, seat), left)) continue;
            seats.push_back(seat);
            if (seats.size() > most) return {};
        }
    }
    return seats;
}

std::string placesText(const store::OrderLine& line, const ShownLayout& shown) {
    std::string out;
    std::int32_t before = -1;
    for (const SeatNo seat : line.seats) {
        if (!shown.layout->contains(seat)) continue;
        const std::int32_t row = shown.layout->seat(seat).row;
        const auto at = static_cast<std::size_t>(row);
        if (row != before) {
            const auto section = static_cast<std::size_t>(shown.layout->rows()[at].section);
            if (!out.empty()) out += "; ";
            out += shown.text.sections[section];
            if (!shown.text.sections[section].empty()) out += ", ";
            out += shown.text.rows[at].label + ": ";
        } else {
            out += ", ";
        }
        out += numberOf(shown, seat);
        before = row;
    }
    for (const AreaNo area : line.areas) {
        if (!shown.layout->contains(area)) continue;
        if (!out.empty()) out += "; ";
        out += shown.text.areas[static_cast<std::size_t>(area.value)].name;
    }
    const bool more = line.areas.empty() && std::ssize(line.seats) < line.tickets;
    return more ? out + " …" : out;
}

}  // namespace tessera::api
