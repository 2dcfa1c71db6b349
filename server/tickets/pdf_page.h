// SPDX-License-Identifier: Apache-2.0
// One sheet that is drawn on: text, boxes and QR symbols, each with its tag for who listens to it.
//
// Lengths are in points of 1/72 inch, from the edge where reading begins: on a mirrored sheet x
// counts from the right. Not thread-safe; the context must outlive the page.
#pragma once

#include <cairo.h>

#include <memory>
#include <string>
#include <string_view>

#include "server/tickets/qr_code.h"

typedef struct _PangoLanguage PangoLanguage;
typedef struct _PangoLayout PangoLayout;

namespace tessera::tickets {

// A4.
inline constexpr double kSheetWidth = 595.28;
inline constexpr double kSheetHeight = 841.89;

struct Color {
    double red, green, blue;
};
inline constexpr Color kInk{0.09, 0.11, 0.16};
inline constexpr Color kSoft{0.33, 0.37, 0.45};
inline constexpr Color kWhite{1, 1, 1};

struct TextStyle {
    double size = 10;
    bool bold = false;
    Color color = kInk;
    double width = kSheetWidth;
    int lines = 1;       // At most; the last one ends with an ellipsis. 0: as many as there are.
    bool atEnd = false;  // Against the edge where reading ends, as amounts in a column stand.
};

class PdfPage {
public:
    // `language`: BCP 47, of what is written.
    PdfPage(cairo_t* context, bool mirrored, const std::string& language);

    // What `draw` would draw, without drawing it: its result, which is where something ends.
    template <class Draw>
    double measured(Draw draw) {
        const bool before = measures_;
        measures_ = true;
        const double end = draw();
        measures_ = before;
        return end;
    }

    // The text's box begins at `x`, `y`; returns where it ends, downwards. Nothing for "".
    double text(double x, double y, std::string_view words, const TextStyle& style);

    // Whether `words` need no more than `style.lines`, in whole words.
    bool fits(std::string_view words, const TextStyle& style);

    // As much of `words` as fits `height`, which ends with "…" where something is left out.
    std::string shortened(std::string_view words, const TextStyle& style, double height);

    void box(double x, double y, double width, double height, const Color& fill);

    // A symbol of `side` without its quiet zone, which is left white around it.
    void code(double x, double y, double side, const QrSymbol& symbol);

    // Of the document's structure: "H1", "P", "Figure". REQUIRES: closed in reverse order.
    void open(const char* tag) {
        if (!measures_) cairo_tag_begin(context_, tag, nullptr);
    }
    void close(const char* tag) {
        if (!measures_) cairo_tag_end(context_, tag);
    }

private:
    struct LayoutFree {
        void operator()(PangoLayout* layout) const;
    };
    using Layout = std::unique_ptr<PangoLayout, LayoutFree>;

    Layout layoutOf(std::string_view words, const TextStyle& style);
    double left(double x, double width) const { return mirrored_ ? kSheetWidth - x - width : x; }
    void color(const Color& c) { cairo_set_source_rgb(context_, c.red, c.green, c.blue); }

    cairo_t* context_;
    bool mirrored_;
    bool measures_ = false;
    PangoLanguage* language_;  // Pango's own.
};

}  // namespace tessera::tickets
