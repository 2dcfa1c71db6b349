// SPDX-License-Identifier: Apache-2.0
// Other places for given tickets: their map, a quick line, what they cost more or less.
//
// The GUI's thread alone. Borrows the exchange, which outlives it. Enter goes on: it holds what is
// wanted, and once that is held it goes to the button that exchanges.
#pragma once

#include <QtCore/QLocale>
#include <QtWidgets/QWidget>

#include "shared/qt/orders/exchange.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace tessera::qt {
class SeatMapView;
class Theme;
}  // namespace tessera::qt

namespace tessera::boxoffice {

class SeatTablePage;

class ExchangePage : public QWidget {
    Q_OBJECT

public:
    explicit ExchangePage(orders::Exchange& exchange, QWidget* parent = nullptr);
    ~ExchangePage() override;

    QPushButton* confirmButton() const { return confirm_; }
    QPushButton* leaveButton() const { return leave_; }
    void setLocale(const QLocale& locale);
    void setLook(const qt::Theme& theme, int mapLeast);
    void begin();
    // The map's seats as a table in its place, until one leaves it or goes on.
    void seatTable();
    void say(const QString& text, sale::Tone tone);
    void refresh();
    void retranslate();

Q_SIGNALS:
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    QWidget* buildPlaces();
    void follow();
    void goOn();
    void goOnFromPlaces();
    void takePlaces();
    void describeSeat(int seat);
    QString placesOfGiven() const;
    QString differenceText() const;
    QString feedText() const;
    void showTime();

    orders::Exchange& exchange_;
    QLocale locale_;
    QLabel* heading_ = nullptr;
    QLabel* given_ = nullptr;
    QLabel* feed_ = nullptr;
    QStackedWidget* places_ = nullptr;
    qt::SeatMapView* view_ = nullptr;
    SeatTablePage* seatTable_ = nullptr;
    QLabel* quickLabel_ = nullptr;
    QLineEdit* quick_ = nullptr;
    QLabel* message_ = nullptr;
    QLabel* taken_ = nullptr;
    QLabel* time_ = nullptr;
    QLabel* difference_ = nullptr;
    QPushButton* leave_ = nullptr;
    QPushButton* confirm_ = nullptr;
};

}  // namespace tessera::boxoffice
