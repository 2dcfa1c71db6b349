// SPDX-License-Identifier: Apache-2.0
// The orders that wait for paper, on the disk, and those that are held.
#include <algorithm>
#include <utility>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/payment/papers.h"

namespace tessera::payment {

std::vector<std::string> Papers::waitingOrders() const {
    std::vector<std::string> ids;
    for (const Waiting& each : orders_) ids.push_back(each.order.order());
    return ids;
}

QString Papers::held() const {
    for (const Waiting& each : orders_) {
        if (each.held.isEmpty()) continue;
        return tr("Order %1 is not printed: %2")
            .arg(QString::fromStdString(each.order.order()), each.held);
    }
    return {};
}

void Papers::forgetHeld() {
    const auto found = std::find_if(orders_.begin(), orders_.end(),
                                    [](const Waiting& each) { return !each.held.isEmpty(); });
    if (found == orders_.end()) return;
    Q_EMIT said(tr("Order %1 is left: print its tickets from the order.")
                    .arg(QString::fromStdString(found->order.order())),
                sale::Tone::Warning);
    done(std::string(found->order.order()));
}

// By its place: "0/order", "0/event", "0/note", "0/who", "1/order", ...
void Papers::read() {
    const auto page = journal_.read();
    if (!page) return;
    for (std::size_t i = 0; i < kOrdersMost; ++i) {
        const QByteArray place = QByteArray::number(static_cast<qulonglong>(i)) + '/';
        if (!page->has(place + "order")) return;
        Waiting sold;
        const bool whole =
            page->take(place + "order", sold.order) && page->take(place + "event", sold.event) &&
            page->take(place + "note", sold.note) && page->takeText(place + "who", sold.who);
        if (!whole) {
            orders_.clear();
            return journal_.setAside();
        }
        orders_.push_back(std::move(sold));
    }
}

bool Papers::write() const {
    if (orders_.empty()) {
        journal_.clear();
        return true;
    }
    qt::JournalPage page;
    int number = 0;
    for (const Waiting& each : orders_) {
        const QByteArray place = QByteArray::number(number++) + '/';
        page.put(place + "order", each.order);
        page.put(place + "event", each.event);
        page.put(place + "note", each.note);
        page.putText(place + "who", each.who);
    }
    return journal_.write(page);
}

// By its place: "0/job", "0/note", "1/job", ... What was asked before a restart may have been
// noted.
void Papers::readReprints() {
    const auto page = asked_.read();
    if (!page) return;
    for (int i = 0;; ++i) {
        const QByteArray place = QByteArray::number(i) + '/';
        if (!page->has(place + "note")) return;
        std::int64_t job = 0;
        Again again{.asking = false, .unknown = true};
        if (!page->takeNumber(place + "job", job) || !page->take(place + "note", again.note)) {
            reprints_.clear();
            return asked_.setAside();
        }
        again.job = qt::PrintJobNo{job};
        reprints_.push_back(std::move(again));
    }
}

// What cannot be kept is known until the app ends.
void Papers::keepReprints() const {
    if (reprints_.empty()) return asked_.clear();
    qt::JournalPage page;
    int number = 0;
    for (const Again& each : reprints_) {
        const QByteArray place = QByteArray::number(number++) + '/';
        page.putNumber(place + "job", each.job.value);
        page.put(place + "note", each.note);
    }
    if (!asked_.write(page)) asked_.clear();
}

// Once, to whoever signs in first: those tickets are not printed by themselves.
void Papers::sayUnread() {
    if (!desk_.isSignedIn() || !journal_.hasSetAside()) return;
    if (std::exchange(saidUnread_, true)) return;
    Q_EMIT said(tr("Which tickets wait to be printed cannot be read any more. Look at the last "
                   "orders, and print from there what is missing."),
                sale::Tone::Danger);
}

}  // namespace tessera::payment
