// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/plot/plot_scale.h"

#include "shared/base/check.h"

namespace tessera::qt {
namespace {

// Half away from zero, of two that are not negative. No product is beyond 64 bits: values are
// places and minor units, pixels a few thousands.
int nearest(qint64 value, qint64 whole, int pixels) {
    return static_cast<int>((value * pixels * 2 + whole) / (whole * 2));
}

}  // namespace

int PlotScale::pixelsOf(qint64 value, int pixelsOfTop) const {
    TESSERA_CHECK(value >= 0 && value <= top);
    return nearest(value, top, pixelsOfTop);
}

PlotScale plotScale(qint64 greatest, int ticksMost) {
    TESSERA_CHECK(greatest >= 0 && ticksMost >= 2);
    const auto steps = [greatest](qint64 step) { return (greatest + step - 1) / step; };
    qint64 step = 1;
    for (int turn = 0; steps(step) > ticksMost; ++turn) {
        // 1, 2, 5, 10, …
        step = turn % 3 == 1 ? step / 2 * 5 : step * 2;
    }
    const qint64 count = steps(step);
    return {step, (count < 1 ? 1 : count) * step};
}

QList<int> endsOf(const QList<qint64>& parts, qint64 total, int pixels) {
    QList<int> ends;
    qint64 sum = 0;
    for (const qint64 part : parts) {
        TESSERA_CHECK(part >= 0);
        sum += part;
        TESSERA_CHECK(sum <= total);
        ends << (total == 0 ? 0 : nearest(sum, total, pixels));
    }
    return ends;
}

}  // namespace tessera::qt
