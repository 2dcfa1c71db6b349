// SPDX-License-Identifier: Apache-2.0
// tessera-bench-search: what staff ask the database while people wait.
//
// An order among a million and a customer among 200,000, as they are typed, and the figures of a
// stadium of 80,960 seats that is sold: the server's own statements on a private PostgreSQL with
// generated people. Prints a line for each way to ask: how often it found something, and the
// middle, the 99th percentile and the longest of its times. Fails where a search's 99th percentile
// is over 50 ms, or the middle of the figures' over 500 ms: the dashboard asks every two seconds.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "server/store/customers.h"
#include "server/store/inventory_rows.h"
#include "server/store/migrator.h"
#include "server/store/order_search.h"
#include "shared/base/check.h"
#include "tests/support/private_postgres.h"
#include "tests/support/report.h"

namespace tessera::store {
namespace {

constexpr int kAsked = 200;
constexpr double kMillisMost = 50;
constexpr int kSalesAsked = 20;
constexpr double kSalesMillisMost = 500;
constexpr int kSeats = 80'960;
constexpr int kCategories = 6;

// A name follows from a number: 5,000 family names, 300 first names, of two and three syllables.
constexpr const char* kPeople = R"sql(
CREATE FUNCTION syllables(n bigint, many integer) RETURNS text LANGUAGE sql IMMUTABLE AS $$
SELECT string_agg((ARRAY['ba','ro','mi','ka','len','sto','vi','ter','hal','do','nu','gre','pa',
'shi','wo','zen','lu'])[(1 + (n * 7919 + i * 104729 * (n % 31 + 1)) % 17)::integer], '')
FROM generate_series(1, many) AS i $$;
CREATE FUNCTION words_of(n bigint) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
SELECT array_to_tsvector(ARRAY[syllables(n % 300, 2), syllables(n % 5000, 3) || (n % 5000 % 9),
syllables(n % 5000, 3) || n, 'example', 'org', (436640000000 + n * 7907 % 90000000)::text]) $$;
INSERT INTO event_search SELECT e, extract(epoch FROM now())::bigint * 1000000, false, '', '', ''
FROM generate_series(1, 500) AS e;
INSERT INTO customer SELECT n, syllables(n % 300, 2) || ' ' || syllables(n % 5000, 3), '', '', '',
'', '', false, 1, NULL, words_of(n), false FROM generate_series(1::bigint, 200000) AS n;
)sql";

// A tenth of them, by its number from 0.
std::string ordersOf(int tenth) {
    return "INSERT INTO order_search SELECT 1 + n % 500, n, words_of(n * 48271 % 1000003) FROM "
           "generate_series(" +
           std::to_string(1 + tenth * 100'000) + "::bigint, " +
           std::to_string((tenth + 1) * 100'000) + ") AS n";
}

// Event 1000: every seat is sold, two an order, in the four hours until now, by three channels.
constexpr const char* kStadium = R"sql(
INSERT INTO seat SELECT 1000, 1 + n, n, 2, CASE WHEN n % 20 = 0 THEN 1 ELSE 0 END
FROM generate_series(0, 80959) AS n;
INSERT INTO reservation (event_id, reservation_id, request_id, fingerprint, created_at, total,
expires_at, extended, terms_version, channel, state, reason, order_id, buyer, seats, types)
SELECT 1000, n, gen_random_uuid(), n, 0, 8400, 0, 0, 1, 1 + n % 3, 3, 0, n, '\x', ARRAY[2*n, 2*n+1],
ARRAY[0, 0] FROM generate_series(0, 40479) AS n;
INSERT INTO ticket_order (event_id, order_id, reservation_id, state, created_at, pay_deadline, total,
contact_name, contact_email, language, quote, evidence) SELECT 1000, n, n, 5,
(extract(epoch FROM now()) * 1000000)::bigint - (n % 240)::bigint * 60000000, 0, 8400, 'x', 'x', 'en',
'{}', '' FROM generate_series(0, 40479) AS n;
INSERT INTO ticket (event_id, ticket_id, order_id, seat_no, ticket_type, state, price)
SELECT 1000, 1 + n, n / 2, n, 0, 2, 4200 FROM generate_series(0, 80959) AS n;
)sql";

struct Way {
    const char* name;
    const char* figure;  // In the report.
    std::string what;    // SQL of one text to ask for, by a number.
};

// As they are typed: words are those of `words_of`.
const Way kWays[] = {
    {"family name", "family_name", "syllables($n % 5000, 3) || ($n % 5000 % 9)"},
    {"first name and family name", "full_name",
     "syllables($n % 300, 2) || ' ' || syllables($n % 5000, 3)"},
    {"first name", "first_name", "syllables($n % 300, 2)"},
    {"three letters", "three_letters", "left(syllables($n % 5000, 3), 3)"},
    {"e-mail", "email", "syllables($n % 5000, 3) || $n || '@example.org'"},
    {"telephone", "telephone", "'+' || (436640000000 + $n * 7907 % 90000000)"},
    {"nobody", "nobody", "'xyz' || $n"},
};

std::vector<std::string> textsOf(const test::PrivatePostgres& database, const Way& way, int seed) {
    std::string what = way.what;
    for (auto at = what.find("$n"); at != std::string::npos; at = what.find("$n")) {
        what.replace(at, 2, "n.n");
    }
    const auto lines = database.psql(
        "SELECT " + what + " FROM (SELECT (k::bigint * 48271 + " + std::to_string(seed) +
        ") % 1000003 AS n FROM generate_series(1, " + std::to_string(kAsked) + ") AS k) AS n");
    TESSERA_CHECK(lines.has_value());
    std::vector<std::string> texts;
    std::size_t at = 0;
    while (at < lines->size()) {
        const std::size_t end = std::min(lines->find('\n', at), lines->size());
        texts.push_back(lines->substr(at, end - at));
        at = end + 1;
    }
    return texts;
}

struct Times {
    std::vector<double> millis{};  // Ascending.
    int found = 0;

    double p50() const { return millis[millis.size() / 2]; }
    double p99() const { return millis[millis.size() * 99 / 100]; }
};

Times measure(const std::string& name, int times, const std::function<std::size_t(int)>& ask) {
    Times out;
    for (int i = 0; i < times; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        out.found += ask(i) > 0 ? 1 : 0;
        const std::chrono::duration<double, std::milli> took =
            std::chrono::steady_clock::now() - begin;
        out.millis.push_back(took.count());
    }
    std::ranges::sort(out.millis);
    std::printf("%-40s found %3d of %zu   p50 %6.2f ms   p99 %6.2f ms   max %6.2f ms\n",
                name.c_str(), out.found, out.millis.size(), out.p50(), out.p99(),
                out.millis.back());
    return out;
}

class SearchBench {
public:
    explicit SearchBench(int seed) : seed_(seed) {
        TESSERA_CHECK(migrate(database_->conninfo()).has_value());
        std::vector<std::string> all{kPeople};
        for (int tenth = 0; tenth < 10; ++tenth) all.push_back(ordersOf(tenth));
        all.insert(all.end(), {kStadium, "VACUUM ANALYZE"});
        for (const std::string& sql : all) {
            const auto made = database_->psql(sql);
            if (!made) std::fprintf(stderr, "%s\n", made.error().message.c_str());
            TESSERA_CHECK(made.has_value());
        }
    }
    // False: too slow.
    bool search(test::Figures& figures) {
        OrderSearch orders(database_->conninfo(), 1);
        Customers customers(database_->conninfo(), 1);
        bool quick = true;
        for (const Way& way : kWays) {
            const auto texts = textsOf(*database_, way, seed_);
            const int times = static_cast<int>(texts.size());
            const auto text = [&](int i) { return texts[static_cast<std::size_t>(i)]; };
            const auto ofOrders = [&](int i) {
                OrderQuery query;
                query.text = text(i);
                const auto found = orders.find(query);
                TESSERA_CHECK(found.has_value());
                return found->size();
            };
            const auto ofCustomers = [&](int i) {
                const auto found = customers.find(text(i));
                TESSERA_CHECK(found.has_value());
                return found->size();
            };
            const Times one = measure(std::string("orders by ") + way.name, times, ofOrders);
            const Times two = measure(std::string("customers by ") + way.name, times, ofCustomers);
            figures.emplace_back(std::string("orders_by_") + way.figure + "_p99_ms", one.p99());
            figures.emplace_back(std::string("customers_by_") + way.figure + "_p99_ms", two.p99());
            quick = quick && one.p99() <= kMillisMost && two.p99() <= kMillisMost;
        }
        return quick;
    }
    bool sales(test::Figures& figures) {
        const auto inventory = makePostgresInventory(database_->conninfo(), 1);
        CategoriesOf categories;
        for (int seat = 0; seat < kSeats; ++seat) {
            categories.seats.push_back(static_cast<std::int16_t>(seat % kCategories));
        }
        const Times times = measure("figures of 80,960 seats", kSalesAsked, [&](int) {
            const auto counts = inventory->readSales(EventId{1000}, categories);
            TESSERA_CHECK(counts.has_value());
            std::int32_t sold = 0;
            for (const auto& each : counts->sold) sold += each.tickets;
            TESSERA_CHECK(sold == kSeats);
            return counts->minutes.size();
        });
        figures.emplace_back("sales_p50_ms", times.p50());
        figures.emplace_back("sales_max_ms", times.millis.back());
        return times.p50() <= kSalesMillisMost;
    }

private:
    const int seed_;
    const std::unique_ptr<test::PrivatePostgres> database_ = test::PrivatePostgres::startOrDie();
};

int run(int seed) {
    std::printf("seed %d\n", seed);
    SearchBench bench(seed);
    test::Figures figures;
    const bool quick = bench.search(figures);
    const bool counted = bench.sales(figures);
    test::writeReport("search", figures);
    return quick && counted ? 0 : 1;
}

}  // namespace
}  // namespace tessera::store

int main(int argc, char** argv) {
    const bool seeded = argc > 1;
    const int seed = seeded ? std::atoi(argv[1]) : static_cast<int>(std::random_device{}() % 1000);
    return tessera::store::run(seed);
}
