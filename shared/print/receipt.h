// SPDX-License-Identifier: Apache-2.0
// A receipt, line by line, before it is known which printer it comes out of.
//
// What is printed can be printed again: the pulse that opens a drawer is no part of it.
// Plain values. Start and End are the sides at which a line of the receipt's language starts and
// ends: left and right, or the other way round where `rightToLeft`.
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "shared/print/bitmap.h"
#include "shared/print/ticket_template.h"

namespace tessera::print {

inline constexpr std::size_t kReceiptItemsMax = 1000;
inline constexpr std::size_t kReceiptTextBytesMax = 1024;

enum class Align { Start, Centre, End };

struct ReceiptText {
    std::string text{};
    Align align = Align::Start;
    bool bold = false;
    bool wide = false;  // Letters of twice the width.
    bool high = false;  // And of twice the height.
};

// What was bought at one side, what it costs at the other.
struct ReceiptPair {
    std::string label{};
    std::string amount{};
    bool bold = false;
};

struct ReceiptRule {};

struct ReceiptQr {
    std::string data{};
    int module = 6;  // Dots a side: 1 to 16.
    QrLevel level = QrLevel::Medium;
};

struct ReceiptImage {
    Bitmap bitmap{};
    Align align = Align::Centre;
};

struct ReceiptFeed {
    int lines = 1;  // 1 to 20.
};

struct ReceiptCut {};

using ReceiptItem = std::variant<ReceiptText, ReceiptPair, ReceiptRule, ReceiptQr, ReceiptImage,
                                 ReceiptFeed, ReceiptCut>;

struct Receipt {
    std::vector<ReceiptItem> items{};
    bool rightToLeft = false;
};

}  // namespace tessera::print
