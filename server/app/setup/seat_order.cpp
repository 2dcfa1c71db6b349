// SPDX-License-Identifier: Apache-2.0
#include "server/app/setup/seat_order.h"

#include <algorithm>
#include <numeric>
#include <string>

namespace tessera::setup {
namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

// The number at the beginning, without leading zeros; taken off the text.
std::string_view takeNumber(std::string_view& text) {
    std::size_t end = 0;
    while (end < text.size() && isDigit(text[end])) ++end;
    std::string_view number = text.substr(0, end);
    text.remove_prefix(end);
    while (number.size() > 1 && number.front() == '0') number.remove_prefix(1);
    return number;
}

// Below, at or above zero as `a` is read before, with or after `b`.
int compare(std::string_view a, std::string_view b) {
    while (!a.empty() && !b.empty()) {
        if (isDigit(a.front()) && isDigit(b.front())) {
            const std::string_view left = takeNumber(a);
            const std::string_view right = takeNumber(b);
            if (left.size() != right.size()) return left.size() < right.size() ? -1 : 1;
            if (const int order = left.compare(right); order != 0) return order;
            continue;
        }
        const auto left = static_cast<unsigned char>(a.front());
        const auto right = static_cast<unsigned char>(b.front());
        if (left != right) return left < right ? -1 : 1;
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    return static_cast<int>(!a.empty()) - static_cast<int>(!b.empty());
}

// Rows, as they are read.
std::vector<std::size_t> rowsAsRead(const engine::Layout& layout, const plan::PlanText& text) {
    std::vector<std::size_t> rows(layout.rows().size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    const auto sectionOf = [&](std::size_t row) -> const std::string& {
        return text.sections[static_cast<std::size_t>(layout.rows()[row].section)];
    };
    std::ranges::stable_sort(rows, [&](std::size_t a, std::size_t b) {
        const int bySection = compare(sectionOf(a), sectionOf(b));
        if (bySection != 0) return bySection < 0;
        return compare(text.rows[a].label, text.rows[b].label) < 0;
    });
    return rows;
}

}  // namespace

bool readsBefore(std::string_view a, std::string_view b) {
    return compare(a, b) < 0;
}

std::vector<std::int32_t> seatsAsRead(const engine::Layout& layout, const plan::PlanText& text) {
    std::vector<std::int32_t> seats;
    seats.reserve(layout.seats().size());
    for (const std::size_t row : rowsAsRead(layout, text)) {
        const engine::LayoutRow& of = layout.rows()[row];
        const auto first = static_cast<std::ptrdiff_t>(seats.size());
        for (std::int32_t i = 0; i < of.count; ++i) seats.push_back(of.first.value + i);
        std::ranges::stable_sort(
            seats.begin() + first, seats.end(), [&](std::int32_t a, std::int32_t b) {
                return readsBefore(text.seatNumbers.at(static_cast<std::size_t>(a)),
                                   text.seatNumbers.at(static_cast<std::size_t>(b)));
            });
    }
    return seats;
}

}  // namespace tessera::setup
