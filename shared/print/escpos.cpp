// SPDX-License-Identifier: Apache-2.0
#include "shared/print/escpos.h"

#include <algorithm>
#include <array>
#include <optional>

#include "shared/base/check.h"
#include "shared/print/text_runs.h"

namespace tessera::print {
namespace {

constexpr char kEsc = '\x1B';
constexpr char kGs = '\x1D';
constexpr int kBandDots = 128;  // A picture goes in bands: the buffers of small printers are small.

std::string bytesOf(std::initializer_list<int> values) {
    std::string bytes;
    for (const int value : values) bytes += static_cast<char>(value);
    return bytes;
}

// Which side in the printer's terms: 0 left, 1 centred, 2 right.
int sideOf(Align align, bool rightToLeft) {
    if (align == Align::Centre) return 1;
    return (align == Align::End) != rightToLeft ? 2 : 0;
}

void paste(Bitmap& paper, const Bitmap& picture, int left) {
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (picture.black(x, y)) paper.set(left + x, y, true);
        }
    }
}

class EscposWriter {
public:
    EscposWriter(const Receipt& receipt, const EscposModel& model, TextRasteriser& rasteriser)
        : rightToLeft_(receipt.rightToLeft), model_(model), rasteriser_(rasteriser) {
        bytes_ += bytesOf({kEsc, '@'});
        bytes_ += bytesOf({kEsc, 't', static_cast<int>(page_)});
    }

    void write(const ReceiptText& item) {
        align(sideOf(item.align, rightToLeft_));
        const std::u32string letters = toCodePoints(item.text);
        const auto encoded = encode(letters, model_.pages, page_);
        if (!encoded) {
            const auto drawn =
                draw(item.text, kLineDots * (item.high ? 2 : 1), dotsOf(model_.columns), item.bold);
            if (drawn) raster(*drawn);
            return;
        }
        style(item.bold, item.wide, item.high);
        put(*encoded);
        bytes_ += '\n';
    }

    void write(const ReceiptPair& item) {
        const std::u32string label = toCodePoints(item.label);
        const std::u32string amount = toCodePoints(item.amount);
        const auto columns = static_cast<std::size_t>(model_.columns);
        TESSERA_CHECK(label.size() + amount.size() < columns);
        const std::u32string gap(columns - label.size() - amount.size(), U' ');
        const std::u32string line = rightToLeft_ ? amount + gap + label : label + gap + amount;
        const auto encoded = encode(line, model_.pages, page_);
        if (!encoded) {
            drawPair(item);
            return;
        }
        align(0);
        style(item.bold, false, false);
        put(*encoded);
        bytes_ += '\n';
    }

    void write(const ReceiptRule& /*item*/) {
        align(0);
        style(false, false, false);
        bytes_ += std::string(static_cast<std::size_t>(model_.columns), '-') + "\n";
    }

    // GS ( k, functions 165 (model 2), 167 (module), 169 (level), 180 (data), 181 (print).
    void write(const ReceiptQr& item) {
        static constexpr std::array kLevels = {48, 49, 50, 51};
        align(1);
        bytes_ += bytesOf({kGs, '(', 'k', 4, 0, 49, 65, 50, 0});
        bytes_ += bytesOf({kGs, '(', 'k', 3, 0, 49, 67, item.module});
        bytes_ +=
            bytesOf({kGs, '(', 'k', 3, 0, 49, 69, kLevels[static_cast<std::size_t>(item.level)]});
        const auto size = static_cast<int>(item.data.size()) + 3;
        bytes_ += bytesOf({kGs, '(', 'k', size & 0xFF, size >> 8, 49, 80, 48}) + item.data;
        bytes_ += bytesOf({kGs, '(', 'k', 3, 0, 49, 81, 48});
    }

    void write(const ReceiptImage& item) {
        align(sideOf(item.align, rightToLeft_));
        raster(item.bitmap);
    }

    void write(const ReceiptFeed& item) { bytes_ += bytesOf({kEsc, 'd', item.lines}); }

    // GS V, function B: feeds to where it cuts, and leaves one point uncut.
    void write(const ReceiptCut& /*item*/) { bytes_ += bytesOf({kGs, 'V', 66, 0}); }

    std::optional<std::string> failed() const { return failed_; }
    std::string take() { return std::move(bytes_); }

private:
    void align(int side) {
        if (side == side_) return;
        side_ = side;
        bytes_ += bytesOf({kEsc, 'a', side});
    }

    void style(bool bold, bool wide, bool high) {
        if (bold != bold_) bytes_ += bytesOf({kEsc, 'E', bold ? 1 : 0});
        const int size = (wide ? 0x10 : 0) | (high ? 0x01 : 0);
        if (size != size_) bytes_ += bytesOf({kGs, '!', size});
        bold_ = bold;
        size_ = size;
    }

    void put(const std::vector<EncodedByte>& encoded) {
        for (const EncodedByte& one : encoded) {
            if (one.page != page_) {
                page_ = one.page;
                bytes_ += bytesOf({kEsc, 't', static_cast<int>(page_)});
            }
            bytes_ += static_cast<char>(one.byte);
        }
    }

    std::optional<Bitmap> draw(const std::string& text, int height, int room, bool bold) {
        const bool rightToLeft = readsRightToLeft(toCodePoints(text));
        auto drawn = rasteriser_.raster({text, height, room, bold, rightToLeft});
        if (!drawn) {
            failed_ = drawn.error().message;
            return std::nullopt;
        }
        TESSERA_CHECK(drawn->height() == height && drawn->width() <= room);
        return std::move(*drawn);
    }

    // Both at their own side of one picture that is as wide as the paper.
    void drawPair(const ReceiptPair& item) {
        const int dots = dotsOf(model_.columns);
        Bitmap line(dots, kLineDots);
        const auto amount = draw(item.amount.empty() ? " " : item.amount, kLineDots,
                                 dots - 2 * kCellDots, item.bold);
        if (!amount) return;
        const int room = dots - amount->width() - kCellDots;
        if (!item.label.empty()) {
            const auto label = draw(item.label, kLineDots, room, item.bold);
            if (!label) return;
            paste(line, *label, rightToLeft_ ? dots - label->width() : 0);
        }
        paste(line, *amount, rightToLeft_ ? 0 : dots - amount->width());
        align(0);
        raster(line);
    }

    // GS v 0: xL xH bytes in a row, yL yH rows, then the rows.
    void raster(const Bitmap& picture) {
        const auto perRow = picture.bytesPerRow();
        for (int top = 0; top < picture.height(); top += kBandDots) {
            const int rows = std::min(kBandDots, picture.height() - top);
            bytes_ += bytesOf({kGs, 'v', '0', 0, static_cast<int>(perRow & 0xFFU),
                               static_cast<int>(perRow >> 8U), rows & 0xFF, rows >> 8});
            bytes_ += picture.rows().substr(static_cast<std::size_t>(top) * perRow,
                                            static_cast<std::size_t>(rows) * perRow);
        }
    }

    bool rightToLeft_;
    const EscposModel& model_;
    TextRasteriser& rasteriser_;
    std::string bytes_;
    CodePage page_ = CodePage::Pc437;
    int side_ = 0;
    int size_ = 0;
    bool bold_ = false;
    std::optional<std::string> failed_;
};

}  // namespace

// ESC p m t1 t2: 50 ms on, 500 ms off, in units of 2 ms.
std::string drawerPulse(int drawer) {
    TESSERA_CHECK(drawer == 1 || drawer == 2);
    return bytesOf({kEsc, 'p', drawer - 1, 25, 250});
}

tl::expected<std::string, ReceiptProblem> compileEscpos(const Receipt& receipt,
                                                        const EscposModel& model,
                                                        TextRasteriser& rasteriser) {
    const auto items = layOut(receipt, model.columns);
    if (!items) return tl::make_unexpected(items.error());
    EscposWriter writer(receipt, model, rasteriser);
    for (const ReceiptItem& item : *items) {
        std::visit([&](const auto& one) { writer.write(one); }, item);
        if (const auto failed = writer.failed()) {
            return tl::make_unexpected(ReceiptProblem{ReceiptRefusal::NotDrawn, "/items",
                                                      "a line was not drawn: " + *failed});
        }
    }
    return writer.take();
}

}  // namespace tessera::print
