// SPDX-License-Identifier: Apache-2.0
// What the printers have and had to do: what waits, what is on paper, and what a person must say.
//
// The GUI's thread alone. Borrows room and papers, which outlive it.
#pragma once

#include <QtWidgets/QWidget>
#include <memory>
#include <vector>

#include "boxoffice-app/shell/screen.h"
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
    // How much of a document is shown: beside other work, or all.
    enum class Extent { Aside, Whole };
    PrintPanel(payment::PrintRoom& room, payment::Papers& papers, Extent extent,
               QWidget* parent = nullptr);
    ~PrintPanel() override;

    void retranslate();
    // What can be done here, for the screen that it is on: names print_again, on_paper,
    // not_printed, try_printer. `desk` says who does it.
    std::vector<Screen::ActionMade> actions(const qt::Desk& desk);
    // Which of them make sense now, by name.
    bool can(const QString& action) const;
    // The table has the keys then, at what asks first. False: there is no document.
    bool begin();
    // The chosen one is whichever asks first, else the last. One that was chosen stays while it
    // asks, while a reason is typed, or nothing asks.
    void choose();
    // Until something else is said of the printing.
    void tell(const QString& text, sale::Tone tone);

Q_SIGNALS:
    void said(const QString& text, tessera::sale::Tone tone);
    void changed();

private:
    void build();
    void follow();
    void refresh();
    QString printersText(qt::TextRole& role) const;
    void showChosen();
    // Of the chosen job, else of the one that asks first.
    void printAgain();
    // A reprint of it that is under way is taken back.
    void markPrinted(const QString& who);
    // What waits is not printed: the chosen document, and where none is chosen, or nothing can
    // become of it any more, what could not be made; where none is chosen, else what waits longest.
    void cancel(const QString& who);
    // A printer whose queue has stopped is begun anew.
    void tryNow();
    bool asks() const;
    bool canCancel() const;
    const qt::PrintJob* selected() const;  // Null: none.
    const qt::PrintJob* chosen() const;    // The selected one, else what asks first.
    bool decided(const Result<qt::DecisionOutcome>& outcome);  // Whether it is done; else said.

    payment::PrintRoom& room_;
    payment::Papers& papers_;
    const Extent extent_;
    std::unique_ptr<qt::PrintQueueModel> model_;
    QLabel* heading_ = nullptr;
    QLabel* state_ = nullptr;
    QLabel* told_ = nullptr;
    QTableView* table_ = nullptr;
    QLabel* chosen_ = nullptr;  // Of the Whole: what there is to know of it.
    QLabel* reasonLabel_ = nullptr;
    QLineEdit* reason_ = nullptr;
};

}  // namespace tessera::boxoffice
