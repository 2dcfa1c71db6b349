// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/desk/desk.h"

#include <algorithm>

#include "shared/base/check.h"

namespace tessera::qt {
namespace {

constexpr qsizetype kColleaguesMax = 64;  // As many as the client remembers.

template <class Names>
bool has(const Names& names, const std::string& name) {
    return std::ranges::find(names, name) != names.end();
}

}  // namespace

Desk::Desk(std::string app, QObject* parent) : QObject(parent), app_(std::move(app)) {}

// What its client's end still answers is posted here, and dropped with this object.
Desk::~Desk() {
    elsewhere_.reset();
    client_.reset();
}

std::unique_ptr<client::Client> Desk::makeClient(client::Endpoint endpoint) {
    endpoint.app = app_;
    return std::make_unique<client::Client>(client::ClientOptions{.endpoint = std::move(endpoint)});
}

void Desk::connectTo(client::Endpoint endpoint) {
    elsewhere_.reset();
    client_.reset();
    colleagues_.clear();
    const int generation = ++generation_;
    setLink(generation, false);
    endSession();
    endpoint.app = app_;
    // On the client's thread; what an earlier client posted is known by its generation.
    const auto post = [this, generation](std::function<void()> what) {
        QMetaObject::invokeMethod(
            this,
            [this, generation, what = std::move(what)] {
                if (generation == generation_) what();
            },
            Qt::QueuedConnection);
    };
    client_ = std::make_unique<client::Client>(client::ClientOptions{
        .endpoint = std::move(endpoint),
        .onLink = [this, post, generation](
                      bool up) { post([this, generation, up] { setLink(generation, up); }); },
        .onSessionOver =
            [this, post](const client::Refusal& refusal) {
                post([this, refusal] {
                    learnFrom(refusal);
                    endSession();
                    Q_EMIT sessionOver();
                });
            }});
}

void Desk::giveUp(client::CallId call) {
    if (client_) client_->giveUp(call);
}

void Desk::setLink(int generation, bool up) {
    if (generation != generation_ || up == linkUp_) return;
    linkUp_ = up;
    Q_EMIT linkChanged(up);
}

std::string Desk::newRequestId() const {
    TESSERA_CHECK(client_ != nullptr);
    return client_->newRequestId();
}

Instant Desk::serverTime() const {
    TESSERA_CHECK(client_ != nullptr);
    return client_->serverTime();
}

QDateTime Desk::serverClock() const {
    return QDateTime::fromMSecsSinceEpoch(serverTime().micros / 1'000);
}

std::int64_t Desk::clockAheadMillis() const {
    return QDateTime::currentMSecsSinceEpoch() - serverTime().micros / 1'000;
}

client::Callback<v1::StaffSession> Desk::entered(client::Callback<v1::StaffSession> done) {
    return [this, done = std::move(done)](const client::Answer<v1::StaffSession>& answer) {
        if (answer.done()) {
            session_ = answer.value;
            remember(answer.value);
            Q_EMIT sessionChanged();
        }
        if (done) done(answer);
    };
}

void Desk::remember(const v1::StaffSession& session) {
    colleagues_.removeIf([&](const Colleague& each) { return each.staff == session.staff(); });
    colleagues_.prepend({session.staff(), QString::fromStdString(session.login()),
                         QString::fromStdString(session.name())});
    if (colleagues_.size() > kColleaguesMax) colleagues_.removeLast();
}

namespace {

// `done` while `context` lives; what the desk itself learns from the answer it learns in any case.
client::Callback<v1::StaffSession> whileAlive(QObject* context,
                                              client::Callback<v1::StaffSession> done) {
    return [guarded = QPointer<QObject>(context),
            done = std::move(done)](const client::Answer<v1::StaffSession>& answer) {
        if (guarded && done) done(answer);
    };
}

}  // namespace

void Desk::signIn(const QString& login, const QString& password, const QString& totp,
                  QObject* context, client::Callback<v1::StaffSession> done) {
    auto here = onThisThread<v1::StaffSession>(this, entered(whileAlive(context, std::move(done))));
    if (!client_) return here({.outcome = client::Outcome::NotSent});
    v1::SignInRequest request;
    request.set_login(login.trimmed().toStdString());
    request.set_password(password.toStdString());
    request.set_totp(totp.trimmed().toStdString());
    client_->signIn(request, std::move(here));
}

void Desk::resume(const std::string& staff, const QString& pin, QObject* context,
                  client::Callback<v1::StaffSession> done) {
    auto forgetting = [this, staff,
                       done = std::move(done)](const client::Answer<v1::StaffSession>& answer) {
        if (answer.refusal.reason == v1::ErrorReason::SESSION_INVALID) {
            colleagues_.removeIf([&](const Colleague& each) { return each.staff == staff; });
        }
        if (done) done(answer);
    };
    auto here =
        onThisThread<v1::StaffSession>(this, entered(whileAlive(context, std::move(forgetting))));
    if (!client_) return here({.outcome = client::Outcome::NotSent});
    client_->resume(staff, pin.toStdString(), std::move(here));
}

void Desk::setPin(const QString& password, const QString& pin, QObject* context,
                  client::Callback<v1::StaffSession> done) {
    // Whoever has locked it or signed out meanwhile is not let in by this.
    auto taken = [this, staff = session_ ? session_->staff() : std::string(),
                  done = whileAlive(context, std::move(done))](
                     const client::Answer<v1::StaffSession>& answer) {
        const bool isThere = session_ && session_->staff() == staff;
        if (isThere) return entered(done)(answer);
        done(answer);
    };
    auto here = onThisThread<v1::StaffSession>(this, std::move(taken));
    if (!client_) return here({.outcome = client::Outcome::NotSent});
    v1::SetPinRequest request;
    request.set_password(password.toStdString());
    request.set_pin(pin.toStdString());
    client_->setPin(request, std::move(here));
}

void Desk::signOut() {
    if (!client_ || !session_) return;
    const std::string staff = session_->staff();
    client_->signOut({});
    colleagues_.removeIf([&](const Colleague& each) { return each.staff == staff; });
    endSession();
}

void Desk::lock() {
    endSession();
}

void Desk::endSession() {
    if (!session_) return;
    session_.reset();
    Q_EMIT sessionChanged();
}

bool Desk::may(const std::string& permission) const {
    return session_ && has(session_->permissions(), permission);
}

bool Desk::mayWithApproval(const std::string& permission) const {
    return session_ && has(session_->permissions_with_approval(), permission);
}

void Desk::learnFrom(const client::Refusal& refusal) {
    if (tooOld_ || refusal.reason != v1::ErrorReason::APP_TOO_OLD) return;
    tooOld_ = true;
    const auto least = refusal.metadata.find("version_min");
    if (least != refusal.metadata.end()) oldestVersion_ = QString::fromStdString(least->second);
    Q_EMIT tooOld();
}

}  // namespace tessera::qt
