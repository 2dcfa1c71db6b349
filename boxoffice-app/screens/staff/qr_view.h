// SPDX-License-Identifier: Apache-2.0
// A QR code, black on white in every theme, with its quiet zone of four modules.
//
// The GUI's thread alone. What it holds may be a secret: it is in memory until clear().
#pragma once

#include <QtWidgets/QWidget>
#include <string>

#include "shared/print/bitmap.h"

namespace tessera::boxoffice {

class QrView : public QWidget {
    Q_OBJECT

public:
    explicit QrView(QWidget* parent = nullptr);

    // `dot`: pixels of a module. What is too much for one code leaves it empty.
    void show(const std::string& text, int dot);
    using QWidget::show;
    void clear();
    // Of the whole picture, its quiet zone included; 0: there is none.
    int modules() const;

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    print::Bitmap symbol_;
    int dot_ = 1;
};

}  // namespace tessera::boxoffice
