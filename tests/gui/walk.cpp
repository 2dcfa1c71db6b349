// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/walk.h"

#include <QtCore/QDir>
#include <QtGui/QAccessible>
#include <QtWidgets/QtWidgets>
#include <algorithm>
#include <unordered_map>

#include "shared/qt/language/pseudo_translator.h"
#include "shared/qt/seat_map/palette.h"
#include "tests/gui/walk_keys.h"
#include "tests/gui/walk_parts.h"

namespace tessera::gui {
namespace {

// Parts of another control, which is named.
bool isPart(const QWidget* widget) {
    const QWidget* const parent = widget->parentWidget();
    return widget->objectName().startsWith(QLatin1String("qt_")) ||
           qobject_cast<const QAbstractSpinBox*>(parent) != nullptr ||
           qobject_cast<const QComboBox*>(parent) != nullptr ||
           qobject_cast<const QAbstractItemView*>(parent) != nullptr ||
           qobject_cast<const QHeaderView*>(widget) != nullptr ||
           qobject_cast<const QScrollBar*>(widget) != nullptr;
}

bool isControl(const QWidget* widget) {
    return !isPart(widget) && (widget->focusPolicy() & Qt::TabFocus) != 0 &&
           qobject_cast<const QScrollArea*>(widget) == nullptr;
}

// What a widget says in one line or several; empty: nothing.
QString textOf(const QWidget* widget) {
    if (const auto* label = qobject_cast<const QLabel*>(widget)) return label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) return button->text();
    if (const auto* group = qobject_cast<const QGroupBox*>(widget)) return group->title();
    return {};
}

// How much wider a text is painted than it is measured, because of its underlined letter.
int widerThanMeasured(const QWidget* widget, const QString& text) {
    constexpr int kHigh = 200;
    const bool underlined =
        text.contains(u'&') && text.isRightToLeft() &&
        widget->style()->styleHint(QStyle::SH_UnderlineShortcut, nullptr, widget) != 0;
    if (!underlined) return 0;
    const QFontMetrics metrics(widget->font());
    const int measured = metrics.size(Qt::TextShowMnemonic, text).width();
    QImage image(2 * measured, kHigh, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setFont(widget->font());
    painter.drawText(image.rect(), Qt::AlignCenter | Qt::TextShowMnemonic, text);
    painter.end();
    int left = image.width();
    int right = 0;
    for (int y = 0; y < kHigh; ++y) {
        const auto* const line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            if (qGray(line[x]) > 200) continue;
            left = std::min(left, x);
            right = std::max(right, x);
        }
    }
    return std::max(0, right - left + 1 - measured);
}

bool hasRoom(const QWidget* widget) {
    if (const auto* label = qobject_cast<const QLabel*>(widget)) {
        if (label->wordWrap()) return label->heightForWidth(label->width()) <= label->height();
        return label->sizeHint().width() <= label->width() &&
               label->sizeHint().height() <= label->height();
    }
    const QSize needed = widget->sizeHint() + QSize(widerThanMeasured(widget, textOf(widget)), 0);
    return needed.width() <= widget->width() && needed.height() <= widget->height();
}

bool isInside(const QWidget* widget) {
    const QWidget* const parent = widget->parentWidget();
    if (parent == nullptr || widget->isWindow()) return true;
    const bool canBeScrolledTo =
        qobject_cast<const QAbstractScrollArea*>(parent->parentWidget()) != nullptr;
    return canBeScrolledTo || parent->rect().contains(widget->geometry());
}

// Of what is painted: the commonest colour is the ground, the strongest against it the ink. A ring
// or border around the text does not count. 21 where there is too little to be judged.
double contrastIn(const QImage& image, QRect area) {
    constexpr int kRing = 5;
    constexpr int kStep = 3;  // A sample is enough to know the ground.
    area = area.adjusted(kRing, kRing, -kRing, -kRing);
    if (!area.isValid()) return 21;  // Which intersected() would turn round.
    area = area.intersected(image.rect());
    if (area.width() < kStep || area.height() < kStep) return 21;
    std::unordered_map<QRgb, int> counts;
    for (int y = area.top(); y <= area.bottom(); y += kStep) {
        for (int x = area.left(); x <= area.right(); x += kStep) ++counts[image.pixel(x, y)];
    }
    const QRgb ground =
        std::ranges::max_element(counts, {}, [](const auto& each) { return each.second; })->first;
    double best = 1;
    QRgb last = ground;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        const auto* const line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        for (int x = area.left(); x <= area.right(); ++x) {
            if (line[x] == last) continue;
            last = line[x];
            best = std::max(best, qt::contrast(last, ground));
        }
    }
    return best == 1 ? 21 : best;  // Nothing but ground: no text was painted.
}

// "6:59 PM" is a locale's own.
bool isTime(const QString& text) {
    static const QRegularExpression kTime(
        QStringLiteral("^\\d{1,2}:\\d{2}(:\\d{2})?\\s?([AP]M)?$"));
    return kTime.match(text).hasMatch();
}

class Walk {
public:
    Walk(QWidget& root, const WalkOptions& options)
        : root_(root),
          options_(options),
          picture_(root.grab().toImage().convertToFormat(QImage::Format_RGB32)) {}

    void look(QWidget* widget) {
        if (!widget->isVisible() || widget->size().isEmpty()) return;
        if (isControl(widget)) lookAtName(widget);
        const QString text = textOf(widget);
        if (!text.trimmed().isEmpty()) lookAtText(widget, text);
        lookAtPlaceholder(widget);
        lookAtTyped(widget);
        lookAtParts(widget);
        if (options_.pseudo) lookAtWords(widget, text);
        for (QObject* const child : widget->children()) {
            auto* const below = qobject_cast<QWidget*>(child);
            if (below != nullptr && !below->isWindow()) look(below);
        }
    }

    Walked result{};

private:
    void find(Fault fault, const QWidget* widget, const QString& what) {
        result.findings.push_back({fault, pathOf(widget), what});
    }

    void lookAtName(QWidget* widget) {
        ++result.controls;
        QAccessibleInterface* const face = QAccessible::queryAccessibleInterface(widget);
        const QString name = face == nullptr ? QString() : face->text(QAccessible::Name);
        if (name.trimmed().isEmpty()) find(Fault::Unnamed, widget, {});
    }

    void lookAtText(QWidget* widget, const QString& text) {
        ++result.texts;
        if (!hasRoom(widget) || !isInside(widget)) {
            findClipped(widget, text, widget->size(), widget->sizeHint());
        }
        lookAtContrast(widget, text);
    }

    void lookAtContrast(const QWidget* widget, const QString& text) {
        const double contrast = contrastOf(widget);
        if (contrast < options_.contrastLeast) findWeak(widget, text, contrast);
    }

    // The cursor of a field that has the focus is ink, too: there it says nothing.
    void lookAtPlaceholder(const QWidget* widget) {
        const auto* const field = qobject_cast<const QLineEdit*>(widget);
        const bool shows = field != nullptr && field->isEnabled() && field->text().isEmpty() &&
                           !field->placeholderText().isEmpty();
        if (!shows) return;
        ++result.texts;
        lookAtContrast(widget, field->placeholderText());
    }

    // Longer than its field it can be scrolled; of a date or a number all is to be seen at once.
    void lookAtTyped(const QWidget* widget) {
        const auto* const field = qobject_cast<const QLineEdit*>(widget);
        if (field == nullptr || !field->isEnabled() || field->text().trimmed().isEmpty()) return;
        ++result.texts;
        const auto* const spin = qobject_cast<const QAbstractSpinBox*>(field->parentWidget());
        const QSize needed = roomFor(QFontMetrics(field->font()), field->text());
        if (needed.height() > field->height() ||
            (spin != nullptr && needed.width() > field->width())) {
            findClipped(widget, field->text(), field->size(), needed);
        }
        lookAtPart(widget, widget->rect(), field->text());
    }

    // Of a view it is the viewport that paints.
    void lookAtParts(QWidget* widget) {
        const auto* const view = qobject_cast<const QAbstractItemView*>(widget);
        QWidget* const canvas = view == nullptr ? widget : view->viewport();
        for (const PartText& part : partsOf(widget)) {
            lookAtRoom(widget, part);
            if (part.shortened && !tellsAll(canvas, part)) {
                find(Fault::Clipped, widget,
                     QStringLiteral("“%1” is shortened, and the whole is nowhere").arg(part.text));
            }
            if (part.enabled) lookAtPart(canvas, part.place, part.text);
            if (options_.pseudo && view == nullptr) lookAtWord(widget, part.text);
        }
        for (QMenu* const menu : menusOf(widget)) lookAtMenu(menu);
    }

    void lookAtRoom(const QWidget* widget, const PartText& part) {
        ++result.texts;
        const QSize has = part.place.size();
        const QSize& needed = part.needed;
        if (needed.width() <= has.width() && needed.height() <= has.height()) return;
        findClipped(widget, part.text, has, needed);
    }

    // As it is once it is open.
    void lookAtMenu(QMenu* menu) {
        const std::vector<PartText> entries = entriesOf(*menu);
        const QImage image = menu->grab().toImage().convertToFormat(QImage::Format_RGB32);
        for (const PartText& entry : entries) {
            ++result.controls;
            if (entry.text.trimmed().isEmpty()) find(Fault::Unnamed, menu, {});
            lookAtRoom(menu, entry);
            const double contrast = entry.enabled ? contrastIn(image, entry.place) : 21;
            if (contrast < options_.contrastLeast) findWeak(menu, entry.text, contrast);
            if (options_.pseudo) lookAtWord(menu, entry.text);
        }
        for (QMenu* const below : menusOf(menu)) lookAtMenu(below);
    }

    void findWeak(const QWidget* widget, const QString& text, double contrast) {
        find(Fault::WeakContrast, widget, QStringLiteral("“%1” at %2").arg(text).arg(contrast));
    }

    void findClipped(const QWidget* widget, const QString& text, QSize has, QSize needed) {
        find(Fault::Clipped, widget,
             QStringLiteral("“%1” has %2 × %3, needs %4 × %5")
                 .arg(text)
                 .arg(has.width())
                 .arg(has.height())
                 .arg(needed.width())
                 .arg(needed.height()));
    }

    // The contrast of a text that is painted in a part of a widget; what is scrolled away is not
    // looked at, and the cursor of a field that has the focus would be ink.
    void lookAtPart(const QWidget* widget, QRect part, const QString& text) {
        if (widget->visibleRegion().boundingRect() != widget->rect() || widget->hasFocus()) return;
        const QRect area(widget->mapTo(&root_, part.topLeft()), part.size());
        const double contrast = contrastIn(picture_, area);
        if (contrast < options_.contrastLeast) findWeak(widget, text, contrast);
    }

    void lookAtWords(QWidget* widget, const QString& text) {
        QStringList words{text, widget->accessibleName(), widget->accessibleDescription()};
        if (const auto* field = qobject_cast<const QLineEdit*>(widget)) {
            words.append(field->placeholderText());
        }
        if (const auto* box = qobject_cast<const QComboBox*>(widget)) {
            for (int row = 0; row < box->count(); ++row) words.append(box->itemText(row));
        }
        if (const auto* view = qobject_cast<const QAbstractItemView*>(widget)) {
            const QAbstractItemModel* const model = view->model();
            for (int at = 0; model != nullptr && at < model->columnCount(); ++at) {
                words.append(model->headerData(at, Qt::Horizontal).toString());
            }
        }
        for (const QString& each : words) lookAtWord(widget, each);
    }

    void lookAtWord(const QWidget* widget, const QString& each) {
        const bool speaks =
            std::ranges::any_of(each, [](QChar letter) { return letter.isLetter(); });
        const bool isKey = !QKeySequence::fromString(each).isEmpty() &&
                           QKeySequence::fromString(each)[0].key() != Qt::Key_unknown;
        if (!speaks || isKey || isTime(each) || each.contains(QChar{qt::kPseudoOpen})) return;
        if (!options_.data.contains(each)) find(Fault::Untranslated, widget, each);
    }

    // Of what is scrolled away, wholly or in part, as it is once it is scrolled to.
    double contrastOf(const QWidget* widget) const {
        const bool whole = widget->visibleRegion().boundingRect() == widget->rect();
        const QWidget* at = whole ? nullptr : widget->parentWidget();
        while (at != nullptr && qobject_cast<const QScrollArea*>(at) == nullptr) {
            at = at->parentWidget();
        }
        if (at == nullptr) return contrastIn(picture_, shown(widget));
        QWidget* const content = qobject_cast<const QScrollArea*>(at)->widget();
        const QRect place(widget->mapTo(content, QPoint()), widget->size());
        const QImage image = content->grab(place).toImage().convertToFormat(QImage::Format_RGB32);
        return contrastIn(image, image.rect());
    }

    // The part of it that is not scrolled away, in the root's coordinates.
    QRect shown(const QWidget* widget) const {
        const QRect part = widget->visibleRegion().boundingRect();
        return {widget->mapTo(&root_, part.topLeft()), part.size()};
    }

    QWidget& root_;
    const WalkOptions& options_;
    const QImage picture_;
};

}  // namespace

QString pathOf(const QWidget* widget) {
    QStringList path;
    for (; widget != nullptr; widget = widget->parentWidget()) {
        const QString name = widget->objectName();
        path.prepend(QString::fromLatin1(widget->metaObject()->className()) +
                     (name.isEmpty() ? QString() : u'#' + name));
    }
    return path.mid(std::max<qsizetype>(0, path.size() - 4)).join(u'/');
}

Walked walk(QWidget& root, const WalkOptions& options) {
    Walk walker(root, options);
    walker.look(&root);
    const std::vector<Finding> keys = keysGivenTwice(root);
    walker.result.findings.insert(walker.result.findings.end(), keys.begin(), keys.end());
    return walker.result;
}

void shoot(QWidget& widget, const QString& name) {
    const QString folder = qEnvironmentVariable("TESSERA_SHOTS");
    if (folder.isEmpty()) return;
    QDir().mkpath(folder);
    widget.grab().save(folder + u'/' + name + QStringLiteral(".png"));
}

}  // namespace tessera::gui
