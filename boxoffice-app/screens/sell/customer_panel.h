// SPDX-License-Identifier: Apache-2.0
// Who buys: somebody known, found as one types, somebody new, or somebody known who is changed.
//
// The GUI's thread alone. Borrows its parts, which outlive it. What was typed of somebody new, and
// of one who is changed, stays while one looks elsewhere: until it was saved, the sale is over, or
// another person has signed in; beneath the list it is said of whom. What is being saved stays in
// sight until it is known what became of it. Personal data is in no log.
#pragma once

#include <string>
#include <vector>

#include "boxoffice-app/shell/find_panel.h"
#include "shared/qt/desk/desk.h"
#include "shared/qt/sale/customer_writer.h"
#include "shared/qt/sale/seller.h"

class QAbstractButton;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace tessera::sale {
class CustomerSearch;
}

namespace tessera::boxoffice {

class CustomerForm;

class CustomerPanel : public QWidget {
    Q_OBJECT

public:
    // So many known customers can be changed and not saved, beside the one in the form.
    static constexpr int kChangedMost = 5;

    struct Parts {
        qt::Desk& desk;
        sale::CustomerSearch& search;
        sale::CustomerWriter& writer;
    };
    explicit CustomerPanel(Parts parts, QWidget* parent = nullptr);

    // Looking for somebody; what is being saved is shown first.
    void begin();
    // Somebody new, by what was looked for in vain. Where too many are changed and not saved, that
    // is said, and nothing else done; so of change().
    void openNew();
    // The one that the list stands at, else the cart's. REQUIRES: canChange().
    void change();
    bool canChange() const;
    // REQUIRES: canSave().
    void save();
    bool canSave() const;
    // The sale is over: nobody who was found, typed or is being saved is of the next one. What is
    // in sight stays: somebody is typing it.
    void saleOver();
    void retranslate();

    QAbstractButton* newButton() const;
    QAbstractButton* changeButton() const;
    QAbstractButton* saveButton() const;

Q_SIGNALS:
    // The form is to be in sight: it has the focus next.
    void opened();
    // The cart's customer is another now.
    void chosen();
    void left();
    // canChange() or canSave() may be another now.
    void stateChanged();
    // While the form is not in sight.
    void said(const QString& text, tessera::sale::Tone tone);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void follow();
    void showForm();
    void showList();
    bool formIsShown() const;
    const v1::Customer& current() const;
    void tell(const QString& text, sale::Tone tone);
    void savingChanged();
    struct Changed {
        v1::Customer before{};
        v1::Customer wanted{};
    };
    bool hasRoomAside();
    void setAside();
    Changed takeBack(const v1::Customer& they);
    bool isAside(const v1::Customer& they) const;
    void showUnsaved();
    void forgetTyped();
    void sessionChanged();
    void saved(const v1::Customer& now);

    const Parts parts_;
    QStackedWidget* pages_ = nullptr;
    QWidget* listPage_ = nullptr;
    QWidget* formPage_ = nullptr;
    FindPanel* find_ = nullptr;
    CustomerForm* form_ = nullptr;
    QPushButton* new_ = nullptr;
    QPushButton* change_ = nullptr;
    QLabel* unsaved_ = nullptr;
    v1::Customer draft_;            // Of somebody new, while the form has somebody else.
    std::vector<Changed> changed_;  // The same of those who are known, each once.
    std::string staff_;             // Who was signed in last.
    bool isForSale_ = false;        // Who is being saved is to be the cart's.
};

}  // namespace tessera::boxoffice
