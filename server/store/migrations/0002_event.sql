-- SPDX-License-Identifier: Apache-2.0
-- An event's tables: event_id leads every key. State numbers are those of server/engine/changes.h.

-- sale: 0 draft, 1 open, 2 closed. document: what the event shows, opaque to the store.
CREATE TABLE event (
    event_id      bigint PRIMARY KEY,
    venue_id      bigint NOT NULL,
    layout_id     bigint NOT NULL,
    title         text NOT NULL,
    city          text NOT NULL,
    starts_at     bigint NOT NULL,
    sale          smallint NOT NULL CHECK (sale BETWEEN 0 AND 2),
    document      text NOT NULL,
    terms_version integer NOT NULL CHECK (terms_version >= 1)
);

CREATE TABLE event_terms (
    event_id bigint NOT NULL,
    version  integer NOT NULL CHECK (version >= 1),
    terms    jsonb NOT NULL,
    PRIMARY KEY (event_id, version)
);

-- The fence: every batch updates its event's row first. No index but the key, and room in the page,
-- so that the update stays in it.
CREATE TABLE event_owner (
    event_id     bigint PRIMARY KEY,
    node_id      bigint NOT NULL,
    epoch        bigint NOT NULL,
    last_batch   bigint NOT NULL,
    map_revision bigint NOT NULL CHECK (map_revision <= last_batch),
    last_time    bigint NOT NULL,
    wake_at      bigint NOT NULL
) WITH (fillfactor = 25);

-- status: 0 available, 1 held (holder: reservation), 2 sold (holder: ticket), 3 blocked.
CREATE TABLE seat (
    event_id   bigint NOT NULL,
    holder     bigint NOT NULL,
    seat_no    integer NOT NULL,
    status     smallint NOT NULL,
    allocation smallint NOT NULL,
    PRIMARY KEY (event_id, seat_no),
    CHECK (CASE status WHEN 0 THEN holder = 0 AND allocation = 0
                       WHEN 1 THEN holder > 0
                       WHEN 2 THEN holder > 0
                       WHEN 3 THEN holder = 0 AND allocation > 0
                       ELSE false END)
) WITH (fillfactor = 50);

CREATE TABLE area (
    event_id bigint NOT NULL,
    area_no  smallint NOT NULL,
    capacity integer NOT NULL,
    held     integer NOT NULL,
    sold     integer NOT NULL,
    PRIMARY KEY (event_id, area_no),
    CHECK (held >= 0 AND sold >= 0 AND held + sold <= capacity)
) WITH (fillfactor = 50);

-- state: 1 held, 2 paying, 3 sold, 4 released. types is null where every seat has type 0; places
-- has area, type and count of each line. A second index would cost a third more log for each hold:
-- docs/decisions/0003-request-lookup.md says how a request is found without one.
CREATE TABLE reservation (
    event_id       bigint NOT NULL,
    reservation_id bigint NOT NULL,
    request_id     uuid NOT NULL,
    fingerprint    bigint NOT NULL,
    created_at     bigint NOT NULL,
    total          bigint NOT NULL CHECK (total >= 0),
    expires_at     bigint NOT NULL,
    extended       integer NOT NULL,
    terms_version  integer NOT NULL,
    channel        smallint NOT NULL,
    state          smallint NOT NULL CHECK (state BETWEEN 1 AND 4),
    reason         smallint NOT NULL,
    code_id        bigint,
    order_id       bigint,
    buyer          bytea NOT NULL,
    seats          integer[],
    types          smallint[],
    places         integer[],
    PRIMARY KEY (event_id, reservation_id)
) WITH (fillfactor = 50);

-- state: 1 paying, 2 fencing, 3 cancelling, 4 allocated, 5 paid, 6 unpaid, 7 compensating,
-- 8 released, 9 manual.
CREATE TABLE ticket_order (
    event_id       bigint NOT NULL,
    order_id       bigint NOT NULL,
    reservation_id bigint NOT NULL,
    state          smallint NOT NULL CHECK (state BETWEEN 1 AND 9),
    created_at     bigint NOT NULL,
    pay_deadline   bigint NOT NULL,
    total          bigint NOT NULL CHECK (total >= 0),
    contact_name   text NOT NULL,
    contact_email  text NOT NULL,
    language       text NOT NULL,
    quote          jsonb NOT NULL,
    evidence       text NOT NULL,
    PRIMARY KEY (event_id, order_id)
) WITH (fillfactor = 70);

-- kind: 1 card.
CREATE TABLE tender (
    event_id  bigint NOT NULL,
    tender_id bigint NOT NULL,
    order_id  bigint NOT NULL,
    kind      smallint NOT NULL CHECK (kind = 1),
    amount    bigint NOT NULL CHECK (amount > 0),
    PRIMARY KEY (event_id, tender_id)
);

-- state: 1 opening, 2 open, 3 authorized, 4 captured, 5 voided, 6 failed, 7 refunded.
CREATE TABLE payment_attempt (
    event_id      bigint NOT NULL,
    attempt_id    bigint NOT NULL,
    order_id      bigint NOT NULL,
    tender_id     bigint NOT NULL,
    state         smallint NOT NULL CHECK (state BETWEEN 1 AND 7),
    amount        bigint NOT NULL CHECK (amount > 0),
    authorized    bigint NOT NULL CHECK (authorized >= 0),
    captured      bigint NOT NULL CHECK (captured >= 0),
    refunded      bigint NOT NULL CHECK (refunded >= 0 AND refunded <= captured),
    created_at    bigint NOT NULL,
    object_id     text NOT NULL,
    client_secret text NOT NULL,
    evidence      text NOT NULL,
    PRIMARY KEY (event_id, attempt_id)
) WITH (fillfactor = 70);

-- state: 1 inactive, 2 active, 3 void. A seat or a place in an area.
CREATE TABLE ticket (
    event_id    bigint NOT NULL,
    ticket_id   bigint NOT NULL,
    order_id    bigint NOT NULL,
    seat_no     integer,
    area_no     smallint,
    ticket_type smallint NOT NULL,
    state       smallint NOT NULL CHECK (state BETWEEN 1 AND 3),
    price       bigint NOT NULL,
    PRIMARY KEY (event_id, ticket_id),
    CHECK ((seat_no IS NULL) <> (area_no IS NULL))
);
CREATE UNIQUE INDEX ticket_seat ON ticket (event_id, seat_no) WHERE state <> 3;
CREATE INDEX ticket_of_order ON ticket (event_id, order_id);

-- Provider calls still to make: a row goes when its call is answered for good.
-- operation: 1 create, 2 retrieve, 3 cancel, 4 capture, 5 refund.
CREATE TABLE outbox (
    event_id    bigint NOT NULL,
    seq         bigint NOT NULL,
    order_id    bigint NOT NULL,
    attempt_id  bigint NOT NULL,
    operation   smallint NOT NULL CHECK (operation BETWEEN 1 AND 5),
    attempt_try integer NOT NULL CHECK (attempt_try >= 1),
    failures    integer NOT NULL CHECK (failures >= 0),
    not_before  bigint NOT NULL,
    amount      bigint NOT NULL,
    object_id   text NOT NULL,
    PRIMARY KEY (event_id, seq)
) WITH (fillfactor = 70);

-- Double entry: what one command writes sums to zero. account: 1 provider, 2 sales, 3 receivable.
CREATE TABLE ledger_entry (
    event_id   bigint NOT NULL,
    entry_id   bigint NOT NULL,
    order_id   bigint NOT NULL,
    attempt_id bigint NOT NULL,
    account    smallint NOT NULL CHECK (account BETWEEN 1 AND 3),
    amount     bigint NOT NULL,
    at         bigint NOT NULL,
    PRIMARY KEY (event_id, entry_id)
);

-- Outcomes with effect of mutations other than creating a reservation. kind: index into
-- engine::Command.
CREATE TABLE request (
    event_id    bigint NOT NULL,
    request_id  uuid NOT NULL,
    fingerprint bigint NOT NULL,
    kind        smallint NOT NULL,
    target      bigint NOT NULL,
    at          bigint NOT NULL,
    PRIMARY KEY (event_id, request_id)
);

-- discount: 0 none, 1 per cent, 2 amount per ticket. uses_max 0: unbounded. unlocks 0: nothing.
CREATE TABLE code (
    event_id      bigint NOT NULL,
    code_id       bigint NOT NULL,
    code          text NOT NULL,
    discount      smallint NOT NULL CHECK (discount BETWEEN 0 AND 2),
    rate_ppm      integer NOT NULL,
    amount        bigint NOT NULL,
    uses_max      integer NOT NULL CHECK (uses_max >= 0),
    uses          integer NOT NULL,
    valid_from    bigint NOT NULL,
    valid_until   bigint NOT NULL,
    opens_presale boolean NOT NULL,
    unlocks       smallint NOT NULL,
    categories    smallint[] NOT NULL,
    PRIMARY KEY (event_id, code_id),
    UNIQUE (event_id, code),
    CHECK (uses >= 0 AND (uses_max = 0 OR uses <= uses_max))
) WITH (fillfactor = 70);
