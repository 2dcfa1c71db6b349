// SPDX-License-Identifier: Apache-2.0
#include "server/api/letters.h"

#include <chrono>
#include <future>

#include "server/api/convert_mail.h"

namespace tessera::api {
namespace {

// Each of at most three questions; together they are within notify::kLetterDeadline.
constexpr std::chrono::microseconds kEach{notify::kLetterDeadline.micros / 3};

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

Result<std::optional<notify::LetterFacts>> Letters::read(const notify::LetterWish& wish) {
    const auto find = [&] {
        return waitFor<ShownEventPtr>([&](const auto& reply) { shown_.find(wish.event, reply); });
    };
    const auto isOld = [&](const app::Answer<ShownEventPtr>& shown) {
        return shown && (*shown)->answer.row.disruption.number < wish.disruption;
    };
    // A mail cannot be taken back: what it says of the event is read now.
    shown_.forget(wish.event);
    const auto shown = find();
    if (!shown) return failed(shown.error());
    if (isOld(shown)) return failure("read an order for a mail: its event is known as before");
    const auto tickets = waitFor<app::TicketsAnswer>(
        [&](auto reply) { tickets_(wish.event, wish.order, std::move(reply)); });
    if (!tickets) return failed(tickets.error());
    return toLetter(wish, *tickets, **shown);
}

}  // namespace tessera::api
