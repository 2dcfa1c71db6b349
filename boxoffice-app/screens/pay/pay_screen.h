// SPDX-License-Identifier: Apache-2.0
// Taking the money for what is in the cart, by keys: digits are the cash given, Enter takes it.
//
// The GUI's thread alone. Owns payer, journal and what opens the till's shift; cart, papers
// and printers are the window's. What was sold stays in sight with its change until Enter goes to
// the next sale. Cash that was refused for want of a shift is taken once it is open.
#pragma once

#include <functional>

#include "boxoffice-app/shell/screen.h"
#include "shared/qt/payment/billed_search.h"
#include "shared/qt/payment/papers.h"
#include "shared/qt/payment/payer.h"
#include "shared/qt/payment/print_room.h"
#include "shared/qt/payment/tender_model.h"
#include "shared/qt/sale/hold_clock.h"
#include "shared/qt/till/shift_opener.h"

class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace tessera::boxoffice {

class PrintPanel;

class PayScreen : public Screen {
    Q_OBJECT

public:
    explicit PayScreen(Workplace& workplace);
    ~PayScreen() override;

    QString title() const override { return tr("&Pay"); }
    bool isInMenu() const override { return false; }
    QString permission() const override { return QStringLiteral("sell"); }
    void enter() override;
    void homeFocus() override;
    void retranslate() override;

    payment::Payer& payer() { return payer_; }
    payment::Papers& papers() { return papers_; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    static constexpr int kQuick = 4;
    enum class Asked { Nothing, GiftCard, Invoice, Shift };
    // Cash that was refused, as it stands in its field: for a shift, then until it can be taken.
    enum class CashWaits { No, ForShift, ForOrder };

    void build();
    QWidget* buildMoney(QWidget* parent);
    void buildFigures(QWidget* parent);
    void buildWays(QWidget* parent);
    QWidget* buildAside(QWidget* parent);
    void addActions();
    void addPrintActions();
    void follow();
    void refresh();
    void refreshFigures();
    void refreshActions();
    QString stageText(qt::TextRole& role) const;
    QString saleText() const;
    // How long the places are held, or the order may be paid; empty: nothing runs.
    QString timeText() const;
    void say(const QString& text, sale::Tone tone);
    // Of the printing: beside its documents, not over what is said of the payment.
    void sayOfPrint(const QString& text, sale::Tone tone);
    void usePrinter();
    void openDrawer();

    void takeCash();
    void quick(int number);
    void card();
    void ask(Asked what);
    void askTexts();
    void takeAsked();
    void giftCardRefused(const QString& code, std::int64_t part);
    void setAmount(std::int64_t minor);
    void followAccount();
    void onAccount();
    void billed();
    void askApproval(const QString& who, std::function<void(const std::string& token)> given);
    void findOut();
    void leaveForSale();
    void followShift();
    void askShift();
    void needShift(std::int64_t given);
    void openShift();
    void shiftOpened(bool now);
    void followCash();
    // What was typed as a part of what is left; 0: nothing typed. Absent: it is no amount, said.
    std::optional<std::int64_t> amountPart();
    std::vector<std::int64_t> quickAmounts() const;
    std::string currency() const;
    // Of the sale, else of the event that is sold here; empty: of neither.
    std::string shiftCurrency() const;

    payment::PaymentJournal journal_;
    payment::Payer payer_;
    payment::Papers& papers_;
    till::ShiftOpener shift_;
    payment::PrintRoom& room_;
    payment::TenderModel tenders_;
    sale::HoldClock clock_;
    payment::BilledSearch billed_;
    Asked asked_ = Asked::Nothing;
    CashWaits cash_ = CashWaits::No;

    QWidget* page_ = nullptr;
    QLabel* stage_ = nullptr;
    QLabel* time_ = nullptr;
    QLabel* names_[4] = {};  // Total, paid, left, change.
    QLabel* figures_[4] = {};
    QLabel* amountLabel_ = nullptr;
    QLineEdit* amount_ = nullptr;
    QLabel* message_ = nullptr;
    QPushButton* take_ = nullptr;
    QPushButton* quick_[kQuick] = {};
    QPushButton* ways_[3] = {};  // Card, gift card, invoice.
    QWidget* askPart_ = nullptr;
    QLabel* askLabel_ = nullptr;
    QLineEdit* askField_ = nullptr;
    QLabel* dueLabel_ = nullptr;
    QDateEdit* due_ = nullptr;
    QPushButton* askTake_ = nullptr;
    QLabel* saleLabel_ = nullptr;
    QTableView* table_ = nullptr;
    QPushButton* giveUp_ = nullptr;
    QPushButton* back_ = nullptr;
    QPushButton* next_ = nullptr;
    PrintPanel* print_ = nullptr;
    QPushButton* printButtons_[3] = {};
};

}  // namespace tessera::boxoffice
