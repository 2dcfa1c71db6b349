// SPDX-License-Identifier: Apache-2.0
// Reads one JSON object key by key and collects every fault with its JSON path.
//
// Pure; not thread-safe. Refers to the JSON and to the list of faults: for the duration of a parse.
// Internal to config.cpp and its parts.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/time.h"

namespace tessera::runtime {

struct Range {
    std::int64_t least = 0;
    std::int64_t most = 0;  // Inclusive.
};

class ConfigReader {
public:
    // `path` is the object's own, e.g. `$.http`. Anything but an object is a fault.
    ConfigReader(const nlohmann::json& json, std::string path, std::vector<std::string>& faults);

    // Each leaves `out` as it was if the key is absent or faulty.
    template <class Integer>
    void integer(const char* key, Range range, Integer& out) {
        if (const auto value = integerAt(key, range)) out = static_cast<Integer>(*value);
    }
    void boolean(const char* key, bool& out);
    void millis(const char* key, Range range, Duration& out);
    void text(const char* key, std::size_t bytesMax, std::string& out);
    void requireText(const char* key, std::size_t bytesMax, std::string& out);
    // A list of texts, as many of them as `count` allows.
    void texts(const char* key, Range count, std::size_t bytesMax, std::vector<std::string>& out);
    // A file name; a relative one is put behind `folder`.
    void file(const char* key, const std::string& folder, std::string& out);
    void requireFile(const char* key, const std::string& folder, std::string& out);
    // One of `names`; `out` becomes its index.
    void choice(const char* key, const std::vector<std::string_view>& names, std::size_t& out);

    // The object at `key`; an empty one if it is absent, which is a fault if `required`.
    ConfigReader object(const char* key, bool required);

    bool has(const char* key) const;
    void fault(const char* key, const std::string& what);

    // Faults every key that was not asked for. Call last.
    void refuseOthers();

private:
    const nlohmann::json* find(const char* key);
    std::optional<std::int64_t> integerAt(const char* key, Range range);

    const nlohmann::json& json_;
    std::string path_;
    std::vector<std::string>& faults_;
    std::set<std::string, std::less<>> known_;
};

}  // namespace tessera::runtime
