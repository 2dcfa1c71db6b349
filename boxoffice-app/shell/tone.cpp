// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/shell/tone.h"

namespace tessera::boxoffice {

qt::TextRole roleOf(sale::Tone tone) {
    switch (tone) {
        case sale::Tone::Plain:
            break;
        case sale::Tone::Good:
            return qt::TextRole::Good;
        case sale::Tone::Warning:
            return qt::TextRole::Warning;
        case sale::Tone::Danger:
            return qt::TextRole::Danger;
    }
    return qt::TextRole::Weak;
}

MessageKind messageKindOf(sale::Tone tone) {
    switch (tone) {
        case sale::Tone::Plain:
            break;
        case sale::Tone::Good:
            return MessageKind::Good;
        case sale::Tone::Warning:
            return MessageKind::Warning;
        case sale::Tone::Danger:
            return MessageKind::Danger;
    }
    return MessageKind::Plain;
}

}  // namespace tessera::boxoffice
