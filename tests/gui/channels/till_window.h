// SPDX-License-Identifier: Apache-2.0
// One of the two box offices: the real window, by the keys and actions that staff use. It is told
// what stands in its line of messages, once that is painted.
//
// The GUI's thread. Owns the window; notes in a book that outlives it.
#pragma once

#include "tests/gui/channels/sale_book.h"
#include "tests/gui/front.h"

namespace tessera::sale {
class Cart;
}

namespace tessera::gui {

using Seats = std::vector<std::int32_t>;

class TillWindow : public QObject {
public:
    struct Wiring {
        int device = 0;
        Channel channel = Channel::FirstApp;
    };
    // Signed in, with a shift, and the event's seats in sight.
    TillWindow(const Wiring& wiring, const integration::Sale& sale, SaleBook& book);

    // Selects them in the table of seats, and nothing else.
    void choose(const Seats& seats);
    // Enter: what is selected is asked for.
    void ask();
    bool isIdle() const { return !waits_; }
    bool hasWon();
    // What it holds, in cash. False: said why.
    bool pays();
    bool isPaid();
    // The next sale.
    void next();
    std::string lastSaid() { return front_.window().message().toStdString(); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void run(const char* action) {
        front_.window().actions().find(QLatin1String(action))->trigger();
    }
    sale::Cart& cart();
    void readSections();
    void toggle(int seat);
    void read();

    Front front_;
    const Channel channel_;
    SaleBook& book_;
    QLabel* message_ = nullptr;
    QTableView* table_ = nullptr;
    QComboBox* section_ = nullptr;
    std::vector<int> firsts_;  // The first seat of each section.
    bool waits_ = false;
    SaleBook::Clock::time_point asked_;
};

}  // namespace tessera::gui
