// SPDX-License-Identifier: Apache-2.0
#include "server/payments/stripe_reading.h"

#include <charconv>

#include "server/payments/stripe_json.h"

namespace tessera::payments {
namespace {

using engine::AnswerKind;
using engine::Operation;
using engine::ProviderAnswer;
using namespace stripe;

constexpr const char* kMissing = "resource_missing";

ProviderAnswer readError(const json& error, long status, ProviderAnswer answer) {
    const auto type = text(member(error, "type"));
    const auto code = text(member(error, "code"));
    answer.evidence = asEvidence(answer.evidence + " " + type + " " + code);
    if (code == kMissing && (status == 400 || status == 404)) answer.notFound = true;
    // Only these refuse an operation. "Not found" is no evidence, a wrong key says nothing about
    // the object, and what a proxy says is not the provider's word.
    const bool refusal = (status == 400 || status == 402) && error.is_object();
    if (!refusal || code == kMissing || type == "idempotency_error" || type == "api_error") {
        return answer;
    }
    if (auto shown = readIntent(member(error, "payment_intent"))) {
        shown->evidence = std::move(answer.evidence);
        answer = std::move(*shown);
    }
    answer.kind = AnswerKind::Refused;
    return answer;
}

bool isAboutRefund(Operation operation) {
    return operation == Operation::Refund || operation == Operation::RetrieveRefund;
}

// The body of a 2xx; discarded for any other answer.
json bodyOf(const HttpAnswer& http) {
    if (http.status < 200 || http.status >= 300) return json(json::value_t::discarded);
    return json::parse(http.body, nullptr, false);
}

std::string whatCame(const HttpAnswer& http) {
    return asEvidence(http.status == 0 ? http.failure : "HTTP " + std::to_string(http.status));
}

// The objects of a list, or null.
const json* dataOf(const json& body) {
    if (body.is_discarded() || text(member(body, "object")) != "list") return nullptr;
    const json& data = member(body, "data");
    return data.is_array() ? &data : nullptr;
}

std::string nextOf(const json& body, const json& data) {
    const json& more = member(body, "has_more");
    if (!more.is_boolean() || !more.get<bool>() || data.empty()) return {};
    return idOf(data.back());
}

bool same(const std::optional<EventScopedId>& read, EventScopedId wanted) {
    return read && read->event == wanted.event && read->local == wanted.local;
}

std::optional<ListedPayment> listedPayment(const json& object) {
    auto facts = readIntent(object);
    std::string letters = text(member(object, "currency"));
    for (char& c : letters) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    const auto currency = parseCurrency(letters);
    if (!facts || !currency) return std::nullopt;
    ListedPayment listed;
    listed.objectId = facts->objectId;
    if (const auto attempt = attemptOn(object)) {
        listed.event = attempt->event;
        listed.attempt = AttemptId{attempt->local};
    }
    listed.currency = *currency;
    listed.createdAt = Instant{seconds(member(object, "created")) * 1000000};
    facts->kind = AnswerKind::Definitive;
    facts->evidence = asEvidence("list " + facts->objectId + " " + text(member(object, "status")));
    facts->clientSecret.clear();
    listed.facts = std::move(*facts);
    return listed;
}

std::optional<ListedRefund> listedRefund(const json& object) {
    const auto facts = readRefund(object);
    const auto amount = number(member(object, "amount"));
    if (!facts || facts->refundObjectId.empty() || amount < 0) return std::nullopt;
    ListedRefund listed;
    listed.objectId = facts->refundObjectId;
    listed.paymentObjectId = idOf(member(object, "payment_intent"));
    if (const auto refund = refundOn(object)) {
        listed.event = refund->event;
        listed.refund = RefundId{refund->local};
    }
    listed.standing = facts->refund;
    listed.amount = Money{amount};
    listed.createdAt = Instant{seconds(member(object, "created")) * 1000000};
    return listed;
}

}  // namespace

ProviderAnswer readStripeAnswer(Operation operation, const HttpAnswer& http) {
    ProviderAnswer answer;
    answer.evidence = "HTTP " + std::to_string(http.status);
    if (http.status == 0) answer.evidence = asEvidence(http.failure);
    // 409 and 429 say that nothing was decided yet; 5xx and silence say nothing at all.
    if (http.status < 200 || http.status >= 500 || http.status == 409 || http.status == 429) {
        return answer;
    }
    const auto body = json::parse(http.body, nullptr, false);
    if (body.is_discarded()) return answer;
    if (http.status >= 300) return readError(member(body, "error"), http.status, std::move(answer));
    auto read = isAboutRefund(operation) ? readRefund(body) : readIntent(body);
    if (!read) {
        answer.evidence += " unreadable";
        return answer;
    }
    if (isAboutRefund(operation)) {
        read->evidence = asEvidence(answer.evidence + " " + read->evidence);
        return std::move(*read);
    }
    read->kind = AnswerKind::Definitive;
    read->evidence =
        asEvidence(answer.evidence + " " + read->objectId + " " + text(member(body, "status")));
    return std::move(*read);
}

std::optional<ProviderAnswer> readStripeSearch(const HttpAnswer& http) {
    ProviderAnswer unknown;
    unknown.evidence = asEvidence("search: " + whatCame(http));
    const auto body = bodyOf(http);
    if (body.is_discarded() || text(member(body, "object")) != "search_result") return unknown;
    const json& data = member(body, "data");
    if (!data.is_array()) return unknown;
    if (data.empty()) return std::nullopt;
    auto read = readIntent(data.front());
    if (!read) return unknown;
    read->kind = AnswerKind::Definitive;
    read->evidence = asEvidence(unknown.evidence + " " + read->objectId);
    return read;
}

StripeLookPage readStripeIntents(const HttpAnswer& http, EventScopedId attempt) {
    StripeLookPage page;
    const auto body = bodyOf(http);
    const json* const data = dataOf(body);
    if (data == nullptr) return page;
    page.readable = true;
    page.next = nextOf(body, *data);
    for (const json& object : *data) {
        if (!same(attemptOn(object), attempt)) continue;
        auto read = readIntent(object);
        page.readable = read.has_value();  // Ours, and not to be understood.
        if (!read) return page;
        read->kind = AnswerKind::Definitive;
        read->evidence = asEvidence("list " + read->objectId);
        page.found = std::move(read);
        return page;
    }
    return page;
}

StripeLookPage readStripeRefunds(const HttpAnswer& http, EventScopedId refund,
                                 std::int32_t attemptTry) {
    StripeLookPage page;
    const auto body = bodyOf(http);
    const json* const data = dataOf(body);
    if (data == nullptr) return page;
    page.readable = true;
    page.next = nextOf(body, *data);
    for (const json& object : *data) {
        if (!same(refundOn(object), refund)) continue;
        auto read = readRefund(object);
        page.readable = read.has_value();
        if (!read) return page;
        const auto ofTry = text(member(member(object, "metadata"), "tessera_try"));
        const bool failed = read->refund == engine::RefundStanding::Failed;
        if (failed && ofTry != std::to_string(attemptTry)) continue;
        read->evidence = asEvidence("list " + read->evidence);
        page.found = std::move(read);
        if (!failed) return page;
    }
    return page;
}

StripeRefundOrigin readStripeRefundOrigin(const HttpAnswer& refund) {
    const auto body = bodyOf(refund);
    if (body.is_discarded()) return {};
    StripeRefundOrigin origin;
    origin.intent = idOf(member(body, "payment_intent"));
    const auto ofTry = text(member(member(body, "metadata"), "tessera_try"));
    std::from_chars(ofTry.data(), ofTry.data() + ofTry.size(), origin.attemptTry);
    return origin;
}

Result<ListPage> readStripeList(ListQuery::What what, const HttpAnswer& http) {
    const auto body = bodyOf(http);
    const json* const data = dataOf(body);
    if (data == nullptr) return failure("list: " + whatCame(http));
    ListPage page;
    page.next = nextOf(body, *data);
    for (const json& object : *data) {
        bool read = false;
        if (what == ListQuery::What::Payments) {
            auto listed = listedPayment(object);
            read = listed.has_value();
            if (listed) page.payments.push_back(std::move(*listed));
        } else {
            auto listed = listedRefund(object);
            read = listed.has_value();
            if (listed) page.refunds.push_back(std::move(*listed));
        }
        // What is not ours may be of any shape.
        if (!read && (attemptOn(object) || refundOn(object))) {
            return failure("list: unreadable: " + idOf(object));
        }
    }
    return page;
}

std::string readStripeReaderOf(const HttpAnswer& intent) {
    const auto body = bodyOf(intent);
    return body.is_discarded() ? std::string() : readerOn(body);
}

StripeReader readStripeReader(const HttpAnswer& http) {
    StripeReader reader;
    reader.failure = whatCame(http);
    if (http.status >= 300 && http.status < 500) {
        const auto error = json::parse(http.body, nullptr, false);
        reader.code = text(member(member(error, "error"), "code"));
        reader.failure = asEvidence(reader.failure + " " + reader.code);
        if (http.status == 404) reader.code = kMissing;
    }
    const auto body = bodyOf(http);
    if (body.is_discarded() || text(member(body, "object")) != "terminal.reader") return reader;
    const json& action = member(body, "action");
    const auto status = text(member(action, "status"));
    reader.intent = idOf(member(member(action, "process_payment_intent"), "payment_intent"));
    reader.code = text(member(action, "failure_code"));
    reader.failure = asEvidence(reader.code);
    reader.offline = text(member(body, "status")) == "offline";
    reader.action = status == "in_progress" ? StripeReader::Action::InProgress
                    : status == "succeeded" ? StripeReader::Action::Succeeded
                    : status == "failed"    ? StripeReader::Action::Failed
                                            : StripeReader::Action::None;
    return reader;
}

std::string whyNotAsked(const StripeReader& reader, const std::string& intent) {
    using Action = StripeReader::Action;
    const bool ours = reader.intent == intent;
    if (ours && reader.action == Action::Succeeded) return {};
    if (ours && reader.action == Action::Failed && reader.code == "card_declined") return {};
    if (reader.code == kMissing) return "reader_unknown";
    if (reader.offline || reader.code == "terminal_reader_offline") return "reader_offline";
    const bool busy = !ours && reader.action == Action::InProgress;
    if (busy || reader.code == "terminal_reader_busy") return "reader_busy";
    const bool told = ours || reader.action == Action::Unknown;
    if (told && reader.code == "terminal_reader_timeout") return "reader_timeout";
    return "reader_idle";
}

}  // namespace tessera::payments
