-- SPDX-License-Identifier: Apache-2.0
-- Mail of more kinds: money that went back, events that are cancelled or moved.

-- kind: 3 a refund is done, 4 the event is cancelled, 5 it is moved. subject: of 3 the refund's
-- group, of 4 and 5 the disruption's number; else 0. mail_no: 1,000 and the disruption's number of
-- 4 and 5, which batches do not write: so that none ever waits for who does, nor fails by it.
ALTER TABLE mail ADD COLUMN subject bigint NOT NULL DEFAULT 0;
ALTER TABLE mail DROP CONSTRAINT mail_kind_check;
ALTER TABLE mail ADD CONSTRAINT mail_kind_check CHECK (kind BETWEEN 1 AND 5);
ALTER TABLE mail DROP CONSTRAINT mail_mail_no_check;
ALTER TABLE mail ADD CONSTRAINT mail_mail_no_check CHECK (mail_no BETWEEN 0 AND 2000);

-- What is told of a disruption goes after everybody's tickets.
DROP INDEX mail_due;
CREATE INDEX mail_due ON mail ((kind > 3), next_at, event_id) WHERE state = 1;

-- A disruption whose buyers are to be told: queued in its batch, made into mails order by order,
-- and kept, so that it is so once. kind: the mails'. at: orders made before it are concerned.
-- after_order: the last one that was looked at.
CREATE TABLE mail_round (
    event_id    bigint NOT NULL,
    round_no    integer NOT NULL CHECK (round_no BETWEEN 1 AND 1000),
    kind        smallint NOT NULL CHECK (kind BETWEEN 4 AND 5),
    at          bigint NOT NULL,
    after_order bigint NOT NULL,
    done        boolean NOT NULL,
    PRIMARY KEY (event_id, round_no)
);
CREATE INDEX mail_round_open ON mail_round (at, event_id) WHERE NOT done;

-- Of an address enough to know it again.
CREATE FUNCTION masked_address(p_address text)
RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN p_address LIKE '%@%'
           THEN left(p_address, 1) || '…@' || split_part(p_address, '@', 2) ELSE p_address END
$$;

-- What a group gave back to its order's buyer: not what other tickets were paid with instead (5),
-- nor what was only claimed (4). Those are refunds, too, and nothing of them was sent to anybody.
CREATE FUNCTION sent_back(p_event bigint, p_order bigint, p_group bigint)
RETURNS bigint
LANGUAGE sql STABLE AS $$
    SELECT coalesce(sum(r.amount), 0)::bigint
    FROM refund r
    JOIN payment_attempt a ON a.event_id = p_event AND a.attempt_id = r.attempt_id
    JOIN tender t ON t.event_id = p_event AND t.tender_id = a.tender_id
    WHERE r.event_id = p_event AND r.order_id = p_order AND r.group_id = p_group
      AND t.kind NOT IN (4, 5)
$$;

-- Once all refunds of its group are confirmed, once for each group. Beyond 200 mails of an order
-- none is queued.
CREATE FUNCTION queue_refund_mail(p_event bigint, p_refund bigint, p_at bigint)
RETURNS void
LANGUAGE plpgsql AS $$
DECLARE queued integer;
BEGIN
    INSERT INTO mail (event_id, order_id, mail_no, kind, address, state, tries, next_at, node_id,
                      failure, created_at, ended_at, subject)
    SELECT p_event, r.order_id, 1 + m.last, 3, '', 1, 0, p_at, 0, 0, p_at, 0, r.group_id
    FROM refund r
    JOIN ticket_order o ON o.event_id = p_event AND o.order_id = r.order_id
    CROSS JOIN LATERAL (
        SELECT coalesce(max(mail_no), 0) AS last,
               coalesce(bool_or(kind = 3 AND subject = r.group_id), false) AS told
        FROM mail WHERE event_id = p_event AND order_id = r.order_id AND mail_no <= 1000) AS m
    WHERE r.event_id = p_event AND r.refund_id = p_refund AND o.contact_email <> ''
      AND NOT m.told AND m.last < 200 AND sent_back(p_event, r.order_id, r.group_id) > 0
      AND NOT EXISTS (
          SELECT 1 FROM refund x WHERE x.event_id = p_event AND x.order_id = r.order_id
          AND x.group_id = r.group_id AND x.state <> 3)
    RETURNING 1 INTO queued;
END $$;

-- As 0019_mail.sql's, and a refund that is confirmed (9), an event that is cancelled (10) or moved
-- (11).
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
            FROM mail m WHERE m.event_id = p_event AND m.order_id = about AND m.mail_no <= 1000
            RETURNING 1 INTO found_rows;
        ELSIF kind = 9 THEN
            PERFORM queue_refund_mail(p_event, about, happened);
            found_rows := 1;
        ELSIF kind IN (10, 11) THEN
            INSERT INTO mail_round (event_id, round_no, kind, at, after_order, done)
            VALUES (p_event, about, kind - 6, happened, 0, false)
            ON CONFLICT (event_id, round_no) DO NOTHING
            RETURNING 1 INTO found_rows;
            found_rows := 1;
        END IF;
        IF found_rows <> 1 THEN PERFORM batch_expects(found_rows, 1, 'desk'); END IF;
    END LOOP;
END $$;
