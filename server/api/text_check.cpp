// SPDX-License-Identifier: Apache-2.0
#include "server/api/text_check.h"

#include <google/protobuf/duration.pb.h>
#include <google/protobuf/timestamp.pb.h>

#include <vector>

namespace tessera::api {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

std::string pathOf(const FieldDescriptor* field, int index, const std::string& rest) {
    std::string out = field->json_name();
    if (index >= 0) out += '[' + std::to_string(index) + ']';
    return rest.empty() ? out : out + '.' + rest;
}

bool hasNul(const Message& message, const FieldDescriptor* field, int index) {
    if (field->type() != FieldDescriptor::TYPE_STRING) return false;
    std::string scratch;
    const auto* reflection = message.GetReflection();
    const auto& value =
        index >= 0 ? reflection->GetRepeatedStringReference(message, field, index, &scratch)
                   : reflection->GetStringReference(message, field, &scratch);
    return value.find('\0') != std::string::npos;
}

// google/protobuf/timestamp.proto and duration.proto say what they may be.
bool isBadTime(const Message& message) {
    constexpr std::int64_t kFirstSecond = -62'135'596'800;  // 0001-01-01T00:00:00Z
    constexpr std::int64_t kLastSecond = 253'402'300'799;   // 9999-12-31T23:59:59Z
    constexpr std::int64_t kDurationMost = 315'576'000'000;
    constexpr std::int32_t kNanos = 1'000'000'000;
    if (const auto* time = dynamic_cast<const google::protobuf::Timestamp*>(&message)) {
        return time->seconds() < kFirstSecond || time->seconds() > kLastSecond ||
               time->nanos() < 0 || time->nanos() >= kNanos;
    }
    const auto* span = dynamic_cast<const google::protobuf::Duration*>(&message);
    if (span == nullptr) return false;
    const bool mixed =
        (span->seconds() > 0 && span->nanos() < 0) || (span->seconds() < 0 && span->nanos() > 0);
    return mixed || span->seconds() < -kDurationMost || span->seconds() > kDurationMost ||
           span->nanos() <= -kNanos || span->nanos() >= kNanos;
}

// The path of the first place where `isBad(message, field, index)` holds for a field that is set,
// or `isBadMessage` for a message in it.
template <class IsBad, class IsBadMessage>
std::optional<std::string> findIn(const Message& message, IsBad isBad, IsBadMessage isBadMessage) {
    const auto* reflection = message.GetReflection();
    std::vector<const FieldDescriptor*> fields;
    reflection->ListFields(message, &fields);
    for (const auto* field : fields) {
        const bool list = field->is_repeated();
        const int count = list ? reflection->FieldSize(message, field) : 1;
        for (int i = 0; i < count; ++i) {
            const int index = list ? i : -1;
            if (isBad(message, field, index)) return pathOf(field, index, {});
            if (field->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) continue;
            const auto& inner = list ? reflection->GetRepeatedMessage(message, field, i)
                                     : reflection->GetMessage(message, field);
            if (isBadMessage(inner)) return pathOf(field, index, {});
            if (const auto rest = findIn(inner, isBad, isBadMessage)) {
                return pathOf(field, index, *rest);
            }
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string> findNul(const Message& message) {
    return findIn(message, hasNul, [](const Message&) { return false; });
}

std::optional<std::string> findBadTime(const Message& message) {
    return findIn(
        message, [](const Message&, const FieldDescriptor*, int) { return false; }, isBadTime);
}

}  // namespace tessera::api
