// SPDX-License-Identifier: Apache-2.0
// FGL as a ticket printer takes it in: bytes become what is on the ticket.
//
// Deterministic; one thread at a time. Keeps what has been placed until <p>, <q> or <CB>.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/print/fake_printer/bmp_reader.h"

namespace tessera::test {

struct SeenText {
    int row = 0;
    int column = 0;
    int turn = 0;  // Quarters, clockwise.
    int font = 0;
    int high = 1;
    int wide = 1;
    std::string text{};
    bool operator==(const SeenText&) const = default;
};

struct SeenQr {
    int row = 0;
    int column = 0;
    int module = 0;
    int level = 0;  // 0 M, 1 L, 2 H, 3 Q, as the manual counts.
    std::string data{};
    bool operator==(const SeenQr&) const = default;
};

struct SeenBar {
    int row = 0;
    int column = 0;
    bool ladder = false;
    bool legend = false;
    int units = 0;
    int module = 0;
    std::string data{};
    bool operator==(const SeenBar&) const = default;
};

// A line has one side only: length along it, 0 across.
struct SeenBox {
    int row = 0;
    int column = 0;
    int height = 0;
    int width = 0;
    int thickness = 0;
    bool operator==(const SeenBox&) const = default;
};

struct SeenPicture {
    int row = 0;
    int column = 0;
    Dots dots{};
    bool operator==(const SeenPicture&) const = default;
};

struct SeenTicket {
    std::vector<SeenText> texts{};
    std::vector<SeenQr> codes{};
    std::vector<SeenBar> bars{};
    std::vector<SeenBox> boxes{};
    std::vector<SeenPicture> pictures{};
    bool cut = false;
    bool isBlank() const {
        return texts.empty() && codes.empty() && bars.empty() && boxes.empty() && pictures.empty();
    }
};

enum class FglEvent { StatusRequest, Ticket, Illegal };

class FglReader {
public:
    // What these bytes bring about, in order.
    std::vector<FglEvent> feed(std::string_view bytes);
    // Tickets that have been ended by <p> or <q>, oldest first.
    const std::vector<SeenTicket>& tickets() const { return tickets_; }
    // What was not understood.
    const std::vector<std::string>& illegal() const { return illegal_; }
    // A connection has ended: an unfinished command is forgotten, what was placed stays.
    void forgetUnfinished() {
        pending_.clear();
        bracket_ = 0;
        pictureBytes_ = 0;
    }

private:
    bool step(std::vector<FglEvent>& events);  // False until more bytes come.
    bool takeBracketed();
    bool takePicture(std::vector<FglEvent>& events);
    void obey(const std::string& command, std::vector<FglEvent>& events);
    void place(const std::string& name, const std::vector<int>& numbers,
               std::vector<FglEvent>& events);
    void refuse(const std::string& what, std::vector<FglEvent>& events);

    std::string pending_;
    SeenText now_;  // Position, turn, font and size that hold for what comes next.
    int startRow_ = 0;
    int startColumn_ = 0;
    int module_ = 1;
    int thickness_ = 1;
    bool tilde_ = false;
    bool bmp_ = false;
    char bracket_ = 0;  // '{' or '^': the data of a code comes next.
    std::size_t pictureBytes_ = 0;
    SeenTicket ticket_;
    std::vector<SeenTicket> tickets_;
    std::vector<std::string> illegal_;
};

}  // namespace tessera::test
