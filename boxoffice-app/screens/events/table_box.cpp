// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/events/table_box.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>
#include <algorithm>

#include "shared/qt/setup/row_table.h"
#include "shared/qt/theme/theme.h"

namespace tessera::boxoffice {
namespace {

constexpr int kRowHeight = 34;
constexpr int kColumnLeast = 90;

class CellDelegate : public QStyledItemDelegate {
public:
    CellDelegate(const qt::Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent), theme_(theme) {}

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override {
        const QStringList choices = index.data(setup::kChoicesRole).toStringList();
        QWidget* editor = nullptr;
        if (choices.isEmpty()) {
            editor = QStyledItemDelegate::createEditor(parent, option, index);
        } else {
            auto* const box = new QComboBox(parent);
            for (int i = 0; i + 1 < choices.size(); i += 2) {
                box->addItem(choices[i + 1], choices[i]);
            }
            editor = box;
        }
        if (editor != nullptr) {
            editor->setAccessibleName(
                index.model()->headerData(index.column(), Qt::Horizontal).toString());
        }
        return editor;
    }
    void setEditorData(QWidget* editor, const QModelIndex& index) const override {
        auto* const box = qobject_cast<QComboBox*>(editor);
        // What is typed stays, whatever becomes of the cell meanwhile.
        const auto* const line = qobject_cast<const QLineEdit*>(editor);
        if (line != nullptr && line->isModified()) return;
        if (box == nullptr) return QStyledItemDelegate::setEditorData(editor, index);
        box->setCurrentIndex(std::max(0, box->findData(index.data(Qt::EditRole))));
    }
    void setModelData(QWidget* editor, QAbstractItemModel* model,
                      const QModelIndex& index) const override {
        auto* const box = qobject_cast<QComboBox*>(editor);
        if (box == nullptr) return QStyledItemDelegate::setModelData(editor, model, index);
        model->setData(index, box->currentData(), Qt::EditRole);
    }

protected:
    // A mark and bold type, not the colour alone.
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        if (!index.data(setup::kWrongRole).isValid()) return;
        option->text.prepend(QStringLiteral("⚠ "));
        option->font.setBold(true);
        option->palette.setColor(QPalette::Text, theme_.colour(qt::ColourRole::Danger));
    }

private:
    const qt::Theme& theme_;
};

}  // namespace

TableBox::TableBox(QAbstractItemModel& model, const qt::Theme& theme, const QString& name,
                   QWidget* parent)
    : QWidget(parent), theme_(theme) {
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    heading_ = new QLabel(this);
    heading_->setWordWrap(true);
    qt::setTextRole(heading_, qt::TextRole::Heading);
    hint_ = new QLabel(this);
    hint_->setWordWrap(true);
    table_ = new QTableView(this);
    table_->setModel(&model);
    table_->setObjectName(name);
    table_->setItemDelegate(new CellDelegate(theme, table_));
    table_->setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::DoubleClicked |
                            QAbstractItemView::EditKeyPressed);
    table_->setTabKeyNavigation(false);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setWordWrap(false);
    table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table_->horizontalHeader()->setHighlightSections(false);
    heading_->setBuddy(table_);
    column->addWidget(heading_);
    column->addWidget(hint_);
    column->addWidget(table_);
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &TableBox::sayProblem);
    connect(&model, &QAbstractItemModel::dataChanged, this, &TableBox::sayProblem);
}

void TableBox::setWords(const QString& heading, const QString& hint) {
    heading_->setText(heading);
    table_->setAccessibleName(heading);
    hintText_ = hint;
    fitHeads();
    sayProblem();
}

// A column is never narrower than what stands over it: rather the table scrolls.
void TableBox::fitHeads() {
    QHeaderView* const heads = table_->horizontalHeader();
    int least = theme_.scaled(kColumnLeast);
    for (int i = 0; i < heads->count(); ++i) least = std::max(least, heads->sectionSizeHint(i));
    heads->setMinimumSectionSize(least);
    // Where nothing is left to stretch into, it leaves a column as it was.
    for (int i = 0; i < heads->count(); ++i) {
        if (heads->sectionSize(i) < least) heads->resizeSection(i, least);
    }
}

void TableBox::look() {
    const int height = theme_.scaled(kRowHeight);
    table_->verticalHeader()->setDefaultSectionSize(height);
    fitHeads();
    const int frame = 2 * table_->frameWidth() + 4;
    table_->setMinimumHeight(height * (rows_ + 1) +
                             table_->horizontalHeader()->sizeHint().height() + frame - height);
}

void TableBox::finishTyping() {
    const QWidget* const focus = QApplication::focusWidget();
    if (focus != nullptr && table_->viewport()->isAncestorOf(focus)) table_->setFocus();
}

// Of the cell that one is in, else of the first that is wrong.
void TableBox::sayProblem() {
    QString wrong = table_->currentIndex().data(setup::kWrongRole).toString();
    const QAbstractItemModel* const model = table_->model();
    for (int row = 0; row < model->rowCount() && wrong.isEmpty(); ++row) {
        for (int column = 0; column < model->columnCount() && wrong.isEmpty(); ++column) {
            wrong = model->index(row, column).data(setup::kWrongRole).toString();
        }
    }
    qt::setTextRole(hint_, wrong.isEmpty() ? qt::TextRole::Weak : qt::TextRole::Danger);
    hint_->setText(wrong.isEmpty() ? hintText_ : wrong);
    hint_->setVisible(!hint_->text().isEmpty());
}

}  // namespace tessera::boxoffice
