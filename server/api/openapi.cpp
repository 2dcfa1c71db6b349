// SPDX-License-Identifier: Apache-2.0
#include "server/api/openapi.h"

#include "server/api/json_values.h"
#include "server/api/method_table.h"
#include "server/api/openapi_schema.h"
#include "server/api/reasons.h"

namespace tessera::api {
namespace {

Json problemSchema() {
    Json reasons = Json::array();
    for (const auto& row : contractReasons()) reasons.push_back(row.name);
    const Json text{{"type", "string"}};
    return {{"type", "object"},
            {"description", "Why a request was refused (RFC 9457). Reasons are stable."},
            {"required", {"type", "title", "status", "detail", "reason", "metadata"}},
            {"properties",
             {{"type", {{"type", "string"}, {"format", "uri"}}},
              {"title", text},
              {"status", {{"type", "integer"}}},
              {"detail", text},
              {"reason", {{"type", "string"}, {"enum", std::move(reasons)}}},
              {"metadata", {{"type", "object"}, {"additionalProperties", text}}},
              {"traceId", text}}}};
}

Json parameter(const std::string& name, const char* where, bool required, Json schema,
               std::string description) {
    return {{"name", name},
            {"in", where},
            {"required", required},
            {"description", std::move(description)},
            {"schema", std::move(schema)}};
}

bool isVariable(const MethodInfo& method, const google::protobuf::FieldDescriptor* field) {
    for (const auto* variable : method.variables) {
        if (variable->name() == field->name()) return true;
    }
    return false;
}

Json headersOf(const MethodInfo& method) {
    Json out = Json::array();
    const Json text{{"type", "string"}};
    if (method.path.ends_with("/CreateReservation")) {
        out.push_back(parameter("X-Caller-Key", "header", false, text,
                                "base64url of 16 to 64 random bytes: who reserves. Required "
                                "without an API key."));
    }
    if (method.holderTokenField != nullptr) {
        out.push_back(parameter("X-Holder-Token", "header", false, text,
                                "The holder token, where it is not a field."));
    }
    if (method.resumeField != nullptr) {
        out.push_back(parameter("Last-Event-ID", "header", false, text,
                                "The id of the last event that was read."));
    }
    if (method.cacheable) {
        out.push_back(parameter("If-None-Match", "header", false, text, "The ETag that one has."));
    }
    return out;
}

// `input` is the request with its comments.
Json parametersOf(const MethodInfo& method, const google::protobuf::Descriptor* input,
                  SchemaBook& book) {
    Json out = Json::array();
    for (const auto* variable : method.variables) {
        const auto* field = input->FindFieldByName(variable->name());
        out.push_back(parameter(field->name(), "path", true, book.of(field),
                                CommentedContract::commentOf(field)));
    }
    for (int i = 0; i < input->field_count() && !method.bodyIsRequest; ++i) {
        const auto* field = input->field(i);
        const bool body = method.bodyField != nullptr && method.bodyField->name() == field->name();
        const bool nested =
            field->cpp_type() == google::protobuf::FieldDescriptor::CPPTYPE_MESSAGE &&
            field->message_type()->file()->package() != "google.protobuf";
        if (body || nested || isVariable(method, field)) continue;
        out.push_back(parameter(field->json_name(), "query", false, book.of(field),
                                CommentedContract::commentOf(field)));
    }
    for (auto& header : headersOf(method)) out.push_back(std::move(header));
    return out;
}

Json bodyOf(const MethodInfo& method, const google::protobuf::Descriptor* input, SchemaBook& book) {
    std::set<std::string> inPath;
    for (const auto* variable : method.variables) inPath.insert(variable->name());
    Json schema = method.bodyIsRequest ? book.objectWithout(input, inPath)
                                       : book.of(input->FindFieldByName(method.bodyField->name()));
    return {{"required", true},
            {"content", {{"application/json", {{"schema", std::move(schema)}}}}}};
}

Json responsesOf(const MethodInfo& method, const google::protobuf::Descriptor* output,
                 SchemaBook& book) {
    const char* type = method.streams ? "text/event-stream" : "application/json";
    Json out;
    Json content;
    if (method.document) {
        content["*/*"] = {{"schema", {{"type", "string"}, {"format", "binary"}}}};
    } else {
        content[type] = {{"schema", book.refTo(output)}};
    }
    out["200"] = {{"description", CommentedContract::commentOf(output)},
                  {"content", std::move(content)}};
    if (method.cacheable) out["304"] = {{"description", "Unchanged since the ETag."}};
    out["default"] = {
        {"description", "Refused."},
        {"content",
         {{"application/problem+json", {{"schema", {{"$ref", "#/components/schemas/Problem"}}}}}}}};
    return out;
}

Json operationOf(const MethodInfo& method, const CommentedContract& contract, SchemaBook& book) {
    const auto* commented = contract.pool().FindMethodByName(method.descriptor->full_name());
    const auto* service = method.descriptor->service();
    Json out;
    out["operationId"] = service->name() + "_" + method.descriptor->name();
    out["tags"] = {service->name()};
    out["description"] = CommentedContract::commentOf(commented);
    out["parameters"] = parametersOf(method, commented->input_type(), book);
    if (method.hasBody()) out["requestBody"] = bodyOf(method, commented->input_type(), book);
    out["responses"] = responsesOf(method, commented->output_type(), book);
    if (!method.scope.empty()) {
        out["security"] = Json::array({{{"apiKey", Json::array({method.scope})}}});
    }
    return out;
}

std::string lowerCase(std::string text) {
    for (auto& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

}  // namespace

std::string openApiDocument() {
    const CommentedContract contract;
    const MethodTable table;
    SchemaBook book;
    Json paths = Json::object();
    for (const auto& method : table.methods()) {
        paths[method.routeText][lowerCase(method.httpMethod)] = operationOf(method, contract, book);
    }
    Json tags = Json::array();
    for (const auto* service : table.services()) {
        tags.push_back(
            {{"name", service->name()},
             {"description", CommentedContract::commentOf(
                                 contract.pool().FindServiceByName(service->full_name()))}});
    }
    Json schemas = book.schemas();
    schemas["Problem"] = problemSchema();
    Json out;
    out["openapi"] = "3.1.0";
    out["info"] = {{"title", "Tessera"},
                   {"version", TESSERA_VERSION},
                   {"license", {{"name", "Apache-2.0"}, {"identifier", "Apache-2.0"}}}};
    out["tags"] = std::move(tags);
    out["paths"] = std::move(paths);
    out["components"] = {
        {"schemas", std::move(schemas)},
        {"securitySchemes", {{"apiKey", {{"type", "http"}, {"scheme", "bearer"}}}}}};
    return out.dump();
}

}  // namespace tessera::api
