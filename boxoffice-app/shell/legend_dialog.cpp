// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/shell/legend_dialog.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QEvent>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTreeWidget>
#include <QtWidgets/QVBoxLayout>

namespace tessera::boxoffice {
namespace {

constexpr int kIdRole = Qt::UserRole;
constexpr int kColumns = 2;

}  // namespace

LegendDialog::LegendDialog(qt::ActionCollection& actions,
                           std::function<QString(const QString&)> screenTitle, QWidget* parent)
    : QDialog(parent),
      actions_(actions),
      screenTitle_(std::move(screenTitle)),
      label_(new QLabel(this)),
      sought_(new QLineEdit(this)),
      rows_(new QTreeWidget(this)),
      close_(new QPushButton(this)) {
    setObjectName(QStringLiteral("legend"));
    label_->setBuddy(sought_);
    rows_->setColumnCount(kColumns);
    rows_->setRootIsDecorated(false);
    rows_->setItemsExpandable(false);
    rows_->setUniformRowHeights(true);
    rows_->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    close_->setAutoDefault(false);
    auto* const all = new QVBoxLayout(this);
    all->addWidget(label_);
    all->addWidget(sought_);
    all->addWidget(rows_, 1);
    all->addWidget(close_, 0, Qt::AlignTrailing);
    sought_->installEventFilter(this);
    connect(sought_, &QLineEdit::textChanged, this, &LegendDialog::fill);
    connect(sought_, &QLineEdit::returnPressed, this, &LegendDialog::run);
    connect(rows_, &QTreeWidget::itemActivated, this, &LegendDialog::run);
    connect(close_, &QPushButton::clicked, this, &QDialog::reject);
    retranslate();
    resize(parent != nullptr ? parent->size() * 3 / 4 : QSize(640, 480));
    sought_->setFocus();
}

void LegendDialog::retranslate() {
    setWindowTitle(tr("Keys"));
    label_->setText(tr("&Search for an action or a key; Enter does it"));
    sought_->setAccessibleName(tr("Search for an action or a key"));
    rows_->setAccessibleName(tr("Actions and their keys"));
    rows_->setHeaderLabels({tr("Action"), tr("Key")});
    close_->setText(tr("&Close"));
    fill();
}

QTreeWidgetItem* LegendDialog::headingFor(const qt::ActionRow& row) {
    QTreeWidgetItem* const last = rows_->topLevelItemCount() == 0
                                      ? nullptr
                                      : rows_->topLevelItem(rows_->topLevelItemCount() - 1);
    if (last != nullptr && last->data(0, kIdRole).toString() == row.screen) return last;
    auto* const heading = new QTreeWidgetItem(rows_);
    heading->setData(0, kIdRole, row.screen);
    heading->setText(0, row.screen.isEmpty() ? tr("Everywhere") : screenTitle_(row.screen));
    heading->setFlags(Qt::ItemIsEnabled);
    QFont font = rows_->font();
    font.setBold(true);
    heading->setFont(0, font);
    heading->setFirstColumnSpanned(true);
    heading->setExpanded(true);
    return heading;
}

void LegendDialog::fill() {
    rows_->clear();
    QTreeWidgetItem* first = nullptr;
    for (const qt::ActionRow& row : actions_.legend(sought_->text().trimmed())) {
        auto* const item = new QTreeWidgetItem(headingFor(row), {row.text, row.key});
        item->setData(0, kIdRole, row.id);
        item->setDisabled(!row.enabled);
        if (first == nullptr && row.enabled && !row.id.isEmpty()) first = item;
    }
    rows_->expandAll();
    if (first != nullptr) rows_->setCurrentItem(first);
}

void LegendDialog::run() {
    const QTreeWidgetItem* const item = rows_->currentItem();
    if (item == nullptr || item->parent() == nullptr || item->isDisabled()) return;
    QAction* const action = actions_.find(item->data(0, kIdRole).toString());
    if (action == nullptr) return;  // The key of a part, which has to have the focus.
    accept();
    action->trigger();
}

// One searches and chooses without leaving the field.
bool LegendDialog::eventFilter(QObject* watched, QEvent* event) {
    if (watched == sought_ && event->type() == QEvent::KeyPress) {
        const auto* const key = static_cast<QKeyEvent*>(event);
        const bool moves = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down ||
                           key->key() == Qt::Key_PageUp || key->key() == Qt::Key_PageDown;
        if (moves) {
            QCoreApplication::sendEvent(rows_, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void LegendDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QDialog::changeEvent(event);
}

}  // namespace tessera::boxoffice
