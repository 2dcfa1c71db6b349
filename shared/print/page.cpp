// SPDX-License-Identifier: Apache-2.0
#include "shared/print/page.h"

#include <algorithm>

#include "shared/base/check.h"
#include "shared/print/bar_symbols.h"
#include "shared/print/text_runs.h"

namespace tessera::print {
namespace {

constexpr double kPointsPerInch = 72;
constexpr int kReceiptDpi = 203;
constexpr int kUnitDots = 8;  // Of a bar code's length in FGL.

class TicketDrawer {
public:
    explicit TicketDrawer(const TicketTemplate& ticket)
        : ticket_(ticket), scale_(kPointsPerInch / ticket.stock.dpi) {
        page_.width = points(ticket.stock.width);
        page_.height = points(ticket.stock.height);
    }

    void add(const TextField& f) {
        const FontBox* font = fontOf(f.font);
        TESSERA_CHECK(font != nullptr);
        PageText text;
        text.x = points(f.column);
        text.y = points(f.row);
        text.height = points(font->height * f.heightTimes);
        text.widthMax = points(roomOf(f, ticket_.stock));
        text.stretch = static_cast<double>(f.widthTimes) / f.heightTimes;
        text.text = f.text;
        text.rotation = f.rotation;
        text.rightToLeft = readsRightToLeft(toCodePoints(f.text));
        page_.primitives.emplace_back(std::move(text));
    }

    void add(const QrField& f) {
        const auto symbol = qrSymbol(f.data, f.level);
        TESSERA_CHECK(symbol.has_value());  // kQrDataBytesMax fits in every level.
        image(*symbol, f.row, f.column, symbol->width() * f.module, symbol->height() * f.module);
    }

    void add(const BarField& f) {
        const auto symbol = code128Symbol(f.data);
        TESSERA_CHECK(symbol.has_value());
        const int length = symbol->width() * f.module;
        const int bars = f.units * kUnitDots;
        const int column = f.ladder ? f.column - bars + 1 : f.column;
        if (f.ladder) {
            image(symbol->rotated(Rotation::Right), f.row, column, bars, length);
        } else {
            image(*symbol, f.row, column, length, bars);
        }
        if (!f.legend) return;
        PageText text;
        text.x = points(f.ladder ? column : f.column);
        text.y = points(f.ladder ? f.row : f.row + bars);
        text.height = points(20);
        text.widthMax = points(length);
        text.text = f.data;
        text.rotation = f.ladder ? Rotation::Right : Rotation::None;
        text.align = Align::Centre;
        page_.primitives.emplace_back(std::move(text));
    }

    void add(const LineField& f) {
        if (f.vertical) {
            rect(f.row, f.column, f.length, f.thickness);
        } else {
            rect(f.row, f.column, f.thickness, f.length);
        }
    }

    void add(const BoxField& f) {
        const int side = std::min({f.thickness, f.height, f.width});
        rect(f.row, f.column, side, f.width);
        rect(f.row + f.height - side, f.column, side, f.width);
        rect(f.row, f.column, f.height, side);
        rect(f.row, f.column + f.width - side, f.height, side);
    }

    void add(const ImageField& f) {
        const auto at = ticket_.images.find(f.image);
        TESSERA_CHECK(at != ticket_.images.end());
        image(at->second, f.row, f.column, at->second.width(), at->second.height());
    }

    Page take() { return std::move(page_); }

private:
    double points(int dots) const { return dots * scale_; }
    void rect(int row, int column, int height, int width) {
        page_.primitives.emplace_back(
            PageRect{points(column), points(row), points(width), points(height)});
    }
    void image(const Bitmap& bitmap, int row, int column, int width, int height) {
        page_.primitives.emplace_back(
            PageImage{points(column), points(row), points(width), points(height), bitmap});
    }

    const TicketTemplate& ticket_;
    double scale_;
    Page page_;
};

class ReceiptDrawer {
public:
    ReceiptDrawer(bool rightToLeft, ReceiptColumns columns) : rightToLeft_(rightToLeft) {
        page_.width = points(dotsOf(columns));
    }

    void add(const ReceiptText& item) {
        const int lines = item.high ? 2 : 1;
        const double stretch = (item.wide ? 2.0 : 1.0) / lines;
        text(item.text, item.align, item.bold, lines, stretch);
        y_ += points(kLineDots * lines);
    }
    void add(const ReceiptPair& item) {
        text(item.label, Align::Start, item.bold, 1, 1);
        text(item.amount, Align::End, item.bold, 1, 1);
        y_ += points(kLineDots);
    }
    void add(const ReceiptRule& /*item*/) {
        page_.primitives.emplace_back(
            PageRect{0, y_ + points(kLineDots / 2), page_.width, points(2)});
        y_ += points(kLineDots);
    }
    void add(const ReceiptQr& item) {
        const auto symbol = qrSymbol(item.data, item.level);
        TESSERA_CHECK(symbol.has_value());
        const double quiet = points(kQrQuietModules * item.module);
        y_ += quiet;
        image(*symbol, Align::Centre, symbol->width() * item.module,
              symbol->height() * item.module);
        y_ += quiet;
    }
    void add(const ReceiptImage& item) {
        image(item.bitmap, item.align, item.bitmap.width(), item.bitmap.height());
    }
    void add(const ReceiptFeed& item) { y_ += points(kLineDots * item.lines); }
    void add(const ReceiptCut& /*item*/) {}

    Page take() {
        page_.height = std::max(y_, points(kLineDots));
        return std::move(page_);
    }

private:
    static double points(int dots) { return dots * kPointsPerInch / kReceiptDpi; }
    // The side in the painter's terms, which knows left as Start.
    Align sideOf(Align align) const {
        if (align == Align::Centre || !rightToLeft_) return align;
        return align == Align::Start ? Align::End : Align::Start;
    }
    void text(const std::string& letters, Align align, bool bold, int lines, double stretch) {
        if (letters.empty()) return;
        PageText text;
        text.y = y_;
        text.height = points(kLineDots * lines);
        text.widthMax = page_.width;
        text.stretch = stretch;
        text.text = letters;
        text.bold = bold;
        text.rightToLeft = readsRightToLeft(toCodePoints(letters));
        text.align = sideOf(align);
        page_.primitives.emplace_back(std::move(text));
    }
    void image(const Bitmap& bitmap, Align align, int widthDots, int heightDots) {
        const double width = points(widthDots);
        const Align side = sideOf(align);
        const double free = page_.width - width;
        const double x = side == Align::Start ? 0 : side == Align::End ? free : free / 2;
        page_.primitives.emplace_back(PageImage{x, y_, width, points(heightDots), bitmap});
        y_ += points(heightDots);
    }

    bool rightToLeft_;
    double y_ = 0;
    Page page_;
};

}  // namespace

tl::expected<Page, TicketProblem> ticketPage(const TicketTemplate& ticket,
                                             const FieldValues& values) {
    const auto fields = fillTicket(ticket, values);
    if (!fields) return tl::make_unexpected(fields.error());
    TicketDrawer drawer(ticket);
    for (const Field& field : *fields) std::visit([&](const auto& f) { drawer.add(f); }, field);
    return drawer.take();
}

tl::expected<Page, ReceiptProblem> receiptPage(const Receipt& receipt, ReceiptColumns columns) {
    const auto items = layOut(receipt, columns);
    if (!items) return tl::make_unexpected(items.error());
    ReceiptDrawer drawer(receipt.rightToLeft, columns);
    for (const ReceiptItem& item : *items) {
        std::visit([&](const auto& one) { drawer.add(one); }, item);
    }
    return drawer.take();
}

}  // namespace tessera::print
