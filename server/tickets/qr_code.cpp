// SPDX-License-Identifier: Apache-2.0
#include "server/tickets/qr_code.h"

#include <qrencode.h>

#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <memory>

#include "server/tickets/drawing.h"

namespace tessera::tickets {
namespace {

constexpr double kMillimetresMin = 5;
constexpr double kMillimetresMax = 1000;
constexpr int kPixelsMax = 40;

struct QrFree {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

QRecLevel levelOf(QrCorrection correction) {
    switch (correction) {
        case QrCorrection::Low:
            return QR_ECLEVEL_L;
        case QrCorrection::Medium:
            return QR_ECLEVEL_M;
        case QrCorrection::Quartile:
            return QR_ECLEVEL_Q;
        case QrCorrection::High:
            return QR_ECLEVEL_H;
    }
    return QR_ECLEVEL_H;
}

// Calls `visit(x, y, length)` for every run of dark modules in a row.
template <class Visit>
void forEachRun(const QrSymbol& symbol, Visit visit) {
    for (int y = 0; y < symbol.side(); ++y) {
        for (int x = 0; x < symbol.side(); ++x) {
            if (!symbol.dark(x, y)) continue;
            const int start = x;
            while (x < symbol.side() && symbol.dark(x, y)) ++x;
            visit(start, y, x - start);
        }
    }
}

// Up to three decimals with a point, whatever the process's locale is.
std::string decimal(double value) {
    const long long thousandths = std::llround(value * 1000);
    std::string text = std::to_string(thousandths / 1000);
    const long long rest = thousandths % 1000;
    if (rest == 0) return text;
    std::string digits = std::to_string(1000 + rest).substr(1);
    digits.erase(digits.find_last_not_of('0') + 1);
    return text + "." + digits;
}

tl::unexpected<Error> cairoFailure(cairo_status_t status) {
    return failure(std::string("draw QR symbol: ") + cairo_status_to_string(status));
}

}  // namespace

Result<QrSymbol> QrSymbol::encode(std::string_view text, QrCorrection correction) {
    if (text.empty()) return failure("QR symbol of an empty text");
    if (text.size() > kQrTextBytesMax) {
        return failure("QR symbol of " + std::to_string(text.size()) + " bytes, " +
                       std::to_string(kQrTextBytesMax) + " at most");
    }
    if (text.find('\0') != std::string_view::npos) return failure("QR symbol of a text with NUL");
    const std::string terminated(text);
    const std::unique_ptr<QRcode, QrFree> code(
        QRcode_encodeString(terminated.c_str(), 0, levelOf(correction), QR_MODE_8, 1));
    if (!code) return failure(std::string("encode QR symbol: ") + std::strerror(errno));
    QrSymbol symbol;
    symbol.side_ = code->width;
    const auto side = static_cast<std::size_t>(code->width);
    symbol.dark_.resize(side * side);
    for (std::size_t i = 0; i < side * side; ++i) symbol.dark_[i] = (code->data[i] & 1U) != 0;
    return symbol;
}

Result<std::string> toSvg(const QrSymbol& symbol, double millimetres) {
    if (!(millimetres >= kMillimetresMin && millimetres <= kMillimetresMax)) {
        return failure("QR symbol as SVG: the size is outside 5 to 1000 mm");
    }
    const std::string size = decimal(millimetres);
    const std::string all = std::to_string(symbol.side() + 2 * kQrQuietModules);
    std::string svg = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    svg += "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + size + "mm\" height=\"" + size +
           "mm\" viewBox=\"0 0 " + all + " " + all + "\" shape-rendering=\"crispEdges\">\n";
    svg += "<rect width=\"" + all + "\" height=\"" + all + "\" fill=\"#fff\"/>\n";
    svg += "<path fill=\"#000\" d=\"";
    forEachRun(symbol, [&](int x, int y, int length) {
        const std::string wide = std::to_string(length);
        svg += "M" + std::to_string(x + kQrQuietModules) + " " +
               std::to_string(y + kQrQuietModules) + "h" + wide + "v1h-" + wide + "z";
    });
    svg += "\"/>\n</svg>\n";
    return svg;
}

Result<std::string> toPng(const QrSymbol& symbol, int pixels) {
    if (pixels < 1 || pixels > kPixelsMax) {
        return failure("QR symbol as PNG: a module is 1 to 40 pixels");
    }
    // Cairo writes an alpha surface as a grey PNG in which opaque is white.
    const int side = (symbol.side() + 2 * kQrQuietModules) * pixels;
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_A8, side, side));
    {
        const Context context(cairo_create(surface.get()));
        cairo_set_antialias(context.get(), CAIRO_ANTIALIAS_NONE);
        cairo_set_operator(context.get(), CAIRO_OPERATOR_SOURCE);
        cairo_set_source_rgba(context.get(), 1, 1, 1, 1);
        cairo_paint(context.get());
        cairo_set_source_rgba(context.get(), 0, 0, 0, 0);
        forEachRun(symbol, [&](int x, int y, int length) {
            cairo_rectangle(context.get(), (x + kQrQuietModules) * pixels,
                            (y + kQrQuietModules) * pixels, length * pixels, pixels);
        });
        cairo_fill(context.get());
        if (const auto status = cairo_status(context.get()); status != CAIRO_STATUS_SUCCESS) {
            return cairoFailure(status);
        }
    }
    cairo_surface_flush(surface.get());
    std::string png;
    const auto status = cairo_surface_write_to_png_stream(surface.get(), appendTo, &png);
    if (status != CAIRO_STATUS_SUCCESS) return cairoFailure(status);
    return png;
}

}  // namespace tessera::tickets
