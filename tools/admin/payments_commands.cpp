// SPDX-License-Identifier: Apache-2.0
#include "tools/admin/payments_commands.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>

#include "server/store/postgres_store.h"
#include "tools/admin/payments.h"
#include "tools/admin/payments_papers.h"
#include "tools/admin/wall_clock.h"

namespace tessera::admin {
namespace {

constexpr std::size_t kPartyBytesMax = 64 * 1024;

int fail(const std::string& what) {
    std::fprintf(stderr, "tessera-admin: %s\n", what.c_str());
    return 1;
}

int fail(const Error& error) {
    return fail(error.message);
}

int print(const Result<Said>& said) {
    if (!said) return fail(said.error());
    std::fputs(said->text.c_str(), stdout);
    return said->code;
}

int writeOut(const std::string& file, const std::string& text) {
    if (file.empty()) {
        std::fwrite(text.data(), 1, text.size(), stdout);
        return 0;
    }
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << text;
    out.flush();
    return out ? 0 : fail("cannot write " + file);
}

Result<std::string> readParty(const std::string& file) {
    if (file.empty()) return std::string();
    std::ifstream in(file, std::ios::binary);
    if (!in) return failure("cannot read " + file);
    std::string text(std::istreambuf_iterator<char>(in), {});
    if (text.size() > kPartyBytesMax) return failure(file + " is too large");
    return text;
}

}  // namespace

struct PaymentsCommands::Impl {
    CLI::App* breaks = nullptr;
    CLI::App* check = nullptr;
    CLI::App* report = nullptr;
    CLI::App* invoice = nullptr;
    CLI::App* returns = nullptr;
    BreaksOptions breaksOptions;
    PaperOptions papers;
    std::string checkedEvent;
    std::string returnsEvent;
    std::string sellerFile;
    std::string buyerFile;
    std::string outFile;

    int runBreaks(const store::PostgresOptions& options);
    int runCheck(const store::PostgresOptions& options);
    int runPaper(const store::PostgresOptions& options);
    int runReturns(const store::PostgresOptions& options);
};

PaymentsCommands::PaymentsCommands(CLI::App& app) : impl_(std::make_unique<Impl>()) {
    Impl& my = *impl_;
    CLI::App* payments = app.add_subcommand("payments", "breaks, the books, reports, invoices");
    payments->require_subcommand(1);
    my.breaks = payments->add_subcommand("breaks", "where a provider's books and ours differ");
    my.breaks->add_flag("--all", my.breaksOptions.resolvedToo, "resolved ones too");
    CLI::Option* note = my.breaks->add_option("--note", my.breaksOptions.note);
    my.breaks->add_option("--resolve", my.breaksOptions.resolve, "a break's id")->needs(note);
    my.check = payments->add_subcommand("check", "whether the ledger holds");
    my.check->add_option("--event", my.checkedEvent, "only this one");
    my.returns = payments->add_subcommand("returns", "of an event that was cancelled or moved");
    my.returns->add_option("--event", my.returnsEvent)->required();
    my.report = payments->add_subcommand("report", "an event's day as CSV");
    my.report->add_option("--event", my.papers.event)->required();
    my.report->add_option("--day", my.papers.day, "2026-05-04, by the venue's clocks")->required();
    my.report->add_option("--out", my.outFile);
    my.invoice = payments->add_subcommand("invoice", "an order's invoice as PDF");
    my.invoice->add_option("--event", my.papers.event)->required();
    my.invoice->add_option("--order", my.papers.order)->required();
    my.invoice->add_option("--refund", my.papers.refund, "a credit note of this group of refunds");
    my.invoice->add_option("--seller", my.sellerFile, "JSON: name, address, taxId, note")
        ->required();
    my.invoice->add_option("--buyer", my.buyerFile, "JSON: name, address, taxId");
    my.invoice->add_option("--language", my.papers.language);
    my.invoice->add_option("--out", my.outFile)->required();
}

PaymentsCommands::~PaymentsCommands() = default;

int PaymentsCommands::Impl::runBreaks(const store::PostgresOptions& options) {
    store::Finance finance(options);
    const auto kept = store::makePostgresReconciliations(options);
    return print(showBreaks(*kept, finance, breaksOptions, wallClock()));
}

int PaymentsCommands::Impl::runCheck(const store::PostgresOptions& options) {
    EventId event;
    if (!checkedEvent.empty()) {
        const auto id = decodePublicId(checkedEvent);
        if (!id) return fail("--event takes an event's id");
        event = EventId{*id};
    }
    store::Finance finance(options);
    return print(checkBooks(finance, event));
}

int PaymentsCommands::Impl::runReturns(const store::PostgresOptions& options) {
    const auto id = decodePublicId(returnsEvent);
    if (!id) return fail("--event takes an event's id");
    const auto catalog = store::makePostgresCatalog(options);
    const auto store = store::makePostgresStore(
        options,
        [](LayoutId, const store::PlanReader&) -> Result<std::shared_ptr<const engine::Layout>> {
            return failure("no event is loaded here");
        });
    return print(showReturns(*catalog, *store, EventId{*id}));
}

int PaymentsCommands::Impl::runPaper(const store::PostgresOptions& options) {
    const auto catalog = store::makePostgresCatalog(options);
    store::Finance finance(options);
    store::Invoices invoices(options);
    plan::LayoutLibrary layouts;
    const app::PaperSources sources{*catalog, finance, invoices, layouts};
    if (*report) {
        const auto csv = dayReportCsv(sources, papers, wallClock());
        return csv ? writeOut(outFile, *csv) : fail(csv.error());
    }
    auto seller = readParty(sellerFile);
    if (!seller) return fail(seller.error());
    auto buyer = readParty(buyerFile);
    if (!buyer) return fail(buyer.error());
    papers.sellerJson = std::move(*seller);
    papers.buyerJson = std::move(*buyer);
    const auto made = invoicePdf(sources, papers, wallClock());
    if (!made) return fail(made.error());
    if (const int code = writeOut(outFile, made->pdf); code != 0) return code;
    std::printf("%s %s\n", made->number.c_str(), made->isNew ? "issued" : "issued before");
    return 0;
}

std::optional<int> PaymentsCommands::run(const std::string& database) {
    Impl& my = *impl_;
    const auto all = {my.breaks, my.check, my.report, my.invoice, my.returns};
    if (std::ranges::none_of(all, [](const CLI::App* each) { return each->parsed(); })) {
        return std::nullopt;
    }
    if (database.empty()) return fail("--database is missing");
    store::PostgresOptions options;
    options.conninfo = database;
    options.readers = 2;
    options.deadline = Duration::ofSeconds(120);
    if (*my.breaks) return my.runBreaks(options);
    if (*my.check) return my.runCheck(options);
    if (*my.returns) return my.runReturns(options);
    return my.runPaper(options);
}

}  // namespace tessera::admin
