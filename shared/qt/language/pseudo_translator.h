// SPDX-License-Identifier: Apache-2.0
// Texts as a language would have them that nobody speaks: ⟦Ŝéļļ ·····⟧, two fifths longer.
//
// What is shown without brackets did not go through tr(), what is cut off has no room for
// translations. Deterministic; any thread, as translators are.
#pragma once

#include <QtCore/QTranslator>

namespace tessera::qt {

inline constexpr char16_t kPseudoOpen = u'\u27e6';
inline constexpr char16_t kPseudoClose = u'\u27e7';

// Places for arguments (%1, %L1, %n), tags and mnemonics (&) stay as they are.
QString pseudoText(const QString& text);

class PseudoTranslator : public QTranslator {
public:
    QString translate(const char* context, const char* sourceText, const char* disambiguation,
                      int n) const override;
    bool isEmpty() const override { return false; }
};

}  // namespace tessera::qt
