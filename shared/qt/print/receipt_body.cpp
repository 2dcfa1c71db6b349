// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/print/receipt_body.h"

#include "shared/base/check.h"
#include "shared/print/escpos.h"
#include "shared/qt/print/page_painter.h"
#include "shared/qt/print/text_painter.h"

namespace tessera::qt {

Result<QByteArray> receiptBytes(const print::Receipt& receipt, PrinterLanguage language) {
    TESSERA_CHECK(language != PrinterLanguage::Fgl);
    if (language == PrinterLanguage::Pdf) {
        const auto page = print::receiptPage(receipt, print::ReceiptColumns::C42);
        if (!page) return failure(page.error().path + ": " + page.error().message);
        return pdfOf({*page}, QStringLiteral("Tessera"));
    }
    TextPainter painter;
    const auto bytes = print::compileEscpos(receipt, {}, painter);
    if (!bytes) return failure(bytes.error().path + ": " + bytes.error().message);
    return QByteArray::fromStdString(*bytes);
}

}  // namespace tessera::qt
