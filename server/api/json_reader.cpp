// SPDX-License-Identifier: Apache-2.0
#include "server/api/json_reader.h"

#include <set>
#include <vector>

#include "server/api/json_scanner.h"

namespace tessera::api {
namespace {

using google::protobuf::Descriptor;

class Reader {
public:
    explicit Reader(std::string_view text) : scanner_(text) {}

    std::optional<JsonFault> run(Message& message) {
        if (scanner_.atEnd()) return std::nullopt;
        if (object(message) && scanner_.atEnd()) return std::nullopt;
        return JsonFault{path(), describe()};
    }

private:
    struct Step {
        const FieldDescriptor* field;
        int index;  // -1: not in a list.
    };

    bool object(Message& message) {
        if (depth_ >= kJsonDepthMax) return fail("nested too deeply");
        if (!scanner_.take('{')) return fail("an object is expected");
        ++depth_;
        // Fields that came already: by index, which is small for every type of the contract.
        std::vector<bool> seen(static_cast<std::size_t>(message.GetDescriptor()->field_count()));
        if (!scanner_.take('}')) {
            while (true) {
                if (!member(message, seen)) return false;
                if (scanner_.take('}')) break;
                if (!scanner_.take(',')) return fail("',' or '}' is expected");
            }
        }
        --depth_;
        return true;
    }

    bool member(Message& message, std::vector<bool>& seen) {
        if (!scanner_.string(text_)) return false;
        const auto* field = findJsonField(message.GetDescriptor(), text_);
        if (field == nullptr) {
            unknown_ = text_;
            return fail("no such field");
        }
        steps_.push_back({field, -1});
        if (!scanner_.take(':')) return fail("':' is expected");
        const auto index = static_cast<std::size_t>(field->index());
        if (seen[index]) return fail("the field is there twice");
        seen[index] = true;
        if (scanner_.peek() == 'n') {
            if (!scanner_.literal("null")) return false;
        } else if (!value(message, field)) {
            return false;
        }
        steps_.pop_back();
        return true;
    }

    bool value(Message& message, const FieldDescriptor* field) {
        const auto* reflection = message.GetReflection();
        if (const auto* oneof = field->real_containing_oneof()) {
            if (reflection->HasOneof(message, oneof)) {
                return fail("another field of the same choice is there");
            }
        }
        if (!field->is_repeated()) return single(message, field);
        if (!scanner_.take('[')) return fail("a list is expected");
        if (scanner_.take(']')) return true;
        while (true) {
            ++steps_.back().index;
            if (!single(message, field)) return false;
            if (scanner_.take(']')) break;
            if (!scanner_.take(',')) return fail("',' or ']' is expected");
        }
        steps_.back().index = -1;
        return true;
    }

    bool single(Message& message, const FieldDescriptor* field) {
        const auto* reflection = message.GetReflection();
        const bool nested = field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE;
        if (nested && !isTextMessage(field->message_type())) {
            return object(field->is_repeated() ? *reflection->AddMessage(&message, field)
                                               : *reflection->MutableMessage(&message, field));
        }
        const char first = scanner_.peek();
        if (first == '"') {
            if (!scanner_.string(text_)) return false;
            return put(message, field, text_, true);
        }
        if (first == 't' || first == 'f') {
            const std::string_view word = first == 't' ? "true" : "false";
            return scanner_.literal(word) && put(message, field, word, false);
        }
        if (first == '{' || first == '[' || first == 'n') return fail(expectedOf(field));
        std::string_view token;
        return scanner_.number(token) && put(message, field, token, false);
    }

    bool put(Message& message, const FieldDescriptor* field, std::string_view text, bool quoted) {
        // A bool is a word and never a string; text in quotes is for the others to judge.
        if (quoted && field->cpp_type() == FieldDescriptor::CPPTYPE_BOOL) {
            return fail("true or false is expected");
        }
        const char* expected = setFromText(message, field, text, quoted);
        return expected == nullptr || fail(expected);
    }

    static const char* expectedOf(const FieldDescriptor* field) {
        return field->cpp_type() == FieldDescriptor::CPPTYPE_STRING ? "a string is expected"
                                                                    : "a single value is expected";
    }

    bool fail(const char* what) {
        fault_ = what;
        return false;
    }

    std::string path() const {
        std::string out;
        for (const auto& step : steps_) {
            if (!out.empty()) out += '.';
            out += step.field->json_name();
            if (step.index >= 0) out += '[' + std::to_string(step.index) + ']';
        }
        if (!unknown_.empty()) {
            if (!out.empty()) out += '.';
            out += unknown_.substr(0, 64);
        }
        return out;
    }

    std::string describe() const {
        std::string_view what = fault_ != nullptr ? fault_ : scanner_.fault();
        if (what.empty()) what = "text after the end";
        return std::string(what) + " (byte " + std::to_string(scanner_.position()) + ")";
    }

    JsonScanner scanner_;
    std::string text_;
    std::string unknown_;
    std::vector<Step> steps_;
    const char* fault_ = nullptr;
    int depth_ = 0;
};

bool isReadableOnce(const Descriptor* type, std::set<const Descriptor*>& seen) {
    if (isTextMessage(type) || !seen.insert(type).second) return true;
    if (type->file()->package() == "google.protobuf") return false;
    for (int i = 0; i < type->field_count(); ++i) {
        const auto* field = type->field(i);
        if (field->is_map() || field->type() == FieldDescriptor::TYPE_GROUP) return false;
        if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE &&
            !isReadableOnce(field->message_type(), seen)) {
            return false;
        }
    }
    return true;
}

}  // namespace

std::optional<JsonFault> readJson(std::string_view text, Message& message) {
    return Reader(text).run(message);
}

const FieldDescriptor* findJsonField(const Descriptor* type, const std::string& name) {
    const auto* field = type->FindFieldByCamelcaseName(name);
    return field != nullptr ? field : type->FindFieldByName(name);
}

std::optional<JsonFault> readQueryField(std::string_view name, std::string_view text,
                                        Message& message) {
    const auto fault = [&](const char* what) {
        return JsonFault{std::string(name.substr(0, 64)), what};
    };
    Message* target = &message;
    std::string_view rest = name;
    while (true) {
        const auto dot = rest.find('.');
        const auto* field =
            findJsonField(target->GetDescriptor(), std::string(rest.substr(0, dot)));
        if (field == nullptr) return fault("no such field");
        const auto* reflection = target->GetReflection();
        if (dot == std::string_view::npos) {
            if (!field->is_repeated() && field->has_presence() &&
                reflection->HasField(*target, field)) {
                return fault("the field is there twice");
            }
            const char* expected = setFromText(*target, field, text, true);
            return expected == nullptr ? std::nullopt : std::optional(fault(expected));
        }
        if (field->is_repeated() || field->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE ||
            isTextMessage(field->message_type())) {
            return fault("no such field");
        }
        target = reflection->MutableMessage(target, field);
        rest.remove_prefix(dot + 1);
    }
}

bool isReadable(const Descriptor* type) {
    std::set<const Descriptor*> seen;
    return isReadableOnce(type, seen);
}

}  // namespace tessera::api
