// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/people/staff.h"

#include <algorithm>

#include "tests/simulation/people/durations.h"

namespace tessera::simulation {
namespace {

constexpr std::int32_t kCodesMax = 12;
constexpr std::size_t kBlockedMax = 60;
constexpr std::int64_t kAllocations = 3;

}  // namespace

void Staff::next() {
    if (scene_.closing) return isClosed_ ? openSale() : leave();
    const Duration pause =
        isClosed_ ? humanTime(kSeconds(2), kSeconds(40)) : humanTime(kSeconds(3), kSeconds(90));
    later(pause, [this] { act(); });
}

void Staff::act() {
    if (isClosed_) return openSale();
    if (scene_.closing) return leave();
    const auto draw = random().between(0, 99);
    if (draw < 40) return allocate();
    if (draw < 70) return giveBack();
    if (draw < 90) return makeCode();
    closeSale();
}

void Staff::tell(const Question& question) {
    const auto mutation = client_.stamp(question);
    // A nervous finger: the same twice.
    if (random().chance(50000)) {
        client_.ask(event_.event, mutation, question, [](const std::optional<Said>&) {});
    }
    client_.insist(event_.event, mutation, question, {}, [this](const std::optional<Said>& said) {
        if (isReason(said, "REQUEST_ID_AHEAD")) client_.setClock();
        next();
    });
}

// A few seats, most of them neighbours; some of them somebody's already.
void Staff::allocate() {
    const std::int32_t seats = event_.layout->seatCount();
    if (seats == 0 || blocked_.size() >= kBlockedMax) return giveBack();
    AskAllocation question;
    question.allocation =
        AllocationNo{static_cast<std::int16_t>(random().between(1, kAllocations))};
    const auto first = random().between(0, seats - 1);
    const auto count = random().between(1, 8);
    for (auto i = first; i < std::min<std::int64_t>(first + count, seats); ++i) {
        question.seats.emplace_back(static_cast<std::int32_t>(i));
    }
    blocked_.insert(blocked_.end(), question.seats.begin(), question.seats.end());
    tell(question);
}

void Clerk::arrive() {
    const std::int32_t seats = event_.layout->seatCount();
    AskAllocation question;
    question.allocation =
        AllocationNo{static_cast<std::int16_t>(random().between(0, kAllocations))};
    const auto first = random().between(0, seats - 1);
    const auto count = random().between(1, 4);
    for (auto i = first; i < std::min<std::int64_t>(first + count, seats); ++i) {
        question.seats.emplace_back(static_cast<std::int32_t>(i));
    }
    client_.insist(event_.event, client_.stamp(Question(question)), question, {},
                   [this](const std::optional<Said>&) { leave(); });
}

void Staff::giveBack() {
    if (blocked_.empty()) return makeCode();
    AskAllocation question;
    const auto count =
        std::min<std::size_t>(blocked_.size(), static_cast<std::size_t>(random().between(1, 20)));
    const auto from = blocked_.end() - static_cast<std::ptrdiff_t>(count);
    question.seats.assign(from, blocked_.end());
    blocked_.erase(from, blocked_.end());
    std::ranges::sort(question.seats);
    const auto repeated = std::unique(question.seats.begin(), question.seats.end());
    question.seats.erase(repeated, question.seats.end());
    tell(question);
}

void Staff::makeCode() {
    if (codes_ >= kCodesMax) return next();
    AskCode question;
    engine::Code& code = question.code;
    // One in ten is there already.
    if (!random().chance(100000) || codes_ == 0) ++codes_;
    code.text = "CODE-" + std::to_string(codes_);
    if (random().chance(500000)) {
        code.discount = engine::DiscountKind::Percent;
        code.rate = Rate{static_cast<std::int32_t>(random().between(1, 10) * 50'000)};
    }
    code.usesMax = static_cast<std::int32_t>(random().between(0, 8));
    if (random().chance(300000))
        code.validUntil = client_.now() + humanTime(kSeconds(1), kSeconds(120));
    if (random().chance(600000)) {
        code.unlocks = AllocationNo{static_cast<std::int16_t>(random().between(1, kAllocations))};
    }
    scene_.codes.emplace_back(event_.event, code.text);
    tell(question);
}

void Staff::closeSale() {
    isClosed_ = true;
    tell(AskSale{engine::SaleState::Closed});
}

void Staff::openSale() {
    isClosed_ = false;
    tell(AskSale{engine::SaleState::Open});
}

}  // namespace tessera::simulation
