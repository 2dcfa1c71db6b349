// SPDX-License-Identifier: Apache-2.0
#include "server/api/json_writer.h"

#include <array>
#include <charconv>
#include <cmath>

#include "server/api/json_values.h"
#include "shared/base/encoding.h"

namespace tessera::api {
namespace {

using google::protobuf::Reflection;

template <class T>
void appendNumber(T value, std::string& out) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out.append(digits.data(), end);
}

template <class T>
void appendReal(T value, std::string& out) {
    if (std::isfinite(value)) {
        appendNumber(value, out);
    } else {
        out += std::isnan(value) ? "\"NaN\"" : value > 0 ? "\"Infinity\"" : "\"-Infinity\"";
    }
}

template <class T>
void appendQuoted(T value, std::string& out) {
    out += '"';
    appendNumber(value, out);
    out += '"';
}

void appendEnum(const FieldDescriptor* field, int number, std::string& out) {
    const auto* value = field->enum_type()->FindValueByNumber(number);
    if (value == nullptr) {
        appendNumber(number, out);
        return;
    }
    out += '"';
    out += value->name();
    out += '"';
}

void appendText(const FieldDescriptor* field, const std::string& text, std::string& out) {
    if (field->type() == FieldDescriptor::TYPE_BYTES) {
        out += '"';
        out += toBase64(text);
        out += '"';
    } else {
        appendJsonString(text, out);
    }
}

void appendMessage(const Message& message, std::string& out) {
    if (isTextMessage(message.GetDescriptor())) {
        appendTextMessage(message, out);
    } else {
        writeJson(message, out);
    }
}

// Reads a singular field or, with index >= 0, an element.
#define TESSERA_GET(Type)                              \
    (index < 0 ? reflection->Get##Type(message, field) \
               : reflection->GetRepeated##Type(message, field, index))

void appendValue(const Message& message, const Reflection* reflection, const FieldDescriptor* field,
                 int index, std::string& out) {
    std::string scratch;
    switch (field->cpp_type()) {
        case FieldDescriptor::CPPTYPE_INT32:
            return appendNumber(TESSERA_GET(Int32), out);
        case FieldDescriptor::CPPTYPE_UINT32:
            return appendNumber(TESSERA_GET(UInt32), out);
        case FieldDescriptor::CPPTYPE_INT64:
            return appendQuoted(TESSERA_GET(Int64), out);
        case FieldDescriptor::CPPTYPE_UINT64:
            return appendQuoted(TESSERA_GET(UInt64), out);
        case FieldDescriptor::CPPTYPE_DOUBLE:
            return appendReal(TESSERA_GET(Double), out);
        case FieldDescriptor::CPPTYPE_FLOAT:
            return appendReal(TESSERA_GET(Float), out);
        case FieldDescriptor::CPPTYPE_BOOL:
            out += TESSERA_GET(Bool) ? "true" : "false";
            return;
        case FieldDescriptor::CPPTYPE_ENUM:
            return appendEnum(field, TESSERA_GET(EnumValue), out);
        case FieldDescriptor::CPPTYPE_STRING:
            return appendText(
                field,
                index < 0 ? reflection->GetStringReference(message, field, &scratch)
                          : reflection->GetRepeatedStringReference(message, field, index, &scratch),
                out);
        case FieldDescriptor::CPPTYPE_MESSAGE:
            return appendMessage(TESSERA_GET(Message), out);
    }
}

#undef TESSERA_GET

}  // namespace

void writeJson(const Message& message, std::string& out) {
    const auto* type = message.GetDescriptor();
    const auto* reflection = message.GetReflection();
    out += '{';
    bool first = true;
    for (int i = 0; i < type->field_count(); ++i) {
        const auto* field = type->field(i);
        if (field->has_presence() && !reflection->HasField(message, field)) continue;
        if (!first) out += ',';
        first = false;
        out += '"';
        out += field->json_name();
        out += "\":";
        if (!field->is_repeated()) {
            appendValue(message, reflection, field, -1, out);
            continue;
        }
        out += '[';
        const int size = reflection->FieldSize(message, field);
        for (int element = 0; element < size; ++element) {
            if (element != 0) out += ',';
            appendValue(message, reflection, field, element, out);
        }
        out += ']';
    }
    out += '}';
}

std::string toJson(const Message& message) {
    std::string out;
    writeJson(message, out);
    return out;
}

}  // namespace tessera::api
