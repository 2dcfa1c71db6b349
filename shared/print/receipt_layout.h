// SPDX-License-Identifier: Apache-2.0
// A receipt broken into lines that fit on its paper: what ESC/POS and the page have in common.
//
// Deterministic, pure.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "shared/print/receipt.h"

namespace tessera::print {

// Characters of font A (12 x 24 dots) in a line.
enum class ReceiptColumns { C32 = 32, C42 = 42, C48 = 48 };

inline constexpr int kCellDots = 12;
inline constexpr int kLineDots = 24;

// Of paper of 58 mm and, for 42 and 48, 80 mm: 384, 512 and 576.
int dotsOf(ReceiptColumns columns);

// In order of precedence.
enum class ReceiptRefusal { TooMany, BadText, TooLong, OutOfRange, NotDrawn };

struct ReceiptProblem {
    ReceiptRefusal reason = ReceiptRefusal::BadText;
    std::string path{};  // /items/3
    std::string message{};
};

// The same items with every text and label short enough for one line: longer ones are broken at
// blanks, a word that is longer than a line inside. An amount stands on the last line of its label.
[[nodiscard]] tl::expected<std::vector<ReceiptItem>, ReceiptProblem> layOut(const Receipt& receipt,
                                                                            ReceiptColumns columns);

}  // namespace tessera::print
