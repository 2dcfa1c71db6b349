// SPDX-License-Identifier: Apache-2.0
// All visitors of one on-sale: each a cookie jar and a timeline, driven by one event loop.
//
// Behaviour follows from the seed and from what the server answers. Used by one thread. A request
// without an answer is asked again with the same request id until it has one or patience ends.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "tools/load/answers_file.h"
#include "tools/load/figures.h"
#include "tools/load/loop.h"
#include "tools/load/person.h"
#include "tools/load/seat_view.h"

namespace tessera::load {

struct ShopOptions {
    std::string event;  // Public id.
    std::string hostName;
    std::int64_t users = 1000;
    double arriveSeconds = 1;
    Habits habits;
    std::uint64_t seed = 1;
    std::size_t connectionsMax = 4000;
    double patienceSeconds = 0;  // How long to wait for seats that may come back.
    double giveUpSeconds = 90;   // Without an answer to one request.
    std::int64_t serverAheadMillis = 0;
};

// An eighth: a confirmation is a tenth of what a visitor asks. The rest are for the server.
inline std::size_t providerConnections(std::size_t connectionsMax) {
    return std::max<std::size_t>(1, connectionsMax / 8);
}

class Shop : public LoopClient {
public:
    Shop(ShopOptions options, const Venue& venue, AnswersFile& answers, Figures& figures);

    // `server`: from `loop.addHost`. The loop must outlive the shop's use.
    void open(Loop& loop, std::size_t server);
    bool done() const { return figures_.ended() == options_.users; }
    // Whoever is still here was not answered.
    void close();
    const SeatView* lastView() const { return lastView_.get(); }

    void onReply(Asker asker, const Reply& reply) override;
    void onLost(Asker asker) override;
    void onTimer(Asker asker, Micros due) override;

private:
    enum class Phase : std::uint8_t {
        Coming,
        Looking,
        Choosing,
        Waiting,
        Reserving,
        FillingIn,
        CheckingOut,
        TypingCard,
        Opening,
        Paying,
        Following,
        Showing,
        Regretting,
        Cancelling,
        FollowingCancel,
        Gone,
    };
    struct Visitor {
        Dice dice{0};
        Traits traits;
        Phase phase = Phase::Coming;
        bool resending = false;
        bool refusedBefore = false;
        bool lookedForSeats = false;
        bool declined = false;
        bool allocated = false;
        std::int32_t party = 0;  // What they go for now.
        std::int32_t asked = 0;  // What the last request was for.
        std::int32_t attempts = 0;
        std::int32_t resends = 0;
        std::size_t host = 0;
        Micros wanted = 0;   // When they wanted what they now wait for.
        Micros clicked = 0;  // "Pay".
        Micros patienceEnds = 0;
        Micros pollDelay = 0;
        std::string callerKey;
        std::string requestId;
        std::string token;
        std::string reservation;
        std::string order;
        std::string secret;
        std::string confirmPath;
        std::string publishableKey;
        std::string request;
        std::shared_ptr<const SeatView> view;
    };

    Visitor& of(Asker asker) { return visitors_[asker]; }
    Micros actsSince_ = 0;  // When the visitor who acts now wanted to.
    void ask(Asker asker, std::size_t host, std::string request);
    void resend(Asker asker);
    void tryAgain(Asker asker, int retryAfterSeconds);
    void pause(Asker asker, Phase phase, std::int64_t lowMillis, std::int64_t highMillis);
    void end(Asker asker, End how);

    void look(Asker asker);
    void choose(Asker asker);
    void reserve(Asker asker, const std::string& selection);
    void reserveBest(Asker asker, std::int32_t party, bool wheelchair);
    void reserveSeats(Asker asker, std::int32_t first, std::int32_t party);
    void checkOut(Asker asker);
    void askOrder(Asker asker, Phase phase);
    void pay(Asker asker);
    void askTickets(Asker asker);
    void cancel(Asker asker);
    bool waitForSeats(Asker asker);

    void onMap(Asker asker, const Reply& reply);
    void onReserved(Asker asker, const Reply& reply);
    void onRefused(Asker asker, std::string_view reason, std::string_view body);
    void onCheckedOut(Asker asker, const Reply& reply);
    void onOpening(Asker asker, const Reply& reply);
    void onPaid(Asker asker, const Reply& reply);
    void onFollowed(Asker asker, const Reply& reply);
    void onTickets(Asker asker, const Reply& reply);
    void onCancelled(Asker asker, const Reply& reply);
    void dispatch(Asker asker, const Reply& reply);

    std::string head(const char* method, const std::string& path, const Visitor& visitor,
                     bool token, std::size_t bodyBytes) const;
    std::string quantities(const Visitor& visitor, std::int32_t party) const;
    std::string freshRequestId();
    bool hopeful() const { return options_.patienceSeconds > 0; }

    const ShopOptions options_;
    const Venue& venue_;
    AnswersFile& answers_;
    Figures& figures_;
    Loop* loop_ = nullptr;
    std::size_t server_ = 0;
    std::unordered_map<std::string, std::size_t> providers_;  // By authority.
    std::vector<Visitor> visitors_;
    Dice ids_;
    const std::string path_;  // /v1/events/{event}
    std::string mapRequest_;
    std::unordered_map<std::string, std::shared_ptr<const SeatView>> views_;
    std::shared_ptr<const SeatView> lastView_;
};

}  // namespace tessera::load
