// SPDX-License-Identifier: Apache-2.0
#include "server/runtime/config_reader.h"

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "shared/base/encoding.h"

namespace tessera::runtime {
namespace {

constexpr std::size_t kFileNameMax = 4096;

const nlohmann::json& emptyObject() {
    static const nlohmann::json empty = nlohmann::json::object();
    return empty;
}

}  // namespace

ConfigReader::ConfigReader(const nlohmann::json& json, std::string path,
                           std::vector<std::string>& faults)
    : json_(json.is_object() ? json : emptyObject()), path_(std::move(path)), faults_(faults) {
    if (!json.is_object()) faults_.push_back(path_ + ": must be an object");
}

void ConfigReader::fault(const char* key, const std::string& what) {
    faults_.push_back(path_ + "." + key + ": " + what);
}

bool ConfigReader::has(const char* key) const {
    return json_.contains(key);
}

const nlohmann::json* ConfigReader::find(const char* key) {
    known_.insert(key);
    const auto found = json_.find(key);
    return found == json_.end() ? nullptr : &*found;
}

std::optional<std::int64_t> ConfigReader::integerAt(const char* key, Range range) {
    const nlohmann::json* value = find(key);
    if (value == nullptr) return std::nullopt;
    if (!value->is_number_integer()) {
        fault(key, "must be a whole number");
        return std::nullopt;
    }
    const bool tooLarge = value->is_number_unsigned() && value->get<std::uint64_t>() > INT64_MAX;
    const std::int64_t number = tooLarge ? INT64_MAX : value->get<std::int64_t>();
    if (tooLarge || number < range.least || number > range.most) {
        fault(key, value->dump() + " is outside " + std::to_string(range.least) + ".." +
                       std::to_string(range.most));
        return std::nullopt;
    }
    return number;
}

void ConfigReader::millis(const char* key, Range range, Duration& out) {
    if (const auto value = integerAt(key, range)) out = Duration::ofMillis(*value);
}

void ConfigReader::boolean(const char* key, bool& out) {
    const nlohmann::json* value = find(key);
    if (value == nullptr) return;
    if (!value->is_boolean()) return fault(key, "must be true or false");
    out = value->get<bool>();
}

void ConfigReader::text(const char* key, std::size_t bytesMax, std::string& out) {
    const nlohmann::json* value = find(key);
    if (value == nullptr) return;
    if (!value->is_string()) return fault(key, "must be a text");
    const auto& text = value->get_ref<const std::string&>();
    if (text.empty()) return fault(key, "is empty");
    if (text.size() > bytesMax) {
        return fault(key, "has " + std::to_string(text.size()) + " bytes, " +
                              std::to_string(bytesMax) + " at most");
    }
    if (!isCleanUtf8(text)) return fault(key, "has a NUL or is not UTF-8");
    out = text;
}

void ConfigReader::requireText(const char* key, std::size_t bytesMax, std::string& out) {
    if (!has(key)) fault(key, "is missing");
    text(key, bytesMax, out);
}

void ConfigReader::texts(const char* key, Range count, std::size_t bytesMax,
                         std::vector<std::string>& out) {
    const nlohmann::json* value = find(key);
    if (value == nullptr) return;
    const bool all =
        value->is_array() && std::all_of(value->begin(), value->end(), [](auto& one) {
            return one.is_string() && isCleanUtf8(one.template get_ref<const std::string&>());
        });
    if (!all) return fault(key, "must be a list of texts");
    const auto lines = value->get<std::vector<std::string>>();
    if (std::ssize(lines) < count.least || std::ssize(lines) > count.most) {
        return fault(key, std::to_string(lines.size()) + " texts are outside " +
                              std::to_string(count.least) + ".." + std::to_string(count.most));
    }
    for (const std::string& line : lines) {
        if (!line.empty() && line.size() <= bytesMax) continue;
        return fault(key, "has a text of other than 1 to " + std::to_string(bytesMax) + " bytes");
    }
    out = lines;
}

void ConfigReader::file(const char* key, const std::string& folder, std::string& out) {
    std::string name;
    text(key, kFileNameMax, name);
    if (!name.empty()) out = (std::filesystem::path(folder) / name).lexically_normal().string();
}

void ConfigReader::requireFile(const char* key, const std::string& folder, std::string& out) {
    if (!has(key)) fault(key, "is missing");
    file(key, folder, out);
}

void ConfigReader::choice(const char* key, const std::vector<std::string_view>& names,
                          std::size_t& out) {
    std::string name;
    text(key, 64, name);
    if (name.empty()) return;
    std::string all;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name) {
            out = i;
            return;
        }
        all += (i == 0 ? "" : ", ") + std::string(names[i]);
    }
    fault(key, "must be one of " + all);
}

ConfigReader ConfigReader::object(const char* key, bool required) {
    const nlohmann::json* value = find(key);
    if (value == nullptr && required) fault(key, "is missing");
    return {value == nullptr ? emptyObject() : *value, path_ + "." + key, faults_};
}

void ConfigReader::refuseOthers() {
    for (const auto& entry : json_.items()) {
        if (!known_.contains(entry.key())) {
            faults_.push_back(path_ + "." + entry.key() + ": unknown key");
        }
    }
}

}  // namespace tessera::runtime
