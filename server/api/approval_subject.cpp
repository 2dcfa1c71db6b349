// SPDX-License-Identifier: Apache-2.0
#include "server/api/approval_subject.h"

#include "server/api/convert_common.h"
#include "shared/base/encoding.h"

namespace tessera::api {
namespace {

// A text field of the request; empty: it has none of that name.
std::string fieldOf(const google::protobuf::Message& request, const char* name) {
    const auto* field = request.GetDescriptor()->FindFieldByName(name);
    if (field == nullptr || field->is_repeated() ||
        field->type() != google::protobuf::FieldDescriptor::TYPE_STRING) {
        return {};
    }
    return request.GetReflection()->GetString(request, field);
}

}  // namespace

bool isAbout(const Call& call, EventId event, std::int64_t subject) {
    const auto& request = call.request<google::protobuf::Message>();
    const auto named = parseEventId(fieldOf(request, "event"));
    if ((named ? *named : EventId{}) != event) return false;
    if (subject == 0) return true;
    if (!named) return decodePublicId(fieldOf(request, "shift")) == subject;
    for (const char* const name : {"order", "reservation"}) {
        const auto id = parseOrderId(*named, fieldOf(request, name));
        if (id && id->value == subject) return true;
    }
    return false;
}

}  // namespace tessera::api
