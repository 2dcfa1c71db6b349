// SPDX-License-Identifier: Apache-2.0
// How orders are searched for: in all events that are not long over, in all there were, or in one,
// whenever it was.
#include <QtGui/QKeySequence>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>
#include <utility>

#include "boxoffice-app/screens/orders/orders_screen.h"
#include "boxoffice-app/shell/find_panel.h"
#include "boxoffice-app/shell/tall_column.h"

namespace tessera::boxoffice {
namespace {

constexpr int kBetweenRows = 4;
constexpr int kAboveList = 3;  // Of a finder: below heading, label and field.
constexpr QKeyCombination kEventKey = Qt::CTRL | Qt::Key_E;
constexpr QKeyCombination kLongAgoKey = Qt::CTRL | Qt::SHIFT | Qt::Key_F;
const QString kOneEvent = QStringLiteral("one_event");
const QString kAllEvents = QStringLiteral("all_events");
const QString kLongAgo = QStringLiteral("long_ago");

}  // namespace

QWidget* OrdersScreen::buildSearch() {
    finders_ = new TallColumn(split_);
    auto* const inside = new QWidget(finders_);
    find_ = new FindPanel(search_, inside);
    find_->setObjectName(QStringLiteral("order_search"));
    find_->setTallRows(kBetweenRows);
    eventFind_ = new FindPanel(events_, inside);
    eventFind_->setObjectName(QStringLiteral("order_events"));
    eventFind_->setTallRows(kBetweenRows);
    eventFind_->hide();
    auto* const both = new QVBoxLayout(inside);
    both->setContentsMargins(0, 0, 0, 0);
    both->addWidget(find_);
    both->addWidget(eventFind_);
    where_ = new QLabel(find_);
    where_->setWordWrap(true);
    where_->setObjectName(QStringLiteral("searched_in"));
    find_->column().insertWidget(kAboveList, where_);
    longAgoBox_ = new QCheckBox(find_);
    longAgoBox_->setObjectName(QStringLiteral("long_ago"));
    find_->column().addWidget(longAgoBox_);
    for (QPushButton*& button : whereButtons_) {
        button = new QPushButton(find_);
        find_->column().addWidget(button);
    }
    finders_->setWidget(inside);
    return finders_;
}

void OrdersScreen::addSearchActions() {
    addAction({.name = kOneEvent,
               .text = [] { return tr("Of one event, older ones too"); },
               .key = QKeySequence(kEventKey),
               .run = [this] { chooseEvent(); }});
    addAction({.name = kAllEvents,
               .text = [] { return tr("Of all events again"); },
               .key = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E),
               .run = [this] { searchIn({}); }});
    addAction({.name = kLongAgo,
               .text = [] { return tr("Also events of long ago"); },
               .key = QKeySequence(kLongAgoKey),
               .run =
                   [this] {
                       searchLongAgo(!longAgo_);
                       searchAnew();
                   }});
    bind(longAgoBox_, kLongAgo);
    bind(whereButtons_[0], kOneEvent);
    bind(whereButtons_[1], kAllEvents);
}

void OrdersScreen::followSearch() {
    connect(find_, &FindPanel::textEdited, this, &OrdersScreen::typed);
    connect(find_, &FindPanel::chosen, this, [this](int row) { openFound(row, {}); });
    connect(find_, &FindPanel::left, this, &OrdersScreen::toTickets);
    connect(&search_, &orders::OrderSearch::answered, this, &OrdersScreen::found);
    connect(&rest_, &QTimer::timeout, this, [this] {
        search_.setEvent(workplace().event().id);
        search_.setOnly(only_.event());
        search_.setLongAgo(longAgo_);
        search_.search(find_->typed());
    });
    connect(eventFind_, &FindPanel::textEdited, &events_, &sale::EventSearch::search);
    connect(eventFind_, &FindPanel::chosen, this,
            [this](int row) { searchIn(v1::EventSummary(events_.at(row))); });
    connect(eventFind_, &FindPanel::left, this, [this] { searchIn({}); });
    connect(&events_, &sale::EventSearch::answered, this, [this] {
        eventFind_->answered(
            events_.problem(),
            events_.hasMore() ? tr("There are more: type more of the name, the venue or the town.")
                              : QString());
    });
    connect(&workplace(), &Workplace::enrolmentChanged, this, [this] { searchIn({}); });
}

void OrdersScreen::typed(const QString& text) {
    if (text != scanned_) scanned_.clear();
    rest_.start();
}

void OrdersScreen::found() {
    QString more;
    if (search_.hasMore()) {
        more = tr("There are more: type more of what is known.");
    } else if (search_.rowCount() == 0 && !search_.asked().isEmpty()) {
        more = nothingText();
    }
    find_->answered(search_.problem(), more);
    if (scanned_.isEmpty() || search_.asked() != scanned_) return;
    const QString code = std::exchange(scanned_, {});
    if (search_.rowCount() == 1) return openFound(0, code);
    if (!search_.problem().isEmpty()) return say(search_.problem(), sale::Tone::Danger);
    say(tr("Scanned: this house has no order with this code."), sale::Tone::Danger);
}

// What was not looked at, and how it is.
QString OrdersScreen::nothingText() const {
    if (orders::hasScansForm(search_.asked())) {
        return tr("Nothing is found: this house has no order with this number or code.");
    }
    if (!only_.event().empty()) return tr("Nothing is found in this event.");
    const QString event = keyText(kEventKey);
    if (longAgo_) {
        return tr("Nothing is found, of long ago neither. Seats are found in their event: %1 "
                  "chooses it.")
            .arg(event);
    }
    return tr("Nothing is found. Events that ended over 30 days ago were not looked at: %1 looks "
              "at them, too. Seats are found in their event: %2 chooses it.")
        .arg(keyText(kLongAgoKey), event);
}

void OrdersScreen::showFinder(FindPanel* finder) {
    (finder == find_ ? eventFind_ : find_)->hide();
    finder->show();
    finders_->ensureVisible(0, 0);  // Where the field is.
}

void OrdersScreen::beginSearch() {
    showFinder(find_);
    find_->begin();
}

void OrdersScreen::chooseEvent() {
    showFinder(eventFind_);
    events_.search(eventFind_->typed());
    eventFind_->begin();
}

void OrdersScreen::searchIn(const v1::EventSummary& event) {
    only_ = event;
    searchLongAgo(false);
    searchAnew();
}

// What was typed is searched for there, too.
void OrdersScreen::searchAnew() {
    if (!find_->typed().isEmpty()) find_->type(find_->typed());
    if (isVisible() && !longAgoBox_->hasFocus()) beginSearch();
}

void OrdersScreen::searchLongAgo(bool longAgo) {
    longAgo_ = longAgo;
    longAgoBox_->setChecked(longAgo);
    showWhere();
}

void OrdersScreen::showWhere() {
    const bool one = !only_.event().empty();
    const QLocale& locale = workplace().languages().locale();
    where_->setText(one        ? tr("Only of: %1").arg(sale::eventLine(only_, locale))
                    : longAgo_ ? tr("Of all events, however long ago")
                               : QString());
    where_->setVisible(one || longAgo_);
    longAgoBox_->setVisible(!one);
    setAvailable(kLongAgo, !one);
    whereButtons_[1]->setVisible(one);
    setAvailable(kAllEvents, one);
}

}  // namespace tessera::boxoffice
