// SPDX-License-Identifier: Apache-2.0
// Text as dots by QPainter: any script that the machine has fonts for, shaped and in its direction.
//
// Needs a QGuiApplication. Thread-safe: each call paints on a picture of its own.
#pragma once

#include <QString>

#include "shared/print/text_raster.h"

namespace tessera::qt {

class TextPainter final : public print::TextRasteriser {
public:
    explicit TextPainter(QString family = "Sans Serif") : family_(std::move(family)) {}
    // An error for a request beyond print::kBitmapSideMax.
    Result<print::Bitmap> raster(const print::TextRasterRequest& request) override;

private:
    QString family_;
};

}  // namespace tessera::qt
