// SPDX-License-Identifier: Apache-2.0
// How far each price band is sold: painted bars, and the same numbers as a table beneath.
//
// The GUI's thread alone. Borrows the models, which outlive it.
#pragma once

#include <QtWidgets/QWidget>

#include "shared/qt/inventory/sales_model.h"
#include "shared/qt/theme/theme.h"

class QLabel;
class QTableView;

namespace tessera::qt {
class ShareBars;
}

namespace tessera::boxoffice {

class SellThroughPage : public QWidget {
    Q_OBJECT

public:
    SellThroughPage(inventory::SalesModel& bands, inventory::SalesModel& asides,
                    QWidget* parent = nullptr);

    void setLook(qt::ThemeKind kind);
    void begin();
    // Which is sold, in the heading.
    void setEvent(const QString& title);
    void retranslate();
    // How old it is, and what is wrong.
    void say(const QString& text, bool wrong);

Q_SIGNALS:
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void refresh();
    QTableView* addTable(QAbstractItemModel& model);

    inventory::SalesModel& bands_;
    inventory::SalesModel& asides_;
    QString event_;
    QLabel* heading_ = nullptr;
    qt::ShareBars* bars_ = nullptr;
    QTableView* bandTable_ = nullptr;
    QLabel* asideHeading_ = nullptr;
    QTableView* asideTable_ = nullptr;
    QLabel* line_ = nullptr;
};

}  // namespace tessera::boxoffice
