// SPDX-License-Identifier: Apache-2.0
// The storefront's pages: one document for all of them, with the head that each page needs for
// search engines and for those who share a link (title, Open Graph, schema.org/Event), and the
// sitemap.
//
// Pages are told apart by their path alone; what a page shows it asks of the API. Thread-safe.
#pragma once

#include <memory>
#include <string>

#include "server/api/observer.h"
#include "server/api/presentation.h"
#include "server/api/web_files.h"
#include "shared/http/server.h"

namespace tessera::api {

class WebPages {
public:
    // All outlive it. `publicUrl`: "https://tickets.example", for absolute links; empty: the
    // request's Host over http.
    WebPages(WebFiles files, std::string publicUrl, app::App& app, Presentation& presentation,
             Observer& observer);

    // Whether a browser asks for it: every path but those below /v1/. "/" only for who takes HTML.
    static bool isFor(const http::Request& request);
    // Answers GET and HEAD: a file, the sitemap, or the page; 404 with the page where there is no
    // such page or event.
    void serve(http::Request request, http::Responder responder) const;

private:
    struct State;
    std::shared_ptr<const State> state_;
};

}  // namespace tessera::api
