// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/contract.h"

#include <cstdio>
#include <string>

#include "server/api/json_reader.h"
#include "server/api/json_writer.h"
#include "shared/base/check.h"

namespace tessera::fuzz {

const api::MethodTable& methodTable() {
    static const api::MethodTable table;
    return table;
}

const api::MethodInfo& methodOf(std::string_view name) {
    const auto& methods = methodTable().methods();
    std::size_t sum = 0;
    for (const char c : name) sum = sum * 31 + static_cast<unsigned char>(c);
    for (const auto& method : methods) {
        if (method.descriptor->name() == name) return method;
    }
    return methods[sum % methods.size()];
}

bool sameMessage(const google::protobuf::Message& a, const google::protobuf::Message& b) {
    return a.SerializeAsString() == b.SerializeAsString();
}

void expectSurvivesJson(const google::protobuf::Message& message) {
    const auto text = api::toJson(message);
    const std::unique_ptr<google::protobuf::Message> known(message.New());
    known->CopyFrom(message);
    known->DiscardUnknownFields();  // A caller's own, given back: JSON has no place for them.
    const std::unique_ptr<google::protobuf::Message> back(message.New());
    const bool same = !api::readJson(text, *back) && sameMessage(*known, *back);
    if (!same) std::fprintf(stderr, "%s\n%s\n", text.c_str(), message.DebugString().c_str());
    TESSERA_CHECK(same && api::toJson(*back) == text);
}

}  // namespace tessera::fuzz
