// SPDX-License-Identifier: Apache-2.0
// The printers of this till: which there are, what each is for, and their queue.
//
// The GUI's thread alone. Kept by the till's settings; the queue's file lies beside them. Owns the
// queue, which is opened anew when printers change: its jobs stay. Borrows the store, which
// outlives it.
#pragma once

#include <QtCore/QObject>
#include <memory>
#include <vector>

#include "shared/qt/desk/desk_store.h"
#include "shared/qt/print/print_queue.h"

namespace tessera::payment {

inline constexpr std::size_t kPrintersMost = 8;

struct HousePrinter {
    qt::PrinterSetup setup{};
    bool forTickets = false;
    bool forReceipts = false;
};

class PrintRoom : public QObject {
    Q_OBJECT

public:
    explicit PrintRoom(qt::DeskStore& store, QObject* parent = nullptr);
    ~PrintRoom() override;
    // The one of a window: `owner` is its Workplace, whose child it is.
    static PrintRoom& of(QObject& owner, qt::DeskStore& store);

    const std::vector<HousePrinter>& printers() const { return printers_; }
    // Empty: kept, and the queue is opened anew. Else what is wrong, in words, and nothing changed.
    QString setPrinters(std::vector<HousePrinter> printers);

    // Tries each printer now; one whose worker has stopped is begun anew.
    void tryNow();

    // Null: there is no printer, or the file cannot be opened; problem() says so then.
    qt::PrintQueue* queue() const { return queue_.get(); }
    const QString& problem() const { return problem_; }
    // By name; empty: none.
    QString ticketPrinter() const;
    QString receiptPrinter() const;
    // The till has one, by its settings.
    bool hasDrawer() const;
    void setHasDrawer(bool has);
    // By the receipt printer, once, now or never. False: there is none that could.
    bool openDrawer();

Q_SIGNALS:
    // The queue that there was is about to be gone.
    void closing();
    // What waited for a printer that is no more, or is of another kind now, and was cancelled.
    void leftOver(int documents);
    void changed();

private:
    void open();
    void clearLeftOver();

    qt::DeskStore& store_;
    std::vector<HousePrinter> printers_;
    std::unique_ptr<qt::PrintQueue> queue_;
    QString problem_;
};

}  // namespace tessera::payment
