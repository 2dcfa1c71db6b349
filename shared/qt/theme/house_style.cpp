// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/theme/house_style.h"

#include <QtWidgets/QApplication>

namespace tessera::qt {

int HouseStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                          QStyleHintReturn* returned) const {
    if (hint == SH_UnderlineShortcut && QApplication::isRightToLeft()) return 0;
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

}  // namespace tessera::qt
