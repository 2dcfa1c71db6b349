// SPDX-License-Identifier: Apache-2.0
// The legend of keys (F1): every action, searched as one types; Enter does the chosen one.
//
// So that every action can be reached by the keyboard though it has no key. The GUI's thread alone.
#pragma once

#include <QtWidgets/QDialog>
#include <functional>

#include "shared/qt/actions/action_collection.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace tessera::boxoffice {

class LegendDialog : public QDialog {
    Q_OBJECT

public:
    // `screenTitle` names a screen by its id, for the headings.
    LegendDialog(qt::ActionCollection& actions, std::function<QString(const QString&)> screenTitle,
                 QWidget* parent);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void fill();
    void run();
    QTreeWidgetItem* headingFor(const qt::ActionRow& row);

    qt::ActionCollection& actions_;
    const std::function<QString(const QString&)> screenTitle_;
    QLabel* label_ = nullptr;
    QLineEdit* sought_ = nullptr;
    QTreeWidget* rows_ = nullptr;
    QPushButton* close_ = nullptr;
};

}  // namespace tessera::boxoffice
