// SPDX-License-Identifier: Apache-2.0
// JSON bodies. First line: the method whose request the rest is.
//
// What we read, we write and read again as the same message, and protobuf's own reader takes it for
// the same message. What protobuf reads and RFC 8259 allows, we read, but for what json_reader.h
// says it refuses. protobuf reads more than JSON (single quotes, keys without quotes): that is not
// asked for.
#include <google/protobuf/field_mask.pb.h>
#include <google/protobuf/timestamp.pb.h>
#include <google/protobuf/util/json_util.h>

#include <nlohmann/json.hpp>
#include <vector>

#include "server/api/json_reader.h"
#include "server/api/json_values.h"
#include "shared/base/check.h"
#include "shared/base/encoding.h"
#include "shared/base/time.h"
#include "tests/fuzz/contract.h"
#include "tests/fuzz/fuzz.h"

namespace tessera::fuzz {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

// Ours has microseconds: the digits beyond are cut. Masks are left out: protobuf's reader makes
// other names of several capitals (a_bc of aBC) than its FieldMaskUtil and ours (a_b_c).
void alike(Message& message) {
    if (auto* time =
            google::protobuf::DynamicCastToGenerated<google::protobuf::Timestamp>(&message)) {
        time->set_nanos(time->nanos() / 1000 * 1000);
        return;
    }
    if (google::protobuf::DynamicCastToGenerated<google::protobuf::FieldMask>(&message) !=
        nullptr) {
        return message.Clear();
    }
    const auto* reflection = message.GetReflection();
    std::vector<const FieldDescriptor*> fields;
    reflection->ListFields(message, &fields);
    for (const auto* field : fields) {
        if (field->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) continue;
        if (!field->is_repeated()) {
            alike(*reflection->MutableMessage(&message, field));
            continue;
        }
        for (int i = 0; i < reflection->FieldSize(message, field); ++i) {
            alike(*reflection->MutableRepeatedMessage(&message, field, i));
        }
    }
}

// What json_reader.h says that it refuses although protobuf may read it.
bool isOurRule(std::string_view message) {
    static constexpr std::array<std::string_view, 10> kRules{
        "the field is there twice",
        "another field of the same choice is there",
        "a name of the enum is expected",
        "nested too deeply",
        "the string is not UTF-8 or has a NUL",
        "a number is expected",        // NaN and the infinities.
        "a single value is expected",  // A list in a list, which protobuf makes one.
        "an object is expected",
        "a string is expected"};
    return std::any_of(kRules.begin(), kRules.end(),
                       [&](std::string_view rule) { return message.starts_with(rule); });
}

// What this version of protobuf does not read: "1e3" or "1.0" in quotes, which are numbers by the
// mapping, and RFC 3339's t and z in lower case.
bool hasMoreThanTheirs(std::string_view text) {
    for (auto at = text.find('"'); at != std::string_view::npos; at = text.find('"', at + 1)) {
        const auto inside = text.substr(at + 1, text.find('"', at + 1) - at - 1);
        const bool whole = inside.find_first_of(".eE") == std::string_view::npos;
        const bool capital = inside.find_first_of("tz") == std::string_view::npos;
        if ((!whole && api::parseReal(inside)) || (!capital && parseRfc3339(inside))) return true;
    }
    return false;
}

}  // namespace

void restJson(Input input) {
    Reader reader(input);
    const auto& method = methodOf(reader.line());
    const auto text = reader.rest();
    const std::unique_ptr<Message> ours(method.request->New());
    const auto fault = api::readJson(text, *ours);
    if (fault) {
        TESSERA_CHECK(!fault->message.empty() && isCleanUtf8(fault->message));
        TESSERA_CHECK(fault->path.size() <= 64 + 40 * api::kJsonDepthMax);
    } else {
        expectSurvivesJson(*ours);
    }
    const bool blank = text.find_first_not_of(" \t\r\n") == std::string_view::npos;
    const bool isJson = nlohmann::json::accept(text);
    TESSERA_CHECK(fault || isJson || blank);
    if (!isJson) return;
    const std::unique_ptr<Message> theirs(method.request->New());
    const bool read =
        google::protobuf::util::JsonStringToMessage({text.data(), text.size()}, theirs.get()).ok();
    alike(*ours);
    alike(*theirs);
    if (!fault) TESSERA_CHECK(read ? sameMessage(*ours, *theirs) : hasMoreThanTheirs(text));
    if (fault && read) TESSERA_CHECK(isOurRule(fault->message));
}

}  // namespace tessera::fuzz
