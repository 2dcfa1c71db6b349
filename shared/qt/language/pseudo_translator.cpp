// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/language/pseudo_translator.h"

namespace tessera::qt {
namespace {

QChar accented(QChar letter) {
    static const QString kPlain = QStringLiteral("aceilnosuyzACEILNOSUYZ");
    static const QString kAccented = QStringLiteral("àçéîļñöšûýžÀÇÉÎĻÑÖŠÛÝŽ");
    const qsizetype at = kPlain.indexOf(letter);
    return at < 0 ? letter : kAccented[at];
}

// The end of a tag or of a place for an argument that begins at `at`; `at` where none does.
qsizetype endOfMark(const QString& text, qsizetype at) {
    if (text[at] == u'<') {
        const qsizetype close = text.indexOf(u'>', at);
        return close < 0 ? at : close + 1;
    }
    if (text[at] != u'%') return at;
    qsizetype end = at + 1;
    while (end < text.size() && (text[end] == u'L' || text[end] == u'n' || text[end].isDigit())) {
        ++end;
    }
    return end;
}

}  // namespace

QString pseudoText(const QString& text) {
    if (text.isEmpty()) return {};
    QString out(QChar{kPseudoOpen});
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = endOfMark(text, at);
        if (end > at) {
            out += text.mid(at, end - at);
            at = end;
        } else {
            out += accented(text[at++]);
        }
    }
    out += QString(text.size() * 2 / 5, QChar{u'\u00b7'});
    return out + QChar{kPseudoClose};
}

QString PseudoTranslator::translate(const char* /*context*/, const char* sourceText,
                                    const char* /*disambiguation*/, int /*n*/) const {
    return pseudoText(QString::fromUtf8(sourceText));
}

}  // namespace tessera::qt
