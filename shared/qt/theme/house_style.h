// SPDX-License-Identifier: Apache-2.0
// Qt's own Fusion, but for what it gets wrong.
//
// The GUI's thread. Owned by the application that it is given to.
#pragma once

#include <QtWidgets/QProxyStyle>

namespace tessera::qt {

// Qt 6.4 draws a word with an underlined letter in pieces, in which Arabic letters lose the forms
// that join them: the word is another and has less room than it needs. So no letter is underlined
// where one reads from right to left; Alt and the letter do what they do all the same.
//
// The box of a check box is as small in Fusion whatever the size of text, and its outline is hardly
// seen: here it grows with the letters beside it, in the colours of a field.
class HouseStyle : public QProxyStyle {
    Q_OBJECT

public:
    HouseStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returned) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option,
                    const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
};

}  // namespace tessera::qt
