// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/sell/customer_panel.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>
#include <algorithm>
#include <utility>

#include "boxoffice-app/screens/sell/customer_form.h"
#include "boxoffice-app/shell/tall_column.h"
#include "boxoffice-app/shell/tone.h"
#include "shared/base/check.h"
#include "shared/qt/sale/customer_search.h"
#include "shared/qt/sale/words.h"

namespace tessera::boxoffice {

CustomerPanel::CustomerPanel(Parts parts, QWidget* parent) : QWidget(parent), parts_(parts) {
    build();
    follow();
}

void CustomerPanel::build() {
    pages_ = new QStackedWidget(this);
    listPage_ = new QWidget(pages_);
    formPage_ = new QWidget(pages_);
    find_ = new FindPanel(parts_.search, listPage_);
    new_ = new QPushButton(listPage_);
    change_ = new QPushButton(listPage_);
    change_->setObjectName(QStringLiteral("change_customer"));
    auto* const buttons = new QHBoxLayout;
    buttons->addWidget(new_);
    buttons->addWidget(change_);
    buttons->addStretch(1);
    find_->column().addLayout(buttons);
    unsaved_ = new QLabel(listPage_);
    unsaved_->setObjectName(QStringLiteral("customers_unsaved"));
    unsaved_->setWordWrap(true);
    unsaved_->hide();
    qt::setTextRole(unsaved_, qt::TextRole::Warning);
    find_->column().addWidget(unsaved_);
    auto* const list = new QVBoxLayout(listPage_);
    list->setContentsMargins(0, 0, 0, 0);
    list->addWidget(find_);
    form_ = new CustomerForm(formPage_);
    auto* const scroll = new TallColumn(formPage_);
    scroll->setWidget(form_);
    auto* const column = new QVBoxLayout(formPage_);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll);
    pages_->addWidget(listPage_);
    pages_->addWidget(formPage_);
    auto* const all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(pages_);
}

void CustomerPanel::follow() {
    connect(find_, &FindPanel::textEdited, &parts_.search, &sale::CustomerSearch::search);
    connect(find_, &FindPanel::left, this, &CustomerPanel::left);
    connect(find_, &FindPanel::nothingChosen, this, &CustomerPanel::openNew);
    connect(find_, &FindPanel::chosen, this, [this](int row) {
        isForSale_ = false;
        if (!parts_.search.choose(row)) {
            Q_EMIT said(tr("There is an order already, and it keeps the name that it has."),
                        sale::Tone::Warning);
        }
        Q_EMIT chosen();
    });
    connect(&parts_.search, &sale::CustomerSearch::answered, this, [this] {
        find_->answered(parts_.search.problem());
        Q_EMIT stateChanged();
    });
    connect(form_, &CustomerForm::saveAsked, this, [this] {
        if (canSave()) save();
    });
    connect(&parts_.writer, &sale::CustomerWriter::changed, this, &CustomerPanel::savingChanged);
    connect(&parts_.writer, &sale::CustomerWriter::saved, this, &CustomerPanel::saved);
    connect(&parts_.writer, &sale::CustomerWriter::refused, this,
            [this](const QString& text) { tell(text, sale::Tone::Danger); });
    connect(&parts_.writer, &sale::CustomerWriter::changedMeanwhile, this,
            [this](const v1::Customer& now) {
                form_->become(now);
                tell(tr("Somebody else has changed this customer meanwhile. What was typed here "
                        "still stands, the rest is as it is now. Save again to keep both."),
                     sale::Tone::Warning);
            });
    connect(&parts_.desk, &qt::Desk::sessionChanged, this, &CustomerPanel::sessionChanged);
    sessionChanged();
}

void CustomerPanel::sessionChanged() {
    form_->setMayTrust(parts_.desk.may(sale::CustomerWriter::kTrustPermission));
    if (!parts_.desk.isSignedIn()) return;
    if (parts_.desk.isAnotherThan(staff_) && !staff_.empty()) forgetTyped();
    staff_ = parts_.desk.staff();
}

void CustomerPanel::saleOver() {
    isForSale_ = false;
    if (!isVisible()) forgetTyped();
}

void CustomerPanel::forgetTyped() {
    draft_.Clear();
    changed_.clear();
    if (!parts_.writer.isUnderWay()) form_->begin({});
    find_->clear();
    parts_.search.search({});
    showUnsaved();
}

// Whether what the form has can be set aside; else it is said whose changes come first.
bool CustomerPanel::hasRoomAside() {
    const bool known = !form_->isOfSomebodyNew() && form_->isTouched();
    if (!known || changed_.size() < static_cast<std::size_t>(kChangedMost)) return true;
    Q_EMIT said(tr("%n customer(s) are changed and not saved yet: save one of them first.", "",
                   kChangedMost + 1),
                sale::Tone::Warning);
    return false;
}

// What the form has, for when it is to have it again.
void CustomerPanel::setAside() {
    if (form_->isOfSomebodyNew()) {
        draft_ = form_->wanted();
    } else if (form_->isTouched()) {
        changed_.push_back({.before = form_->before(), .wanted = form_->wanted()});
    }
}

bool CustomerPanel::isAside(const v1::Customer& they) const {
    return std::ranges::any_of(
        changed_, [&](const Changed& each) { return each.before.customer() == they.customer(); });
}

// As they were left, else as they are.
CustomerPanel::Changed CustomerPanel::takeBack(const v1::Customer& they) {
    for (std::size_t i = 0; i < changed_.size(); ++i) {
        if (changed_[i].before.customer() != they.customer()) continue;
        Changed out = std::move(changed_[i]);
        changed_.erase(changed_.begin() + static_cast<std::ptrdiff_t>(i));
        return out;
    }
    return {they, they};
}

void CustomerPanel::showUnsaved() {
    QStringList names;
    for (const Changed& each : changed_) names << sale::textOf(each.before.name());
    const bool ofNew = form_->isOfSomebodyNew();
    const v1::Customer draft = ofNew ? form_->wanted() : draft_;
    if (form_->isTouched() && !ofNew) names << sale::textOf(form_->before().name());
    if (draft.SerializeAsString() != v1::Customer().SerializeAsString()) {
        const QString name = sale::textOf(draft.name());
        names << (name.isEmpty() ? tr("somebody new") : name);
    }
    unsaved_->setText(tr("Typed and not saved, and forgotten with the sale: %1")
                          .arg(names.join(tr(", ", "between customers"))));
    unsaved_->setVisible(!names.isEmpty());
}

void CustomerPanel::begin() {
    if (parts_.writer.isUnderWay()) return showForm();
    showList();
}

void CustomerPanel::openNew() {
    if (!parts_.writer.isUnderWay()) {
        if (!form_->isOfSomebodyNew()) {
            if (!hasRoomAside()) return;
            setAside();
            form_->begin({}, std::exchange(draft_, {}));
        }
        form_->suggest(find_->typed().trimmed());
    }
    showForm();
}

const v1::Customer& CustomerPanel::current() const {
    const int row = isVisible() && !formIsShown() ? find_->currentRow() : -1;
    return row >= 0 ? parts_.search.at(row) : parts_.search.ofCart();
}

bool CustomerPanel::canChange() const {
    return !current().customer().empty();
}

void CustomerPanel::change() {
    TESSERA_CHECK(canChange());
    const v1::Customer they = current();
    const bool same = form_->before().customer() == they.customer() && form_->isTouched();
    if (!parts_.writer.isUnderWay() && !same) {
        if (!isAside(they) && !hasRoomAside()) return;
        const Changed kept = takeBack(they);
        setAside();
        form_->begin(kept.before, kept.wanted);
    }
    showForm();
}

bool CustomerPanel::canSave() const {
    return formIsShown() && !parts_.writer.isUnderWay();
}

void CustomerPanel::save() {
    TESSERA_CHECK(canSave());
    const v1::Customer wanted = form_->wanted();
    const sale::CustomerSearch::Field wrong = sale::CustomerSearch::wrongField(
        {sale::textOf(wanted.name()), sale::textOf(wanted.email()), sale::textOf(wanted.phone())});
    if (wrong != sale::CustomerSearch::Field::None) {
        form_->say(sale::CustomerSearch::wrongText(wrong));
        return form_->home(wrong);
    }
    isForSale_ = true;
    parts_.writer.save(wanted, form_->before());
}

void CustomerPanel::savingChanged() {
    form_->setBusy(parts_.writer.isUnderWay());
    form_->say({});
    if (parts_.writer.isUnknown()) {
        tell(tr("The server has not answered. Whether the customer is saved is not known: it is "
                "being asked again, and they are saved once. Until then no other customer is "
                "changed."),
             sale::Tone::Danger);
    }
    Q_EMIT stateChanged();
}

void CustomerPanel::saved(const v1::Customer& now) {
    form_->begin({}, form_->isOfSomebodyNew() ? v1::Customer() : std::exchange(draft_, {}));
    find_->clear();
    parts_.search.search({});
    const bool fits = !std::exchange(isForSale_, false) || parts_.search.take(now);
    const bool inSight = formIsShown();
    pages_->setCurrentWidget(listPage_);
    showUnsaved();
    Q_EMIT said(fits ? tr("The customer is saved.")
                     : tr("The customer is saved. There is an order already, and it keeps the name "
                          "that it has."),
                fits ? sale::Tone::Good : sale::Tone::Warning);
    if (inSight) Q_EMIT chosen();
}

void CustomerPanel::tell(const QString& text, sale::Tone tone) {
    form_->say(text, roleOf(tone));
    if (!formIsShown()) Q_EMIT said(text, tone);
}

bool CustomerPanel::formIsShown() const {
    return isVisible() && pages_->currentWidget() == formPage_;
}

void CustomerPanel::showForm() {
    pages_->setCurrentWidget(formPage_);
    Q_EMIT opened();
    form_->home();
    Q_EMIT stateChanged();
}

void CustomerPanel::showList() {
    pages_->setCurrentWidget(listPage_);
    showUnsaved();
    find_->begin();
    Q_EMIT stateChanged();
}

QAbstractButton* CustomerPanel::newButton() const {
    return new_;
}

QAbstractButton* CustomerPanel::changeButton() const {
    return change_;
}

QAbstractButton* CustomerPanel::saveButton() const {
    return form_->saveButton();
}

void CustomerPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Escape) return QWidget::keyPressEvent(event);
    if (formIsShown() && !parts_.writer.isUnderWay()) return showList();
    Q_EMIT left();
}

void CustomerPanel::retranslate() {
    find_->setWords({.heading = tr("Customer"),
                     .field = tr("&Name, e-mail or telephone"),
                     .list = tr("Customers that were found"),
                     .hint = tr("Enter takes the chosen one; where nobody is found, it goes to the "
                                "form for somebody new. Esc leaves.")});
    form_->retranslate();
    showUnsaved();
    savingChanged();  // What was said in another language goes.
}

}  // namespace tessera::boxoffice
