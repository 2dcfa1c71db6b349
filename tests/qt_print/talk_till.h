// SPDX-License-Identifier: Apache-2.0
// What the tests of the talk with a printer share: how long they wait for it, and what it was sent.
//
// For one thread, as till.h.
#pragma once

#include "tests/qt_print/till.h"

namespace tessera::qt {

inline TalkTimes shortTimes() {
    TalkTimes times = testTimes();
    times.ready = LinkTime(200);
    times.answer = LinkTime(200);
    times.write = LinkTime(200);
    return times;
}

// For what is printed at the end: what has been sent is waited for as long as it takes.
inline TalkTimes soonNotReady() {
    TalkTimes times = testTimes();
    times.ready = LinkTime(200);
    return times;
}

class PrinterTalkTest : public TillTest {
protected:
    static auto hasSent(const std::string& words) {
        return [words](const test::FakePrinter& printer) {
            return printer.bytes().find(words) != std::string::npos;
        };
    }
    // Asked until it says so: one answer may come too late.
    bool isToldWhenAsked(print::PrinterCondition condition) {
        return eventuallyInQt([&] {
            queue_->retryNow("front");
            return queue_->conditionOf("front") == condition;
        });
    }
};

}  // namespace tessera::qt
