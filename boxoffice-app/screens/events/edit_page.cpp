// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/events/edit_page.h"

#include <QtCore/QTimer>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

#include "boxoffice-app/screens/events/field_box.h"
#include "boxoffice-app/screens/events/table_box.h"
#include "boxoffice-app/shell/ask_line.h"
#include "boxoffice-app/shell/tall_column.h"
#include "shared/qt/sale/words.h"
#include "shared/qt/setup/typed.h"
#include "shared/qt/theme/theme.h"

namespace tessera::boxoffice {
namespace {

constexpr int kLargeText = 150;
constexpr int kGap = 10;
constexpr const char* kCodeFields[] = {"code",       "discount", "usesMax",   "validFrom",
                                       "validUntil", "bands",    "allocation"};

BoxKind kindOf(const QString& id) {
    const setup::EventField* const field = setup::eventField(id);
    if (field->kind == setup::FieldKind::Text) return BoxKind::Text;
    return field->kind == setup::FieldKind::Flag ? BoxKind::Flag : BoxKind::Line;
}

}  // namespace

EditPage::EditPage(setup::EventEditor& editor, setup::CodeBook& codes, const qt::Theme& theme,
                   QWidget* parent)
    : QWidget(parent), editor_(editor), form_(editor.form()), codes_(codes), theme_(theme) {
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(kGap, 0, 0, 0);
    title_ = new QLabel(this);
    facts_ = new QLabel(this);
    conflicts_ = new QLabel(this);
    message_ = new QLabel(this);
    for (QLabel* const each : {title_, facts_, conflicts_, message_}) each->setWordWrap(true);
    qt::setTextRole(title_, qt::TextRole::Title);
    qt::setTextRole(facts_, qt::TextRole::Weak);
    qt::setTextRole(conflicts_, qt::TextRole::Warning);
    title_->setObjectName(QStringLiteral("event_title"));
    facts_->setObjectName(QStringLiteral("event_state"));
    conflicts_->setObjectName(QStringLiteral("conflicts"));
    message_->setObjectName(QStringLiteral("edit_message"));
    parts_ = new QTabWidget(this);
    parts_->setObjectName(QStringLiteral("parts"));
    parts_->setUsesScrollButtons(true);
    parts_->setDocumentMode(true);
    addFields(addPart(), {"name", "startsAt", "runningTime", "currencyCode", "imageUrl",
                          "focalPoint", "description", "terms"});
    QVBoxLayout* const prices = addPart();
    addTable(prices, form_.table(QStringLiteral("ticketTypes")), "ticketTypes");
    addTable(prices, form_.prices(), "prices");
    QVBoxLayout* const fees = addPart();
    addTable(fees, form_.table(QStringLiteral("fees")), "fees");
    addTable(fees, form_.table(QStringLiteral("taxes")), "taxes");
    addFields(addPart(), {"saleWindows.presaleOpensAt", "saleWindows.opensAt",
                          "saleWindows.closesAt", "companionReleaseTime", "limits.perOrder",
                          "limits.perBuyer", "holdDuration", "payDuration", "unpaidDuration",
                          "orphanRule", "channels.web", "channels.boxOffice", "channels.kiosk"});
    addFields(addPart(), {"afterSale.returnsUntil", "afterSale.returnFeePpm",
                          "afterSale.exchangesUntil", "afterSale.transfersUntil"});
    QVBoxLayout* const ways = addPart();
    addTable(ways, form_.table(QStringLiteral("entrances")), "entrances");
    addTable(ways, form_.table(QStringLiteral("allocations")), "allocations");
    buildCodes(addPart());
    for (QWidget* const each : {static_cast<QWidget*>(title_), static_cast<QWidget*>(facts_),
                                static_cast<QWidget*>(conflicts_)}) {
        column->addWidget(each);
    }
    column->addWidget(parts_, 1);
    column->addWidget(message_);
    auto* const last = new QGridLayout;
    for (int i = 0; i < 6; ++i) {
        buttons_[i] = new QPushButton(this);
        last->addWidget(buttons_[i], i / 3, i % 3);
    }
    qt::setButtonRole(buttons_[5], qt::ButtonRole::GoesOn);
    column->addLayout(last);
    follow();
}

QVBoxLayout* EditPage::addPart() {
    auto* const scroll = new TallColumn(parts_);
    auto* const content = new QWidget(scroll);
    scroll->setWidget(content);
    auto* const column = new QVBoxLayout(content);
    parts_->addTab(scroll, QString());
    return column;
}

FormGrid* EditPage::addFields(QVBoxLayout* column, std::initializer_list<const char*> ids) {
    auto* const grid = new FormGrid(column->parentWidget());
    for (const char* const each : ids) {
        const QString id = QLatin1String(each);
        auto* const box = new FieldBox(kindOf(id), id, grid);
        connect(box, &FieldBox::edited, this, [this, id](const QString& text) {
            form_.setField(id, text);
            note(id);
        });
        grid->add(box, kindOf(id) == BoxKind::Text);
        fields_.insert(id, box);
    }
    grids_.push_back(grid);
    column->addWidget(grid);
    column->addStretch(1);
    return grid;
}

TableBox* EditPage::addTable(QVBoxLayout* column, QAbstractItemModel& model, const char* id) {
    auto* const box = new TableBox(model, theme_, QLatin1String(id), column->parentWidget());
    tables_.insert(QLatin1String(id), box);
    column->addWidget(box, 1);
    return box;
}

void EditPage::buildCodes(QVBoxLayout* column) {
    addTable(column, codes_, "codes");
    ask_ = new AskLine(column->parentWidget());
    withdraw_ = new QPushButton(column->parentWidget());
    column->addWidget(ask_);
    column->addWidget(withdraw_, 0, Qt::AlignLeading);
    connect(ask_, &AskLine::left, this, [this] { codeTable()->setFocus(); });
    auto* const scroll = static_cast<QScrollArea*>(parts_->widget(kParts - 1));
    connect(ask_, &AskLine::opened, this, [this, scroll] {
        QTimer::singleShot(0, ask_, [this, scroll] { scroll->ensureWidgetVisible(ask_); });
        Q_EMIT codeAsked(ask_);
    });
    connect(&codes_, &QAbstractItemModel::modelReset, ask_, &AskLine::end);
    connect(parts_, &QTabWidget::currentChanged, &codes_, [this](int part) {
        if (part == kParts - 1) codes_.refresh();
    });
    auto* const grid = new FormGrid(column->parentWidget());
    for (const char* const each : kCodeFields) {
        const QString id = QLatin1String(each);
        auto* const box = new FieldBox(BoxKind::Line, QStringLiteral("code_") + id, grid);
        connect(box->line(), &QLineEdit::returnPressed, this, &EditPage::createCode);
        connect(box, &FieldBox::edited, box, [box] { box->setProblem({}); });
        grid->add(box);
        codeFields_.insert(id, box);
    }
    auto* const presale = new FieldBox(BoxKind::Flag, QStringLiteral("code_presale"), grid);
    grid->add(presale);
    codeFields_.insert(QStringLiteral("presale"), presale);
    grids_.push_back(grid);
    createCode_ = new QPushButton(column->parentWidget());
    createCode_->setObjectName(QStringLiteral("create_code"));
    column->addWidget(grid);
    column->addWidget(createCode_, 0, Qt::AlignLeading);
    connect(&codes_, &setup::CodeBook::created, this, &EditPage::codeMade);
    connect(&codes_, &setup::CodeBook::refused, this,
            [this](const QString& field, const QString& typed) {
                FieldBox* const box = codeFields_.value(field);
                if (box == nullptr || box->text() != typed) return;
                box->setProblem(setup::CodeBook::rule(field));
                box->field()->setFocus();
            });
}

// What was typed since is another code's, and stays; who is elsewhere goes on there.
void EditPage::codeMade(const QMap<QString, QString>& sent) {
    bool away = !createCode_->isVisible() || codeTable()->isAncestorOf(QApplication::focusWidget());
    for (auto each = codeFields_.cbegin(); each != codeFields_.cend(); ++each) {
        const bool stays = each.value()->text() != sent.value(each.key());
        if (!stays) each.value()->setText({});
        away = away || stays;
    }
    if (!away) codeFields_.value(QStringLiteral("code"))->field()->setFocus();
}

QTableView* EditPage::codeTable() const {
    return tables_.value(QStringLiteral("codes"))->table();
}

void EditPage::askToWithdraw() {
    parts_->setCurrentIndex(kParts - 1);
    const int row = codeTable()->currentIndex().row();
    if (row < 0) {
        codeTable()->setFocus();
        return say(tr("Choose a code first."), true);
    }
    const v1::EventCode& code = codes_.at(row);
    ask_->ask({.first = tr("Withdraw %1? Nobody gets it from then on; reservations that have it "
                           "keep it.")
                            .arg(sale::textOf(code.code())),
               .button = tr("Withdraw"),
               .taken = [this, id = code.code_id()](const QString&, const QString&) {
                   ask_->end();
                   codes_.withdraw(id);
               }});
}

bool EditPage::leaveQuestion() {
    if (!ask_->isOpen()) return false;
    ask_->end();
    return true;
}

void EditPage::createCode() {
    if (parts_->currentIndex() != kParts - 1) return showPart(kParts - 1);
    QMap<QString, QString> typed;
    for (auto each = codeFields_.cbegin(); each != codeFields_.cend(); ++each) {
        typed.insert(each.key(), (*each)->text());
        (*each)->setProblem({});
    }
    codes_.create(typed);
}

void EditPage::follow() {
    connect(&form_, &setup::EventForm::loaded, this, &EditPage::fillFields);
    connect(&form_, &setup::EventForm::problemsChanged, this, &EditPage::showProblems);
    connect(&editor_, &setup::EventEditor::changed, this, &EditPage::refresh);
    connect(&editor_, &setup::EventEditor::refused, this, &EditPage::showProblem);
}

void EditPage::say(const QString& text, bool wrong) {
    message_->setText(text);
    message_->setVisible(!text.isEmpty());
    qt::setTextRole(message_, wrong ? qt::TextRole::Danger : qt::TextRole::Good);
}

void EditPage::fillFields() {
    for (auto each = fields_.cbegin(); each != fields_.cend(); ++each) {
        (*each)->setText(form_.field(each.key()));
        note(each.key());
    }
}

// A time with its day of the week, so that a slip is seen.
void EditPage::note(const QString& id) {
    if (setup::eventField(id)->kind != setup::FieldKind::Time) return;
    const std::string& zone = form_.context().zone;
    const setup::TimeRead read = setup::readTime(form_.field(id), zone);
    fields_.value(id)->setNote(read.fault == setup::TimeFault::None
                                   ? sale::dateText(read.time, zone, locale_)
                                   : QString());
}

void EditPage::showProblems() {
    for (auto each = fields_.cbegin(); each != fields_.cend(); ++each) {
        (*each)->setProblem(form_.problemOf(each.key()));
    }
}

int EditPage::partOf(const QWidget* widget) const {
    for (int part = 0; part < parts_->count(); ++part) {
        if (parts_->widget(part)->isAncestorOf(widget)) return part;
    }
    return 0;
}

void EditPage::showProblem() {
    if (form_.problems().isEmpty()) return;
    const QString place = form_.problems().first().place;
    QWidget* target = nullptr;
    if (FieldBox* const box = fields_.value(place)) target = box->field();
    if (target == nullptr) {
        TableBox* const box = tables_.value(place.section(u'[', 0, 0).section(u'.', 0, 0));
        if (box != nullptr) target = box->table();
    }
    if (target == nullptr) return;
    parts_->setCurrentIndex(partOf(target));
    target->setFocus();
}

void EditPage::refresh() {
    const v1::Event& event = editor_.event();
    const bool there = editor_.stage() != setup::EditStage::Nothing;
    const QString name = sale::textOf(event.config().name());
    title_->setText(!there ? tr("No event is open") : editor_.isNew() ? tr("New event") : name);
    QStringList facts;
    if (there) {
        const QString venue = sale::textOf(event.venue().name());
        const QString plan = sale::textOf(editor_.layout().name());
        if (!venue.isEmpty()) facts << tr("Venue: %1").arg(venue);
        if (!plan.isEmpty()) facts << tr("Plan: %1").arg(plan);
        switch (event.sale_state()) {
            case v1::OPEN:
                facts << tr("sale open");
                break;
            case v1::CLOSED:
                facts << tr("sale closed");
                break;
            case v1::CANCELLED:
                facts << tr("cancelled");
                break;
            default:
                facts << tr("draft, nothing is sold");
        }
        if (editor_.stage() == setup::EditStage::Reading) facts << tr("being read");
        if (editor_.stage() == setup::EditStage::Saving) facts << tr("being saved");
        if (editor_.isChanged()) facts << tr("not saved");
    }
    facts.removeAll(QString());
    facts_->setText(facts.join(QStringLiteral(" · ")));
    conflicts_->setText(editor_.conflicts().join(u'\n'));
    conflicts_->setVisible(!editor_.conflicts().isEmpty());
    parts_->setEnabled(there && editor_.stage() != setup::EditStage::Reading);
    fields_.value(QStringLiteral("currencyCode"))->setFixed(there && !editor_.isNew());
    codes_.setEvent(event);
    const QString currency = form_.field(QStringLiteral("currencyCode"));
    tables_.value(QStringLiteral("prices"))
        ->setWords(
            currency.isEmpty() ? setup::placeName(QStringLiteral("prices"))
                               : tr("Prices in %1").arg(currency),
            tr("A row for each band, a column for each ticket type; an empty one is not sold."));
}

void EditPage::retranslate() {
    const QString names[kParts] = {tr("Event"),      tr("Prices"),    tr("Fees"), tr("Sale"),
                                   tr("After sale"), tr("Entrances"), tr("Codes")};
    for (int part = 0; part < kParts; ++part) parts_->setTabText(part, names[part]);
    parts_->tabBar()->setAccessibleName(tr("Parts of the event"));
    parts_->setAccessibleName(tr("Parts of the event"));
    for (auto each = fields_.cbegin(); each != fields_.cend(); ++each) {
        const setup::EventField& field = *setup::eventField(each.key());
        QString hint;
        if (field.kind == setup::FieldKind::Time) hint = tr("2026-12-04 19:30", "an example");
        if (field.kind == setup::FieldKind::Length) hint = tr("5 min, 2 h or 1 d");
        (*each)->setWords(setup::placeName(each.key()), hint);
    }
    fields_.value(QStringLiteral("focalPoint"))
        ->setWords(setup::placeName(QStringLiteral("focalPoint")), tr("across down, like 900 120"));
    for (auto each = tables_.cbegin(); each != tables_.cend(); ++each) {
        (*each)->setWords(setup::placeName(each.key()),
                          tr("Type in a cell; Ctrl+Delete removes a row."));
    }
    tables_.value(QStringLiteral("codes"))
        ->setWords(tr("Codes"), tr("A code is made at once. How often and how long one is good can "
                                   "be typed over, and is changed at once."));
    ask_->retranslate();
    tables_.value(QStringLiteral("entrances"))
        ->setWords(setup::placeName(QStringLiteral("entrances")),
                   tr("Sections and areas by their numbers on the plan; with neither it is for all "
                      "the others."));
    for (auto each = codeFields_.cbegin(); each != codeFields_.cend(); ++each) {
        (*each)->setWords(setup::CodeBook::name(each.key()), setup::CodeBook::rule(each.key()));
    }
    form_.retranslate();
    fillFields();
    refresh();
}

void EditPage::look() {
    const int columns = theme_.textPercent() >= kLargeText ? 1 : 2;
    for (FormGrid* const each : grids_) each->setColumns(columns);
    for (TableBox* const each : tables_) each->look();
}

void EditPage::showPart(int part) {
    parts_->setCurrentIndex(part);
    if (part == kParts - 1) return codeFields_.value(QStringLiteral("code"))->field()->setFocus();
    QWidget* const page = static_cast<QScrollArea*>(parts_->widget(part))->widget();
    for (QWidget* next = page->nextInFocusChain(); next != page; next = next->nextInFocusChain()) {
        if (!page->isAncestorOf(next) || (next->focusPolicy() & Qt::TabFocus) == 0) continue;
        next->setFocus();
        auto* const table = qobject_cast<QTableView*>(next);
        if (table != nullptr) {
            const QModelIndex at = table->currentIndex();
            table->setCurrentIndex(at.isValid() ? at : table->model()->index(0, 0));
            table->selectionModel()->select(table->currentIndex(),
                                            QItemSelectionModel::ClearAndSelect);
        }
        return;
    }
}

void EditPage::homeFocus() {
    showPart(std::max(0, parts_->currentIndex()));
}

void EditPage::finishTyping() {
    for (TableBox* const each : tables_) each->finishTyping();
}

bool EditPage::removeRow() {
    if (codeTable()->hasFocus()) {
        askToWithdraw();
        return true;
    }
    for (auto each = tables_.cbegin(); each != tables_.cend(); ++each) {
        auto* const model = qobject_cast<setup::RowTable*>((*each)->table()->model());
        if (model != nullptr && (*each)->table()->hasFocus()) {
            return model->takeRow((*each)->table()->currentIndex().row());
        }
    }
    return false;
}

}  // namespace tessera::boxoffice
