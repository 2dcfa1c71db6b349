// SPDX-License-Identifier: Apache-2.0
// Where keys of a scanner go, and what opens by them.
#include <QtGui/QKeyEvent>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

#include "boxoffice-app/screens/orders/order_page.h"
#include "boxoffice-app/screens/orders/orders_screen.h"
#include "boxoffice-app/shell/ask_line.h"
#include "boxoffice-app/shell/find_panel.h"

namespace tessera::boxoffice {

void OrdersScreen::openFound(int row, const QString& scanned) {
    if (row >= search_.rowCount()) return;
    if (exchange_.isOpen() && !exchange_.leave()) return;
    const v1::OrderSummary& order = search_.at(row);
    ask_->end();
    message_->hide();
    order_.open(order.event(), order.order(), scanned);
    page_->begin({});
}

// The field gets back what stood in it before the scanner typed.
bool OrdersScreen::scan(const QString& code) {
    if (field_ != nullptr && !find_->isField(field_)) {
        field_->setText(fieldText_);
        field_->setCursorPosition(fieldCursor_);
    }
    field_ = nullptr;
    if (exchange_.isOpen() || ask_->isOpen()) {
        say(tr("Scanned, and not opened: finish first what is being done with this order, or leave "
               "it by Esc."),
            sale::Tone::Warning);
        return true;
    }
    scanned_ = code;
    searchLongAgo(false);  // Of whoever was searched for before; a code is found wherever it is.
    showFinder(find_);
    find_->type(code);
    return true;
}

void OrdersScreen::rememberField(QWidget* to) {
    field_ = qobject_cast<QLineEdit*>(to);
    if (field_ == nullptr) return;
    fieldText_ = field_->text();
    fieldCursor_ = field_->cursorPosition();
}

// Whether the key goes no further.
bool OrdersScreen::key(QWidget* to, const QKeyEvent& event) {
    const qint64 now = clock_.elapsed();
    if (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) {
        const auto code = reader_.enter(now);
        return code && scan(*code);
    }
    const QString text = event.text();
    const bool plain =
        (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) == 0;
    if (text.size() != 1 || !text[0].isLetterOrNumber() || !plain) {
        // A shift key alone is a part of typing capitals.
        if (!text.isEmpty() || !plain) reader_.reset();
        return false;
    }
    const int before = reader_.length();
    reader_.key(text[0], now);
    if (before == 0 || reader_.length() == 1) rememberField(to);
    // Letters mean nothing to tables and buttons but a jump to another row.
    return qobject_cast<QAbstractItemView*>(to) != nullptr ||
           qobject_cast<QAbstractButton*>(to) != nullptr;
}

bool OrdersScreen::eventFilter(QObject* watched, QEvent* event) {
    QWidget* const focus = QApplication::focusWidget();
    const bool here =
        event->type() == QEvent::KeyPress && watched == focus && isVisible() && isAncestorOf(focus);
    if (here && key(focus, *static_cast<QKeyEvent*>(event))) return true;
    return Screen::eventFilter(watched, event);
}

}  // namespace tessera::boxoffice
