// SPDX-License-Identifier: Apache-2.0
#include "tests/api/random_message.h"

#include <google/protobuf/duration.pb.h>
#include <google/protobuf/field_mask.pb.h>
#include <google/protobuf/timestamp.pb.h>

#include <array>
#include <limits>

namespace tessera::api::test {
namespace {

using google::protobuf::DynamicCastToGenerated;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

template <class T>
T pick(std::mt19937& random, std::initializer_list<T> values) {
    return *(values.begin() + static_cast<std::ptrdiff_t>(random() % values.size()));
}

std::string randomText(std::mt19937& random) {
    return pick<std::string>(random, {"", "a", "Ünïcödé €", "\"quoted\\\"", "<b>&amp;</b>",
                                      "line\nbreak\t", "\x01\x7f", "😀"});
}

// Well-known types that are text in JSON.
bool fillText(Message& message, std::mt19937& random) {
    if (auto* time = DynamicCastToGenerated<google::protobuf::Timestamp>(&message)) {
        time->set_seconds(pick<std::int64_t>(random, {0, 1, 1767225600, 253402300799}));
        time->set_nanos(pick<std::int32_t>(random, {0, 1'000, 250'000'000, 999'999'000}));
        return true;
    }
    if (auto* span = DynamicCastToGenerated<google::protobuf::Duration>(&message)) {
        const int sign = random() % 2 == 0 ? 1 : -1;
        span->set_seconds(sign * pick<std::int64_t>(random, {0, 5, 315'576'000'000}));
        span->set_nanos(sign * pick<std::int32_t>(random, {0, 1, 500'000'000}));
        return true;
    }
    if (auto* mask = DynamicCastToGenerated<google::protobuf::FieldMask>(&message)) {
        for (auto n = random() % 3; n > 0; --n) mask->add_paths("hold_duration.seconds");
        return true;
    }
    return false;
}

void fillField(Message& message, const FieldDescriptor* field, std::mt19937& random, int depth) {
    const auto* reflection = message.GetReflection();
    const bool list = field->is_repeated();
#define TESSERA_PUT(Type, value)                         \
    list ? reflection->Add##Type(&message, field, value) \
         : reflection->Set##Type(&message, field, value)
    switch (field->cpp_type()) {
        case FieldDescriptor::CPPTYPE_INT32:
            TESSERA_PUT(Int32, pick(random, {0, -1, 7, std::numeric_limits<std::int32_t>::min(),
                                             std::numeric_limits<std::int32_t>::max()}));
            break;
        case FieldDescriptor::CPPTYPE_INT64:
            TESSERA_PUT(Int64,
                        pick<std::int64_t>(random, {0, -1, std::numeric_limits<std::int64_t>::min(),
                                                    std::numeric_limits<std::int64_t>::max()}));
            break;
        case FieldDescriptor::CPPTYPE_DOUBLE:
            TESSERA_PUT(Double, pick(random, {0.0, -0.5, 0.1, 1e300, 12345.6789, 3.0}));
            break;
        case FieldDescriptor::CPPTYPE_BOOL:
            TESSERA_PUT(Bool, random() % 2 == 0);
            break;
        case FieldDescriptor::CPPTYPE_ENUM: {
            const auto* type = field->enum_type();
            TESSERA_PUT(Enum, type->value(static_cast<int>(
                                  random() % static_cast<unsigned>(type->value_count()))));
            break;
        }
        case FieldDescriptor::CPPTYPE_STRING:
            TESSERA_PUT(String, field->type() == FieldDescriptor::TYPE_BYTES
                                    ? std::string("\x00\xff\x10z", random() % 5)
                                    : randomText(random));
            break;
        case FieldDescriptor::CPPTYPE_MESSAGE:
            fillRandomly(list ? *reflection->AddMessage(&message, field)
                              : *reflection->MutableMessage(&message, field),
                         random, depth - 1);
            break;
        default:
            break;
    }
#undef TESSERA_PUT
}

}  // namespace

void fillRandomly(Message& message, std::mt19937& random, int depth) {
    if (fillText(message, random)) return;
    const auto* type = message.GetDescriptor();
    for (int i = 0; i < type->field_count(); ++i) {
        const auto* field = type->field(i);
        const bool nested = field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE;
        if (random() % 4 == 0 || (nested && depth <= 0)) continue;
        const auto* oneof = field->real_containing_oneof();
        if (oneof != nullptr && message.GetReflection()->HasOneof(message, oneof)) continue;
        for (auto n = field->is_repeated() ? random() % 4 : 1; n > 0; --n) {
            fillField(message, field, random, depth);
        }
    }
}

}  // namespace tessera::api::test
