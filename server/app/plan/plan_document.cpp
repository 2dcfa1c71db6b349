// SPDX-License-Identifier: Apache-2.0
#include "server/app/plan/plan_document.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace tessera::plan {
namespace {

// Sorted, for binary search.
constexpr std::array<std::string_view, 34> kKnownKeys{"areas",
                                                      "border_color",
                                                      "capacity",
                                                      "categories",
                                                      "category",
                                                      "circle",
                                                      "color",
                                                      "ellipse",
                                                      "general_admission",
                                                      "height",
                                                      "name",
                                                      "points",
                                                      "polygon",
                                                      "position",
                                                      "radius",
                                                      "rectangle",
                                                      "rotation",
                                                      "row_label",
                                                      "row_number",
                                                      "rows",
                                                      "seat_guid",
                                                      "seat_label",
                                                      "seat_number",
                                                      "seats",
                                                      "shape",
                                                      "size",
                                                      "text",
                                                      "uuid",
                                                      "wheelchair",
                                                      "width",
                                                      "x",
                                                      "y",
                                                      "zone_id",
                                                      "zones"};
static_assert(std::is_sorted(kKnownKeys.begin(), kKnownKeys.end()));

// Builds the document from nlohmann's events; stops at the first bound.
class Builder : public nlohmann::json_sax<Json> {
public:
    explicit Builder(const PlanImportOptions& options) : options_(options) {}

    Json takeRoot() { return std::move(root_); }
    PlanError takeFault() { return std::move(fault_); }

    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(value); }
    bool number_unsigned(number_unsigned_t value) override { return add(value); }
    bool number_float(number_float_t value, const string_t&) override { return add(value); }
    bool string(string_t& value) override { return add(std::move(value)); }
    bool binary(binary_t&) override { return refuse("binary values are not JSON", {}); }

    bool start_object(std::size_t) override { return open(Json::object()); }
    bool start_array(std::size_t) override { return open(Json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& value) override {
        if (ignoredDepth_ > 0) return true;
        ignoreNext_ =
            !std::binary_search(kKnownKeys.begin(), kKnownKeys.end(), std::string_view(value));
        key_ = std::move(value);
        return true;
    }

    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::detail::exception& error) override {
        // The library's text quotes the document: only its kind and the place are kept.
        return refuse(
            (error.id == 406 ? "a number is too large, at byte " : "not valid JSON, at byte ") +
                std::to_string(position),
            {});
    }

private:
    template <class Value>
    bool add(Value&& value) {
        if (ignoredDepth_ > 0) return true;
        if (std::exchange(ignoreNext_, false)) return true;
        return place(Json(std::forward<Value>(value))) != nullptr;
    }

    bool open(Json container) {
        if (open_.size() + ignoredDepth_ >= options_.depthMax) {
            return refuse("nested too deeply", static_cast<std::int64_t>(options_.depthMax));
        }
        if (ignoredDepth_ > 0 || std::exchange(ignoreNext_, false)) {
            ++ignoredDepth_;
            return true;
        }
        Json* placed = place(std::move(container));
        if (placed == nullptr) return false;
        open_.push_back(placed);
        return true;
    }

    bool close() {
        if (ignoredDepth_ > 0) {
            --ignoredDepth_;
        } else {
            open_.pop_back();
        }
        return true;
    }

    // A container's elements move only when it grows, which it does not while one of them is open.
    Json* place(Json value) {
        if (++values_ > options_.valuesMax) {
            refuse("too many values", static_cast<std::int64_t>(options_.valuesMax));
            return nullptr;
        }
        if (open_.empty()) {
            root_ = std::move(value);
            return &root_;
        }
        Json& parent = *open_.back();
        if (parent.is_array()) {
            parent.push_back(std::move(value));
            return &parent.back();
        }
        Json& member = parent[key_];
        member = std::move(value);
        return &member;
    }

    bool refuse(std::string message, std::optional<std::int64_t> limit) {
        fault_ = {"$", std::move(message), limit};
        return false;
    }

    const PlanImportOptions& options_;
    Json root_;
    std::vector<Json*> open_;
    std::string key_;
    std::size_t values_ = 0;
    std::size_t ignoredDepth_ = 0;
    bool ignoreNext_ = false;
    PlanError fault_;
};

}  // namespace

tl::expected<Json, PlanError> parseDocument(std::string_view text,
                                            const PlanImportOptions& options) {
    if (text.size() > options.documentBytesMax) {
        return tl::make_unexpected(PlanError{"$", "the document is too large",
                                             static_cast<std::int64_t>(options.documentBytesMax)});
    }
    Builder builder(options);
    if (!Json::sax_parse(text.begin(), text.end(), &builder)) {
        return tl::make_unexpected(builder.takeFault());
    }
    return builder.takeRoot();
}

}  // namespace tessera::plan
