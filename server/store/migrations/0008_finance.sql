-- SPDX-License-Identifier: Apache-2.0
-- Reconciliation with the providers' own lists, and invoices. Numbers are those of
-- server/store/breaks.h and invoices.h; 9223372036854775807 is never.

-- Where a provider's books and ours differ. break_id follows from what the break is about, so that
-- it is found again when it is seen again. attempt_id, refund_id 0: none. resolved_at never: open.
CREATE TABLE payment_break (
    event_id    bigint NOT NULL,
    break_id    bigint NOT NULL,
    kind        smallint NOT NULL CHECK (kind BETWEEN 1 AND 14),
    provider    smallint NOT NULL,
    attempt_id  bigint NOT NULL,
    refund_id   bigint NOT NULL,
    object_id   text NOT NULL,
    ours        text NOT NULL,
    theirs      text NOT NULL,
    first_seen  bigint NOT NULL,
    last_seen   bigint NOT NULL,
    resolved_at bigint NOT NULL,
    resolution  text NOT NULL,
    PRIMARY KEY (event_id, break_id),
    CHECK (last_seen >= first_seen),
    CHECK (resolution <> '' OR resolved_at = 9223372036854775807)
) WITH (fillfactor = 70);
CREATE INDEX payment_break_open ON payment_break (event_id, break_id)
    WHERE resolved_at = 9223372036854775807;

-- A provider's window under way and who is at it: a unit of its own, fenced by its epoch. stage: 0
-- none, 1 listing payments, 2 listing refunds, 3 comparing, 4 looking again.
CREATE TABLE reconciliation (
    provider    smallint PRIMARY KEY,
    epoch       bigint NOT NULL,
    node_id     bigint NOT NULL,
    lease_until bigint NOT NULL,
    done_until  bigint NOT NULL,
    from_at     bigint NOT NULL,
    until_at    bigint NOT NULL,
    begun_at    bigint NOT NULL,
    stage       smallint NOT NULL CHECK (stage BETWEEN 0 AND 4),
    position    text NOT NULL,
    listed      bigint NOT NULL,
    not_ours    bigint NOT NULL,
    compared    bigint NOT NULL,
    breaks      bigint NOT NULL
) WITH (fillfactor = 25);

-- The windows that are done: so many of the provider's objects beside so many of ours.
CREATE TABLE reconciliation_window (
    provider    smallint NOT NULL,
    until_at    bigint NOT NULL,
    from_at     bigint NOT NULL,
    begun_at    bigint NOT NULL,
    finished_at bigint NOT NULL,
    listed      bigint NOT NULL,
    not_ours    bigint NOT NULL,
    compared    bigint NOT NULL,
    breaks      bigint NOT NULL,
    PRIMARY KEY (provider, until_at)
);

-- What the provider listed in the window under way; gone when the window is done. what: 1 payment,
-- 2 refund. subject_id: the attempt or refund that our reference on the object names.
CREATE TABLE reconciliation_object (
    provider          smallint NOT NULL,
    about_event       bigint NOT NULL,
    what              smallint NOT NULL CHECK (what BETWEEN 1 AND 2),
    object_id         text NOT NULL,
    payment_object_id text NOT NULL,
    subject_id        bigint NOT NULL,
    currency          text NOT NULL,
    state             smallint NOT NULL,
    standing          smallint NOT NULL,
    authorized        bigint NOT NULL,
    captured          bigint NOT NULL,
    refunded          bigint NOT NULL,
    amount            bigint NOT NULL,
    created_at        bigint NOT NULL,
    PRIMARY KEY (provider, about_event, what, object_id)
);

-- Numbers without gaps: the row is locked from taking a number to its commit. kind: 1 invoices, 2
-- credit notes.
CREATE TABLE invoice_series (
    event_id    bigint NOT NULL,
    kind        smallint NOT NULL CHECK (kind BETWEEN 1 AND 2),
    prefix      text NOT NULL,
    last_number integer NOT NULL CHECK (last_number >= 0),
    PRIMARY KEY (event_id, kind)
) WITH (fillfactor = 50);

-- Immutable. refund_group 0: of an invoice. document: all that is printed, as JSON.
CREATE TABLE invoice (
    event_id     bigint NOT NULL,
    kind         smallint NOT NULL CHECK (kind BETWEEN 1 AND 2),
    number       integer NOT NULL CHECK (number >= 1),
    order_id     bigint NOT NULL,
    refund_group bigint NOT NULL CHECK ((kind = 1) = (refund_group = 0)),
    issued_at    bigint NOT NULL,
    total        bigint NOT NULL,
    document     text NOT NULL,
    PRIMARY KEY (event_id, kind, number),
    UNIQUE (event_id, kind, order_id, refund_group)
);
