// SPDX-License-Identifier: Apache-2.0
// Mutations of setting up, one at a time, each on the disk before it is sent.
//
// The GUI's thread alone. Borrows the desk, which outlives it. One whose answer is not known is
// asked again with its request id until there is one, by the next start of the app, too: the answer
// then comes by recovered(). The file is a qt::Journal's, and gone with the answer. What cannot be
// written is not sent. Bounded by the largest request, a plan of 64 MiB.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QPointer>
#include <QtCore/QString>

#include "shared/qt/desk/errand.h"
#include "shared/qt/desk/journal.h"

namespace tessera::setup {

class Errands : public qt::Errand {
    Q_OBJECT

public:
    // An empty folder keeps nothing. After `patience` it is said that the answer is not known.
    Errands(qt::Desk& desk, const QString& folder, client::Millis patience = client::Millis(20'000),
            QObject* parent = nullptr);

    // As Errand::start(); `done` while `context` lives.
    template <class Request, class Response>
    bool start(const client::Method<Request, Response>& method, Request request, QObject* context,
               std::function<void(const client::Answer<Response>&)> done) {
        return Errand::start<Request, Response>(
            method, std::move(request),
            [context = QPointer<QObject>(context), done = std::move(done)](
                const client::Answer<Response>& answer, bool) {
                if (context && done) done(answer);
            });
    }
    // Each asks first what an earlier start has left.
    bool mayStart() override;
    void goOn() override;
    // What an earlier start has left is for the server before, too.
    void leaveServer();

Q_SIGNALS:
    // Of an earlier start: `done` false is refused. The method's messages, serialised.
    void recovered(const QByteArray& path, const QByteArray& response, bool done,
                   const QByteArray& request);

private:
    bool keep(const char* path, const google::protobuf::MessageLite& request) override;
    void drop() override;
    template <class Request, class Response>
    bool recover(const client::Method<Request, Response>& method, const qt::JournalPage& page);
    void read();

    const qt::Journal journal_;  // The request by its method's path.
    bool read_ = false;
};

}  // namespace tessera::setup
