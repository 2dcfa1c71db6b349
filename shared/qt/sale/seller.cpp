// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/sale/seller.h"

#include <algorithm>
#include <map>
#include <utility>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/sale/refusals.h"
#include "shared/qt/sale/words.h"

namespace tessera::sale {
namespace {

constexpr int kPerOrderOtherwise = 10;

QList<int> sorted(QList<int> seats) {
    std::ranges::sort(seats);
    return seats;
}

// What asks for the same places and ticket types again.
v1::CreateReservationRequest sameAs(const v1::Reservation& reservation) {
    v1::CreateReservationRequest request;
    request.set_event(reservation.event());
    for (const v1::ReservedSeat& seat : reservation.seats()) {
        v1::SeatSelection& wanted = *request.mutable_seats()->add_seats();
        wanted.set_seat_no(seat.seat_no());
        wanted.set_ticket_type_no(seat.ticket_type_no());
    }
    for (const v1::ReservedArea& area : reservation.areas()) {
        v1::TicketQuantity& wanted = *request.mutable_general_admission()->add_quantities();
        request.mutable_general_admission()->set_area_no(area.area_no());
        wanted.set_ticket_type_no(area.ticket_type_no());
        wanted.set_quantity(area.quantity());
    }
    return request;
}

}  // namespace

Seller::Seller(Parts parts, QObject* parent) : QObject(parent), parts_(parts) {
    connect(&parts_.cart, &Cart::changed, this, &Seller::cartChanged);
    connect(&parts_.cart, &Cart::finished, this, [this] { parts_.map.select({}); });
    connect(&parts_.cart, &Cart::emptied, this, [this] { setCode({}); });
    connect(&parts_.desk, &qt::Desk::sessionChanged, this, [this] {
        if (unknown_ && parts_.desk.isSignedIn()) again();
    });
    parts_.cart.setAsking([this] {
        const bool kept = parts_.keeper != nullptr && parts_.keeper->hasEarlier();
        return doing_ > Doing::Reading || unknown_ || found_ || kept;
    });
}

Seller::~Seller() {
    parts_.cart.setAsking({});
}

void Seller::cartChanged() {
    if (parts_.cart.stage() == CartStage::Paying) {
        instead_.reset();
        takePaid();
        // An order of another event is paid meanwhile: the cart has that one.
        if (doing_ == Doing::Reading) {
            ++question_;
            doing_ = Doing::Nothing;
        }
    }
    Q_EMIT changed();
}

void Seller::chooseEvent(const std::string& id) {
    if (saysUnknown()) return;
    const CartStage stage = parts_.cart.stage();
    if (stage == CartStage::Held || stage == CartStage::Paying || doing_ > Doing::Reading) {
        Q_EMIT said(
            tr("Something is reserved. Sell it or give it back, then choose another event."),
            Tone::Warning);
        return;
    }
    if (!parts_.desk.isConnectedTo()) return;
    const int question = ++question_;
    setDoing(Doing::Reading);
    v1::GetEventRequest request;
    request.set_event(id);
    parts_.desk.ask(client::kGetEvent, request, this,
                    [this, id, question](const client::Answer<v1::Event>& answer) {
                        if (question != question_) return;
                        setDoing(Doing::Nothing);
                        takeEvent(id, answer);
                    });
}

void Seller::takeEvent(const std::string& id, const client::Answer<v1::Event>& answer) {
    if (!answer.done()) {
        Q_EMIT said(saleOutcomeText(answer, parts_.map, locale_), Tone::Danger);
        const auto reason = answer.refusal.reason;
        const bool gone =
            reason == v1::ErrorReason::EVENT_NOT_FOUND || reason == v1::ErrorReason::INVALID_ID;
        if (gone && found_ && found_->event() == id) leaveFound();
        return;
    }
    instead_.reset();
    kept_.clear();
    parts_.cart.setEvent(answer.value);
    showMap();
    Q_EMIT eventChosen(QString::fromStdString(answer.value.event()),
                       textOf(answer.value.config().name()));
    if (!found_) return;
    if (found_->event() != id) return leaveFound();
    goOnWith(*std::exchange(found_, std::nullopt));
}

// For another event, or because its own is gone for good.
void Seller::leaveFound() {
    found_.reset();
    parts_.keeper->leaveAsItIs(false);
    keep();
    Q_EMIT said(tr("The sale from before the app was started is left: what it held is free again "
                   "by itself."),
                Tone::Warning);
}

// The pay screen has it again, and asks: what was made of its prices stays with it, for the case
// that nothing was checked out.
void Seller::takePaid() {
    if (parts_.keeper == nullptr || !parts_.keeper->hasEarlier()) return;
    const KeptSale kept = *parts_.keeper->takeEarlier();
    if (kept.reservation.reservation() == parts_.cart.reservation().reservation()) {
        code_ = kept.asked.code;
        Q_EMIT keptRead(kept);
        Q_EMIT keptTaken();
    }
    parts_.keeper->leaveAsItIs(false);
    keep();
}

bool Seller::resume() {
    if (parts_.keeper == nullptr) return false;
    if (parts_.cart.stage() == CartStage::Paying) takePaid();
    if (!parts_.cart.event().event().empty()) return false;
    if (parts_.keeper->hasEarlier()) found_ = parts_.keeper->takeEarlier();
    if (parts_.keeper->hasSetAside() && !std::exchange(unreadSaid_, true)) {
        Q_EMIT said(qt::unreadText(), Tone::Danger);
    }
    if (!found_) return false;
    if (doing_ == Doing::Nothing) chooseEvent(found_->event());
    return true;
}

void Seller::showMap() {
    if (!feed_ && parts_.desk.client() != nullptr) {
        feed_ = std::make_unique<qt::SeatFeed>(*parts_.desk.client(), parts_.map);
        connect(feed_.get(), &qt::SeatFeed::stateChanged, this, [this](qt::FeedState state) {
            if (state == qt::FeedState::Live && !kept_.isEmpty()) {
                parts_.map.select(std::exchange(kept_, {}));
            }
            Q_EMIT changed();
        });
    }
    if (feed_) feed_->show(parts_.cart.event().event());
}

void Seller::comeBack() {
    if (parts_.cart.event().event().empty()) return;
    const bool same = feed_ && feed_->eventId() == parts_.cart.event().event();
    if (same && feed_->state() != qt::FeedState::Ended) return;
    if (same && !parts_.map.selection().isEmpty()) kept_ = parts_.map.selection();
    showMap();
}

void Seller::leaveServer() {
    ++question_;
    feed_.reset();
}

qt::FeedState Seller::feedState() const {
    return feed_ ? feed_->state() : qt::FeedState::Nothing;
}

QuickMenu Seller::menu() const {
    const v1::EventConfig& config = parts_.cart.event().config();
    const qt::SeatLayout& layout = parts_.map.layout();
    QuickMenu menu{.ticketTypes = std::max(1, config.ticket_types_size()),
                   .categories = static_cast<int>(layout.categories().size()),
                   .areas = static_cast<int>(layout.areas().size()),
                   .placesMax = config.limits().per_order()};
    for (const v1::Price& price : config.prices()) {
        menu.categories = std::max(menu.categories, price.category_no() + 1);
    }
    if (menu.placesMax == 0) menu.placesMax = kPerOrderOtherwise;
    return menu;
}

int Seller::typeFor(int category) const {
    int type = -1;
    for (const v1::Price& price : parts_.cart.event().config().prices()) {
        if (price.category_no() != category) continue;
        if (type < 0 || price.ticket_type_no() < type) type = price.ticket_type_no();
    }
    return std::max(0, type);
}

bool Seller::isSold(int type, int category) const {
    const auto& prices = parts_.cart.event().config().prices();
    return std::any_of(prices.begin(), prices.end(), [&](const v1::Price& price) {
        return price.category_no() == category && price.ticket_type_no() == type;
    });
}

bool Seller::saysUnknown() {
    if (!unknown_) return false;
    Q_EMIT said(tr("What became of the last question is not known yet. Ask again first."),
                Tone::Warning);
    return true;
}

bool Seller::begin() {
    if (parts_.cart.event().event().empty()) {
        Q_EMIT said(tr("No event is chosen yet."), Tone::Warning);
        return false;
    }
    if (parts_.cart.stage() == CartStage::Paying) {
        Q_EMIT said(tr("This sale is being paid for."), Tone::Warning);
        return false;
    }
    if (saysUnknown()) return false;
    if (doing_ != Doing::Nothing || !parts_.desk.isConnectedTo()) {
        Q_EMIT said(tr("The server has not answered yet."), Tone::Plain);
        return false;
    }
    return true;
}

void Seller::setDoing(Doing doing) {
    doing_ = doing;
    Q_EMIT changed();
}

v1::CreateReservationRequest Seller::blank() const {
    v1::CreateReservationRequest request;
    request.set_event(parts_.cart.event().event());
    request.set_code(code_.trimmed().toStdString());
    return request;
}

QList<int> Seller::reservedSeats() const {
    QList<int> seats;
    for (const v1::ReservedSeat& seat : parts_.cart.reservation().seats()) seats << seat.seat_no();
    return seats;
}

HoldStart Seller::hold() {
    const QList<int>& wanted = parts_.map.selection();
    const bool held = parts_.cart.stage() == CartStage::Held;
    if (held && (wanted.isEmpty() || sorted(wanted) == sorted(reservedSeats()))) {
        return HoldStart::AlreadyHeld;
    }
    if (!begin()) return HoldStart::Refused;
    const int most = menu().placesMax;
    if (wanted.isEmpty()) {
        Q_EMIT said(tr("No seat is selected."), Tone::Warning);
        return HoldStart::Refused;
    }
    if (wanted.size() > most) {
        Q_EMIT said(tr("An order may have %n seat(s) at most; %1 are selected.", "", most)
                        .arg(locale_.toString(wanted.size())),
                    Tone::Danger);
        return HoldStart::Refused;
    }
    std::map<int, int> types;
    for (const v1::ReservedSeat& seat : parts_.cart.reservation().seats()) {
        types[seat.seat_no()] = seat.ticket_type_no();
    }
    v1::CreateReservationRequest create = blank();
    for (const int seat : wanted) {
        const int category = parts_.map.layout().seats()[static_cast<std::size_t>(seat)].category;
        v1::SeatSelection& selection = *create.mutable_seats()->add_seats();
        selection.set_seat_no(seat);
        const auto kept = types.find(seat);
        const int place = create.seats().seats_size() - 1;
        const bool given = place < types_.size() && isSold(types_[place], category);
        selection.set_ticket_type_no(kept != types.end() ? kept->second
                                     : given             ? types_[place]
                                                         : typeFor(category));
    }
    take(std::move(create));
    return HoldStart::Started;
}

void Seller::hold(const Wish& wish) {
    if (!begin()) return;
    v1::CreateReservationRequest create = blank();
    auto& quantities = wish.area ? *create.mutable_general_admission()->mutable_quantities()
                                 : *create.mutable_best_available()->mutable_quantities();
    const bool one = wish.counts.size() == 1;
    for (std::size_t type = 0; type < wish.counts.size(); ++type) {
        if (wish.counts[type] == 0) continue;
        v1::TicketQuantity& quantity = *quantities.Add();
        quantity.set_quantity(wish.counts[type]);
        quantity.set_ticket_type_no(one && wish.category ? typeFor(*wish.category)
                                                         : static_cast<int>(type));
    }
    if (wish.area) create.mutable_general_admission()->set_area_no(*wish.area);
    if (wish.category) create.mutable_best_available()->add_category_nos(*wish.category);
    take(std::move(create));
}

void Seller::take(v1::CreateReservationRequest create) {
    instead_.reset();
    create_ = std::move(create);
    before_.reset();
    restoring_ = false;
    if (parts_.cart.stage() != CartStage::Held) return sendCreate();
    before_ = sameAs(parts_.cart.reservation());
    before_->set_code(create_.code());
    sendCancel(Then::Create);
}

void Seller::bestInstead() {
    if (!instead_ || !begin()) return;
    v1::CreateReservationRequest create = blank();
    v1::BestAvailable& best = *create.mutable_best_available();
    for (std::size_t type = 0; type < instead_->counts.size(); ++type) {
        if (instead_->counts[type] == 0) continue;
        v1::TicketQuantity& quantity = *best.add_quantities();
        quantity.set_ticket_type_no(static_cast<int>(type));
        quantity.set_quantity(instead_->counts[type]);
    }
    if (instead_->category) best.add_category_nos(*instead_->category);
    best.set_together(v1::BestAvailable::PREFERRED);
    take(std::move(create));
}

void Seller::giveBack() {
    const CartStage stage = parts_.cart.stage();
    if (stage == CartStage::Held) {
        if (begin()) sendCancel(Then::EndSale);
        return;
    }
    if (saysUnknown() || stage == CartStage::Paying || doing_ > Doing::Reading) return;
    instead_.reset();
    parts_.map.select({});
    parts_.cart.clear();
}

void Seller::again() {
    if (unknown_) {
        if (!findKept_.reservation().empty()) return findKept();
        if (doing_ == Doing::GivingBack) return sendCancel(then_);
        return sendCreate();
    }
    if (parts_.cart.stage() != CartStage::Expired || !begin()) return;
    v1::CreateReservationRequest create = sameAs(parts_.cart.reservation());
    create.set_code(code_.trimmed().toStdString());
    take(std::move(create));
}

void Seller::undo() {
    if (parts_.cart.stage() == CartStage::Paying || doing_ != Doing::Nothing) return;
    if (!parts_.map.undoSelection()) {
        Q_EMIT said(tr("There is nothing to undo."), Tone::Plain);
        return;
    }
    if (parts_.map.selection().isEmpty() && parts_.cart.stage() == CartStage::Held && begin()) {
        sendCancel(Then::Nothing);
    }
}

}  // namespace tessera::sale
