// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/money/count_panel.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include "shared/qt/theme/theme.h"

namespace tessera::boxoffice {
namespace {

constexpr int kCurrencyLettersMost = 40;
constexpr int kRowsLeast = 3;

}  // namespace

CountView::CountView(QWidget* parent) : QTableView(parent) {
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::EditKeyPressed |
                    QAbstractItemView::DoubleClicked);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
}

void CountView::next() {
    const int row = currentIndex().row() + 1;
    if (row >= model()->rowCount()) return Q_EMIT lastIsDone();
    setCurrentIndex(model()->index(row, till::CountModel::Number));
}

void CountView::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && state() != EditingState) return next();
    QTableView::keyPressEvent(event);
}

bool CountView::isRefused() const {
    const auto& count = *static_cast<const till::CountModel*>(model());
    return currentIndex().isValid() && count.isRefused(currentIndex().row());
}

void CountView::currentChanged(const QModelIndex& now, const QModelIndex& before) {
    leaves_ = true;
    QTableView::currentChanged(now, before);
    leaves_ = false;
}

// What was not taken stays where it is, unless one goes elsewhere or takes it back.
void CountView::closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) {
    if (leaves_) return QTableView::closeEditor(editor, QAbstractItemDelegate::NoHint);
    const bool goesOn =
        hint != QAbstractItemDelegate::NoHint && hint != QAbstractItemDelegate::RevertModelCache;
    if (goesOn && isRefused()) {
        if (auto* const field = qobject_cast<QLineEdit*>(editor)) field->selectAll();
        return;
    }
    QTableView::closeEditor(editor, hint);
    if (hint == QAbstractItemDelegate::SubmitModelCache) next();
}

CountPanel::CountPanel(Purpose purpose, const QString& name, QWidget* parent)
    : QWidget(parent),
      purpose_(purpose),
      model_(purpose == Purpose::Float ? till::Counting::WithSums
                                       : till::Counting::ByDenomination) {
    heading_ = new QLabel(this);
    qt::setTextRole(heading_, qt::TextRole::Title);
    hint_ = new QLabel(this);
    hint_->setWordWrap(true);
    qt::setTextRole(hint_, qt::TextRole::Weak);
    currenciesLabel_ = new QLabel(this);
    currencies_ = new QLineEdit(this);
    currencies_->setObjectName(name + QStringLiteral("_currencies"));
    currencies_->setMaxLength(kCurrencyLettersMost);
    currenciesLabel_->setBuddy(currencies_);
    table_ = new CountView(this);
    table_->setObjectName(name + QStringLiteral("_table"));
    table_->setModel(&model_);
    table_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    sumLabel_ = new QLabel(this);
    sum_ = new QLabel(this);
    sum_->setObjectName(name + QStringLiteral("_sum"));
    sum_->setWordWrap(true);
    qt::setTextRole(sum_, qt::TextRole::Title);
    go_ = new QPushButton(this);
    go_->setObjectName(name + QStringLiteral("_go"));
    go_->setAutoDefault(true);
    qt::setButtonRole(go_, qt::ButtonRole::GoesOn);
    auto* const line = new QHBoxLayout;
    line->addWidget(sumLabel_);
    line->addWidget(sum_, 1);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(heading_);
    column->addWidget(hint_);
    column->addWidget(currenciesLabel_);
    column->addWidget(currencies_);
    column->addWidget(table_, 1);
    column->addLayout(line);
    column->addWidget(go_, 0, Qt::AlignRight);
    connect(currencies_, &QLineEdit::editingFinished, this, &CountPanel::takeCurrencies);
    // Rows are made before one of them is begun with.
    connect(currencies_, &QLineEdit::returnPressed, this, [this] {
        if (takeCurrencies()) begin();
    });
    connect(&model_, &till::CountModel::changed, this, &CountPanel::refresh);
    connect(&model_, &till::CountModel::refused, this,
            [this](const QString& text) { Q_EMIT said(text, true); });
    connect(table_, &CountView::lastIsDone, this, [this] {
        go_->setFocus();
        Q_EMIT ready(go_);
    });
}

// The view goes before what it shows.
CountPanel::~CountPanel() {
    delete table_;
}

void CountPanel::setLocale(const QLocale& locale) {
    model_.setLocale(locale);
    // Digits alone have no direction: the side is the language's.
    const bool mirrored = locale.textDirection() == Qt::RightToLeft;
    sum_->setAlignment((mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignAbsolute |
                       Qt::AlignVCenter);
    table_->setMinimumHeight(fontMetrics().height() * 2 * kRowsLeast);
}

// A cell takes what is typed when the focus leaves it: by the mouse it did before the button was
// pressed.
bool CountPanel::finishTyping() {
    go_->setFocus();
    if (!takeCurrencies()) {
        currencies_->setFocus();
        currencies_->selectAll();
        return false;
    }
    const int row = model_.refusedRow();
    if (row < 0) return true;
    Q_EMIT said(model_.wantedText(row), true);
    table_->setFocus();
    table_->setCurrentIndex(model_.index(row, till::CountModel::Number));
    return false;
}

QString CountPanel::goText() const {
    return purpose_ == Purpose::Float ? tr("Open &the shift") : tr("&This is what is there");
}

void CountPanel::setCurrencies(const std::vector<std::string>& currencies) {
    model_.setCurrencies(currencies);
    QStringList codes;
    for (const std::string& each : currencies) codes << QString::fromStdString(each);
    currencies_->setText(codes.join(QStringLiteral(", ")));
    refresh();
}

bool CountPanel::takeCurrencies() {
    const auto currencies = till::currenciesTyped(currencies_->text());
    if (currencies) {
        setCurrencies(*currencies);
        return true;
    }
    Q_EMIT said(
        tr("Currencies: 1 to %1 codes of three letters, like EUR, CHF.").arg(till::kCurrenciesMost),
        true);
    return false;
}

void CountPanel::clear() {
    model_.clear();
}

void CountPanel::begin() {
    if (model_.rowCount() == 0) {
        currencies_->setFocus();
        return currencies_->selectAll();
    }
    table_->setFocus();
    table_->setCurrentIndex(model_.index(0, till::CountModel::Number));
}

void CountPanel::refresh() {
    sum_->setText(model_.sumText());
}

void CountPanel::retranslate() {
    const bool isFloat = purpose_ == Purpose::Float;
    heading_->setText(isFloat ? tr("What is in the drawer now") : tr("Count the drawer"));
    hint_->setText(isFloat ? tr("By note and coin, or in one sum for each currency at its end.")
                           : tr("By note and coin. What must be there is told afterwards. Once it "
                                "is counted no more cash goes through this shift."));
    currenciesLabel_->setText(tr("Currencies in the dra&wer"));
    currencies_->setAccessibleName(tr("Currencies in the drawer"));
    table_->setAccessibleName(isFloat ? tr("Opening float") : tr("Count"));
    sumLabel_->setText(tr("In all"));
    refresh();
}

}  // namespace tessera::boxoffice
