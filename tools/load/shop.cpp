// SPDX-License-Identifier: Apache-2.0
#include "tools/load/shop.h"

#include <algorithm>
#include <cmath>
#include <random>

#include "tools/load/json_scan.h"

namespace tessera::load {
namespace {

constexpr Micros kMilli = 1000;
constexpr Micros kSecond = 1'000'000;
// A visitor who was beaten to it so often lets the server choose.
constexpr std::int32_t kAttemptsByHand = 3;
constexpr std::size_t kViewsMax = 256;
constexpr std::size_t kMapBytesMax = 4 << 20;
// At first most look at the best rows that are left; 1 is no preference at all.
constexpr double kPopularity = 1.5;
constexpr double kAnywhere = 1;

void count(std::map<std::string, std::int64_t, std::less<>>& by, std::string_view reason) {
    const auto counted = by.find(reason);
    if (counted == by.end()) {
        by.emplace(std::string(reason), 1);
    } else {
        ++counted->second;
    }
}

std::uint64_t freshSeed() {
    std::random_device device;
    return (static_cast<std::uint64_t>(device()) << 32) | device();
}

}  // namespace

Shop::Shop(ShopOptions options, const Venue& venue, AnswersFile& answers, Figures& figures)
    : options_(std::move(options)),
      venue_(venue),
      answers_(answers),
      figures_(figures),
      // Ids are new in every run, else the server would take them for retries.
      ids_(freshSeed()),
      path_("/v1/events/" + options_.event) {
    mapRequest_ = "GET " + path_ + "/seatmap HTTP/1.1\r\nHost: " + options_.hostName +
                  "\r\nAccept-Encoding: gzip\r\n\r\n";
    visitors_.resize(static_cast<std::size_t>(options_.users));
}

void Shop::open(Loop& loop, std::size_t server) {
    loop_ = &loop;
    server_ = server;
    constexpr std::string_view kDigits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    Dice arrivals(options_.seed);
    for (std::size_t i = 0; i < visitors_.size(); ++i) {
        Visitor& visitor = visitors_[i];
        visitor.dice = Dice(options_.seed * 0x100000001B3ULL + i);
        visitor.traits = drawTraits(visitor.dice, options_.habits);
        visitor.party = visitor.traits.party;
        for (int c = 0; c < 32; ++c) visitor.callerKey += kDigits[ids_.word() & 63U];
        const double at = arrivals.unit() * options_.arriveSeconds * 1e6;
        loop.after(static_cast<Asker>(i), static_cast<Micros>(at));
    }
}

void Shop::close() {
    for (std::size_t i = 0; i < visitors_.size(); ++i) {
        if (visitors_[i].phase != Phase::Gone) end(static_cast<Asker>(i), End::Unanswered);
    }
}

void Shop::end(Asker asker, End how) {
    Visitor& visitor = of(asker);
    visitor.phase = Phase::Gone;
    visitor.request.clear();
    visitor.view.reset();
    ++figures_.of(how);
}

void Shop::ask(Asker asker, std::size_t host, std::string request) {
    Visitor& visitor = of(asker);
    visitor.wanted = actsSince_;
    visitor.resends = 0;
    visitor.host = host;
    visitor.request = std::move(request);
    ++figures_.requests;
    loop_->ask(asker, host, visitor.request);
}

void Shop::resend(Asker asker) {
    of(asker).resending = false;
    ++figures_.requests;
    loop_->ask(asker, of(asker).host, of(asker).request);
}

void Shop::tryAgain(Asker asker, int retryAfterSeconds) {
    Visitor& visitor = of(asker);
    if (Loop::now() - visitor.wanted > static_cast<Micros>(options_.giveUpSeconds * 1e6)) {
        return end(asker, End::Unanswered);
    }
    const std::int64_t base =
        std::max<std::int64_t>(retryAfterSeconds * 1000, 100LL << std::min(visitor.resends, 4));
    ++visitor.resends;
    visitor.resending = true;
    loop_->after(asker, visitor.dice.between(base, base + base / 2) * kMilli);
}

void Shop::pause(Asker asker, Phase phase, std::int64_t lowMillis, std::int64_t highMillis) {
    of(asker).phase = phase;
    loop_->after(asker, of(asker).dice.between(lowMillis, highMillis) * kMilli);
}

void Shop::onLost(Asker asker) {
    ++figures_.lost;
    tryAgain(asker, 0);
}

// What a late timer delayed was wanted when it was due.
void Shop::onTimer(Asker asker, Micros due) {
    actsSince_ = due;
    Visitor& visitor = of(asker);
    if (visitor.resending) return resend(asker);
    switch (visitor.phase) {
        case Phase::Coming:
            ++figures_.arrived;
            visitor.patienceEnds =
                Loop::now() + static_cast<Micros>(options_.patienceSeconds * kSecond);
            return look(asker);
        case Phase::Choosing:
            return choose(asker);
        case Phase::Waiting:
            return look(asker);
        case Phase::FillingIn:
            return checkOut(asker);
        case Phase::TypingCard:
        case Phase::Opening:
            return askOrder(asker, Phase::Opening);
        case Phase::Following:
            return askOrder(asker, Phase::Following);
        case Phase::FollowingCancel:
            return askOrder(asker, Phase::FollowingCancel);
        case Phase::Regretting:
            return cancel(asker);
        default:
            return;
    }
}

void Shop::onReply(Asker asker, const Reply& reply) {
    actsSince_ = Loop::now();
    const bool pushedBack = reply.status == 429 || reply.status == 408 || reply.status >= 500;
    if (pushedBack) {
        ++figures_.pushedBack;
        const auto reason = std::string(textOf(reply.body, "reason"));
        count(figures_.pushedBackBy,
              reason.empty() ? "status " + std::to_string(reply.status) : reason);
        return tryAgain(asker, reply.retryAfterSeconds);
    }
    dispatch(asker, reply);
}

void Shop::dispatch(Asker asker, const Reply& reply) {
    const auto took = [&](Step step) { figures_.of(step).add(Loop::now() - of(asker).wanted); };
    switch (of(asker).phase) {
        case Phase::Looking:
            took(Step::Map);
            return onMap(asker, reply);
        case Phase::Reserving:
            took(Step::Reserve);
            return onReserved(asker, reply);
        case Phase::CheckingOut:
            took(Step::Checkout);
            return onCheckedOut(asker, reply);
        case Phase::Opening:
            took(Step::Order);
            return onOpening(asker, reply);
        case Phase::Paying:
            took(Step::Pay);
            return onPaid(asker, reply);
        case Phase::Following:
        case Phase::FollowingCancel:
            took(Step::Order);
            return onFollowed(asker, reply);
        case Phase::Showing:
            took(Step::Tickets);
            return onTickets(asker, reply);
        case Phase::Cancelling:
            took(Step::Cancel);
            return onCancelled(asker, reply);
        default:
            return;
    }
}

void Shop::look(Asker asker) {
    of(asker).phase = Phase::Looking;
    ask(asker, server_, mapRequest_);
}

void Shop::onMap(Asker asker, const Reply& reply) {
    Visitor& visitor = of(asker);
    if (reply.status != 200) return tryAgain(asker, 1);
    const std::string revision(reply.etag);
    auto found = views_.find(revision);
    if (found == views_.end()) {
        const std::string body = reply.gzip ? inflate(reply.body, kMapBytesMax) : std::string();
        auto view = SeatView::decode(venue_, reply.gzip ? std::string_view(body) : reply.body);
        if (!view) return tryAgain(asker, 1);
        if (views_.size() >= kViewsMax) views_.clear();
        found = views_.emplace(revision, std::move(view)).first;
        lastView_ = found->second;
    }
    visitor.view = found->second;
    if (visitor.attempts == 0) return pause(asker, Phase::Choosing, 1000, 2000);
    pause(asker, Phase::Choosing, 500, 1500);
}

// True: they wait for seats that others may give back.
bool Shop::waitForSeats(Asker asker) {
    const Visitor& visitor = of(asker);
    if (!hopeful() || Loop::now() > visitor.patienceEnds) return false;
    const bool wheelchair = visitor.traits.wish == Wish::Wheelchair;
    const SeatView& view = *visitor.view;
    const bool free = wheelchair ? view.wheelchairsFree() > 0 : view.longestRun() > 0;
    if (!free && !(wheelchair ? view.anyWheelchairHeld() : view.anyHeld())) return false;
    pause(asker, Phase::Waiting, 1500, 4000);
    return true;
}

void Shop::choose(Asker asker) {
    Visitor& visitor = of(asker);
    const SeatView& view = *visitor.view;
    const std::int32_t longest = view.longestRun();
    ++visitor.attempts;
    const std::int64_t left = view.areaAvailable(0);
    const bool sitsAfterAll = left == 0 && visitor.refusedBefore && longest > 0;
    if (visitor.traits.wish == Wish::Standing && sitsAfterAll) {
        visitor.traits.wish = Wish::HandPicked;
    }
    if (visitor.traits.wish == Wish::Standing) {
        if (left == 0 && visitor.refusedBefore && waitForSeats(asker)) return;
        visitor.asked = static_cast<std::int32_t>(
            std::clamp<std::int64_t>(visitor.party, 1, std::max<std::int64_t>(1, left)));
        return reserve(asker, "\"generalAdmission\":{\"areaNo\":0,\"quantities\":" +
                                  quantities(visitor, visitor.asked) + "}");
    }
    if (visitor.traits.wish == Wish::Wheelchair) {
        if (view.wheelchairsFree() == 0 && visitor.refusedBefore && waitForSeats(asker)) return;
        return reserveBest(asker, visitor.party, true);
    }
    if (longest == 0 && visitor.refusedBefore && waitForSeats(asker)) return;
    const std::int32_t party = std::clamp(visitor.party, 1, std::max(1, longest));
    const bool byHand =
        visitor.traits.wish == Wish::HandPicked && visitor.attempts <= kAttemptsByHand;
    const double taste = visitor.attempts == 1 ? kPopularity : kAnywhere;
    const std::int32_t first =
        byHand ? view.choose(party, std::pow(visitor.dice.unit(), taste), visitor.dice.chance(0.5))
               : -1;
    if (first < 0) return reserveBest(asker, party, false);
    reserveSeats(asker, first, party);
}

void Shop::onReserved(Asker asker, const Reply& reply) {
    Visitor& visitor = of(asker);
    if (reply.status != 200) {
        const std::string_view reason = textOf(reply.body, "reason");
        answers_.refused(asker, visitor.requestId, reason);
        ++figures_.refused;
        count(figures_.refusals, reason);
        return onRefused(asker, reason, reply.body);
    }
    answers_.held(asker, visitor.requestId, reply.body);
    ++figures_.held;
    visitor.token = textOf(reply.body, "holderToken");
    visitor.reservation = textOf(reply.body, "reservation");
    visitor.view.reset();
    if (visitor.traits.fate == Fate::WalksAway) return end(asker, End::Abandoned);
    pause(asker, Phase::FillingIn, 800, 1600);
}

void Shop::onRefused(Asker asker, std::string_view reason, std::string_view body) {
    Visitor& visitor = of(asker);
    visitor.refusedBefore = true;
    if (reason == "SEAT_UNAVAILABLE" || reason == "ORPHAN_SEAT" || reason == "COMPANION_ALONE") {
        return look(asker);
    }
    if (reason != "NO_SUITABLE_SEATS" && reason != "AREA_FULL") {
        return end(asker, End::Unanswered);
    }
    if (visitor.asked > 1) {
        const auto left = static_cast<std::int32_t>(
            std::min<std::int64_t>(numberOf(body, "available"), visitor.asked - 1));
        const bool counted = reason == "AREA_FULL" && left > 0;
        visitor.party = counted ? left : visitor.asked - 1;
        return look(asker);
    }
    // Who cannot stand looks once whether there is a seat.
    const bool standing = visitor.traits.wish == Wish::Standing;
    if (standing && !visitor.lookedForSeats) {
        visitor.lookedForSeats = true;
        return look(asker);
    }
    if (waitForSeats(asker)) return;
    if (visitor.traits.wish != Wish::Wheelchair) ++figures_.unseated;
    end(asker, End::NoSeats);
}

}  // namespace tessera::load
