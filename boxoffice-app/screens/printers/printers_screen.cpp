// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/printers/printers_screen.h"

#include <QtCore/QDateTime>
#include <QtPrintSupport/QPrinterInfo>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include "shared/qt/payment/ticket_paper.h"
#include "shared/qt/print/receipt_body.h"

namespace tessera::boxoffice {
namespace {

const QString kTicketsName = QStringLiteral("Tickets");
const QString kReceiptsName = QStringLiteral("Receipts");
const QString kReader = QStringLiteral("reader");
constexpr int kAddressLettersMost = 200;
constexpr int kPortUsual = 9'100;

print::Receipt testSlip() {
    print::Receipt receipt;
    receipt.items.emplace_back(print::ReceiptText{.text = "Tessera"});
    receipt.items.emplace_back(print::ReceiptCut{});
    return receipt;
}

}  // namespace

PrintersScreen::PrintersScreen(Workplace& workplace)
    : Screen(QStringLiteral("printers"), workplace),
      room_(payment::PrintRoom::of(workplace, workplace.store())) {
    build();
    addAction({.name = QStringLiteral("save"),
               .text = [] { return tr("Sa&ve"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_S),
               .run = [this] { save(); }});
    addAction({.name = QStringLiteral("test_tickets"),
               .text = [] { return tr("Test the t&icket printer"); },
               .key = QKeySequence(Qt::Key_F7),
               .run = [this] { test(0); }});
    addAction({.name = QStringLiteral("test_receipts"),
               .text = [] { return tr("Test the &receipt printer"); },
               .key = QKeySequence(Qt::Key_F8),
               .run = [this] { test(1); }});
    addAction({.name = QStringLiteral("paper"),
               .text = [] { return tr("Ticket &paper"); },
               .key = QKeySequence(Qt::Key_F9),
               .run = [this] { this->workplace().goTo(QStringLiteral("paper")); }});
    addAction({.name = QStringLiteral("back"),
               .text = [] { return tr("&Back"); },
               .key = QKeySequence(Qt::Key_Escape),
               .run = [this] { this->workplace().goBack(); }});
    bind(save_, QStringLiteral("save"));
    bind(rows_[0].test, QStringLiteral("test_tickets"));
    bind(rows_[1].test, QStringLiteral("test_receipts"));
    bind(back_, QStringLiteral("back"));
    bind(paper_, QStringLiteral("paper"));
}

void PrintersScreen::build() {
    auto* const around = new QHBoxLayout(this);
    auto* const form = new QWidget(this);
    around->addStretch(1);
    around->addWidget(form, 2);
    around->addStretch(1);
    auto* const column = new QVBoxLayout(form);
    for (int i = 0; i < kPrinters; ++i) buildRow(form, i);
    terminalHeading_ = new QLabel(form);
    qt::setTextRole(terminalHeading_, qt::TextRole::Title);
    readerLabel_ = new QLabel(form);
    readerLabel_->setWordWrap(true);
    reader_ = new QLineEdit(form);
    reader_->setObjectName(QStringLiteral("reader"));
    reader_->setMaxLength(kAddressLettersMost);
    readerLabel_->setBuddy(reader_);
    message_ = new QLabel(form);
    message_->setWordWrap(true);
    message_->setObjectName(QStringLiteral("message"));
    save_ = new QPushButton(form);
    qt::setButtonRole(save_, qt::ButtonRole::GoesOn);
    back_ = new QPushButton(form);
    auto* const last = new QHBoxLayout;
    last->addWidget(back_);
    last->addStretch(1);
    last->addWidget(save_);
    column->addWidget(terminalHeading_);
    column->addWidget(readerLabel_);
    column->addWidget(reader_);
    column->addWidget(message_);
    column->addLayout(last);
    column->addStretch(1);
}

void PrintersScreen::buildRow(QWidget* form, int number) {
    Row& row = rows_[number];
    row.heading = new QLabel(form);
    qt::setTextRole(row.heading, qt::TextRole::Title);
    row.wayLabel = new QLabel(form);
    row.way = new QComboBox(form);
    row.way->setObjectName(QStringLiteral("way%1").arg(number));
    row.wayLabel->setBuddy(row.way);
    row.label = new QLabel(form);
    row.label->setWordWrap(true);
    row.address = new QLineEdit(form);
    row.address->setObjectName(QStringLiteral("address%1").arg(number));
    row.address->setMaxLength(kAddressLettersMost);
    row.label->setBuddy(row.address);
    row.answers = new QCheckBox(form);
    row.test = new QPushButton(form);
    QLayout* const column = form->layout();
    for (QWidget* const each : std::initializer_list<QWidget*>{
             row.heading, row.wayLabel, row.way, row.label, row.address, row.answers}) {
        column->addWidget(each);
    }
    if (number == 1) column->addWidget(drawer_ = new QCheckBox(form));
    auto* const buttons = new QHBoxLayout;
    buttons->addWidget(row.test);
    if (number == 0) buttons->addWidget(paper_ = new QPushButton(form));
    buttons->addStretch(1);
    static_cast<QVBoxLayout*>(column)->addLayout(buttons);
    connect(row.way, &QComboBox::currentIndexChanged, this, [this, number] { follow(number); });
}

// What a printer of the system has no use for is out of sight.
void PrintersScreen::follow(int number) {
    const Row& row = rows_[number];
    const bool byAddress = row.way->currentData().toString().isEmpty();
    row.label->setVisible(byAddress);
    row.address->setVisible(byAddress);
    row.answers->setVisible(byAddress);
    if (number == 1) drawer_->setVisible(byAddress);
}

// One that is set up stays to be chosen while the system does not know it.
void PrintersScreen::fillWays() {
    const QStringList known = QPrinterInfo::availablePrinterNames();
    for (int i = 0; i < kPrinters; ++i) {
        QComboBox* const way = rows_[i].way;
        const QSignalBlocker quiet(way);
        way->clear();
        way->addItem(i == 0 ? tr("FGL, by its address") : tr("ESC/POS, by its address"), QString());
        for (const QString& each : known) way->addItem(tr("PDF: %1").arg(each), each);
        for (const payment::HousePrinter& each : room_.printers()) {
            const QString& name = each.setup.system;
            if (each.forTickets != (i == 0) || name.isEmpty()) continue;
            if (way->findData(name) < 0) way->addItem(tr("PDF: %1").arg(name), name);
            way->setCurrentIndex(way->findData(name));
        }
        follow(i);
    }
}

void PrintersScreen::retranslate() {
    rows_[0].heading->setText(tr("Ticket printer"));
    rows_[1].heading->setText(tr("Receipt printer"));
    rows_[0].wayLabel->setText(tr("&Kind of ticket printer"));
    rows_[1].wayLabel->setText(tr("Ki&nd of receipt printer"));
    // The first of each is in the app's language; the others are the system's names.
    rows_[0].way->setItemText(0, tr("FGL, by its address"));
    rows_[1].way->setItemText(0, tr("ESC/POS, by its address"));
    rows_[0].way->setAccessibleName(tr("Kind of ticket printer"));
    rows_[1].way->setAccessibleName(tr("Kind of receipt printer"));
    rows_[0].label->setText(tr("Address and port, &or a device; empty: there is none"));
    rows_[1].label->setText(tr("A&ddress and port, or a device; empty: there is none"));
    rows_[0].address->setAccessibleName(tr("Address of the ticket printer"));
    rows_[1].address->setAccessibleName(tr("Address of the receipt printer"));
    for (const Row& row : rows_) {
        row.address->setPlaceholderText(tr("192.168.1.20:9100 or /dev/usb/lp0"));
        row.answers->setText(tr("It says what it has printed"));
    }
    drawer_->setText(tr("A &cash drawer hangs at it: open it when cash is taken"));
    terminalHeading_->setText(tr("Card terminal"));
    readerLabel_->setText(tr("&The provider's id of the terminal; empty: there is none"));
    reader_->setAccessibleName(tr("Id of the card terminal"));
    message_->clear();
}

void PrintersScreen::enter() {
    for (int i = 0; i < kPrinters; ++i) {
        rows_[i].address->clear();
        rows_[i].answers->setChecked(true);
    }
    fillWays();
    for (const payment::HousePrinter& each : room_.printers()) {
        Row& row = rows_[each.forTickets ? 0 : 1];
        if (!each.setup.system.isEmpty()) continue;
        row.address->setText(
            each.setup.host.isEmpty()
                ? each.setup.device
                : QStringLiteral("%1:%2").arg(each.setup.host).arg(each.setup.port));
        row.answers->setChecked(each.setup.acknowledges);
    }
    reader_->setText(workplace().store().text(kReader));
    drawer_->setChecked(room_.hasDrawer());
    message_->clear();
}

void PrintersScreen::homeFocus() {
    rows_[0].address->setFocus();
}

payment::HousePrinter PrintersScreen::printerOf(int row) const {
    payment::HousePrinter printer;
    const QString typed = rows_[row].address->text().trimmed();
    printer.forTickets = row == 0;
    printer.forReceipts = row == 1;
    printer.setup.name = row == 0 ? kTicketsName : kReceiptsName;
    printer.setup.language = row == 0 ? qt::PrinterLanguage::Fgl : qt::PrinterLanguage::Escpos;
    printer.setup.system = rows_[row].way->currentData().toString();
    if (!printer.setup.system.isEmpty()) {
        printer.setup.language = qt::PrinterLanguage::Pdf;
        printer.setup.acknowledges = false;
        return printer;
    }
    printer.setup.acknowledges = rows_[row].answers->isChecked();
    if (typed.startsWith(u'/')) {
        printer.setup.device = typed;
        return printer;
    }
    const qsizetype colon = typed.lastIndexOf(u':');
    bool isPort = true;
    printer.setup.host = colon < 0 ? typed : typed.left(colon);
    printer.setup.port = colon < 0 ? kPortUsual : typed.mid(colon + 1).toInt(&isPort);
    if (!isPort) printer.setup.port = 0;
    return printer;
}

void PrintersScreen::save() {
    std::vector<payment::HousePrinter> printers;
    for (int i = 0; i < kPrinters; ++i) {
        const payment::HousePrinter printer = printerOf(i);
        const qt::PrinterSetup& setup = printer.setup;
        const bool there =
            !setup.host.isEmpty() || !setup.device.isEmpty() || !setup.system.isEmpty();
        if (there) printers.push_back(printer);
    }
    if (const QString wrong = room_.setPrinters(std::move(printers)); !wrong.isEmpty()) {
        return say(wrong, MessageKind::Danger);
    }
    workplace().store().set(kReader, reader_->text().trimmed());
    room_.setHasDrawer(drawer_->isChecked());
    workplace().store().sync();
    if (!room_.problem().isEmpty()) return say(room_.problem(), MessageKind::Danger);
    say(tr("Saved."), MessageKind::Good);
}

void PrintersScreen::test(int row) {
    const QString name = row == 0 ? room_.ticketPrinter() : room_.receiptPrinter();
    if (room_.queue() == nullptr || name.isEmpty()) {
        return say(tr("Save an address first."), MessageKind::Danger);
    }
    qt::NewJob job;
    job.key = QStringLiteral("test/%1/%2").arg(row).arg(QDateTime::currentMSecsSinceEpoch());
    job.printer = name;
    job.title = tr("Test");
    job.who = QString::fromStdString(desk().session().name()).left(40);
    if (row == 0) {
        v1::Event event;
        event.mutable_config()->set_name(tr("Test ticket").toStdString());
        event.mutable_config()->set_currency_code("EUR");
        v1::Ticket ticket;
        ticket.set_code(payment::sampleCode());
        ticket.mutable_label()->set_section(tr("Admits nobody").toStdString());
        job.content = qt::TicketContent{
            payment::plainTicket(),
            payment::ticketValues(event, {}, ticket, workplace().languages().locale())};
    } else {
        const auto slip = qt::receiptBytes(
            testSlip(), room_.queue()->languageOf(name).value_or(qt::PrinterLanguage::Escpos));
        if (!slip) return say(QString::fromStdString(slip.error().message), MessageKind::Danger);
        job.content = *slip;
    }
    const auto put = room_.queue()->enqueue(job);
    const bool queued = put && put->outcome == qt::EnqueueOutcome::Queued;
    say(queued ? tr("A test is on its way to the printer.") : tr("The print queue takes no more."),
        queued ? MessageKind::Plain : MessageKind::Danger);
}

void PrintersScreen::say(const QString& text, MessageKind kind) {
    qt::setTextRole(message_,
                    kind == MessageKind::Danger ? qt::TextRole::Danger : qt::TextRole::Good);
    message_->setText(text);
    workplace().say(text, kind);
}

}  // namespace tessera::boxoffice
