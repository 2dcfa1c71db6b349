// SPDX-License-Identifier: Apache-2.0
// What a reservation is to cost: ticket types, a code, complimentary tickets, other prices.
//
// The GUI's thread alone. Each change is one question to the server, which says what it costs then;
// the places and the deadline stay. One is under way at a time; one whose answer is not known is
// asked again with the same request id, by again() and by itself once somebody signs in; it blocks
// the cart no longer than its reservation lasts. What is not done leaves everything as it was. What
// was made is kept for a restart, and made again on a new hold of the same places, as soon as
// nothing else is under way and somebody is signed in; nothing of a sale goes into the next one,
// late answers neither. An approval is asked for by approvalNeeded(), one permission at a time:
// approved() or declined() says what came of it; what needs two is done in two steps. What is made
// again and refused is given up, and said to be. Borrows its parts, which outlive it. Rows are
// those of the cart: seats first, then lines of an area.
#pragma once

#include <QtCore/QLocale>
#include <QtCore/QObject>
#include <map>
#include <optional>

#include "shared/qt/desk/desk.h"
#include "shared/qt/sale/seller.h"
#include "tessera/v1/desk_service.pb.h"

namespace tessera::sale {

class Pricing : public QObject {
    Q_OBJECT

public:
    static constexpr int kReasonBytesMost = 100;
    static constexpr int kCodeCharactersMost = 32;

    struct Parts {
        qt::Desk& desk;
        Cart& cart;
        Seller& seller;
        qt::SeatMapModel& map;
        SaleKeeper* keeper = nullptr;  // Absent: a restart knows nothing.
    };
    explicit Pricing(Parts parts, QObject* parent = nullptr);

    void setLocale(const QLocale& locale) { locale_ = locale; }

    // Each of these rows to the type after its own that is sold in its band.
    void nextType(const QList<int>& rows);
    // Nothing is held: for the next hold. False, as of adjust(): said why, nothing was asked, and
    // the code is as it was.
    bool setCode(const QString& code);

    struct Change {
        v1::PriceAdjustment::Kind kind = v1::PriceAdjustment::COMPLIMENTARY;
        std::int64_t priceMinor = 0;
        QString reason{};
    };
    // Which permission it takes, and up to what amount an approval must be good.
    static std::string permissionOf(v1::PriceAdjustment::Kind kind);
    std::int64_t givenAwayMost(const QList<int>& rows, const Change& change) const;
    // `approval`: empty where who is signed in may do it.
    bool adjust(const QList<int>& rows, const Change& change, const std::string& approval = {});
    // Why the price of a row is another than the event's; empty: it is not.
    QString reasonOf(int row) const;

    bool isUnderWay() const { return underWay_; }
    bool isUnknown() const { return unknown_; }
    void again();
    // What approvalNeeded() was about, with its approval; one that comes late is asked for again.
    void approved(const std::string& token);
    // Nobody approves it: what was to be made again by that permission is not made any more.
    void declined();

Q_SIGNALS:
    void changed();
    void said(const QString& text, tessera::sale::Tone tone);
    // It was not taken; what was typed is still to be seen.
    void refused();
    void done();
    // Somebody must approve what was asked for, as nothing but that: approved() or declined().
    void approvalNeeded(const QString& permission, qint64 givenAwayMost);

private:
    static constexpr int kAreaKey = -1;
    using Adjustments = std::map<int, v1::PriceAdjustment>;  // By seat; of an area: kAreaKey.
    struct Wanted {
        v1::RepriceReservationRequest request{};
        Adjustments adjustments{};
        Adjustments later{};       // Of another permission: made once this is.
        std::string permission{};  // Whose approval approved() brings; empty: none is needed.
        bool ofLost = false;       // It makes again what was made of a hold before.
    };

    bool begin();
    bool isBusy() const;
    bool isOver() const;
    int keyOf(int row) const;
    int rowCount() const;
    int typeAfter(int category, int type) const;
    v1::RepriceReservationRequest asItIs(const Adjustments& adjustments) const;
    static void setAdjustments(const Adjustments& adjustments,
                               v1::RepriceReservationRequest& request);
    static Adjustments adjustmentsOf(const v1::RepriceReservationRequest& request);
    std::int64_t givenAwayMost(const v1::RepriceReservationRequest& request,
                               const Adjustments& adjustments) const;
    void ask(Wanted wanted, const std::string& approval = {});
    void send();
    void keep();
    void endSale();
    void goOnWith(const KeptSale& kept);
    void followReservation();
    void loseWanted();
    void makeAgainSoon();
    void makeAgain();
    bool isNeeded(const client::Answer<v1::Reservation>& answer) const;
    bool isLate(const client::Answer<v1::Reservation>& answer) const;
    void needApproval(const client::Refusal& refusal, const std::string& with);
    std::optional<Wanted> firstOf(const std::string& permission) const;
    void notDone(const QString& why, bool judged);
    void approveAnew(const client::Answer<v1::Reservation>& answer);
    void taken(const v1::Reservation& now);
    void endHold();
    void answered(const client::Answer<v1::Reservation>& answer);

    const Parts parts_;
    QLocale locale_;
    std::string of_;  // The reservation that the adjustments are of.
    Adjustments adjustments_;
    Adjustments lost_;               // Of the hold before, to be made again:
    bool due_ = false;               // as soon as nothing else is under way;
    bool newHold_ = false;           // which is still to be said.
    std::optional<Wanted> pending_;  // For approved().
    Wanted asked_;                   // Last, or under way.
    std::string approval_;
    std::string sentWith_;  // The approval that it was sent with, until it is answered.
    std::string askedBy_;   // Who was signed in when it was sent.
    bool underWay_ = false;
    bool unknown_ = false;
    bool earlier_ = false;       // What is under way was asked before, and has no answer.
    bool isBeingFound_ = false;  // The reservation of an earlier start is asked for.
};

}  // namespace tessera::sale
