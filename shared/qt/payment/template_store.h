// SPDX-License-Identifier: Apache-2.0
// The templates that are laid down at this till: one for an event, one for all others.
//
// The GUI's thread. Files of the till's folder, replaced whole or not at all; only what is a
// template is taken. templateFor() reads what lies there.
#pragma once

#include <QtCore/QString>
#include <string>
#include <tl/expected.hpp>

#include "shared/print/ticket_template.h"
#include "shared/qt/payment/ticket_paper.h"

namespace tessera::payment {

enum class TemplateOrigin {
    Event,  // Of this event alone.
    House,  // Of all that have none.
    Plain,  // Nothing is laid down.
};

struct TemplateInUse {
    print::TicketTemplate ticket{};
    TemplateOrigin origin = TemplateOrigin::Plain;
    QString problem{};  // Of a file that is passed over: which, and where in it.
};

class TemplateStore {
public:
    // `folder`: the till's.
    explicit TemplateStore(const QString& folder)
        : folder_(folder + QStringLiteral("/templates")) {}

    // An empty event: what all others use.
    TemplateInUse inUse(const std::string& event) const;
    // In words what is wrong, with its place, and nothing has changed; else empty. `event` as
    // above.
    QString take(const std::string& event, const QByteArray& json) const;
    // False: there was none.
    bool forget(const std::string& event) const;

private:
    QString fileOf(const std::string& event) const;

    QString folder_;
};

// What is wrong with it and where; or the template.
tl::expected<print::TicketTemplate, QString> readTemplate(const QByteArray& json);

}  // namespace tessera::payment
