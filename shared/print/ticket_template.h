// SPDX-License-Identifier: Apache-2.0
// How one event's tickets look on their stock: where which words, codes, lines and pictures stand.
//
// Positions are dots from the top left corner of the stock: row counts down, column to the right,
// both from 0. A rotated thing turns clockwise around the point where it starts, as in FGL.
// Plain values; a template that came out of parseTemplate keeps all limits below.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "shared/print/bitmap.h"

namespace tessera::print {

inline constexpr std::size_t kTemplateBytesMax = 1U << 20U;
inline constexpr std::size_t kTemplateFieldsMax = 200;
inline constexpr std::size_t kTemplateImagesMax = 16;
inline constexpr std::size_t kTemplateNameBytesMax = 80;
inline constexpr std::size_t kTemplateTextBytesMax = 512;
inline constexpr int kStockDotsMin = 100;
inline constexpr int kStockDotsMax = 4800;
inline constexpr int kTimesMax = 16;

struct Stock {
    int width = 0;  // Dots.
    int height = 0;
    int dpi = 200;  // 200 or 300.
    bool operator==(const Stock&) const = default;
};

struct TextField {
    int row = 0;
    int column = 0;
    std::string text{};   // With placeholders, see placeholders.h.
    int font = 3;         // A resident font of the printer, see fontOf.
    int heightTimes = 1;  // <HW>: 1 to kTimesMax.
    int widthTimes = 1;
    Rotation rotation = Rotation::None;
    int widthMax = 0;  // Dots along the text; 0: to the edge of the stock.
    bool operator==(const TextField&) const = default;
};

// Which share of the symbol may be unreadable: about 7, 15, 25 and 30 per cent.
enum class QrLevel { Low, Medium, Quartile, High };

struct QrField {
    int row = 0;
    int column = 0;
    std::string data{};
    int module = 6;  // Dots a side: 3 to 16.
    QrLevel level = QrLevel::Medium;
    bool operator==(const QrField&) const = default;
};

// Code 128. A ladder runs down from its start, its bars to the left of it; a picket fence to the
// right.
struct BarField {
    int row = 0;
    int column = 0;
    std::string data{};
    int units = 4;   // Length of the bars in units of 8 dots: 1 to 60.
    int module = 2;  // Dots of the narrowest bar: 1 to 9.
    bool ladder = false;
    bool legend = false;  // The data once more in letters.
    bool operator==(const BarField&) const = default;
};

struct LineField {
    int row = 0;
    int column = 0;
    int length = 1;
    int thickness = 1;  // 1 to 100.
    bool vertical = false;
    bool operator==(const LineField&) const = default;
};

struct BoxField {
    int row = 0;
    int column = 0;
    int height = 1;
    int width = 1;
    int thickness = 1;
    bool operator==(const BoxField&) const = default;
};

struct ImageField {
    int row = 0;
    int column = 0;
    std::string image{};  // A name in TicketTemplate::images.
    bool operator==(const ImageField&) const = default;
};

using Field = std::variant<TextField, QrField, BarField, LineField, BoxField, ImageField>;

struct TicketTemplate {
    std::string name{};
    Stock stock{};
    std::vector<Field> fields{};
    std::map<std::string, Bitmap> images{};
    bool operator==(const TicketTemplate&) const = default;
};

// The box of one character of a resident font, in dots, as printers of 200 and 300 dpi have it.
struct FontBox {
    int number = 0;
    int width = 0;
    int height = 0;
};

// By the table of resident fonts in Boca's "FGL Programming Guide"; nothing for a number it has
// not.
const FontBox* fontOf(int number);

}  // namespace tessera::print
