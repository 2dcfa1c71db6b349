// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/payment/print_room.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <algorithm>
#include <utility>

namespace tessera::payment {
namespace {

const QString kDrawer = QStringLiteral("drawer");
constexpr int kConnector = 1;  // Of the receipt printer.

const QString kPrinters = QStringLiteral("printers");
constexpr int kNameLettersMost = 40;
constexpr int kPortMost = 65'535;

QJsonObject toJson(const HousePrinter& printer) {
    return {{QStringLiteral("name"), printer.setup.name},
            {QStringLiteral("fgl"), printer.setup.language == qt::PrinterLanguage::Fgl},
            {QStringLiteral("system"), printer.setup.system},
            {QStringLiteral("answers"), printer.setup.acknowledges},
            {QStringLiteral("host"), printer.setup.host},
            {QStringLiteral("port"), printer.setup.port},
            {QStringLiteral("device"), printer.setup.device},
            {QStringLiteral("tickets"), printer.forTickets},
            {QStringLiteral("receipts"), printer.forReceipts}};
}

HousePrinter fromJson(const QJsonObject& json) {
    HousePrinter printer;
    printer.setup.name = json.value(QLatin1String("name")).toString();
    printer.setup.language = json.value(QLatin1String("fgl")).toBool()
                                 ? qt::PrinterLanguage::Fgl
                                 : qt::PrinterLanguage::Escpos;
    printer.setup.system = json.value(QLatin1String("system")).toString();
    if (!printer.setup.system.isEmpty()) printer.setup.language = qt::PrinterLanguage::Pdf;
    printer.setup.acknowledges = json.value(QLatin1String("answers")).toBool();
    printer.setup.host = json.value(QLatin1String("host")).toString();
    printer.setup.port = json.value(QLatin1String("port")).toInt();
    printer.setup.device = json.value(QLatin1String("device")).toString();
    printer.forTickets = json.value(QLatin1String("tickets")).toBool();
    printer.forReceipts = json.value(QLatin1String("receipts")).toBool();
    return printer;
}

}  // namespace

PrintRoom::PrintRoom(qt::DeskStore& store, QObject* parent) : QObject(parent), store_(store) {
    const QJsonArray kept = QJsonDocument::fromJson(store_.text(kPrinters).toUtf8()).array();
    for (const auto& each : kept) {
        if (printers_.size() < kPrintersMost) printers_.push_back(fromJson(each.toObject()));
    }
    open();
}

PrintRoom::~PrintRoom() {
    Q_EMIT closing();
}

PrintRoom& PrintRoom::of(QObject& owner, qt::DeskStore& store) {
    PrintRoom* const there = owner.findChild<PrintRoom*>(QString(), Qt::FindDirectChildrenOnly);
    return there != nullptr ? *there : *new PrintRoom(store, &owner);
}

QString PrintRoom::setPrinters(std::vector<HousePrinter> printers) {
    if (printers.size() > kPrintersMost) {
        return tr("Printers: %n at most.", "", static_cast<int>(kPrintersMost));
    }
    for (HousePrinter& each : printers) {
        each.setup.name = each.setup.name.trimmed();
        if (each.setup.name.isEmpty() || each.setup.name.size() > kNameLettersMost) {
            return tr("Name of the printer: 1 to %1 letters.").arg(kNameLettersMost);
        }
        const qt::PrinterSetup& setup = each.setup;
        const int ways = (setup.host.isEmpty() ? 0 : 1) + (setup.device.isEmpty() ? 0 : 1) +
                         (setup.system.isEmpty() ? 0 : 1);
        if (ways != 1) {
            return tr("%1: an address, a device or a printer of the system.").arg(setup.name);
        }
        const bool badPort = each.setup.port < 1 || each.setup.port > kPortMost;
        if (!each.setup.host.isEmpty() && badPort) {
            return tr("%1: a port from 1 to %2.").arg(each.setup.name).arg(kPortMost);
        }
        for (const HousePrinter& other : printers) {
            if (&other != &each && other.setup.name == each.setup.name) {
                return tr("Two printers have the name %1.").arg(each.setup.name);
            }
        }
    }
    printers_ = std::move(printers);
    QJsonArray kept;
    for (const HousePrinter& each : printers_) kept.append(toJson(each));
    store_.set(kPrinters, QString::fromUtf8(QJsonDocument(kept).toJson(QJsonDocument::Compact)));
    store_.sync();
    open();
    clearLeftOver();
    return {};
}

// It would wait unseen, and come out once somebody sets up the old kind again.
void PrintRoom::clearLeftOver() {
    if (!queue_) return;
    std::vector<qt::PrintJobNo> left;
    for (const qt::PrintJob& each : queue_->jobs()) {
        if (each.state == qt::JobState::Queued && queue_->languageOf(each.printer) != each.language)
            left.push_back(each.number);
    }
    int cancelled = 0;
    for (const qt::PrintJobNo job : left) {
        const auto done = queue_->cancel(job, tr("the printers' set-up"));
        cancelled += done && *done == qt::DecisionOutcome::Done ? 1 : 0;
    }
    if (cancelled > 0) Q_EMIT leftOver(cancelled);
}

void PrintRoom::tryNow() {
    if (printers_.empty()) return;
    const bool stopped =
        !queue_ || std::any_of(printers_.begin(), printers_.end(), [&](const HousePrinter& each) {
            return queue_->isStopped(each.setup.name);
        });
    if (stopped) return open();
    for (const HousePrinter& each : printers_) queue_->retryNow(each.setup.name);
}

void PrintRoom::open() {
    Q_EMIT closing();
    queue_.reset();
    problem_.clear();
    std::vector<qt::PrinterSetup> setups;
    for (const HousePrinter& each : printers_) setups.push_back(each.setup);
    if (!setups.empty()) {
        auto opened =
            qt::PrintQueue::open(store_.folder() + QStringLiteral("/print_queue.db"), setups);
        if (opened) {
            queue_ = std::move(*opened);
        } else {
            problem_ = tr("The print queue cannot be opened: %1")
                           .arg(QString::fromStdString(opened.error().error.message));
        }
    }
    Q_EMIT changed();
}

QString PrintRoom::ticketPrinter() const {
    for (const HousePrinter& each : printers_) {
        if (each.forTickets) return each.setup.name;
    }
    return {};
}

QString PrintRoom::receiptPrinter() const {
    for (const HousePrinter& each : printers_) {
        if (each.forReceipts) return each.setup.name;
    }
    return {};
}

bool PrintRoom::hasDrawer() const {
    return store_.number(kDrawer, 0) == 1;
}

void PrintRoom::setHasDrawer(bool has) {
    store_.set(kDrawer, has ? 1 : 0);
}

bool PrintRoom::openDrawer() {
    return queue_ != nullptr && queue_->openDrawer(receiptPrinter(), kConnector);
}

}  // namespace tessera::payment
