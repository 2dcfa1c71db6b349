// SPDX-License-Identifier: Apache-2.0
// A document of tickets read back by programs that know nothing of this one: poppler and zbar.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "server/tickets/ticket_pdf.h"
#include "tests/support/temp_dir.h"

namespace tessera::tickets {

class PaperTest : public testing::Test {
protected:
    static TicketPage somePage();
    // The file's name.
    std::string write(const TicketDocument& document, const std::vector<TicketPage>& pages);
    static std::string run(std::vector<std::string> argv);
    static std::string textOf(const std::string& file);
    // From 1.
    std::string codeOn(const std::string& file, int page);

    test::TempDir dir_{"pdf"};
};

}  // namespace tessera::tickets
