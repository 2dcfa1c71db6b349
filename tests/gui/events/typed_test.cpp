// SPDX-License-Identifier: Apache-2.0
// What staff types is what is meant, in every language and over changes of clocks.
#include "shared/qt/setup/typed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "shared/qt/language/languages.h"
#include "shared/qt/setup/event_form.h"
#include "shared/qt/setup/plan_file.h"
#include "shared/qt/setup/series.h"
#include "tests/support/model_rules.h"

namespace tessera::setup {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string kBerlin = "Europe/Berlin";

std::int64_t secondsOf(const char* typed) {
    return readTime(QLatin1String(typed), kBerlin).time.seconds();
}

TEST(TypedTest, ATimeIsThatOfTheVenuesClocks) {
    EXPECT_EQ(secondsOf("2026-12-04 19:30"), 1796409000);
    EXPECT_EQ(secondsOf("2026-07-04 19:30"), 1783186200);
    EXPECT_EQ(typedTime(readTime("2026-7-4 9:05", kBerlin).time, kBerlin), "2026-07-04 09:05");
    EXPECT_EQ(readTime(QString::fromUtf8("٢٠٢٦-١٢-٠٤ ١٩:٣٠"), kBerlin).time.seconds(), 1796409000);
    for (const char* wrong : {"", "tomorrow", "2026-02-30 19:30", "2026-12-04 24:30", "2026-12-04",
                              "04.12.2026 19:30"}) {
        EXPECT_EQ(readTime(QLatin1String(wrong), kBerlin).fault, TimeFault::Form) << wrong;
    }
}

TEST(TypedTest, ATimeThatTheClocksSkipIsRefusedAndOneShownTwiceIsTheEarlier) {
    EXPECT_EQ(readTime("2027-03-28 02:30", kBerlin).fault, TimeFault::Skipped);
    EXPECT_EQ(readTime("2027-03-28 03:00", kBerlin).fault, TimeFault::None);
    EXPECT_EQ(secondsOf("2026-10-25 02:30"), 1792888200);  // Still of summer.
}

TEST(TypedTest, EveryTimeReadBackIsTheSameUnlessItsClockWasShownTwice) {
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    std::uniform_int_distribution<std::int64_t> minutes(25'000'000, 60'000'000);
    for (const std::string zone : {"Europe/Berlin", "America/St_Johns", "Asia/Kathmandu",
                                   "Pacific/Apia", "Australia/Lord_Howe", "UTC"}) {
        for (int i = 0; i < 300; ++i) {
            google::protobuf::Timestamp time;
            time.set_seconds(minutes(random) * 60);
            const TimeRead read = readTime(typedTime(time, zone), zone);
            ASSERT_EQ(read.fault, TimeFault::None) << zone << ' ' << time.seconds();
            const auto later = time.seconds() - read.time.seconds();
            const bool same = later == 0;
            const bool twice =
                later > 0 && later <= 3'600 && typedTime(time, zone) == typedTime(read.time, zone);
            EXPECT_TRUE(same || twice) << zone << ' ' << time.seconds();
        }
    }
}

TEST(TypedTest, LengthsRatesAndCountsAreReadAsTheyWereWritten) {
    EXPECT_EQ(typedLength(300), "5 min");
    EXPECT_EQ(typedLength(7'200), "2 h");
    EXPECT_EQ(typedLength(90), "90 s");
    EXPECT_EQ(readLength("45"), 2'700);
    EXPECT_EQ(readLength("1 D"), 86'400);
    EXPECT_EQ(readLength("5 weeks"), std::nullopt);
    EXPECT_EQ(readLength("-5 min"), std::nullopt);
    EXPECT_EQ(readCount("12"), 12);
    EXPECT_EQ(readCount("1.5"), std::nullopt);
    for (const qt::Language& language : qt::Languages::all()) {
        const QLocale locale(language.code);
        for (const int ppm : {0, 1, 25'000, 70'000, 190'000, 333'333, 1'000'000}) {
            EXPECT_EQ(readRate(typedRate(ppm, locale), locale), ppm) << language.code.toStdString();
        }
        for (const char* wrong : {"", "100.0001", "-1", "7 %%", "1.00001"}) {
            EXPECT_EQ(readRate(QLatin1String(wrong), locale), std::nullopt) << wrong;
        }
    }
}

v1::EventConfig wholeConfig() {
    v1::EventConfig config;
    config.set_name("Die Fledermaus");
    config.set_description("Operette\nin drei Akten");
    config.mutable_starts_at()->set_seconds(secondsOf("2026-12-31 19:00"));
    config.set_currency_code("EUR");
    for (const char* name : {"Adult", "Child"}) {
        v1::TicketType& type = *config.add_ticket_types();
        type.set_ticket_type_no(config.ticket_types_size() - 1);
        type.set_name(name);
        v1::Price& price = *config.add_prices();
        price.set_ticket_type_no(type.ticket_type_no());
        price.set_minor_units(4'950);
    }
    v1::Fee& fee = *config.add_fees();
    fee.set_name("Service");
    fee.set_kind(v1::Fee::PERCENT);
    fee.set_rate_ppm(25'000);
    v1::Tax& tax = *config.add_taxes();
    tax.set_name("VAT");
    tax.set_rate_ppm(70'000);
    tax.set_applies_to(v1::Tax::TICKETS);
    config.mutable_limits()->set_per_order(8);
    config.mutable_hold_duration()->set_seconds(600);
    config.mutable_sale_windows()->mutable_opens_at()->set_seconds(secondsOf("2026-09-01 10:00"));
    config.add_channels(v1::WEB);
    config.set_orphan_rule(false);
    config.mutable_focal_point()->set_x(900.5);
    v1::Entrance& entrance = *config.add_entrances();
    entrance.set_name("Gate B");
    entrance.add_section_nos(0);
    entrance.add_section_nos(4);
    config.mutable_after_sale()->mutable_returns_until()->set_seconds(
        secondsOf("2026-12-30 12:00"));
    config.mutable_after_sale()->set_return_fee_ppm(100'000);
    v1::Allocation& allocation = *config.add_allocations();
    allocation.set_allocation_no(7);
    allocation.set_name("Press");
    allocation.set_kind(v1::Allocation::PRESS);
    allocation.mutable_release_time()->set_seconds(secondsOf("2026-12-30 12:00"));
    return config;
}

TEST(TypedTest, AllOfAnEventsRulesComeBackFromBeingTypedInEveryLanguageAndFromTheDisk) {
    const v1::EventConfig config = wholeConfig();
    for (const qt::Language& language : qt::Languages::all()) {
        const TypingContext context{kBerlin, QLocale(language.code)};
        const TypedEvent typed = typedOf(config, context);
        QList<Problem> problems;
        const v1::EventConfig back = configOf(typed, context, problems);
        EXPECT_EQ(problems.size(), 0);
        EXPECT_EQ(back.DebugString(), config.DebugString()) << language.code.toStdString();
        EXPECT_THAT(masksBetween(config, back), IsEmpty());
        EXPECT_TRUE(typedFrom(toJson(typed)) == typed);
    }
}

TEST(TypedTest, WhatDiffersIsNamedByTheFieldsOfAnUpdate) {
    v1::EventConfig other = wholeConfig();
    other.mutable_prices(1)->set_minor_units(1);
    other.mutable_limits()->set_per_buyer(2);
    EXPECT_THAT(masksBetween(wholeConfig(), other), ElementsAre("prices", "limits"));
}

// A place that is typed wrongly, and where it is said.
struct WrongCase {
    const char* field;
    const char* typed;
};

TEST(TypedTest, WhatIsWrongIsSaidAtItsPlaceWithTheLimit) {
    const TypingContext context{kBerlin, QLocale("en")};
    const TypedEvent good = typedOf(wholeConfig(), context);
    for (const WrongCase& each : {WrongCase{"name", ""},
                                  {"startsAt", "soon"},
                                  {"startsAt", "2027-03-28 02:30"},
                                  {"currencyCode", "Eur"},
                                  {"limits.perOrder", "101"},
                                  {"holdDuration", "2 d"},
                                  {"payDuration", "5 s"},
                                  {"afterSale.returnFeePpm", "101"},
                                  {"focalPoint", "900"},
                                  {"saleWindows.closesAt", "2026-08-01 10:00"}}) {
        TypedEvent typed = good;
        typed.fields[QLatin1String(each.field)] = QLatin1String(each.typed);
        QList<Problem> problems;
        const auto read = configOf(typed, context, problems);
        ASSERT_GE(problems.size(), 1) << each.field << ' ' << read.ByteSizeLong();
        EXPECT_EQ(problems.first().place.toStdString(), each.field);
        EXPECT_NE(placeName(problems.first().place).toStdString(), each.field);
        EXPECT_FALSE(problems.first().text.isEmpty());
    }
    TypedEvent typed = good;
    typed.tables["fees"].append({"Too much", "PER_TICKET", "much"});
    typed.prices[priceKey(0, 1)] = "1.234";
    typed.fields["channels.web"] = "0";
    QList<Problem> problems;
    const auto read = configOf(typed, context, problems);
    QStringList places;
    for (const Problem& each : problems) places << each.place;
    EXPECT_THAT(places, ElementsAre("channels.web", "prices.0/1", "fees[1].amount"))
        << read.ByteSizeLong();
}

TEST(FormTest, ItsTablesAreModelsAndTheServersWordStandsAtTheCellItNames) {
    EventForm form;
    form.setContext({kBerlin, QLocale("en")});
    form.setBands({"Stalls", "Circle"});
    for (const char* each : kTables) {
        new test::ModelRules(&form.table(QLatin1String(each)), &form);
    }
    new test::ModelRules(&form.prices(), &form);
    form.load(typedOf(wholeConfig(), form.context()));
    form.setFixedTypes(2);
    RowTable& types = form.table("ticketTypes");
    EXPECT_TRUE(types.setData(types.index(2, 0), "Member", Qt::EditRole));
    EXPECT_EQ(form.prices().columnCount(), 3);
    EXPECT_TRUE(types.takeRow(2));
    EXPECT_FALSE(types.takeRow(1));
    EXPECT_EQ(form.prices().columnCount(), 2);
    client::Refusal refusal;
    refusal.metadata = {{"field", "config.fees[0].ratePpm"}, {"constraint", "0 to 1000000"}};
    EXPECT_TRUE(form.refuse(refusal));
    RowTable& fees = form.table("fees");
    EXPECT_EQ(fees.index(0, 2).data(kWrongRole).toString(), "0 to 1000000");
    EXPECT_EQ(placeName(form.problems().last().place), "Fees, row 1, Amount or %");
    refusal.metadata = {{"field", "event"}};
    EXPECT_FALSE(form.refuse(refusal));
}

TEST(SeriesTest, AWeeklyRuleKeepsTheHourOverTheChangeOfClocks) {
    const QStringList lines = weeklyLines("2027-03-14 19:30", 1, 4);
    EXPECT_THAT(lines, ElementsAre("2027-03-14 19:30", "2027-03-21 19:30", "2027-03-28 19:30",
                                   "2027-04-04 19:30"));
    const SeriesRead read = readSeries(lines.join(u'\n'), kBerlin);
    ASSERT_EQ(read.times.size(), 4);
    EXPECT_EQ(read.times[2].seconds() - read.times[1].seconds(), 7 * 86'400 - 3'600);
}

TEST(SeriesTest, AWrongLineIsNamedAndSoIsOneTooMany) {
    EXPECT_EQ(readSeries("2027-03-14 19:30\n\nsoon", kBerlin).wrongLine, 2);
    EXPECT_EQ(readSeries("2027-03-28 02:30", kBerlin).wrongLine, 0);
    EXPECT_EQ(readSeries("2027-03-14 19:30\n2027-3-14 19:30", kBerlin).wrongLine, 1);
    EXPECT_EQ(readSeries("", kBerlin).wrongLine, 0);
    const QStringList most = weeklyLines("2027-03-14 19:30", 1, 61);
    EXPECT_EQ(most.size(), Series::kDatesMost);
    const QString more = most.join(u'\n') + "\n2029-01-01 10:00";
    EXPECT_THAT(readSeries(more, kBerlin).problem.toStdString(), HasSubstr("at most 60"));
}

TEST(PlanFileTest, EveryPlanOfTheHouseCanBeLookedAtAndADamagedOneNamesItsPlace) {
    const QString folder = QStringLiteral(TESSERA_SOURCE_DIR "/plans/");
    const auto textOf = [&folder](const char* name) {
        QFile file(folder + QLatin1String(name));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    };
    const PlanRead theatre = readPlan(textOf("grand-theatre.json"));
    EXPECT_EQ(theatre.problem, "");
    EXPECT_EQ(theatre.layout.seat_count(), 1221);
    EXPECT_EQ(theatre.layout.categories_size(), 5);
    EXPECT_GT(readPlan(textOf("club-mosaik.json")).layout.areas_size(), 0);
    EXPECT_THAT(readPlan("{\"name\"").problem.toStdString(), HasSubstr("no JSON from byte"));
    EXPECT_THAT(readPlan("{}").problem.toStdString(), HasSubstr("$.categories"));
    EXPECT_THAT(readPlan(R"({"categories": [{"name": "A"}], "zones": [{"rows": [{"seats": [
                     {"category": "A"}, {"category": "B"}]}]}]})")
                    .problem.toStdString(),
                HasSubstr("$.zones[0].rows[0].seats[1].category"));
}

}  // namespace
}  // namespace tessera::setup
