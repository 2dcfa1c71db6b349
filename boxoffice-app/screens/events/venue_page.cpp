// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/events/venue_page.h"

#include <QtCore/QFile>
#include <QtCore/QTimeZone>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include "boxoffice-app/screens/events/field_box.h"
#include "boxoffice-app/shell/tall_column.h"
#include "shared/qt/sale/words.h"
#include "shared/qt/setup/plan_file.h"
#include "shared/qt/theme/theme.h"

namespace tessera::boxoffice {
namespace {

constexpr int kLargeText = 150;
constexpr int kGap = 10;
constexpr int kListHeight = 150;

QListView* listOf(QAbstractItemModel& model, const QString& name, QWidget* parent) {
    auto* const list = new QListView(parent);
    list->setModel(&model);
    list->setObjectName(name);
    list->setUniformItemSizes(true);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    return list;
}

QStringList zones() {
    QStringList out;
    for (const QByteArray& each : QTimeZone::availableTimeZoneIds()) {
        out << QString::fromLatin1(each);
    }
    return out;
}

}  // namespace

VenuePage::VenuePage(setup::VenueBook& book, const qt::Theme& theme, QWidget* parent)
    : QWidget(parent), book_(book), theme_(theme) {
    auto* const scroll = new TallColumn(this);
    auto* const content = new QWidget(scroll);
    scroll->setWidget(content);
    auto* const column = new QVBoxLayout(content);
    heading_ = new QLabel(content);
    qt::setTextRole(heading_, qt::TextRole::Title);
    venues_ = listOf(book.venues(), QStringLiteral("venues"), content);
    buildFields(content);
    plansHeading_ = new QLabel(content);
    qt::setTextRole(plansHeading_, qt::TextRole::Heading);
    plans_ = listOf(book.layouts(), QStringLiteral("plans"), content);
    file_ = new FieldBox(BoxKind::Line, QStringLiteral("plan_file"), content);
    choose_ = new QPushButton(content);
    for (QPushButton*& each : buttons_) each = new QPushButton(content);
    qt::setButtonRole(buttons_[1], qt::ButtonRole::GoesOn);
    auto* const ofVenue = new QHBoxLayout;
    ofVenue->addWidget(buttons_[0]);
    ofVenue->addWidget(buttons_[1]);
    ofVenue->addStretch(1);
    auto* const ofPlan = new QHBoxLayout;
    ofPlan->addWidget(buttons_[2]);
    ofPlan->addWidget(buttons_[3]);
    ofPlan->addStretch(1);
    auto* const ofFile = new QHBoxLayout;
    ofFile->addWidget(file_, 1);
    ofFile->addWidget(choose_, 0, Qt::AlignBottom);
    column->addWidget(heading_);
    column->addWidget(venues_, 1);
    column->addWidget(grid_);
    column->addLayout(ofVenue);
    column->addWidget(plansHeading_);
    column->addWidget(plans_, 1);
    column->addLayout(ofPlan);
    column->addLayout(ofFile);
    message_ = new QLabel(this);
    message_->setWordWrap(true);
    message_->setObjectName(QStringLiteral("venue_message"));
    auto* const last = new QHBoxLayout;
    buttons_[4]->setParent(this);
    last->addWidget(buttons_[4]);
    last->addStretch(1);
    auto* const all = new QVBoxLayout(this);
    all->setContentsMargins(kGap, 0, 0, 0);
    all->addWidget(scroll, 1);
    all->addWidget(message_);
    all->addLayout(last);
    follow();
}

void VenuePage::buildFields(QWidget* content) {
    grid_ = new FormGrid(content);
    static constexpr const char* kNames[] = {"venue_name", "venue_city", "venue_country",
                                             "venue_zone"};
    for (int i = 0; i < kFields; ++i) {
        fields_[i] = new FieldBox(BoxKind::Line, QLatin1String(kNames[i]), grid_);
        grid_->add(fields_[i]);
        connect(fields_[i], &FieldBox::edited, fields_[i],
                [this, i] { fields_[i]->setProblem({}); });
    }
    auto* const completer = new QCompleter(zones(), this);
    completer->setCompletionMode(QCompleter::InlineCompletion);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    fields_[3]->line()->setCompleter(completer);
}

void VenuePage::follow() {
    connect(&book_, &setup::VenueBook::changed, this, &VenuePage::refresh);
    connect(&book_, &setup::VenueBook::saved, this, [this] {
        shown_ = book_.venue().venue();
        // What was typed since stays; else it is as the server has it, a colleague's change too.
        const Texts now = textsOf(book_.venue());
        for (int i = 0; i < kFields; ++i) {
            if (fields_[i]->text() == sent_[i]) fields_[i]->setText(now[i]);
        }
    });
    connect(&book_, &setup::VenueBook::refused, this, [this](setup::VenueField field) {
        FieldBox* const box = fields_[static_cast<int>(field) - 1];
        box->setProblem(setup::VenueBook::rule(field));
        box->field()->setFocus();
    });
    connect(venues_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& now) {
                if (!filling_ && now.isValid() && now.row() != book_.row()) book_.choose(now.row());
            });
    connect(file_->line(), &QLineEdit::returnPressed, this, &VenuePage::readFile);
}

void VenuePage::refresh() {
    filling_ = true;
    if (book_.row() >= 0) venues_->setCurrentIndex(book_.venues().index(book_.row()));
    if (book_.row() < 0) venues_->clearSelection();
    if (!plans_->currentIndex().isValid()) plans_->setCurrentIndex(book_.layouts().index(0));
    filling_ = false;
    const bool known = hasVenue();
    plansHeading_->setText(known ? tr("Plans of %1").arg(sale::textOf(book_.venue().name()))
                                 : tr("Plans: save the venue first"));
    file_->setEnabled(known);
    if (shown_ != book_.venue().venue()) fill();
}

VenuePage::Texts VenuePage::textsOf(const v1::Venue& venue) {
    return {sale::textOf(venue.name()), sale::textOf(venue.city()),
            sale::textOf(venue.country_code()), sale::textOf(venue.time_zone())};
}

void VenuePage::fill() {
    shown_ = book_.venue().venue();
    const Texts texts = textsOf(book_.venue());
    for (int i = 0; i < kFields; ++i) fields_[i]->setText(texts[i]);
    for (FieldBox* const each : fields_) each->setProblem({});
}

void VenuePage::beginNew() {
    book_.choose(-1);
    fill();
    fields_[0]->field()->setFocus();
}

void VenuePage::fileFocus() {
    file_->field()->setFocus();
}

void VenuePage::save() {
    v1::Venue typed;
    for (int i = 0; i < kFields; ++i) sent_[i] = fields_[i]->text();
    typed.set_name(fields_[0]->text().trimmed().toStdString());
    typed.set_city(fields_[1]->text().trimmed().toStdString());
    typed.set_country_code(fields_[2]->text().trimmed().toUpper().toStdString());
    typed.set_time_zone(fields_[3]->text().trimmed().toStdString());
    book_.save(typed);
}

const v1::LayoutSummary* VenuePage::layout() const {
    const int row = plans_->currentIndex().row();
    return row >= 0 && row < book_.layoutList().size() ? &book_.layoutList()[row] : nullptr;
}

void VenuePage::chooseFile() {
    auto* const dialog = new QFileDialog(this, tr("A seating plan"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters({tr("Seating plans (*.json)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& name) {
        file_->setText(name);
        readFile();
    });
    dialog->open();
}

void VenuePage::readFile() {
    QFile file(file_->text().trimmed());
    if (!file.open(QIODevice::ReadOnly)) {
        file_->setProblem(tr("This file cannot be read."));
        return;
    }
    const QByteArray json = file.read(setup::kPlanBytesMost + 1);
    const QString problem = setup::readPlan(json).problem;
    file_->setProblem(problem);
    if (problem.isEmpty()) Q_EMIT planRead(json);
}

void VenuePage::say(const QString& text, bool wrong) {
    message_->setText(text);
    message_->setVisible(!text.isEmpty());
    qt::setTextRole(message_, wrong ? qt::TextRole::Danger : qt::TextRole::Good);
}

void VenuePage::retranslate() {
    heading_->setText(tr("Venues"));
    venues_->setAccessibleName(tr("Venues"));
    plans_->setAccessibleName(tr("Plans of the venue"));
    fields_[0]->setWords(tr("Name"));
    fields_[1]->setWords(tr("Town"));
    fields_[2]->setWords(tr("Country, two letters; may be empty"), tr("DE", "an example"));
    fields_[3]->setWords(tr("Time zone"), tr("Europe/Berlin", "an example"));
    file_->setWords(tr("Import a plan: its file, then Enter"),
                    tr("the seating-plan editor's JSON"));
    refresh();
}

void VenuePage::look() {
    grid_->setColumns(theme_.textPercent() >= kLargeText ? 1 : 2);
    for (QListView* const each : {venues_, plans_}) {
        each->setMinimumHeight(theme_.scaled(kListHeight));
    }
}

void VenuePage::homeFocus() {
    if (book_.venues().rowCount() == 0) {
        fields_[0]->field()->setFocus();
    } else {
        venues_->setFocus();
    }
}

}  // namespace tessera::boxoffice
