// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/events/end_page.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include "boxoffice-app/screens/events/field_box.h"
#include "boxoffice-app/shell/tall_column.h"
#include "shared/qt/sale/words.h"
#include "shared/qt/theme/theme.h"

namespace tessera::boxoffice {
namespace {

constexpr int kLargeText = 150;
constexpr int kGap = 10;

}  // namespace

EndPage::EndPage(setup::EventEnd& end, const qt::Theme& theme, QWidget* parent)
    : QWidget(parent), end_(end), theme_(theme) {
    auto* const scroll = new TallColumn(this);
    auto* const content = new QWidget(scroll);
    scroll->setWidget(content);
    auto* const column = new QVBoxLayout(content);
    const auto label = [content](qt::TextRole role) {
        auto* const made = new QLabel(content);
        made->setWordWrap(true);
        qt::setTextRole(made, role);
        return made;
    };
    title_ = label(qt::TextRole::Title);
    stake_ = label(qt::TextRole::Heading);
    stake_->setObjectName(QStringLiteral("at_stake"));
    progress_ = label(qt::TextRole::Plain);
    progress_->setObjectName(QStringLiteral("end_progress"));
    bar_ = new QProgressBar(content);
    bar_->setRange(0, 100);
    bar_->setTextVisible(false);
    moveHeading_ = label(qt::TextRole::Heading);
    cancelHeading_ = label(qt::TextRole::Heading);
    cancelHint_ = label(qt::TextRole::Weak);
    moveForm_ = new FormGrid(content);
    cancelForm_ = new FormGrid(content);
    const auto box = [](BoxKind kind, const char* name, FormGrid* grid) {
        auto* const made = new FieldBox(kind, QLatin1String(name), grid);
        grid->add(made, kind == BoxKind::Text);
        connect(made, &FieldBox::edited, made, [made] { made->setProblem({}); });
        return made;
    };
    note_ = new FieldBox(BoxKind::Text, QStringLiteral("end_note"), content);
    startsAt_ = box(BoxKind::Line, "move_starts", moveForm_);
    answerUntil_ = box(BoxKind::Line, "move_until", moveForm_);
    refundRest_ = box(BoxKind::Flag, "move_refund", moveForm_);
    name_ = box(BoxKind::Line, "cancel_name", cancelForm_);
    for (QPushButton*& each : buttons_) each = new QPushButton(content);
    buttons_[0]->setParent(this);
    qt::setButtonRole(buttons_[2], qt::ButtonRole::Dangerous);
    for (QWidget* const each : {static_cast<QWidget*>(title_), static_cast<QWidget*>(stake_),
                                static_cast<QWidget*>(progress_), static_cast<QWidget*>(bar_),
                                static_cast<QWidget*>(note_), static_cast<QWidget*>(moveHeading_),
                                static_cast<QWidget*>(moveForm_)}) {
        column->addWidget(each);
    }
    column->addWidget(buttons_[1], 0, Qt::AlignLeading);
    column->addWidget(cancelHeading_);
    column->addWidget(cancelHint_);
    column->addWidget(cancelForm_);
    column->addWidget(buttons_[2], 0, Qt::AlignLeading);
    column->addStretch(1);
    message_ = new QLabel(this);
    message_->setWordWrap(true);
    message_->setObjectName(QStringLiteral("end_message"));
    auto* const last = new QHBoxLayout;
    last->addWidget(buttons_[0]);
    last->addStretch(1);
    auto* const all = new QVBoxLayout(this);
    all->setContentsMargins(kGap, 0, 0, 0);
    all->addWidget(scroll, 1);
    all->addWidget(message_);
    all->addLayout(last);
    follow();
}

void EndPage::follow() {
    // Not the name: whoever cancels types it there and then.
    for (FieldBox* const each : {startsAt_, answerUntil_, refundRest_, note_}) {
        connect(each, &FieldBox::edited, this, [this, each](const QString& text) {
            if (!loading_) end_.drafts().set(each->field()->objectName().toLatin1(), text);
        });
    }
    connect(&end_.drafts(), &setup::Drafts::forgotten, this, [this](const std::string& event) {
        if (event == end_.shown().event()) load({});
    });
    connect(&end_, &setup::EventEnd::changed, this, &EndPage::refresh);
    connect(&end_, &setup::EventEnd::refused, this, &EndPage::showRefusal);
}

void EndPage::setEvent(const v1::Event& event) {
    const bool another = event.event() != end_.shown().event();
    end_.setEvent(event);
    if (!another) return;
    const setup::Draft& draft = end_.drafts().open(event.event());
    load(draft);
    say(draft.isEmpty() ? QString() : setup::Drafts::text(), false);
}

void EndPage::load(const setup::Draft& draft) {
    loading_ = true;
    for (FieldBox* const each : {startsAt_, answerUntil_, note_, name_, refundRest_}) {
        each->setText(draft.value(each->field()->objectName().toLatin1()));
        each->setProblem({});
    }
    loading_ = false;
}

void EndPage::cancel() {
    end_.cancel(name_->text(), note_->text());
}

void EndPage::move() {
    end_.move({.startsAt = startsAt_->text(),
               .answerUntil = answerUntil_->text(),
               .refundUnanswered = refundRest_->text() == QStringLiteral("1"),
               .note = note_->text()});
}

void EndPage::showRefusal(setup::EndField field) {
    FieldBox* const box = field == setup::EndField::Name          ? name_
                          : field == setup::EndField::StartsAt    ? startsAt_
                          : field == setup::EndField::AnswerUntil ? answerUntil_
                                                                  : note_;
    box->setProblem(message_->text());
    box->field()->setFocus();
}

void EndPage::refresh() {
    title_->setText(sale::textOf(end_.shown().config().name()));
    stake_->setText(end_.atStake().isEmpty() ? tr("Sold tickets are being counted.")
                                             : end_.atStake());
    const QStringList lines = end_.progressLines();
    progress_->setText(lines.join(u'\n'));
    progress_->setVisible(!lines.isEmpty());
    const auto percent = end_.percentDone();
    bar_->setVisible(percent.has_value());
    bar_->setValue(percent.value_or(0));
    const bool over = end_.shown().sale_state() == v1::CANCELLED;
    for (QWidget* const each :
         {static_cast<QWidget*>(moveHeading_), static_cast<QWidget*>(moveForm_),
          static_cast<QWidget*>(cancelHeading_), static_cast<QWidget*>(cancelHint_),
          static_cast<QWidget*>(cancelForm_), static_cast<QWidget*>(note_),
          static_cast<QWidget*>(buttons_[1]), static_cast<QWidget*>(buttons_[2])}) {
        each->setVisible(!over);
    }
}

void EndPage::say(const QString& text, bool wrong) {
    message_->setText(text);
    message_->setVisible(!text.isEmpty());
    qt::setTextRole(message_, wrong ? qt::TextRole::Danger : qt::TextRole::Good);
}

void EndPage::retranslate() {
    moveHeading_->setText(tr("It takes place at another time"));
    cancelHeading_->setText(tr("It does not take place"));
    cancelHint_->setText(
        tr("Nothing is sold any more, all tickets are void, and all that was paid "
           "goes back. This cannot be taken back."));
    note_->setWords(tr("Words for the buyers; may be empty"));
    startsAt_->setWords(tr("Begins now"), tr("2026-12-04 19:30", "an example"));
    answerUntil_->setWords(tr("Buyers may answer until"), tr("2026-12-04 19:30", "an example"));
    refundRest_->setWords(tr("Who does not answer gets the money back"));
    name_->setWords(tr("Name of the event, to be sure"));
    bar_->setAccessibleName(tr("How far the refunds are"));
    refresh();
}

void EndPage::look() {
    const int columns = theme_.textPercent() >= kLargeText ? 1 : 3;
    moveForm_->setColumns(columns);
    cancelForm_->setColumns(columns == 1 ? 1 : 2);
}

void EndPage::homeFocus() {
    if (end_.shown().sale_state() == v1::CANCELLED) {
        buttons_[0]->setFocus();
    } else {
        note_->field()->setFocus();
    }
}

}  // namespace tessera::boxoffice
