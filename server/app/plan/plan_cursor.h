// SPDX-License-Identifier: Apache-2.0
// A place in a plan's document that knows its path, with typed access to what is there.
//
// A wrong document is reported by throwing PlanFault, which importPlan catches: it never leaves
// app/plan. A cursor refers to its parent and to the document, which outlive it; paths are written
// only when something is wrong. Not for sharing between threads. Internal to app/plan.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "server/app/plan/plan_document.h"

namespace tessera::plan {

struct PlanFault {
    PlanError error;
};

class Cursor {
public:
    Cursor(const Json& root, const PlanImportOptions& options) : json_(root), options_(options) {}

    const PlanImportOptions& options() const { return options_; }
    std::string path() const;
    [[noreturn]] void fail(std::string message, std::optional<std::int64_t> limit = {}) const;
    // The same for a member that is wrong or missing.
    [[noreturn]] void failAt(const char* key, std::string message,
                             std::optional<std::int64_t> limit = {}) const;

    void requireObject() const;

    // Calls visit(Cursor) for a member that is present and not null; returns whether it was.
    template <class Visit>
    bool with(const char* key, Visit visit) const {
        const Json* member = find(key);
        if (member == nullptr) return false;
        visit(Cursor(*member, this, key, 0));
        return true;
    }

    // Calls visit(Cursor) for each element of an array member; none if it is missing.
    template <class Visit>
    void each(const char* key, Visit visit) const {
        with(key, [&](const Cursor& list) {
            if (!list.json_.is_array()) list.fail("must be an array");
            std::size_t index = 0;
            for (const Json& element : list.json_) {
                visit(Cursor(element, &list, nullptr, index++));
            }
        });
    }

    bool has(const char* key) const { return find(key) != nullptr; }
    std::size_t sizeOf(const char* key) const;  // Elements of an array member, 0 if missing.

    std::string_view asText() const;  // Clean UTF-8 within the bound. Lives in the document.
    double asNumber() const;          // Finite, within the coordinates' bound.
    bool isText() const { return json_.is_string(); }

    // Missing: the first fails, the others give an empty text, the fallback, false.
    std::string_view requiredText(const char* key) const;  // And not empty.
    std::string_view text(const char* key) const;
    std::string color(const char* key) const;
    double number(const char* key, double fallback) const;
    double size(const char* key, double fallback) const;  // Not negative.
    std::int64_t requiredInteger(const char* key, std::int64_t least, std::int64_t most) const;
    bool flag(const char* key) const;

    struct Offset {
        double x = 0;
        double y = 0;
    };
    // `from` plus the member's x and y; `from` itself if there is none.
    Offset position(const char* key, Offset from) const;
    Offset asPosition(Offset from) const;
    engine::Point point(Offset at) const;  // Fails if it is out of bounds.

private:
    Cursor(const Json& json, const Cursor* parent, const char* key, std::size_t index)
        : json_(json), parent_(parent), key_(key), index_(index), options_(parent->options_) {}

    const Json* find(const char* key) const;

    const Json& json_;
    const Cursor* parent_ = nullptr;
    const char* key_ = nullptr;
    std::size_t index_ = 0;
    const PlanImportOptions& options_;
};

// Text for a message: quoted, cut after 40 bytes at a character's border.
std::string quoted(std::string_view text);

}  // namespace tessera::plan
