// SPDX-License-Identifier: Apache-2.0
#include "server/tickets/wallet_art.h"

#include <array>
#include <memory>

#include "server/tickets/drawing.h"
#include "shared/base/check.h"

namespace tessera::tickets {
namespace {

// Three by three stones; the middle one is the odd one.
constexpr std::array<std::array<double, 3>, 9> kPalette{{{0.91, 0.63, 0.24},
                                                         {0.27, 0.57, 0.58},
                                                         {0.80, 0.32, 0.29},
                                                         {0.27, 0.57, 0.58},
                                                         {0.94, 0.88, 0.74},
                                                         {0.91, 0.63, 0.24},
                                                         {0.80, 0.32, 0.29},
                                                         {0.91, 0.63, 0.24},
                                                         {0.27, 0.57, 0.58}}};

}  // namespace

Result<std::string> mosaicPng(int side) {
    TESSERA_CHECK(side >= 8 && side <= 1024);
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, side, side));
    {
        const Context context(cairo_create(surface.get()));
        const double stone = side / 3.0;
        const double gap = stone * 0.08;
        for (std::size_t i = 0; i < kPalette.size(); ++i) {
            const auto& color = kPalette[i];
            cairo_set_source_rgb(context.get(), color[0], color[1], color[2]);
            cairo_rectangle(context.get(), static_cast<double>(i % 3) * stone + gap,
                            static_cast<double>(i / 3) * stone + gap, stone - 2 * gap,
                            stone - 2 * gap);
            cairo_fill(context.get());
        }
    }
    cairo_surface_flush(surface.get());
    std::string png;
    const auto status = cairo_surface_write_to_png_stream(surface.get(), appendTo, &png);
    if (status != CAIRO_STATUS_SUCCESS) {
        return failure(std::string("draw a pass: ") + cairo_status_to_string(status));
    }
    return png;
}

}  // namespace tessera::tickets
