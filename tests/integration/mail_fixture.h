// SPDX-License-Identifier: Apache-2.0
// A house that sends mail to a sink of the tests' own.
//
// For the test's thread. Stack, sink and till are one for all tests of a suite.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "shared/base/ids.h"
#include "tests/integration/till_house.h"
#include "tests/notify/mail_sink.h"
#include "tests/notify/mime_reader.h"

namespace tessera::integration {

using test::MailSink;
using test::SunkMail;

// One lane, so that what the sink does next it does to the next mail.
inline Json mailConfig(const MailSink& sink) {
    return {{"url", sink.url()},  {"start_tls", false},    {"from", "tickets@house.example"},
            {"lanes", 1},         {"deadline_ms", 20'000}, {"try_again_ms", 100},
            {"from_name", "Haus"}};
}

// `Suite`: each has a house of its own, for it kills servers, and tills do not follow those.
template <class Suite>
class MailHouse : public testing::Test {
protected:
    static MailSink& sink() {
        static MailSink made;
        return made;
    }
    static Stack& stack() {
        static Stack made({.staff = true, .mail = mailConfig(sink()).dump()});
        return made;
    }
    static const Sale& sale() {
        static const Sale made = makeSale(stack());
        return made;
    }
    static Till& till() {
        static Till made(stack(), "mail-cashier", "cashier");
        return made;
    }
    // Each test has seats and an address of its own.
    static Json sell(const std::string& email, int seat, const std::string& name = "Anna Ä") {
        return till().sell(sale(), {seat, seat + 1}, {name, email});
    }
    static std::vector<SunkMail> mailsTo(const std::string& address) {
        std::vector<SunkMail> out;
        for (SunkMail& mail : sink().mails()) {
            if (mail.to == std::vector<std::string>{address}) out.push_back(std::move(mail));
        }
        return out;
    }
    static bool comeTo(const std::string& address, std::size_t count) {
        return eventually([&] { return mailsTo(address).size() >= count; });
    }
    static Json mailsOf(const Json& order) {
        return till().ask("GetOrderDetails", order).body.value("mails", Json::array());
    }
    static bool lastBecomes(const Json& order, const std::string& state) {
        return eventually([&] {
            const Json mails = mailsOf(order);
            return !mails.empty() && mails.back().value("state", "") == state;
        });
    }
    // What an order's mails of a kind said, of those that were sent: the first text with its id.
    static std::string textOf(const std::string& address, const std::string& subject,
                              const Json& order) {
        for (const SunkMail& mail : mailsTo(address)) {
            const test::MimePart read = test::readMime(mail.bytes);
            const std::string& text = read.find("text/plain")->body;
            const bool meant = read.head("subject").find(subject) != std::string::npos;
            if (meant && text.find(order.value("order", "none")) != std::string::npos) return text;
        }
        return {};
    }
    static std::string orderId(const Json& order) {
        return std::to_string(decodeEventScopedId(order.value("order", ""))->local);
    }
    // As if leases and pauses were over.
    static void letTimePass() { stack().psql("UPDATE mail SET next_at = 0 WHERE state = 1"); }
};

}  // namespace tessera::integration
