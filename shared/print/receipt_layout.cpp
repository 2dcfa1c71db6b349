// SPDX-License-Identifier: Apache-2.0
#include "shared/print/receipt_layout.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "shared/print/filled_ticket.h"
#include "shared/print/text_runs.h"

namespace tessera::print {
namespace {

// Lines of at most `first` characters, the last of them of at most `last` (which is not more).
std::vector<std::string> broken(const std::string& text, std::size_t line, std::size_t last) {
    std::u32string rest = toCodePoints(text);
    std::vector<std::string> lines;
    while (rest.size() > last) {
        const std::size_t room = std::min(line, rest.size());
        std::size_t end = rest.size() == room ? rest.rfind(U' ') : rest.rfind(U' ', room);
        std::size_t next = end == std::u32string::npos ? 0 : end + 1;
        if (end == std::u32string::npos || end == 0) {
            end = rest.size() > room ? room : last;
            next = end;
        }
        lines.push_back(toUtf8(std::u32string_view(rest).substr(0, end)));
        rest.erase(0, next);
    }
    lines.push_back(toUtf8(rest));
    return lines;
}

class Layout {
public:
    Layout(ReceiptColumns columns, std::string path)
        : columns_(static_cast<std::size_t>(columns)),
          dots_(dotsOf(columns)),
          path_(std::move(path)) {}

    void add(const ReceiptText& item) {
        if (!judge(item.text)) return;
        const std::size_t room = item.wide ? columns_ / 2 : columns_;
        for (std::string& line : broken(item.text, room, room)) {
            ReceiptText text = item;
            text.text = std::move(line);
            items_.emplace_back(std::move(text));
        }
    }

    void add(const ReceiptPair& item) {
        if (!judge(item.label) || !judge(item.amount)) return;
        const std::size_t amount = toCodePoints(item.amount).size();
        if (amount + 2 > columns_) {
            refuse(ReceiptRefusal::TooLong, "an amount is longer than a line");
            return;
        }
        std::vector<std::string> lines = broken(item.label, columns_, columns_ - amount - 1);
        for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
            items_.emplace_back(ReceiptText{std::move(lines[i]), Align::Start, item.bold});
        }
        items_.emplace_back(ReceiptPair{std::move(lines.back()), item.amount, item.bold});
    }

    void add(const ReceiptQr& item) {
        if (item.data.empty() || item.data.size() > kQrDataBytesMax) {
            refuse(ReceiptRefusal::TooLong,
                   "a QR code has 1 to " + std::to_string(kQrDataBytesMax) + " bytes");
        } else if (item.module < 1 || item.module > 16) {
            refuse(ReceiptRefusal::OutOfRange, "module: 1 to 16 dots");
        } else {
            items_.emplace_back(item);
        }
    }

    void add(const ReceiptImage& item) {
        if (item.bitmap.width() < 1 || item.bitmap.width() > dots_) {
            refuse(ReceiptRefusal::TooLong,
                   "a picture has 1 to " + std::to_string(dots_) + " dots");
        } else {
            items_.emplace_back(item);
        }
    }

    void add(const ReceiptFeed& item) {
        if (item.lines < 1 || item.lines > 20) {
            refuse(ReceiptRefusal::OutOfRange, "lines: 1 to 20");
        } else {
            items_.emplace_back(item);
        }
    }

    template <class Other>
    void add(const Other& item) {
        items_.emplace_back(item);
    }

    std::vector<ReceiptItem>& items() { return items_; }
    std::optional<ReceiptProblem> problem() const { return problem_; }

private:
    void refuse(ReceiptRefusal reason, std::string message) {
        if (!problem_) problem_ = ReceiptProblem{reason, path_, std::move(message)};
    }
    bool judge(const std::string& text) {
        if (text.size() > kReceiptTextBytesMax) {
            refuse(ReceiptRefusal::TooLong,
                   "more than " + std::to_string(kReceiptTextBytesMax) + " bytes of text");
        } else if (!isPrintableText(text)) {
            refuse(ReceiptRefusal::BadText, "clean UTF-8 without control characters is wanted");
        }
        return !problem_;
    }

    std::size_t columns_;
    int dots_;
    std::string path_;
    std::vector<ReceiptItem> items_;
    std::optional<ReceiptProblem> problem_;
};

}  // namespace

int dotsOf(ReceiptColumns columns) {
    return columns == ReceiptColumns::C42 ? 512 : static_cast<int>(columns) * kCellDots;
}

tl::expected<std::vector<ReceiptItem>, ReceiptProblem> layOut(const Receipt& receipt,
                                                              ReceiptColumns columns) {
    if (receipt.items.size() > kReceiptItemsMax) {
        return tl::make_unexpected(
            ReceiptProblem{ReceiptRefusal::TooMany, "/items",
                           "at most " + std::to_string(kReceiptItemsMax) + " items are wanted"});
    }
    std::vector<ReceiptItem> items;
    for (std::size_t i = 0; i < receipt.items.size(); ++i) {
        Layout layout(columns, "/items/" + std::to_string(i));
        std::visit([&](const auto& item) { layout.add(item); }, receipt.items[i]);
        if (const auto problem = layout.problem()) return tl::make_unexpected(*problem);
        std::ranges::move(layout.items(), std::back_inserter(items));
    }
    return items;
}

}  // namespace tessera::print
