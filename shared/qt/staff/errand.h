// SPDX-License-Identifier: Apache-2.0
// One change of accounts, devices or persons at a time, asked until its outcome is known.
//
// The GUI's thread alone. Borrows the desk, which outlives it. These changes have no request id:
// they name the version that was seen, a login that is there once, or a person who is erased once,
// and so one that is asked again is done once, too. What is shown but once must not be shown to
// somebody else: whoever asked has left the till, and the question is let go; lists say what came
// of it. Nothing is on the disk: after a restart lists say it as well. Answers may be secrets: in
// no log.
#pragma once

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <functional>
#include <memory>
#include <string>

#include "shared/qt/desk/desk.h"

namespace tessera::staff {

class Errand : public QObject {
    Q_OBJECT

public:
    enum class Again { Yes, No };

    // After `patience` it is said that the answer is not known.
    explicit Errand(qt::Desk& desk, client::Millis patience, QObject* parent = nullptr);

    bool isUnderWay() const { return again_ != nullptr; }
    bool isUnknown() const { return unknown_; }

    // False: another one is under way, or there is nobody to ask; said why. `done` once: with Done
    // or Refused, with NotSent, and where it is not asked again with Unknown. `earlier`: a try
    // before this answer has none.
    template <class Request, class Response>
    bool start(const client::Method<Request, Response>& method, Request request,
               std::function<void(const client::Answer<Response>&, bool earlier)> done,
               Again again = Again::Yes) {
        if (!mayStart()) return false;
        const int number = ++number_;
        again_ = [this, &method, number, again, request = std::move(request), done] {
            asking_ = true;
            desk_.ask(method, request, this,
                      [this, number, again, done](const client::Answer<Response>& answer) {
                          if (number != number_) return;
                          asking_ = false;
                          const bool earlier = unknown_;
                          if (!isAnswer(answer.outcome, answer.refusal, again)) return;
                          done(answer, earlier);
                      },
                      {.within = patience_});
        };
        again_();
        Q_EMIT changed();
        return true;
    }

Q_SIGNALS:
    void changed();
    void said(const QString& text, bool wrong);

private:
    bool mayStart();
    // Ends it where it is one; else it is asked again later.
    bool isAnswer(client::Outcome outcome, const client::Refusal& refusal, Again again);
    void goOn();
    void sessionChanged();
    void end();

    qt::Desk& desk_;
    const client::Millis patience_;
    std::function<void()> again_;  // Asks what is under way; absent: nothing is.
    std::string staff_;            // Who asked.
    int number_ = 0;
    bool asking_ = false;
    bool unknown_ = false;
    QTimer later_;
};

}  // namespace tessera::staff
