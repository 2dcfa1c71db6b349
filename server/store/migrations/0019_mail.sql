-- SPDX-License-Identifier: Apache-2.0
-- Mail to buyers: queued in the batch that made it due, sent by whichever node leases it first.

-- mail_no: 0 is the order's confirmation, of which there is one at most; others count from 1. kind:
-- 1 confirmation, 2 the confirmation once more. address: empty: the order's own, which is read when
-- it is sent; else another one, of which a mask is left once it is over. state: 1 queued, 2 sent,
-- 3 failed. tries: how often it was leased; whoever ends a try names it. next_at: not before; while
-- it is leased, until when. node_id: who had it last; 0: nobody. failure: 0 none, 1 refused for
-- good, 2 no address, 3 given up, 4 nothing to say any more. ended_at: 0 while it is queued.
CREATE TABLE mail (
    event_id   bigint NOT NULL,
    order_id   bigint NOT NULL,
    mail_no    integer NOT NULL CHECK (mail_no BETWEEN 0 AND 1000),
    kind       smallint NOT NULL CHECK (kind BETWEEN 1 AND 2),
    address    text NOT NULL CHECK (octet_length(address) <= 300),
    state      smallint NOT NULL CHECK (state BETWEEN 1 AND 3),
    tries      integer NOT NULL CHECK (tries >= 0),
    next_at    bigint NOT NULL,
    node_id    bigint NOT NULL,
    failure    smallint NOT NULL CHECK (failure BETWEEN 0 AND 4),
    created_at bigint NOT NULL,
    ended_at   bigint NOT NULL,
    CHECK ((kind = 1) = (mail_no = 0)),
    PRIMARY KEY (event_id, order_id, mail_no)
) WITH (fillfactor = 70);

-- What the worker asks, and what goes after its time.
CREATE INDEX mail_due ON mail (next_at, event_id) WHERE state = 1;
CREATE INDEX mail_ended ON mail (ended_at, event_id) WHERE state <> 1;

-- As 0016_desk.sql's, and mail. Confirmations (8) of a batch are written together: in a rush there
-- are hundreds. One that is there already stays as it is.
CREATE OR REPLACE FUNCTION apply_batch_desk(p_event bigint, p_desk bigint[], p_desk_texts text[])
RETURNS void
LANGUAGE plpgsql AS $$
DECLARE n integer; kind bigint; about bigint; happened bigint; said text; found_rows bigint;
BEGIN
    n := cardinality(p_desk_texts);
    IF 8 = ANY (p_desk[1:n]) THEN
        WITH written AS (
            INSERT INTO mail (event_id, order_id, mail_no, kind, address, state, tries, next_at,
                              node_id, failure, created_at, ended_at)
            SELECT p_event, u.about, 0, 1, '', 1, 0, u.happened, 0, 0, u.happened, 0
            FROM unnest(p_desk[1:n], p_desk[n+1:2*n], p_desk[2*n+1:3*n])
                 AS u(kind, about, happened)
            JOIN ticket_order o ON o.event_id = p_event AND o.order_id = u.about
            WHERE u.kind = 8 AND o.contact_email <> ''
            ON CONFLICT (event_id, order_id, mail_no) DO NOTHING
            RETURNING 1)
        SELECT count(*) INTO found_rows FROM written;
    END IF;
    FOR i IN 1..n LOOP
        kind := p_desk[i];
        CONTINUE WHEN kind = 8;
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
        ELSIF kind = 7 THEN
            INSERT INTO mail (event_id, order_id, mail_no, kind, address, state, tries, next_at,
                              node_id, failure, created_at, ended_at)
            SELECT p_event, about, 1 + coalesce(max(m.mail_no), 0), 2, said, 1, 0, happened, 0, 0,
                   happened, 0
            FROM mail m WHERE m.event_id = p_event AND m.order_id = about
            RETURNING 1 INTO found_rows;
        END IF;
        IF found_rows <> 1 THEN PERFORM batch_expects(found_rows, 1, 'desk'); END IF;
    END LOOP;
END $$;

-- As 0016_desk.sql's, and where else mail was to go.
CREATE OR REPLACE FUNCTION erase_buyer(p_event bigint, p_order bigint, p_pseudonym text)
RETURNS void
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
    UPDATE mail SET address = p_pseudonym
    WHERE event_id = p_event AND order_id = p_order AND address <> '';
END $$;
