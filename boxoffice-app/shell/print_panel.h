// SPDX-License-Identifier: Apache-2.0
// What the printers have and had to do: what waits, what is on paper, and what a person must say.
//
// The GUI's thread alone. Borrows room and papers, which outlive it.
#pragma once

#include <QtWidgets/QWidget>

#include "shared/qt/payment/papers.h"
#include "shared/qt/payment/print_room.h"
#include "shared/qt/print/print_queue_model.h"

class QLabel;
class QLineEdit;
class QTableView;

namespace tessera::boxoffice {

class PrintPanel : public QWidget {
    Q_OBJECT

public:
    PrintPanel(payment::PrintRoom& room, payment::Papers& papers, QWidget* parent = nullptr);
    ~PrintPanel() override;

    void retranslate();
    // The table has the keys then.
    void begin();
    // Of the chosen job, else of the one that asks first.
    void printAgain();
    void markPrinted(const QString& who);
    // What waits is not printed: the chosen document, else what could not be made.
    void cancel(const QString& who);
    // A printer whose queue has stopped is begun anew.
    void tryNow();
    bool asks() const;
    bool canCancel() const;
    // Until something else is said of the printing.
    void tell(const QString& text, sale::Tone tone);

Q_SIGNALS:
    void said(const QString& text, tessera::sale::Tone tone);
    void changed();

private:
    void follow();
    void refresh();
    qint64 chosen() const;  // 0: none.
    void decided(const Result<qt::DecisionOutcome>& outcome);
    static QString wordsOf(print::PrinterCondition condition);

    payment::PrintRoom& room_;
    payment::Papers& papers_;
    std::unique_ptr<qt::PrintQueueModel> model_;
    QLabel* heading_ = nullptr;
    QLabel* state_ = nullptr;
    QLabel* told_ = nullptr;
    QTableView* table_ = nullptr;
    QLabel* reasonLabel_ = nullptr;
    QLineEdit* reason_ = nullptr;
};

}  // namespace tessera::boxoffice
