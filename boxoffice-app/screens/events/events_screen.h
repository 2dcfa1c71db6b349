// SPDX-License-Identifier: Apache-2.0
// Setting up: venues, plans, price bands, events with their prices and rules, series, and events
// that are cancelled or moved.
//
// The GUI's thread alone. Owns its presenters and its map. On the left what there is, on the right
// one page; Escape goes back a page, and what is typed stays wherever one goes.
#pragma once

#include "boxoffice-app/shell/screen.h"
#include "shared/qt/setup/code_book.h"
#include "shared/qt/setup/errands.h"
#include "shared/qt/setup/event_editor.h"
#include "shared/qt/setup/event_end.h"
#include "shared/qt/setup/event_list.h"
#include "shared/qt/setup/paint_board.h"
#include "shared/qt/setup/series.h"
#include "shared/qt/setup/venue_book.h"

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace tessera::boxoffice {

class CopyPage;
class EditPage;
class EndPage;
class PaintPage;
class VenuePage;

class EventsScreen : public Screen {
    Q_OBJECT

public:
    explicit EventsScreen(Workplace& workplace);
    ~EventsScreen() override;

    QString title() const override { return tr("&Events"); }
    QString permission() const override { return QStringLiteral("edit_events"); }
    void enter() override;
    bool leave() override;
    void homeFocus() override;
    void retranslate() override;

    setup::EventEditor& editor() { return editor_; }
    setup::EventEnd& end() { return end_; }
    setup::PaintBoard& board() { return board_; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buildLeft();
    void buildPages();
    void addActions();
    void addPageActions();
    void addPartActions();
    void add(const char* name, std::function<QString()> text, const QKeySequence& key,
             std::function<void()> run, const char* permission = "");
    void follow();
    void followPages();
    void look();
    void ownLanguage();
    void show(QWidget* page);
    void refresh();
    void say(const QString& text, bool wrong);
    QString saveText() const;
    void save();
    void back();
    void openRow(int row);
    void newEvent();
    void openBands();
    void openSeries();
    void openEnd();

    setup::Errands errands_;
    setup::EventList list_;
    setup::EventEditor editor_;
    setup::VenueBook book_;
    qt::SeatMapModel map_;
    setup::PaintBoard board_;
    setup::Series series_;
    setup::EventEnd end_;
    setup::CodeBook codes_;

    QSplitter* split_ = nullptr;
    QLabel* heading_ = nullptr;
    QLabel* hint_ = nullptr;
    QLineEdit* find_ = nullptr;
    QListView* events_ = nullptr;
    QPushButton* new_ = nullptr;
    QPushButton* venues_ = nullptr;
    QStackedWidget* pages_ = nullptr;
    EditPage* editPage_ = nullptr;
    VenuePage* venuePage_ = nullptr;
    PaintPage* paintPage_ = nullptr;
    CopyPage* copyPage_ = nullptr;
    EndPage* endPage_ = nullptr;
};

}  // namespace tessera::boxoffice
