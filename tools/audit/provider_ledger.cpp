// SPDX-License-Identifier: Apache-2.0
#include "tools/audit/provider_ledger.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <unordered_map>

namespace tessera::audit {
namespace {

using nlohmann::json;

std::string text(const json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

// Answers to idempotency keys are most of the ledger, and say nothing of money.
bool isAnswer(const std::string& line) {
    const std::size_t at = line.find("\"type\":\"");
    return at != std::string::npos && line.compare(at + 8, 7, "answer\"") == 0;
}

// Another fact of a payment. False: the line is none.
bool enter(const json& line, ProviderPayment& payment) {
    const std::string type = text(line, "type");
    const auto amount = line.find("amount");
    if (amount == line.end() || !amount->is_number_integer()) return false;
    const std::int64_t moved = amount->get<std::int64_t>();
    payment.status = text(line, "status");
    if (const auto metadata = line.find("metadata");
        metadata != line.end() && metadata->is_object()) {
        payment.attempt = text(*metadata, "tessera_attempt");
    }
    if (type == "authorize") {
        payment.authorized += moved;
    } else if (type == "capture") {
        payment.captured += moved;
        ++payment.captures;
    } else if (type == "void") {
        payment.voided += moved;
    } else if (type == "refund") {
        payment.refunded += moved;
    } else {
        return type == "state";
    }
    return true;
}

}  // namespace

Result<ProviderBooks> readProviderLedger(const std::vector<std::string>& lines) {
    ProviderBooks books;
    std::unordered_map<std::string, std::size_t> indexOf;
    std::size_t number = 0;
    for (const std::string& line : lines) {
        ++number;
        if (isAnswer(line)) continue;
        ++books.entries;
        const json object = json::parse(line, nullptr, false);
        const std::string intent = object.is_object() ? text(object, "intent") : "";
        if (intent.empty()) {
            return failure("provider's ledger: line " + std::to_string(number) + " is no entry");
        }
        const auto [at, added] = indexOf.try_emplace(intent, books.payments.size());
        if (added) books.payments.emplace_back().object = intent;
        if (!enter(object, books.payments[at->second])) {
            return failure("provider's ledger: line " + std::to_string(number) +
                           " has a type that is not known");
        }
    }
    return books;
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
