// SPDX-License-Identifier: Apache-2.0
#include "server/api/web_pages.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <mutex>
#include <utility>
#include <vector>

#include "server/api/convert_common.h"
#include "server/api/page_head.h"
#include "server/api/rest_edge.h"

namespace tessera::api {
namespace {

using http::Request;
using http::Responder;
using http::Response;
using Clock = std::chrono::steady_clock;
using EventList = std::vector<EventId>;

constexpr std::string_view kHeadMark = "<!--tessera:head-->";
constexpr int kSitemapPagesMax = 100;
constexpr int kSitemapPageSize = 100;
constexpr std::size_t kSitemapWaitersMax = 256;  // Beyond: 503 with a time to retry.
constexpr std::chrono::minutes kSitemapKept{5};

// Pages without a variable part.
constexpr std::array<std::string_view, 5> kPlainPages{"/", "/api", "/cart", "/checkout", "/help"};

// Nothing is loaded from elsewhere but pictures; nobody frames a page with a buy button.
constexpr std::string_view kPolicy =
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob: https:; connect-src 'self'; worker-src 'self' blob:; "
    "font-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'";

bool isHost(std::string_view text) {
    return !text.empty() && text.size() <= 255 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               c == '.' || c == ':' || c == '-' || c == '[' || c == ']';
    });
}

// "/events/ID" to "ID".
std::string_view eventIn(std::string_view path) {
    constexpr std::string_view kPrefix = "/events/";
    if (!path.starts_with(kPrefix)) return {};
    path.remove_prefix(kPrefix.size());
    return path.find('/') == std::string_view::npos ? path : std::string_view{};
}

bool isPage(std::string_view path) {
    const auto parts = std::count(path.begin(), path.end(), '/');
    return std::find(kPlainPages.begin(), kPlainPages.end(), path) != kPlainPages.end() ||
           (path.starts_with("/orders/") && parts == 3) ||
           (path.starts_with("/transfers/") && parts == 4);
}

}  // namespace

struct WebPages::State : std::enable_shared_from_this<State> {
    State(WebFiles f, std::string url, app::App& a, Presentation& p, Observer& o)
        : files(std::move(f)), publicUrl(std::move(url)), app(a), presentation(p), observer(o) {}

    const WebFiles files;
    const std::string publicUrl;
    app::App& app;
    Presentation& presentation;
    Observer& observer;

    struct Visit {
        Request request;
        Responder responder;
    };
    using VisitPtr = std::shared_ptr<Visit>;

    std::string originOf(const Request& request) const {
        if (!publicUrl.empty()) return publicUrl;
        const auto host = request.header("host").value_or("");
        return isHost(host) ? "http://" + std::string(host) : std::string();
    }
    void answer(const VisitPtr& visit, runtime::LogLiteral route, Response response) const {
        observer.plain(route, response.status, visit->request.arrival(), traceOf(visit->request));
        visit->responder.send(std::move(response));
    }
    void page(const VisitPtr& visit, int status, const std::string& head) const;
    void event(const VisitPtr& visit, std::string_view id) const;
    // One list for all who ask within five minutes, gathered once at a time.
    void sitemap(const VisitPtr& visit) const;
    void gatherSitemap(store::EventQuery query, std::shared_ptr<EventList> events, int pages) const;
    void gathered(const std::shared_ptr<const EventList>& events) const;
    std::shared_ptr<const EventList> keptSitemap() const;
    // Null: try again.
    void sendSitemap(const VisitPtr& visit, const std::shared_ptr<const EventList>& events) const;

    struct Sitemap {
        std::shared_ptr<const EventList> events;
        Clock::time_point madeAt;
        bool gathering = false;
        std::vector<VisitPtr> waiting;
    };
    mutable std::mutex mutex;
    mutable Sitemap map;  // Guarded by mutex.
};

void WebPages::State::page(const VisitPtr& visit, int status, const std::string& head) const {
    std::string text = files.page();
    const auto at = text.find(kHeadMark);
    if (at != std::string::npos) text.replace(at, kHeadMark.size(), head);
    auto response = Response::of(status, "text/html; charset=utf-8", std::move(text));
    for (const auto& [name, value] :
         {std::pair{"Cache-Control", std::string_view("no-cache")},
          {"Content-Security-Policy", kPolicy},
          {"Referrer-Policy", "strict-origin"},
          {"X-Content-Type-Options", "nosniff"},
          {"Permissions-Policy", "camera=(), microphone=(), geolocation=()"}}) {
        response.headers.push_back({name, std::string(value)});
    }
    answer(visit, "GET page", std::move(response));
}

void WebPages::State::event(const VisitPtr& visit, std::string_view id) const {
    const std::string origin = originOf(visit->request);
    const auto parsed = parseEventId(id);
    if (!parsed) return page(visit, 404, pageHead(origin + "/"));
    presentation.find(*parsed, [self = shared_from_this(), visit,
                                origin](const app::Answer<ShownEventPtr>& shown) {
        // Where it cannot be asked now the page is shown all the same, and asks again itself.
        const bool unknown = !shown && shown.error().kind == app::ProblemKind::NotFound;
        const bool hidden = shown && fromSaleState((*shown)->answer.row.sale) == v1::DRAFT;
        if (unknown || hidden) return self->page(visit, 404, pageHead(origin + "/"));
        self->page(
            visit, 200,
            shown ? eventHead(**shown, origin, self->app.serverTime()) : pageHead(origin + "/"));
    });
}

void WebPages::State::sitemap(const VisitPtr& visit) const {
    bool gather = false;
    {
        const std::lock_guard lock(mutex);
        if (!map.events || Clock::now() - map.madeAt >= kSitemapKept) {
            if (map.waiting.size() >= kSitemapWaitersMax) return sendSitemap(visit, nullptr);
            map.waiting.push_back(visit);
            gather = !std::exchange(map.gathering, true);
            if (!gather) return;
        }
    }
    if (!gather) return sendSitemap(visit, keptSitemap());
    store::EventQuery query;
    query.limit = kSitemapPageSize;
    query.startsAfter = app.serverTime();
    gatherSitemap(std::move(query), std::make_shared<EventList>(), 1);
}

// Page after page of the list, in the list's own order.
void WebPages::State::gatherSitemap(store::EventQuery query, std::shared_ptr<EventList> events,
                                    int pages) const {
    app.listEvents(query, [self = shared_from_this(), query, events,
                           pages](const app::Answer<app::EventPage>& page) mutable {
        if (!page) return self->gathered(nullptr);
        for (const auto& each : page->events) events->push_back(each.row.id);
        if (page->more && !page->events.empty() && pages < kSitemapPagesMax) {
            const auto& last = page->events.back().row;
            query.after = std::pair{last.startsAt, last.id};
            return self->gatherSitemap(std::move(query), std::move(events), pages + 1);
        }
        self->gathered(events);
    });
}

void WebPages::State::gathered(const std::shared_ptr<const EventList>& events) const {
    std::vector<VisitPtr> waiting;
    {
        const std::lock_guard lock(mutex);
        if (events) {
            map.events = events;
            map.madeAt = Clock::now();
        }
        map.gathering = false;
        waiting = std::exchange(map.waiting, {});
    }
    for (const auto& visit : waiting) sendSitemap(visit, events);
}

std::shared_ptr<const EventList> WebPages::State::keptSitemap() const {
    const std::lock_guard lock(mutex);
    return map.events;
}

void WebPages::State::sendSitemap(const VisitPtr& visit,
                                  const std::shared_ptr<const EventList>& events) const {
    if (!events) {
        auto later = Response::of(503, "text/plain", std::string("try again\n"));
        later.headers.push_back({"Retry-After", "5"});
        return answer(visit, "GET /sitemap.xml", std::move(later));
    }
    const std::string origin = escapeHtml(originOf(visit->request));
    std::string text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset "
        "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    for (const EventId event : *events) {
        text += "<url><loc>" + origin + "/events/" + encodePublicId(event.value) + "</loc></url>\n";
    }
    auto response = Response::of(200, "application/xml", text + "</urlset>\n");
    response.headers.push_back({"Cache-Control", "public, max-age=300"});
    answer(visit, "GET /sitemap.xml", std::move(response));
}

WebPages::WebPages(WebFiles files, std::string publicUrl, app::App& app, Presentation& presentation,
                   Observer& observer)
    : state_(std::make_shared<State>(std::move(files), std::move(publicUrl), app, presentation,
                                     observer)) {}

bool WebPages::isFor(const Request& request) {
    const auto path = request.path();
    if (path.starts_with("/v1/")) return false;
    if (request.method() != "GET" && request.method() != "HEAD") return false;
    if (path != "/") return true;
    return request.header("accept").value_or("").find("text/html") != std::string_view::npos;
}

void WebPages::serve(Request request, Responder responder) const {
    const auto visit =
        std::make_shared<State::Visit>(State::Visit{std::move(request), std::move(responder)});
    const auto path = visit->request.path();
    if (auto file = state_->files.serve(visit->request)) {
        return state_->answer(visit, "GET file", std::move(*file));
    }
    const std::string origin = state_->originOf(visit->request);
    if (path == "/sitemap.xml") return state_->sitemap(visit);
    if (path == "/robots.txt") {
        return state_->answer(
            visit, "GET /robots.txt",
            Response::of(
                200, "text/plain; charset=utf-8",
                "User-agent: *\nDisallow: /orders/\nDisallow: /transfers/\nDisallow: /v1/\n"
                "Sitemap: " +
                    origin + "/sitemap.xml\n"));
    }
    if (const auto id = eventIn(path); !id.empty()) return state_->event(visit, id);
    state_->page(visit, isPage(path) ? 200 : 404, pageHead(origin + std::string(path)));
}

}  // namespace tessera::api
