// SPDX-License-Identifier: Apache-2.0
// What hangs at this till: the ticket printer, the receipt printer with its drawer, the terminal.
// Either printer may be one of the system instead, which gets PDF.
//
// The GUI's thread alone. Kept by the till's settings. Nothing typed is used before it is saved.
#pragma once

#include "boxoffice-app/shell/screen.h"
#include "shared/qt/payment/print_room.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tessera::boxoffice {

class PrintersScreen : public Screen {
    Q_OBJECT

public:
    explicit PrintersScreen(Workplace& workplace);

    QString title() const override { return tr("Printers and &terminal"); }
    bool isInMenu() const override { return false; }
    bool isAside() const override { return true; }
    void enter() override;
    void homeFocus() override;
    void retranslate() override;

private:
    static constexpr int kPrinters = 2;  // For tickets, for receipts.
    struct Row {
        QLabel* heading = nullptr;
        QLabel* wayLabel = nullptr;
        QComboBox* way = nullptr;  // Its data: a printer of the system; empty: by address.
        QLabel* label = nullptr;
        QLineEdit* address = nullptr;
        QCheckBox* answers = nullptr;
        QPushButton* test = nullptr;
    };

    void build();
    void buildRow(QWidget* form, int number);
    void fillWays();
    void follow(int row);
    void save();
    void test(int row);
    // Of what is typed; an empty address: there is none.
    payment::HousePrinter printerOf(int row) const;
    void say(const QString& text, MessageKind kind);

    payment::PrintRoom& room_;
    Row rows_[kPrinters];
    QCheckBox* drawer_ = nullptr;
    QLabel* terminalHeading_ = nullptr;
    QLabel* readerLabel_ = nullptr;
    QLineEdit* reader_ = nullptr;
    QLabel* message_ = nullptr;
    QPushButton* paper_ = nullptr;
    QPushButton* save_ = nullptr;
    QPushButton* back_ = nullptr;
};

}  // namespace tessera::boxoffice
