// SPDX-License-Identifier: Apache-2.0
// What a till does in a sale before the money: an event, its live map, places held, changed, given
// back.
//
// The GUI's thread alone. The map's selection is the wish: hold() makes it so, all or none. One
// mutation is under way at a time; one whose answer is not known is asked again with the same
// request id, by again() and by itself once somebody signs in, and nothing else is begun before.
// Borrows its parts, which outlive it; owns the feed of the map. What it says is for people, in
// their language.
#pragma once

#include <QtCore/QObject>
#include <memory>
#include <optional>

#include "shared/qt/desk/desk.h"
#include "shared/qt/sale/cart.h"
#include "shared/qt/sale/quick_line.h"
#include "shared/qt/sale/sale_keeper.h"
#include "shared/qt/seat_feed/seat_feed.h"

namespace tessera::sale {

enum class Tone { Plain, Good, Warning, Danger };

// What is under way.
enum class Doing { Nothing, Reading, Holding, GivingBack };

enum class HoldStart {
    Started,
    AlreadyHeld,  // What is selected is what is reserved.
    Refused,      // Said why.
};

class Seller : public QObject {
    Q_OBJECT

public:
    struct Parts {
        qt::Desk& desk;
        Cart& cart;
        qt::SeatMapModel& map;
        SaleKeeper* keeper = nullptr;  // Absent: a restart knows nothing.
    };
    explicit Seller(Parts parts, QObject* parent = nullptr);
    ~Seller() override;

    void setLocale(const QLocale& locale) { locale_ = locale; }

    // What an earlier start of the app had in hand: what was asked is asked again with the same
    // request id, what was held is held on, or said to be free. Again while its event could not be
    // read; another event that is chosen then leaves it. False: there is nothing.
    bool resume();
    // Reads it and shows its map. Refused, and said, while something is reserved.
    void chooseEvent(const std::string& id);
    // After somebody has signed in, or an order of another event was paid here: what had ended
    // begins again; what is selected of the same event stays.
    void comeBack();
    // The desk's client will be gone.
    void leaveServer();
    qt::FeedState feedState() const;

    QuickMenu menu() const;
    // The ticket type that is taken where none was chosen: the first that is sold there, else 0.
    int typeFor(int category) const;
    // The ticket types of the next places by their order, where they are sold there: tickets that
    // are exchanged keep theirs. Empty: typeFor() of each. Until it is set again.
    void setTypes(const QList<int>& types) { types_ = types; }

    // The map's selection, all or none; what was reserved before is exchanged for it.
    HoldStart hold();
    // The best there is, or places in an area; what was reserved before goes back first.
    void hold(const Wish& wish);
    // The reservation, and what is selected. Who buys is forgotten: the sale is over.
    void giveBack();
    // The question whose answer is not known; or what had expired, the same places.
    void again();
    // As many as were wanted where seats were lost or none were found, as near to each other as can
    // be, in the same category.
    void bestInstead();
    bool hasInstead() const { return instead_.has_value(); }
    // The last selection; where nothing is selected then, the places go back.
    void undo();

    // For the next hold of this sale; one that is there is priced anew by Pricing.
    const QString& code() const { return code_; }
    void setCode(const QString& code);

    Doing doing() const { return doing_; }
    // The answer to what is under way is not known: again().
    bool isUnknown() const { return unknown_; }

Q_SIGNALS:
    void changed();
    void said(const QString& text, tessera::sale::Tone tone);
    void eventChosen(const QString& id, const QString& name);
    // The seats that are ours now: the map may show them.
    void held(const QList<int>& seats);
    // Of an earlier start, before it is asked about, and once it is answered; of one that is being
    // paid for, both at once.
    void keptRead(const tessera::sale::KeptSale& kept);
    void keptTaken();
    // What an earlier start held was checked out and is being paid: the cart is Paying.
    void orderFound();

private:
    // What follows once places are given back.
    enum class Then { Nothing, EndSale, Create };

    bool begin();
    void setDoing(Doing doing);
    void showMap();
    void takeEvent(const std::string& id, const client::Answer<v1::Event>& answer);
    void leaveFound();
    void takePaid();
    bool saysUnknown();
    v1::CreateReservationRequest blank() const;
    bool isSold(int type, int category) const;
    void take(v1::CreateReservationRequest create);
    void sendCreate();
    void created(const client::Answer<v1::Reservation>& answer);
    void refused(const client::Refusal& refusal);
    void restore();
    void goOnWith(const KeptSale& kept);
    void findKept();
    bool isOver() const;
    void asking(Doing doing);
    void takeKept(const client::Answer<v1::Reservation>& answer);
    void keep();
    void showHeld(const QList<int>& seats);
    void sendCancel(Then then);
    void cancelled(const client::Answer<v1::Reservation>& answer);
    void becameUnknown();
    void rememberWanted(const v1::CreateReservationRequest& create);
    void cartChanged();
    QList<int> reservedSeats() const;

    const Parts parts_;
    QLocale locale_;
    std::unique_ptr<qt::SeatFeed> feed_;
    QList<int> kept_;  // To be selected when the map is there.
    int question_ = 0;
    QString code_;
    QList<int> types_;  // Wanted, in the order of the places.
    Doing doing_ = Doing::Nothing;
    bool unknown_ = false;
    bool earlier_ = false;                 // What is under way was asked before, and has no answer.
    v1::CreateReservationRequest create_;  // Under way, or to follow a cancel.
    v1::CancelReservationRequest cancel_;
    Then then_ = Then::Nothing;
    // What was held before an exchange: taken back where the exchange is refused.
    std::optional<v1::CreateReservationRequest> before_;
    bool restoring_ = false;
    std::optional<Wish> instead_;
    bool unreadSaid_ = false;
    std::optional<KeptSale> found_;       // Of an earlier start, until its event is read.
    v1::GetReservationRequest findKept_;  // Until it is answered.
    std::int64_t findKeptUntil_ = 0;      // Seconds of Unix time: it is over then.
    std::string askedBy_;                 // Who was signed in when it was sent.
};

}  // namespace tessera::sale
