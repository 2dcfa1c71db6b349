// SPDX-License-Identifier: Apache-2.0
// What the sell screen does by keys and buttons, and what it shows then.
#include <QtGui/QKeyEvent>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTableView>
#include <utility>

#include "boxoffice-app/screens/sell/cart_panel.h"
#include "boxoffice-app/screens/sell/customer_panel.h"
#include "boxoffice-app/screens/sell/sell_screen.h"
#include "boxoffice-app/shell/ask_line.h"
#include "boxoffice-app/shell/find_panel.h"
#include "boxoffice-app/shell/map_legend.h"
#include "boxoffice-app/shell/seat_table_page.h"
#include "shared/qt/desk/approval_dialog.h"
#include "shared/qt/sale/words.h"
#include "shared/qt/seat_map/seat_map_view.h"

namespace tessera::boxoffice {
namespace {

const QString kPayScreen = QStringLiteral("pay");

}  // namespace

void SellScreen::addActions() {
    addAction({.name = QStringLiteral("events"),
               .text = [] { return tr("&Find an event"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_F),
               .run = [this] { openEvents(); }});
    addAction({.name = QStringLiteral("map"),
               .text = [] { return tr("To the &map"); },
               .key = QKeySequence(Qt::Key_F2),
               .run =
                   [this] {
                       pages_->setCurrentWidget(mapPage_);
                       view_->setFocus();
                   }});
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
               .run = [this] { view_->fit(); }});
    addAction({.name = QStringLiteral("hold"),
               .text = [] { return tr("&Hold what is selected"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_Return),
               .run = [this] { seller_.hold(); }});
    addAction({.name = QStringLiteral("undo"),
               .text = [] { return tr("&Undo the last selection"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_Z),
               .run = [this] { seller_.undo(); }});
    addAction({.name = QStringLiteral("instead"),
               .text = [] { return tr("&Best places instead"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_B),
               .run = [this] { seller_.bestInstead(); }});
    addAction({.name = QStringLiteral("again"),
               .text = [] { return tr("Take or ask a&gain"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_G),
               .run =
                   [this] {
                       const bool ofSeller = seller_.isUnknown() || !pricing_.isUnknown();
                       if (ofSeller) return seller_.again();
                       pricing_.again();
                   }});
    addAction({.name = QStringLiteral("pay"),
               .text = [] { return tr("To &pay"); },
               .key = QKeySequence(Qt::Key_F12),
               .run = [this] { pay(); }});
    addAction({.name = QStringLiteral("give_back"),
               .text = [] { return tr("Give bac&k"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_D),
               .run = [this] { seller_.giveBack(); }});
    bind(changeEvent_, QStringLiteral("events"));
    bind(pay_, QStringLiteral("pay"));
    bind(giveBack_, QStringLiteral("give_back"));
}

void SellScreen::addCartActions() {
    addAction({.name = QStringLiteral("type"),
               .text = [] { return tr("Next ticket t&ype"); },
               .key = QKeySequence(Qt::Key_F3),
               .run = [this] { pricing_.nextType(cartPanel_->rows()); }});
    addAction({.name = QStringLiteral("cart"),
               .text = [] { return tr("To the &cart"); },
               .key = QKeySequence(Qt::Key_F4),
               .run = [this] { cartPanel_->begin(); }});
    addAction({.name = QStringLiteral("note"),
               .text = [] { return tr("&Note of the order"); },
               .key = QKeySequence(Qt::Key_F7),
               .run = [this] { note_->setFocus(); }});
    addAction({.name = QStringLiteral("code"),
               .text = [] { return tr("Co&de"); },
               .key = QKeySequence(Qt::Key_F8),
               .run = [this] { askCode(); }});
    addAction({.name = QStringLiteral("complimentary"),
               .text = [] { return tr("&Complimentary"); },
               .key = QKeySequence(Qt::Key_F9),
               .run = [this] { askComplimentary(); },
               .permission = QStringLiteral("complimentary")});
    addAction({.name = QStringLiteral("price"),
               .text = [] { return tr("Another p&rice"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_F9),
               .run = [this] { askPrice(); },
               .permission = QStringLiteral("override_price")});
    const char* const changes[] = {"type", "code", "complimentary", "price"};
    for (int i = 0; i < 4; ++i) bind(changes_[i], QLatin1String(changes[i]));
}

void SellScreen::enter() {
    seller_.comeBack();
    marks_.refresh();
    if (seller_.resume()) return refresh();
    const std::string& last = workplace().event().id;
    if (cart_.event().event().empty() && !last.empty()) seller_.chooseEvent(last);
    if (cart_.event().event().empty() && last.empty()) openEvents();
    refresh();
}

bool SellScreen::leave() {
    keeper_.flush();
    workplace().store().sync();
    return true;
}

void SellScreen::homeFocus() {
    if (pages_->currentWidget() == eventPanel_ && cart_.event().event().empty() &&
        seller_.doing() != sale::Doing::Reading) {
        return eventPanel_->begin();
    }
    pages_->setCurrentWidget(mapPage_);
    quick_->setFocus();
}

void SellScreen::openEvents() {
    pages_->setCurrentWidget(eventPanel_);
    events_.search(eventPanel_->typed());
    eventPanel_->begin();
}

// A late answer takes no focus from another screen.
void SellScreen::backToMap() {
    pages_->setCurrentWidget(mapPage_);
    if (isVisible()) quick_->setFocus();
}

void SellScreen::quick() {
    const sale::QuickMenu menu = seller_.menu();
    const sale::QuickRead read = sale::readQuick(quick_->text(), menu);
    if (read.problem == sale::QuickProblem::Empty) return goOn();
    if (read.problem != sale::QuickProblem::None) {
        say(sale::problemText(read.problem, menu), sale::Tone::Danger);
        quick_->selectAll();
        return;
    }
    seller_.hold(read.wish);
}

void SellScreen::goOn() {
    if (pricing_.isUnknown() && !seller_.isUnknown()) return pricing_.again();
    if (cart_.stage() == sale::CartStage::Paying) return pay();
    if (seller_.isUnknown() || cart_.stage() == sale::CartStage::Expired) return seller_.again();
    const bool nothing = map_.selection().isEmpty() && cart_.stage() == sale::CartStage::Empty;
    if (nothing && seller_.hasInstead()) return seller_.bestInstead();
    if (seller_.hold() == sale::HoldStart::AlreadyHeld) pay();
}

void SellScreen::pay() {
    if (seller_.doing() != sale::Doing::Nothing || pricing_.isUnderWay() || seller_.isUnknown() ||
        pricing_.isUnknown()) {
        return say(tr("The server has not answered yet."), sale::Tone::Plain);
    }
    const bool paying = cart_.stage() == sale::CartStage::Paying;
    if (!paying && seller_.hold() != sale::HoldStart::AlreadyHeld) return;
    if (!paying && !cart_.startPaying()) return;
    workplace().goTo(kPayScreen);
    if (!paying && isVisible() && cart_.stage() == sale::CartStage::Paying) {
        cart_.backToChoosing();
        say(tr("This app has no screen to pay at."), sale::Tone::Danger);
    }
}

void SellScreen::askLine(AskLine::Question question) {
    ++line_;
    ask_->ask(std::move(question));
}

// What is answered while the line asks something else leaves it open.
void SellScreen::sendTyped(const std::function<bool()>& send) {
    sent_ = line_;
    if (!send()) sent_ = 0;
}

void SellScreen::endTyped() {
    const int sent = std::exchange(sent_, 0);
    if (sent != 0 && sent == line_) ask_->end();
}

void SellScreen::askCode() {
    askLine({.first = tr("Promotion or access code"),
             .typed = seller_.code(),
             .charactersMost = sale::Pricing::kCodeCharactersMost,
             .taken = [this](const QString& code, const QString&) {
                 sendTyped([&] { return pricing_.setCode(code); });
             }});
}

void SellScreen::askComplimentary() {
    askLine({.first = tr("Why complimentary"),
             .charactersMost = sale::Pricing::kReasonBytesMost,
             .taken = [this](const QString& reason, const QString&) {
                 adjust({.kind = v1::PriceAdjustment::COMPLIMENTARY, .reason = reason});
             }});
}

void SellScreen::askPrice() {
    askLine({.first = tr("Price of each ticket"),
             .second = tr("Why this price"),
             .charactersMost = sale::Pricing::kReasonBytesMost,
             .taken = [this](const QString& price, const QString& reason) {
                 const std::string& currency = cart_.event().config().currency_code();
                 const auto amount =
                     sale::amountTyped(price, currency, workplace().languages().locale());
                 if (!amount) {
                     return ask_->say(tr("Price: an amount like 12.50, in %1.")
                                          .arg(QString::fromStdString(currency)));
                 }
                 adjust({v1::PriceAdjustment::PRICE, *amount, reason});
             }});
}

// On the spot: who approves does it here, and what was typed stays meanwhile.
void SellScreen::adjust(const sale::Pricing::Change& change) {
    const QList<int> rows = cartPanel_->rows();
    const std::string permission = sale::Pricing::permissionOf(change.kind);
    const bool reasonGiven = !change.reason.trimmed().isEmpty();
    if (!reasonGiven || desk().may(permission)) {
        return sendTyped([&] { return pricing_.adjust(rows, change); });
    }
    askApproval(
        permission, pricing_.givenAwayMost(rows, change),
        tr("%n place(s): %1", "", static_cast<int>(rows.size())).arg(change.reason.trimmed()),
        [this, rows, change](const std::string& token) {
            sendTyped([&] { return pricing_.adjust(rows, change, token); });
        });
}

qt::ApprovalDialog& SellScreen::askApproval(const std::string& permission, std::int64_t most,
                                            const QString& what,
                                            std::function<void(const std::string&)> given) {
    v1::Money amount;
    amount.set_currency_code(cart_.event().config().currency_code());
    amount.set_minor_units(most);
    return qt::ApprovalDialog::ask(
        desk(),
        {.permission = permission,
         .event = cart_.event().event(),
         .subject = cart_.reservation().reservation(),
         .amountMinorMost = most,
         .what = tr("%1. Up to %2 less in all.", "what, amount")
                     .arg(what, sale::moneyText(amount, workplace().languages().locale()))},
        this, std::move(given));
}

bool SellScreen::eventFilter(QObject* watched, QEvent* event) {
    if (watched == choice_ &&
        (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)) {
        fitBands();
    }
    if (watched == view_ && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            goOn();
            return true;
        }
        if (key == Qt::Key_Escape && map_.selection().isEmpty()) {
            quick_->setFocus();
            return true;
        }
    }
    // Where the line has nothing to undo, the key is the selection's.
    if (watched == quick_ && event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->matches(QKeySequence::Undo) && !quick_->isUndoAvailable()) {
        event->ignore();
        return true;
    }
    return Screen::eventFilter(watched, event);
}

void SellScreen::refreshHead() {
    const v1::Event& event = cart_.event();
    const QLocale& locale = workplace().languages().locale();
    if (event.event().empty()) {
        eventName_->setText(seller_.doing() == sale::Doing::Reading ? tr("The event is being read.")
                                                                    : tr("No event is chosen"));
        eventFacts_->hide();
        return;
    }
    eventName_->setText(sale::textOf(event.config().name()));
    eventFacts_->setText(
        QStringList{sale::dateText(event.config().starts_at(), event.venue().time_zone(), locale),
                    sale::textOf(event.venue().name()), sale::textOf(event.venue().city())}
            .join(tr(" · ", "between facts of an event")));
    eventFacts_->show();
}

void SellScreen::refresh() {
    refreshHead();
    const sale::CartStage stage = cart_.stage();
    const bool held = stage == sale::CartStage::Held;
    const bool unknown = seller_.isUnknown() || pricing_.isUnknown();
    setAvailable(QStringLiteral("pay"), held || stage == sale::CartStage::Paying);
    setAvailable(QStringLiteral("give_back"),
                 stage != sale::CartStage::Paying &&
                     (held || seller_.isUnknown() || !map_.selection().isEmpty() ||
                      stage == sale::CartStage::Expired));
    setAvailable(QStringLiteral("instead"), seller_.hasInstead());
    setAvailable(QStringLiteral("again"), unknown || stage == sale::CartStage::Expired);
    setAvailable(QStringLiteral("hold"), !map_.selection().isEmpty());
    for (const char* name : {"type", "complimentary", "price"}) {
        setAvailable(QLatin1String(name), held);
    }
    QString state;
    switch (seller_.feedState()) {
        case qt::FeedState::Nothing:
        case qt::FeedState::Live:
            break;
        case qt::FeedState::Loading:
            state = tr("The map is being loaded.");
            break;
        case qt::FeedState::Behind:
            state = tr("The map may be old: it goes on as soon as the server answers.");
            break;
        case qt::FeedState::Ended:
            state = tr("The map is not followed any more. Choose the event again.");
            break;
    }
    feedState_->setText(state);
    feedState_->setVisible(!state.isEmpty());
    qt::setTextRole(feedState_, qt::TextRole::Warning);
    refreshCustomers();
    const QString who = sale::customerLine(cart_.customer());
    customerName_->setText(who.isEmpty() ? tr("Nobody in particular") : who);
    note_->setEnabled(stage != sale::CartStage::Paying);
    if (note_->text() != cart_.note()) note_->setText(cart_.note());
}

void SellScreen::retranslate() {
    eventPanel_->setWords({.heading = tr("Choose an event"),
                           .field = tr("&Name, venue or town"),
                           .list = tr("Events that were found"),
                           .hint = tr("Arrows go through the list, Enter chooses, Esc leaves.")});
    customerPanel_->retranslate();
    ask_->retranslate();
    legend_->retranslate();
    seatTable_->retranslate();
    seatTable_->setHint(tr("Space selects, Enter holds what is selected, Esc goes back."));
    cartPanel_->retranslate();
    view_->setAccessibleName(tr("Seat map"));
    quickLabel_->setText(tr("&Quick line: number, then letter of band or area"));
    quick_->setAccessibleName(tr("Quick line"));
    quick_->setPlaceholderText(tr("2 or 4b or 2+1c, Enter"));
    quickMessage_->clear();
    bandTable_->setAccessibleName(tr("Price bands and areas"));
    noteLabel_->setText(tr("N&ote"));
    note_->setAccessibleName(tr("Note of the order"));
    seatLine_->setText(info_.text().isEmpty() ? tr("No seat is looked at.") : info_.text());
    refresh();
}

}  // namespace tessera::boxoffice
