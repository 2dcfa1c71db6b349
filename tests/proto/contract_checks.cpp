// SPDX-License-Identifier: Apache-2.0
#include "tests/proto/contract_checks.h"

#include <algorithm>
#include <functional>
#include <map>
#include <regex>
#include <set>
#include <string_view>

#include "google/api/annotations.pb.h"
#include "tessera/v1/options.pb.h"

namespace tessera::contract {
namespace {

using google::api::HttpRule;
using google::protobuf::DescriptorProto;
using google::protobuf::EnumDescriptorProto;
using google::protobuf::EnumValueDescriptorProto;
using google::protobuf::FieldDescriptorProto;
using google::protobuf::FileDescriptorProto;
using google::protobuf::MethodDescriptorProto;
using google::protobuf::ServiceDescriptorProto;

constexpr std::string_view kPackage = "tessera.v1";

struct Method {
    const FileDescriptorProto& file;
    const ServiceDescriptorProto& service;
    const MethodDescriptorProto& method;
    std::vector<int> path;  // As in SourceCodeInfo.Location.

    std::string name() const { return service.name() + "." + method.name(); }
    const HttpRule& http() const { return method.options().GetExtension(google::api::http); }
    bool staffOnly() const { return method.options().GetExtension(v1::staff_only); }
};

void eachMethod(const FileDescriptorSet& set, const std::function<void(const Method&)>& visit) {
    for (const auto& file : set.file()) {
        if (file.package() != kPackage) continue;
        for (int s = 0; s < file.service_size(); ++s) {
            const auto& service = file.service(s);
            for (int m = 0; m < service.method_size(); ++m) {
                visit({file,
                       service,
                       service.method(m),
                       {FileDescriptorProto::kServiceFieldNumber, s,
                        ServiceDescriptorProto::kMethodFieldNumber, m}});
            }
        }
    }
}

// The top-level message `.tessera.v1.Name`, or null.
const DescriptorProto* findMessage(const FileDescriptorSet& set, std::string_view typeName) {
    for (const auto& file : set.file()) {
        for (const auto& message : file.message_type()) {
            if ("." + file.package() + "." + message.name() == typeName) return &message;
        }
    }
    return nullptr;
}

const FieldDescriptorProto* findField(const DescriptorProto* message, std::string_view name) {
    if (message == nullptr) return nullptr;
    for (const auto& field : message->field()) {
        if (field.name() == name) return &field;
    }
    return nullptr;
}

bool isString(const FieldDescriptorProto* field) {
    return field != nullptr && field->type() == FieldDescriptorProto::TYPE_STRING &&
           field->label() != FieldDescriptorProto::LABEL_REPEATED;
}

// Verb and path of a rule; both empty where it has none that the edges know.
std::pair<std::string, std::string> verbAndPath(const HttpRule& rule) {
    switch (rule.pattern_case()) {
        case HttpRule::kGet:
            return {"GET", rule.get()};
        case HttpRule::kPost:
            return {"POST", rule.post()};
        case HttpRule::kPatch:
            return {"PATCH", rule.patch()};
        case HttpRule::kPut:
            return {"PUT", rule.put()};
        case HttpRule::kDelete:
            return {"DELETE", rule.delete_()};
        default:
            return {};
    }
}

std::vector<std::string> variablesOf(const std::string& path) {
    static const std::regex kVariable(R"(\{([^}=]*)[^}]*\})");
    std::vector<std::string> names;
    for (std::sregex_iterator it(path.begin(), path.end(), kVariable), end; it != end; ++it) {
        names.push_back((*it)[1]);
    }
    return names;
}

// Comments before elements, by the element's path.
std::map<std::vector<int>, std::string> commentsOf(const FileDescriptorProto& file) {
    std::map<std::vector<int>, std::string> comments;
    for (const auto& location : file.source_code_info().location()) {
        std::string text = location.leading_comments();
        for (const auto& detached : location.leading_detached_comments()) text += detached;
        const std::vector<int> path(location.path().begin(), location.path().end());
        if (text.find_first_not_of(" \n") != std::string::npos) comments[path] = text;
    }
    return comments;
}

// Walks one file and reports every element that has no comment.
class CommentWalk {
public:
    CommentWalk(const FileDescriptorProto& file, Findings& findings)
        : file_(file), comments_(commentsOf(file)), findings_(findings) {}

    void run() {
        need({FileDescriptorProto::kSyntaxFieldNumber}, "the file");
        for (int i = 0; i < file_.message_type_size(); ++i) {
            message({FileDescriptorProto::kMessageTypeFieldNumber, i}, file_.message_type(i), "");
        }
        for (int i = 0; i < file_.enum_type_size(); ++i) {
            enumeration({FileDescriptorProto::kEnumTypeFieldNumber, i}, file_.enum_type(i), "");
        }
        for (int i = 0; i < file_.extension_size(); ++i) {
            need({FileDescriptorProto::kExtensionFieldNumber, i}, file_.extension(i).name());
        }
        for (int i = 0; i < file_.service_size(); ++i) {
            service({FileDescriptorProto::kServiceFieldNumber, i}, file_.service(i));
        }
    }

private:
    using Path = std::vector<int>;

    static Path below(Path path, int field, int index) {
        path.push_back(field);
        path.push_back(index);
        return path;
    }

    void need(const Path& path, const std::string& what) {
        if (!comments_.contains(path)) {
            findings_.push_back(file_.name() + ": " + what + " has no comment");
        }
    }

    void message(const Path& path, const DescriptorProto& type, const std::string& outer) {
        const std::string name = outer + type.name();
        need(path, name);
        for (int i = 0; i < type.field_size(); ++i) {
            need(below(path, DescriptorProto::kFieldFieldNumber, i),
                 name + "." + type.field(i).name());
        }
        for (int i = 0; i < type.oneof_decl_size(); ++i) {
            // `optional` makes a oneof of its own, which nobody wrote.
            if (type.oneof_decl(i).name().starts_with('_')) continue;
            need(below(path, DescriptorProto::kOneofDeclFieldNumber, i),
                 name + "." + type.oneof_decl(i).name());
        }
        for (int i = 0; i < type.enum_type_size(); ++i) {
            enumeration(below(path, DescriptorProto::kEnumTypeFieldNumber, i), type.enum_type(i),
                        name + ".");
        }
        for (int i = 0; i < type.nested_type_size(); ++i) {
            message(below(path, DescriptorProto::kNestedTypeFieldNumber, i), type.nested_type(i),
                    name + ".");
        }
    }

    void enumeration(const Path& path, const EnumDescriptorProto& type, const std::string& outer) {
        need(path, outer + type.name());
        for (int i = 0; i < type.value_size(); ++i) {
            need(below(path, EnumDescriptorProto::kValueFieldNumber, i),
                 outer + type.name() + "." + type.value(i).name());
        }
    }

    void service(const Path& path, const ServiceDescriptorProto& type) {
        need(path, type.name());
        for (int i = 0; i < type.method_size(); ++i) {
            need(below(path, ServiceDescriptorProto::kMethodFieldNumber, i),
                 type.name() + "." + type.method(i).name());
        }
    }

    const FileDescriptorProto& file_;
    std::map<Path, std::string> comments_;
    Findings& findings_;
};

const EnumDescriptorProto* reasonsOf(const FileDescriptorSet& set) {
    const DescriptorProto* holder = findMessage(set, ".tessera.v1.ErrorReason");
    if (holder == nullptr || holder->enum_type_size() != 1) return nullptr;
    return &holder->enum_type(0);
}

void checkReason(const EnumValueDescriptorProto& value, Findings& findings) {
    const auto status = value.options().GetExtension(v1::status);
    if (status == google::rpc::OK || status == google::rpc::UNKNOWN) {
        findings.push_back(value.name() + " has no status of an error");
    }
    if (value.options().HasExtension(v1::http_status)) {
        const int http = value.options().GetExtension(v1::http_status);
        if (http < 400 || http > 599) {
            findings.push_back(value.name() + " has an HTTP status that is no error");
        }
    }
}

// The names in capitals of the sentences of `comment` that list errors.
std::vector<std::string> errorsNamedIn(const std::string& comment) {
    static const std::regex kList(R"((Errors|may answer)[^.]*)");
    static const std::regex kRemark(R"(\([^)]*\))");
    static const std::regex kName(R"([A-Z_][A-Z]+(_[A-Z]+)*)");
    std::vector<std::string> names;
    for (std::sregex_iterator it(comment.begin(), comment.end(), kList), end; it != end; ++it) {
        const std::string list = std::regex_replace(it->str(), kRemark, "");
        for (std::sregex_iterator name(list.begin(), list.end(), kName); name != end; ++name) {
            names.push_back(name->str());
        }
    }
    return names;
}

void checkStreamRule(const FileDescriptorSet& set, const Method& m, Findings& findings) {
    if (m.method.client_streaming()) findings.push_back(m.name() + " is streamed by the client");
    const bool hasRule = m.method.options().HasExtension(v1::stream);
    if (m.method.server_streaming() != hasRule) {
        findings.push_back(m.name() + (hasRule ? " has a stream rule and is no stream"
                                               : " is a stream and has no stream rule"));
    }
    const auto& rule = m.method.options().GetExtension(v1::stream);
    if (rule.id_field().empty() != rule.resume_field().empty()) {
        findings.push_back(m.name() + " names only one of id_field and resume_field");
    }
    if (rule.id_field().empty()) return;
    if (findField(findMessage(set, m.method.output_type()), rule.id_field()) == nullptr) {
        findings.push_back(m.name() + ": its messages have no field " + rule.id_field());
    }
    if (findField(findMessage(set, m.method.input_type()), rule.resume_field()) == nullptr) {
        findings.push_back(m.name() + ": its request has no field " + rule.resume_field());
    }
}

}  // namespace

Findings checkRoutes(const FileDescriptorSet& set) {
    static const std::regex kVariable(R"(\{[^}]*\})");
    Findings findings;
    std::map<std::string, std::string> takenBy;
    eachMethod(set, [&](const Method& m) {
        if (m.staffOnly()) return;
        const auto [verb, path] = verbAndPath(m.http());
        if (path.empty()) {
            findings.push_back(m.name() + " has no HTTP route");
            return;
        }
        const std::string shape = verb + " " + std::regex_replace(path, kVariable, "{}");
        const auto [other, isNew] = takenBy.emplace(shape, m.name());
        if (!isNew) findings.push_back(m.name() + " has the route of " + other->second);
    });
    return findings;
}

std::vector<std::string> routesOf(const FileDescriptorSet& set) {
    std::vector<std::string> routes;
    eachMethod(set, [&](const Method& m) {
        if (m.staffOnly()) return;
        const auto [verb, path] = verbAndPath(m.http());
        routes.push_back(verb + " " + path);
    });
    std::sort(routes.begin(), routes.end());
    return routes;
}

Findings checkPathVariables(const FileDescriptorSet& set) {
    Findings findings;
    eachMethod(set, [&](const Method& m) {
        if (m.staffOnly()) return;
        const auto [verb, path] = verbAndPath(m.http());
        const DescriptorProto* request = findMessage(set, m.method.input_type());
        for (const auto& variable : variablesOf(path)) {
            if (!isString(findField(request, variable))) {
                findings.push_back(m.name() + ": {" + variable + "} is no string of its request");
            }
        }
        const std::string& body = m.http().body();
        if ((verb == "GET") != body.empty()) {
            findings.push_back(m.name() + ": " + verb + (body.empty() ? " without" : " with") +
                               " a body");
        }
        if (!body.empty() && body != "*" && findField(request, body) == nullptr) {
            findings.push_back(m.name() + ": body " + body + " is no field of its request");
        }
    });
    return findings;
}

Findings checkComments(const FileDescriptorSet& set) {
    Findings findings;
    for (const auto& file : set.file()) {
        if (file.package() == kPackage) CommentWalk(file, findings).run();
    }
    return findings;
}

Findings checkReasons(const FileDescriptorSet& set) {
    const EnumDescriptorProto* reasons = reasonsOf(set);
    if (reasons == nullptr) return {"there is no enum of reasons"};
    Findings findings;
    std::set<std::string> names;
    std::set<int> numbers;
    for (const auto& value : reasons->value()) {
        if (!names.insert(value.name()).second)
            findings.push_back(value.name() + " is there twice");
        if (!numbers.insert(value.number()).second) {
            findings.push_back(value.name() + " has another reason's number");
        }
        if (value.number() != 0) checkReason(value, findings);
    }
    return findings;
}

Findings checkErrorsNamed(const FileDescriptorSet& set) {
    const EnumDescriptorProto* reasons = reasonsOf(set);
    if (reasons == nullptr) return {"there is no enum of reasons"};
    std::set<std::string> known;
    for (const auto& value : reasons->value()) known.insert(value.name());
    Findings findings;
    eachMethod(set, [&](const Method& m) {
        const auto comments = commentsOf(m.file);
        for (const auto& path : {m.path, std::vector<int>(m.path.begin(), m.path.begin() + 2)}) {
            const auto comment = comments.find(path);
            if (comment == comments.end()) continue;
            for (const auto& name : errorsNamedIn(comment->second)) {
                if (!known.contains(name)) {
                    findings.push_back(m.name() + ": there is no reason " + name);
                }
            }
        }
    });
    return findings;
}

Findings checkRules(const FileDescriptorSet& set) {
    Findings findings;
    eachMethod(set, [&](const Method& m) {
        checkStreamRule(set, m, findings);
        if (!m.method.options().HasExtension(v1::cache)) return;
        const auto& etag = m.method.options().GetExtension(v1::cache).etag_field();
        if (findField(findMessage(set, m.method.output_type()), etag) == nullptr) {
            findings.push_back(m.name() + ": its answer has no field " + etag);
        }
    });
    return findings;
}

Findings checkMutations(const FileDescriptorSet& set) {
    Findings findings;
    eachMethod(set, [&](const Method& m) {
        if (m.staffOnly()) return;
        const bool mutates = verbAndPath(m.http()).first != "GET";
        if (mutates &&
            !isString(findField(findMessage(set, m.method.input_type()), "request_id"))) {
            findings.push_back(m.name() + " changes something and has no request_id");
        }
        const bool scoped = !m.method.options().GetExtension(v1::required_scope).empty();
        const bool forStaff =
            m.service.name() == "AdminService" || m.service.name() == "PaymentService";
        if (scoped != forStaff) {
            findings.push_back(m.name() + (scoped ? " needs a scope" : " needs no scope"));
        }
    });
    return findings;
}

}  // namespace tessera::contract
