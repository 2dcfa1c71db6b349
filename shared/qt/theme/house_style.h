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
class HouseStyle : public QProxyStyle {
    Q_OBJECT

public:
    HouseStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returned) const override;
};

}  // namespace tessera::qt
