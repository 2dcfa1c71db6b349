// SPDX-License-Identifier: Apache-2.0
// A buyer who behaves as a person does: looks, hesitates, pays, comes back, gives up.
//
// What it intends is drawn when it holds seats; what comes of it the system decides. It ends
// whatever happens: every wait and every count of trials has its bound.
#pragma once

#include <optional>
#include <string>

#include "tests/simulation/people/choice.h"
#include "tests/simulation/people/visitor.h"

namespace tessera::simulation {

class Person final : public Visitor {
public:
    Person(Scene& scene, std::int32_t number, Random random);
    void arrive() override;

private:
    enum class Intent : std::uint8_t { Buys, BuysAtTheLastMoment, Cancels, LetsItRunOut };

    // Choosing.
    void chooseAndHold();
    void onHold(const std::optional<Said>& said);
    void chooseAgain(const app::Problem& problem);

    // With seats held.
    void onHeld(const app::ReservationAnswer& answer);
    Intent drawIntent();
    void lookBack();
    void buy(Duration after);
    Duration untilTheLastMoment();
    void checkOut();
    void onCheckout(const std::optional<Said>& said);
    void findOrder();
    app::TenderAsk drawTender();
    void cancel();

    // With an order.
    void onOrder(const app::OrderAnswer& answer);
    void hesitate(const app::PaymentInstructions& payment);
    void pay(const std::string& objectId, const std::string& clientSecret);
    void confirm(Payer payer);
    void pollLater();
    void poll();
    void payTheRest();
    void readTickets();
    void giveBack(const app::TicketsAnswer& tickets);
    void askForAnothers();

    const EventOnSale& event_;
    Wish wish_;
    Intent intent_ = Intent::Buys;
    std::int32_t choices_ = 0;
    std::int32_t polls_ = 0;
    std::int32_t pays_ = 0;
    std::int32_t tenders_ = 0;
    std::int32_t returns_ = 0;
    Duration pollPause_;
    bool cancelled_ = false;
    std::string paidObject_;  // That a confirm was taken for.

    ReservationId reservation_;
    OrderId order_;
    Instant expiresAt_;
    Money total_;
    AttemptId byCall_;  // That is confirmed by a call; 0: the provider's own page is.
};

}  // namespace tessera::simulation
