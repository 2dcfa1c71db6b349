// SPDX-License-Identifier: Apache-2.0
#include "tools/load/seat_view.h"

#include <zlib.h>

#include <algorithm>

#include "shared/base/encoding.h"
#include "tools/load/json_scan.h"

namespace tessera::load {

std::string inflate(std::string_view gzip, std::size_t bytesMax) {
    z_stream stream{};
    if (inflateInit2(&stream, 15 + 16) != Z_OK) return {};
    std::string out(std::min<std::size_t>(bytesMax, 64 * 1024), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(gzip.data()));
    stream.avail_in = static_cast<uInt>(gzip.size());
    int code = Z_OK;
    while (code == Z_OK) {
        if (stream.total_out == out.size()) {
            if (out.size() >= bytesMax) break;
            out.resize(std::min(bytesMax, out.size() * 2));
        }
        stream.next_out = reinterpret_cast<Bytef*>(out.data() + stream.total_out);
        stream.avail_out = static_cast<uInt>(out.size() - stream.total_out);
        code = ::inflate(&stream, Z_NO_FLUSH);
    }
    out.resize(code == Z_STREAM_END ? stream.total_out : 0);
    inflateEnd(&stream);
    return out;
}

std::shared_ptr<const SeatView> SeatView::decode(const Venue& venue, std::string_view json) {
    const auto bytes = fromBase64(textOf(json, "statuses"));
    if (!bytes || bytes->size() != venue.seats.size()) return nullptr;
    std::shared_ptr<SeatView> view(new SeatView(venue));
    view->statuses_.assign(bytes->begin(), bytes->end());
    view->areas_ = numbersOf(after(json, "areas"), "available");
    for (std::size_t i = 0; i < venue.seats.size(); ++i) {
        const std::uint8_t status = view->statuses_[i];
        ++view->byStatus_[status & 3U];
        if (!venue.seats[i].wheelchair) continue;
        if (status == 0) ++view->wheelchairsFree_;
        if (status == 1) ++view->wheelchairsHeld_;
    }
    for (std::size_t i = 0; i < venue.rows.size(); ++i) {
        std::int32_t longest = 0;
        for (const Run& run : view->runsOf(venue.rows[i])) longest = std::max(longest, run.length);
        for (std::int32_t n = 1; n <= std::min(longest, kPartyMax); ++n) {
            view->rowsFor_[static_cast<std::size_t>(n)].push_back(static_cast<std::int32_t>(i));
        }
    }
    return view;
}

std::vector<SeatView::Run> SeatView::runsOf(const VenueRow& row) const {
    std::vector<Run> runs;
    bool open = false;
    for (std::int32_t no = row.first; no < row.first + row.count; ++no) {
        const VenueSeat& seat = venue_.seats[static_cast<std::size_t>(no)];
        const bool free = statuses_[static_cast<std::size_t>(no)] == 0 && seat.ordinary;
        if (free && open && !seat.gapBefore) {
            ++runs.back().length;
        } else if (free) {
            runs.push_back({no, 1});
        }
        open = free;
    }
    return runs;
}

std::int32_t SeatView::longestRun() const {
    for (std::int32_t n = kPartyMax; n > 0; --n) {
        if (!rowsFor_[static_cast<std::size_t>(n)].empty()) return n;
    }
    return 0;
}

std::int32_t SeatView::choose(std::int32_t party, double rank, bool side) const {
    const auto& rows = rowsFor_[static_cast<std::size_t>(std::clamp(party, 1, kPartyMax))];
    if (rows.empty()) return -1;
    const auto at = static_cast<std::size_t>(rank * static_cast<double>(rows.size()));
    const std::vector<Run> runs =
        runsOf(venue_.rows[static_cast<std::size_t>(rows[std::min(at, rows.size() - 1)])]);
    const Run* tight = nullptr;  // Leaves one seat alone wherever the party sits.
    const Run* good = nullptr;
    for (const Run& run : runs) {
        if (run.length < party) continue;
        if (run.length == party + 1) {
            tight = &run;
        } else if (good == nullptr || side) {
            good = &run;
        }
    }
    const Run* run = good != nullptr ? good : tight;
    if (run == nullptr) return -1;
    return side ? run->first + run->length - party : run->first;
}

}  // namespace tessera::load
