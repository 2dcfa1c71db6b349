// SPDX-License-Identifier: Apache-2.0
#include "tests/client/house.h"

#include "shared/base/ids.h"
#include "shared/client/device_key.h"

namespace tessera::client {
namespace {

constexpr integration::Millis kCommandLimit{20'000};

}  // namespace

Till::Till(Endpoint endpoint)
    : client(std::make_unique<Client>(ClientOptions{.endpoint = std::move(endpoint),
                                                    .onLink =
                                                        [this](bool up) {
                                                            const std::lock_guard lock(mutex_);
                                                            links_.push_back(up);
                                                        },
                                                    .onSessionOver =
                                                        [this](const Refusal& refusal) {
                                                            const std::lock_guard lock(mutex_);
                                                            ends_.push_back(refusal.reason);
                                                        }})) {}

Answer<v1::StaffSession> Till::signIn(const Account& account) {
    v1::SignInRequest request;
    request.set_login(account.login);
    request.set_password(account.password);
    Awaited<v1::StaffSession> awaited;
    client->signIn(request, awaited.callback());
    return awaited.get();
}

std::vector<bool> Till::links() const {
    const std::lock_guard lock(mutex_);
    return links_;
}

std::vector<v1::ErrorReason::Reason> Till::ends() const {
    const std::lock_guard lock(mutex_);
    return ends_;
}

House& House::shared() {
    static House house;
    return house;
}

House::House() : relay(std::make_unique<Relay>(stack.ports().staff)) {
    // Before the tills: the server reads accounts again where a device is enrolled.
    cashier = hire("cora", "cashier");
    supervisor = hire("ada", "supervisor");
    leaver = hire("dora", "cashier");
    identities = {enrol("Till by the door"), enrol("Till by the stairs")};
}

std::string House::shell(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--database", stack.conninfo()});
    auto ran = stack.runProgram("tessera-admin", arguments, kCommandLimit);
    EXPECT_EQ(ran.code, 0) << ran.output;
    while (!ran.output.empty() && ran.output.back() == '\n') ran.output.pop_back();
    return ran.output;
}

Account House::hire(const std::string& login, const std::string& role) const {
    return {login, shell({"staff", "add", "--login", login, "--name", login, "--role", role})};
}

Identity House::enrol(const std::string& name) const {
    const auto key = makeDeviceKey();
    EXPECT_TRUE(key.has_value());
    v1::EnrolRequest request;
    request.set_code(shell({"devices", "code", "--name", name}));
    request.set_csr(key->requestPem);
    Till stranger(endpoint(stack.ports().staff));
    const auto enrolled = stranger.ask(kEnrol, request);
    EXPECT_TRUE(enrolled.done());
    EXPECT_EQ(enrolled.value.name(), name);
    return {key->keyPem, enrolled.value.certificate()};
}

Endpoint House::endpoint(std::uint16_t port, const Identity& identity) const {
    return {"127.0.0.1:" + std::to_string(port), stack.authorityPem(), identity.keyPem,
            identity.certificatePem};
}

std::unique_ptr<Till> House::till(int number, bool relayed) const {
    const std::uint16_t port = relayed ? relay->port() : stack.ports().staff;
    return std::make_unique<Till>(endpoint(port, identities.at(static_cast<std::size_t>(number))));
}

std::unique_ptr<Till> House::cashiersTill(int number, bool relayed) const {
    auto made = till(number, relayed);
    EXPECT_TRUE(made->signIn(cashier).done());
    openShift(*made);
    return made;
}

void openShift(Till& till) {
    v1::OpenShiftRequest request;
    request.set_request_id(till.client->newRequestId());
    v1::Money& money = *request.add_opening_float();
    money.set_currency_code("EUR");
    money.set_minor_units(20'000);
    const auto opened = till.ask(kOpenShift, request);
    EXPECT_TRUE(opened.done() || opened.refusal.reason == v1::ErrorReason::SHIFT_OPEN);
}

void House::restart() {
    stack.startServer();
    relay->aim(stack.ports().staff);
}

void House::killAndRestart() {
    stack.killServer();
    restart();
}

int House::count(const std::string& table, const Sale& sale) const {
    const std::string text =
        stack.psql("SELECT count(*) FROM " + table + " WHERE event_id = " + eventNumber(sale));
    return text.empty() || text.starts_with("error") ? -1 : std::stoi(text);
}

std::string eventNumber(const Sale& sale) {
    return std::to_string(decodePublicId(sale.event).value_or(0));
}

v1::CreateReservationRequest seatsOf(const Client& client, const Sale& sale,
                                     const std::vector<std::int32_t>& seats) {
    v1::CreateReservationRequest request;
    request.set_event(sale.event);
    request.set_request_id(client.newRequestId());
    for (const std::int32_t seat : seats) {
        request.mutable_seats()->add_seats()->set_seat_no(seat);
    }
    return request;
}

v1::CheckoutReservationRequest cashFor(const Client& client, const v1::Reservation& reservation,
                                       std::int64_t minor) {
    v1::CheckoutReservationRequest request;
    request.set_event(reservation.event());
    request.set_reservation(reservation.reservation());
    request.set_request_id(client.newRequestId());
    request.mutable_buyer()->set_name("Gabriel von Eisenstein");
    request.mutable_buyer()->set_email("g@example.org");
    request.mutable_tender()->set_kind(v1::CASH);
    request.mutable_tender()->set_amount_minor_units(minor);
    request.mutable_tender()->set_reference("shift 1");
    return request;
}

}  // namespace tessera::client
