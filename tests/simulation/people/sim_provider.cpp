// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/people/sim_provider.h"

#include <map>
#include <utility>

#include "tests/simulation/people/received_picture.h"

namespace tessera::simulation {
namespace {

using engine::AnswerKind;
using engine::ObjectState;
using engine::Operation;
using engine::ProviderAnswer;
using Done = std::function<void(ProviderAnswer)>;

constexpr Duration kDeadline = Duration::ofSeconds(10);
constexpr std::size_t kUnderWayMax = 1024;

HouseAnswer unknown(const char* why) {
    HouseAnswer answer;
    answer.said.evidence = why;
    return answer;
}

HouseRequest retrieveOf(const HouseRequest& request) {
    HouseRequest look = request;
    look.operation = Operation::Retrieve;
    look.key.clear();
    return look;
}

HouseRequest requestOf(const payments::Call& call) {
    HouseRequest request;
    request.operation = call.row.operation;
    const bool reads =
        request.operation == Operation::Retrieve || request.operation == Operation::RetrieveRefund;
    if (!reads) request.key = call.idempotencyKey();
    request.event = call.event;
    request.attempt = call.row.attempt;
    request.refund = call.row.refund;
    request.isReceived = call.row.provider == engine::ProviderKind::Adyen;
    request.payload = call.row.payload;
    request.holdsAtOnce = call.row.provider == engine::ProviderKind::GiftCard;
    request.attemptTry = call.row.refund ? call.row.attemptTry : 1;
    request.objectId = call.row.objectId;
    if (request.operation != Operation::Cancel) request.amount = call.row.amount;
    request.currency = call.currency;
    return request;
}

}  // namespace

struct SimProvider::State : std::enable_shared_from_this<State> {
    explicit State(Parts parts) : with(parts) {}

    struct Waiting {
        std::function<void(HouseAnswer)> next;
        EntryNo deadline = 0;
    };
    const Parts with;
    std::map<std::uint64_t, Waiting> underWay;
    std::map<std::uint64_t, Done> reading;  // Calls of the second shape, which need the inbox.
    std::uint64_t last = 0;
    bool stopped = false;
    bool dead = false;

    void exchange(HouseRequest request, std::function<void(HouseAnswer)> next);
    void settle(std::uint64_t no, HouseAnswer answer);
    void expire(std::uint64_t no);
    void answered(std::uint64_t no, HouseAnswer answer);
    void make(HouseRequest request, Done done);
    void findOrCreate(HouseRequest request, Done done);
    void findOrRefund(HouseRequest request, Done done);
    void look(const HouseRequest& request, ProviderAnswer first, Done done);
    void callReceived(HouseRequest request, Done done);
    void callWith(const ReceivedPicture& picture, const HouseRequest& request, const Done& finish);
    void finishReading(std::uint64_t no, ProviderAnswer answer);
};

// One request and its answer; one that is lost on its way is unknown at the deadline.
void SimProvider::State::exchange(HouseRequest request, std::function<void(HouseAnswer)> next) {
    if (stopped || dead || underWay.size() >= kUnderWayMax) return next(unknown("not sent"));
    const std::uint64_t no = ++last;
    const EntryNo deadline =
        with.agenda.after(kDeadline, with.process, [weak = weak_from_this(), no] {
            if (const auto self = weak.lock()) self->expire(no);
        });
    underWay.emplace(no, Waiting{std::move(next), deadline});
    const auto there = with.network.wayOf(with.node, kProviderEnd);
    if (!there) return;
    with.agenda.after(
        *there, kWorld,
        [weak = weak_from_this(), &house = with.house, no, request = std::move(request)]() mutable {
            house.receive(std::move(request), [weak, no](HouseAnswer answer) {
                const auto self = weak.lock();
                if (self) self->answered(no, std::move(answer));
            });
        });
}

void SimProvider::State::expire(std::uint64_t no) {
    if (!dead) settle(no, unknown("no answer within 10 s"));
}

void SimProvider::State::answered(std::uint64_t no, HouseAnswer answer) {
    if (dead || !underWay.contains(no)) return;
    const auto back = with.network.wayOf(kProviderEnd, with.node);
    if (!back) return;
    with.agenda.after(*back, with.process,
                      [weak = weak_from_this(), no, answer = std::move(answer)]() mutable {
                          const auto self = weak.lock();
                          if (self && !self->dead) self->settle(no, std::move(answer));
                      });
}

void SimProvider::State::settle(std::uint64_t no, HouseAnswer answer) {
    const auto found = underWay.find(no);
    if (found == underWay.end()) return;
    const Waiting waiting = std::move(found->second);
    underWay.erase(found);
    with.agenda.cancel(waiting.deadline);
    waiting.next(std::move(answer));
}

void SimProvider::State::make(HouseRequest request, Done done) {
    exchange(request,
             [self = shared_from_this(), request, done = std::move(done)](HouseAnswer answer) {
                 ProviderAnswer& said = answer.said;
                 const bool blind = said.kind == AnswerKind::Refused &&
                                    said.object == ObjectState::None && !request.objectId.empty();
                 const bool refund = static_cast<bool>(request.refund);
                 if (!blind || refund) return done(std::move(said));
                 self->look(request, std::move(said), done);
             });
}

// A new key could make a second object where the first one's answer was lost.
void SimProvider::State::findOrCreate(HouseRequest request, Done done) {
    HouseRequest search = retrieveOf(request);
    search.search = true;
    exchange(std::move(search), [self = shared_from_this(), request = std::move(request),
                                 done = std::move(done)](HouseAnswer answer) {
        if (!answer.nothingFound) return done(std::move(answer.said));
        self->make(request, done);
    });
}

// As a second object, a second refund.
void SimProvider::State::findOrRefund(HouseRequest request, Done done) {
    HouseRequest search = request;
    search.operation = Operation::RetrieveRefund;
    search.key.clear();
    exchange(std::move(search), [self = shared_from_this(), request = std::move(request),
                                 done = std::move(done)](HouseAnswer answer) {
        if (!answer.nothingFound) return done(std::move(answer.said));
        self->make(request, done);
    });
}

void SimProvider::State::look(const HouseRequest& request, ProviderAnswer first, Done done) {
    exchange(retrieveOf(request),
             [first = std::move(first), done = std::move(done)](HouseAnswer answer) {
                 ProviderAnswer& seen = answer.said;
                 if (seen.kind == AnswerKind::Definitive) {
                     seen.kind = first.kind;
                     seen.evidence = first.evidence + "; then " + seen.evidence;
                 }
                 done(std::move(seen));
             });
}

// Of the second shape. Noted before it is sent; a look is at what came in, and what may not have
// arrived goes out again.
void SimProvider::State::callReceived(HouseRequest request, Done done) {
    if (stopped || dead) return done(unknown("not sent").said);
    const std::uint64_t no = ++last;
    reading.emplace(no, std::move(done));
    const auto finish = [weak = weak_from_this(), no](ProviderAnswer answer) {
        if (const auto self = weak.lock()) self->finishReading(no, std::move(answer));
    };
    with.inbox->read(request.event, request.attempt,
                     [weak = weak_from_this(), request = std::move(request),
                      finish](const Result<std::vector<payments::WebhookItem>>& items) {
                         const auto self = weak.lock();
                         if (!self || self->dead) return;
                         if (!items) return finish(unknown("the inbox was not read").said);
                         self->callWith(pictureOf(self->with.house, *items, request.currency),
                                        request, finish);
                     });
}

void SimProvider::State::callWith(const ReceivedPicture& picture, const HouseRequest& request,
                                  const Done& finish) {
    const auto tell = [finish](HouseAnswer answer) { finish(std::move(answer.said)); };
    const bool looks =
        request.operation == Operation::Retrieve || request.operation == Operation::RetrieveRefund;
    if (looks) {
        if (auto lost = picture.undecided()) return exchange(std::move(*lost), tell);
        SimProviderHouse::Object none;
        none.id = request.objectId;
        const auto& known = picture.known == nullptr ? none : *picture.known;
        return tell(request.refund ? SimProviderHouse::refundIn(known, request)
                                   : SimProviderHouse::show(known));
    }
    with.inbox->store({noteOf(request)},
                      [weak = weak_from_this(), request, finish, tell](const Status& stored) {
                          const auto self = weak.lock();
                          if (!self || self->dead) return;
                          if (!stored) return finish(unknown("the note was not stored").said);
                          self->exchange(request, tell);
                      });
}

void SimProvider::State::finishReading(std::uint64_t no, ProviderAnswer answer) {
    const auto found = reading.find(no);
    if (found == reading.end()) return;
    const Done done = std::move(found->second);
    reading.erase(found);
    done(std::move(answer));
}

SimProvider::SimProvider(Parts parts) : state_(std::make_shared<State>(parts)) {}

// What waits may own a part of what is being destroyed: it goes last.
SimProvider::~SimProvider() {
    die();
    state_->stopped = true;
    const auto dropped = std::exchange(state_->underWay, {});
    for (const auto& [no, waiting] : dropped) state_->with.agenda.cancel(waiting.deadline);
    state_->reading.clear();
}

engine::ProviderKind SimProvider::kind() const {
    return state_->with.kind;
}

void SimProvider::die() {
    state_->dead = true;
}

void SimProvider::call(payments::Call call, Done done) {
    const bool again = call.row.attemptTry > 1;
    const Operation operation = call.row.operation;
    auto request = requestOf(call);
    if (request.isReceived && operation != Operation::Create) {
        return state_->callReceived(std::move(request), std::move(done));
    }
    if (again && operation == Operation::Refund) {
        return state_->findOrRefund(std::move(request), std::move(done));
    }
    if (again && operation == Operation::Create)
        return state_->findOrCreate(std::move(request), std::move(done));
    state_->make(std::move(request), std::move(done));
}

void SimProvider::stop() {
    state_->stopped = true;
    while (!state_->underWay.empty()) {
        state_->settle(state_->underWay.begin()->first, unknown("stopped"));
    }
    while (!state_->reading.empty()) {
        state_->finishReading(state_->reading.begin()->first, unknown("stopped").said);
    }
}

std::size_t SimProvider::underWay() const {
    return state_->underWay.size();
}

}  // namespace tessera::simulation
