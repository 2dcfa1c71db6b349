// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/setup/errands.h"

#include "shared/qt/desk/refusal_text.h"

namespace tessera::setup {
namespace {

constexpr qint64 kBytesMost = 80LL << 20;

}  // namespace

Errands::Errands(qt::Desk& desk, const QString& folder, client::Millis patience, QObject* parent)
    : Errand(desk, {.patience = patience}, parent),
      journal_(folder, QStringLiteral("setup_in_hand"), kBytesMost) {}

bool Errands::mayStart() {
    if (!read_) read();
    return Errand::mayStart();
}

void Errands::goOn() {
    if (!mayAsk()) return;
    if (!read_) return read();
    Errand::goOn();
}

void Errands::leaveServer() {
    read_ = true;
    journal_.clear();
    Errand::leaveServer();
}

bool Errands::keep(const char* path, const google::protobuf::MessageLite& request) {
    qt::JournalPage page;
    page.put(path, request);
    if (journal_.write(page)) return true;
    Q_EMIT said(tr("This device cannot write to its disk: nothing was sent."), true);
    return false;
}

void Errands::drop() {
    journal_.clear();
}

template <class Request, class Response>
bool Errands::recover(const client::Method<Request, Response>& method,
                      const qt::JournalPage& page) {
    const QByteArray path(method.path);
    Request request;
    if (!page.has(path) || !page.take(path, request)) return false;
    const auto asked = std::make_shared<const Request>(std::move(request));
    resume<Request, Response>(
        method, asked, [this, path, asked](const client::Answer<Response>& answer, bool) {
            Q_EMIT recovered(path, QByteArray::fromStdString(answer.value.SerializeAsString()),
                             answer.done(), QByteArray::fromStdString(asked->SerializeAsString()));
        });
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

}  // namespace tessera::setup
