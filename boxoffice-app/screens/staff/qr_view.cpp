// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/staff/qr_view.h"

#include <QtGui/QPainter>

#include "shared/print/bar_symbols.h"

namespace tessera::boxoffice {

QrView::QrView(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void QrView::show(const std::string& text, int dot) {
    symbol_ = print::qrSymbol(text, print::QrLevel::Medium).value_or(print::Bitmap());
    dot_ = dot;
    setFixedSize(sizeHint());
    update();
}

void QrView::clear() {
    symbol_ = {};
    update();
}

int QrView::modules() const {
    return symbol_.width() == 0 ? 0 : symbol_.width() + 2 * print::kQrQuietModules;
}

QSize QrView::sizeHint() const {
    return {modules() * dot_, modules() * dot_};
}

void QrView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white);
    for (int y = 0; y < symbol_.height(); ++y) {
        for (int x = 0; x < symbol_.width(); ++x) {
            if (!symbol_.black(x, y)) continue;
            const int left = (x + print::kQrQuietModules) * dot_;
            const int top = (y + print::kQrQuietModules) * dot_;
            painter.fillRect(left, top, dot_, dot_, Qt::black);
        }
    }
}

}  // namespace tessera::boxoffice
