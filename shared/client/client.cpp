// SPDX-License-Identifier: Apache-2.0
#include "shared/client/client.h"

#include <atomic>
#include <map>

#include "shared/client/server_clock.h"

namespace tessera::client {
namespace {

constexpr const char* kSignIn = "/tessera.v1.StaffService/SignIn";
constexpr const char* kResume = "/tessera.v1.StaffService/Resume";
constexpr const char* kSetPin = "/tessera.v1.StaffService/SetPin";
constexpr Method<v1::SignOutRequest, v1::SignOutResponse> kSignOut{
    "/tessera.v1.StaffService/SignOut", Kind::Once};

grpc::ByteBuffer bytesOf(const google::protobuf::Message& message) {
    const grpc::Slice slice(message.SerializeAsString());
    return {&slice, 1};
}

}  // namespace

struct Client::Parts {
    explicit Parts(ClientOptions options)
        : link(options.endpoint, loop, std::move(options.onLink)),
          calls(loop, link, sessions, std::move(options.onSessionOver)) {}

    Loop loop;
    ServerClock clock;
    Sessions sessions;
    Link link;
    Calls calls;
    std::map<WatchId, std::shared_ptr<SeatWatch>> watches;  // The loop's own, like
    std::map<WatchId, std::shared_ptr<OrderWatch>> orderWatches;
    std::atomic<WatchId> lastWatch{0};
    std::atomic<std::size_t> watchCount{0};
};

Client::Client(ClientOptions options) : parts_(std::make_unique<Parts>(std::move(options))) {
    parts_->loop.post([this] { parts_->link.keep(); });
}

Client::~Client() {
    parts_->loop.stop([this] {
        for (const auto& [id, watch] : parts_->watches) watch->stop();
        for (const auto& [id, watch] : parts_->orderWatches) watch->stop();
        parts_->calls.giveUpAll();
    });
}

CallId Client::send(const char* path, Kind kind, const google::protobuf::Message& request,
                    const Asking& asking, std::function<void(const RawAnswer&)> done) {
    return parts_->calls.ask({.path = path,
                              .kind = kind,
                              .request = bytesOf(request),
                              .within = asking.within,
                              .approval = asking.approval,
                              .done = [this, done = std::move(done)](const RawAnswer& raw) {
                                  learnFromRefusal(raw.refusal);
                                  done(raw);
                              }});
}

void Client::giveUp(CallId call) {
    parts_->calls.giveUp(call);
}

bool Client::parse(const grpc::ByteBuffer& bytes, google::protobuf::Message& out) {
    grpc::Slice slice;
    if (!bytes.Valid() || !bytes.DumpToSingleSlice(&slice).ok()) return false;
    return out.ParseFromArray(slice.begin(), static_cast<int>(slice.size()));
}

void Client::learn(const google::protobuf::Timestamp& time) {
    parts_->clock.learn({time.seconds() * 1'000'000 + time.nanos() / 1'000});
}

// A request id that was refused for its stamp: the next one is right.
void Client::learnFromRefusal(const Refusal& refusal) {
    const auto said = refusal.metadata.find("server_time");
    if (said == refusal.metadata.end()) return;
    if (const auto time = parseRfc3339(said->second)) parts_->clock.learn(*time);
}

std::string Client::newRequestId() const {
    return parts_->clock.newRequestId();
}

Instant Client::serverTime() const {
    return parts_->clock.now();
}

CallId Client::enter(const char* path, Kind kind, const google::protobuf::Message& request,
                     void (Sessions::*take)(const v1::SignInResponse&),
                     Callback<v1::StaffSession> done) {
    return send(path, kind, request, {},
                [this, take, done = std::move(done)](const RawAnswer& raw) {
                    auto answer = readAnswer<v1::SignInResponse>(raw);
                    if (answer.done()) {
                        (parts_->sessions.*take)(answer.value);
                        learn(answer.value.session().server_time());
                    }
                    if (!done) return;
                    done({.outcome = answer.outcome,
                          .value = std::move(*answer.value.mutable_session()),
                          .refusal = std::move(answer.refusal),
                          .tries = answer.tries});
                });
}

CallId Client::signIn(const v1::SignInRequest& request, Callback<v1::StaffSession> done) {
    return enter(kSignIn, Kind::Entry, request, &Sessions::begin, std::move(done));
}

CallId Client::setPin(const v1::SetPinRequest& request, Callback<v1::StaffSession> done) {
    return enter(kSetPin, Kind::Once, request, &Sessions::renew, std::move(done));
}

CallId Client::resume(const std::string& staff, const std::string& pin,
                      Callback<v1::StaffSession> done) {
    v1::ResumeRequest request;
    request.set_resumption(parts_->sessions.resumptionOf(staff));
    request.set_pin(pin);
    return enter(kResume, Kind::Entry, request, &Sessions::begin,
                 [this, staff, done = std::move(done)](const Answer<v1::StaffSession>& answer) {
                     if (answer.refusal.reason == v1::ErrorReason::SESSION_INVALID) {
                         parts_->sessions.forget(staff);
                     }
                     if (done) done(answer);
                 });
}

CallId Client::signOut(Callback<v1::SignOutResponse> done) {
    const SessionPtr session = parts_->sessions.current();
    const CallId call = ask(kSignOut, v1::SignOutRequest(), std::move(done));
    if (parts_->sessions.end(session)) parts_->sessions.forget(session->staff);
    return call;
}

WatchId Client::nextWatch() {
    if (parts_->watchCount.fetch_add(1) < kWatchesMax) return ++parts_->lastWatch;
    --parts_->watchCount;
    return 0;
}

WatchId Client::watchSeats(const std::string& event, SeatWatchHandlers handlers) {
    Parts& parts = *parts_;
    const WatchId id = nextWatch();
    if (id == 0) return 0;
    parts.loop.post([&parts, id, event, handlers = std::move(handlers)]() mutable {
        const auto watch = std::make_shared<SeatWatch>(
            parts.loop, parts.link, parts.sessions,
            SeatSource{.event = event, .handlers = std::move(handlers)});
        parts.watches[id] = watch;
        watch->start();
    });
    return id;
}

WatchId Client::watchOrder(const v1::WatchOrderRequest& request, OrderWatchHandlers handlers) {
    Parts& parts = *parts_;
    const WatchId id = nextWatch();
    if (id == 0) return 0;
    parts.loop.post([&parts, id, request, handlers = std::move(handlers)]() mutable {
        const auto watch = std::make_shared<OrderWatch>(
            parts.loop, parts.link, parts.sessions,
            OrderSource{.request = request, .handlers = std::move(handlers)});
        parts.orderWatches[id] = watch;
        watch->start();
    });
    return id;
}

void Client::stopWatch(WatchId watch) {
    Parts& parts = *parts_;
    parts.loop.post([&parts, watch] {
        const auto seats = parts.watches.find(watch);
        const auto order = parts.orderWatches.find(watch);
        if (seats != parts.watches.end()) {
            seats->second->stop();
            parts.watches.erase(seats);
        } else if (order != parts.orderWatches.end()) {
            order->second->stop();
            parts.orderWatches.erase(order);
        } else {
            return;
        }
        --parts.watchCount;
    });
}

}  // namespace tessera::client
