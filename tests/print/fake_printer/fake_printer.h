// SPDX-License-Identifier: Apache-2.0
// A printer on a real TCP port that a test can look into and make fail.
//
// Takes one connection after another, as printers do. Public functions may be called from any
// thread. Owns its thread and sockets; its port is one that was free.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "tests/print/fake_printer/escpos_reader.h"
#include "tests/print/fake_printer/fgl_reader.h"

namespace tessera::test {

enum class FakeLanguage { Fgl, Escpos };
enum class FakeTrouble { None, PaperLow, PaperOut, Jam, CoverOpen };

struct FakeBehaviour {
    bool answers = true;             // Not: it prints and says nothing.
    bool holdsAcks = false;          // Acknowledgements wait for releaseAcks().
    bool holdsReady = false;         // <S1> and GS r are not answered: the test says() it.
    std::size_t takesBytesMax = 0;   // Of a connection: then it reads no more. 0: all.
    std::size_t dropAfterBytes = 0;  // Of the next connection: it breaks then, once. 0: never.
    std::string greeting{};          // Sent first on each connection: what it still had to say.
    std::string insteadOfAck{};      // Sent in place of an acknowledgement.
};

class FakePrinter {
public:
    explicit FakePrinter(FakeLanguage language, FakeBehaviour behaviour = {});
    ~FakePrinter();
    FakePrinter(const FakePrinter&) = delete;
    FakePrinter& operator=(const FakePrinter&) = delete;

    int port() const { return port_; }
    void behave(const FakeBehaviour& behaviour);
    // PaperOut, Jam and CoverOpen stop it; None prints what has been waiting.
    void set(FakeTrouble trouble);
    void releaseAcks();
    // Sends these bytes now, or first on its next connection.
    void say(const std::string& bytes);

    std::vector<SeenTicket> tickets() const;  // Printed.
    std::vector<SeenItem> items() const;
    std::vector<std::string> illegal() const;
    std::string bytes() const;  // All that it has taken.
    std::size_t connections() const;
    // Until `holds` is true of what the printer has; false at the deadline.
    bool waitFor(const std::function<bool(const FakePrinter&)>& holds,
                 std::chrono::milliseconds deadline = std::chrono::seconds(10)) const;

private:
    void serve();
    void serveConnection();
    std::size_t roomLeft() const;  // For bytes of this connection.
    bool takeBytes();              // False once the connection is over.
    void react(std::string_view bytes);
    void reactFgl(std::string_view bytes);
    void reactEscpos(std::string_view bytes);
    void acknowledge();
    void printWaiting();
    void flush();
    std::string realTimeAnswer(int question) const;
    bool isStopped() const;
    void ring() const;

    FakeLanguage language_;
    int listener_ = -1;
    int bell_ = -1;
    int connection_ = -1;
    int port_ = 0;
    mutable std::mutex mutex_;
    mutable std::condition_variable changed_;
    FakeBehaviour behaviour_;
    FakeTrouble trouble_ = FakeTrouble::None;
    bool stopping_ = false;
    FglReader fgl_;
    EscposReader escpos_;
    std::size_t printed_ = 0;         // Tickets, or items of receipts.
    std::size_t answered_ = 0;        // Of these, what GS r has been asked about.
    std::size_t waitingAcks_ = 0;     // Printed, and the answer is held.
    std::size_t waitingInOrder_ = 0;  // GS r that waits until it prints again.
    std::string out_;                 // To be sent.
    std::string bytes_;
    std::size_t ofThisConnection_ = 0;
    std::size_t connections_ = 0;
    std::thread thread_;
};

}  // namespace tessera::test
