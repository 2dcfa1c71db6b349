// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/inventory/manifest_page.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

#include "shared/qt/theme/theme.h"

namespace tessera::boxoffice {
namespace {

constexpr int kFilterMost = 100;
constexpr int kButtons = 4;

}  // namespace

ManifestPage::ManifestPage(inventory::ManifestModel& model, QWidget* parent)
    : QWidget(parent), model_(model) {
    heading_ = new QLabel(this);
    heading_->setWordWrap(true);
    qt::setTextRole(heading_, qt::TextRole::Title);
    filterLabel_ = new QLabel(this);
    filter_ = new QLineEdit(this);
    filter_->setMaxLength(kFilterMost);
    filter_->setObjectName(QStringLiteral("manifest_filter"));
    filterLabel_->setBuddy(filter_);
    table_ = new QTableView(this);
    table_->setModel(&model_);
    table_->setObjectName(QStringLiteral("manifest"));
    table_->verticalHeader()->hide();
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setTabKeyNavigation(false);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    table_->horizontalHeader()->setStretchLastSection(true);
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    line_ = new QLabel(this);
    line_->setWordWrap(true);
    line_->setObjectName(QStringLiteral("manifest_line"));
    auto* const row = new QHBoxLayout;
    for (int i = 0; i < kButtons; ++i) {
        buttons_ << new QPushButton(this);
        row->addWidget(buttons_.last());
    }
    row->addStretch(1);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(heading_);
    column->addWidget(filterLabel_);
    column->addWidget(filter_);
    column->addWidget(table_, 1);
    column->addWidget(line_);
    column->addLayout(row);
    filter_->installEventFilter(this);
    table_->installEventFilter(this);
    connect(filter_, &QLineEdit::textEdited, &model_, &inventory::ManifestModel::setFilter);
    connect(&model_, &inventory::ManifestModel::stageChanged, this, &ManifestPage::refresh);
}

void ManifestPage::begin() {
    filter_->setFocus();
    filter_->selectAll();
}

void ManifestPage::setEvent(const QString& title) {
    event_ = title;
    refresh();
}

void ManifestPage::setLocale(const QLocale& locale) {
    locale_ = locale;
    refresh();
}

// Columns are as wide as the first lines need once these are there.
void ManifestPage::refresh() {
    // A mark that is not seen: the title may be in letters that begin at the other side.
    const QString mark = isRightToLeft() ? QString(QChar(0x200f)) : QString();
    heading_->setText(mark + event_ + QStringLiteral(" · ") +
                      (model_.isWillCall() ? tr("Will call: who has not collected yet")
                                           : tr("Manifest: who comes")));
    table_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    QString text;
    switch (model_.stage()) {
        case inventory::ManifestStage::Nothing:
            text = tr("Nothing is read yet.");
            break;
        case inventory::ManifestStage::Reading:
            text = tr("Being read: %n ticket(s) so far.", "", model_.linesRead());
            break;
        case inventory::ManifestStage::Failed:
            text = model_.problem();
            break;
        case inventory::ManifestStage::Read:
            text = tr("%n ticket(s) of %1", "", model_.rowCount())
                       .arg(locale_.toString(model_.linesRead()));
            if (model_.hasMore()) {
                text = tr("The list is longer: the first %n ticket(s) are here. The file has all.",
                          "", model_.linesRead());
            }
            table_->resizeColumnsToContents();
            break;
    }
    line_->setText(text);
    qt::setTextRole(line_, model_.stage() == inventory::ManifestStage::Failed ? qt::TextRole::Danger
                                                                              : qt::TextRole::Weak);
}

void ManifestPage::retranslate() {
    filterLabel_->setText(tr("&Filter by place, name, e-mail, note or order"));
    filter_->setAccessibleName(tr("Filter"));
    table_->setAccessibleName(tr("Tickets"));
    refresh();
}

// Rows and columns follow the size of text; once the table itself has it.
void ManifestPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange || table_ == nullptr) return;
    QMetaObject::invokeMethod(this, &ManifestPage::refresh, Qt::QueuedConnection);
}

bool ManifestPage::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Escape:
            Q_EMIT left();
            return true;
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            if (watched != filter_) break;
            QApplication::sendEvent(table_, event);
            return true;
        default:
            break;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace tessera::boxoffice
