// SPDX-License-Identifier: Apache-2.0
// tessera-bench-boxoffice: a seat map of 80,960 seats that follows a real server.
//
// Server, PostgreSQL and sandbox are processes of their own. One till holds and frees 2,000 seats a
// second by the API; the other shows them, while a hand pans and zooms sixty times a second.
// Measured are an input to its flushed frame, and a server's commit to its flushed pixels.
#include <CLI/CLI.hpp>
#include <QtWidgets/QApplication>
#include <cstdio>
#include <vector>

#include "shared/qt/seat_feed/seat_feed.h"
#include "tests/bench/pixel_times.h"
#include "tests/bench/seat_map_feeds.h"
#include "tests/bench/seat_map_levels.h"
#include "tests/bench/seat_map_window.h"
#include "tests/bench/seat_writer.h"
#include "tests/client/house.h"
#include "tests/integration/plan_sale.h"
#include "tests/support/report.h"

namespace tessera::bench {
namespace {

constexpr double kCommitToPixelMsMax = 100;
constexpr int kChangesPerSecond = 2 * SeatWriter::kSeatsOfOne * SeatWriter::kHoldsPerSecond;

struct Figures {
    FrameFigures frames;
    double changesPerSecond = 0;
    int pixels = 0;
    double fromAskingP50Ms = 0;
    double fromAskingP99Ms = 0;
    double fromAnswerP99Ms = 0;
};

bool isGood(const Figures& f) {
    return isInTime(f.frames) && f.frames.compared > 0 && f.frames.wrong == 0 && f.pixels > 0 &&
           f.fromAskingP99Ms < kCommitToPixelMsMax &&
           f.changesPerSecond >= kChangesPerSecond * 0.95;
}

struct Options {
    int seconds = 12;
    unsigned seed = 1;
    std::string only{};
};

// One till's window on the stadium, and the other till that changes it.
class Desk {
public:
    Desk() : sale_(integration::makeSaleOn(house_.stack, "national-stadium")) {
        view_.resize(kMeasuredWindow);
        view_.show();
        feed_.show(sale_.event);
    }
    bool isLive() {
        return integration::eventually([&] {
            QApplication::processEvents();
            return feed_.state() == qt::FeedState::Live;
        });
    }
    Figures measure(const Level& level, const Options& options) {
        showLevel(view_, model_.layout(), level);
        SeatWriter writer(*rival_->client, sale_.event, model_.layout(), kSectionShown,
                          options.seed);
        PixelTimes pixels(model_, view_, writer);
        // Holds are a while before their cancels: until then there are half the changes.
        InputFeed(view_, options.seed + 2).run(std::chrono::seconds(1));
        view_.begin();
        pixels.begin();
        InputFeed(view_, options.seed + 1).run(std::chrono::seconds(options.seconds));
        const auto asking = pixels.fromAskingMs();
        const Figures figures{.frames = figuresOf(view_),
                              .changesPerSecond = pixels.changes() / double(options.seconds),
                              .pixels = static_cast<int>(asking.size()),
                              .fromAskingP50Ms = shareOf(asking, 0.5),
                              .fromAskingP99Ms = shareOf(asking, 0.99),
                              .fromAnswerP99Ms = shareOf(pixels.fromAnswerMs(), 0.99)};
        writer.stop();
        failed_ += writer.failed();
        return figures;
    }
    int failed() const { return failed_; }
    // What is shown is the server's map when nothing changes any more.
    bool agrees() {
        v1::GetSeatMapRequest request;
        request.set_event(sale_.event);
        return integration::eventually([&] {
            QApplication::processEvents();
            const auto map = own_->ask(client::kGetSeatMap, request).value.statuses();
            if (map.size() != static_cast<std::size_t>(model_.layout().seatCount())) return false;
            int differ = 0;
            for (int seat = 0; seat < model_.layout().seatCount(); ++seat) {
                const auto shown = static_cast<char>(model_.state(seat).status());
                differ += map[static_cast<std::size_t>(seat)] == shown ? 0 : 1;
            }
            return differ == 0;
        });
    }

private:
    client::House& house_ = client::House::shared();
    const integration::Sale sale_;
    const std::unique_ptr<client::Till> own_ = house_.cashiersTill(0);
    const std::unique_ptr<client::Till> rival_ = house_.cashiersTill(1);
    qt::SeatMapModel model_;
    MeasuredView view_{model_};
    qt::SeatFeed feed_{*own_->client, model_};
    int failed_ = 0;
};

void printLine(const Level& level, const Figures& f) {
    print(level, f.frames);
    std::printf(
        "%4.0f changes/s\n           commit to pixel: from asking p50 %4.1f ms  p99 %5.1f ms, "
        "from the answer p99 %5.1f ms  (%d pixels of seats)\n",
        f.changesPerSecond, f.fromAskingP50Ms, f.fromAskingP99Ms, f.fromAnswerP99Ms, f.pixels);
    std::fflush(stdout);
}

bool report(const std::vector<Figures>& all) {
    double frame = 0;
    double pixel = 0;
    double least = kChangesPerSecond;
    int compared = 0;
    int wrong = 0;
    bool good = true;
    for (const Figures& f : all) {
        frame = std::max(frame, f.frames.p99Ms);
        pixel = std::max(pixel, f.fromAskingP99Ms);
        least = std::min(least, f.changesPerSecond);
        compared += f.frames.compared;
        wrong += f.frames.wrong;
        good = good && isGood(f);
    }
    test::Figures figures{{"input_to_frame_p99_ms", frame},
                          {"commit_to_pixel_p99_ms", pixel},
                          {"frames_compared", compared},
                          {"frames_wrong", wrong},
                          {"changes_per_second", least}};
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::string name = kLevels[i].name;
        figures.emplace_back(name + "_input_to_frame_p99_ms", all[i].frames.p99Ms);
        figures.emplace_back(name + "_commit_to_pixel_p99_ms", all[i].fromAskingP99Ms);
    }
    test::addToReport("boxoffice", figures);
    std::printf("  frames in 16.7 ms, pixels in 100 ms, 2,000 changes a second   %s\n",
                good ? "yes" : "NO");
    std::printf("  %d frames compared with painting from scratch, %d wrong\n", compared, wrong);
    return good;
}

int run(const Options& options) {
    Desk desk;
    if (!desk.isLive()) {
        std::fprintf(stderr, "the map is not live\n");
        return 1;
    }
    std::printf("80,960 seats, 1600 x 1000, seed %u, %d s each\n", options.seed, options.seconds);
    std::vector<Figures> all;
    for (const Level& level : kLevels) {
        if (!options.only.empty() && options.only != level.name) continue;
        all.push_back(desk.measure(level, options));
        printLine(level, all.back());
    }
    const bool agrees = desk.agrees();
    std::printf("  what is shown is the server's map   %s\n", agrees ? "yes" : "NO");
    if (desk.failed() > 0) std::printf("  %d holds and cancels failed\n", desk.failed());
    if (!options.only.empty()) return 0;
    return report(all) && agrees && desk.failed() == 0 ? 0 : 1;
}

}  // namespace
}  // namespace tessera::bench

int main(int argc, char** argv) {
    CLI::App app("Measures a seat map that follows a real server.");
    tessera::bench::Options options;
    app.add_option("--seconds", options.seconds, "Of each level")->check(CLI::Range(1, 600));
    app.add_option("--seed", options.seed, "Of changes and inputs");
    app.add_option("--level", options.only, "This one alone, without a report: for profiles")
        ->check(CLI::IsMember({"stadium", "stand", "section", "row"}));
    CLI11_PARSE(app, argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    return tessera::bench::run(options);
}
