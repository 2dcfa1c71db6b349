// SPDX-License-Identifier: Apache-2.0
// All that the printers have and had to do, from everywhere: looked into by its key, and left by
// the same one or Escape to where one was.
//
// The GUI's thread alone. Printers, queue and papers are the window's; it decides nothing by
// itself.
#pragma once

#include "boxoffice-app/shell/screen.h"
#include "shared/qt/payment/papers.h"
#include "shared/qt/payment/print_room.h"

class QPushButton;

namespace tessera::boxoffice {

class PrintPanel;

class PrintingScreen : public Screen {
    Q_OBJECT

public:
    explicit PrintingScreen(Workplace& workplace);

    QString title() const override { return tr("Printing"); }
    QKeySequence ownKey() const override { return {Qt::CTRL | Qt::SHIFT | Qt::Key_P}; }
    void enter() override;
    void homeFocus() override;
    void retranslate() override;

private:
    static constexpr int kButtons = 6;

    void build();
    void addActions();
    void follow();
    void refreshActions();

    payment::PrintRoom& room_;
    payment::Papers& papers_;
    PrintPanel* print_ = nullptr;
    QPushButton* buttons_[kButtons] = {};
};

}  // namespace tessera::boxoffice
