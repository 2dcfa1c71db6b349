// SPDX-License-Identifier: Apache-2.0
// What the house keeps of a customer, in fields: somebody new, or somebody as they were read.
//
// The GUI's thread alone. What was typed stays until begin() shows somebody else. Personal data: in
// no log.
#pragma once

#include <QtWidgets/QWidget>

#include "shared/qt/sale/customer_search.h"
#include "shared/qt/theme/theme.h"

class QAbstractButton;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tessera::boxoffice {

class CustomerForm : public QWidget {
    Q_OBJECT

public:
    explicit CustomerForm(QWidget* parent = nullptr);

    // Without an id: somebody new.
    void begin(const v1::Customer& before) { begin(before, before); }
    // `typed`: what was typed of them earlier.
    void begin(const v1::Customer& before, const v1::Customer& typed);
    const v1::Customer& before() const { return before_; }
    bool isOfSomebodyNew() const { return before_.customer().empty(); }
    // As it stands in the fields.
    v1::Customer wanted() const;
    // Whether anything is to be saved.
    bool isTouched() const;
    // As name or as e-mail of somebody new, where nothing stands there.
    void suggest(const QString& typed);
    // Somebody else has changed them: what was typed here stays, the rest becomes as it is now.
    void become(const v1::Customer& now);
    // Else it is shown whether they may buy on account, and not changed.
    void setMayTrust(bool may);
    // What is under way is shown, and nothing else can be typed.
    void setBusy(bool busy);
    // Beneath the fields; empty: nothing.
    void say(const QString& text, qt::TextRole role = qt::TextRole::Danger);
    // To the field that is wrong; None: where typing begins.
    void home(sale::CustomerSearch::Field wrong = sale::CustomerSearch::Field::None);
    // Its text and what it does are another's.
    QAbstractButton* saveButton() const;
    void retranslate();

Q_SIGNALS:
    // Enter in the last field that is to be filled.
    void saveAsked();

private:
    enum Line { Name, Email, Phone, Organisation, Note };
    static constexpr int kLines = Note + 1;

    void buildLines();
    void buildRest();
    void enterIn(Line line);
    void showLanguage(const std::string& tag);
    void showTrust();
    void goTo(QWidget* field);

    v1::Customer before_;
    bool mayTrust_ = false;
    QLabel* heading_ = nullptr;
    QLabel* labels_[kLines] = {};
    QLineEdit* lines_[kLines] = {};
    QLabel* languageLabel_ = nullptr;
    QComboBox* language_ = nullptr;
    QCheckBox* trusted_ = nullptr;
    QLabel* trustLine_ = nullptr;
    QLabel* message_ = nullptr;
    QPushButton* save_ = nullptr;
};

}  // namespace tessera::boxoffice
