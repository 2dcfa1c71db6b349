// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>

#include "tools/load/report.h"

namespace tessera::load {
namespace {

constexpr double kWidth = 760;
constexpr double kHeight = 272;
constexpr double kLeft = 60;
constexpr double kBottom = 34;
constexpr double kTop = 24;
constexpr double kRight = 24;
constexpr int kRows = 4;
constexpr int kColumns = 10;
constexpr double kRounding = 1.002;  // So that the last tick is not lost.
constexpr const char* kColours[] = {"#2563a8", "#c2571a", "#2f8f4e",
                                    "#8a4fb0", "#a8293d", "#6b7280"};

template <class... Args>
std::string text(const char* format, Args... args) {
    char buffer[400];
    std::snprintf(buffer, sizeof buffer, format, args...);
    return buffer;
}

std::string escaped(const std::string& raw) {
    std::string out;
    for (const char c : raw) {
        if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '&')
            out += "&amp;";
        else
            out += c;
    }
    return out;
}

struct Curve {
    std::string name;
    std::vector<std::pair<double, double>> points;
};

// A step of 1, 2 or 5 times a power of ten that divides `range` into at most `parts`.
double tickStep(double range, int parts) {
    const double rough = range / parts;
    const double magnitude = std::pow(10, std::floor(std::log10(rough)));
    for (const double step : {1.0, 2.0, 5.0}) {
        if (rough <= step * magnitude) return step * magnitude;
    }
    return 10 * magnitude;
}

struct Scale {
    double width = kWidth - kLeft - kRight;
    double height = kHeight - kBottom - kTop;
    double xMax = 1;
    double yMax = 1;
    double x(double value) const { return kLeft + width * value / xMax; }
    double y(double value) const { return kTop + height * (1 - value / yMax); }
};

Scale scaleOf(const std::vector<Curve>& curves) {
    Scale scale{.xMax = 0, .yMax = 0};
    for (const Curve& curve : curves) {
        for (const auto& [x, y] : curve.points) {
            scale.xMax = std::max(scale.xMax, x);
            scale.yMax = std::max(scale.yMax, y);
        }
    }
    if (scale.xMax <= 0) scale.xMax = 1;
    if (scale.yMax <= 0) scale.yMax = 1;
    const double step = tickStep(scale.yMax, kRows);
    scale.yMax = std::ceil(scale.yMax / step) * step;
    return scale;
}

std::string axes(const Scale& scale, const char* xUnit, const char* yUnit) {
    std::string out;
    const double yStep = tickStep(scale.yMax, kRows);
    for (double value = 0; value <= scale.yMax * kRounding; value += yStep) {
        const double y = scale.y(value);
        out += text("<line x1='%.0f' y1='%.1f' x2='%.0f' y2='%.1f' class='grid'/>", kLeft, y,
                    kLeft + scale.width, y);
        out += text("<text x='%.0f' y='%.1f' class='tick' text-anchor='end'>%.10g</text>",
                    kLeft - 6, y + 4, value);
    }
    const double xStep = tickStep(scale.xMax, kColumns);
    for (double value = 0; value <= scale.xMax * kRounding; value += xStep) {
        out += text("<text x='%.1f' y='%.1f' class='tick' text-anchor='middle'>%.10g</text>",
                    scale.x(value), kTop + scale.height + 18, value);
    }
    out += text("<text x='%.0f' y='%.0f' class='tick' text-anchor='end'>%s</text>",
                kLeft + scale.width, kTop + scale.height + 34, xUnit);
    out += text("<text x='%.0f' y='%.0f' class='tick'>%s</text>", kLeft, kTop - 8, yUnit);
    return out;
}

// A line chart with axes; `xUnit` and `yUnit` are written at their ends.
std::string chart(const std::vector<Curve>& curves, const char* xUnit, const char* yUnit) {
    const Scale scale = scaleOf(curves);
    std::string out = text("<svg viewBox='0 0 %.0f %.0f' role='img'>", kWidth, kHeight + 22);
    out += axes(scale, xUnit, yUnit);
    double legend = kLeft;
    for (std::size_t i = 0; i < curves.size(); ++i) {
        const char* colour = kColours[i % std::size(kColours)];
        out += text("<polyline fill='none' stroke='%s' stroke-width='2' points='", colour);
        for (const auto& [x, y] : curves[i].points) {
            out += text("%.1f,%.1f ", scale.x(x), scale.y(y));
        }
        // The mark has the line's colour, the name that of all text.
        out += text("'/><rect x='%.0f' y='%.0f' width='11' height='11' fill='%s'/>", legend,
                    kHeight + 6, colour);
        out += text("<text x='%.0f' y='%.0f' class='tick'>%s</text>", legend + 16, kHeight + 16,
                    curves[i].name.c_str());
        legend += 40 + 8 * static_cast<double>(curves[i].name.size());
    }
    return out + "</svg>";
}

Curve overTime(const Figures& figures, const char* name, std::int64_t Second::*what) {
    Curve curve{name, {}};
    for (const Second& second : figures.seconds) {
        curve.points.emplace_back(static_cast<double>(second.at) / 1e6,
                                  static_cast<double>(second.*what));
    }
    return curve;
}

Curve rateOverTime(const Figures& figures, const char* name, std::int64_t Second::*what) {
    Curve curve{name, {}};
    const Second* before = nullptr;
    for (const Second& second : figures.seconds) {
        if (before != nullptr && second.at > before->at) {
            curve.points.emplace_back(static_cast<double>(second.at) / 1e6,
                                      static_cast<double>(second.*what - before->*what) * 1e6 /
                                          static_cast<double>(second.at - before->at));
        }
        before = &second;
    }
    return curve;
}

std::vector<Curve> latencyCurves(const Figures& figures) {
    std::vector<Curve> curves;
    for (const Step step : {Step::Map, Step::Reserve, Step::Checkout, Step::Order, Step::Pay}) {
        const Latencies& of = figures.of(step);
        if (of.count() == 0) continue;
        Curve curve{std::string(nameOf(step)), {}};
        for (int share = 1; share <= 99; ++share) {
            curve.points.emplace_back(share, of.percentile(share / 100.0));
        }
        curve.points.emplace_back(99.9, of.percentile(0.999));
        curves.push_back(std::move(curve));
    }
    return curves;
}

std::string bars(const std::vector<std::pair<std::string, double>>& values) {
    double most = 1;
    for (const auto& [name, value] : values) most = std::max(most, value);
    const double height = 24.0 * static_cast<double>(values.size()) + 6;
    std::string out = text("<svg viewBox='0 0 %.0f %.0f' role='img'>", kWidth, height);
    double y = 4;
    for (const auto& [name, value] : values) {
        out += text("<text x='190' y='%.0f' class='tick' text-anchor='end'>%s</text>", y + 14,
                    escaped(name).c_str());
        out += text("<rect x='200' y='%.0f' width='%.1f' height='18' fill='#2563a8'/>", y,
                    460 * value / most);
        out += text("<text x='%.1f' y='%.0f' class='tick'>%.0f</text>", 206 + 460 * value / most,
                    y + 14, value);
        y += 24;
    }
    return out + "</svg>";
}

constexpr const char* kHead =
    "<!doctype html><html lang='en'><meta charset='utf-8'><title>On-sale</title><style>"
    "body{font:16px/1.5 system-ui,sans-serif;max-width:800px;margin:2em auto;padding:0 1em;"
    "color:#1b1f24;background:#fff}h1{font-size:1.6em}h2{font-size:1.15em;margin-top:1.8em}"
    "svg{width:100%;height:auto}.grid{stroke:#d6dae0}.tick{font-size:12px;fill:#4b5563}"
    "pre{background:#f3f4f6;padding:1em;overflow:auto;font-size:13px}.bad{color:#a8293d}"
    ".good{color:#2f8f4e}</style>";

}  // namespace

std::string htmlOf(const Figures& figures, const std::string& when,
                   const std::vector<std::string>& faults) {
    std::string out = kHead;
    out += text("<h1>%lld users, %lld of %lld places sold in %.1f s</h1><p>%s</p>",
                static_cast<long long>(figures.users), static_cast<long long>(figures.placesSold),
                static_cast<long long>(figures.seats), figures.secondsInAll, when.c_str());
    out += text("<p class='%s'>Audit: %zu findings over %zu rows and %zu answers.</p>",
                figures.auditFindings == 0 && figures.audited ? "good" : "bad",
                figures.auditFindings, figures.rowsAudited, figures.answersJudged);
    for (const std::string& fault : faults) out += "<p class='bad'>" + escaped(fault) + "</p>";
    out += "<h2>Users over time</h2>";
    out += chart(
        {overTime(figures, "arrived", &Second::arrived), overTime(figures, "holds", &Second::held),
         overTime(figures, "paid", &Second::paid), overTime(figures, "done", &Second::ended)},
        "seconds", "users");
    out += "<h2>Requests and refusals per second</h2>";
    out += chart({rateOverTime(figures, "requests", &Second::requests),
                  rateOverTime(figures, "refusals", &Second::refusals)},
                 "seconds", "per second");
    out += "<h2>Connections, and requests that wait for one</h2>";
    out += chart({overTime(figures, "connections", &Second::connections),
                  overTime(figures, "waiting", &Second::waiting)},
                 "seconds", "");
    out += "<h2>Latency by percentile</h2>" + chart(latencyCurves(figures), "percent", "ms");
    std::vector<std::pair<std::string, double>> reasons;
    for (const auto& [reason, count] : figures.refusals) {
        reasons.emplace_back(reason, static_cast<double>(count));
    }
    if (!reasons.empty()) out += "<h2>Refusals by reason</h2>" + bars(reasons);
    out += "<h2>Seats by state</h2>" +
           bars({{"available", static_cast<double>(figures.seatsByStatus[0])},
                 {"held", static_cast<double>(figures.seatsByStatus[1])},
                 {"sold", static_cast<double>(figures.seatsByStatus[2])},
                 {"blocked", static_cast<double>(figures.seatsByStatus[3])}});
    out += "<h2>Figures</h2><pre>" + escaped(tableOf(figures)) + "</pre></html>\n";
    return out;
}

}  // namespace tessera::load
