// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/staff/person_panel.h"

#include <QtCore/QDir>
#include <QtCore/QStandardPaths>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

#include "boxoffice-app/screens/staff/form_field.h"
#include "boxoffice-app/shell/ask_line.h"
#include "boxoffice-app/shell/byte_limit.h"
#include "boxoffice-app/shell/find_panel.h"
#include "boxoffice-app/shell/tall_column.h"
#include "shared/qt/theme/theme.h"

namespace tessera::boxoffice {
namespace {

constexpr int kBetween = 2;

}  // namespace

PersonPanel::PersonPanel(staff::PersonDesk& desk, const qt::Theme& theme, QWidget* parent)
    : QWidget(parent), desk_(desk), theme_(theme) {
    row_ = new QBoxLayout(QBoxLayout::LeftToRight, this);
    find_ = new FindPanel(desk.found(), this);
    find_->setTallRows(kBetween);
    tall_ = new TallColumn(this);
    tall_->setWidget(buildForm());
    row_->addWidget(find_, 2);
    row_->addWidget(tall_, 3);
    follow();
    refresh();
    say({}, false);
}

// Views go before what they show.
PersonPanel::~PersonPanel() {
    delete find_;
}

QWidget* PersonPanel::buildForm() {
    auto* const form = new QWidget(tall_);
    auto* const column = new QVBoxLayout(form);
    const auto label = [form](qt::TextRole role, const char* name) {
        auto* const made = new QLabel(form);
        made->setWordWrap(true);
        made->setObjectName(QLatin1String(name));
        qt::setTextRole(made, role);
        return made;
    };
    const auto line = [form](const char* name, int bytesMost) {
        auto* const made = new FormField(FormField::Kind::Line, QLatin1String(name), form);
        limitBytes(made->line(), bytesMost);
        return made;
    };
    title_ = label(qt::TextRole::Title, "person_title");
    email_ = line("person_email", staff::PersonDesk::kEmailBytesMost);
    exportNote_ = label(qt::TextRole::Weak, "person_export_note");
    eraseTitle_ = label(qt::TextRole::Title, "person_erase_title");
    kept_ = label(qt::TextRole::Plain, "person_kept");
    again_ = line("person_again", staff::PersonDesk::kEmailBytesMost);
    reason_ = line("person_reason", staff::PersonDesk::kReasonBytesMost);
    ask_ = new AskLine(form);
    message_ = label(qt::TextRole::Plain, "person_message");
    progress_ = label(qt::TextRole::Plain, "person_progress");
    for (QPushButton*& each : buttons_) each = new QPushButton(form);
    qt::setButtonRole(buttons_[Erase], qt::ButtonRole::Dangerous);
    for (QWidget* const each : std::initializer_list<QWidget*>{
             title_, email_, exportNote_, buttons_[Export], message_, progress_, eraseTitle_, kept_,
             again_, reason_, buttons_[Erase], ask_}) {
        column->addWidget(each);
    }
    column->addStretch(1);
    return form;
}

void PersonPanel::follow() {
    staff::PersonList& found = desk_.found();
    connect(find_, &FindPanel::textEdited, &found, &staff::PersonList::search);
    connect(&found, &staff::PersonList::answered, this,
            [this] { find_->answered(desk_.found().problem()); });
    connect(find_, &FindPanel::chosen, this, [this](int row) {
        email_->line()->setText(desk_.found().emailAt(row));
        email_->setProblem(email_->line()->text().isEmpty() ? tr("This customer has no e-mail.")
                                                            : QString());
        email_->line()->setFocus();
    });
    connect(email_, &FormField::entered, this, [this] { buttons_[Export]->setFocus(); });
    connect(again_, &FormField::entered, this, [this] { reason_->field()->setFocus(); });
    connect(reason_, &FormField::entered, this, &PersonPanel::erasePerson);
    connect(ask_, &AskLine::left, this, [this] { email_->line()->setFocus(); });
    connect(&desk_, &staff::PersonDesk::changed, this, &PersonPanel::refresh);
    connect(&desk_, &staff::PersonDesk::erased, this, [this](const QString& email) {
        if (email_->line()->text() != email) return;
        again_->line()->clear();
        reason_->line()->clear();
    });
    connect(&desk_, &staff::PersonDesk::notKnown, this,
            [this](const QString& email, const QString& text) {
                if (email_->line()->text() == email) markWrong(email_, text);
            });
    // What is asked is of what was typed then.
    for (FormField* const each : {email_, again_, reason_}) {
        connect(each->line(), &QLineEdit::textChanged, ask_, &AskLine::end);
    }
    connect(&desk_, &staff::PersonDesk::refusedAt, this,
            [this](staff::PersonDesk::Field field, const QString& text) {
                using Field = staff::PersonDesk::Field;
                markWrong(field == Field::Email   ? email_
                          : field == Field::Again ? again_
                                                  : reason_,
                          text);
            });
}

void PersonPanel::markWrong(FormField* at, const QString& text) {
    at->setProblem(text);
    if (isVisible()) at->field()->setFocus();
    bringIntoSight(at);
}

void PersonPanel::exportPerson() {
    const QString name = staff::PersonDesk::fileName();
    if (!folder_.isEmpty())
        return desk_.exportTo(QDir(folder_).filePath(name), email_->line()->text());
    const QString start =
        QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)).filePath(name);
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Where to write it"), start, tr("JSON (*.json)"));
    if (!path.isEmpty()) desk_.exportTo(path, email_->line()->text());
}

staff::PersonDesk::Wish PersonPanel::wish() const {
    return {.email = email_->line()->text(),
            .again = again_->line()->text(),
            .reason = reason_->line()->text()};
}

void PersonPanel::erasePerson() {
    if (!desk_.isComplete(wish())) return;
    ask_->ask({.first = tr("Erase everything that names this person? Nobody can take that back."),
               .button = tr("Erase for good"),
               .taken = [this, asked = wish()](const QString&, const QString&) {
                   ask_->end();
                   desk_.erase(asked);
               }});
    bringIntoSight(ask_);
}

bool PersonPanel::back() {
    const bool any = !email_->line()->text().isEmpty() || !find_->typed().isEmpty();
    if (ask_->isOpen()) {
        ask_->end();
    } else if (any) {
        empty();
    } else {
        return false;
    }
    begin();
    return true;
}

void PersonPanel::empty() {
    for (FormField* const each : {email_, again_, reason_}) {
        each->line()->clear();
        each->setProblem({});
    }
    find_->clear();
    ask_->end();
    desk_.forget();
    say({}, false);
}

void PersonPanel::refresh() {
    progress_->setText(desk_.progress());
    progress_->setVisible(!desk_.progress().isEmpty());
}

void PersonPanel::say(const QString& text, bool wrong) {
    message_->setText(text);
    message_->setVisible(!text.isEmpty());
    qt::setTextRole(message_, wrong ? qt::TextRole::Danger : qt::TextRole::Good);
    if (!text.isEmpty()) {
        bringIntoSight(message_);
    }
}

void PersonPanel::retranslate() {
    find_->setWords(
        {.heading = tr("Customers"),
         .field = tr("F&ind a customer"),
         .list = tr("Customers found"),
         .hint = tr("Who bought without being a customer is found by the e-mail alone: type it "
                    "in its field.")});
    title_->setText(tr("What is known of a person"));
    email_->setWords(tr("E-&mail of the person"));
    exportNote_->setText(
        tr("The file has orders, tickets, mails and customers of this e-mail. It is personal data: "
           "give it to that person alone, and delete it then."));
    eraseTitle_->setText(tr("Erase the person"));
    kept_->setText(
        tr("Name, e-mail, telephone and notes are replaced by a pseudonym. What is kept: amounts, "
           "payments, tickets and the trail, without the name, because the books must stay true; "
           "invoices that were drawn, as papers of the house; orders of events to come, until they "
           "are over. Files that were saved at tills are not reached."));
    again_->setWords(tr("The e-mail &once more, to be sure"));
    reason_->setWords(tr("&Why, for the trail, without personal data"));
    ask_->retranslate();
    say({}, false);
    refresh();
}

void PersonPanel::look() {
    const bool large = theme_.textPercent() >= kLargeText;
    tall_->setMinimumHeight(large ? theme_.scaled(kFormHeight) : 0);
    row_->setDirection(large ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void PersonPanel::begin() {
    find_->begin();
}

}  // namespace tessera::boxoffice
