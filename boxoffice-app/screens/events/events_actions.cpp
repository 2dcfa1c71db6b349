// SPDX-License-Identifier: Apache-2.0
// What keys and buttons of the screen do, and when.
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>

#include "boxoffice-app/screens/events/copy_page.h"
#include "boxoffice-app/screens/events/edit_page.h"
#include "boxoffice-app/screens/events/end_page.h"
#include "boxoffice-app/screens/events/events_screen.h"
#include "boxoffice-app/screens/events/paint_page.h"
#include "boxoffice-app/screens/events/venue_page.h"
#include "shared/qt/sale/words.h"

namespace tessera::boxoffice {
namespace {

constexpr auto kShift = Qt::CTRL | Qt::SHIFT;

}  // namespace

void EventsScreen::add(const char* name, std::function<QString()> text, const QKeySequence& key,
                       std::function<void()> run, const char* permission) {
    const QString needed = *permission == '\0' ? this->permission() : QLatin1String(permission);
    addAction({.name = QLatin1String(name),
               .text = std::move(text),
               .key = key,
               .run = std::move(run),
               .permission = needed});
}

void EventsScreen::addActions() {
    add(
        "find", [] { return tr("&Find an event"); }, QKeySequence(Qt::CTRL | Qt::Key_F),
        [this] { homeFocus(); });
    add(
        "venues", [] { return tr("Venues an&d plans"); }, QKeySequence(Qt::Key_F12),
        [this] { show(venuePage_); });
    add(
        "new", [] { return tr("&New event on the plan"); }, QKeySequence(Qt::CTRL | Qt::Key_N),
        [this] { newEvent(); });
    add(
        "save", [this] { return saveText(); }, QKeySequence(Qt::CTRL | Qt::Key_S),
        [this] { save(); });
    add(
        "back", [] { return tr("&Back"); }, QKeySequence(Qt::Key_Escape), [this] { back(); });
    add(
        "open_sale", [] { return tr("&Open the sale"); }, QKeySequence(Qt::CTRL | Qt::Key_O),
        [this] { editor_.openSale(); });
    add(
        "close_sale", [] { return tr("&Close the sale"); }, QKeySequence(Qt::CTRL | Qt::Key_W),
        [this] { editor_.closeSale(); });
    add(
        "discard", [] { return tr("&Throw away what is typed"); }, QKeySequence(kShift | Qt::Key_D),
        [this] {
            if (pages_->currentWidget() == paintPage_) return board_.discard();
            editor_.discard();
        });
    add(
        "series", [] { return tr("A&gain at other times"); }, QKeySequence(Qt::CTRL | Qt::Key_D),
        [this] { openSeries(); });
    add(
        "end", [] { return tr("Cance&l or move"); }, QKeySequence(Qt::CTRL | Qt::Key_K),
        [this] { openEnd(); }, "end_events");
    bind(new_, QStringLiteral("new"));
    bind(venues_, QStringLiteral("venues"));
    static constexpr const char* kOfEvent[] = {"discard",   "series",     "end",
                                               "open_sale", "close_sale", "save"};
    for (int i = 0; i < 6; ++i) bind(editPage_->button(i), QLatin1String(kOfEvent[i]));
}

void EventsScreen::addPageActions() {
    add(
        "new_venue", [] { return tr("Ne&w venue"); }, QKeySequence(kShift | Qt::Key_N),
        [this] { venuePage_->beginNew(); });
    add(
        "bands", [] { return tr("&Price bands of the plan"); }, QKeySequence(Qt::CTRL | Qt::Key_B),
        [this] { openBands(); });
    add(
        "import", [] { return tr("&Import a plan's file"); }, QKeySequence(Qt::CTRL | Qt::Key_I),
        [this] { venuePage_->fileFocus(); });
    add(
        "choose_file", [] { return tr("&Choose a plan's file"); }, QKeySequence(kShift | Qt::Key_I),
        [this] { venuePage_->chooseFile(); });
    add(
        "create_code", [] { return tr("Ma&ke the code"); }, QKeySequence(kShift | Qt::Key_C),
        [this] { editPage_->createCode(); });
    add(
        "map", [] { return tr("To the &map"); }, QKeySequence(Qt::Key_F11),
        [this] { paintPage_->homeFocus(); });
    add(
        "table", [] { return tr("Seats as a ta&ble"); }, QKeySequence(Qt::SHIFT | Qt::Key_F11),
        [this] { paintPage_->seatTable(); });
    add(
        "paint", [] { return tr("&Paint what is selected"); }, QKeySequence(Qt::CTRL | Qt::Key_P),
        [this] { paintPage_->paint(); });
    add(
        "section", [] { return tr("Select the &whole section"); },
        QKeySequence(Qt::CTRL | Qt::Key_G), [this] { paintPage_->selectSection(); });
    add(
        "add_band", [] { return tr("An&other band"); }, QKeySequence(kShift | Qt::Key_B),
        [this] { paintPage_->addBand(); });
    add(
        "remove_band", [] { return tr("&Remove the band"); }, QKeySequence(kShift | Qt::Key_R),
        [this] { paintPage_->removeBand(); });
    add(
        "undo", [] { return tr("&Undo"); }, QKeySequence(Qt::CTRL | Qt::Key_Z),
        [this] { board_.undo(); });
    add(
        "weekly", [] { return tr("&Write these dates"); }, QKeySequence(Qt::CTRL | Qt::Key_E),
        [this] { copyPage_->addWeekly(); });
    add(
        "move_event", [] { return tr("&Move the event"); }, QKeySequence(kShift | Qt::Key_M),
        [this] { endPage_->move(); }, "end_events");
    add(
        "cancel_event", [] { return tr("&Cancel the event for good"); },
        QKeySequence(kShift | Qt::Key_K), [this] { endPage_->cancel(); }, "end_events");
    add(
        "remove_row", [] { return tr("Remove the row of a ta&ble"); },
        QKeySequence(Qt::CTRL | Qt::Key_Delete),
        [this] {
            if (!editPage_->removeRow()) {
                say(tr("This row stays: an event keeps its ticket types."), true);
            }
        });
    bind(venuePage_->chooseButton(), QStringLiteral("choose_file"));
    bind(editPage_->createCodeButton(), QStringLiteral("create_code"));
    add(
        "withdraw_code", [] { return tr("&Withdraw the code"); }, QKeySequence(kShift | Qt::Key_W),
        [this] { editPage_->askToWithdraw(); });
    bind(editPage_->withdrawButton(), QStringLiteral("withdraw_code"));
    static constexpr const char* kOfVenue[] = {"new_venue", "save", "new", "bands", "back"};
    static constexpr const char* kOfPaint[] = {"paint", "section", "add_band", "remove_band",
                                               "undo",  "back",    "save"};
    static constexpr const char* kOfCopy[] = {"weekly", "back", "save"};
    static constexpr const char* kOfEnd[] = {"back", "move_event", "cancel_event"};
    for (int i = 0; i < 5; ++i) bind(venuePage_->button(i), QLatin1String(kOfVenue[i]));
    for (int i = 0; i < 7; ++i) bind(paintPage_->button(i), QLatin1String(kOfPaint[i]));
    for (int i = 0; i < 3; ++i) bind(copyPage_->button(i), QLatin1String(kOfCopy[i]));
    for (int i = 0; i < 3; ++i) bind(endPage_->button(i), QLatin1String(kOfEnd[i]));
}

void EventsScreen::addPartActions() {
    struct Part {
        const char* name;
        int key;
        std::function<QString()> text;
    };
    const Part parts[EditPage::kParts] = {
        {"part_event", Qt::Key_F2, [] { return tr("Name and &time of the event"); }},
        {"part_prices", Qt::Key_F3, [] { return tr("Ticket types and &prices"); }},
        {"part_fees", Qt::Key_F4, [] { return tr("Fees and ta&xes"); }},
        {"part_sale", Qt::Key_F5, [] { return tr("&When and how it sells"); }},
        {"part_after", Qt::Key_F7, [] { return tr("&After the sale"); }},
        {"part_entrances", Qt::Key_F8, [] { return tr("&Entrances and allocations"); }},
        {"part_codes", Qt::Key_F9, [] { return tr("C&odes"); }},
    };
    for (int i = 0; i < EditPage::kParts; ++i) {
        add(parts[i].name, parts[i].text, QKeySequence(parts[i].key), [this, i] {
            pages_->setCurrentWidget(editPage_);
            refresh();
            editPage_->showPart(i);
        });
    }
}

QString EventsScreen::saveText() const {
    const QWidget* const page = pages_->currentWidget();
    if (page == venuePage_) return tr("Save &the venue");
    if (page == copyPage_) return tr("&Make these events");
    if (page == paintPage_) return paintPage_->isPreview() ? tr("&Import") : tr("Save &the bands");
    return tr("Sa&ve");
}

void EventsScreen::save() {
    editPage_->finishTyping();
    paintPage_->finishTyping();
    const QWidget* const page = pages_->currentWidget();
    if (page == venuePage_) return venuePage_->save();
    if (page == copyPage_) return copyPage_->make();
    if (page != paintPage_) return editor_.save();
    if (paintPage_->isPreview()) return book_.import(paintPage_->json(), paintPage_->typedName());
    board_.save(paintPage_->typedName());
}

void EventsScreen::back() {
    const QWidget* const page = pages_->currentWidget();
    if (page == paintPage_ && paintPage_->leaveTable()) return;
    if (page == editPage_ && editPage_->leaveQuestion()) return;
    if (page == paintPage_) return show(venuePage_);
    if (page == editPage_) return homeFocus();
    show(editPage_);
    homeFocus();
}

void EventsScreen::openRow(int row) {
    if (row < 0 || row >= list_.rowCount()) return;
    editor_.open(list_.at(row).event());
    show(editPage_);
}

void EventsScreen::newEvent() {
    const v1::LayoutSummary* const layout = venuePage_->layout();
    const bool ofPlan = pages_->currentWidget() == paintPage_ && board_.isOpen();
    if (!ofPlan && (pages_->currentWidget() != venuePage_ || layout == nullptr)) {
        show(venuePage_);
        return say(tr("Choose venue and plan first, then the same key again."), false);
    }
    editor_.begin(ofPlan ? board_.layout().layout() : layout->layout(), book_.venue());
    show(editPage_);
}

void EventsScreen::openBands() {
    const v1::LayoutSummary* const layout = venuePage_->layout();
    if (pages_->currentWidget() == paintPage_) return paintPage_->bandTable();
    if (layout == nullptr) {
        show(venuePage_);
        return say(tr("Choose venue and plan first, then the same key again."), false);
    }
    paintPage_->openLayout(layout->layout());
    show(paintPage_);
}

void EventsScreen::openSeries() {
    if (editor_.event().event().empty()) return say(tr("Open an event first."), true);
    copyPage_->setEvent(editor_.event());
    show(copyPage_);
}

void EventsScreen::openEnd() {
    if (editor_.event().event().empty()) return say(tr("Open an event first."), true);
    endPage_->setEvent(editor_.event());
    show(endPage_);
}

void EventsScreen::refresh() {
    workplace().setEventOf(id(), editor_.stage() == setup::EditStage::Nothing ? QString()
                                 : editor_.isNew()                            ? tr("New event")
                                                   : sale::textOf(editor_.event().config().name()));
    if (const int row = list_.rowOf(editor_.event().event()); row >= 0) {
        events_->setCurrentIndex(list_.index(row));
    }
    const QWidget* const page = pages_->currentWidget();
    const bool there = editor_.stage() == setup::EditStage::Editing;
    const bool known = there && !editor_.isNew();
    const v1::SaleState state = editor_.event().sale_state();
    const bool takesPlace = known && state != v1::CANCELLED;
    const bool ofPlan = page == paintPage_ && board_.isOpen();
    const bool idle = !errands_.isUnderWay();
    setAvailable(QStringLiteral("save"),
                 idle && (page == editPage_ ? there && state != v1::CANCELLED : page != endPage_));
    setAvailable(QStringLiteral("open_sale"), idle && takesPlace && state != v1::OPEN);
    setAvailable(QStringLiteral("close_sale"), idle && takesPlace && state == v1::OPEN);
    setAvailable(QStringLiteral("discard"),
                 page == paintPage_ ? board_.isChanged() : there && editor_.isChanged());
    setAvailable(QStringLiteral("series"), known);
    setAvailable(QStringLiteral("withdraw_code"), idle && takesPlace && page == editPage_);
    setAvailable(QStringLiteral("end"), known && state != v1::DRAFT);
    for (const char* const each : {"paint", "section", "add_band", "remove_band", "undo"}) {
        setAvailable(QLatin1String(each), ofPlan);
    }
    setAvailable(QStringLiteral("new_venue"), page == venuePage_);
    new_->setVisible(page != venuePage_);  // That page has it beside its plans.
    setAvailable(QStringLiteral("import"), page == venuePage_);
    setAvailable(QStringLiteral("choose_file"), page == venuePage_ && venuePage_->hasVenue());
    setAvailable(QStringLiteral("create_code"), page == editPage_ && known);
    setAvailable(QStringLiteral("map"), page == paintPage_);
    setAvailable(QStringLiteral("table"), page == paintPage_);
    setAvailable(QStringLiteral("weekly"), page == copyPage_);
    setAvailable(QStringLiteral("move_event"), idle && page == endPage_);
    setAvailable(QStringLiteral("cancel_event"), idle && page == endPage_);
    setAvailable(QStringLiteral("remove_row"), page == editPage_ && there);
    workplace().actions().refresh();
}

}  // namespace tessera::boxoffice
