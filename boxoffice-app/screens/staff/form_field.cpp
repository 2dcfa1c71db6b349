// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/staff/form_field.h"

#include <QtCore/QTimer>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

#include "shared/qt/theme/theme.h"

namespace tessera::boxoffice {

void bringIntoSight(QWidget* part) {
    QTimer::singleShot(0, part, [part] {
        for (QWidget* each = part->parentWidget(); each != nullptr; each = each->parentWidget()) {
            auto* const area = qobject_cast<QScrollArea*>(each);
            if (area != nullptr) area->ensureWidgetVisible(part);
        }
    });
}

FormField::FormField(Kind kind, const QString& name, QWidget* parent) : QWidget(parent) {
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    label_ = new QLabel(this);
    label_->setWordWrap(true);
    if (kind == Kind::Line) {
        line_ = new QLineEdit(this);
        connect(line_, &QLineEdit::textEdited, this, &FormField::edited);
        connect(line_, &QLineEdit::returnPressed, this, &FormField::entered);
    } else {
        choice_ = new QComboBox(this);
        choice_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        connect(choice_, &QComboBox::activated, this, &FormField::edited);
    }
    connect(this, &FormField::edited, this, [this] { setProblem({}); });
    field()->setObjectName(name);
    label_->setBuddy(field());
    problem_ = new QLabel(this);
    problem_->setObjectName(name + QStringLiteral("_problem"));
    problem_->setWordWrap(true);
    qt::setTextRole(problem_, qt::TextRole::Danger);
    problem_->hide();
    column->addWidget(label_);
    column->addWidget(field());
    column->addWidget(problem_);
}

QWidget* FormField::field() const {
    return line_ != nullptr ? static_cast<QWidget*>(line_) : choice_;
}

void FormField::setWords(const QString& label) {
    label_->setText(label);
    field()->setAccessibleName(QString(label).remove(u'&'));
    setProblem({});  // In the words of another language by now.
}

void FormField::setProblem(const QString& text) {
    problem_->setText(text);
    problem_->setVisible(!text.isEmpty());
    field()->setAccessibleDescription(text);
}

}  // namespace tessera::boxoffice
