// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/sell/customer_panel.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include "shared/qt/theme/theme.h"

namespace tessera::boxoffice {
namespace {

using Field = sale::CustomerSearch::Field;

}  // namespace

CustomerPanel::CustomerPanel(sale::CustomerSearch& search, QWidget* parent)
    : QWidget(parent), search_(search) {
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    find_ = new FindPanel(search_, this);
    column->addWidget(find_, 1);
    buildForm();
    connect(find_, &FindPanel::textEdited, &search_, &sale::CustomerSearch::search);
    connect(find_, &FindPanel::left, this, &CustomerPanel::left);
    connect(find_, &FindPanel::nothingChosen, this, &CustomerPanel::openForm);
    connect(find_, &FindPanel::chosen, this, [this](int row) {
        search_.choose(row);
        Q_EMIT chosen();
    });
    connect(&search_, &sale::CustomerSearch::answered, this,
            [this] { find_->answered(search_.problem()); });
    connect(&search_, &sale::CustomerSearch::saved, this, [this] {
        save_->setEnabled(true);
        if (!search_.problem().isEmpty()) return say(search_.problem(), Field::Name);
        clear();
        Q_EMIT chosen();
    });
}

void CustomerPanel::buildForm() {
    auto* const form = new QWidget(this);
    auto* const grid = new QGridLayout(form);
    newHeading_ = new QLabel(form);
    qt::setTextRole(newHeading_, qt::TextRole::Heading);
    grid->addWidget(newHeading_, 0, 0);
    const char* const names[] = {"new_name", "new_email", "new_phone"};
    for (int i = 0; i < 3; ++i) {
        labels_[i] = new QLabel(form);
        fields_[i] = new QLineEdit(form);
        fields_[i]->setObjectName(QLatin1String(names[i]));
        fields_[i]->setMaxLength(sale::CustomerSearch::kEmailBytesMost);
        labels_[i]->setBuddy(fields_[i]);
        grid->addWidget(labels_[i], i + 1, 0);
        grid->addWidget(fields_[i], i + 1, 1);
        connect(fields_[i], &QLineEdit::returnPressed, this, [this, i] {
            if (i < 2 && !fields_[i]->text().isEmpty() && fields_[i + 1]->text().isEmpty()) {
                return fields_[i + 1]->setFocus();
            }
            save();
        });
    }
    message_ = new QLabel(form);
    message_->setWordWrap(true);
    message_->hide();
    qt::setTextRole(message_, qt::TextRole::Danger);
    save_ = new QPushButton(form);
    save_->setObjectName(QStringLiteral("save_customer"));
    grid->addWidget(message_, 4, 0, 1, 2);
    grid->addWidget(save_, 0, 1, Qt::AlignTrailing);
    connect(save_, &QPushButton::clicked, this, &CustomerPanel::save);
    layout()->addWidget(form);
}

void CustomerPanel::begin() {
    find_->begin();
}

void CustomerPanel::clear() {
    find_->clear();
    search_.search({});
    for (QLineEdit* const field : fields_) field->clear();
    message_->hide();
}

// With what was looked for in vain as the name.
void CustomerPanel::openForm() {
    const QString typed = find_->typed().trimmed();
    if (fields_[0]->text().isEmpty() && !typed.contains(u'@')) fields_[0]->setText(typed);
    if (fields_[1]->text().isEmpty() && typed.contains(u'@')) fields_[1]->setText(typed);
    (fields_[0]->text().isEmpty() ? fields_[0] : fields_[1])->setFocus();
}

void CustomerPanel::save() {
    const sale::CustomerSearch::Typed typed{fields_[0]->text(), fields_[1]->text(),
                                            fields_[2]->text()};
    const Field wrong = sale::CustomerSearch::wrongField(typed);
    if (wrong != Field::None) return say(sale::CustomerSearch::wrongText(wrong), wrong);
    message_->hide();
    save_->setEnabled(false);
    search_.save(typed);
}

void CustomerPanel::say(const QString& text, Field field) {
    message_->setText(text);
    message_->show();
    fields_[field == Field::Email ? 1 : field == Field::Phone ? 2 : 0]->setFocus();
}

void CustomerPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Escape) return QWidget::keyPressEvent(event);
    Q_EMIT left();
}

void CustomerPanel::retranslate() {
    find_->setWords({.heading = tr("Customer"),
                     .field = tr("&Name, e-mail or telephone"),
                     .list = tr("Customers that were found"),
                     .hint = tr("Enter takes the chosen one; where nobody is found, it goes to the "
                                "form below. Esc leaves.")});
    newHeading_->setText(tr("Somebody new"));
    const QString texts[] = {tr("Na&me"), tr("E-&mail"), tr("&Telephone")};
    for (int i = 0; i < 3; ++i) {
        labels_[i]->setText(texts[i]);
        fields_[i]->setAccessibleName(QString(texts[i]).remove(u'&'));
    }
    save_->setText(tr("&Save and take"));
}

}  // namespace tessera::boxoffice
