// SPDX-License-Identifier: Apache-2.0
#include "server/tickets/pdf_page.h"

#include <pango/pangocairo.h>

#include <algorithm>

#include "server/tickets/local_text.h"

namespace tessera::tickets {
namespace {

// More than a sheet holds in the smallest letters; it bounds the work of shortening.
constexpr std::size_t kShortenedBytesMax = 24'000;

struct FontFree {
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};

double heightOf(PangoLayout* layout) {
    int width = 0;
    int height = 0;
    pango_layout_get_size(layout, &width, &height);
    return static_cast<double>(height) / PANGO_SCALE;
}

// Not inside a character.
std::size_t wholeUntil(std::string_view words, std::size_t end) {
    while (end > 0 && end < words.size() &&
           (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return end;
}

}  // namespace

void PdfPage::LayoutFree::operator()(PangoLayout* layout) const {
    g_object_unref(layout);
}

PdfPage::PdfPage(cairo_t* context, bool mirrored, const std::string& language)
    : context_(context),
      mirrored_(mirrored),
      // Pango keeps every language that it is told for the life of the process.
      language_(pango_language_from_string(knownLanguage(language).c_str())) {}

PdfPage::Layout PdfPage::layoutOf(std::string_view words, const TextStyle& style) {
    Layout layout(pango_cairo_create_layout(context_));
    const std::unique_ptr<PangoFontDescription, FontFree> font(
        pango_font_description_from_string("Noto Sans, DejaVu Sans, sans-serif"));
    pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
    if (style.bold) pango_font_description_set_weight(font.get(), PANGO_WEIGHT_BOLD);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_context_set_language(pango_layout_get_context(layout.get()), language_);
    pango_layout_set_width(layout.get(), static_cast<int>(style.width * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    std::string flat(words);
    if (style.lines > 0) {
        // Pango counts lines for each paragraph, so there must be one.
        std::replace_if(
            flat.begin(), flat.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    }
    pango_layout_set_text(layout.get(), flat.data(), static_cast<int>(flat.size()));
    // Each text has its own direction, and stands at the page's edge all the same.
    // (That of its line: digits at its beginning have another.)
    const PangoLayoutLine* line = pango_layout_get_line_readonly(layout.get(), 0);
    const bool toRight = line != nullptr && line->resolved_dir == PANGO_DIRECTION_RTL;
    const bool left = (toRight == mirrored_) != style.atEnd;
    pango_layout_set_alignment(layout.get(), left ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
    return layout;
}

double PdfPage::text(double x, double y, std::string_view words, const TextStyle& style) {
    if (words.empty()) return y;
    const Layout layout = layoutOf(words, style);
    if (style.lines > 0) {
        pango_layout_set_height(layout.get(), -style.lines);
        pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
    }
    const double end = y + heightOf(layout.get());
    if (measures_) return end;
    color(style.color);
    cairo_move_to(context_, left(x, style.width), y);
    pango_cairo_show_layout(context_, layout.get());
    return end;
}

bool PdfPage::fits(std::string_view words, const TextStyle& style) {
    const Layout layout = layoutOf(words, style);
    if (pango_layout_get_line_count(layout.get()) > style.lines) return false;
    pango_layout_set_width(layout.get(), -1);
    int width = 0;
    pango_layout_get_size(layout.get(), &width, nullptr);
    // A single word that is broken in two is no fit.
    return words.find(' ') != std::string_view::npos || width <= style.width * PANGO_SCALE;
}

std::string PdfPage::shortened(std::string_view words, const TextStyle& style, double height) {
    const auto within = [&](const std::string& part) {
        return heightOf(layoutOf(part, style).get()) <= height;
    };
    const auto cut = [&](std::size_t end) {
        while (end > 0 && (words[end - 1] == ' ' || words[end - 1] == '\n')) --end;
        return std::string(words.substr(0, end)) + "…";
    };
    if (words.size() <= kShortenedBytesMax && within(std::string(words))) return std::string(words);
    std::size_t good = 0;
    std::size_t bad = std::min(words.size(), kShortenedBytesMax);
    while (bad - good > 1) {
        const std::size_t middle = good + (bad - good) / 2;
        (within(cut(wholeUntil(words, middle))) ? good : bad) = middle;
    }
    return cut(wholeUntil(words, good));
}

void PdfPage::box(double x, double y, double width, double height, const Color& fill) {
    if (measures_) return;
    color(fill);
    cairo_rectangle(context_, left(x, width), y, width, height);
    cairo_fill(context_);
}

void PdfPage::code(double x, double y, double side, const QrSymbol& symbol) {
    if (measures_) return;
    const double module = side / symbol.side();
    const double quiet = kQrQuietModules * module;
    box(x - quiet, y - quiet, side + 2 * quiet, side + 2 * quiet, kWhite);
    const double from = left(x, side);
    cairo_set_source_rgb(context_, 0, 0, 0);
    for (int row = 0; row < symbol.side(); ++row) {
        for (int column = 0; column < symbol.side(); ++column) {
            if (!symbol.dark(column, row)) continue;
            const int start = column;
            while (column < symbol.side() && symbol.dark(column, row)) ++column;
            cairo_rectangle(context_, from + start * module, y + row * module,
                            (column - start) * module, module);
        }
    }
    cairo_fill(context_);
}

}  // namespace tessera::tickets
