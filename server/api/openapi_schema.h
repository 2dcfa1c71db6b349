// SPDX-License-Identifier: Apache-2.0
// JSON schemas of messages, by protobuf's JSON mapping. Internal to openapi*.cpp.
#pragma once

#include <google/protobuf/descriptor.h>

#include <nlohmann/json.hpp>
#include <set>
#include <string>

namespace tessera::api {

using Json = nlohmann::ordered_json;

// Descriptors with comments: a pool of its own, made of proto::descriptorSet().
class CommentedContract {
public:
    CommentedContract();

    // The comment before a method, message, field or enum, as one text; empty if there is none.
    template <class Descriptor>
    static std::string commentOf(const Descriptor* descriptor) {
        google::protobuf::SourceLocation location;
        if (descriptor == nullptr || !descriptor->GetSourceLocation(&location)) return {};
        return tidy(location.leading_comments);
    }

    const google::protobuf::DescriptorPool& pool() const { return pool_; }

private:
    static std::string tidy(const std::string& comment);
    google::protobuf::DescriptorPool pool_;
};

// Collects the schemas of the messages and enums that are referred to.
class SchemaBook {
public:
    // {"$ref": …}, and the schema is in schemas() with all it refers to.
    Json refTo(const google::protobuf::Descriptor* type);
    // The schema of a field's value, a list where it is repeated.
    Json of(const google::protobuf::FieldDescriptor* field);
    // An object without these fields: what is in the path is not in the body.
    Json objectWithout(const google::protobuf::Descriptor* type, const std::set<std::string>& left);

    const Json& schemas() const { return schemas_; }

private:
    Json single(const google::protobuf::FieldDescriptor* field);
    Json refTo(const google::protobuf::EnumDescriptor* type);

    Json schemas_ = Json::object();
};

}  // namespace tessera::api
