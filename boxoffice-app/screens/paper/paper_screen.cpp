// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/paper/paper_screen.h"

#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include "shared/print/page.h"
#include "shared/qt/payment/papers.h"
#include "shared/qt/payment/ticket_paper.h"
#include "shared/qt/print/page_painter.h"
#include "shared/qt/sale/cart.h"
#include "shared/qt/sale/words.h"

namespace tessera::boxoffice {
namespace {

constexpr int kPreviewDpi = 200;
constexpr int kFileLettersMost = 1'000;
constexpr int kPreviewWidthLeast = 300;
const char* const kActions[] = {"choose", "this_event", "all_events", "forget", "print", "back"};

}  // namespace

PaperScreen::PaperScreen(Workplace& workplace)
    : Screen(QStringLiteral("paper"), workplace),
      room_(payment::PrintRoom::of(workplace, workplace.store())),
      templates_(workplace.store().folder()) {
    build();
    addActions();
    connect(&workplace, &Workplace::eventChanged, this, [this] {
        offered_.clear();
        refresh();
    });
}

void PaperScreen::build() {
    auto* const column = new QVBoxLayout(this);
    inUse_ = new QLabel(this);
    inUse_->setWordWrap(true);
    inUse_->setObjectName(QStringLiteral("in_use"));
    qt::setTextRole(inUse_, qt::TextRole::Title);
    facts_ = new QLabel(this);
    facts_->setWordWrap(true);
    facts_->setObjectName(QStringLiteral("facts"));
    qt::setTextRole(facts_, qt::TextRole::Weak);
    preview_ = new QLabel(this);
    preview_->setObjectName(QStringLiteral("preview"));
    preview_->setMinimumSize(kPreviewWidthLeast, 1);
    preview_->setAlignment(Qt::AlignCenter);
    fileLabel_ = new QLabel(this);
    fileLabel_->setWordWrap(true);
    file_ = new QLineEdit(this);
    file_->setObjectName(QStringLiteral("file"));
    file_->setMaxLength(kFileLettersMost);
    fileLabel_->setBuddy(file_);
    message_ = new QLabel(this);
    message_->setWordWrap(true);
    message_->setObjectName(QStringLiteral("message"));
    auto* const grid = new QGridLayout;
    for (int i = 0; i < 6; ++i) {
        buttons_[i] = new QPushButton(this);
        // Three in a row are wider than a small window where texts are large.
        grid->addWidget(buttons_[i], i / 2, i % 2);
    }
    qt::setButtonRole(buttons_[1], qt::ButtonRole::GoesOn);
    column->addWidget(inUse_);
    column->addWidget(facts_);
    column->addWidget(preview_, 1);
    column->addWidget(fileLabel_);
    column->addWidget(file_);
    column->addWidget(message_);
    column->addLayout(grid);
    connect(file_, &QLineEdit::returnPressed, this, &PaperScreen::look);
}

void PaperScreen::addActions() {
    addAction({.name = QStringLiteral("choose"),
               .text = [] { return tr("&Choose a file"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_O),
               .run = [this] { chooseFile(); }});
    addAction({.name = QStringLiteral("this_event"),
               .text = [] { return tr("Use it for &this event"); },
               .key = QKeySequence(Qt::Key_F7),
               .run = [this] { use(true); }});
    addAction({.name = QStringLiteral("all_events"),
               .text = [] { return tr("&Use it for all events"); },
               .key = QKeySequence(Qt::Key_F8),
               .run = [this] { use(false); }});
    addAction({.name = QStringLiteral("forget"),
               .text = [] { return tr("Take it a&way again"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_D),
               .run = [this] { forget(); }});
    addAction({.name = QStringLiteral("print"),
               .text = [] { return tr("Print &one"); },
               .key = QKeySequence(Qt::Key_F9),
               .run = [this] { print(); }});
    addAction({.name = QStringLiteral("back"),
               .text = [] { return tr("&Back to the printers"); },
               .key = QKeySequence(Qt::Key_Escape),
               .run = [this] { workplace().goTo(QStringLiteral("printers")); }});
    for (int i = 0; i < 6; ++i) bind(buttons_[i], QLatin1String(kActions[i]));
}

void PaperScreen::chooseFile() {
    const QString name =
        QFileDialog::getOpenFileName(this, tr("A template"), {}, tr("Templates (*.json)"));
    if (name.isEmpty()) return;
    file_->setText(name);
    look();
}

void PaperScreen::look() {
    offered_.clear();
    message_->clear();
    const QString name = file_->text().trimmed();
    if (name.isEmpty()) return refresh();
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        refresh();
        return say(tr("File: it cannot be read: %1").arg(file.errorString()), MessageKind::Danger);
    }
    const QByteArray json = file.read(static_cast<qint64>(print::kTemplateBytesMax) + 1);
    const auto read = payment::readTemplate(json);
    if (!read) {
        refresh();
        return say(tr("File: %1").arg(read.error()), MessageKind::Danger);
    }
    if (const auto page = print::ticketPage(*read, values()); !page) {
        refresh();
        return say(
            tr("File: %1")
                .arg(QString::fromStdString(page.error().path + ": " + page.error().message)),
            MessageKind::Danger);
    }
    offered_ = json;
    refresh();
    say(tr("This is how it will look. Nothing is used yet."), MessageKind::Plain);
}

void PaperScreen::use(bool forThisEvent) {
    if (offered_.isEmpty()) return say(tr("File: choose a template first."), MessageKind::Danger);
    if (picture_.isNull()) return show(shown_);  // It says why no ticket can be made with it.
    const std::string event = forThisEvent ? workplace().event().id : std::string();
    const QString wrong = templates_.take(event, offered_);
    if (!wrong.isEmpty()) return say(wrong, MessageKind::Danger);
    offered_.clear();
    file_->clear();
    refresh();
    payment::Papers::of(workplace(), desk(), workplace().store()).goOn();
    say(tr("It is used from the next ticket on."), MessageKind::Good);
}

// That of the event first, then that of the house.
void PaperScreen::forget() {
    const std::string& event = workplace().event().id;
    const bool gone = (!event.empty() && templates_.forget(event)) || templates_.forget({});
    offered_.clear();
    refresh();
    if (gone) return say(tr("It is taken away."), MessageKind::Good);
    say(tr("The plain ticket is in use: there is nothing to take away."), MessageKind::Plain);
}

void PaperScreen::print() {
    if (room_.queue() == nullptr || room_.ticketPrinter().isEmpty()) {
        return say(tr("No ticket printer is set up."), MessageKind::Danger);
    }
    qt::NewJob job;
    job.key = QStringLiteral("paper/%1").arg(QDateTime::currentMSecsSinceEpoch());
    job.printer = room_.ticketPrinter();
    job.title = tr("Test");
    job.who = QString::fromStdString(desk().session().name()).left(40);
    job.content = qt::TicketContent{shown_, values()};
    const auto put = room_.queue()->enqueue(job);
    if (put && put->outcome == qt::EnqueueOutcome::Queued) {
        return say(tr("One is on its way to the printer. It admits nobody."), MessageKind::Plain);
    }
    say(put ? tr("It cannot be printed: %1").arg(put->field) : tr("The print queue takes no more."),
        MessageKind::Danger);
}

const v1::Event* PaperScreen::eventInHand() const {
    const v1::Event& event = sale::Cart::of(workplace()).event();
    return event.event().empty() || event.event() != workplace().event().id ? nullptr : &event;
}

print::FieldValues PaperScreen::values() const {
    v1::Event event;
    if (const v1::Event* const known = eventInHand()) {
        event = *known;
    } else {
        const QString& title = workplace().event().title;
        event.mutable_config()->set_name(
            (title.isEmpty() ? tr("Name of the event") : title).toStdString());
        event.mutable_config()->set_currency_code("EUR");
        event.mutable_config()->mutable_starts_at()->set_seconds(
            QDateTime::currentSecsSinceEpoch());
        event.mutable_venue()->set_name(tr("Name of the venue").toStdString());
        event.mutable_venue()->set_time_zone("UTC");
    }
    if (event.config().ticket_types().empty()) {
        event.mutable_config()->add_ticket_types()->set_name(tr("Ticket type").toStdString());
    }
    v1::Order order;
    order.set_order("0000000000000");
    v1::Ticket ticket;
    ticket.set_ticket_type_no(event.config().ticket_types(0).ticket_type_no());
    ticket.mutable_price()->set_currency_code(event.config().currency_code());
    ticket.mutable_price()->set_minor_units(0);
    ticket.mutable_label()->set_section(tr("Admits nobody").toStdString());
    ticket.mutable_label()->set_row("12");
    ticket.mutable_label()->set_seat("34");
    ticket.set_code(payment::sampleCode());
    return payment::ticketValues(event, order, ticket, workplace().languages().locale());
}

void PaperScreen::refresh() {
    const payment::TemplateInUse used = templates_.inUse(workplace().event().id);
    const QString title = workplace().event().title;
    QString text;
    switch (used.origin) {
        case payment::TemplateOrigin::Event:
            text = tr("%1 has a template of its own.").arg(title);
            break;
        case payment::TemplateOrigin::House:
            text = tr("The template for all events is in use.");
            break;
        case payment::TemplateOrigin::Plain:
            text = tr("The plain ticket is in use.");
            break;
    }
    inUse_->setText(offered_.isEmpty() ? text : tr("A template that is not in use yet"));
    const auto offered = payment::readTemplate(offered_);
    show(offered_.isEmpty() || !offered ? used.ticket : *offered);
    if (offered_.isEmpty() && !used.problem.isEmpty()) {
        say(tr("Passed over: %1").arg(used.problem), MessageKind::Danger);
    }
    setAvailable(QStringLiteral("this_event"),
                 !offered_.isEmpty() && !workplace().event().id.empty());
    setAvailable(QStringLiteral("all_events"), !offered_.isEmpty());
    setAvailable(QStringLiteral("forget"),
                 offered_.isEmpty() && used.origin != payment::TemplateOrigin::Plain);
}

void PaperScreen::show(const print::TicketTemplate& ticket) {
    shown_ = ticket;
    const QLocale& locale = workplace().languages().locale();
    const auto inches = [&](int dots) {
        return locale.toString(static_cast<double>(dots) / ticket.stock.dpi, 'f', 2);
    };
    facts_->setText(tr("%1: %2 by %3 inches, %4 dots an inch")
                        .arg(QString::fromStdString(ticket.name), inches(ticket.stock.width),
                             inches(ticket.stock.height), locale.toString(ticket.stock.dpi)));
    const auto page = print::ticketPage(ticket, values());
    picture_ = page ? qt::previewOf(*page, kPreviewDpi) : QImage();
    if (!page) say(QString::fromStdString(page.error().message), MessageKind::Danger);
    place();
}

// As large as there is room, and never larger than it was drawn.
void PaperScreen::place() {
    if (picture_.isNull()) return preview_->clear();
    const QSize room = preview_->size().boundedTo(picture_.size());
    preview_->setPixmap(
        QPixmap::fromImage(picture_.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
}

void PaperScreen::resizeEvent(QResizeEvent* event) {
    Screen::resizeEvent(event);
    place();
}

void PaperScreen::enter() {
    message_->clear();
    refresh();
}

void PaperScreen::homeFocus() {
    file_->setFocus();
}

void PaperScreen::retranslate() {
    fileLabel_->setText(tr("&File of a template, Enter shows it"));
    file_->setAccessibleName(tr("File of a template"));
    preview_->setAccessibleName(tr("How a ticket looks"));
    message_->clear();
    refresh();
}

void PaperScreen::say(const QString& text, MessageKind kind) {
    qt::setTextRole(message_, kind == MessageKind::Danger ? qt::TextRole::Danger
                              : kind == MessageKind::Good ? qt::TextRole::Good
                                                          : qt::TextRole::Plain);
    message_->setText(text);
    workplace().say(text, kind);
}

}  // namespace tessera::boxoffice
