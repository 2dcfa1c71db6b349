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
        return post(helper("present_payment_method"), card);
    }
    // Whether it asks for a card.
    bool isAsking() {
        const auto action = call("GET", path()).body.value("action", integration::Json());
        return action.is_object() && action.value("status", "") == "in_progress";
    }
    // While it is, it is asked for nothing.
    int setOffline(bool offline) {
        return post(path(),
                    offline ? "metadata[paysim_status]=offline" : "metadata[paysim_status]=")
            .status;
    }
    // Nobody has shown a card.
    int timeOut() { return post(helper("timeout_input_collection"), {}).status; }
    // Until the terminal has the card.
    bool tap(const std::string& card = {}) {
        return comes([&] { return present(card).status == 200; });
    }

    // Whoever asks for the cancel of a payment hears that it is not to be had now; or is heard.
    int refuseCancels(bool refuse) {
        integration::Json rules = integration::Json::array();
        for (const char* operation : {"cancel", "reader_cancel"}) {
            rules.push_back({{"operation", operation}, {"fault", "503"}, {"probability", 1}});
        }
        return sandbox(refuse ? "POST" : "DELETE", "/sandbox/faults",
                       refuse ? integration::Json{{"rules", rules}}.dump() : "");
    }
    // Every event that there was is sent again, doubled and shuffled; 200 once all have left.
    int replay() { return sandbox("POST", "/sandbox/webhooks/replay", R"({"seed":7})"); }

private:
    int sandbox(const std::string& method, const std::string& path, const std::string& body) {
        integration::ApiClient api(integration::Edge::Rest, stack_);
        return api
            .http(method, "http://127.0.0.1:" + std::to_string(stack_.paysimPort()) + path, body,
                  {{"authorization", "Bearer sk_test_integration"}})
            .status;
    }
    std::string path() { return "/v1/terminal/readers/" + reader(); }
    std::string helper(const std::string& verb) {
        return "/v1/test_helpers/terminal/readers/" + reader() + "/" + verb;
    }
    integration::Answer post(const std::string& path, const std::string& form) {
        return call("POST", path, form);
    }
    integration::Answer call(const std::string& method, const std::string& path,
                             const std::string& form = {}) {
        integration::ApiClient api(integration::Edge::Rest, stack_);
        return api.http(method, "http://127.0.0.1:" + std::to_string(stack_.paysimPort()) + path,
                        form,
                        {{"authorization", "Bearer sk_test_integration"},
                         {"content-type", "application/x-www-form-urlencoded"}});
    }

    const integration::Stack& stack_;
    std::string reader_;
};

}  // namespace tessera::gui
