// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/staff/row_finder.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

#include "shared/qt/theme/theme.h"

namespace tessera::boxoffice {
namespace {

constexpr int kTypedMost = 60;
constexpr int kRowsLeast = 4;

}  // namespace

RowFinder::RowFinder(till::TextTable& rows, const QString& name, QWidget* parent)
    : QWidget(parent), rows_(rows) {
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    label_ = new QLabel(this);
    label_->setWordWrap(true);
    line_ = new QLineEdit(this);
    line_->setObjectName(QStringLiteral("find_") + name);
    line_->setMaxLength(kTypedMost);
    line_->setClearButtonEnabled(false);
    label_->setBuddy(line_);
    table_ = new QTableView(this);
    table_->setObjectName(name);
    table_->setModel(&rows);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->setShowGrid(false);
    table_->setTabKeyNavigation(false);
    table_->setWordWrap(false);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    hint_ = new QLabel(this);
    hint_->setWordWrap(true);
    qt::setTextRole(hint_, qt::TextRole::Weak);
    column->addWidget(label_);
    column->addWidget(line_);
    column->addWidget(table_, 1);
    column->addWidget(hint_);
    line_->installEventFilter(this);
    table_->installEventFilter(this);
    connect(line_, &QLineEdit::textEdited, this, [this](const QString& text) {
        searching_ = true;
        Q_EMIT typed(text);
        searching_ = false;
    });
    connect(table_, &QTableView::clicked, this, &RowFinder::open);
    connect(&rows_, &QAbstractItemModel::modelAboutToBeReset, this,
            [this] { current_ = rows_.keyOf(table_->currentIndex().row()); });
    connect(&rows_, &QAbstractItemModel::modelReset, this, [this] {
        if (searching_ || !goTo(current_)) point(key_);
    });
}

// The view goes before what it shows.
RowFinder::~RowFinder() {
    delete table_;
}

void RowFinder::setWords(const QString& line, const QString& hint) {
    label_->setText(line);
    const QString plain = QString(line).remove(u'&');
    line_->setAccessibleName(plain);
    table_->setAccessibleName(plain);
    hint_->setText(hint);
    table_->setMinimumHeight(fontMetrics().height() * 2 * kRowsLeast);
}

void RowFinder::begin() {
    line_->setFocus();
    line_->selectAll();
}

void RowFinder::clear() {
    line_->clear();
    key_.clear();
}

void RowFinder::point(const QString& key) {
    key_ = key;
    if (!goTo(key) && rows_.rowCount() > 0) table_->setCurrentIndex(rows_.index(0, 0));
}

bool RowFinder::goTo(const QString& key) {
    for (int row = 0; row < rows_.rowCount(); ++row) {
        if (key.isEmpty() || rows_.keyOf(row) != key) continue;
        table_->setCurrentIndex(rows_.index(row, 0));
        return true;
    }
    return false;
}

void RowFinder::open() {
    const QString key = rows_.keyOf(table_->currentIndex().row());
    if (!key.isEmpty()) Q_EMIT opened(key);
}

bool RowFinder::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            open();
            return true;
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            if (watched != line_) break;
            QApplication::sendEvent(table_, event);
            return true;
        default:
            break;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace tessera::boxoffice
