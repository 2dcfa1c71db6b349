// SPDX-License-Identifier: Apache-2.0
// Notes and coins by number: Enter goes to the next one, and from the last to the button. What is
// no number is said, stays in its cell while one is in it, and nothing goes on before it is one.
//
// The GUI's thread alone. Owns what is typed, which stays until clear().
#pragma once

#include <QtWidgets/QTableView>
#include <QtWidgets/QWidget>

#include "shared/qt/till/count_model.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace tessera::boxoffice {

class CountView : public QTableView {
    Q_OBJECT

public:
    explicit CountView(QWidget* parent = nullptr);

Q_SIGNALS:
    void lastIsDone();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) override;
    void currentChanged(const QModelIndex& now, const QModelIndex& before) override;

private:
    void next();
    bool isRefused() const;

    bool leaves_ = false;  // One goes to another cell by an arrow.
};

class CountPanel : public QWidget {
    Q_OBJECT

public:
    enum class Purpose { Float, Count };
    // `name`: of its controls, for tests.
    CountPanel(Purpose purpose, const QString& name, QWidget* parent = nullptr);
    ~CountPanel() override;

    till::CountModel& model() { return model_; }
    void setLocale(const QLocale& locale);
    void retranslate();
    // Those of the field, too.
    void setCurrencies(const std::vector<std::string>& currencies);
    void clear();
    // To the first that is counted.
    void begin();
    QPushButton* goButton() const { return go_; }
    QString goText() const;
    // What is being typed is in the model. False: a number or the currencies are none, which was
    // said, and the focus is there.
    bool finishTyping();

Q_SIGNALS:
    void said(const QString& text, bool danger);
    // All is counted: the button has the focus, and is to be in sight.
    void ready(QWidget* button);

private:
    // False: what is typed is none, which was said.
    bool takeCurrencies();
    void refresh();

    const Purpose purpose_;
    till::CountModel model_;
    QLabel* heading_ = nullptr;
    QLabel* hint_ = nullptr;
    QLabel* currenciesLabel_ = nullptr;
    QLineEdit* currencies_ = nullptr;
    CountView* table_ = nullptr;
    QLabel* sumLabel_ = nullptr;
    QLabel* sum_ = nullptr;
    QPushButton* go_ = nullptr;
};

}  // namespace tessera::boxoffice
