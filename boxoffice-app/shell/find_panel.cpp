// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/shell/find_panel.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QVBoxLayout>
#include <utility>

#include "shared/qt/theme/theme.h"

namespace tessera::boxoffice {
namespace {

constexpr int kTypedMost = 256;  // A ticket's code is scanned into it.

}  // namespace

FindPanel::FindPanel(QAbstractItemModel& model, QWidget* parent) : QWidget(parent) {
    column_ = new QVBoxLayout(this);
    heading_ = new QLabel(this);
    heading_->setWordWrap(true);
    qt::setTextRole(heading_, qt::TextRole::Title);
    fieldLabel_ = new QLabel(this);
    fieldLabel_->setWordWrap(true);
    field_ = new QLineEdit(this);
    field_->setMaxLength(kTypedMost);
    field_->setObjectName(QStringLiteral("find"));
    fieldLabel_->setBuddy(field_);
    list_ = new QListView(this);
    list_->setModel(&model);
    list_->setObjectName(QStringLiteral("found"));
    list_->setUniformItemSizes(true);
    list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    hint_ = new QLabel(this);
    hint_->setWordWrap(true);
    column_->addWidget(heading_);
    column_->addWidget(fieldLabel_);
    column_->addWidget(field_);
    column_->addWidget(list_, 1);
    column_->addWidget(hint_);
    field_->installEventFilter(this);
    list_->installEventFilter(this);
    connect(field_, &QLineEdit::textEdited, this, [this](const QString& text) {
        waiting_ = true;
        early_ = false;
        Q_EMIT textEdited(text);
    });
    connect(list_, &QListView::clicked, this, &FindPanel::choose);
    connect(&model, &QAbstractItemModel::modelReset, this, [this, &model] {
        if (model.rowCount() > 0) list_->setCurrentIndex(model.index(0, 0));
    });
}

void FindPanel::setWords(const Words& words) {
    heading_->setText(words.heading);
    fieldLabel_->setText(words.field);
    field_->setAccessibleName(QString(words.field).remove(u'&'));
    list_->setAccessibleName(words.list);
    hintText_ = words.hint;
    say({}, {});
}

void FindPanel::setTallRows(int between) {
    list_->setUniformItemSizes(false);
    list_->setWordWrap(true);
    list_->setResizeMode(QListView::Adjust);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setSpacing(between);
}

void FindPanel::begin() {
    field_->setFocus();
    field_->selectAll();
}

QString FindPanel::typed() const {
    return field_->text();
}

int FindPanel::currentRow() const {
    return waiting_ ? -1 : list_->currentIndex().row();
}

void FindPanel::type(const QString& text) {
    field_->setText(text);
    waiting_ = true;
    early_ = false;
    Q_EMIT textEdited(text);
}

bool FindPanel::isField(const QObject* widget) const {
    return widget == field_;
}

void FindPanel::clear() {
    field_->clear();
    waiting_ = early_ = false;
    say({}, {});
}

void FindPanel::answered(const QString& problem, const QString& more) {
    waiting_ = false;
    say(problem, more);
    if (std::exchange(early_, false) && problem.isEmpty()) choose();
}

void FindPanel::say(const QString& problem, const QString& more) {
    hint_->setText(!problem.isEmpty() ? problem : more.isEmpty() ? hintText_ : more);
    qt::setTextRole(hint_, problem.isEmpty() ? qt::TextRole::Weak : qt::TextRole::Danger);
}

void FindPanel::choose() {
    if (waiting_) {
        early_ = true;
        return;
    }
    const QModelIndex current = list_->currentIndex();
    if (current.isValid()) {
        Q_EMIT chosen(current.row());
    } else {
        Q_EMIT nothingChosen();
    }
}

bool FindPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Escape:
            Q_EMIT left();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            choose();
            return true;
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            if (watched != field_) break;
            QApplication::sendEvent(list_, event);
            return true;
        default:
            break;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace tessera::boxoffice
