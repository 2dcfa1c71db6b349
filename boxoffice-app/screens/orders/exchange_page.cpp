// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/orders/exchange_page.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

#include "boxoffice-app/shell/seat_table_page.h"
#include "boxoffice-app/shell/tone.h"
#include "shared/qt/sale/refusals.h"
#include "shared/qt/sale/seat_info.h"
#include "shared/qt/sale/words.h"
#include "shared/qt/seat_map/seat_map_view.h"
#include "shared/qt/theme/theme.h"

namespace tessera::boxoffice {
namespace {

constexpr int kQuickLettersMost = 40;

}  // namespace

ExchangePage::ExchangePage(orders::Exchange& exchange, QWidget* parent)
    : QWidget(parent), exchange_(exchange) {
    build();
    follow();
}

void ExchangePage::follow() {
    connect(quick_, &QLineEdit::returnPressed, this, &ExchangePage::goOn);
    connect(quick_, &QLineEdit::textEdited, this, [this] { message_->clear(); });
    connect(&exchange_, &orders::Exchange::changed, this, &ExchangePage::refresh);
    connect(&exchange_.cart(), &sale::Cart::changed, this, &ExchangePage::refresh);
    connect(&exchange_.clock(), &sale::HoldClock::ticked, this, &ExchangePage::showTime);
    connect(&exchange_.seller(), &sale::Seller::held, this, [this](const QList<int>& seats) {
        quick_->clear();
        const auto& all = exchange_.map().layout().seats();
        if (!seats.isEmpty() && seats.first() < static_cast<int>(all.size())) {
            const QPointF first = all[static_cast<std::size_t>(seats.first())].at;
            const QRect shown(QPoint(0, 0), view_->camera().window().size());
            if (!shown.contains(view_->camera().pixelOf(first))) {
                view_->showPlace(first, view_->camera().zoom());
            }
        }
        confirm_->setFocus();
    });
    connect(seatTable_, &SeatTablePage::goOn, this, &ExchangePage::goOnFromPlaces);
    connect(seatTable_, &SeatTablePage::left, this, [this] {
        places_->setCurrentWidget(view_);
        quick_->setFocus();
    });
    connect(seatTable_, &SeatTablePage::lookedAt, this, &ExchangePage::describeSeat);
}

void ExchangePage::describeSeat(int seat) {
    const bool known = seat >= 0 && seat < exchange_.map().layout().seatCount();
    seatTable_->setSeatLine(known ? qt::describeSeat(exchange_.map(), seat) : QString());
}

// The views go before what they show.
ExchangePage::~ExchangePage() {
    delete places_;
}

QWidget* ExchangePage::buildPlaces() {
    places_ = new QStackedWidget(this);
    view_ = new qt::SeatMapView(exchange_.map(), places_);
    view_->setObjectName(QStringLiteral("exchange_map"));
    view_->installEventFilter(this);
    seatTable_ = new SeatTablePage(exchange_.map(), places_);
    seatTable_->setObjectName(QStringLiteral("exchange_seats"));
    places_->addWidget(view_);
    places_->addWidget(seatTable_);
    return places_;
}

void ExchangePage::build() {
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    const auto add = [this, column](const char* name, qt::TextRole role) {
        auto* const label = new QLabel(this);
        label->setObjectName(QLatin1String(name));
        label->setWordWrap(true);
        qt::setTextRole(label, role);
        column->addWidget(label);
        return label;
    };
    heading_ = add("exchange_heading", qt::TextRole::Title);
    given_ = add("given", qt::TextRole::Plain);
    feed_ = add("exchange_feed", qt::TextRole::Warning);
    column->addWidget(buildPlaces(), 1);
    quickLabel_ = add("exchange_quick_label", qt::TextRole::Plain);
    quick_ = new QLineEdit(this);
    quick_->setObjectName(QStringLiteral("exchange_quick"));
    quick_->setMaxLength(kQuickLettersMost);
    quickLabel_->setBuddy(quick_);
    column->addWidget(quick_);
    message_ = add("exchange_message", qt::TextRole::Plain);
    taken_ = add("taken", qt::TextRole::Plain);
    time_ = add("exchange_time", qt::TextRole::Weak);
    difference_ = add("difference", qt::TextRole::Title);
    auto* const last = new QHBoxLayout;
    leave_ = new QPushButton(this);
    confirm_ = new QPushButton(this);
    confirm_->setObjectName(QStringLiteral("confirm"));
    confirm_->setAutoDefault(true);
    confirm_->installEventFilter(this);
    qt::setButtonRole(confirm_, qt::ButtonRole::GoesOn);
    last->addWidget(leave_);
    last->addStretch(1);
    last->addWidget(confirm_);
    column->addLayout(last);
}

void ExchangePage::setLocale(const QLocale& locale) {
    locale_ = locale;
    refresh();
}

void ExchangePage::setLook(const qt::Theme& theme, int mapLeast) {
    view_->setLook(theme.kind(), theme.textPercent());
    view_->setMinimumHeight(mapLeast);
}

void ExchangePage::begin() {
    quick_->clear();
    message_->clear();
    places_->setCurrentWidget(view_);
    quick_->setFocus();
    refresh();
}

void ExchangePage::seatTable() {
    places_->setCurrentWidget(seatTable_);
    seatTable_->begin();
}

void ExchangePage::goOn() {
    const QString typed = quick_->text().trimmed();
    if (!typed.isEmpty()) {
        quick_->selectAll();
        return exchange_.quick(typed);
    }
    takePlaces();
}

// What is selected is meant there, whatever the line still says.
void ExchangePage::goOnFromPlaces() {
    exchange_.map().selection().isEmpty() ? goOn() : takePlaces();
}

void ExchangePage::takePlaces() {
    using sale::CartStage;
    const CartStage stage = exchange_.cart().stage();
    if (exchange_.seller().isUnknown() || stage == CartStage::Expired) {
        return exchange_.seller().again();
    }
    if (stage == CartStage::Empty && exchange_.map().selection().isEmpty()) {
        return exchange_.quick({});
    }
    if (exchange_.hold() == sale::HoldStart::AlreadyHeld) confirm_->setFocus();
}

void ExchangePage::say(const QString& text, sale::Tone tone) {
    message_->setText(text);
    qt::setTextRole(message_, roleOf(tone));
}

QString ExchangePage::placesOfGiven() const {
    QStringList places;
    for (const v1::Ticket& each : exchange_.given()) places << sale::placeText(each.label());
    constexpr qsizetype kPlacesMost = 4;
    const int more = static_cast<int>(places.size() - kPlacesMost);
    if (more > 0) places = places.mid(0, kPlacesMost) << tr("and %n more", "", more);
    return places.join(tr("; ", "between places"));
}

QString ExchangePage::differenceText() const {
    if (exchange_.cart().stage() != sale::CartStage::Held) return tr("Choose the new places");
    v1::Money difference = exchange_.difference();
    const std::int64_t minor = difference.minor_units();
    if (minor == 0) return tr("No difference");
    difference.set_minor_units(minor < 0 ? -minor : minor);
    const QString amount = sale::moneyText(difference, locale_);
    return minor > 0 ? tr("To pay: %1").arg(amount) : tr("Goes back: %1").arg(amount);
}

QString ExchangePage::feedText() const {
    switch (exchange_.seller().feedState()) {
        case qt::FeedState::Nothing:
        case qt::FeedState::Live:
            return {};
        case qt::FeedState::Loading:
            return tr("The map is being loaded.");
        case qt::FeedState::Behind:
            return tr("The map may be old: it goes on as soon as the server answers.");
        case qt::FeedState::Ended:
            return tr("The map is not followed any more.");
    }
    return {};
}

void ExchangePage::showTime() {
    const bool held = exchange_.cart().stage() == sale::CartStage::Held;
    const int seconds = exchange_.clock().secondsLeft();
    time_->setText(held ? tr("Held for %1").arg(sale::countdownText(seconds, locale_))
                        : tr("Nothing is held; the old tickets are as they were."));
    qt::setTextRole(time_, !held                                       ? qt::TextRole::Weak
                           : seconds <= sale::HoldClock::kSecondsShort ? qt::TextRole::Warning
                                                                       : qt::TextRole::Good);
}

void ExchangePage::refresh() {
    if (!exchange_.isOpen()) return;
    given_->setText(tr("Given up, %1: %2", "amount, places")
                        .arg(sale::moneyText(exchange_.worth(), locale_), placesOfGiven()));
    seatTable_->setPrices(sale::pricesByCategory(exchange_.cart().event().config(), locale_));
    const QString feed = feedText();
    feed_->setText(feed);
    feed_->setVisible(!feed.isEmpty());
    const v1::Reservation& taken = exchange_.cart().reservation();
    const bool held = exchange_.cart().stage() == sale::CartStage::Held;
    taken_->setText(held ? tr("Taken, %1: %2", "amount, places")
                               .arg(sale::moneyText(taken.price().total(), locale_),
                                    sale::placesText(taken, locale_))
                         : QString());
    taken_->setVisible(held);
    difference_->setText(differenceText());
    showTime();
}

void ExchangePage::retranslate() {
    heading_->setText(tr("Exchange, upgrade or move"));
    view_->setAccessibleName(tr("Seat map of the exchange"));
    seatTable_->retranslate();
    describeSeat(seatTable_->place());
    seatTable_->setHint(tr("Space selects, Enter takes what is selected, Esc goes to the line."));
    quickLabel_->setText(
        tr("New &places: the letter of a band, a number and a letter, or on the map; nothing is "
           "the best for as many"));
    quick_->setAccessibleName(tr("New places"));
    quick_->setPlaceholderText(tr("b or 2b, Enter"));
    message_->clear();
    refresh();
}

bool ExchangePage::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (watched == view_ && enter) {
        goOnFromPlaces();
        return true;
    }
    if (watched == confirm_ && enter) {
        confirm_->click();
        return true;
    }
    if (key == Qt::Key_Escape && (watched != view_ || exchange_.map().selection().isEmpty())) {
        quick_->setFocus();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace tessera::boxoffice
