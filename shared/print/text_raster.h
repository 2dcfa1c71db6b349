// SPDX-License-Identifier: Apache-2.0
// What draws text that a printer's own fonts cannot show.
//
// Implemented by the caller (shared/qt/print with QPainter, a test with blocks). A compiler calls
// it on the thread that compiles and keeps nothing of it.
#pragma once

#include <string>

#include "shared/base/result.h"
#include "shared/print/bitmap.h"

namespace tessera::print {

struct TextRasterRequest {
    std::string text;  // Clean UTF-8 in logical order; shaping and direction are the rasteriser's.
    int heightDots = 0;
    int widthDotsMax = 0;
    bool bold = false;
    bool rightToLeft = false;
};

class TextRasteriser {
public:
    virtual ~TextRasteriser() = default;
    // A bitmap of exactly heightDots rows and 1 to widthDotsMax columns; text that is too long for
    // its width is drawn narrower, never cut. An error only where nothing can be drawn at all.
    virtual Result<Bitmap> raster(const TextRasterRequest& request) = 0;
};

}  // namespace tessera::print
