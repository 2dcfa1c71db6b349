// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/sell/customer_form.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>

#include "boxoffice-app/shell/byte_limit.h"
#include "shared/qt/language/languages.h"
#include "shared/qt/sale/words.h"

namespace tessera::boxoffice {
namespace {

using Search = sale::CustomerSearch;

struct LineMade {
    const char* name;
    int row;
    int bytesMost;
};
constexpr LineMade kMade[] = {{"customer_form_name", 1, Search::kNameBytesMost},
                              {"customer_form_email", 2, Search::kEmailBytesMost},
                              {"customer_form_phone", 3, Search::kPhoneCharactersMost},
                              {"customer_form_organisation", 4, Search::kOrganisationBytesMost},
                              {"customer_form_note", 6, Search::kNoteBytesMost}};
constexpr int kLanguageRow = 5;
constexpr int kTrustRow = 7;

std::string* textIn(v1::Customer& customer, int line) {
    std::string* const texts[] = {customer.mutable_name(), customer.mutable_email(),
                                  customer.mutable_phone(), customer.mutable_organisation(),
                                  customer.mutable_note()};
    return texts[line];
}

QString shownOf(v1::Customer customer, int line) {
    return sale::textOf(*textIn(customer, line));
}

}  // namespace

CustomerForm::CustomerForm(QWidget* parent) : QWidget(parent) {
    auto* const grid = new QGridLayout(this);
    heading_ = new QLabel(this);
    heading_->setWordWrap(true);
    qt::setTextRole(heading_, qt::TextRole::Title);
    grid->addWidget(heading_, 0, 0, 1, 2);
    buildLines();
    buildRest();
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(grid->rowCount(), 1);
}

void CustomerForm::buildLines() {
    auto* const grid = static_cast<QGridLayout*>(layout());
    for (int i = 0; i < kLines; ++i) {
        labels_[i] = new QLabel(this);
        lines_[i] = new QLineEdit(this);
        lines_[i]->setObjectName(QLatin1String(kMade[i].name));
        limitBytes(lines_[i], kMade[i].bytesMost);
        labels_[i]->setBuddy(lines_[i]);
        grid->addWidget(labels_[i], kMade[i].row, 0);
        grid->addWidget(lines_[i], kMade[i].row, 1);
        connect(lines_[i], &QLineEdit::returnPressed, this, [this, i] { enterIn(Line(i)); });
    }
}

void CustomerForm::buildRest() {
    auto* const grid = static_cast<QGridLayout*>(layout());
    languageLabel_ = new QLabel(this);
    language_ = new QComboBox(this);
    language_->setObjectName(QStringLiteral("customer_form_language"));
    languageLabel_->setBuddy(language_);
    language_->addItem(QString(), QString());
    for (const qt::Language& each : qt::Languages::all()) language_->addItem(each.name, each.code);
    trusted_ = new QCheckBox(this);
    trusted_->setObjectName(QStringLiteral("customer_form_trusted"));
    trustLine_ = new QLabel(this);
    trustLine_->setObjectName(QStringLiteral("customer_form_trust"));
    trustLine_->setWordWrap(true);
    qt::setTextRole(trustLine_, qt::TextRole::Weak);
    message_ = new QLabel(this);
    message_->setObjectName(QStringLiteral("customer_form_message"));
    message_->setWordWrap(true);
    message_->hide();
    save_ = new QPushButton(this);
    save_->setObjectName(QStringLiteral("save_customer"));
    grid->addWidget(languageLabel_, kLanguageRow, 0);
    grid->addWidget(language_, kLanguageRow, 1);
    grid->addWidget(trusted_, kTrustRow, 0, 1, 2, Qt::AlignLeading);
    grid->addWidget(trustLine_, kTrustRow + 1, 0, 1, 2);
    grid->addWidget(message_, kTrustRow + 2, 0, 1, 2);
    grid->addWidget(save_, kTrustRow + 3, 0, 1, 2, Qt::AlignLeading);
    setTabOrder(lines_[Organisation], language_);
    setTabOrder(language_, lines_[Note]);
    setTabOrder(lines_[Note], trusted_);
    setTabOrder(trusted_, save_);
}

// Name, e-mail and telephone are typed one after the other; whatever is there already is passed.
void CustomerForm::enterIn(Line line) {
    const bool goesOn = line < Phone && !lines_[line]->text().isEmpty();
    if (goesOn && lines_[line + 1]->text().isEmpty()) return goTo(lines_[line + 1]);
    Q_EMIT saveAsked();
}

void CustomerForm::begin(const v1::Customer& before, const v1::Customer& typed) {
    before_ = before;
    for (int i = 0; i < kLines; ++i) {
        lines_[i]->setText(shownOf(typed, i));
        lines_[i]->setCursorPosition(0);
    }
    showLanguage(typed.language());
    trusted_->setChecked(typed.trusted());
    say({});
    retranslate();
}

v1::Customer CustomerForm::wanted() const {
    v1::Customer out = before_;
    for (int i = 0; i < kLines; ++i) {
        *textIn(out, i) = lines_[i]->text().trimmed().toStdString();
    }
    out.set_language(language_->currentData().toString().toStdString());
    if (mayTrust_) out.set_trusted(trusted_->isChecked());
    return out;
}

bool CustomerForm::isTouched() const {
    return wanted().SerializeAsString() != before_.SerializeAsString();
}

void CustomerForm::suggest(const QString& typed) {
    QLineEdit* const line = lines_[typed.contains(u'@') ? Email : Name];
    if (line->text().isEmpty()) line->setText(typed);
}

void CustomerForm::become(const v1::Customer& now) {
    const v1::Customer typed = wanted();
    for (int i = 0; i < kLines; ++i) {
        if (shownOf(typed, i) == shownOf(before_, i)) lines_[i]->setText(shownOf(now, i));
    }
    if (typed.language() == before_.language()) showLanguage(now.language());
    if (typed.trusted() == before_.trusted()) trusted_->setChecked(now.trusted());
    before_ = now;
    retranslate();
}

// One that is not among ours stays what it is.
void CustomerForm::showLanguage(const std::string& tag) {
    const int known = static_cast<int>(qt::Languages::all().size()) + 1;
    while (language_->count() > known) language_->removeItem(known);
    const QString shown = sale::textOf(tag);
    if (language_->findData(shown) < 0) language_->addItem(shown, shown);
    language_->setCurrentIndex(language_->findData(shown));
}

void CustomerForm::setMayTrust(bool may) {
    mayTrust_ = may;
    showTrust();
}

void CustomerForm::showTrust() {
    trusted_->setVisible(mayTrust_);
    trustLine_->setText(
        mayTrust_           ? tr("They are sent an invoice that is due on a day, and pay later.")
        : before_.trusted() ? tr("May buy on account. Who may sell on account can change that.")
                            : tr("May not buy on account. Who may sell on account can change "
                                 "that."));
}

void CustomerForm::setBusy(bool busy) {
    if (busy && (language_->hasFocus() || trusted_->hasFocus() || save_->hasFocus()))
        goTo(lines_[Name]);
    for (QLineEdit* const line : lines_) line->setReadOnly(busy);
    language_->setEnabled(!busy);
    trusted_->setEnabled(!busy);
}

void CustomerForm::say(const QString& text, qt::TextRole role) {
    message_->setText(text);
    message_->setVisible(!text.isEmpty());
    qt::setTextRole(message_, role);
}

void CustomerForm::home(Search::Field wrong) {
    switch (wrong) {
        case Search::Field::None:
            break;
        case Search::Field::Name:
            return goTo(lines_[Name]);
        case Search::Field::Email:
            return goTo(lines_[Email]);
        case Search::Field::Phone:
            return goTo(lines_[Phone]);
    }
    const bool named = isOfSomebodyNew() && !lines_[Name]->text().isEmpty();
    goTo(lines_[named ? Email : Name]);
}

// In big type it may be out of sight.
void CustomerForm::goTo(QWidget* field) {
    field->setFocus();
    for (QWidget* each = parentWidget(); each != nullptr; each = each->parentWidget()) {
        auto* const area = qobject_cast<QScrollArea*>(each);
        if (area != nullptr) return area->ensureWidgetVisible(field);
    }
}

QAbstractButton* CustomerForm::saveButton() const {
    return save_;
}

void CustomerForm::retranslate() {
    heading_->setText(isOfSomebodyNew() ? tr("Somebody new")
                                        : tr("Change: %1").arg(sale::textOf(before_.name())));
    const QString texts[kLines] = {tr("Na&me"), tr("E-ma&il"), tr("&Telephone"),
                                   tr("Or&ganisation"), tr("&Note")};
    const QString names[kLines] = {tr("Name"), tr("E-mail"), tr("Telephone"),
                                   tr("Organisation, as an invoice names it"),
                                   tr("Note of the customer")};
    for (int i = 0; i < kLines; ++i) {
        labels_[i]->setText(texts[i]);
        lines_[i]->setAccessibleName(names[i]);
    }
    languageLabel_->setText(tr("&Language"));
    language_->setAccessibleName(tr("Language in which they are written to"));
    language_->setItemText(0, tr("Not known"));
    trusted_->setText(tr("May &buy on account"));
    showTrust();
}

}  // namespace tessera::boxoffice
