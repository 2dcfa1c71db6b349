// SPDX-License-Identifier: Apache-2.0
// The fuzz targets, and how they read their input.
//
// A target is a function over bytes that a stranger may send. It returns, or a TESSERA_CHECK aborts
// where something that must hold for every input does not. The same bytes give the same result.
// Not thread-safe: one input at a time.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace tessera::fuzz {

using Input = std::string_view;

void grpcMessage(Input input);
void httpConnection(Input input);
void httpRequest(Input input);
void ids(Input input);
void planImport(Input input);
void planted(Input input);
void printed(Input input);
void restEdge(Input input);
void restJson(Input input);
void restPath(Input input);
void restQuery(Input input);
void search(Input input);
void stripeAnswer(Input input);
void terms(Input input);
void ticketCode(Input input);
void times(Input input);
void tokens(Input input);
void uri(Input input);
void webhook(Input input);

struct Target {
    std::string_view name;  // Of its ctest and of its folder in corpus/.
    void (*run)(Input);
};

// All but `planted`, which fails on purpose.
inline constexpr std::array<Target, 18> kTargets{{{"grpc_message", grpcMessage},
                                                  {"http_connection", httpConnection},
                                                  {"http_request", httpRequest},
                                                  {"ids", ids},
                                                  {"plan_import", planImport},
                                                  {"printed", printed},
                                                  {"rest_edge", restEdge},
                                                  {"rest_json", restJson},
                                                  {"rest_path", restPath},
                                                  {"rest_query", restQuery},
                                                  {"search", search},
                                                  {"stripe_answer", stripeAnswer},
                                                  {"terms", terms},
                                                  {"ticket_code", ticketCode},
                                                  {"times", times},
                                                  {"tokens", tokens},
                                                  {"uri", uri},
                                                  {"webhook", webhook}}};

// Takes an input apart from its front: corpora are text, so lines say what a target is to do.
class Reader {
public:
    explicit Reader(Input input) : rest_(input) {}

    // The text up to the next line end, which is taken too.
    std::string_view line() {
        const auto end = std::min(rest_.find('\n'), rest_.size());
        const auto line = rest_.substr(0, end);
        rest_.remove_prefix(std::min(end + 1, rest_.size()));
        return line;
    }
    std::string_view rest() const { return rest_; }

private:
    std::string_view rest_;
};

// Ends a head that an input leaves open: what is wrong in it may be seen before, and is seen now.
inline constexpr std::string_view kHeadsEnd = "\r\n\r\n";

// Pieces of a text, as its sender's packets cut it: by the characters of `cuts`, over and over,
// 'a' being one byte. Empty cuts: the whole at once.
class Pieces {
public:
    Pieces(std::string_view text, std::string_view cuts) : text_(text), cuts_(cuts) {}

    bool next(std::string_view& piece) {
        if (text_.empty()) return false;
        std::size_t size = text_.size();
        if (!cuts_.empty()) {
            const auto cut = static_cast<unsigned char>(cuts_[at_++ % cuts_.size()]);
            size = std::min<std::size_t>(size, cut >= 'a' ? cut - 'a' + 1U : cut + 1U);
        }
        piece = text_.substr(0, size);
        text_.remove_prefix(size);
        return true;
    }

private:
    std::string_view text_;
    std::string_view cuts_;
    std::size_t at_ = 0;
};

}  // namespace tessera::fuzz
