// SPDX-License-Identifier: Apache-2.0
#include "server/api/text_check.h"

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

}  // namespace

std::optional<std::string> findNul(const Message& message) {
    const auto* reflection = message.GetReflection();
    std::vector<const FieldDescriptor*> fields;
    reflection->ListFields(message, &fields);
    std::string scratch;
    for (const auto* field : fields) {
        const bool text = field->type() == FieldDescriptor::TYPE_STRING;
        const bool nested = field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE;
        if (!text && !nested) continue;
        const bool list = field->is_repeated();
        const int count = list ? reflection->FieldSize(message, field) : 1;
        for (int i = 0; i < count; ++i) {
            if (text) {
                const auto& value =
                    list ? reflection->GetRepeatedStringReference(message, field, i, &scratch)
                         : reflection->GetStringReference(message, field, &scratch);
                if (value.find('\0') != std::string::npos) return pathOf(field, list ? i : -1, {});
                continue;
            }
            const auto& inner = list ? reflection->GetRepeatedMessage(message, field, i)
                                     : reflection->GetMessage(message, field);
            if (const auto rest = findNul(inner)) return pathOf(field, list ? i : -1, *rest);
        }
    }
    return std::nullopt;
}

}  // namespace tessera::api
