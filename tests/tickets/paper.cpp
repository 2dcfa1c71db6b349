// SPDX-License-Identifier: Apache-2.0
#include "tests/tickets/paper.h"

#include <fstream>

#include "tests/support/child_process.h"

namespace tessera::tickets {

TicketPage PaperTest::somePage() {
    TicketPage page;
    page.event = "Die Fledermaus";
    page.when = "Samstag, 5. Dezember 2026 um 20:00 MEZ";
    page.venue = "Großes Theater";
    page.city = "Wien";
    page.section = "Parkett";
    page.row = "F";
    page.seat = "12";
    page.entrance = "Tor B";
    page.type = "Erwachsene";
    page.price = "45,50 €";
    page.holder = "Rosalinde von Eisenstein";
    page.order = "K3P0";
    page.ticket = "K3P1";
    page.code = std::string(154, 'K');
    page.terms = "Kein Einlass nach Beginn.\n\nNicht übertragbar.";
    return page;
}

std::string PaperTest::write(const TicketDocument& document, const std::vector<TicketPage>& pages) {
    const auto pdf = ticketsPdf(document, pages);
    EXPECT_TRUE(pdf.has_value()) << pdf.error().message;
    const std::string file = dir_ / "tickets.pdf";
    std::ofstream(file, std::ios::binary) << *pdf;
    return file;
}

std::string PaperTest::run(std::vector<std::string> argv) {
    auto said = test::ChildProcess::run({.argv = std::move(argv)}, std::chrono::seconds(30));
    EXPECT_TRUE(said.has_value()) << said.error().message;
    return said.value_or("");
}

std::string PaperTest::textOf(const std::string& file) {
    return run({"pdftotext", "-enc", "UTF-8", file, "-"});
}

std::string PaperTest::codeOn(const std::string& file, int page) {
    const std::string picture = dir_ / "page";
    const std::string number = std::to_string(page);
    run({"pdftoppm", "-png", "-r", "150", "-f", number, "-l", number, "-singlefile", file,
         picture});
    std::string code = run({"zbarimg", "--nodbus", "--quiet", "--raw", picture + ".png"});
    while (!code.empty() && code.back() == '\n') code.pop_back();
    return code;
}

}  // namespace tessera::tickets
