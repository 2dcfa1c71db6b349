-- SPDX-License-Identifier: Apache-2.0
-- A till's shifts: units of their own, keyed by shift. Times as ever; never is 9223372036854775807.

-- state: 1 open, 2 counting, 3 counted, 4 closed; each change names the state and the version that it
-- expects, so that there is none of a closed one. counted_by, signed_off_by, next_shift 0: nobody, none.
-- report: the Z report's bytes, empty until it is closed.
CREATE TABLE shift (
    shift_id      bigint PRIMARY KEY,
    device_id     bigint NOT NULL,
    number        integer NOT NULL CHECK (number >= 1),
    staff_id      bigint NOT NULL,
    state         smallint NOT NULL CHECK (state BETWEEN 1 AND 4),
    version       integer NOT NULL CHECK (version >= 1),
    opened_at     bigint NOT NULL,
    closed_at     bigint NOT NULL,
    counted_by    bigint NOT NULL,
    explanation   text NOT NULL CHECK (octet_length(explanation) <= 500),
    signed_off_by bigint NOT NULL,
    next_shift    bigint NOT NULL,
    report        bytea NOT NULL,
    UNIQUE (device_id, number)
) WITH (fillfactor = 70);
-- A device has one drawer.
CREATE UNIQUE INDEX shift_of_device ON shift (device_id) WHERE state < 4;
CREATE INDEX shift_of_staff ON shift (staff_id, shift_id);

-- Of each currency. sales and refunds: cash, once it is counted; counted: what was there, by
-- denominations as worth, number, worth, number, …
CREATE TABLE shift_balance (
    shift_id      bigint NOT NULL,
    currency      text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    opening_float bigint NOT NULL CHECK (opening_float >= 0),
    sales         bigint NOT NULL CHECK (sales >= 0),
    refunds       bigint NOT NULL CHECK (refunds >= 0),
    paid_in       bigint NOT NULL CHECK (paid_in >= 0),
    paid_out      bigint NOT NULL CHECK (paid_out >= 0),
    counted       bigint NOT NULL CHECK (counted >= 0),
    denominations bigint[] NOT NULL,
    PRIMARY KEY (shift_id, currency)
) WITH (fillfactor = 70);

-- Cash beside sales, only added to. kind: 1 paid in, 2 paid out, 3 opened without either.
CREATE TABLE drawer_entry (
    shift_id bigint NOT NULL,
    entry_no integer NOT NULL CHECK (entry_no BETWEEN 1 AND 1000),
    kind     smallint NOT NULL CHECK (kind BETWEEN 1 AND 3),
    currency text NOT NULL CHECK (currency ~ '^([A-Z]{3})?$'),
    amount   bigint NOT NULL CHECK (CASE WHEN kind = 3 THEN amount = 0 ELSE amount > 0 END),
    reason   text NOT NULL CHECK (octet_length(reason) BETWEEN 1 AND 200),
    at       bigint NOT NULL,
    staff_id bigint NOT NULL,
    PRIMARY KEY (shift_id, entry_no)
);

-- Money of orders that goes through a device while its shift is open: opened before the event is asked,
-- closed by what it has said. kind: 1 taken, 2 cash given back, 3 tickets taken back. tender_kind: as
-- tender's. state: 1 open, 2 done, 3 failed. tries: how often it was opened. target_id: the tender, the
-- refund or the group of refunds; 0 where it is not known. amount: of cash, once it is done.
CREATE TABLE shift_entry (
    shift_id    bigint NOT NULL,
    request_id  uuid NOT NULL,
    fingerprint bigint NOT NULL,
    kind        smallint NOT NULL CHECK (kind BETWEEN 1 AND 3),
    tender_kind smallint NOT NULL CHECK (tender_kind BETWEEN 0 AND 6),
    state       smallint NOT NULL CHECK (state BETWEEN 1 AND 3),
    tries       integer NOT NULL CHECK (tries >= 1),
    for_event   bigint NOT NULL,
    order_id    bigint NOT NULL,
    target_id   bigint NOT NULL,
    currency    text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    amount      bigint NOT NULL CHECK (amount >= 0),
    staff_id    bigint NOT NULL,
    opened_at   bigint NOT NULL,
    PRIMARY KEY (shift_id, request_id)
) WITH (fillfactor = 70);
CREATE INDEX shift_entry_of_request ON shift_entry (request_id);
CREATE INDEX shift_entry_open ON shift_entry (shift_id) WHERE state = 1;

-- Outcomes of what was asked about shifts. what: 1 opened, 2 drawer, 3 counted, 4 closed.
CREATE TABLE shift_request (
    request_id  uuid PRIMARY KEY,
    fingerprint bigint NOT NULL,
    shift_id    bigint NOT NULL,
    what        smallint NOT NULL CHECK (what BETWEEN 1 AND 4),
    at          bigint NOT NULL
);

-- Whose cash it is: the reference of cash at a till is the shift's id, a slash, and the request's.
CREATE INDEX tender_of_shift ON tender (event_id, reference COLLATE "C") WHERE kind = 2;

-- Opens the entry, or says what it is: {how, shift, tries}. how: 0 there is no shift that is open, 1
-- opened, 2 done before, 3 opened before in a shift that takes none any more, 4 of another body.
CREATE FUNCTION open_shift_entry(
    p_device bigint, p_request uuid, p_fingerprint bigint, p_kind smallint, p_tender_kind smallint,
    p_event bigint, p_order bigint, p_target bigint, p_currency text, p_staff bigint, p_now bigint)
RETURNS bigint[] LANGUAGE plpgsql AS $$
DECLARE known shift_entry; open_shift bigint;
BEGIN
    SELECT * INTO known FROM shift_entry
    WHERE request_id = p_request ORDER BY state = 3, opened_at DESC LIMIT 1;
    IF FOUND AND known.fingerprint <> p_fingerprint THEN RETURN ARRAY[4, known.shift_id, 0]; END IF;
    IF FOUND AND known.state = 2 THEN RETURN ARRAY[2, known.shift_id, known.tries]; END IF;
    -- Whoever counts it waits for this, or this finds that it is counted.
    SELECT shift_id INTO open_shift FROM shift
    WHERE device_id = p_device AND state = 1 FOR SHARE;
    IF known.state = 1 AND open_shift IS DISTINCT FROM known.shift_id THEN
        RETURN ARRAY[3, known.shift_id, known.tries];
    END IF;
    IF open_shift IS NULL THEN RETURN ARRAY[0, 0, 0]; END IF;
    INSERT INTO shift_entry AS e (shift_id, request_id, fingerprint, kind, tender_kind, state, tries,
                                  for_event, order_id, target_id, currency, amount, staff_id,
                                  opened_at)
    VALUES (open_shift, p_request, p_fingerprint, p_kind, p_tender_kind, 1, 1, p_event, p_order,
            p_target, p_currency, 0, p_staff, p_now)
    ON CONFLICT (shift_id, request_id) DO UPDATE
    SET state = 1, tries = e.tries + 1, opened_at = p_now WHERE e.state <> 2
    RETURNING * INTO known;
    -- Another call of the same request was done at this moment.
    IF NOT FOUND THEN RETURN ARRAY[2, open_shift, 0]; END IF;
    RETURN ARRAY[1, known.shift_id, known.tries];
END $$;
