// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/shell/screen.h"

#include <QtCore/QEvent>
#include <QtCore/QTimer>
#include <QtWidgets/QScrollArea>

namespace tessera::boxoffice {

Screen::Screen(QString id, Workplace& workplace, Access access, QWidget* parent)
    : QWidget(parent), id_(std::move(id)), workplace_(workplace), access_(access) {
    setObjectName(id_);
}

QAction* Screen::addAction(ActionMade made) {
    return workplace_.actions().add({.id = id_ + u'.' + made.name,
                                     .text = std::move(made.text),
                                     .key = made.key,
                                     .screen = id_,
                                     .permission = made.permission,
                                     .run = std::move(made.run)});
}

void Screen::setAvailable(const QString& name, bool available) {
    workplace_.actions().setAvailable(id_ + u'.' + name, available);
}

void Screen::bind(QAbstractButton* button, const QString& name) {
    workplace_.actions().bind(button, id_ + u'.' + name);
}

void Screen::bringIntoSight(QWidget* part) {
    QTimer::singleShot(0, part, [this, part] {
        for (QWidget* each = parentWidget(); each != nullptr; each = each->parentWidget()) {
            if (auto* const area = qobject_cast<QScrollArea*>(each)) {
                return area->ensureWidgetVisible(part);
            }
        }
    });
}

void Screen::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace tessera::boxoffice
