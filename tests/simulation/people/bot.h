// SPDX-License-Identifier: Apache-2.0
// A program that buys, or wants to break something: everything at once, doubled, without a pause.
//
// Some rounds, each one trick; a round is over when all that it started has been answered. Its
// calls are bounded, and it never waits for anything that might not come.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "tests/simulation/people/choice.h"
#include "tests/simulation/people/visitor.h"

namespace tessera::simulation {

class Bot final : public Visitor {
public:
    Bot(Scene& scene, std::int32_t number, Random random);
    void arrive() override;

private:
    using Then = std::function<void(const std::optional<Said>&)>;
    // A hold of its own: whose, and until when.
    struct Held {
        Client* client = nullptr;
        ReservationId reservation;
        Instant expiresAt;
    };
    using WithHeld = std::function<void(const Held&)>;

    void round();
    void trick();
    void call(Client& client, app::Mutation mutation, Question question, Then then = {});
    void wait(Duration time, std::function<void()> then);
    void finish();

    Client& someClient();
    AskHold bestSeats();
    void holdThen(WithHeld then);
    void cancelOf(const Held& held);
    void checkOutOf(const Held& held, Then then = {});

    // Tricks.
    void hoardsTheSameSeats();
    void sendsOneRequestDoubled();
    void usesAnIdAgain();
    void checksOutAndCancelsAtOnce();
    void readsInALoop();
    void asksForNonsense();
    void hammers(std::int32_t left);
    void hammers(Client& client, app::Mutation mutation, const AskHold& hold, std::int32_t left);
    void paysAndCancelsAtOnce();
    void snipesAtTheEnd();
    // Pieces of them.
    void dispose(const Held& held);
    void reread(Client& client, Question question, std::int32_t left);
    void pollToPay(const Held& held, OrderId order, std::int32_t left);
    void payTwice(const Held& held, const app::PaymentInstructions& payment);

    const EventOnSale& event_;
    std::vector<std::unique_ptr<Client>> others_;  // More keys of the same bot.
    std::int32_t rounds_ = 0;
    std::int32_t pending_ = 0;
};

}  // namespace tessera::simulation
