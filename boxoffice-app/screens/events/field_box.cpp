// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/events/field_box.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QStyle>
#include <QtWidgets/QVBoxLayout>

#include "shared/qt/theme/theme.h"

namespace tessera::boxoffice {
namespace {

constexpr int kAreaLines = 3;

}  // namespace

FieldBox::FieldBox(BoxKind kind, const QString& name, QWidget* parent) : QWidget(parent) {
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    if (kind == BoxKind::Flag) {
        flag_ = new QCheckBox(this);
        column->addStretch(1);
        connect(flag_, &QCheckBox::clicked, this, [this] { Q_EMIT edited(text()); });
    } else {
        label_ = new QLabel(this);
        label_->setWordWrap(true);
        column->addWidget(label_);
    }
    if (kind == BoxKind::Line) {
        line_ = new QLineEdit(this);
        label_->setBuddy(line_);
        connect(line_, &QLineEdit::textEdited, this, &FieldBox::edited);
    } else if (kind == BoxKind::Text) {
        area_ = new QPlainTextEdit(this);
        area_->setTabChangesFocus(true);
        label_->setBuddy(area_);
        area_->setMinimumHeight(area_->fontMetrics().lineSpacing() * (kAreaLines + 1));
        area_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
        connect(area_, &QPlainTextEdit::textChanged, this, [this] { Q_EMIT edited(text()); });
    }
    field()->setObjectName(name);
    column->addWidget(field());
    below_ = new QLabel(this);
    below_->setObjectName(QStringLiteral("below_") + name);
    below_->setWordWrap(true);
    below_->hide();
    column->addWidget(below_);
    if (kind == BoxKind::Line) column->addStretch(1);
}

QWidget* FieldBox::field() const {
    if (line_ != nullptr) return line_;
    if (area_ != nullptr) return area_;
    return flag_;
}

void FieldBox::setWords(const QString& label, const QString& hint) {
    QString plain = label;
    plain.remove(u'&');
    field()->setAccessibleName(plain);
    field()->setAccessibleDescription(hint);
    if (label_ != nullptr) label_->setText(label);
    if (line_ != nullptr) line_->setPlaceholderText(hint);
    if (flag_ != nullptr) flag_->setText(label);
}

QString FieldBox::text() const {
    if (line_ != nullptr) return line_->text();
    if (area_ != nullptr) return area_->toPlainText();
    return flag_->isChecked() ? QStringLiteral("1") : QStringLiteral("0");
}

void FieldBox::setText(const QString& text) {
    if (text == this->text()) return;
    if (line_ != nullptr) line_->setText(text);
    if (area_ != nullptr) area_->setPlainText(text);
    if (flag_ != nullptr) flag_->setChecked(text == QStringLiteral("1"));
}

void FieldBox::setProblem(const QString& text) {
    problem_ = text;
    if (line_ != nullptr && line_->property("wrong").toBool() == text.isEmpty()) {
        line_->setProperty("wrong", !text.isEmpty());
        line_->style()->unpolish(line_);
        line_->style()->polish(line_);
    }
    say();
}

void FieldBox::setNote(const QString& text) {
    note_ = text;
    say();
}

void FieldBox::say() {
    const bool wrong = !problem_.isEmpty();
    qt::setTextRole(below_, wrong ? qt::TextRole::Danger : qt::TextRole::Weak);
    below_->setText(wrong ? problem_ : note_);
    below_->setVisible(!below_->text().isEmpty());
}

void FieldBox::setFixed(bool fixed) {
    if (line_ != nullptr) line_->setReadOnly(fixed);
}

void FormGrid::add(FieldBox* box, bool wide) {
    box->setParent(this);
    places_.append({box, wide});
}

void FormGrid::setColumns(int columns) {
    delete grid_;
    grid_ = new QGridLayout(this);
    grid_->setContentsMargins(0, 0, 0, 0);
    int at = 0;
    for (const Place& each : places_) {
        const int span = each.wide ? columns : 1;
        if (at % columns + span > columns) at += columns - at % columns;
        grid_->addWidget(each.box, at / columns, at % columns, 1, span);
        at += span;
    }
    for (int i = 0; i < columns; ++i) grid_->setColumnStretch(i, 1);
}

}  // namespace tessera::boxoffice
