// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/people/sim_provider.h"

#include <map>
#include <utility>

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
    if (request.operation != Operation::Retrieve) request.key = call.idempotencyKey();
    request.event = call.event;
    request.attempt = call.row.attempt;
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
    std::uint64_t last = 0;
    bool stopped = false;
    bool dead = false;

    void exchange(HouseRequest request, std::function<void(HouseAnswer)> next);
    void settle(std::uint64_t no, HouseAnswer answer);
    void expire(std::uint64_t no);
    void answered(std::uint64_t no, HouseAnswer answer);
    void make(HouseRequest request, Done done);
    void findOrCreate(HouseRequest request, Done done);
    void look(const HouseRequest& request, ProviderAnswer first, Done done);
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
                 const bool refund =
                     request.operation == Operation::Refund && said.kind != AnswerKind::Unknown;
                 if (!blind && !refund) return done(std::move(said));
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

SimProvider::SimProvider(Parts parts) : state_(std::make_shared<State>(parts)) {}

// What waits may own a part of what is being destroyed: it goes last.
SimProvider::~SimProvider() {
    die();
    state_->stopped = true;
    const auto dropped = std::exchange(state_->underWay, {});
    for (const auto& [no, waiting] : dropped) state_->with.agenda.cancel(waiting.deadline);
}

void SimProvider::die() {
    state_->dead = true;
}

void SimProvider::call(payments::Call call, Done done) {
    const bool again = call.row.operation == Operation::Create && call.row.attemptTry > 1;
    auto request = requestOf(call);
    if (again) return state_->findOrCreate(std::move(request), std::move(done));
    state_->make(std::move(request), std::move(done));
}

void SimProvider::stop() {
    state_->stopped = true;
    while (!state_->underWay.empty()) {
        state_->settle(state_->underWay.begin()->first, unknown("stopped"));
    }
}

std::size_t SimProvider::underWay() const {
    return state_->underWay.size();
}

}  // namespace tessera::simulation
