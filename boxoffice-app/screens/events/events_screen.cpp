// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/events/events_screen.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

#include "boxoffice-app/screens/events/copy_page.h"
#include "boxoffice-app/screens/events/edit_page.h"
#include "boxoffice-app/screens/events/end_page.h"
#include "boxoffice-app/screens/events/paint_page.h"
#include "boxoffice-app/screens/events/venue_page.h"
#include "shared/qt/seat_map/seat_map_view.h"

namespace tessera::boxoffice {
namespace {

constexpr int kTypedMost = 50;
constexpr int kBetweenRows = 3;
constexpr int kListShare = 380;
constexpr int kPageShare = 1'200;
const QString kSplit = QStringLiteral("events.split");

}  // namespace

EventsScreen::EventsScreen(Workplace& workplace)
    : Screen(QStringLiteral("events"), workplace),
      errands_(workplace.desk(), workplace.store().folder()),
      list_(workplace.desk()),
      editor_(workplace.desk(), errands_, workplace.store().folder()),
      book_(workplace.desk(), errands_),
      board_({workplace.desk(), errands_, map_, workplace.store().folder()}),
      series_(errands_, workplace.store().folder()),
      end_(workplace.desk(), errands_, workplace.store().folder()),
      codes_(workplace.desk(), errands_) {
    split_ = new QSplitter(this);
    split_->setChildrenCollapsible(false);
    split_->addWidget(buildLeft());
    buildPages();
    split_->addWidget(pages_);
    split_->setStretchFactor(1, 1);
    split_->restoreState(workplace.store().bytes(kSplit));
    (new QVBoxLayout(this))->addWidget(split_);
    addActions();
    addPageActions();
    addPartActions();
    workplace.actions().addKeysOf(id(), &qt::SeatMapView::keys);
    follow();
    followPages();
    ownLanguage();
    look();
    if (workplace.store().bytes(kSplit).isEmpty()) split_->setSizes({kListShare, kPageShare});
    refresh();
}

// Views go before what they show.
EventsScreen::~EventsScreen() {
    delete split_;
}

QWidget* EventsScreen::buildLeft() {
    auto* const left = new QWidget(this);
    auto* const column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    heading_ = new QLabel(left);
    qt::setTextRole(heading_, qt::TextRole::Title);
    find_ = new QLineEdit(left);
    find_->setMaxLength(kTypedMost);
    find_->setObjectName(QStringLiteral("find_event"));
    find_->installEventFilter(this);
    events_ = new QListView(left);
    events_->setModel(&list_);
    events_->setObjectName(QStringLiteral("event_list"));
    events_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    events_->setWordWrap(true);
    events_->setSpacing(kBetweenRows);
    events_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    events_->setResizeMode(QListView::Adjust);
    events_->installEventFilter(this);
    hint_ = new QLabel(left);
    hint_->setWordWrap(true);
    qt::setTextRole(hint_, qt::TextRole::Weak);
    new_ = new QPushButton(left);
    venues_ = new QPushButton(left);
    column->addWidget(heading_);
    column->addWidget(find_);
    column->addWidget(events_, 1);
    column->addWidget(hint_);
    column->addWidget(new_);
    column->addWidget(venues_);
    return left;
}

void EventsScreen::buildPages() {
    pages_ = new QStackedWidget(this);
    editPage_ = new EditPage(editor_, codes_, workplace().theme(), pages_);
    venuePage_ = new VenuePage(book_, workplace().theme(), pages_);
    paintPage_ = new PaintPage(board_, map_, workplace().theme(), pages_);
    copyPage_ = new CopyPage(series_, workplace().theme(), pages_);
    endPage_ = new EndPage(end_, workplace().theme(), pages_);
    for (QWidget* const each : {static_cast<QWidget*>(editPage_), static_cast<QWidget*>(venuePage_),
                                static_cast<QWidget*>(paintPage_), static_cast<QWidget*>(copyPage_),
                                static_cast<QWidget*>(endPage_)}) {
        pages_->addWidget(each);
    }
}

void EventsScreen::follow() {
    connect(&workplace().languages(), &qt::Languages::changed, this, &EventsScreen::ownLanguage);
    connect(&workplace().theme(), &qt::Theme::changed, this, &EventsScreen::look);
    connect(split_, &QSplitter::splitterMoved, this,
            [this] { workplace().store().set(kSplit, split_->saveState()); });
    connect(find_, &QLineEdit::textEdited, &list_, &setup::EventList::search);
    connect(events_, &QListView::clicked, this,
            [this](const QModelIndex& index) { openRow(index.row()); });
    connect(&list_, &setup::EventList::answered, this, [this] {
        hint_->setText(!list_.problem().isEmpty() ? list_.problem()
                       : list_.hasMore()          ? tr("There are more: type more of the name.")
                       : list_.rowCount() == 0
                           ? tr("No event yet.")
                           : tr("Enter opens. Without a search only those to come are shown."));
        const int row = list_.rowOf(editor_.event().event());
        events_->setCurrentIndex(list_.index(std::max(0, row)));
    });
    connect(&errands_, &setup::Errands::said, this, &EventsScreen::say);
    connect(&errands_, &setup::Errands::changed, this, &EventsScreen::refresh);
    connect(&workplace(), &Workplace::enrolmentChanged, this, [this] { errands_.leaveServer(); });
    connect(&errands_, &setup::Errands::recovered, this,
            [this](const QByteArray&, const QByteArray&, bool done) {
                say(done ? tr("What was asked before the app ended is done.")
                         : tr("What was asked before the app ended was refused: nothing was done."),
                    !done);
                list_.refresh();
                book_.refresh();
            });
}

void EventsScreen::followPages() {
    connect(&editor_, &setup::EventEditor::changed, this, &EventsScreen::refresh);
    connect(&editor_, &setup::EventEditor::saved, this, [this] { list_.refresh(); });
    // On the page that is shown, whichever asked: an answer may come late.
    connect(&editor_, &setup::EventEditor::said, this, &EventsScreen::say);
    connect(&codes_, &setup::CodeBook::said, this, &EventsScreen::say);
    connect(editPage_, &EditPage::codeAsked, this, [this](QWidget* line) { bringIntoSight(line); });
    connect(&book_, &setup::VenueBook::said, this, &EventsScreen::say);
    connect(&board_, &setup::PaintBoard::said, this, &EventsScreen::say);
    connect(&series_, &setup::Series::said, this, &EventsScreen::say);
    connect(&end_, &setup::EventEnd::said, this, &EventsScreen::say);
    connect(venuePage_, &VenuePage::planRead, this, [this](const QByteArray& json) {
        paintPage_->preview(json);
        show(paintPage_);
    });
    connect(&book_, &setup::VenueBook::imported, this, [this](const std::string& layout) {
        paintPage_->openLayout(layout);
        show(paintPage_);
    });
    connect(&book_, &setup::VenueBook::changed, this, &EventsScreen::refresh);
    connect(&board_, &setup::PaintBoard::changed, this, &EventsScreen::refresh);
    connect(&board_, &setup::PaintBoard::saved, this, [this](const std::string& layout) {
        book_.refresh();
        paintPage_->openLayout(layout);
    });
    connect(&series_, &setup::Series::made, this, [this] { list_.refresh(); });
    connect(&end_, &setup::EventEnd::done, this, [this](const v1::Event& event) {
        if (editor_.event().event() == event.event() && !editor_.isChanged()) editor_.take(event);
        list_.refresh();
    });
}

void EventsScreen::look() {
    for (const auto& look : std::initializer_list<std::function<void()>>{
             [this] { editPage_->look(); }, [this] { venuePage_->look(); },
             [this] { paintPage_->look(); }, [this] { copyPage_->look(); },
             [this] { endPage_->look(); }}) {
        look();
    }
}

void EventsScreen::ownLanguage() {
    const QLocale& locale = workplace().languages().locale();
    list_.setLocale(locale);
    editor_.setLocale(locale);
    book_.setLocale(locale);
    board_.setLocale(locale);
    end_.setLocale(locale);
    codes_.setLocale(locale);
    editPage_->setLocale(locale);
    copyPage_->setLocale(locale);
}

void EventsScreen::retranslate() {
    heading_->setText(tr("Events"));
    find_->setAccessibleName(tr("Find an event"));
    find_->setPlaceholderText(tr("name, venue or town"));
    events_->setAccessibleName(tr("Events"));
    hint_->setText({});
    editPage_->retranslate();
    venuePage_->retranslate();
    paintPage_->retranslate();
    copyPage_->retranslate();
    endPage_->retranslate();
    refresh();
}

void EventsScreen::enter() {
    errands_.goOn();
    list_.search(find_->text());
    if (desk().may(permission().toStdString())) book_.refresh();
    end_.watch(pages_->currentWidget() == endPage_);
    if (editor_.stage() == setup::EditStage::Nothing) editor_.openNewDraft();
}

bool EventsScreen::leave() {
    editPage_->finishTyping();
    paintPage_->finishTyping();
    editor_.keep();
    series_.drafts().keep();
    end_.drafts().keep();
    end_.watch(false);
    return true;
}

void EventsScreen::homeFocus() {
    find_->setFocus();
    find_->selectAll();
}

void EventsScreen::show(QWidget* page) {
    pages_->setCurrentWidget(page);
    end_.watch(page == endPage_);
    refresh();
    if (page == editPage_) editPage_->homeFocus();
    if (page == venuePage_) venuePage_->homeFocus();
    if (page == paintPage_) paintPage_->homeFocus();
    if (page == copyPage_) copyPage_->homeFocus();
    if (page == endPage_) endPage_->homeFocus();
}

void EventsScreen::say(const QString& text, bool wrong) {
    workplace().say(text, wrong ? MessageKind::Danger : MessageKind::Good);
    const QWidget* const page = pages_->currentWidget();
    if (page == editPage_) editPage_->say(text, wrong);
    if (page == venuePage_) venuePage_->say(text, wrong);
    if (page == paintPage_) paintPage_->say(text, wrong);
    if (page == copyPage_) copyPage_->say(text, wrong);
    if (page == endPage_) endPage_->say(text, wrong);
}

bool EventsScreen::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return Screen::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            openRow(events_->currentIndex().row());
            return true;
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            if (watched != find_) break;
            QApplication::sendEvent(events_, event);
            return true;
        default:
            break;
    }
    return Screen::eventFilter(watched, event);
}

}  // namespace tessera::boxoffice
