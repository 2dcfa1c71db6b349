// SPDX-License-Identifier: Apache-2.0
// What is known of a person, all of it, and then nothing: looked for in every text of the database.
#include <gtest/gtest.h>

#include "shared/base/encoding.h"
#include "shared/base/ids.h"
#include "tests/integration/till_house.h"

namespace tessera::integration {
namespace {

const Person kPerson{"Zdenka Weggegangen", "zdenka.w@fort.example", "+420 777 123 456"};
constexpr const char* kNeedles[] = {"zdenka",  "weggegangen", "fort.example",
                                    "777 123", "777123",      "seat near the exit"};

class PersonsTest : public testing::Test {
protected:
    static Till& manager() {
        static Till till(Stack::shared(), "persons-admin", "administrator");
        return till;
    }
    // Every table with a row that has that anywhere, in whatever column.
    std::string tablesWith(const std::string& needle) const {
        stack.psql(
            "CREATE OR REPLACE FUNCTION tables_with(needle text) RETURNS text LANGUAGE plpgsql AS "
            "$$ DECLARE t text; n bigint; found text := ''; BEGIN FOR t IN SELECT tablename FROM "
            "pg_tables WHERE schemaname = 'public' ORDER BY 1 LOOP EXECUTE format('SELECT count(*) "
            "FROM %I AS r WHERE strpos(lower(r::text), %L) > 0', t, needle) INTO n; IF n > 0 "
            "THEN found := found || t || ' '; END IF; END LOOP; RETURN found; END $$");
        return stack.psql("SELECT tables_with('" + needle + "')");
    }
    void endEvent(const Sale& sale) const {
        stack.psql("UPDATE event_search SET starts_at = 1577836800000000 WHERE event_id = " +
                   std::to_string(*decodePublicId(sale.event)));
    }
    std::string books() const {
        return stack.psql(
            "SELECT md5(string_agg(l::text, ',' ORDER BY event_id, entry_id)) FROM ledger_entry l");
    }
    Answer erase() const {
        return manager().ask("ErasePerson",
                             {{"email", "ZDENKA.W@fort.example"}, {"reason", "asked by letter"}});
    }

    Stack& stack = Stack::shared();
};

TEST_F(PersonsTest, AfterErasingNothingInTheDatabaseNamesThePersonAndTheBooksAreAsTheyWere) {
    Till& till = manager();
    const Sale over = makeSale(stack);
    const Sale coming = makeSale(stack);
    const Json past = till.sell(over, {10, 11}, kPerson);
    Json noted = past;
    noted["note"] = "wants a seat near the exit";
    ASSERT_TRUE(till.change("SetOrderNote", noted).ok());
    const Json future = till.sell(coming, {10, 11}, kPerson);
    const Answer customer = till.change(
        "SaveCustomer",
        {{"customer",
          {{"name", kPerson.name}, {"email", kPerson.email}, {"phone", kPerson.phone}}}});
    ASSERT_TRUE(customer.ok()) << customer;
    ASSERT_TRUE(till.finds("zdenka", past));
    ASSERT_TRUE(till.finds("zdenka", future));

    const Answer exported = till.ask("ExportPerson", {{"email", kPerson.email}});
    ASSERT_TRUE(exported.ok()) << exported;
    const Json document = Json::parse(*fromBase64(exported.body.value("content", "")));
    EXPECT_EQ(document.at("orders").size(), 2U);
    EXPECT_EQ(document.at("tickets").size(), 4U);
    EXPECT_EQ(document.at("customers").at(0).value("phone", ""), kPerson.phone);
    EXPECT_EQ(document["orders"][0].value("note", ""), "wants a seat near the exit");
    EXPECT_EQ(document["orders"][0].value("order", ""), past.value("order", ""));
    for (const char* const needle : kNeedles) {
        EXPECT_NE(tablesWith(needle), "") << "the search itself finds what is there: " << needle;
    }
    EXPECT_EQ(till.ask("ExportPerson", {{"email", "nobody@fort.example"}}).reason,
              "PERSON_NOT_FOUND");

    const std::string before = books();
    endEvent(over);
    const Answer asked = erase();
    ASSERT_TRUE(asked.ok()) << asked;
    EXPECT_EQ(asked.body.value("customersErased", 0), 1);
    EXPECT_EQ(asked.body.value("ordersKept", 0), 1);
    ASSERT_TRUE(eventually(
        [&] { return stack.psql("SELECT count(*) FROM person_trace WHERE erased") == "1"; }));
    EXPECT_EQ(erase().body.value("ordersErased", 0), 1);
    EXPECT_EQ(till.ask("GetOrderDetails", future).body.at("buyer").value("name", ""), kPerson.name);
    const Json buyer = till.ask("GetOrderDetails", past).body.at("buyer");
    EXPECT_TRUE(buyer.value("name", "").starts_with("erased-"));
    EXPECT_EQ(till.find("zdenka"), std::vector<std::string>{future.value("order", "")});

    // By itself once its event is over, whatever becomes of the server until then.
    stack.killServer();
    endEvent(coming);
    stack.startServer();
    EXPECT_TRUE(eventually([&] {
        return stack.psql(
                   "SELECT count(*) FROM person_trace WHERE NOT erased AND person_key IN "
                   "(SELECT person_key FROM person_erasure)") == "0";
    }));
    for (const char* const needle : kNeedles) EXPECT_EQ(tablesWith(needle), "") << needle;
    EXPECT_EQ(books(), before);
    EXPECT_EQ(stack.psql("SELECT count(*) FROM trail WHERE action = 'export_person'"), "1");
    const auto verified = stack.runProgram(
        "tessera-admin", {"--database", stack.conninfo(), "audit", "verify"}, Millis(20'000));
    EXPECT_EQ(verified.code, 0) << verified.output;
    EXPECT_EQ(stack.serverOutput().find("zdenka"), std::string::npos);
}

TEST_F(PersonsTest, WhoWaitsForEventsToComeKeepsNobodyElseWaiting) {
    Till till(stack, "persons-later", "administrator");  // The server was begun anew meanwhile.
    const Sale over = makeSale(stack);
    const std::string coming = std::to_string(*decodePublicId(makeSale(stack).event));
    const std::string waiting = "FROM generate_series(1, 101) AS n";
    const std::string key = "sha256(('waits ' || n)::bytea)";
    stack.psql(
        "INSERT INTO person_erasure (person_key, pseudonym, asked_at, done, customers) "
        "SELECT " +
        key + ", 'erased-waiting0', 1577836900000000 + n, false, 0 " + waiting);
    stack.psql(
        "INSERT INTO person_trace (event_id, order_id, ticket_id, person_key, erased) "
        "SELECT " +
        coming + ", n, 0, " + key + ", false " + waiting);
    const Person person{"Vilma Vergessen", "vilma@fort.example", "+420 777 999 000"};
    const Json order = till.sell(over, {10, 11}, person);
    ASSERT_TRUE(till.finds("vilma", order));
    endEvent(over);
    ASSERT_TRUE(
        till.ask("ErasePerson", {{"email", person.email}, {"reason", "asked by letter"}}).ok());
    const std::string number = std::to_string(*decodePublicId(over.event));
    EXPECT_TRUE(eventually([&] {
        return stack.psql("SELECT count(*) FROM person_trace WHERE erased AND event_id = " +
                          number) == "1";
    }));
    EXPECT_EQ(stack.psql("SELECT count(*) FROM person_erasure WHERE pseudonym = 'erased-waiting0' "
                         "AND NOT done"),
              "101")
        << "what they wait for is still to come";
    stack.psql("DELETE FROM person_trace WHERE event_id = " + coming);
    // Nothing of them is left: all that was committed until they asked is known.
    EXPECT_TRUE(eventually([&] {
        return stack.psql(
                   "SELECT count(*) FROM person_erasure WHERE "
                   "pseudonym = 'erased-waiting0' AND NOT done") == "0";
    }));
    EXPECT_NE(stack.psql("SELECT count(*) FROM person_erasure WHERE NOT done"), "0")
        << "whose wish is younger than batches that may be under way is not ended yet";
    stack.psql("DELETE FROM person_erasure WHERE pseudonym = 'erased-waiting0'");
}

}  // namespace
}  // namespace tessera::integration
