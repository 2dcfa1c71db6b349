-- SPDX-License-Identifier: Apache-2.0
-- What staff writes beside orders and tickets, what orders are found by, customers, and the end of
-- what is known of a person.

-- Of an order that was noted something of; may be empty again.
CREATE TABLE order_desk (
    event_id bigint NOT NULL,
    order_id bigint NOT NULL,
    note     text NOT NULL CHECK (octet_length(note) <= 1000),
    PRIMARY KEY (event_id, order_id)
);

-- Of a ticket that was printed or handed out. 0: never.
CREATE TABLE ticket_desk (
    event_id      bigint NOT NULL,
    ticket_id     bigint NOT NULL,
    prints        integer NOT NULL CHECK (prints >= 0),
    printed_at    bigint NOT NULL,
    handed_out_at bigint NOT NULL,
    PRIMARY KEY (event_id, ticket_id)
);

-- By the last four digits of the card that an attempt was paid by.
CREATE INDEX payment_attempt_card ON payment_attempt (card_last4, event_id) WHERE card_last4 <> '';

-- Who sold: of the checkout's row in the event's chain.
CREATE INDEX trail_of_subject ON trail (event_id, subject);

-- What orders are found by: folded words of name, e-mail and telephone. Filled from committed orders
-- (server/store/order_search.h); it helps to find and never decides. Latest first: ids are ordered
-- by time.
CREATE TABLE order_search (
    event_id bigint NOT NULL,
    order_id bigint NOT NULL,
    words    tsvector NOT NULL,
    PRIMARY KEY (event_id, order_id)
);
CREATE INDEX order_search_words ON order_search USING gin (words);
CREATE INDEX order_search_latest ON order_search (order_id, event_id);

-- How far that is: the batch whose orders are in, and the last order and ticket.
CREATE TABLE order_search_at (
    event_id  bigint PRIMARY KEY,
    batch     bigint NOT NULL,
    order_id  bigint NOT NULL,
    ticket_id bigint NOT NULL
) WITH (fillfactor = 50);

-- Where a person is named, by a keyed hash of the e-mail: as buyer (ticket_id 0), or as who was
-- handed a ticket. erased: a pseudonym stands there. Filled as order_search is.
CREATE TABLE person_trace (
    event_id   bigint NOT NULL,
    order_id   bigint NOT NULL,
    ticket_id  bigint NOT NULL,
    person_key bytea NOT NULL CHECK (octet_length(person_key) = 32),
    erased     boolean NOT NULL,
    PRIMARY KEY (event_id, order_id, ticket_id)
);
CREATE INDEX person_trace_key ON person_trace (person_key);
CREATE INDEX person_trace_left ON person_trace (event_id) WHERE NOT erased;

-- Somebody who is to be forgotten: where they bought until then, once each event is over.
CREATE TABLE person_erasure (
    person_key bytea PRIMARY KEY CHECK (octet_length(person_key) = 32),
    pseudonym  text NOT NULL,
    asked_at   bigint NOT NULL,
    done       boolean NOT NULL,
    customers  integer NOT NULL
);
CREATE INDEX person_erasure_open ON person_erasure (asked_at) WHERE NOT done;

-- A unit of its own: each change names the version that it expects. person_key: of the e-mail; null
-- without one.
CREATE TABLE customer (
    customer_id  bigint PRIMARY KEY,
    name         text NOT NULL CHECK (octet_length(name) BETWEEN 1 AND 200),
    email        text NOT NULL CHECK (octet_length(email) <= 254),
    phone        text NOT NULL CHECK (octet_length(phone) <= 32),
    language     text NOT NULL CHECK (octet_length(language) <= 35),
    note         text NOT NULL CHECK (octet_length(note) <= 1000),
    organisation text NOT NULL CHECK (octet_length(organisation) <= 200),
    trusted      boolean NOT NULL,
    version      integer NOT NULL CHECK (version >= 1),
    person_key   bytea,
    words        tsvector NOT NULL,
    erased       boolean NOT NULL
);
CREATE INDEX customer_words ON customer USING gin (words);
CREATE INDEX customer_person ON customer (person_key) WHERE person_key IS NOT NULL;

-- What a SaveCustomer did, by its request id: a retry finds it here for 30 days.
CREATE TABLE customer_request (
    request_id  uuid PRIMARY KEY,
    fingerprint bigint NOT NULL,
    customer_id bigint NOT NULL,
    at          bigint NOT NULL
);
CREATE INDEX customer_request_at ON customer_request (at);

-- Beside a batch, in its statement and behind its fence: what engines do not read. Columns: kind,
-- id, at; kinds are those of server/engine/changes.h. Few rows, one after another: a later one may
-- be about the same order.
CREATE FUNCTION apply_batch_desk(p_event bigint, p_desk bigint[], p_desk_texts text[])
RETURNS void
LANGUAGE plpgsql AS $$
DECLARE n integer; kind bigint; about bigint; happened bigint; said text; found_rows bigint;
BEGIN
    n := cardinality(p_desk_texts);
    FOR i IN 1..n LOOP
        kind := p_desk[i];
        about := p_desk[n + i];
        happened := p_desk[2 * n + i];
        said := p_desk_texts[i];
        found_rows := 0;
        IF kind = 1 THEN
            INSERT INTO order_desk (event_id, order_id, note) VALUES (p_event, about, said)
            ON CONFLICT (event_id, order_id) DO UPDATE SET note = excluded.note
            RETURNING 1 INTO found_rows;
        ELSIF kind = 2 THEN
            INSERT INTO ticket_desk (event_id, ticket_id, prints, printed_at, handed_out_at)
            VALUES (p_event, about, 0, 0, happened)
            ON CONFLICT (event_id, ticket_id) DO UPDATE
            SET handed_out_at = CASE WHEN ticket_desk.handed_out_at = 0
                                     THEN excluded.handed_out_at
                                     ELSE ticket_desk.handed_out_at END
            RETURNING 1 INTO found_rows;
        ELSIF kind = 3 THEN
            INSERT INTO ticket_desk (event_id, ticket_id, prints, printed_at, handed_out_at)
            VALUES (p_event, about, 0, 0, 0)
            ON CONFLICT (event_id, ticket_id) DO UPDATE SET handed_out_at = 0
            RETURNING 1 INTO found_rows;
        ELSIF kind = 4 THEN
            INSERT INTO ticket_desk (event_id, ticket_id, prints, printed_at, handed_out_at)
            VALUES (p_event, about, 1, happened, 0)
            ON CONFLICT (event_id, ticket_id) DO UPDATE
            SET prints = ticket_desk.prints + 1, printed_at = excluded.printed_at
            RETURNING 1 INTO found_rows;
        ELSIF kind = 5 THEN
            PERFORM erase_buyer(p_event, about, said);
            found_rows := 1;
        ELSIF kind = 6 THEN
            UPDATE ticket SET holder_name = said, holder_email = said
            WHERE event_id = p_event AND ticket_id = about AND transfer_id <> 0;
            GET DIAGNOSTICS found_rows = ROW_COUNT;
            UPDATE person_trace SET erased = true
            WHERE event_id = p_event AND ticket_id = about;
        END IF;
        IF found_rows <> 1 THEN PERFORM batch_expects(found_rows, 1, 'desk'); END IF;
    END LOOP;
END $$;

-- The order, whom it bills, and what it is found by.
CREATE FUNCTION erase_buyer(p_event bigint, p_order bigint, p_pseudonym text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE found_rows bigint;
BEGIN
    UPDATE ticket_order
    SET contact_name = p_pseudonym, contact_email = p_pseudonym, contact_phone = ''
    WHERE event_id = p_event AND order_id = p_order;
    GET DIAGNOSTICS found_rows = ROW_COUNT;
    IF found_rows <> 1 THEN PERFORM batch_expects(found_rows, 1, 'ticket_order erased'); END IF;
    UPDATE tender SET reference = p_pseudonym
    WHERE event_id = p_event AND order_id = p_order AND kind = 4;
    UPDATE order_desk SET note = ''
    WHERE event_id = p_event AND order_id = p_order;
    UPDATE order_search SET words = array_to_tsvector(ARRAY[p_pseudonym])
    WHERE event_id = p_event AND order_id = p_order;
    UPDATE person_trace SET erased = true
    WHERE event_id = p_event AND order_id = p_order AND ticket_id = 0;
END $$;
