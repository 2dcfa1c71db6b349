// SPDX-License-Identifier: Apache-2.0
#include "server/api/openapi_schema.h"

#include <google/protobuf/descriptor.pb.h>

#include "proto/descriptor_set.h"
#include "shared/base/check.h"

namespace tessera::api {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::EnumDescriptor;
using google::protobuf::FieldDescriptor;

// "Order.State" of tessera.v1.Order.State.
std::string shortName(const std::string& fullName) {
    constexpr std::string_view kPackage = "tessera.v1.";
    return fullName.starts_with(kPackage) ? fullName.substr(kPackage.size()) : fullName;
}

Json reference(const std::string& name) {
    return {{"$ref", "#/components/schemas/" + name}};
}

// The forms of messages that are strings in JSON; null for others.
Json wellKnown(const Descriptor* type) {
    if (type->full_name() == "google.protobuf.Timestamp") {
        return {{"type", "string"}, {"format", "date-time"}};
    }
    if (type->full_name() == "google.protobuf.Duration") {
        return {{"type", "string"}, {"pattern", "^-?[0-9]+(\\.[0-9]{1,9})?s$"}};
    }
    if (type->full_name() == "google.protobuf.FieldMask") return {{"type", "string"}};
    return nullptr;
}

}  // namespace

CommentedContract::CommentedContract() {
    google::protobuf::FileDescriptorSet set;
    const auto bytes = proto::descriptorSet();
    TESSERA_CHECK(set.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())));
    for (const auto& file : set.file()) TESSERA_CHECK(pool_.BuildFile(file) != nullptr);
}

std::string CommentedContract::tidy(const std::string& comment) {
    std::string out;
    bool lineStart = true;
    for (const char c : comment) {
        if (lineStart && c == ' ') {
            lineStart = false;
            continue;
        }
        lineStart = c == '\n';
        out += c == '\n' ? ' ' : c;
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

Json SchemaBook::refTo(const EnumDescriptor* type) {
    const auto name = shortName(type->full_name());
    if (!schemas_.contains(name)) {
        Json values = Json::array();
        for (int i = 0; i < type->value_count(); ++i) values.push_back(type->value(i)->name());
        schemas_[name] = {{"type", "string"},
                          {"description", CommentedContract::commentOf(type)},
                          {"enum", std::move(values)}};
    }
    return reference(name);
}

Json SchemaBook::refTo(const Descriptor* type) {
    if (auto text = wellKnown(type); !text.is_null()) return text;
    const auto name = shortName(type->full_name());
    if (!schemas_.contains(name)) {
        schemas_[name] = Json::object();  // A place first: types may refer to themselves.
        auto schema = objectWithout(type, {});
        schemas_[name] = std::move(schema);
    }
    return reference(name);
}

Json SchemaBook::objectWithout(const Descriptor* type, const std::set<std::string>& left) {
    Json properties = Json::object();
    for (int i = 0; i < type->field_count(); ++i) {
        const auto* field = type->field(i);
        if (left.contains(field->name())) continue;
        auto schema = of(field);
        auto comment = CommentedContract::commentOf(field);
        if (const auto* oneof = field->real_containing_oneof()) {
            comment += " One of the choice `" + oneof->name() + "`.";
        }
        schema["description"] = std::move(comment);
        properties[field->json_name()] = std::move(schema);
    }
    return {{"type", "object"},
            {"description", CommentedContract::commentOf(type)},
            {"properties", std::move(properties)}};
}

Json SchemaBook::of(const FieldDescriptor* field) {
    auto schema = single(field);
    if (!field->is_repeated()) return schema;
    return {{"type", "array"}, {"items", std::move(schema)}};
}

Json SchemaBook::single(const FieldDescriptor* field) {
    switch (field->cpp_type()) {
        case FieldDescriptor::CPPTYPE_INT32:
            return {{"type", "integer"}, {"format", "int32"}};
        case FieldDescriptor::CPPTYPE_UINT32:
            return {{"type", "integer"}, {"format", "int64"}, {"minimum", 0}};
        case FieldDescriptor::CPPTYPE_INT64:
        case FieldDescriptor::CPPTYPE_UINT64:
            return {{"type", "string"}, {"format", "int64"}};
        case FieldDescriptor::CPPTYPE_DOUBLE:
        case FieldDescriptor::CPPTYPE_FLOAT:
            return {{"type", "number"}};
        case FieldDescriptor::CPPTYPE_BOOL:
            return {{"type", "boolean"}};
        case FieldDescriptor::CPPTYPE_ENUM:
            return refTo(field->enum_type());
        case FieldDescriptor::CPPTYPE_MESSAGE:
            return refTo(field->message_type());
        case FieldDescriptor::CPPTYPE_STRING:
            break;
    }
    if (field->type() == FieldDescriptor::TYPE_BYTES) {
        return {{"type", "string"}, {"contentEncoding", "base64"}};
    }
    return {{"type", "string"}};
}

}  // namespace tessera::api
