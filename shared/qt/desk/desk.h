// SPDX-License-Identifier: Apache-2.0
// An app's place at the server: the connection, who works here, and answers on the GUI's thread.
//
// Every method and every callback is of the GUI's thread. A callback whose context object is gone
// is dropped, so that none reaches a dead widget; its question is still asked until it has an
// answer, and a screen that must know that answer later keeps the request id. Owns the client; one
// connection at a time. Passwords and PINs pass through and are not kept.
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QString>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "shared/base/time.h"
#include "shared/client/client.h"

namespace tessera::qt {

// Who signed in here since the app was started, and may come back by PIN.
struct Colleague {
    std::string staff{};
    QString login{};
    QString name{};
};

class Desk : public QObject {
    Q_OBJECT

public:
    // `app`: what calls say that they come from, as name/version.
    explicit Desk(std::string app, QObject* parent = nullptr);
    ~Desk() override;

    // Leaves the server that it was connected to, with its sessions, and connects to another.
    void connectTo(client::Endpoint endpoint);
    bool isConnectedTo() const { return client_ != nullptr; }
    bool linkIsUp() const { return linkUp_; }
    // The server has said that it is too old for it: nothing can be done any more.
    bool isTooOld() const { return tooOld_; }
    const QString& oldestVersion() const { return oldestVersion_; }
    const std::string& app() const { return app_; }

    // Asks, and calls `done` here, once, while `context` lives. Answers are of client.h: Unknown
    // means it may have been done. Not connected to any server: NotSent.
    template <class Request, class Response>
    client::CallId ask(const client::Method<Request, Response>& method, const Request& request,
                       QObject* context, client::Callback<std::type_identity_t<Response>> done,
                       const client::Asking& asking = {}) {
        auto here = onThisThread<Response>(context, std::move(done));
        if (!client_) {
            here({.outcome = client::Outcome::NotSent});
            return 0;
        }
        return client_->ask(method, request, std::move(here), asking);
    }
    void giveUp(client::CallId call);
    // A question to another server than the desk's, with a client of its own that lives until it
    // is answered: enrolment.
    template <class Request, class Response>
    void askElsewhere(client::Endpoint endpoint, const client::Method<Request, Response>& method,
                      const Request& request, QObject* context,
                      client::Callback<std::type_identity_t<Response>> done,
                      const client::Asking& asking) {
        elsewhere_ = makeClient(std::move(endpoint));
        auto here = onThisThread<Response>(context, std::move(done));
        elsewhere_->ask(method, request, std::move(here), asking);
    }

    // Stamped with the server's time. REQUIRES: isConnectedTo().
    std::string newRequestId() const;
    Instant serverTime() const;
    // In the device's zone, for a clock on screen.
    QDateTime serverClock() const;
    // How far this device's clock is ahead of the server's: nothing goes by it, and whoever looks
    // at it is misled. 0 until the server has said its time. REQUIRES: isConnectedTo().
    std::int64_t clockAheadMillis() const;
    // For what has no method here: watches of seats. Null: not connected. Its callbacks come on its
    // own thread, and it is gone with connectTo(): watches end then.
    client::Client* client() const { return client_.get(); }

    void signIn(const QString& login, const QString& password, const QString& totp,
                QObject* context, client::Callback<v1::StaffSession> done);
    void resume(const std::string& staff, const QString& pin, QObject* context,
                client::Callback<v1::StaffSession> done);
    void setPin(const QString& password, const QString& pin, QObject* context,
                client::Callback<v1::StaffSession> done);
    // At once, whatever the server answers; who signs out cannot come back by PIN.
    void signOut();
    // Leaves the session to be resumed by PIN: somebody else comes, or the till is left alone.
    void lock();

    bool isSignedIn() const { return session_.has_value(); }
    // REQUIRES: isSignedIn().
    const v1::StaffSession& session() const { return *session_; }
    // Whose session it is; empty: nobody's.
    std::string staff() const { return session_ ? session_->staff() : std::string(); }
    // Somebody is signed in who was not when `staff` was: what was refused to that one may be
    // asked again.
    bool isAnotherThan(const std::string& staff) const {
        return session_ && session_->staff() != staff;
    }
    // The latest first.
    const QList<Colleague>& colleagues() const { return colleagues_; }
    bool may(const std::string& permission) const;
    // With the approval of somebody else (ApprovalDialog).
    bool mayWithApproval(const std::string& permission) const;

Q_SIGNALS:
    void linkChanged(bool up);
    // Somebody has signed in or come back, or nobody is signed in any more.
    void sessionChanged();
    // The server has ended it: signed in again, everything on the screens is still there.
    void sessionOver();
    void tooOld();

private:
    // What comes on the client's thread, posted here.
    template <class Response>
    client::Callback<Response> onThisThread(QObject* context, client::Callback<Response> done) {
        return [this, guarded = QPointer<QObject>(context),
                done = std::move(done)](const client::Answer<Response>& answer) {
            QMetaObject::invokeMethod(
                this,
                [this, guarded, done, answer] {
                    learnFrom(answer.refusal);
                    if (guarded && done) done(answer);
                },
                Qt::QueuedConnection);
        };
    }
    client::Callback<v1::StaffSession> entered(client::Callback<v1::StaffSession> done);
    std::unique_ptr<client::Client> makeClient(client::Endpoint endpoint);
    void learnFrom(const client::Refusal& refusal);
    void setLink(int generation, bool up);
    void endSession();
    void remember(const v1::StaffSession& session);

    const std::string app_;
    std::optional<v1::StaffSession> session_;
    QList<Colleague> colleagues_;
    int generation_ = 0;
    bool linkUp_ = false;
    bool tooOld_ = false;
    QString oldestVersion_;
    std::unique_ptr<client::Client> elsewhere_;
    std::unique_ptr<client::Client> client_;
};

}  // namespace tessera::qt
