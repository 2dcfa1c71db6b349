// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/events/copy_page.h"

#include <QtGui/QTextBlock>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include "boxoffice-app/screens/events/field_box.h"
#include "boxoffice-app/shell/tall_column.h"
#include "shared/qt/sale/words.h"
#include "shared/qt/setup/typed.h"
#include "shared/qt/theme/theme.h"

namespace tessera::boxoffice {
namespace {

constexpr int kLargeText = 150;
constexpr int kGap = 10;
constexpr int kDatesHeight = 180;
constexpr int kShownMost = 3;

}  // namespace

CopyPage::CopyPage(setup::Series& series, const qt::Theme& theme, QWidget* parent)
    : QWidget(parent), series_(series), theme_(theme) {
    auto* const scroll = new TallColumn(this);
    auto* const content = new QWidget(scroll);
    scroll->setWidget(content);
    auto* const column = new QVBoxLayout(content);
    title_ = new QLabel(content);
    title_->setWordWrap(true);
    title_->setObjectName(QStringLiteral("copy_title"));
    qt::setTextRole(title_, qt::TextRole::Title);
    rule_ = new FormGrid(content);
    rest_ = new FormGrid(content);
    const auto box = [](BoxKind kind, const char* name, FormGrid* grid) {
        auto* const made = new FieldBox(kind, QLatin1String(name), grid);
        grid->add(made);
        return made;
    };
    first_ = box(BoxKind::Line, "copy_first", rule_);
    weeks_ = box(BoxKind::Line, "copy_weeks", rule_);
    times_ = box(BoxKind::Line, "copy_times", rule_);
    datesLabel_ = new QLabel(content);
    datesLabel_->setWordWrap(true);
    dates_ = new QPlainTextEdit(content);
    dates_->setObjectName(QStringLiteral("copy_dates"));
    dates_->setTabChangesFocus(true);
    datesLabel_->setBuddy(dates_);
    read_ = new QLabel(content);
    read_->setWordWrap(true);
    read_->setObjectName(QStringLiteral("copy_read"));
    name_ = box(BoxKind::Line, "copy_name", rest_);
    codes_ = box(BoxKind::Flag, "copy_codes", rest_);
    allocations_ = box(BoxKind::Flag, "copy_allocations", rest_);
    message_ = new QLabel(this);
    message_->setWordWrap(true);
    message_->setObjectName(QStringLiteral("copy_message"));
    for (QPushButton*& each : buttons_) each = new QPushButton(this);
    buttons_[0]->setParent(content);
    qt::setButtonRole(buttons_[2], qt::ButtonRole::GoesOn);
    column->addWidget(title_);
    column->addWidget(rule_);
    column->addWidget(buttons_[0], 0, Qt::AlignLeading);
    column->addWidget(datesLabel_);
    column->addWidget(dates_, 1);
    column->addWidget(read_);
    column->addWidget(rest_);
    auto* const last = new QHBoxLayout;
    last->addWidget(buttons_[1]);
    last->addStretch(1);
    last->addWidget(buttons_[2]);
    auto* const all = new QVBoxLayout(this);
    all->setContentsMargins(kGap, 0, 0, 0);
    all->addWidget(scroll, 1);
    all->addWidget(message_);
    all->addLayout(last);
    follow();
}

void CopyPage::follow() {
    connect(dates_, &QPlainTextEdit::textChanged, this, [this] {
        if (!loading_) series_.drafts().set("dates", dates_->toPlainText());
        showDates();
    });
    for (FieldBox* const each : {first_, weeks_, times_, name_, codes_, allocations_}) {
        connect(each, &FieldBox::edited, this, [this, each](const QString& text) {
            series_.drafts().set(each->field()->objectName().toLatin1(), text);
        });
    }
    connect(&series_.drafts(), &setup::Drafts::forgotten, this, [this](const std::string& event) {
        if (event == event_.event()) load({});
    });
    connect(times_->line(), &QLineEdit::returnPressed, this, &CopyPage::addWeekly);
    connect(&series_, &setup::Series::refused, this, &CopyPage::goToLine);
}

void CopyPage::setEvent(const v1::Event& event) {
    const bool another = event.event() != event_.event();
    event_ = event;
    title_->setText(tr("Again: %1").arg(sale::textOf(event_.config().name())));
    if (!another) return;
    const setup::Draft& draft = series_.drafts().open(event_.event());
    load(draft);
    say(draft.isEmpty() ? QString() : setup::Drafts::text(), false);
}

void CopyPage::load(const setup::Draft& draft) {
    loading_ = true;
    const auto show = [&draft](FieldBox* box, const QString& otherwise) {
        box->setText(draft.value(box->field()->objectName().toLatin1(), otherwise));
        box->setProblem({});
    };
    const QString begins =
        setup::typedTime(event_.config().starts_at(), event_.venue().time_zone());
    show(first_, setup::weeklyLines(begins, 1, 2).value(1));
    show(weeks_, QStringLiteral("1"));
    show(times_, QStringLiteral("1"));
    show(name_, {});
    show(codes_, QStringLiteral("0"));
    show(allocations_, QStringLiteral("0"));
    dates_->setPlainText(draft.value("dates"));
    loading_ = false;
    showDates();
}

void CopyPage::addWeekly() {
    const auto weeks = setup::readCount(weeks_->text());
    const auto times = setup::readCount(times_->text());
    weeks_->setProblem(weeks && *weeks >= 1 ? QString() : tr("a whole number from 1"));
    times_->setProblem(times && *times >= 1 && *times <= setup::Series::kDatesMost
                           ? QString()
                           : tr("1 to %1").arg(setup::Series::kDatesMost));
    const QStringList lines =
        setup::weeklyLines(first_->text(), weeks.value_or(1), times.value_or(1));
    first_->setProblem(lines.isEmpty() ? tr("a time like 2026-12-04 19:30") : QString());
    if (lines.isEmpty() || !weeks || *weeks < 1 || !times || *times < 1) return;
    const QString before = dates_->toPlainText().trimmed();
    dates_->setPlainText((before.isEmpty() ? QString() : before + u'\n') + lines.join(u'\n'));
    dates_->setFocus();
}

// How they are understood, the first and the last.
void CopyPage::showDates() {
    const setup::SeriesRead read =
        setup::readSeries(dates_->toPlainText(), event_.venue().time_zone());
    QStringList shown;
    for (const auto& each : read.times) {
        if (shown.size() == kShownMost) break;
        shown << sale::dateText(each, event_.venue().time_zone(), locale_);
    }
    const bool empty = dates_->toPlainText().trimmed().isEmpty();
    qt::setTextRole(read_,
                    read.problem.isEmpty() || empty ? qt::TextRole::Weak : qt::TextRole::Danger);
    if (empty) return read_->setText(tr("No date yet."));
    if (!read.problem.isEmpty()) return read_->setText(read.problem);
    const QString list = shown.join(QStringLiteral(" · "));
    read_->setText(tr("%n date(s): %1", nullptr, static_cast<int>(read.times.size()))
                       .arg(read.times.size() > kShownMost ? list + QStringLiteral(" …") : list));
}

void CopyPage::make() {
    series_.make(event_, {.lines = dates_->toPlainText(),
                          .name = name_->text(),
                          .withCodes = codes_->text() == QStringLiteral("1"),
                          .withAllocations = allocations_->text() == QStringLiteral("1")});
}

void CopyPage::goToLine(int line) {
    const QTextBlock block = dates_->document()->findBlockByNumber(line);
    if (block.isValid()) dates_->setTextCursor(QTextCursor(block));
    dates_->setFocus();
}

void CopyPage::say(const QString& text, bool wrong) {
    message_->setText(text);
    message_->setVisible(!text.isEmpty());
    qt::setTextRole(message_, wrong ? qt::TextRole::Danger : qt::TextRole::Good);
}

void CopyPage::retranslate() {
    title_->setText(tr("Again: %1").arg(sale::textOf(event_.config().name())));
    first_->setWords(tr("The first time"), tr("2026-12-04 19:30", "an example"));
    weeks_->setWords(tr("Every how many weeks"));
    times_->setWords(tr("How many times, then Enter"));
    datesLabel_->setText(tr("Dates by the venue's clocks, one a line"));
    dates_->setAccessibleName(tr("Dates"));
    name_->setWords(tr("Another name; empty: the same"));
    codes_->setWords(tr("With its codes"));
    allocations_->setWords(tr("With seats that are set aside"));
    showDates();
}

void CopyPage::look() {
    const int columns = theme_.textPercent() >= kLargeText ? 1 : 3;
    rule_->setColumns(columns);
    rest_->setColumns(columns);
    dates_->setMinimumHeight(theme_.scaled(kDatesHeight));
}

void CopyPage::homeFocus() {
    dates_->setFocus();
}

}  // namespace tessera::boxoffice
