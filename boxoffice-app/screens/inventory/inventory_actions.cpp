// SPDX-License-Identifier: Apache-2.0
// What the inventory screen does by keys and buttons.
#include <QtPrintSupport/QPrintDialog>
#include <QtPrintSupport/QPrinter>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTableView>

#include "boxoffice-app/screens/inventory/allocation_form.h"
#include "boxoffice-app/screens/inventory/inventory_screen.h"
#include "boxoffice-app/screens/inventory/manifest_page.h"
#include "boxoffice-app/screens/inventory/sell_through_page.h"
#include "boxoffice-app/shell/event_head.h"
#include "boxoffice-app/shell/find_panel.h"
#include "boxoffice-app/shell/seat_table_page.h"
#include "shared/qt/desk/approval_dialog.h"
#include "shared/qt/seat_map/seat_map_view.h"

namespace tessera::boxoffice {

void InventoryScreen::addPageActions() {
    addAction({.name = QStringLiteral("events"),
               .text = [] { return tr("An&other event"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_F),
               .run = [this] { openEvents(); }});
    addAction({.name = QStringLiteral("map"),
               .text = [] { return tr("To the &map"); },
               .key = QKeySequence(Qt::Key_F2),
               .run = [this] { homeFocus(); }});
    addAction({.name = QStringLiteral("sales"),
               .text = [] { return tr("&Sold by price band"); },
               .key = QKeySequence(Qt::Key_F3),
               .run = [this] { openSales(); },
               .permission = QStringLiteral("see_reports")});
    addAction({.name = QStringLiteral("manifest"),
               .text = [] { return tr("Ma&nifest: who comes"); },
               .key = QKeySequence(Qt::Key_F4),
               .run = [this] { openManifest(false); },
               .permission = QStringLiteral("see_reports")});
    addAction({.name = QStringLiteral("will_call"),
               .text = [] { return tr("&Will call"); },
               .key = QKeySequence(Qt::Key_F5),
               .run = [this] { openManifest(true); },
               .permission = QStringLiteral("see_reports")});
    addAction({.name = QStringLiteral("table"),
               .text = [] { return tr("Seats as a ta&ble"); },
               .key = QKeySequence(Qt::Key_F11),
               .run =
                   [this] {
                       pages_->setCurrentWidget(seatTable_);
                       seatTable_->begin();
                   }});
    addAction({.name = QStringLiteral("fit"),
               .text = [] { return tr("The &whole map"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_0),
               .run = [this] { mapView_->fit(); }});
    bind(head_->change(), QStringLiteral("events"));
}

void InventoryScreen::addSeatActions() {
    addAction({.name = QStringLiteral("list"),
               .text = [] { return tr("To the &allocations"); },
               .key = QKeySequence(Qt::Key_F7),
               .run =
                   [this] {
                       closeForm();
                       pages_->setCurrentWidget(mapPage_);
                       list_->setFocus();
                   }});
    addAction({.name = QStringLiteral("set_aside"),
               .text = [] { return tr("Set the selected seats as&ide"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_Return),
               .run = [this] { setAside(); },
               .permission = QStringLiteral("allocate")});
    addAction({.name = QStringLiteral("release"),
               .text = [] { return tr("Give to the &public"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_D),
               .run = [this] { release(); },
               .permission = QStringLiteral("allocate")});
    addAction({.name = QStringLiteral("select"),
               .text = [] { return tr("Selec&t its seats"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_E),
               .run = [this] { selectChosen(); }});
    addAction({.name = QStringLiteral("new"),
               .text = [] { return tr("Ne&w allocation"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_N),
               .run = [this] { editNew(); },
               .permission = QStringLiteral("edit_events")});
    addAction({.name = QStringLiteral("edit"),
               .text = [] { return tr("Na&me and time"); },
               .key = QKeySequence(Qt::Key_F8),
               .run = [this] { edit(); },
               .permission = QStringLiteral("edit_events")});
    addAction({.name = QStringLiteral("section"),
               .text = [] { return tr("Select the whole sect&ion"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_G),
               .run = [this] { selectSection(); }});
    addAction({.name = QStringLiteral("undo"),
               .text = [] { return tr("&Undo the last selection"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_Z),
               .run = [this] { map_.undoSelection(); }});
    addAction({.name = QStringLiteral("stop"),
               .text = [] { return tr("Stop a&fter this piece"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_Period),
               .run = [this] { setter_.giveUp(); }});
    bind(setAside_, QStringLiteral("set_aside"));
    bind(release_, QStringLiteral("release"));
    bind(selectChosen_, QStringLiteral("select"));
    bind(new_, QStringLiteral("new"));
    bind(edit_, QStringLiteral("edit"));
}

// Of the form, while it is open; it answers Enter and Escape by itself.
void InventoryScreen::addFormActions() {
    addAction({.name = QStringLiteral("save"),
               .text = [] { return tr("Sa&ve the allocation"); },
               .key = QKeySequence(Qt::Key_F9),
               .run = [this] { form_->save(); },
               .permission = QStringLiteral("edit_events")});
    addAction({.name = QStringLiteral("remove"),
               .text = [] { return tr("Ta&ke the name away"); },
               .key = QKeySequence(Qt::SHIFT | Qt::Key_F9),
               .run =
                   [this] {
                       if (form_->before()) removeNamed();
                   },
               .permission = QStringLiteral("edit_events")});
    addAction({.name = QStringLiteral("leave"),
               .text = [] { return tr("&Back to the list"); },
               .run = [this] { leaveForm(); }});
    bind(form_->saveButton(), QStringLiteral("save"));
    bind(form_->removeButton(), QStringLiteral("remove"));
    bind(form_->leaveButton(), QStringLiteral("leave"));
}

void InventoryScreen::addListActions() {
    addAction({.name = QStringLiteral("read"),
               .text = [] { return tr("&Read anew"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_R),
               .run = [this] { manifest_.read(manifest_.isWillCall()); },
               .permission = QStringLiteral("see_reports")});
    addAction({.name = QStringLiteral("csv"),
               .text = [] { return tr("Save as &CSV"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_S),
               .run = [this] { saveCsv(); },
               .permission = QStringLiteral("see_reports")});
    addAction({.name = QStringLiteral("pdf"),
               .text = [] { return tr("Save as P&DF"); },
               .key = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
               .run = [this] { savePdf(); },
               .permission = QStringLiteral("see_reports")});
    addAction({.name = QStringLiteral("print"),
               .text = [] { return tr("Print the &list"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_P),
               .run = [this] { print(); },
               .permission = QStringLiteral("see_reports")});
    const char* const names[] = {"read", "csv", "pdf", "print"};
    for (int i = 0; i < 4; ++i) bind(manifestPage_->buttons()[i], QLatin1String(names[i]));
}

void InventoryScreen::openEvents() {
    pages_->setCurrentWidget(eventPanel_);
    events_.search(eventPanel_->typed());
    eventPanel_->begin();
}

void InventoryScreen::openSales() {
    pages_->setCurrentWidget(salesPage_);
    salesPage_->begin();
}

void InventoryScreen::openManifest(bool willCall) {
    const bool there = manifest_.stage() != inventory::ManifestStage::Nothing &&
                       manifest_.isWillCall() == willCall;
    if (!there) manifest_.read(willCall);
    pages_->setCurrentWidget(manifestPage_);
    manifestPage_->begin();
}

int InventoryScreen::chosen() const {
    const QModelIndex current = list_->currentIndex();
    return current.isValid() ? allocations_.at(current.row()).named.allocation_no() : 0;
}

void InventoryScreen::choose(int allocation) {
    const int row = allocations_.rowOf(allocation);
    if (row >= 0) list_->selectRow(row);
}

void InventoryScreen::setAside() {
    if (setter_.stage() == inventory::SetStage::NeedsApproval) return askApproval();
    if (chosen() == 0) {
        say(tr("Choose an allocation first: F7 goes to the list, Ctrl+N makes one."),
            sale::Tone::Warning);
        return;
    }
    setter_.start(view_.id(), chosen(), map_.selection());
}

void InventoryScreen::release() {
    if (setter_.stage() == inventory::SetStage::NeedsApproval) return askApproval();
    setter_.start(view_.id(), 0, map_.selection());
}

void InventoryScreen::selectSection() {
    const bool table = pages_->currentWidget() == seatTable_;
    const int seat = table ? seatTable_->place() : mapView_->place();
    if (seat >= 0) return mapView_->selectSection(seat);
    say(tr("Go to a seat first, by the arrow keys."), sale::Tone::Warning);
}

void InventoryScreen::selectChosen() {
    if (chosen() == 0) return;
    map_.select(book_.seatsOf(chosen()));
    pages_->setCurrentWidget(mapPage_);
    mapView_->setFocus();
}

// In the place of the list: with large text both would not be in sight.
void InventoryScreen::openForm(const std::optional<v1::Allocation>& before, int number) {
    pages_->setCurrentWidget(mapPage_);
    listPart_->hide();
    formEvent_ = view_.id();
    ++opened_;
    form_->begin({.number = number,
                  .before = before,
                  .zone = view_.event().venue().time_zone(),
                  .startSeconds = view_.event().config().starts_at().seconds()});
    refreshWork();
}

void InventoryScreen::closeForm() {
    form_->end();
    listPart_->show();
    refreshWork();
}

void InventoryScreen::leaveForm() {
    closeForm();
    homeFocus();
}

// Of one that is open already what is typed stays.
bool InventoryScreen::staysInForm() {
    if (!form_->isOpen()) return false;
    pages_->setCurrentWidget(mapPage_);
    form_->home();
    return true;
}

void InventoryScreen::editNew() {
    if (staysInForm()) return;
    const auto number = book_.freeNumber();
    if (number && !view_.id().empty()) openForm({}, *number);
}

void InventoryScreen::edit() {
    const QModelIndex current = list_->currentIndex();
    if (staysInForm() || !current.isValid()) return;
    const v1::Allocation& named = allocations_.at(current.row()).named;
    std::optional<v1::Allocation> before;
    if (!named.name().empty()) before = named;
    openForm(before, named.allocation_no());
}

void InventoryScreen::saveForm() {
    noteAsked();
    editor_.save(form_->wanted(), form_->before());
}

void InventoryScreen::noteAsked() {
    if (editor_.isUnderWay()) return;
    asked_ = opened_;
    askedTyped_ = form_->wanted().SerializeAsString();
}

// REQUIRES: the form has one that is named already.
void InventoryScreen::removeNamed() {
    noteAsked();
    editor_.remove(*form_->before());
}

// Whether the form that is open is the one that was saved last.
bool InventoryScreen::isAnswered() const {
    return form_->isOpen() && asked_ == opened_;
}

// Another form is not its own; and a late answer takes no focus from another screen.
void InventoryScreen::saved(int allocation) {
    if (!isAnswered()) return;
    if (form_->wanted().SerializeAsString() != askedTyped_) {
        form_->adopt(entryNow());  // What was typed since then is not saved yet.
        return refreshWork();
    }
    closeForm();
    lastChosen_ = allocation;
    choose(allocation);
    if (isVisible()) homeFocus();
}

// What the event has under the form's number.
std::optional<v1::Allocation> InventoryScreen::entryNow() const {
    for (const v1::Allocation& each : view_.event().config().allocations()) {
        if (each.allocation_no() == form_->number()) return each;
    }
    return std::nullopt;
}

// A refusal stays at its field with what was typed. What somebody else has made of it meanwhile is
// said, and then it may be replaced.
void InventoryScreen::editorSaid(const QString& text, sale::Tone tone,
                                 inventory::AllocationField field) {
    if (tone != sale::Tone::Danger || !isAnswered()) return say(text, tone);
    form_->say(text, field);
    if (editor_.isUnderWay()) return;
    const std::optional<v1::Allocation> now = entryNow();
    if (!form_->before() && now) {
        if (const auto number = book_.freeNumber()) form_->renumber(*number);
        return;
    }
    form_->adopt(now);
    refreshWork();
}

// Left, the question can be asked again by the key that began it.
void InventoryScreen::askApproval() {
    if (approval_ && approval_->isVisible()) return;
    const QString what = setter_.allocation() == 0
                             ? tr("Seats of %1 to the public").arg(view_.title())
                             : tr("Seats of %1 set aside: %2")
                                   .arg(view_.title(), book_.nameOf(setter_.allocation()));
    approval_ = &qt::ApprovalDialog::ask(
        desk(), {.permission = "allocate", .event = setter_.event(), .what = what}, this,
        [this](const std::string& token) { setter_.approve(token); });
    connect(approval_, &qt::ApprovalDialog::rejected, this, [this] {
        say(tr("Not approved yet: Ctrl+Enter asks for it again, Ctrl+. gives it up."),
            sale::Tone::Warning);
    });
}

bool InventoryScreen::hasList() const {
    return pages_->currentWidget() == manifestPage_ &&
           manifest_.stage() == inventory::ManifestStage::Read;
}

void InventoryScreen::askFile(const QString& ending, std::function<void(const QString&)> chosen) {
    auto* const dialog = new QFileDialog(this, tr("Save the list"));
    dialog->setObjectName(QStringLiteral("save_list"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    dialog->selectFile(files_.fileName(manifest_.isWillCall(), ending));
    connect(dialog, &QFileDialog::fileSelected, this, std::move(chosen));
    dialog->open();
}

void InventoryScreen::saveCsv() {
    askFile(QStringLiteral("csv"), [this](const QString& path) {
        files_.saveCsv({.path = path,
                        .willCall = manifest_.isWillCall(),
                        .language = workplace().languages().code()});
    });
}

void InventoryScreen::savePdf() {
    askFile(QStringLiteral("pdf"),
            [this](const QString& path) { files_.savePdf(path, manifest_.paper()); });
}

void InventoryScreen::print() {
    auto* const dialog = new QPrintDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this, [this](QPrinter* printer) {
        printer->setDocName(view_.title());
        const auto pages = inventory::paintManifest(manifest_.paper(), *printer);
        if (pages) {
            say(tr("%n page(s) are at the printer.", "", *pages), sale::Tone::Good);
        } else {
            say(tr("The printer has not taken the list: save it as PDF instead."),
                sale::Tone::Danger);
        }
    });
    dialog->open();
}

}  // namespace tessera::boxoffice
