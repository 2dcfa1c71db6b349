// SPDX-License-Identifier: Apache-2.0
// A plan on the map with its price bands: painted, or looked at before it is imported.
//
// The GUI's thread alone. Borrows board and map, which outlive it. Seats are selected as on every
// map; Enter gives them the band that is chosen in the table.
#pragma once

#include <QtWidgets/QWidget>

#include "shared/qt/setup/paint_board.h"

class QLabel;
class QListWidget;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace tessera::qt {
class SeatMapView;
class Theme;
}  // namespace tessera::qt

namespace tessera::boxoffice {

class FieldBox;
class SeatTablePage;
class TableBox;

class PaintPage : public QWidget {
    Q_OBJECT

public:
    PaintPage(setup::PaintBoard& board, qt::SeatMapModel& map, const qt::Theme& theme,
              QWidget* parent);
    ~PaintPage() override;

    void retranslate();
    void look();
    void homeFocus();
    // The plan of that text, not imported yet.
    void preview(const QByteArray& json);
    const QByteArray& json() const { return json_; }
    bool isPreview() const { return !board_.isOpen() && !json_.isEmpty(); }
    void openLayout(const std::string& layout);
    QString typedName() const;
    void paint();
    void selectSection();
    // The seats as a table in the map's place, until one goes back to the map.
    void seatTable();
    // False: it is not shown.
    bool leaveTable();
    void addBand();
    void removeBand();
    void bandTable();
    void finishTyping();
    void say(const QString& text, bool wrong);
    QPushButton* button(int number) const { return buttons_[number]; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buildPlaces();
    QWidget* buildSide();
    void lookAt(int seat);
    void refresh();
    int band() const;

    setup::PaintBoard& board_;
    qt::SeatMapModel& map_;
    const qt::Theme& theme_;
    QByteArray json_;
    QSplitter* split_ = nullptr;
    QStackedWidget* places_ = nullptr;
    qt::SeatMapView* view_ = nullptr;
    SeatTablePage* seatTable_ = nullptr;
    QLabel* title_ = nullptr;
    QLabel* hint_ = nullptr;
    QLabel* seatLine_ = nullptr;
    QLabel* message_ = nullptr;
    QLabel* areasHeading_ = nullptr;
    TableBox* bands_ = nullptr;
    QListWidget* areas_ = nullptr;
    FieldBox* name_ = nullptr;
    QPushButton* buttons_[7] = {};
};

}  // namespace tessera::boxoffice
