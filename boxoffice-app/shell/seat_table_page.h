// SPDX-License-Identifier: Apache-2.0
// The seats of the map as a table, for who reads or hears rather than sees: a section at a time.
//
// The GUI's thread alone. Borrows the map's model, which outlives it; selects in it as the map
// does.
#pragma once

#include <QtWidgets/QWidget>

#include "shared/qt/seat_map/seat_table_model.h"

class QComboBox;
class QLabel;
class QTableView;

namespace tessera::boxoffice {

class SeatTablePage : public QWidget {
    Q_OBJECT

public:
    explicit SeatTablePage(qt::SeatMapModel& map, QWidget* parent = nullptr);

    // Prices as they are shown, by category.
    void setPrices(const QList<QString>& prices);
    // What its keys do here, beneath the table.
    void setHint(const QString& text);
    // What is known of the seat that one looks at, between them.
    void setSeatLine(const QString& text);
    void begin();
    // The seat that one is at, or -1.
    int place() const;
    void retranslate();

Q_SIGNALS:
    void lookedAt(int seat);
    void goOn();
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void layoutReset();

    qt::SeatMapModel& map_;
    qt::SeatTableModel seats_;
    QLabel* heading_ = nullptr;
    QLabel* sectionLabel_ = nullptr;
    QComboBox* section_ = nullptr;
    QTableView* table_ = nullptr;
    QLabel* seatLine_ = nullptr;
    QLabel* hint_ = nullptr;
};

}  // namespace tessera::boxoffice
