// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/payment/print_watch.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace tessera::payment {
namespace {

using print::PrinterCondition;

const QString kBetweenNews = QStringLiteral(" · ");

qint64 steadyMillis() {
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
}

struct AtPrinter {
    int waiting = 0;     // Queued or being sent.
    bool tried = false;  // Queued, after a try that came to nothing.
};

AtPrinter jobsAt(const qt::PrintQueue& queue, const QString& printer) {
    AtPrinter out;
    for (const qt::PrintJob& each : queue.jobs()) {
        const bool queued = each.state == qt::JobState::Queued;
        if (each.printer != printer || (!queued && each.state != qt::JobState::Sending)) continue;
        ++out.waiting;
        out.tried = out.tried || (queued && !each.note.isEmpty());
    }
    return out;
}

}  // namespace

PrintWatch::PrintWatch(PrintRoom& room, Papers& papers, QObject* parent,
                       std::function<qint64()> now)
    : QObject(parent), room_(room), papers_(papers), now_(now ? std::move(now) : steadyMillis) {
    slow_.setSingleShot(true);
    connect(&slow_, &QTimer::timeout, this, &PrintWatch::watchOrders);
    connect(&room_, &PrintRoom::changed, this, &PrintWatch::follow);
    connect(&papers_, &Papers::changed, this, &PrintWatch::watchOrders);
    follow();
    watchOrders();
}

void PrintWatch::follow() {
    if (const qt::PrintQueue* const queue = room_.queue()) {
        connect(queue, &qt::PrintQueue::conditionChanged, this, &PrintWatch::refresh);
        connect(queue, &qt::PrintQueue::rowChanged, this, &PrintWatch::refresh);
        connect(queue, &qt::PrintQueue::rowAdded, this, &PrintWatch::refresh);
        connect(queue, &qt::PrintQueue::rowRemoved, this, &PrintWatch::refresh);
        connect(queue, &qt::PrintQueue::failed, this, &PrintWatch::refresh);
    }
    refresh();
}

void PrintWatch::watchOrders() {
    const qint64 now = now_();
    std::map<std::string, qint64> waiting;
    qint64 next = 0;  // Until one more is slow; 0: none will be.
    for (const std::string& id : papers_.waitingOrders()) {
        const auto known = since_.find(id);
        const qint64 since = waiting[id] = known != since_.end() ? known->second : now;
        const qint64 left = since + kSlowMillis - now;
        if (left > 0 && (next == 0 || left < next)) next = left;
    }
    since_ = std::move(waiting);
    if (next > 0) {
        slow_.start(static_cast<int>(next));
    } else {
        slow_.stop();
    }
    refresh();
}

int PrintWatch::slowOrders() const {
    const qint64 now = now_();
    return static_cast<int>(std::ranges::count_if(
        since_, [&](const auto& each) { return now - each.second >= kSlowMillis; }));
}

int PrintWatch::undecided() const {
    return room_.queue() == nullptr ? 0 : static_cast<int>(room_.queue()->undecided().size());
}

QString PrintWatch::wordsOf(PrinterCondition condition) {
    switch (condition) {
        case PrinterCondition::Unknown:
            return {};
        case PrinterCondition::Ready:
            return tr("ready");
        case PrinterCondition::PaperLow:
            return tr("paper runs low");
        case PrinterCondition::Busy:
            return tr("busy");
        case PrinterCondition::PaperOut:
            return tr("out of paper");
        case PrinterCondition::Jam:
            return tr("paper or cutter is jammed");
        case PrinterCondition::CoverOpen:
            return tr("cover is open");
        case PrinterCondition::Fault:
            return tr("reports a fault");
        case PrinterCondition::Unreachable:
            return tr("does not answer: is it on?");
    }
    return {};
}

void PrintWatch::readPrinter(const HousePrinter& printer, const qt::PrintQueue& queue,
                             News& news) const {
    const QString& name = printer.setup.name;
    const auto condition = queue.conditionOf(name);
    const bool stopped = queue.isStopped(name);
    const bool halts = stopped || print::stopsPrinting(condition);
    const AtPrinter jobs = jobsAt(queue, name);
    QStringList said;
    if (stopped) {
        said << tr("has stopped");
    } else if (halts || condition == PrinterCondition::PaperLow) {
        said << wordsOf(condition);
    }
    if (jobs.waiting > 0 && (halts || jobs.tried)) {
        said << tr("%n document(s) wait", "", jobs.waiting);
    }
    if (said.isEmpty()) return;
    const QString what = said.join(QStringLiteral(" – "));
    const bool both = printer.forTickets == printer.forReceipts;
    const QString line = both ? tr("Printer %1: %2", "its name, its state").arg(name, what)
                         : printer.forTickets ? tr("Ticket printer: %1").arg(what)
                                              : tr("Receipt printer: %1").arg(what);
    (halts ? news.danger : news.warning) << line;
}

PrintWatch::News PrintWatch::read() const {
    News news;
    if (const int count = undecided(); count > 0) {
        news.danger << tr("%n document(s): look at the paper", "", count);
    }
    if (!room_.problem().isEmpty()) news.danger << room_.problem();
    if (const qt::PrintQueue* const queue = room_.queue()) {
        for (const HousePrinter& each : room_.printers()) readPrinter(each, *queue, news);
    }
    if (const QString held = papers_.held(); !held.isEmpty()) news.danger << held;
    if (const QString asked = papers_.askedAgain(); !asked.isEmpty()) news.warning << asked;
    const int waiting = papers_.hasPrinter() ? slowOrders() : papers_.waiting();
    if (waiting > 0) news.warning << tr("%n order(s) wait to be printed", "", waiting);
    return news;
}

void PrintWatch::refresh() {
    const News news = read();
    const QString text = (news.danger + news.warning).join(kBetweenNews);
    const auto tone = !news.danger.isEmpty()    ? sale::Tone::Danger
                      : !news.warning.isEmpty() ? sale::Tone::Warning
                                                : sale::Tone::Plain;
    if (text == text_ && tone == tone_) return;
    text_ = text;
    tone_ = tone;
    Q_EMIT changed();
}

}  // namespace tessera::payment
