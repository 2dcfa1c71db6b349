// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/shell/byte_limit.h"

#include <QtCore/QTextBoundaryFinder>
#include <QtWidgets/QLineEdit>

namespace tessera::boxoffice {

void limitBytes(QLineEdit* line, int bytesMost) {
    line->setMaxLength(bytesMost);  // Each takes one at least.
    QObject::connect(line, &QLineEdit::textChanged, line, [line, bytesMost](const QString& text) {
        // What has come ends where the cursor stands.
        QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, text);
        const int end = line->cursorPosition();
        qsizetype start = end;
        while (start > 0 && (text.left(start) + text.mid(end)).toUtf8().size() > bytesMost) {
            letters.setPosition(start);
            start = letters.toPreviousBoundary();
        }
        if (start == end) return;
        line->setSelection(static_cast<int>(start), end - static_cast<int>(start));
        line->del();
    });
}

}  // namespace tessera::boxoffice
