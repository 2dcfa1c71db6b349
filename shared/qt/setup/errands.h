// SPDX-License-Identifier: Apache-2.0
// Mutations of setting up, one at a time, each on the disk before it is sent.
//
// The GUI's thread alone. Borrows the desk, which outlives it. One whose answer is not known is
// asked again with its request id until there is one, by the next start of the app, too: the answer
// then comes by recovered(). The file is a qt::Journal's, and gone with the answer. What cannot be
// written is not sent. Bounded by the largest request, a plan of 64 MiB.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QString>
#include <QtCore/QTimer>
#include <functional>
#include <memory>
#include <string>

#include "shared/qt/desk/desk.h"
#include "shared/qt/desk/journal.h"

namespace tessera::setup {

class Errands : public QObject {
    Q_OBJECT

public:
    // An empty folder keeps nothing. After `patience` it is said that the answer is not known.
    Errands(qt::Desk& desk, const QString& folder, client::Millis patience = client::Millis(20'000),
            QObject* parent = nullptr);

    bool isUnderWay() const { return again_ != nullptr; }
    bool isUnknown() const { return unknown_; }

    // False: another one is under way, there is no server, or it cannot be kept; said why. `done`
    // with Done or Refused, or NotSent, once, while `context` lives.
    template <class Request, class Response>
    bool start(const client::Method<Request, Response>& method, Request request, QObject* context,
               std::function<void(const client::Answer<Response>&)> done) {
        if (!mayStart()) return false;
        request.set_request_id(desk_.newRequestId());
        if (!write(method.path, request)) return false;
        carry<Request, Response>(method, std::make_shared<const Request>(std::move(request)),
                                 QPointer<QObject>(context), std::move(done));
        return true;
    }
    // False: something is under way, or nobody could be asked; it has been said which.
    bool mayStart();
    // What an earlier start left is asked; somebody has signed in, or the connection stands.
    void goOn();

Q_SIGNALS:
    void changed();
    void said(const QString& text, bool wrong);
    // Of an earlier start: `done` false is refused. The method's messages, serialised.
    void recovered(const QByteArray& path, const QByteArray& response, bool done,
                   const QByteArray& request);

private:
    template <class Request, class Response>
    void carry(const client::Method<Request, Response>& method,
               std::shared_ptr<const Request> request, const QPointer<QObject>& context,
               std::function<void(const client::Answer<Response>&)> done) {
        unknown_ = false;
        again_ = [this, &method, request, context, done] {
            desk_.ask(method, *request, this,
                      [this, context, done](const client::Answer<Response>& answer) {
                          if (!isAnswer(answer.outcome, answer.refusal)) return;
                          if (context && done) done(answer);
                      },
                      {.within = patience_});
        };
        again_();
        Q_EMIT changed();
    }
    template <class Request, class Response>
    bool recover(const client::Method<Request, Response>& method, const qt::JournalPage& page);
    bool write(const char* path, const google::protobuf::MessageLite& request);
    void read();
    // Ends it where it is one; else it is asked again later.
    bool isAnswer(client::Outcome outcome, const client::Refusal& refusal);
    void becomeUnknown();
    void end();

    qt::Desk& desk_;
    const qt::Journal journal_;  // The request by its method's path.
    const client::Millis patience_;
    std::function<void()> again_;  // Asks what is under way; absent: nothing is.
    bool unknown_ = false;
    bool read_ = false;
    QTimer later_;
};

}  // namespace tessera::setup
