// SPDX-License-Identifier: Apache-2.0
// A rasteriser that draws each character as a block and remembers what it was asked for.
//
// Deterministic. Not thread-safe.
#pragma once

#include <algorithm>
#include <vector>

#include "shared/print/text_raster.h"
#include "shared/print/text_runs.h"

namespace tessera::print {

class BlockRasteriser final : public TextRasteriser {
public:
    Result<Bitmap> raster(const TextRasterRequest& request) override {
        asked.push_back(request);
        if (fails) return failure("no font");
        const int letters = static_cast<int>(toCodePoints(request.text).size());
        Bitmap bitmap(std::clamp(letters * 10, 1, request.widthDotsMax), request.heightDots);
        for (int x = 0; x < bitmap.width(); ++x) bitmap.set(x, 0, true);
        bitmap.set(0, request.heightDots - 1, true);
        return bitmap;
    }

    std::vector<TextRasterRequest> asked;
    bool fails = false;
};

}  // namespace tessera::print
