// SPDX-License-Identifier: Apache-2.0
// Seats and texts as they are blended: each form drawn once for its size.
//
// Deterministic on one machine: Qt's software painter and the fonts that are installed. Not
// thread-safe. Owns all sprites; what they take is bounded, and at the bound all are dropped and
// drawn again as needed, which changes no pixel. A reference is good until the next trim() or
// reset().
#pragma once

#include <QtCore/QHash>
#include <QtCore/QString>
#include <QtGui/QFont>
#include <array>
#include <map>
#include <memory>
#include <optional>

#include "shared/qt/seat_map/palette.h"
#include "shared/qt/seat_map/raster.h"
#include "shared/qt/seat_map/seat_state.h"

namespace tessera::qt {

// Everything that the form of a seat says. Status, selection and wheelchair differ in shape, not in
// colour alone; of the bands the colour differs, and tip and table have the name.
struct SeatForm {
    SeatStatus status = SeatStatus::Available;
    int band = 0;  // Of a free seat.
    bool wheelchair = false;
    bool selected = false;
    bool detailed = true;  // Large enough for more than a shape; of one zoom alike.
    int allocation = 0;    // Of a blocked seat; 0: of none. Its letter says it, the colour helps.
};

class SeatSprites {
public:
    static constexpr std::size_t kBytesMax = 16u << 20;

    void reset(const SeatPalette& palette);
    void trim();  // Call where no reference is kept.

    // All forms of one size; a pointer is good as long as a sprite is.
    class Size {
    public:
        const Sprite& form(const SeatForm& form);

    private:
        friend class SeatSprites;
        static constexpr std::size_t kForms = (2 * kBandCount + 3) * 4;
        int pixels_ = 0;
        bool detailed_ = true;
        const SeatPalette* palette_ = nullptr;
        std::size_t* bytes_ = nullptr;
        std::array<std::optional<Sprite>, kForms> forms_;
    };
    Size& size(int pixels, bool detailed);

private:
    const SeatPalette* palette_ = &seatPalette(PaletteKind::Light);
    std::size_t bytes_ = 0;
    std::map<std::pair<int, bool>, Size> sizes_;
};

class TextSprites {
public:
    static constexpr std::size_t kBytesMax = 8u << 20;

    void trim();

    // Where a text of this height lies, its middle at (0, 0). Digits alone are put together from
    // ten.
    QSize extent(const QString& text, int pixels);
    void draw(Raster& raster, QPoint middle, const QString& text, int pixels, QRgb colour);

private:
    const Mask& mask(const QString& text, int pixels);

    std::size_t bytes_ = 0;
    QHash<std::pair<int, QString>, Mask> masks_;
};

}  // namespace tessera::qt
