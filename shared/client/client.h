// SPDX-License-Identifier: Apache-2.0
// A desktop app's connection to the staff port: asks until there is an answer, and follows seat
// maps.
//
// Every method may be called on any thread. All callbacks come on the client's own thread, one
// after the other; they must not block, and must not destroy the client. Each question is answered
// once: the destructor gives up what is open, which is answered Unknown, ends the watches silently,
// and waits. Owns one thread, one connection, and the tokens of who is signed in, which nobody else
// sees and nothing logs. A device that has been enrolled makes another client, with its
// certificate.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>

#include "shared/base/check.h"
#include "shared/base/ids.h"
#include "shared/base/time.h"
#include "shared/client/answer.h"
#include "shared/client/calls.h"
#include "shared/client/link.h"
#include "shared/client/methods.h"
#include "shared/client/order_watch.h"
#include "shared/client/seat_watch.h"

namespace tessera::client {

using WatchId = std::int64_t;

inline constexpr std::size_t kWatchesMax = 8;

struct ClientOptions {
    Endpoint endpoint;
    // The connection stands, is lost, stands again.
    std::function<void(bool up)> onLink{};
    // The current session is over: somebody must sign in. After the answer that said so.
    std::function<void(const Refusal&)> onSessionOver{};
};

struct Asking {
    // Absent: until there is an answer, or giveUp().
    std::optional<Millis> within{};
    // The token of Approve, for what is allowed with it only; empty: none. In no message.
    std::string approval{};
};

class Sessions;

class Client {
public:
    explicit Client(ClientOptions options);
    ~Client();
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    // A mutation's request id is the caller's: kept, it finds the same outcome after a restart of
    // the app, too. REQUIRES of a mutation: its request_id is a UUID of version 7.
    template <class Request, class Response>
    CallId ask(const Method<Request, Response>& method, const Request& request,
               Callback<std::type_identity_t<Response>> done, const Asking& asking = {}) {
        if constexpr (requires { request.request_id(); }) {
            TESSERA_CHECK(parseRequestId(request.request_id()).has_value());
        }
        return send(method.path, method.kind, request, asking,
                    [this, done = std::move(done)](const RawAnswer& raw) {
                        const Answer<Response> answer = readAnswer<Response>(raw);
                        learnFrom(answer.value);
                        if (done) done(answer);
                    });
    }
    void giveUp(CallId call);

    // Stamped with the server's time, as far as it is known.
    std::string newRequestId() const;
    Instant serverTime() const;

    // Done: who signed in is the current session from then on, before the callback.
    CallId signIn(const v1::SignInRequest& request, Callback<v1::StaffSession> done);
    // Back by PIN: of the 64 who signed in with this client last, by the account's id. Anybody else
    // is refused by the server.
    CallId resume(const std::string& staff, const std::string& pin,
                  Callback<v1::StaffSession> done);
    CallId setPin(const v1::SetPinRequest& request, Callback<v1::StaffSession> done);
    // The session and its resumption are forgotten at once, whatever is answered.
    CallId signOut(Callback<v1::SignOutResponse> done);

    // 0, and nothing happens, where kWatchesMax are there.
    WatchId watchSeats(const std::string& event, SeatWatchHandlers handlers);
    // Of those the same bound. It is to be stopped though it has ended by itself.
    WatchId watchOrder(const v1::WatchOrderRequest& request, OrderWatchHandlers handlers);
    // What is under way may still be told; nothing is once a later question is answered.
    void stopWatch(WatchId watch);

private:
    struct Parts;

    // 0: kWatchesMax are there.
    WatchId nextWatch();
    template <class Response>
    static Answer<Response> readAnswer(const RawAnswer& raw) {
        Answer<Response> answer{.outcome = raw.outcome, .refusal = raw.refusal, .tries = raw.tries};
        if (answer.done() && !parse(raw.bytes, answer.value)) answer.outcome = Outcome::Unknown;
        return answer;
    }
    static bool parse(const grpc::ByteBuffer& bytes, google::protobuf::Message& out);
    CallId send(const char* path, Kind kind, const google::protobuf::Message& request,
                const Asking& asking, std::function<void(const RawAnswer&)> done);
    // `take`: what becomes of the sessions by an answer.
    CallId enter(const char* path, Kind kind, const google::protobuf::Message& request,
                 void (Sessions::*take)(const v1::SignInResponse&),
                 Callback<v1::StaffSession> done);
    template <class Value>
    void learnFrom(const Value& value) {
        if constexpr (requires { value.server_time(); }) {
            if (value.has_server_time()) learn(value.server_time());
        }
    }
    void learn(const google::protobuf::Timestamp& time);
    void learnFromRefusal(const Refusal& refusal);

    std::unique_ptr<Parts> parts_;
};

}  // namespace tessera::client
