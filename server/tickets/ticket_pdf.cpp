// SPDX-License-Identifier: Apache-2.0
#include "server/tickets/ticket_pdf.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

#include "server/tickets/drawing.h"
#include "server/tickets/local_text.h"
#include "server/tickets/qr_code.h"
#include "server/tickets/ticket_words.h"

namespace tessera::tickets {
namespace {

// In points of 1/72 inch: A4.
constexpr double kWidth = 595.28;
constexpr double kHeight = 841.89;
constexpr double kMargin = 48;
constexpr double kGap = 14;
constexpr double kBandHeight = 218;
constexpr double kCodeSide = 200;  // 70 mm: a module of 1.4 mm.
constexpr double kCodeTop = kBandHeight + 36;
constexpr double kTermsTop = 560;
constexpr int kStoneColumns = 40;

struct Color {
    double red, green, blue;
};
constexpr Color kInk{0.09, 0.11, 0.16};
constexpr Color kSoft{0.38, 0.42, 0.50};
constexpr Color kPaper{1, 1, 1};
constexpr Color kBand{0.10, 0.14, 0.27};
constexpr std::array<Color, 4> kStones{
    {{0.91, 0.63, 0.24}, {0.80, 0.32, 0.29}, {0.27, 0.57, 0.58}, {0.94, 0.88, 0.74}}};

struct LayoutFree {
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
};
struct FontFree {
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};

struct TextStyle {
    double size = 10;
    bool bold = false;
    Color color = kInk;
    double width = kWidth - 2 * kMargin;
    int lines = 1;      // At most; the last one ends with an ellipsis.
    double height = 0;  // Where it is set, instead of the lines.
};

// Draws on one page. `mirrored`: x counts from the right edge, as readers of the language do.
class Page {
public:
    Page(cairo_t* context, bool mirrored, const std::string& language)
        : context_(context),
          mirrored_(mirrored),
          // Pango keeps every language that it is told for the life of the process.
          language_(pango_language_from_string(knownLanguage(language).c_str())) {}

    // The text's box begins at `x`, `y`; returns where it ends, downwards.
    double text(double x, double y, std::string_view words, const TextStyle& style) {
        if (words.empty()) return y;
        const std::unique_ptr<PangoLayout, LayoutFree> layout(pango_cairo_create_layout(context_));
        const std::unique_ptr<PangoFontDescription, FontFree> font(
            pango_font_description_from_string("Noto Sans, DejaVu Sans, sans-serif"));
        pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
        if (style.bold) pango_font_description_set_weight(font.get(), PANGO_WEIGHT_BOLD);
        pango_layout_set_font_description(layout.get(), font.get());
        pango_context_set_language(pango_layout_get_context(layout.get()), language_);
        pango_layout_set_width(layout.get(), static_cast<int>(style.width * PANGO_SCALE));
        // Lines are counted for each paragraph, a height for all of them.
        const int height =
            style.height > 0 ? static_cast<int>(style.height * PANGO_SCALE) : -style.lines;
        pango_layout_set_height(layout.get(), height);
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
        pango_layout_set_text(layout.get(), words.data(), static_cast<int>(words.size()));
        // Each text has its own direction, and stands at the page's edge all the same.
        const bool toRight = pango_layout_get_direction(layout.get(), 0) == PANGO_DIRECTION_RTL;
        pango_layout_set_alignment(layout.get(),
                                   toRight == mirrored_ ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
        color(style.color);
        cairo_move_to(context_, left(x, style.width), y);
        pango_cairo_show_layout(context_, layout.get());
        int drawnWidth = 0;
        int drawnHeight = 0;
        pango_layout_get_size(layout.get(), &drawnWidth, &drawnHeight);
        return y + static_cast<double>(drawnHeight) / PANGO_SCALE;
    }

    void box(double x, double y, double width, double height, const Color& fill) {
        color(fill);
        cairo_rectangle(context_, left(x, width), y, width, height);
        cairo_fill(context_);
    }

    void code(double x, double y, double side, const QrSymbol& symbol) {
        box(x, y, side, side, kPaper);
        const double module = side / (symbol.side() + 2 * kQrQuietModules);
        const double from = left(x, side) + kQrQuietModules * module;
        cairo_set_source_rgb(context_, 0, 0, 0);
        for (int row = 0; row < symbol.side(); ++row) {
            for (int column = 0; column < symbol.side(); ++column) {
                if (!symbol.dark(column, row)) continue;
                const int start = column;
                while (column < symbol.side() && symbol.dark(column, row)) ++column;
                cairo_rectangle(context_, from + start * module,
                                y + (row + kQrQuietModules) * module, (column - start) * module,
                                module);
            }
        }
        cairo_fill(context_);
    }

private:
    double left(double x, double width) const { return mirrored_ ? kWidth - x - width : x; }
    void color(const Color& c) { cairo_set_source_rgb(context_, c.red, c.green, c.blue); }

    cairo_t* context_;
    bool mirrored_;
    PangoLanguage* language_;  // Pango's own.
};

// A strip of stones, as in a mosaic; the same on every page.
void drawMosaic(Page& page, double y) {
    constexpr double kStone = kWidth / kStoneColumns;
    for (int row = 0; row < 2; ++row) {
        for (int column = 0; column < kStoneColumns; ++column) {
            const auto pick = static_cast<std::size_t>((column * 7 + row * 3 + column / 3) % 4);
            page.box(column * kStone + 1, y + row * kStone + 1, kStone - 2, kStone - 2,
                     kStones[pick]);
        }
    }
}

void drawBand(Page& page, const TicketPage& ticket) {
    page.box(0, 0, kWidth, kBandHeight, kBand);
    drawMosaic(page, 0);
    double y = page.text(kMargin, 52, ticket.event, {26, true, kPaper, kWidth - 2 * kMargin, 3});
    y = page.text(kMargin, y + 8, ticket.when, {13, true, kPaper});
    std::string where = ticket.venue;
    if (!ticket.city.empty()) where += (where.empty() ? "" : ", ") + ticket.city;
    page.text(kMargin, y + 4, where, {13, false, kPaper});
}

double drawFact(Page& page, double x, double y, std::string_view name, const std::string& value,
                const TextStyle& style) {
    if (value.empty()) return y;
    TextStyle small{9, false, kSoft, style.width, 1};
    const double below = page.text(x, y, name, small);
    return page.text(x, below + 1, value, style) + kGap;
}

double drawFacts(Page& page, const TicketPage& ticket, const TicketWords& words) {
    const double x = kMargin + kCodeSide + 34;
    const double width = kWidth - kMargin - x;
    double y = kCodeTop;
    const bool seated = !ticket.seat.empty();
    y = drawFact(page, x, y, seated ? words.section : words.area, ticket.section,
                 {17, true, kInk, width, 2});
    const double half = (width - kGap) / 2;
    if (seated) {
        const double row = drawFact(page, x, y, words.row, ticket.row, {26, true, kInk, half, 1});
        const double besides = ticket.row.empty() ? x : x + half + kGap;
        y = std::max(
            row, drawFact(page, besides, y, words.seat, ticket.seat, {26, true, kInk, half, 1}));
    } else {
        y = page.text(x, y, words.admission, {13, false, kInk, width, 2}) + kGap;
    }
    y = drawFact(page, x, y, words.entrance, ticket.entrance, {17, true, kInk, width, 2});
    y = drawFact(page, x, y, words.type, ticket.type, {12, false, kInk, width, 2});
    y = drawFact(page, x, y, words.price, ticket.price, {12, false, kInk, width, 1});
    return drawFact(page, x, y, words.holder, ticket.holder, {12, false, kInk, width, 2});
}

// `below`: where the facts beside the code end.
void drawFoot(Page& page, const TicketPage& ticket, const TicketWords& words, double below) {
    double y = kCodeTop + kCodeSide + 10;
    y = page.text(kMargin, y, words.showCode, {9, false, kSoft, kCodeSide, 4}) + kGap;
    const auto named = [](std::string_view name, const std::string& value) {
        return value.empty() ? std::string() : std::string(name) + " " + value;
    };
    y = page.text(kMargin, y, named(words.order, ticket.order), {9, false, kSoft, kCodeSide, 2});
    y = page.text(kMargin, y + 2, named(words.ticket, ticket.ticket),
                  {9, false, kSoft, kCodeSide, 2});
    const double top = std::max({kTermsTop, y + 2 * kGap, below + kGap});
    page.box(kMargin, top - kGap, kWidth - 2 * kMargin, 0.6, kSoft);
    drawMosaic(page, kHeight - 2 * kWidth / kStoneColumns);
    if (ticket.terms.empty()) return;
    y = page.text(kMargin, top, words.terms, {10, true, kInk});
    page.text(kMargin, y + 4, ticket.terms,
              {8.5, false, kSoft, kWidth - 2 * kMargin, 1, kHeight - 44 - y});
}

void describe(cairo_surface_t* surface, const TicketDocument& document) {
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, document.title.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Tessera");
    // cairo takes whole seconds.
    const std::string made = toRfc3339(document.made).substr(0, 19) + "Z";
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, made.c_str());
}

}  // namespace

Result<std::string> ticketsPdf(const TicketDocument& document, std::span<const TicketPage> pages) {
    if (pages.empty()) return failure("a document without tickets");
    if (pages.size() > kPdfPagesMax) return failure("more than 100 tickets in one document");
    std::string pdf;
    const Surface surface(cairo_pdf_surface_create_for_stream(appendTo, &pdf, kWidth, kHeight));
    describe(surface.get(), document);
    {
        const Context context(cairo_create(surface.get()));
        const TicketWords& words = ticketWords(document.language);
        const bool mirrored = isRightToLeft(document.language);
        for (const TicketPage& ticket : pages) {
            const auto symbol = QrSymbol::encode(ticket.code, QrCorrection::Medium);
            if (!symbol) return tl::make_unexpected(symbol.error());
            Page page(context.get(), mirrored, document.language);
            drawBand(page, ticket);
            page.code(kMargin, kCodeTop, kCodeSide, *symbol);
            drawFoot(page, ticket, words, drawFacts(page, ticket, words));
            cairo_show_page(context.get());
        }
        if (const auto status = cairo_status(context.get()); status != CAIRO_STATUS_SUCCESS) {
            return failure(std::string("draw tickets: ") + cairo_status_to_string(status));
        }
    }
    cairo_surface_finish(surface.get());
    if (const auto status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS) {
        return failure(std::string("write tickets: ") + cairo_status_to_string(status));
    }
    return pdf;
}

}  // namespace tessera::tickets
