// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/edge_house.h"

#include <google/protobuf/stubs/logging.h>

#include <fstream>

#include "server/api/convert_event.h"
#include "server/api/json_reader.h"
#include "server/payments/stripe_provider.h"
#include "shared/base/check.h"
#include "tests/fuzz/contract.h"

namespace tessera::fuzz {
namespace {

using namespace api::test;  // The fake's events.

api::WebFiles webFiles() {
    const test::TempDir folder("fuzz-web");
    std::ofstream(folder / "index.html")
        << "<!doctype html><head><!--tessera:head--></head><body></body>";
    std::ofstream(folder / "icon.svg") << "<svg/>";
    auto files = api::WebFiles::load(folder.path());
    TESSERA_CHECK(files.has_value());
    return std::move(*files);
}

}  // namespace

// Takes a webhook that says `good` for one that was signed.
class EdgeHouse::Webhooks final : public payments::Provider {
public:
    std::string_view name() const override { return "stripe"; }
    payments::Capabilities capabilities() const override { return {}; }
    void call(payments::Call, std::function<void(engine::ProviderAnswer)> done) override {
        done({});
    }
    payments::WebhookResult verifyWebhook(std::string_view body, std::string_view signature,
                                          Instant) const override {
        const Instant now{kWebhookSeconds * 1'000'000};
        std::string header(signature);
        if (header == "good") {
            const auto seconds = std::to_string(kWebhookSeconds);
            header = "t=" + seconds + ",v1=" + signatureOf(body, seconds);
        }
        return payments::readStripeWebhook(body, header, kWebhookSecret, now);
    }
    std::string publishableKey() const override { return "pk_1"; }
    std::string confirmUrl(const std::string&) const override { return {}; }
};

EdgeHouse::EdgeHouse()
    : log_(runtime::Log::toSink({.level = runtime::LogLevel::Error}, [](std::string_view) {})),
      encoder_(std::make_shared<api::SeatMapEncoder>(
          [] { return Instant{kWebhookSeconds * 1'000'000}; })),
      app_(encoder_),
      presentation_(app_, *encoder_),
      observer_(metrics_, *log_, methodTable()),
      keeper_(std::in_place, api::StreamKeeper::Options{}, executor_),
      registry_(methodTable()),
      dispatcher_(
          {}, app_,
          [this]() -> const api::Registry& {
              const api::HandlerContext context{app_, presentation_, executor_, clock_};
              registerAll(registry_, context, wallets_);
              return registry_;
          }(),
          executor_),
      rest_(methodTable(), dispatcher_, context_, 300'000),
      providers_(std::make_shared<Webhooks>()) {
    google::protobuf::SetLogHandler(nullptr);
    addPlainRoutes(rest_, {app_, providers_, inbox_, metrics_, observer_, stopping_});
    pages_ = std::make_unique<api::WebPages>(webFiles(), "", app_, presentation_, observer_);
    rest_.setPages(api::WebPages::isFor, [this](auto request, auto responder) {
        pages_->serve(std::move(request), std::move(responder));
    });
    // No timers, no tasks: nothing happens but what an input asks for.
    executor_.stop();
    document_ = api::toDocument([&] {
        v1::EventConfig config;
        TESSERA_CHECK(!api::readJson(hallConfigJson(), config));
        return config;
    }());
}

http::ServerOptions EdgeHouse::serverOptions() const {
    http::ServerOptions out;
    out.bodyBytesMax = 300'000;
    out.bodyBytesMaxFor = [this](const auto& head) { return rest_.bodyBytesMaxFor(head); };
    out.refusal = [this](const auto& refused) { return rest_.refusal(refused); };
    return out;
}

void EdgeHouse::reset() {
    keeper_.emplace(api::StreamKeeper::Options{}, executor_);
    const auto anything = [](const engine::EventTerms&) -> std::optional<app::Problem> {
        return std::nullopt;
    };
    for (const auto event : {kEvent, kOtherEvent, kDraftEvent}) {
        const auto sale = event == kDraftEvent ? engine::SaleState::Draft : engine::SaleState::Open;
        app_.setSale({}, event, sale, anything, [](const auto&) {});
        presentation_.forget(event);
    }
    app_.updateEvent({}, kEvent, {}, document_, [](const auto&) {});
}

}  // namespace tessera::fuzz
