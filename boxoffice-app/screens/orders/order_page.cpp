// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/orders/order_page.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>
#include <algorithm>

#include "boxoffice-app/shell/tall_column.h"
#include "boxoffice-app/shell/wide_table.h"
#include "shared/qt/orders/order_words.h"
#include "shared/qt/sale/words.h"
#include "shared/qt/theme/theme.h"

namespace tessera::boxoffice {
namespace {

constexpr int kButtonColumns = 3;

qt::TextRole roleOf(v1::Order::State state) {
    switch (state) {
        case v1::Order::PAID:
            return qt::TextRole::Good;
        case v1::Order::UNPAID:
        case v1::Order::MANUAL:
            return qt::TextRole::Danger;
        case v1::Order::RELEASED:
            return qt::TextRole::Weak;
        default:
            return qt::TextRole::Warning;
    }
}

// No higher than it must be: what scrolls is as high as its tables wish.
class LowTable : public WideTable {
public:
    using WideTable::WideTable;
    QSize sizeHint() const override { return {WideTable::sizeHint().width(), minimumHeight()}; }
};

// Each line begins on the side of the language, though a name or a number comes first.
QString directed(const QString& text, const QLocale& locale) {
    if (locale.textDirection() != Qt::RightToLeft || text.isEmpty()) return text;
    const QChar mark(0x200f);
    QString out = mark + text;
    return out.replace(u'\n', QStringLiteral("\n") + mark);
}

}  // namespace

OrderPage::OrderPage(Models models, QWidget* parent) : QWidget(parent), models_(models) {
    auto* const page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    tall_ = new TallColumn(this);
    listed_ = new QWidget(tall_);
    column_ = new QVBoxLayout(listed_);
    column_->setContentsMargins(0, 0, 0, 0);
    buildHead();
    ticketsHeading_ = label("tickets_heading");
    qt::setTextRole(ticketsHeading_, qt::TextRole::Heading);
    tickets_ = tableOf(models_.tickets, "tickets");
    column_->addWidget(tickets_, 3);
    moneyHeading_ = label("money_heading");
    qt::setTextRole(moneyHeading_, qt::TextRole::Heading);
    money_ = tableOf(models_.money, "money");
    money_->setSelectionMode(QAbstractItemView::SingleSelection);
    column_->addWidget(money_, 2);
    sum_ = label("sum");
    buildMails();
    tall_->setWidget(listed_);
    page->addWidget(tall_, 1);
    buildButtons();
    const auto chose = [this] { Q_EMIT chosen(); };
    connect(tickets_->selectionModel(), &QItemSelectionModel::selectionChanged, this, chose);
    connect(money_->selectionModel(), &QItemSelectionModel::selectionChanged, this, chose);
    connect(&models_.order, &orders::OrderInHand::changed, this, &OrderPage::refresh);
    connect(&models_.older, &orders::CashTrail::followed, this, &OrderPage::refresh);
}

// Views go before what they show.
OrderPage::~OrderPage() {
    delete tickets_;
    delete money_;
    delete mails_;
}

QTableView* OrderPage::tableOf(QAbstractItemModel& model, const char* name) {
    auto* const table = new LowTable(listed_);
    table->setObjectName(QLatin1String(name));
    table->setModel(&model);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->installEventFilter(this);
    return table;
}

QLabel* OrderPage::label(const char* name) {
    auto* const made = new QLabel(listed_);
    made->setObjectName(QLatin1String(name));
    made->setWordWrap(true);
    column_->addWidget(made);
    return made;
}

void OrderPage::buildHead() {
    auto* const head = new QHBoxLayout;
    buyer_ = new QLabel(listed_);
    buyer_->setObjectName(QStringLiteral("buyer"));
    buyer_->setWordWrap(true);
    qt::setTextRole(buyer_, qt::TextRole::Title);
    state_ = new QLabel(listed_);
    state_->setObjectName(QStringLiteral("state"));
    head->addWidget(buyer_, 1);
    head->addWidget(state_, 0, Qt::AlignBottom);
    column_->addLayout(head);
    contact_ = label("contact");
    facts_ = label("facts");
    qt::setTextRole(facts_, qt::TextRole::Weak);
    warning_ = label("warning");
    qt::setTextRole(warning_, qt::TextRole::Warning);
    note_ = label("note");
}

void OrderPage::buildMails() {
    auto* const head = new QHBoxLayout;
    mailsHeading_ = new QLabel(listed_);
    mailsHeading_->setObjectName(QStringLiteral("mails_heading"));
    mailsHeading_->setWordWrap(true);
    qt::setTextRole(mailsHeading_, qt::TextRole::Heading);
    head->addWidget(mailsHeading_, 1, Qt::AlignBottom);
    buttons_[kButtons - 1] = new QPushButton(listed_);
    head->addWidget(buttons_[kButtons - 1]);
    column_->addLayout(head);
    mails_ = tableOf(models_.mails, "mails");
    mails_->setSelectionMode(QAbstractItemView::SingleSelection);
    column_->addWidget(mails_, 2);
}

void OrderPage::buildButtons() {
    auto* const grid = new QGridLayout;
    for (int i = 0; i < kButtons - 1; ++i) {
        buttons_[i] = new QPushButton(this);
        grid->addWidget(buttons_[i], i / kButtonColumns, i % kButtonColumns);
    }
    static_cast<QVBoxLayout*>(layout())->addLayout(grid);
}

void OrderPage::setLocale(const QLocale& locale) {
    locale_ = locale;
    models_.tickets.setLocale(locale);
    models_.money.setLocale(locale);
    models_.mails.setLocale(locale);
    refresh();
}

QList<int> OrderPage::rows() const {
    QList<int> rows;
    for (const QModelIndex& each : tickets_->selectionModel()->selectedRows()) rows << each.row();
    std::ranges::sort(rows);
    return rows;
}

int OrderPage::moneyRow() const {
    const auto rows = money_->selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : rows.first().row();
}

void OrderPage::begin(const std::string& ticket) {
    tickets_->setFocus();
    tall_->ensureWidgetVisible(tickets_);
    const int row = ticket.empty() ? -1 : models_.tickets.rowOf(ticket);
    if (row >= 0) return tickets_->selectRow(row);
    if (!tickets_->currentIndex().isValid() && models_.tickets.rowCount() > 0) {
        tickets_->setCurrentIndex(models_.tickets.index(0, 0));
        tickets_->clearSelection();
    }
}

void OrderPage::setHeights(const Heights& heights) {
    tickets_->setMinimumHeight(heights.tickets);
    money_->setMinimumHeight(heights.money);
    mails_->setMinimumHeight(heights.mails);
    tall_->setMinimumHeight(heights.all);
}

QString OrderPage::factsText() const {
    const v1::OrderDetails& details = models_.order.details();
    const v1::Event& event = models_.order.event();
    const std::string& zone = event.venue().time_zone();
    QStringList what{sale::textOf(event.config().name())};
    if (event.config().has_starts_at()) {
        what << sale::dateText(event.config().starts_at(), zone, locale_);
    }
    what << sale::textOf(event.venue().name());
    what.removeAll(QString());
    const QString where = orders::channelText(details.channel());
    const QString when = sale::dateText(details.order().create_time(), zone, locale_);
    const QString sold = details.sold_by().empty()
                             ? tr("Sold %1, %2", "where, when").arg(where, when)
                             : tr("Sold %1 by %2, %3", "where, who, when")
                                   .arg(where, sale::textOf(details.sold_by()), when);
    const QString number = tr("Order %1").arg(sale::textOf(details.order().order()));
    return what.join(tr(" · ", "between facts of an order")) + u'\n' + sold + u'\n' + number;
}

// What waits in older orders is not back, though it has left this one.
v1::Money OrderPage::openOf(const v1::Order& order) const {
    v1::Money open = orders::stillBack(order);
    open.set_minor_units(open.minor_units() + models_.older.open(order));
    return open;
}

QString OrderPage::sumText() const {
    const v1::Order& order = models_.order.details().order();
    const v1::Money open = openOf(order);
    v1::Money back = order.total();
    back.set_minor_units(-open.minor_units());
    for (const v1::Refund& each : order.refunds()) {
        back.set_minor_units(back.minor_units() + each.amount().minor_units());
    }
    QStringList parts{tr("Total %1").arg(sale::moneyText(order.total(), locale_)),
                      tr("paid %1").arg(sale::moneyText(order.covered(), locale_))};
    if (back.minor_units() != 0) parts << tr("back %1").arg(sale::moneyText(back, locale_));
    if (open.minor_units() != 0) {
        parts << tr("still to go back %1").arg(sale::moneyText(open, locale_));
    }
    return parts.join(tr(" · ", "between sums"));
}

QString OrderPage::olderText(const orders::OlderRefund& refund) const {
    using Way = orders::OlderRefund::Way;
    const QString amount = sale::moneyText(refund.amount, locale_);
    const QString order = sale::textOf(refund.order);
    switch (refund.way) {
        case Way::Cash:
            return tr("%1 is to be handed over in cash, from the older order %2. \"Handed over\" "
                      "leads there.")
                .arg(amount, order);
        case Way::House:
            return tr("%1 is to go back by the house, in the older order %2. \"Handed over\" "
                      "leads there.")
                .arg(amount, order);
        case Way::ByItself:
            return tr("%1 goes back in the older order %2, and is not back yet.")
                .arg(amount, order);
    }
    return {};
}

// Of what goes back in another order than this: which, and how one gets there.
QString OrderPage::olderText() const {
    const v1::Order& order = models_.order.details().order();
    const orders::CashTrail& older = models_.older;
    QStringList lines;
    v1::Money open = order.total();
    open.set_minor_units(older.open(order));
    if (!older.isKnown(order) && open.minor_units() > 0) {
        lines << (older.isOf(order) && !older.isReading()
                      ? tr("An older order, whose tickets paid for these, cannot be read: whether "
                           "cash is to be handed over there is not known.")
                      : tr("%1 went on to older orders, whose tickets paid for these: what of it "
                           "is still to go back is being looked for.")
                            .arg(sale::moneyText(open, locale_)));
    }
    if (!older.isOf(order)) return lines.join(u'\n');
    for (const orders::OlderRefund& each : older.waiting()) lines << olderText(each);
    return lines.join(u'\n');
}

void OrderPage::showText(QLabel* label, const QString& text) const {
    label->setText(directed(text, locale_));
    label->setVisible(!text.isEmpty());
}

// What was paid is not all that is to be known while some of it has yet to go back.
void OrderPage::showState(const v1::Order& order) {
    const v1::Money back = openOf(order);
    state_->setText(orders::stateText(order.state(), back, locale_));
    qt::setTextRole(state_, back.minor_units() > 0 ? qt::TextRole::Warning : roleOf(order.state()));
}

void OrderPage::refresh() {
    const orders::OrderInHand& order = models_.order;
    const v1::OrderDetails& details = order.details();
    mails_->setVisible(details.mails_size() > 0);
    mailsHeading_->setText(details.mails_size() > 0 ? tr("Mails to the buyer")
                                                    : tr("No mail went to the buyer"));
    if (!order.isRead()) {
        buyer_->setText(order.isOld() ? order.problem() : tr("The order is being read."));
        for (QLabel* const each : {contact_, facts_, warning_, note_, sum_}) each->hide();
        state_->clear();
        mailsHeading_->clear();
        return;
    }
    const QString name = sale::textOf(details.buyer().name());
    buyer_->setText(directed(name.isEmpty() ? tr("Nobody in particular") : name, locale_));
    showState(details.order());
    QStringList contact{sale::textOf(details.buyer().email()),
                        sale::textOf(details.buyer().phone())};
    contact.removeAll(QString());
    showText(contact_, contact.join(tr(" · ", "between facts of an order")));
    showText(facts_, factsText());
    QStringList warnings{orders::disruptionText(order.event(), locale_)};
    if (order.isOld()) {
        warnings << tr("What is shown may be old, it is being read again: %1").arg(order.problem());
    }
    warnings << olderText();
    warnings.removeAll(QString());
    showText(warning_, warnings.join(u'\n'));
    const QString note = sale::textOf(details.note());
    showText(note_, note.isEmpty() ? QString() : tr("Note: %1").arg(note));
    showText(sum_, sumText());
}

void OrderPage::retranslate() {
    ticketsHeading_->setText(tr("Tickets; without a choice all are meant"));
    moneyHeading_->setText(tr("Money"));
    tickets_->setAccessibleName(tr("Tickets of the order"));
    money_->setAccessibleName(tr("Payments and refunds of the order"));
    mails_->setAccessibleName(tr("Mails to the order's buyer"));
    refresh();
}

bool OrderPage::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        if (tickets_->selectionModel()->hasSelection() && watched == tickets_) {
            tickets_->clearSelection();
        } else {
            Q_EMIT left();
        }
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace tessera::boxoffice
