// SPDX-License-Identifier: Apache-2.0
#include "tools/load/aftermath.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <set>
#include <thread>

#include "shared/base/ids.h"
#include "tools/audit/audit.h"
#include "tools/audit/provider_ledger.h"

namespace tessera::load {
namespace {

constexpr std::chrono::milliseconds kAskEvery{250};

Result<std::int64_t> openThings(audit::Database& database, const std::string& event) {
    const std::string only = " WHERE event_id = " + event;
    const auto rows = database.query("SELECT (SELECT count(*) FROM outbox" + only +
                                     ") + (SELECT count(*) FROM reservation" + only +
                                     " AND state IN (1, 2)) + (SELECT count(*) FROM ticket_order" +
                                     only + " AND state NOT IN (5, 8))");
    if (!rows) return tl::unexpected(rows.error());
    return std::strtoll(PQgetvalue(rows->get(), 0, 0), nullptr, 10);
}

void countPlaces(const audit::Rows& rows, const std::vector<bool>& anybodys, Figures& figures) {
    figures.seatsByStatus = {};
    figures.seats = static_cast<std::int64_t>(rows.seats.size());
    figures.placesSold = 0;
    figures.anybodysLeft = 0;
    for (const audit::SeatRow& seat : rows.seats) {
        ++figures.seatsByStatus[static_cast<std::size_t>(seat.status) & 3U];
        const auto number = static_cast<std::size_t>(seat.seatNo);
        const bool free = seat.status != audit::SeatStatus::Sold;
        if (free && number < anybodys.size() && anybodys[number]) ++figures.anybodysLeft;
    }
    figures.placesSold = figures.seatsByStatus[2];
    std::set<std::int64_t> cameBack;
    for (const audit::ReservationRow& reservation : rows.reservations) {
        if (reservation.state != audit::ReservationState::Released) continue;
        cameBack.insert(reservation.seats.begin(), reservation.seats.end());
    }
    figures.soldAgain =
        std::count_if(rows.seats.begin(), rows.seats.end(), [&](const audit::SeatRow& seat) {
            return seat.status == audit::SeatStatus::Sold && cameBack.contains(seat.seatNo);
        });
    for (const audit::AreaRow& area : rows.areas) {
        figures.seats += area.capacity;
        figures.placesSold += area.sold;
        figures.anybodysLeft += area.capacity - area.sold;
    }
}

}  // namespace

Result<bool> waitForCalm(const AftermathOptions& options) {
    const auto database = audit::Database::open(options.database);
    if (!database) return tl::unexpected(database.error());
    const auto event = decodePublicId(options.event);
    if (!event) return failure("the event has no public id");
    const auto end =
        std::chrono::steady_clock::now() +
        std::chrono::milliseconds(static_cast<std::int64_t>(options.calmSeconds * 1e3));
    for (;;) {
        const auto open = openThings(**database, std::to_string(*event));
        if (!open) return tl::unexpected(open.error());
        if (*open == 0) return true;
        if (std::chrono::steady_clock::now() > end) return false;
        std::this_thread::sleep_for(kAskEvery);
    }
}

Status audit(const AftermathOptions& options, Figures& figures, std::string& json) {
    audit::AuditOptions what;
    what.event = decodePublicId(options.event);
    const auto database = audit::Database::open(options.database);
    if (!database) return tl::unexpected(database.error());
    audit::Evidence evidence;
    if (auto read = readRows(**database, what, evidence); !read) return read;
    const auto ledger = audit::readLines(options.ledger);
    if (!ledger) return tl::unexpected(ledger.error());
    if (auto read = readBooks(*ledger, what, evidence); !read) return read;
    const auto answers = audit::readLines(options.answers);
    if (!answers) return tl::unexpected(answers.error());
    if (auto read = readTold(*answers, evidence); !read) return read;
    const audit::Report report = judge(evidence, what);
    countPlaces(evidence.rows, options.anybodys, figures);
    figures.rowsAudited = report.rowsAudited;
    figures.answersJudged = report.answersJudged;
    figures.auditFindings = report.foundAll();
    figures.audited = true;
    std::fputs(tableOf(report).c_str(), stdout);
    json = jsonOf(report);
    return {};
}

}  // namespace tessera::load
