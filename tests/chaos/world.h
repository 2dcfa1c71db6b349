// SPDX-License-Identifier: Apache-2.0
// What the buyers of one run share.
//
// Made before the first buyer; the stack's ports stay the same however often the server is killed.
// Thread-safe where it is not constant.
#pragma once

#include <array>
#include <atomic>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "tests/chaos/aims.h"
#include "tests/chaos/answers_log.h"
#include "tests/chaos/options.h"
#include "tests/integration/sale.h"

namespace tessera::chaos {

class World {
public:
    World(integration::Stack& made, const Options& chosen, const Aim& drawn, AnswersLog& log);

    const integration::Stack& stack;
    const Options& options;
    const Aim& aim;
    AnswersLog& told;
    std::vector<integration::Sale> sales;
    std::string staffKey;  // Refunds.
    std::string tillKey;   // Sells, and takes cash.

    std::atomic<int> begun{0};      // Buyers.
    std::atomic<int> ordered{0};    // Checkouts that were answered.
    std::atomic<bool> stop{false};  // Nobody new comes.
    std::array<std::atomic<int>, kWays> went{};

    // Something that no buyer should ever be answered.
    void surprise(const std::string& what);
    std::map<std::string, int> surprises() const;
    // A gift card's code that nobody has yet; empty if there are none left.
    std::string takeGiftCard();
    // A card reader that nobody is at; empty: there is none.
    std::string takeReader();
    void giveReader(const std::string& reader);

private:
    void openSales();
    void issueGiftCards();

    mutable std::mutex mutex_;
    std::map<std::string, int> surprises_;
    std::vector<std::string> giftCards_;
    std::vector<std::string> readers_;
};

}  // namespace tessera::chaos
