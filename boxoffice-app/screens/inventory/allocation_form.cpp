// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/inventory/allocation_form.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDateTimeEdit>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

#include "shared/qt/inventory/allocation_model.h"
#include "shared/qt/sale/words.h"
#include "shared/qt/theme/theme.h"

namespace tessera::boxoffice {
namespace {

constexpr v1::Allocation::Kind kKinds[] = {v1::Allocation::HOUSE,      v1::Allocation::ARTIST,
                                           v1::Allocation::PROMOTER,   v1::Allocation::PRESS,
                                           v1::Allocation::ACCESSIBLE, v1::Allocation::OTHER};
constexpr int kDay = 24 * 60 * 60;

}  // namespace

AllocationForm::AllocationForm(QWidget* parent) : QWidget(parent) {
    heading_ = new QLabel(this);
    heading_->setObjectName(QStringLiteral("allocation_heading"));
    heading_->setWordWrap(true);
    qt::setTextRole(heading_, qt::TextRole::Heading);
    nameLabel_ = new QLabel(this);
    name_ = new QLineEdit(this);
    name_->setMaxLength(inventory::AllocationEditor::kNameBytesMost);
    name_->setObjectName(QStringLiteral("allocation_name"));
    nameLabel_->setBuddy(name_);
    kindLabel_ = new QLabel(this);
    kind_ = new QComboBox(this);
    kind_->setObjectName(QStringLiteral("allocation_kind"));
    kindLabel_->setBuddy(kind_);
    timed_ = new QCheckBox(this);
    timed_->setObjectName(QStringLiteral("allocation_timed"));
    time_ = new QDateTimeEdit(this);
    time_->setObjectName(QStringLiteral("allocation_time"));
    time_->setCalendarPopup(true);
    nameWrong_ = new QLabel(this);
    timeWrong_ = new QLabel(this);
    for (QLabel* const wrong : {nameWrong_, timeWrong_}) {
        wrong->setWordWrap(true);
        wrong->hide();
        qt::setTextRole(wrong, qt::TextRole::Danger);
    }
    nameWrong_->setObjectName(QStringLiteral("allocation_name_wrong"));
    timeWrong_->setObjectName(QStringLiteral("allocation_time_wrong"));
    zoneLine_ = new QLabel(this);
    zoneLine_->setWordWrap(true);
    qt::setTextRole(zoneLine_, qt::TextRole::Weak);
    save_ = new QPushButton(this);
    save_->setObjectName(QStringLiteral("allocation_save"));
    remove_ = new QPushButton(this);
    remove_->setObjectName(QStringLiteral("allocation_remove"));
    leave_ = new QPushButton(this);
    auto* const buttons = new QGridLayout;
    buttons->addWidget(save_, 0, 0);
    buttons->addWidget(leave_, 0, 1);
    buttons->addWidget(remove_, 1, 0, 1, 2);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    for (QWidget* const each :
         std::initializer_list<QWidget*>{heading_, nameLabel_, name_, nameWrong_, kindLabel_, kind_,
                                         timed_, time_, timeWrong_, zoneLine_}) {
        column->addWidget(each);
    }
    column->addLayout(buttons);
    connect(timed_, &QCheckBox::toggled, time_, &QWidget::setEnabled);
    connect(name_, &QLineEdit::returnPressed, this, &AllocationForm::save);
    hide();
}

QTimeZone AllocationForm::zone() const {
    const QTimeZone there(QByteArray::fromStdString(edited_.zone));
    return there.isValid() ? there : QTimeZone::utc();
}

void AllocationForm::begin(const Edited& edited) {
    edited_ = edited;
    const v1::Allocation now = edited.before.value_or(v1::Allocation());
    name_->setText(sale::textOf(now.name()));
    int kind = 0;
    for (int i = 0; i < static_cast<int>(std::size(kKinds)); ++i) {
        if (kKinds[i] == now.kind()) kind = i;
    }
    kind_->setCurrentIndex(kind);
    timed_->setChecked(now.has_release_time());
    time_->setEnabled(now.has_release_time());
    const qint64 at =
        now.has_release_time() ? now.release_time().seconds() : edited.startSeconds - kDay;
    // As a clock without a zone: the field would turn it into the device's.
    const QDateTime there = QDateTime::fromSecsSinceEpoch(at, zone());
    time_->setTimeSpec(Qt::UTC);
    // Whole minutes: what the field does not show is not typed with the rest.
    const QTime clock(there.time().hour(), there.time().minute());
    time_->setDateTime(QDateTime(there.date(), clock, Qt::UTC));
    shown_ = time_->dateTime();
    shownAt_ = at;
    say({}, inventory::AllocationField::None);
    show();
    retranslate();
    home();
    name_->selectAll();
}

void AllocationForm::home() {
    name_->setFocus();
}

// The clock that the field shows is the venue's, whatever zone this device is in.
v1::Allocation AllocationForm::wanted() const {
    v1::Allocation out;
    out.set_allocation_no(edited_.number);
    out.set_name(name_->text().trimmed().toStdString());
    out.set_kind(kKinds[std::max(0, kind_->currentIndex())]);
    if (!timed_->isChecked()) return out;
    // Of an hour that the clock shows twice it stays the one that it was.
    if (time_->dateTime() == shown_) {
        out.mutable_release_time()->set_seconds(shownAt_);
    } else {
        const QDateTime there(time_->date(), time_->time(), zone());
        out.mutable_release_time()->set_seconds(there.toSecsSinceEpoch());
    }
    return out;
}

// Not an hour that the clock leaves out, in the night when it is put on.
bool AllocationForm::timeIsThere() const {
    if (!timed_->isChecked()) return true;
    const QDateTime typed(time_->date(), time_->time(), zone());
    const QDateTime there = QDateTime::fromSecsSinceEpoch(typed.toSecsSinceEpoch(), zone());
    return there.date() == time_->date() && there.time() == time_->time();
}

void AllocationForm::save() {
    if (timeIsThere()) return Q_EMIT saveAsked();
    say(tr("There is no such hour at the venue: its clock is put on in that night."),
        inventory::AllocationField::Release);
}

void AllocationForm::say(const QString& text, inventory::AllocationField field) {
    const bool ofTime = field == inventory::AllocationField::Release;
    nameWrong_->setText(ofTime ? QString() : text);
    timeWrong_->setText(ofTime ? text : QString());
    nameWrong_->setVisible(!nameWrong_->text().isEmpty());
    timeWrong_->setVisible(!timeWrong_->text().isEmpty());
    if (text.isEmpty()) return;
    (ofTime ? static_cast<QWidget*>(time_) : name_)->setFocus();
}

void AllocationForm::adopt(const std::optional<v1::Allocation>& now) {
    edited_.before = now;
    showWhich();
}

void AllocationForm::renumber(int number) {
    edited_.number = number;
    showWhich();
}

// A new one has no name that could be taken away.
void AllocationForm::showWhich() {
    heading_->setText(edited_.before ? tr("Change allocation %1").arg(edited_.number)
                                     : tr("New allocation %1").arg(edited_.number));
    remove_->setVisible(edited_.before.has_value());
}

void AllocationForm::setLocale(const QLocale& locale) {
    time_->setLocale(locale);
    time_->setDisplayFormat(locale.dateTimeFormat(QLocale::ShortFormat));
}

void AllocationForm::end() {
    hide();
}

void AllocationForm::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Escape:
            Q_EMIT left();
            return;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (auto* const button = qobject_cast<QPushButton*>(focusWidget())) {
                return button->click();
            }
            save();
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

void AllocationForm::retranslate() {
    showWhich();
    nameLabel_->setText(tr("&Name"));
    name_->setAccessibleName(tr("Name of the allocation"));
    kindLabel_->setText(tr("Set asi&de for"));
    kind_->setAccessibleName(tr("Set aside for"));
    const int kind = std::max(0, kind_->currentIndex());
    kind_->clear();
    for (const v1::Allocation::Kind each : kKinds) kind_->addItem(inventory::kindText(each));
    kind_->setCurrentIndex(kind);
    timed_->setText(tr("Public by itself &from"));
    time_->setAccessibleName(tr("Release time"));
    zoneLine_->setText(edited_.zone.empty()
                           ? QString()
                           : tr("By the clocks of the venue: %1. Enter saves, Esc leaves.")
                                 .arg(sale::textOf(edited_.zone)));
}

}  // namespace tessera::boxoffice
