// SPDX-License-Identifier: Apache-2.0
// What is wrong with the printing, on every screen, and the way to where it is seen to.
//
// A live region: what it says is announced to assistive technology as it comes. Hidden while all is
// well. The GUI's thread alone; follows the printers by itself. Borrows the workplace, whose
// printers and papers it makes where nobody has yet.
#pragma once

#include <QtWidgets/QWidget>

#include "boxoffice-app/shell/workplace.h"
#include "shared/qt/payment/print_watch.h"

class QLabel;
class QPushButton;

namespace tessera::boxoffice {

class PrintLine : public QWidget {
    Q_OBJECT

public:
    explicit PrintLine(Workplace& workplace, QWidget* parent = nullptr);

    // Leads there: to be bound to an action. Hidden where it never is.
    QPushButton* button();
    // What a person must decide, as a message: to whoever has just signed in.
    void remind();
    QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    Workplace& workplace_;
    payment::PrintWatch watch_;
    QLabel* label_ = nullptr;
    QPushButton* button_ = nullptr;
};

}  // namespace tessera::boxoffice
