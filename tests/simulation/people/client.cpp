// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/people/client.h"

#include <algorithm>
#include <utility>

#include "tests/simulation/people/words.h"

namespace tessera::simulation {
namespace {

constexpr Duration kRight = Duration::ofMillis(50);
constexpr Duration kWrong = Duration::ofSeconds(20);

CallerHash hashFrom(Random& random) {
    CallerHash hash;
    for (auto& byte : hash.bytes) byte = static_cast<std::uint8_t>(random.next() >> 56);
    return hash;
}

}  // namespace

bool isComeAgain(const Said& said) {
    const auto* problem = std::get_if<app::Problem>(&said);
    return problem != nullptr &&
           (problem->retryAfter || problem->kind == app::ProblemKind::Unavailable ||
            problem->kind == app::ProblemKind::DeadlineExceeded);
}

const app::Problem* problemIn(const std::optional<Said>& said) {
    return said ? std::get_if<app::Problem>(&*said) : nullptr;
}

bool isReason(const std::optional<Said>& said, std::string_view reason) {
    const auto* problem = problemIn(said);
    return problem != nullptr && problem->reason == reason;
}

Client::Client(Scene& scene, std::int32_t number, Random random)
    : scene_(scene), number_(number), random_(random), caller_(hashFrom(random_)) {
    const Duration off = scene_.faults.fires(Fault::ClientClockWrong) ? kWrong : kRight;
    offset_ = random_.between(Duration{} - off, off);
}

app::Mutation Client::stamp(const Question& question) {
    app::Mutation mutation;
    auto& bytes = mutation.request.bytes;
    for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random_.next() >> 56);
    const std::int64_t millis = std::max<std::int64_t>(0, now().micros / 1000);
    for (std::size_t i = 0; i < 6; ++i) {
        bytes[i] = static_cast<std::uint8_t>(millis >> (8 * (5 - i)));
    }
    bytes[6] = static_cast<std::uint8_t>(0x70 | (bytes[6] & 0x0F));
    bytes[8] = static_cast<std::uint8_t>(0x80 | (bytes[8] & 0x3F));
    mutation.fingerprint = fingerprintOf(question);
    return mutation;
}

void Client::ask(EventId event, app::Mutation mutation, Question question, Answer answer) {
    Asked asked;
    asked.call = scene_.shop.nextCall();
    asked.client = number_;
    asked.event = event;
    asked.caller = caller_;
    asked.mutation = mutation;
    asked.byStaff = byStaff_;
    // Staff has the numbers below 0, each a session of its own.
    if (number_ < 0 && mutation.request != RequestId{}) {
        asked.mutation.deed =
            std::make_shared<const app::Deed>(app::Deed{StaffId{-number_}, DeviceId{1}, {}});
    }
    asked.question = std::move(question);
    if (auto* hold = std::get_if<AskHold>(&asked.question)) {
        hold->command.request = mutation.request;
        hold->command.fingerprint = mutation.fingerprint;
        hold->command.caller.hash = caller_;
    }
    ++scene_.calls;
    ++scene_.underWay;
    const CallNo call = asked.call;
    const auto kind = static_cast<std::int64_t>(asked.question.index());
    scene_.trace.note(Told::Ask, {number_, call, event.value, kind, targetOf(asked.question)},
                      [&] { return wordsOf(asked); });
    scene_.witness.onAsked(asked, scene_.agenda.now());
    scene_.shop.ask(
        std::move(asked), [this, call, kind, answer = std::move(answer)](std::optional<Said> said) {
            --scene_.underWay;
            if (said) {
                scene_.witness.onSaid(call, *said, scene_.agenda.now());
            } else {
                ++scene_.unanswered;
            }
            scene_.trace.note(Told::Answer, {number_, call, kind, said ? targetOf(*said) : -1},
                              [&] { return wordsOf(number_, call, said); });
            answer(std::move(said));
        });
}

void Client::insist(EventId event, app::Mutation mutation, Question question, Retries retries,
                    Answer answer) {
    Question copy = question;
    ask(event, mutation, std::move(copy),
        [this, event, mutation, question = std::move(question), retries,
         answer = std::move(answer)](std::optional<Said> said) mutable {
            if ((said && !isComeAgain(*said)) || retries.most <= 0) return answer(std::move(said));
            Duration pause = random_.between(retries.first, retries.first + retries.first);
            const auto* problem = problemIn(said);
            if (problem != nullptr && problem->retryAfter && retries.first.micros > 0) {
                pause = pause + *problem->retryAfter;
            }
            --retries.most;
            retries.first = std::min(retries.first + retries.first, retries.longest);
            scene_.agenda.after(pause, kWorld,
                                [this, event, mutation, question = std::move(question), retries,
                                 answer = std::move(answer)]() mutable {
                                    insist(event, mutation, std::move(question), retries,
                                           std::move(answer));
                                });
        });
}

}  // namespace tessera::simulation
