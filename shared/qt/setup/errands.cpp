// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/setup/errands.h"

#include "shared/qt/desk/refusal_text.h"

namespace tessera::setup {
namespace {

constexpr qint64 kBytesMost = 80LL << 20;
constexpr int kAgainMillis = 500;

}  // namespace

Errands::Errands(qt::Desk& desk, const QString& folder, client::Millis patience, QObject* parent)
    : QObject(parent),
      desk_(desk),
      journal_(folder, QStringLiteral("setup_in_hand"), kBytesMost),
      patience_(patience) {
    later_.setSingleShot(true);
    later_.setInterval(kAgainMillis);
    connect(&later_, &QTimer::timeout, this, &Errands::goOn);
}

bool Errands::mayStart() {
    if (!read_) read();
    if (isUnderWay()) {
        Q_EMIT said(tr("What was asked before has no answer yet. Wait for it."), true);
        return false;
    }
    if (desk_.isConnectedTo() && desk_.isSignedIn()) return true;
    Q_EMIT said(qt::notSentText(), true);
    return false;
}

bool Errands::write(const char* path, const google::protobuf::MessageLite& request) {
    qt::JournalPage page;
    page.put(path, request);
    if (journal_.write(page)) return true;
    Q_EMIT said(tr("This device cannot write to its disk: nothing was sent."), true);
    return false;
}

template <class Request, class Response>
bool Errands::recover(const client::Method<Request, Response>& method,
                      const qt::JournalPage& page) {
    const QByteArray path(method.path);
    Request request;
    if (!page.has(path) || !page.take(path, request)) return false;
    const auto asked = std::make_shared<const Request>(std::move(request));
    carry<Request, Response>(
        method, asked, this, [this, path, asked](const client::Answer<Response>& answer) {
            Q_EMIT recovered(path, QByteArray::fromStdString(answer.value.SerializeAsString()),
                             answer.done(), QByteArray::fromStdString(asked->SerializeAsString()));
        });
    unknown_ = true;  // The earlier start may have had it done.
    return true;
}

void Errands::read() {
    read_ = true;
    const auto page = journal_.read();
    const auto goesOn = [&](const auto&... methods) {
        return page && (recover(methods, *page) || ...);
    };
    if (goesOn(client::kCreateVenue, client::kUpdateVenue, client::kImportLayout,
               client::kPaintLayout, client::kCreateEvent, client::kUpdateEvent, client::kOpenSale,
               client::kCloseSale, client::kCopyEvent, client::kCreateCode, client::kUpdateCode,
               client::kCancelEvent, client::kMoveEvent)) {
        return;
    }
    journal_.setAside();
    if (journal_.hasSetAside()) Q_EMIT said(qt::unreadText(), true);
}

void Errands::goOn() {
    if (!desk_.isConnectedTo() || !desk_.isSignedIn()) return;
    if (!read_) return read();
    if (unknown_ && again_) again_();
}

bool Errands::isAnswer(client::Outcome outcome, const client::Refusal& refusal) {
    if (!isUnderWay()) return false;
    if (client::leavesOpen(outcome, refusal, unknown_)) {
        // Refused, goOn() asks again once somebody else has signed in.
        if (outcome != client::Outcome::Refused) becomeUnknown();
        return false;
    }
    end();
    return true;
}

void Errands::becomeUnknown() {
    later_.start();
    if (unknown_) return;
    unknown_ = true;
    Q_EMIT said(qt::unknownText(), true);
    Q_EMIT changed();
}

void Errands::end() {
    later_.stop();
    again_ = nullptr;
    unknown_ = false;
    journal_.clear();
    Q_EMIT changed();
}

}  // namespace tessera::setup
