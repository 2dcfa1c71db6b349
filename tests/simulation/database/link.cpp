// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/database/link.h"

#include <algorithm>
#include <utility>

#include "server/store/limits.h"

namespace tessera::simulation {
namespace {

// How often a call looks whether another one has let go of its fence.
constexpr std::int64_t kLookMicros = 2000;

tl::unexpected<Error> processEnded(const std::string& tried) {
    return failure(tried + ": the process has ended", Effect::Unknown);
}

}  // namespace

// Shared by the fiber that waits and the world's entries: either may be gone first.
struct Link::Question {
    enum State : std::uint8_t { Open, Answered, Broken, Refused } state = Open;
    std::int64_t lookAt = 0;  // Nothing is heard before.
};

namespace {

void answer(const DatabaseUser& user, const auto& question, auto state) {
    const auto back = user.network.wayOf(kDatabaseEnd, user.end);
    if (!back) return;
    question->lookAt = user.agenda.now() + back->micros;
    user.agenda.after(*back, kWorld, [question, state] { question->state = state; });
}

}  // namespace

// `user.waiting` may be gone by now.
void Link::arrive(const DatabaseUser& user, std::int64_t life, const Ask& ask,
                  const std::shared_ptr<Question>& question, std::function<void()> work) {
    DatabaseService& service = user.database.service();
    if (service.life() != life) return answer(user, question, Question::Broken);
    if (service.isDown()) return answer(user, question, Question::Refused);
    using Ending = DatabaseService::Ending;
    // What a reading sees is what was there when it began.
    if (ask.kind == DatabaseService::Kind::LongRead) std::exchange(work, nullptr)();
    question->lookAt = service.serve(
        {ask.kind, ask.event, [user, question, work = std::move(work)](Ending ending) {
             if (work && (ending == Ending::Served || ending == Ending::Unheard)) work();
             answer(user, question,
                    ending == Ending::Served ? Question::Answered : Question::Broken);
         }});
}

Status Link::send(const Ask& ask, std::function<void()> work) {
    if (user_.waiting.isDead()) return processEnded(ask.tried);
    const auto way = user_.network.wayOf(user_.end, kDatabaseEnd);
    if (!way) return sendIntoNothing(ask.tried);
    const auto question = std::make_shared<Question>();
    const std::int64_t until = user_.agenda.now() + deadline_.micros;
    question->lookAt = user_.agenda.now() + way->micros;
    user_.agenda.after(*way, kWorld,
                       [user = user_, life = user_.database.service().life(), ask, question,
                        work = std::move(work)] { arrive(user, life, ask, question, work); });
    while (question->state == Question::Open) {
        const std::int64_t now = user_.agenda.now();
        if (now >= until) break;
        const std::int64_t look = question->lookAt > now ? question->lookAt - now : kLookMicros;
        if (!user_.waiting.wait(Duration::ofMicros(std::min(look, until - now)))) {
            return processEnded(ask.tried);
        }
    }
    mustConnect_ = question->state != Question::Answered;
    switch (question->state) {
        case Question::Answered:
            return {};
        case Question::Refused:
            return failure(ask.tried + ": connection refused");
        case Question::Broken:
            return failure(ask.tried + ": the connection broke", Effect::Unknown);
        case Question::Open:
            break;
    }
    return failure(ask.tried + ": no answer in time", Effect::Unknown);
}

// A new connection cannot be made; on an old one some are told, others wait.
Status Link::sendIntoNothing(const std::string& tried) {
    if (mustConnect_) {
        if (!user_.waiting.wait(std::min(store::kConnectTimeout, deadline_)))
            return processEnded(tried);
        return failure(tried + ": timeout expired");
    }
    mustConnect_ = true;
    const bool told = user_.network.random().chance(kResetPerMillion);
    if (!user_.waiting.wait(told ? kReset : deadline_)) return processEnded(tried);
    return failure(tried + (told ? ": connection reset" : ": no answer in time"), Effect::Unknown);
}

}  // namespace tessera::simulation
