// SPDX-License-Identifier: Apache-2.0
// Heads and bodies of HTTP requests. First line: how the rest is cut (see Pieces).
//
// Whatever the cut, the same requests come out of the same bytes, and a refusal after them or none.
#include <optional>
#include <string>
#include <vector>

#include "shared/base/check.h"
#include "shared/http/request_parser.h"
#include "tests/fuzz/fuzz.h"

namespace tessera::fuzz {
namespace {

using http::detail::BodyBytes;
using http::detail::RequestParser;

// Small, so that inputs of a few hundred bytes reach every limit.
const http::ServerOptions& options() {
    static const http::ServerOptions made = [] {
        http::ServerOptions out;
        out.headBytesMax = 256;
        out.headersMax = 8;
        out.bodyBytesMax = 64;
        out.bodyBytesMaxFor = [](const http::Request& head) -> std::size_t {
            return head.path().starts_with("/long") ? 128 : 64;
        };
        return out;
    }();
    return made;
}

struct Outcome {
    std::vector<std::string> requests;
    std::optional<http::Refusal> refusal;
};

std::string describe(const http::Request& request) {
    std::string out = std::string(request.method()) + ' ' + std::string(request.target()) + '\n';
    for (std::size_t i = 0; i < request.headerCount(); ++i) {
        const auto header = request.headerAt(i);
        out.append(header.name).append(": ").append(header.value).append("\n");
    }
    TESSERA_CHECK(request.headerCount() <= options().headersMax);
    TESSERA_CHECK(out.size() <= 3 * options().headBytesMax);
    TESSERA_CHECK(request.body().size() <= 128);
    return out + '\n' + request.body();
}

// As a connection does it: what a parser leaves is given again with what comes next.
class Receiver {
public:
    void take(std::string_view piece) {
        if (outcome_.refusal) return;
        held_.append(piece);
        std::size_t used = 0;
        while (!outcome_.refusal && parse(used)) {
        }
        held_.erase(0, used);
    }

    Outcome finish() {
        parser_.reset();
        TESSERA_CHECK(bytes_.ordinary == 0 && bytes_.longer == 0);
        return std::move(outcome_);
    }

private:
    // True if there may be another request in what is held.
    bool parse(std::size_t& used) {
        if (!parser_) {
            while (used < held_.size() && (held_[used] == '\r' || held_[used] == '\n')) ++used;
            if (used == held_.size()) return false;
            parser_.emplace(options(), bytes_);
        }
        std::size_t n = 0;
        outcome_.refusal = toWhat(parser_->feed(std::string_view(held_).substr(used), n));
        TESSERA_CHECK(n <= held_.size() - used);
        used += n;
        if (outcome_.refusal || !parser_->is_done()) return false;
        outcome_.requests.push_back(describe(parser_->request()));
        parser_.reset();
        return true;
    }

    static std::optional<http::Refusal> toWhat(const std::optional<http::Refused>& refused) {
        if (!refused) return std::nullopt;
        return refused->what;
    }

    BodyBytes bytes_;
    std::optional<RequestParser> parser_;
    std::string held_;
    Outcome outcome_;
};

Outcome receive(Pieces pieces) {
    Receiver receiver;
    for (std::string_view piece; pieces.next(piece);) receiver.take(piece);
    return receiver.finish();
}

// What is wrong in several ways is refused for the one that is seen first, which is the cut's to
// say; and that a version is one is only seen of a whole line.
bool sameRefusal(std::optional<http::Refusal> a, std::optional<http::Refusal> b) {
    const auto ofHead = [](std::optional<http::Refusal> refusal) {
        return refusal == http::Refusal::HeadTooLarge ||
               refusal == http::Refusal::MalformedRequest ||
               refusal == http::Refusal::UnsupportedVersion;
    };
    return a == b || (ofHead(a) && ofHead(b));
}

}  // namespace

void httpRequest(Input input) {
    Reader reader(input);
    const auto cuts = reader.line();
    const auto sent = std::string(reader.rest()) + std::string(kHeadsEnd);
    const auto whole = receive(Pieces(sent, {}));
    for (const auto how : {cuts, std::string_view("a")}) {
        const auto cut = receive(Pieces(sent, how));
        TESSERA_CHECK(cut.requests == whole.requests);
        TESSERA_CHECK(sameRefusal(cut.refusal, whole.refusal));
    }
}

}  // namespace tessera::fuzz
