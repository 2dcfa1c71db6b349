// SPDX-License-Identifier: Apache-2.0
// One change at a time, asked until its outcome is known.
//
// The GUI's thread alone. Borrows the desk, which outlives it. A request that has a request id gets
// a new one and keeps it, so that it is done once however often it is asked. One that has none must
// be done once by what it names: a version that was seen, a login, a person. Without an answer it
// is asked again after half a second, and when the connection stands or somebody has signed in; but
// never while a question is on its way, so that each is answered once. Bounded: one request, as
// large as its method takes. It lives in memory, unless a class of its own keeps it (keep(),
// drop()). Answers may be secrets: in no log.
#pragma once

#include <google/protobuf/message_lite.h>

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <functional>
#include <memory>
#include <string>

#include "shared/qt/desk/desk.h"
#include "shared/qt/desk/refusal_text.h"

namespace tessera::qt {

class Errand : public QObject {
    Q_OBJECT

public:
    enum class Again { Yes, No };
    // `earlier`: a try before this answer has none.
    template <class Response>
    using Done = std::function<void(const client::Answer<Response>&, bool earlier)>;

    struct Rules {
        // After it, it is said that the answer is not known.
        client::Millis patience{20'000};
        // Somebody else signs in than who asked: it is asked again by that one, or let go and
        // answered to nobody, where the answer is for the eyes of who asked.
        enum class Another { GoesOn, LetsGo } another = Another::GoesOn;
        QString (*unknown)() = &unknownText;
    };

    Errand(Desk& desk, const Rules& rules, QObject* parent = nullptr);

    bool isUnderWay() const { return again_ != nullptr; }
    bool isUnknown() const { return unknown_; }

    // False: another one is under way, there is nobody to ask, or it cannot be kept; said why.
    // `done` once, after changed(): with Done or Refused, with NotSent, and where it is not asked
    // again with Unknown.
    template <class Request, class Response>
    bool start(const client::Method<Request, Response>& method, Request request,
               Done<Response> done, Again again = Again::Yes) {
        if (!mayStart()) return false;
        if constexpr (requires { request.set_request_id(std::string()); }) {
            request.set_request_id(desk_.newRequestId());
        }
        if (!keep(method.path, request)) return false;
        unknown_ = false;
        carry(method, std::make_shared<const Request>(std::move(request)), std::move(done), again);
        return true;
    }
    // False: something is under way, or nobody could be asked; it has been said which.
    virtual bool mayStart();
    // What is not known is asked, where somebody is there to ask.
    virtual void goOn();
    // What is under way is answered to nobody.
    void letGo();
    // There is another server from now on, which must not do it: what is under way is answered with
    // Unknown.
    void leaveServer();

Q_SIGNALS:
    void changed();
    void said(const QString& text, bool wrong);

protected:
    // Somebody is there, at a server.
    bool mayAsk() const { return desk_.isConnectedTo() && desk_.isSignedIn(); }
    // On the disk before it is sent, until drop(). False: it cannot be, and is not sent; said why.
    virtual bool keep(const char* path, const google::protobuf::MessageLite& request);
    virtual void drop() {}
    // What was kept is asked as it is: an earlier start may have had it done.
    template <class Request, class Response>
    void resume(const client::Method<Request, Response>& method,
                std::shared_ptr<const Request> request, Done<Response> done) {
        unknown_ = true;
        carry(method, std::move(request), std::move(done), Again::Yes);
    }

private:
    template <class Request, class Response>
    void carry(const client::Method<Request, Response>& method,
               std::shared_ptr<const Request> request, Done<Response> done, Again again) {
        const int number = ++number_;
        staff_ = desk_.staff();
        leave_ = [done] {
            client::Answer<Response> unknown;
            unknown.outcome = client::Outcome::Unknown;
            if (done) done(unknown, true);
        };
        again_ = [this, &method, number, again, request = std::move(request),
                  done = std::move(done)] {
            desk_.ask(method, *request, this,
                      [this, number, again, done](const client::Answer<Response>& answer) {
                          if (number != number_) return;
                          const bool earlier = unknown_;
                          if (!isAnswer(answer.outcome, answer.refusal, again)) return;
                          if (done) done(answer, earlier);
                      },
                      {.within = rules_.patience});
        };
        ask();
        Q_EMIT changed();
    }
    void ask();
    // Ends it where it is one; else it is asked again later.
    bool isAnswer(client::Outcome outcome, const client::Refusal& refusal, Again again);
    void sessionChanged();
    void end();

    Desk& desk_;
    const Rules rules_;
    std::function<void()> again_;  // Asks what is under way; absent: nothing is.
    std::function<void()> leave_;  // Answers it with Unknown.
    std::string staff_;            // Who asked.
    int number_ = 0;
    bool asking_ = false;
    bool unknown_ = false;
    QTimer later_;
};

}  // namespace tessera::qt
