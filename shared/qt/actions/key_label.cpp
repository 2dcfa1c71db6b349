// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/actions/key_label.h"

#include <QtCore/QEvent>
#include <QtWidgets/QPushButton>

namespace tessera::qt {

KeyLabel::KeyLabel(QPushButton* button) : QLabel(button), button_(button) {
    setTextFormat(Qt::PlainText);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    button_->installEventFilter(this);
    hide();
}

void KeyLabel::setKey(const QString& key) {
    setText(key);
    place();
}

// The button's own words say nothing when they change: whoever sets them sets the key, too.
bool KeyLabel::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::Resize:
        case QEvent::FontChange:
        case QEvent::StyleChange:
        case QEvent::LayoutDirectionChange:
        case QEvent::Show:
            place();
            break;
        default:
            break;
    }
    return QLabel::eventFilter(watched, event);
}

void KeyLabel::place() {
    ensurePolished();
    const QSize needed = sizeHint();
    const QFontMetrics metrics = button_->fontMetrics();
    const int words = metrics.size(Qt::TextShowMnemonic, button_->text()).width();
    const int gap = 2 * metrics.averageCharWidth();
    const int free = (button_->width() - words) / 2;
    const bool fits = !text().isEmpty() && button_->icon().isNull() &&
                      needed.width() + 2 * gap <= free && needed.height() <= button_->height();
    setVisible(fits);
    if (!fits) return;
    const bool leftToRight = button_->layoutDirection() == Qt::LeftToRight;
    const int left = leftToRight ? button_->width() - gap - needed.width() : gap;
    setGeometry({QPoint(left, (button_->height() - needed.height()) / 2), needed});
}

}  // namespace tessera::qt
