// SPDX-License-Identifier: Apache-2.0
// The OpenAPI document has every method, and nothing in it points nowhere.
#include "server/api/openapi.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "server/api/method_table.h"
#include "server/api/reasons.h"

namespace tessera::api {
namespace {

using nlohmann::json;

const json& document() {
    static const json instance = json::parse(openApiDocument());
    return instance;
}

std::string lower(std::string text) {
    for (auto& c : text) c = static_cast<char>(std::tolower(c));
    return text;
}

// Everything that is wrong with the structure of a document, as sentences.
void findFaults(const json& node, const json& root, std::vector<std::string>& out) {
    if (node.is_object() && node.contains("$ref")) {
        const auto ref = node["$ref"].get<std::string>();
        if (!ref.starts_with("#") || !root.contains(json::json_pointer(ref.substr(1)))) {
            out.push_back(ref + " points nowhere");
        }
    }
    if (!node.is_structured()) return;
    for (const auto& child : node) findFaults(child, root, out);
}

std::vector<std::string> faultsOf(const json& root) {
    std::vector<std::string> out;
    findFaults(root, root, out);
    std::set<std::string> operations;
    for (const auto& [path, item] : root["paths"].items()) {
        for (const auto& [method, operation] : item.items()) {
            const auto id = operation.value("operationId", "");
            if (!operations.insert(id).second) out.push_back(id + " is there twice");
            if (!operation["responses"].contains("default")) out.push_back(id + " has no default");
            std::set<std::string> named;
            for (const auto& parameter : operation["parameters"]) {
                if (parameter["in"] == "path") named.insert(parameter["name"]);
                if (!parameter.contains("schema")) out.push_back(id + ": a schema is missing");
            }
            for (std::size_t at = path.find('{'); at != std::string::npos;
                 at = path.find('{', at + 1)) {
                const auto name = path.substr(at + 1, path.find('}', at) - at - 1);
                if (named.erase(name) == 0) out.push_back(id + ": {" + name + "} is unknown");
            }
            for (const auto& name : named) out.push_back(id + ": " + name + " is not in the path");
        }
    }
    return out;
}

TEST(OpenApiTest, EveryMethodIsInItUnderItsRoute) {
    const MethodTable table;
    std::size_t operations = 0;
    for (const auto& [path, item] : document()["paths"].items()) operations += item.size();
    EXPECT_EQ(operations, table.methods().size());
    for (const auto& method : table.methods()) {
        ASSERT_TRUE(document()["paths"].contains(method.routeText)) << method.routeText;
        const auto& item = document()["paths"][method.routeText];
        ASSERT_TRUE(item.contains(lower(method.httpMethod))) << method.routeText;
        const auto& operation = item[lower(method.httpMethod)];
        EXPECT_NE(operation["description"], "") << method.path;
        EXPECT_EQ(operation.contains("requestBody"), method.hasBody()) << method.path;
        EXPECT_EQ(operation.contains("security"), !method.scope.empty()) << method.path;
    }
}

TEST(OpenApiTest, ItsStructureHolds) {
    EXPECT_EQ(document()["openapi"], "3.1.0");
    EXPECT_EQ(document()["info"]["version"], TESSERA_VERSION);
    EXPECT_THAT(faultsOf(document()), testing::IsEmpty());
}

TEST(OpenApiTest, PlantedFaultsOfStructureAreReported) {
    auto broken = document();
    broken["components"]["schemas"].erase("Venue");
    EXPECT_THAT(faultsOf(broken), testing::Contains("#/components/schemas/Venue points nowhere"));
    broken = document();
    broken["paths"]["/v1/events/{event}"]["get"]["parameters"] = json::array();
    EXPECT_THAT(faultsOf(broken), testing::Contains("CatalogService_GetEvent: {event} is unknown"));
}

TEST(OpenApiTest, SchemasFollowTheJsonMapping) {
    const auto& schemas = document()["components"]["schemas"];
    EXPECT_EQ(schemas["Money"]["properties"]["minorUnits"]["type"], "string");
    EXPECT_EQ(schemas["SeatMap"]["properties"]["statuses"]["contentEncoding"], "base64");
    EXPECT_EQ(schemas["SeatMap"]["properties"]["serverTime"]["format"], "date-time");
    EXPECT_EQ(schemas["Reservation"]["properties"]["seats"]["type"], "array");
    EXPECT_THAT(schemas["Order.State"]["enum"], testing::Contains("PAYING"));
    const auto& body = document()["paths"]["/v1/events/{event}/reservations"]["post"]["requestBody"]
                                 ["content"]["application/json"]["schema"]["properties"];
    EXPECT_TRUE(body.contains("requestId"));
    EXPECT_FALSE(body.contains("event"));
}

TEST(OpenApiTest, TheProblemListsEveryReason) {
    const auto& reasons = document()["components"]["schemas"]["Problem"]["properties"]["reason"];
    EXPECT_EQ(reasons["enum"].size(), contractReasons().size());
}

TEST(OpenApiTest, TheDocumentIsTheSameEveryTime) {
    EXPECT_EQ(openApiDocument(), openApiDocument());
}

}  // namespace
}  // namespace tessera::api
