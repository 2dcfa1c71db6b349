// SPDX-License-Identifier: Apache-2.0
// Draws a page of shared/print: as a preview, as PDF, and on any printer of the system.
//
// Needs a QGuiApplication. Deterministic for the same fonts. Owns nothing.
#pragma once

#include <QByteArray>
#include <QImage>
#include <QPainter>
#include <vector>

#include "shared/base/result.h"
#include "shared/print/page.h"

class QPrinter;

namespace tessera::qt {

inline constexpr std::size_t kPagesMax = 500;

// Black on whatever is there; one point of the page is `scale` units of the painter.
void drawPage(QPainter& painter, const print::Page& page, double scale);

// White paper with the page on it, `dpi` dots an inch. REQUIRES: 20 <= dpi <= 1200.
QImage previewOf(const print::Page& page, int dpi);

// One document, each page of its own size. Refuses none, and more than kPagesMax.
Result<QByteArray> pdfOf(const std::vector<print::Page>& pages, const QString& title);

// Sends the pages to a printer of the system, from the top left of its paper. That they are printed
// is for the system to say. Refuses none, and more than kPagesMax.
Status printPages(QPrinter& printer, const std::vector<print::Page>& pages);

}  // namespace tessera::qt
