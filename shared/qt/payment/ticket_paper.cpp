// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/payment/ticket_paper.h"

#include <QtCore/QFile>

#include "shared/print/template_json.h"
#include "shared/qt/print/print_job.h"
#include "shared/qt/sale/words.h"

namespace tessera::payment {
namespace {

constexpr int kStubColumn = 900;
constexpr int kTextColumn = 260;

print::TextField line(int row, int column, const char* text, int font, int times = 1) {
    print::TextField field;
    field.row = row;
    field.column = column;
    field.text = text;
    field.font = font;
    field.heightTimes = times;
    field.widthTimes = times;
    field.widthMax = column < kStubColumn ? kStubColumn - column - 20 : 0;
    return field;
}

std::string typeName(const v1::Event& event, int number) {
    for (const v1::TicketType& type : event.config().ticket_types()) {
        if (type.ticket_type_no() == number) return type.name();
    }
    return {};
}

QString firstBytes(QString text, int most) {
    constexpr qsizetype kLetters = 40;
    text.truncate(kLetters);
    while (text.toUtf8().size() > most) text.chop(1);
    if (!text.isEmpty() && text.back().isHighSurrogate()) text.chop(1);
    return text;
}

}  // namespace

print::FieldValues ticketValues(const v1::Event& event, const v1::Order& order,
                                const v1::Ticket& ticket, const QLocale& locale) {
    const std::string& zone = event.venue().time_zone();
    const v1::EventConfig& config = event.config();
    return {{"event.title", config.name()},
            {"event.date", sale::dateText(config.starts_at(), zone, locale).toStdString()},
            {"event.time", sale::timeText(config.starts_at(), zone, locale).toStdString()},
            {"event.terms", config.terms().substr(0, config.terms().find('\n'))},
            {"venue.name", event.venue().name()},
            {"venue.city", event.venue().city()},
            {"seat.section", ticket.label().section()},
            {"seat.row", ticket.label().row()},
            {"seat.number", ticket.label().seat()},
            {"seat.place", sale::placeText(ticket.label()).toStdString()},
            {"ticket.type", typeName(event, ticket.ticket_type_no())},
            {"ticket.price", sale::moneyText(ticket.price(), locale).toStdString()},
            {"ticket.code", ticket.code()},
            {"order.number", order.order()}};
}

print::TicketTemplate plainTicket() {
    print::TicketTemplate ticket;
    ticket.name = "plain";
    ticket.stock = {1100, 400, 200};
    ticket.fields.emplace_back(print::QrField{30, 30, "{ticket.code}", 4});
    ticket.fields.emplace_back(line(30, kTextColumn, "{event.title}", 3, 2));
    ticket.fields.emplace_back(line(120, kTextColumn, "{event.date}", 3));
    ticket.fields.emplace_back(line(165, kTextColumn, "{venue.name}", 3));
    ticket.fields.emplace_back(line(220, kTextColumn, "{seat.place}", 3, 2));
    ticket.fields.emplace_back(line(300, kTextColumn, "{ticket.type}  {ticket.price}", 3));
    ticket.fields.emplace_back(line(350, kTextColumn, "{order.number}", 2));
    ticket.fields.emplace_back(print::LineField{20, kStubColumn, 360, 2, true});
    ticket.fields.emplace_back(line(60, kStubColumn + 20, "{seat.section}", 2));
    ticket.fields.emplace_back(line(110, kStubColumn + 20, "{seat.row}", 3, 2));
    ticket.fields.emplace_back(line(190, kStubColumn + 20, "{seat.number}", 3, 2));
    ticket.fields.emplace_back(line(280, kStubColumn + 20, "{event.time}", 2));
    return ticket;
}

print::TicketTemplate templateFor(const QString& folder, const std::string& event,
                                  QString* problem) {
    for (const QString& name : {QString::fromStdString(event), QStringLiteral("ticket")}) {
        QFile file(folder + u'/' + name + QStringLiteral(".json"));
        if (name.isEmpty() || folder.isEmpty() || !file.open(QIODevice::ReadOnly)) continue;
        const QByteArray json = file.read(static_cast<qint64>(print::kTemplateBytesMax) + 1);
        const auto read =
            print::parseTemplate({json.constData(), static_cast<std::size_t>(json.size())});
        if (read) return *read;
        if (problem != nullptr) {
            *problem = file.fileName() + QStringLiteral(": ") +
                       QString::fromStdString(read.error().path + ' ' + read.error().message);
        }
    }
    return plainTicket();
}

// A job's title has a limit in bytes: half of it for each.
QString ticketTitle(const v1::Event& event, const v1::Ticket& ticket) {
    constexpr int kHalf = qt::kJobTextBytesMax / 2 - 2;
    return firstBytes(sale::textOf(event.config().name()), kHalf) + QStringLiteral(", ") +
           firstBytes(sale::placeText(ticket.label()), kHalf);
}

std::string sampleCode() {
    std::string code = "TEST";
    while (code.size() < kTicketCodeLetters) code += static_cast<char>('0' + code.size() % 10);
    return code;
}

}  // namespace tessera::payment
