// SPDX-License-Identifier: Apache-2.0
// ESC/POS as a receipt printer takes it in: bytes become lines, codes, pictures, cuts and pulses.
//
// Letters are decoded by the system's iconv, not by the product's tables. Deterministic; one thread
// at a time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "tests/print/fake_printer/bmp_reader.h"

namespace tessera::test {

struct SeenRow {
    int side = 0;  // 0 left, 1 centred, 2 right.
    bool bold = false;
    bool wide = false;
    bool high = false;
    std::string text{};  // UTF-8.
    bool operator==(const SeenRow&) const = default;
};

struct SeenReceiptQr {
    int side = 0;
    int module = 0;
    int level = 0;  // 0 L, 1 M, 2 Q, 3 H.
    std::string data{};
    bool operator==(const SeenReceiptQr&) const = default;
};

struct SeenRaster {  // One GS v 0; higher pictures are several.
    int side = 0;
    Dots dots{};
    bool operator==(const SeenRaster&) const = default;
};

struct SeenFeed {
    int lines = 0;
    bool operator==(const SeenFeed&) const = default;
};
struct SeenCut {
    bool operator==(const SeenCut&) const = default;
};
struct SeenKick {
    int pin = 0;  // 2 or 5.
    int onMs = 0;
    int offMs = 0;
    bool operator==(const SeenKick&) const = default;
};

using SeenItem = std::variant<SeenRow, SeenReceiptQr, SeenRaster, SeenFeed, SeenCut, SeenKick>;

struct EscposEvent {
    enum Kind { RealTime, InOrder, Item, Illegal } kind = Item;
    int question = 0;       // Of RealTime: n.
    std::size_t items = 0;  // How many there are by then.
};

class EscposReader {
public:
    std::vector<EscposEvent> feed(std::string_view bytes);
    const std::vector<SeenItem>& items() const { return items_; }
    const std::vector<std::string>& illegal() const { return illegal_; }
    void forgetUnfinished() { pending_.clear(); }

private:
    // Bytes that were used up; 0 until more come.
    std::size_t step(std::vector<EscposEvent>& events);
    std::size_t stepEsc();
    std::size_t stepGs(std::vector<EscposEvent>& events);
    std::size_t stepQr();
    std::size_t stepRaster();
    std::size_t refuse(std::size_t used);
    int at(std::size_t index) const { return static_cast<std::uint8_t>(pending_[index]); }

    std::string pending_;
    SeenRow now_;  // Side and style of what comes next, and the line so far.
    int page_ = 0;
    SeenReceiptQr qr_;
    std::vector<SeenItem> items_;
    std::vector<std::string> illegal_;
};

}  // namespace tessera::test
