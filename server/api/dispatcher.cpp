// SPDX-License-Identifier: Apache-2.0
#include "server/api/dispatcher.h"

#include <algorithm>
#include <vector>

#include "server/api/bearer.h"
#include "server/api/convert_common.h"
#include "server/api/reasons.h"
#include "server/runtime/secrets.h"
#include "shared/base/check.h"
#include "shared/base/encoding.h"

namespace tessera::api {
namespace {

using app::Problem;

constexpr std::size_t kCallerKeyBytesMin = 16;
constexpr std::size_t kCallerKeyBytesMax = 64;
constexpr std::size_t kHolderTokenBytesMax = 256;

constexpr std::string_view kStaffScope = "reservations:staff";
constexpr std::string_view kKioskScope = "channel:kiosk";

// What a session is hashed by: longer than any caller key may be, so that none has that hash.
std::string nameOfStaff(StaffId staff) {
    std::string name(kCallerKeyBytesMax, '\0');
    name.append("staff ").append(encodePublicId(staff.value));
    return name;
}

// Who asks again by a request id. At a till that is the till: it keeps what it has asked, and a
// colleague who signs in there after a crash must hear what became of it.
CallerHash askerOf(const Call& call, const CallerHash& caller) {
    const auto& session = call.staff().session;
    if (!session) return caller;
    std::string name(kCallerKeyBytesMax, '\0');
    name.append("device ").append(encodePublicId(session->device.value));
    return runtime::callerHashOf(name);
}

}  // namespace

// Calls in flight in the order of their arrival: those that are late are at the front.
struct Dispatcher::Sweeper : std::enable_shared_from_this<Dispatcher::Sweeper> {
    using List = std::list<std::pair<std::chrono::steady_clock::time_point, std::weak_ptr<Call>>>;

    mutable std::mutex mutex;
    List calls;
    bool stopped = false;

    // Removes a call from the list when it is answered, or its last handle goes.
    class Ticket {
    public:
        Ticket(std::shared_ptr<Sweeper> sweeper, List::iterator at)
            : sweeper_(std::move(sweeper)), at_(at) {}
        ~Ticket() {
            const std::lock_guard lock(sweeper_->mutex);
            sweeper_->calls.erase(at_);
        }
        Ticket(const Ticket&) = delete;
        Ticket& operator=(const Ticket&) = delete;

    private:
        std::shared_ptr<Sweeper> sweeper_;
        List::iterator at_;
    };

    // False if `most` are in flight. The call has its ticket before the sweeper can see it.
    bool enter(const CallPtr& call, std::shared_ptr<void>& ticket, std::size_t most) {
        const std::lock_guard lock(mutex);
        if (calls.size() >= most) return false;
        calls.emplace_back(call->started(), call);
        ticket = std::make_shared<Ticket>(shared_from_this(), std::prev(calls.end()));
        return true;
    }

    std::vector<CallPtr> late(std::chrono::steady_clock::time_point before) const {
        // Also of those answered already: a handle let go of under the lock could be a call's last,
        // whose ticket takes the lock.
        std::vector<CallPtr> held;
        {
            const std::lock_guard lock(mutex);
            for (const auto& [started, weak] : calls) {
                if (started > before) break;
                if (auto call = weak.lock()) held.push_back(std::move(call));
            }
        }
        std::erase_if(held, [](const CallPtr& call) { return call->answered(); });
        return held;
    }

    void sweepLater(runtime::Executor& executor, Duration every, Duration timeout) {
        auto again = [self = shared_from_this(), &executor, every, timeout] {
            {
                const std::lock_guard lock(self->mutex);
                if (self->stopped) return;
            }
            const auto before =
                std::chrono::steady_clock::now() - std::chrono::microseconds(timeout.micros);
            for (const auto& call : self->late(before)) {
                call->fail(refuse("DEADLINE_PASSED", "No answer in time."));
            }
            self->sweepLater(executor, every, timeout);
        };
        // A refused timer means that the executor stops, and with it all calls.
        [[maybe_unused]] const auto timer = executor.after(every, std::move(again));
    }
};

Dispatcher::Dispatcher(DispatcherOptions options, app::App& app, const Registry& registry,
                       runtime::Executor& executor, const StaffGate* gate)
    : options_(options),
      app_(app),
      registry_(registry),
      gate_(gate),
      sweeper_(std::make_shared<Sweeper>()) {
    TESSERA_CHECK(registry.complete());
    sweeper_->sweepLater(executor, options_.sweepEvery, options_.timeout);
}

Dispatcher::~Dispatcher() {
    const std::lock_guard lock(sweeper_->mutex);
    sweeper_->stopped = true;
}

std::size_t Dispatcher::inFlight() const {
    const std::lock_guard lock(sweeper_->mutex);
    return sweeper_->calls.size();
}

void Dispatcher::run(const CallPtr& call) {
    if (!sweeper_->enter(call, call->ticket_, options_.inFlightMax)) {
        return call->fail(refuse("OVERLOADED", "Too many calls are waiting for their answers."));
    }
    admit(call);
}

void Dispatcher::admit(const CallPtr& call) {
    if (gate_ != nullptr) {
        if (const auto problem = gate_->tooOld(call->presented_)) return call->fail(*problem);
    }
    if (const auto problem = readCallerKey(*call)) return call->fail(*problem);
    if (gate_ != nullptr) return letStaffIn(call);
    const auto& authorization = call->presented_.authorization;
    if (authorization.empty()) {
        if (!call->method().scope.empty()) {
            return call->fail(refuse("CREDENTIALS_MISSING", "The call needs an API key."));
        }
        return serve(call);
    }
    const auto key = bearerOf(authorization);
    if (key.empty() || authorization.size() > kAuthorizationBytesMax) {
        return call->fail(refuse("CREDENTIALS_INVALID", "Authorization is not a bearer key."));
    }
    app_.authenticate(std::string(key), [this, call, key = std::string(key)](auto scopes) {
        if (scopes) return letIn(call, key, std::move(*scopes));
        auto problem = scopes.error();
        if (problem.kind == app::ProblemKind::Unauthenticated) {
            problem = refuse("CREDENTIALS_INVALID", "The API key is unknown or revoked.");
        }
        call->fail(problem);
    });
}

void Dispatcher::letIn(const CallPtr& call, std::string_view key, std::vector<std::string> scopes) {
    call->scopes_ = std::move(scopes);
    const auto& needed = call->method().scope;
    if (!needed.empty() && !call->hasScope(needed)) {
        return call->fail(
            refuse("SCOPE_MISSING", "The API key lacks the scope.", {{"required_scope", needed}}));
    }
    auto& caller = call->caller_;
    caller.staff = call->hasScope(kStaffScope);
    caller.channel = channelOf(call->hasScope(kKioskScope), caller.staff);
    if (!call->hasCallerKey_) {
        caller.hash = runtime::callerHashOf(key);
        call->hasCallerKey_ = true;
    }
    serve(call);
}

void Dispatcher::letStaffIn(const CallPtr& call) {
    auto judged = gate_->judge(call->method(), call->presented_);
    if (!judged) return call->fail(judged.error());
    call->staff_ = std::move(*judged);
    if (const auto& session = call->staff_.session) {
        auto& caller = call->caller_;
        caller.staff = true;
        caller.channel = channelOf(false, true);
        if (!call->hasCallerKey_) {
            caller.hash = runtime::callerHashOf(nameOfStaff(session->staff));
            call->hasCallerKey_ = true;
        }
    }
    serve(call);
}

void Dispatcher::serve(const CallPtr& call) {
    if (call->answered()) return;  // Cancelled meanwhile.
    if (const auto problem = call->decode(*call->request_)) return call->fail(*problem);
    if (const auto problem = readHolderToken(*call)) return call->fail(*problem);
    if (const auto problem = stamp(*call)) return call->fail(*problem);
    if (const auto problem = sign(*call)) return call->fail(*problem);
    registry_.serve(call);
}

// Whose a session's mutation is, and by whose approval. What changes nothing finds out here that
// its approval is over: nobody remembers whether that was in time.
std::optional<Problem> Dispatcher::sign(Call& call) const {
    const auto& session = call.staff_.session;
    if (!session) return std::nullopt;
    app::Deed deed{session->staff, session->device, std::nullopt};
    if (call.method().permission) {
        const auto grant = grantFor(call, *call.method().permission);
        if (!grant) return grant.error();
        if (*grant) deed.approval = givenBy(**grant);
    }
    if (call.method().requestIdField != nullptr) {
        call.mutation_.deed = std::make_shared<const app::Deed>(deed);
    } else if (deed.approval && app_.serverTime() >= deed.approval->until) {
        return refuse("APPROVAL_OVER", "The approval is over: ask for another.");
    }
    return std::nullopt;
}

std::optional<Problem> Dispatcher::readCallerKey(Call& call) const {
    const auto& text = call.presented_.callerKey;
    if (text.empty()) return std::nullopt;
    std::optional<std::string> bytes;
    if (text.size() <= 2 * kCallerKeyBytesMax) bytes = fromBase64(text);
    if (!bytes || bytes->size() < kCallerKeyBytesMin || bytes->size() > kCallerKeyBytesMax) {
        return refuse("CALLER_KEY_INVALID", "x-caller-key is base64url of 16 to 64 bytes.");
    }
    call.caller_.hash = runtime::callerHashOf(*bytes);
    call.hasCallerKey_ = true;
    return std::nullopt;
}

std::optional<Problem> Dispatcher::readHolderToken(Call& call) const {
    std::string token = std::move(call.presented_.holderToken);
    if (const auto* field = call.method().holderTokenField) {
        const auto* reflection = call.request_->GetReflection();
        std::string scratch;
        const auto& own = reflection->GetStringReference(*call.request_, field, &scratch);
        if (!own.empty() && !token.empty() && own != token) {
            return refuse("HOLDER_TOKEN_INVALID", "Field and header have different tokens.");
        }
        if (!own.empty()) token = own;
    }
    if (token.size() > kHolderTokenBytesMax) {
        return refuse("HOLDER_TOKEN_INVALID", "The holder token is not one of ours.");
    }
    call.caller_.holderToken = std::move(token);
    return std::nullopt;
}

std::optional<Problem> Dispatcher::stamp(Call& call) const {
    const auto* idField = call.method().requestIdField;
    if (idField == nullptr) return std::nullopt;
    auto& request = *call.request_;
    const auto* reflection = request.GetReflection();
    const std::string idText = reflection->GetString(request, idField);
    const auto id = parseRequestId(idText);
    if (!id) {
        return refuse("REQUEST_ID_INVALID", "request_id is a UUID of version 7.",
                      {{"field", "requestId"}});
    }
    // The fingerprint is of what is asked and where, not of the stamp or the token.
    const auto* tokenField = call.method().holderTokenField;
    reflection->ClearField(&request, idField);
    std::string token;
    if (tokenField != nullptr) {
        token = reflection->GetString(request, tokenField);
        reflection->ClearField(&request, tokenField);
    }
    std::string body = call.method().path;
    body += '\0';
    const CallerHash asker = askerOf(call, call.caller_.hash);
    body += runtime::asView(asker.bytes);
    // No message of the contract has a map, so its serialization is one for one content.
    TESSERA_CHECK(request.AppendToString(&body));
    reflection->SetString(&request, idField, idText);
    if (!token.empty()) reflection->SetString(&request, tokenField, std::move(token));
    const auto digest = runtime::sha256(body);
    std::uint64_t first = 0;
    for (std::size_t i = 0; i < 8; ++i) first = (first << 8) | digest[i];
    call.mutation_ = app::Mutation{*id, Fingerprint(static_cast<std::int64_t>(first)), nullptr};
    return std::nullopt;
}

}  // namespace tessera::api
