// SPDX-License-Identifier: Apache-2.0
// tessera-bench-seatmap: from an input event to the flushed frame, over 80,960 seats that change.
//
// One thread posts input sixty times a second, one pushes 2,000 changes a second; the windows'
// thread does what it does in the app. A late frame makes those behind it late: nothing waits for
// it.
#include <CLI/CLI.hpp>
#include <QtCore/QDateTime>
#include <QtGui/QScreen>
#include <QtWidgets/QApplication>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <vector>

#include "tests/bench/seat_map_feeds.h"
#include "tests/bench/seat_map_levels.h"
#include "tests/bench/seat_map_window.h"
#include "tests/qt/plan_file.h"

namespace tessera::bench {
namespace {

constexpr int kChangesPerSecond = 2'000;

struct Figures {
    FrameFigures frames;
    double changesPerSecond = 0;
};

Figures measure(qt::SeatMapModel& model, MeasuredView& view, const Level& level, int seconds,
                unsigned seed) {
    showLevel(view, model.layout(), level);
    view.begin();
    const ChangeFeed changes(model, kChangesPerSecond, seed);
    InputFeed inputs(view, seed + 1);
    inputs.run(std::chrono::seconds(seconds));
    return {figuresOf(view), changes.applied() / static_cast<double>(seconds)};
}

void add(nlohmann::json& out, const std::string& name, const Figures& f) {
    out[name + "_p50_ms"] = f.frames.p50Ms;
    out[name + "_p99_ms"] = f.frames.p99Ms;
    out[name + "_max_ms"] = f.frames.maxMs;
    out[name + "_scratch_ms"] = f.frames.scratchMs;
    out[name + "_inputs"] = f.frames.inputs;
    out[name + "_frames"] = f.frames.frames;
    out[name + "_changes_per_second"] = f.changesPerSecond;
}

bool report(const std::vector<Figures>& all, int seats) {
    nlohmann::json figures = {{"seats", seats}};
    int compared = 0;
    int wrong = 0;
    double worst = 0;
    bool good = true;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Figures& f = all[i];
        add(figures, kLevels[i].name, f);
        compared += f.frames.compared;
        wrong += f.frames.wrong;
        worst = std::max(worst, f.frames.p99Ms);
        good = good && isInTime(f.frames) && f.changesPerSecond >= kChangesPerSecond * 0.95;
    }
    figures["input_to_frame_p99_ms"] = worst;
    figures["frames_compared"] = compared;
    figures["frames_wrong"] = wrong;
    const std::string when = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString();
    std::filesystem::create_directories("build/reports");
    std::ofstream("build/reports/seatmap.json")
        << nlohmann::json{{"name", "seatmap"}, {"when", when}, {"figures", figures}}.dump(2)
        << "\n";
    std::printf("  each level at most 16.7 ms, 2,000 changes a second   %s\n", good ? "yes" : "NO");
    std::printf("  %d frames compared with painting from scratch, %d wrong\n", compared, wrong);
    return good && wrong == 0;
}

// What docs/boxoffice shows: the stadium far and near in each palette.
int savePictures(const std::string& folder, unsigned seed) {
    struct Picture {
        const char* name;
        qt::PaletteKind palette;
        double seatPixels;
    };
    constexpr std::array kPictures = {Picture{"stadium-light", qt::PaletteKind::Light, 0},
                                      Picture{"stand-light", qt::PaletteKind::Light, 5},
                                      Picture{"section-dark", qt::PaletteKind::Dark, 13},
                                      Picture{"seats-light", qt::PaletteKind::Light, 34},
                                      Picture{"seats-contrast", qt::PaletteKind::HighContrast, 34}};
    qt::SeatMapModel model;
    model.setLayout(qt::layoutOf("national-stadium"));
    std::mt19937 random(seed);
    qt::fillWithSales(model, random);
    qt::SeatMapView view(model);
    view.resize(720, 470);
    view.show();
    const qt::LayoutSection& section = model.layout().sections()[0];
    const int first = section.firstSeat + section.seatCount / 2;
    model.select({first, first + 1, first + 2, section.firstSeat + 1});
    for (const Picture& picture : kPictures) {
        view.setLook(picture.palette);
        view.fit();
        if (picture.seatPixels > 0) {
            const double scale = picture.seatPixels / model.layout().seatSizeMax();
            view.showPlace(section.bounds.center() + QPointF(0, 60),
                           static_cast<int>(std::log2(scale) * qt::kStepsPerOctave));
        }
        QApplication::processEvents();
        const std::string path = folder + "/map-" + picture.name + ".png";
        // 0: as small as PNG can make it.
        const QImage image = view.grab().toImage().convertToFormat(QImage::Format_RGB888);
        if (!image.save(QString::fromStdString(path), "PNG", 0)) {
            std::fprintf(stderr, "cannot write %s\n", path.c_str());
            return 1;
        }
    }
    return 0;
}

int run(int seconds, unsigned seed, const std::string& only) {
    qt::SeatMapModel model;
    model.setLayout(qt::layoutOf("national-stadium"));
    std::mt19937 random(seed);
    qt::fillWithSales(model, random);
    MeasuredView view(model);
    view.resize(kMeasuredWindow);
    view.show();
    QApplication::processEvents();
    std::printf("%d seats, %d x %d, seed %u, %d s each\n", model.layout().seatCount(), view.width(),
                view.height(), seed, seconds);
    std::vector<Figures> all;
    for (const Level& level : kLevels) {
        if (!only.empty() && only != level.name) continue;
        const Figures f = measure(model, view, level, seconds, seed);
        print(level, f.frames);
        std::printf("%4.0f changes/s\n", f.changesPerSecond);
        std::fflush(stdout);
        all.push_back(f);
    }
    if (!only.empty()) return 0;
    return report(all, model.layout().seatCount()) ? 0 : 1;
}

}  // namespace
}  // namespace tessera::bench

int main(int argc, char** argv) {
    CLI::App options("Measures the seat map from an input event to its flushed frame.");
    int seconds = 12;
    unsigned seed = 1;
    std::string only;
    options.add_option("--seconds", seconds, "Of each level")->check(CLI::Range(1, 600));
    options.add_option("--seed", seed, "Of changes and inputs");
    options.add_option("--level", only, "This one alone, without a report: for profiles")
        ->check(CLI::IsMember({"stadium", "stand", "section", "row"}));
    std::string pictures;
    options.add_option("--pictures", pictures,
                       "Saves how the map looks there, and measures nothing");
    CLI11_PARSE(options, argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    if (!pictures.empty()) return tessera::bench::savePictures(pictures, seed);
    return tessera::bench::run(seconds, seed, only);
}
