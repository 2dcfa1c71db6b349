// SPDX-License-Identifier: Apache-2.0
// What goes back of tickets that were paid for with older ones goes back where those were paid: in
// an older order. Here is what is not back yet there.
//
// The GUI's thread alone. From order to order, kOrdersMost in a row, the first included: the server
// makes no longer row. An order that is read a moment before its refund is there is read again, and
// so is one that cannot be read, for kPatienceMillis; what was not found by then isWhole() says. An
// answer that does not name the older order is asked for anew, as staff reads it. What is known of
// the same refunds stays known while they are read again.
// Borrows the desk, which outlives it.
#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <map>
#include <string>
#include <vector>

#include "shared/qt/desk/desk.h"
#include "tessera/v1/desk_service.pb.h"

namespace tessera::orders {

// Not back yet, in an older order.
struct OlderRefund {
    enum class Way {
        Cash,      // To be handed over.
        House,     // The house looks into it, and says how it was given back.
        ByItself,  // A provider has it.
    };
    std::string order{};
    std::string refund{};
    std::string group{};  // The call that gave it back, in a newer order.
    v1::Money amount{};
    Way way = Way::Cash;
};

class CashTrail : public QObject {
    Q_OBJECT

public:
    static constexpr int kOrdersMost = 8;
    static constexpr int kPatienceMillis = 10'000;

    explicit CashTrail(qt::Desk& desk, QObject* parent = nullptr);

    // From this order on, anew: all that went back of it, or what one call gave back. False:
    // nothing of it is in older orders, and followed() is not said.
    bool follow(const v1::Order& order, const std::string& group = {});
    // What is known is of just the refunds that the order has, all of them, and of the older orders
    // that it names.
    bool isOf(const v1::Order& order) const;

    bool isReading() const { return !ahead_.empty(); }
    // All older orders were read, as far as one has come.
    bool isWhole() const { return whole_; }
    // All of them were, to the end, of the refunds that the order has.
    bool isKnown(const v1::Order& order) const { return known_ && isOf(order); }
    // Of an order that cannot be read to the end: what was found before.
    const std::vector<OlderRefund>& waiting() const { return waiting_; }
    // The first one that somebody gives back by hand; null: none.
    const OlderRefund* byHand() const;
    // Something of it may become another by itself.
    bool isUnderWay() const;
    // To be handed over, of that call; empty: of all. In minor units.
    std::int64_t cash(const std::string& group = {}) const;
    // What is not back there, in minor units; while that is not known: all that went on.
    // REQUIRES: what was followed is all of the order, or another one.
    std::int64_t open(const v1::Order& order) const;

Q_SIGNALS:
    void followed();

private:
    using Sums = std::map<std::string, std::int64_t>;  // By group, in minor units.
    struct Step {
        std::string order{};
        Sums sums{};    // What went on to it.
        int place = 1;  // In the row; the order that one began with is 0.
    };

    static Sums passedOn(const v1::Order& order);
    static std::vector<Step> stepsFrom(const v1::Order& order, const Sums& of, int place);
    void ask();
    void came(const client::Answer<v1::OrderDetails>& answer);
    bool hasAll(const v1::Order& order) const;
    void takeWaiting(const v1::Order& order);
    void later(bool final);

    qt::Desk& desk_;
    std::string event_;
    std::string order_;
    std::vector<Step> began_;
    std::vector<Step> ahead_;
    std::string group_;
    std::vector<OlderRefund> waiting_;
    std::vector<OlderRefund> found_;  // While it is read.
    bool whole_ = true;
    bool known_ = false;
    int question_ = 0;
    QElapsedTimer since_;
    QTimer again_;
};

}  // namespace tessera::orders
