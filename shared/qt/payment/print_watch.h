// SPDX-License-Identifier: Apache-2.0
// What staff must know of the printing, wherever they work: what a printer says of itself, what
// waits for it, and what a person must decide. Empty while all is well.
//
// The GUI's thread alone. Borrows room and papers, which outlive it. An order that is on its way
// into the queue for up to kSlowMillis is no news, each counted from when it was first seen here.
#pragma once

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <functional>
#include <map>
#include <string>

#include "shared/qt/payment/papers.h"
#include "shared/qt/payment/print_room.h"

namespace tessera::payment {

inline constexpr int kSlowMillis = 10'000;

class PrintWatch : public QObject {
    Q_OBJECT

public:
    // `now` in milliseconds, never less than before; empty: this machine's steady clock.
    PrintWatch(PrintRoom& room, Papers& papers, QObject* parent = nullptr,
               std::function<qint64()> now = {});

    // In the language that there was at the last refresh(); the worst first.
    const QString& text() const { return text_; }
    // Danger: a person must do something before it prints on. Warning: soon. Plain: all is well.
    sale::Tone tone() const { return tone_; }
    // Documents of which nobody knows whether they are on paper.
    int undecided() const;
    // Anew, in the language of now.
    void refresh();

    // Empty: it has said nothing.
    static QString wordsOf(print::PrinterCondition condition);

Q_SIGNALS:
    // Text or tone are others now.
    void changed();

private:
    struct News {
        QStringList danger{};
        QStringList warning{};
    };

    void follow();
    void watchOrders();
    News read() const;
    int slowOrders() const;
    void readPrinter(const HousePrinter& printer, const qt::PrintQueue& queue, News& news) const;

    PrintRoom& room_;
    Papers& papers_;
    QString text_;
    sale::Tone tone_ = sale::Tone::Plain;
    const std::function<qint64()> now_;
    std::map<std::string, qint64> since_;  // When each order that waits was first seen.
    QTimer slow_;                          // Until the next of them is news.
};

}  // namespace tessera::payment
