// SPDX-License-Identifier: Apache-2.0
#include "server/api/letters.h"

#include <chrono>
#include <future>

#include "server/api/convert_mail.h"

namespace tessera::api {
namespace {

// Each of the two questions; together they are within notify::kLetterDeadline.
constexpr std::chrono::microseconds kEach{notify::kLetterDeadline.micros / 2};

// What `ask` is answered; an answer that comes too late goes nowhere.
template <class T, class Ask>
app::Answer<T> waitFor(Ask ask) {
    const auto told = std::make_shared<std::promise<app::Answer<T>>>();
    auto answer = told->get_future();
    ask([told](app::Answer<T> given) { told->set_value(std::move(given)); });
    if (answer.wait_for(kEach) == std::future_status::ready) return answer.get();
    return tl::make_unexpected(app::unavailable("No answer in time."));
}

tl::unexpected<Error> failed(const app::Problem& problem) {
    return failure("read an order for a mail: " + problem.reason);
}

}  // namespace

Result<std::optional<notify::LetterFacts>> Letters::read(EventId event, OrderId order,
                                                         Instant made) {
    const auto shown =
        waitFor<ShownEventPtr>([&](const auto& reply) { shown_.find(event, reply); });
    if (!shown) return failed(shown.error());
    const auto tickets =
        waitFor<app::TicketsAnswer>([&](auto reply) { tickets_(event, order, std::move(reply)); });
    if (!tickets) return failed(tickets.error());
    return toLetter(*tickets, **shown, order, made);
}

}  // namespace tessera::api
