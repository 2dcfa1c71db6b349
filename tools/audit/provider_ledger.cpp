// SPDX-License-Identifier: Apache-2.0
#include "tools/audit/provider_ledger.h"

#include <array>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace tessera::audit {
namespace {

using nlohmann::json;
using Kind = ProviderFact::Kind;

std::string text(const json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

std::int64_t number(const json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

// Read without parsing: what is kept for the sandbox's own restart is most of the ledger.
std::string_view typeOf(std::string_view line) {
    constexpr std::string_view kType = "\"type\":\"";
    const std::size_t at = line.find(kType);
    if (at == std::string_view::npos) return {};
    line.remove_prefix(at + kType.size());
    return line.substr(0, line.find('"'));
}

std::string textAfter(std::string_view line, std::string_view mark) {
    const std::size_t at = line.find(mark);
    if (at == std::string_view::npos) return {};
    line.remove_prefix(at + mark.size());
    return std::string(line.substr(0, line.find('"')));
}

bool saysNothingOfMoney(std::string_view type) {
    constexpr std::array<std::string_view, 6> kOthers{"answer", "event",  "webhook",
                                                      "reader", "expire", "refund_state"};
    for (const std::string_view other : kOthers) {
        if (type == other) return true;
    }
    return false;
}

std::optional<Kind> kindOf(std::string_view type) {
    constexpr std::array<std::pair<std::string_view, Kind>, 6> kKinds{
        {{"state", Kind::State},
         {"authorize", Kind::Authorize},
         {"capture", Kind::Capture},
         {"void", Kind::Void},
         {"refund", Kind::Refund},
         {"answer_retrieve", Kind::Shown}}};
    for (const auto& [name, kind] : kKinds) {
        if (name == type) return kind;
    }
    return std::nullopt;
}

void add(ProviderPayment& payment, ProviderFact fact) {
    switch (fact.kind) {
        case Kind::Authorize:
            payment.authorized += fact.amount;
            break;
        case Kind::Capture:
            payment.captured += fact.amount;
            ++payment.captures;
            break;
        case Kind::Void:
            payment.voided += fact.amount;
            break;
        case Kind::Refund:
            payment.refunded += fact.amount;
            break;
        case Kind::State:
        case Kind::Shown:
            break;
    }
    if (fact.kind != Kind::Shown) payment.status = fact.status;
    payment.facts.push_back(std::move(fact));
}

// A movement whose first event has not come yet.
struct Open {
    KeyedEffect effect;
    bool voids = false;
};

// The server's keys have parts; those of buyers and of the provider's own staff have none.
bool isServers(const std::string& key) {
    return key.find(':') != std::string::npos;
}

// Reads the lines in their order. A call's movements, its events and its answer are written
// together; events and answer name its key. There are calls of which nothing is told.
class Reader {
public:
    Status read(const std::string& line, std::size_t lineNo);
    ProviderBooks books;

private:
    void told(const std::string& key);
    Status enter(const json& line, Kind kind, std::size_t lineNo);

    std::unordered_map<std::string, std::size_t> indexOf_;
    std::vector<Open> open_;
    std::size_t calls_ = 0;
};

void Reader::told(const std::string& key) {
    for (auto& [effect, voids] : open_) {
        if (voids && !isServers(key)) {
            books.payments[indexOf_.at(effect.object)].takenBack = true;
        }
        effect.key = key;
        effect.call = calls_;
        if (!key.empty()) books.effects.push_back(std::move(effect));
    }
    if (!open_.empty()) ++calls_;
    open_.clear();
}

Status Reader::enter(const json& line, Kind kind, std::size_t lineNo) {
    const std::string object = text(line, "intent");
    const bool shown = kind == Kind::Shown;
    // Of a refund that was asked about, or of nothing that was found.
    if (shown && (object.empty() || text(line, "object") != object)) return {};
    const auto amount = line.find("amount");
    if (object.empty() || (!shown && (amount == line.end() || !amount->is_number_integer()))) {
        return failure("provider's ledger: line " + std::to_string(lineNo) + " is no entry");
    }
    const auto [at, added] = indexOf_.try_emplace(object, books.payments.size());
    if (added) books.payments.emplace_back().object = object;
    ProviderPayment& payment = books.payments[at->second];
    if (const auto metadata = line.find("metadata");
        metadata != line.end() && metadata->is_object()) {
        payment.attempt = text(*metadata, "tessera_attempt");
    }
    const std::int64_t moved = shown ? 0 : amount->get<std::int64_t>();
    add(payment, {kind, number(line, "at"), moved, text(line, "status"), line.contains("lost")});
    if (shown) return {};
    open_.push_back(
        {{{}, object, payment.attempt, line.contains("refund"), kind == Kind::State ? 0 : moved, 0},
         kind == Kind::Void});
    return {};
}

Status Reader::read(const std::string& line, std::size_t lineNo) {
    const std::string_view type = typeOf(line);
    ++books.entries;
    if (type == "event") told(textAfter(line, "\"idempotency_key\":\""));
    if (type == "answer") told(textAfter(line, "\"key\":\""));
    if (saysNothingOfMoney(type)) {
        --books.entries;
        return {};
    }
    const auto kind = kindOf(type);
    const json object = json::parse(line, nullptr, false);
    if (!object.is_object() || type.empty()) {
        return failure("provider's ledger: line " + std::to_string(lineNo) + " is no entry");
    }
    // Another provider's, beside this one.
    if (object.contains("provider")) return {};
    if (!kind) {
        return failure("provider's ledger: line " + std::to_string(lineNo) +
                       " has a type that is not known");
    }
    return enter(object, *kind, lineNo);
}

}  // namespace

Result<ProviderBooks> readProviderLedger(const std::vector<std::string>& lines) {
    Reader reader;
    std::size_t lineNo = 0;
    for (const std::string& line : lines) {
        if (const Status read = reader.read(line, ++lineNo); !read) {
            return tl::unexpected(read.error());
        }
    }
    return std::move(reader.books);
}

Result<std::vector<std::string>> readLines(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return failure("cannot read " + path);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) {
        if (file.eof()) break;
        if (!line.empty()) lines.push_back(std::move(line));
    }
    if (file.bad()) return failure("cannot read " + path);
    return lines;
}

}  // namespace tessera::audit
