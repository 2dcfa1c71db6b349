// SPDX-License-Identifier: Apache-2.0
// The sandbox's card terminal, and who holds a card to it.
//
// The test's thread alone. Borrows the stack.
#pragma once

#include <string>

#include "tests/gui/front.h"
#include "tests/integration/api_client.h"

namespace tessera::gui {

class Terminal {
public:
    explicit Terminal(const integration::Stack& stack) : stack_(stack) {}

    // Its id; made where there is none yet.
    std::string reader() {
        if (reader_.empty()) {
            reader_ = post("/v1/terminal/readers", "registration_code=simulated-wpe&label=till")
                          .body.value("id", "");
        }
        return reader_;
    }
    integration::Answer present(const std::string& card = {}) {
        return post("/v1/test_helpers/terminal/readers/" + reader() + "/present_payment_method",
                    card);
    }
    // Until the terminal has the card.
    bool tap(const std::string& card = {}) {
        return comes([&] { return present(card).status == 200; });
    }

private:
    integration::Answer post(const std::string& path, const std::string& form) {
        integration::ApiClient api(integration::Edge::Rest, stack_);
        return api.http("POST", "http://127.0.0.1:" + std::to_string(stack_.paysimPort()) + path,
                        form,
                        {{"authorization", "Bearer sk_test_integration"},
                         {"content-type", "application/x-www-form-urlencoded"}});
    }

    const integration::Stack& stack_;
    std::string reader_;
};

}  // namespace tessera::gui
