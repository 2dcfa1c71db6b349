-- SPDX-License-Identifier: Apache-2.0
-- Writes one batch of one event in one message. The fence comes first: SQLSTATE TS001 says that the
-- caller is a former owner. Fewer rows changed than were asked: TS002. Either leaves nothing.
--
-- Each kind of change comes as one matrix of numbers, column after column, n rows each (and one of
-- texts where it has any): unnest of its slices gives the rows. A kind without rows is null. The
-- columns are those of server/store/batch_params.cpp, in the same order.
--
-- Rows to change are looked up one by one by their key (LATERAL ... OFFSET 0 can't be turned round)
-- and changed by their place. A plain join of table and unnest is planned, while a table has no
-- statistics, as "each row of the event, then all of unnest": quadratic in a rush. LIMIT n makes
-- the planner expect few rows, so that going by place wins by far and not by a hair.

CREATE FUNCTION batch_expects(changed bigint, asked bigint, what text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    IF changed <> asked THEN
        RAISE EXCEPTION 'batch: % of % rows of %', changed, asked, what USING ERRCODE = 'TS002';
    END IF;
END $$;

-- Orders, attempts, tickets, outbox and ledger.
CREATE FUNCTION apply_batch_orders(
    p_event bigint,
    p_orders bigint[], p_order_texts text[],
    p_order_updates bigint[], p_order_update_texts text[],
    p_attempts bigint[],
    p_attempt_updates bigint[], p_attempt_update_texts text[],
    p_tickets bigint[], p_ticket_updates bigint[],
    p_outbox bigint[], p_outbox_texts text[], p_outbox_closed bigint[],
    p_ledger bigint[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    n integer;
    found_rows bigint;
BEGIN
    IF p_orders IS NOT NULL THEN
        n := cardinality(p_orders) / 7;
        WITH written AS (
            INSERT INTO ticket_order (event_id, order_id, reservation_id, state, created_at,
                                      pay_deadline, total, contact_name, contact_email, language,
                                      quote, evidence)
            SELECT p_event, u.id, u.reservation, u.state, u.created_at, u.pay_deadline, u.total,
                   u.name, u.email, u.language, u.quote::jsonb, ''
            FROM unnest(p_orders[1:n], p_orders[n+1:2*n], p_orders[2*n+1:3*n],
                        p_orders[3*n+1:4*n], p_orders[4*n+1:5*n], p_orders[5*n+1:6*n],
                        p_order_texts[1:n], p_order_texts[n+1:2*n], p_order_texts[2*n+1:3*n],
                        p_order_texts[3*n+1:4*n])
                 AS u(id, reservation, state, created_at, pay_deadline, total, name, email,
                      language, quote)
            RETURNING 1)
        SELECT count(*) INTO found_rows FROM written;
        IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'ticket_order'); END IF;
        WITH written AS (
            INSERT INTO tender (event_id, tender_id, order_id, kind, amount)
            SELECT p_event, u.tender, u.id, 1, u.total
            FROM unnest(p_orders[1:n], p_orders[5*n+1:6*n], p_orders[6*n+1:7*n])
                 AS u(id, total, tender)
            WHERE u.tender <> 0
            RETURNING 1)
        SELECT count(*) INTO found_rows FROM written;
    END IF;

    IF p_order_updates IS NOT NULL THEN
        n := cardinality(p_order_updates) / 4;
        UPDATE ticket_order t
        SET state = u.to_state, pay_deadline = u.pay_deadline,
            evidence = CASE WHEN u.evidence = '' THEN t.evidence ELSE u.evidence END
        FROM (SELECT * FROM unnest(
                  p_order_updates[1:n], p_order_updates[n+1:2*n],
                  p_order_updates[2*n+1:3*n], p_order_updates[3*n+1:4*n],
                  p_order_update_texts)
              AS u(id, from_state, to_state, pay_deadline, evidence) LIMIT n) AS u
             CROSS JOIN LATERAL (
                 SELECT x.ctid AS place FROM ticket_order x
                 WHERE x.event_id = p_event AND x.order_id = u.id AND x.state = u.from_state
                 OFFSET 0) AS at
        WHERE t.event_id = p_event AND t.ctid = at.place;
        GET DIAGNOSTICS found_rows = ROW_COUNT;
        IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'ticket_order update'); END IF;
    END IF;

    IF p_attempts IS NOT NULL THEN
        n := cardinality(p_attempts) / 6;
        WITH written AS (
            INSERT INTO payment_attempt (event_id, attempt_id, order_id, tender_id, state, amount,
                                         authorized, captured, refunded, created_at, object_id,
                                         client_secret, evidence)
            SELECT p_event, u.id, u.order_id, u.tender, u.state, u.amount, 0, 0, 0, u.created_at,
                   '', '', ''
            FROM unnest(p_attempts[1:n], p_attempts[n+1:2*n], p_attempts[2*n+1:3*n],
                        p_attempts[3*n+1:4*n], p_attempts[4*n+1:5*n], p_attempts[5*n+1:6*n])
                 AS u(id, order_id, tender, state, amount, created_at)
            RETURNING 1)
        SELECT count(*) INTO found_rows FROM written;
        IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'payment_attempt'); END IF;
    END IF;

    IF p_attempt_updates IS NOT NULL THEN
        n := cardinality(p_attempt_updates) / 6;
        UPDATE payment_attempt t
        SET state = u.to_state, authorized = u.authorized, captured = u.captured,
            refunded = u.refunded,
            object_id = u.object_id, client_secret = u.secret, evidence = u.evidence
        FROM (SELECT * FROM unnest(
                  p_attempt_updates[1:n], p_attempt_updates[n+1:2*n],
                  p_attempt_updates[2*n+1:3*n], p_attempt_updates[3*n+1:4*n],
                  p_attempt_updates[4*n+1:5*n], p_attempt_updates[5*n+1:6*n],
                  p_attempt_update_texts[1:n], p_attempt_update_texts[n+1:2*n],
                  p_attempt_update_texts[2*n+1:3*n])
              AS u(id, from_state, to_state, authorized, captured, refunded,
                   object_id, secret, evidence) LIMIT n) AS u
             CROSS JOIN LATERAL (
                 SELECT x.ctid AS place FROM payment_attempt x
                 WHERE x.event_id = p_event AND x.attempt_id = u.id AND x.state = u.from_state
                 OFFSET 0) AS at
        WHERE t.event_id = p_event AND t.ctid = at.place;
        GET DIAGNOSTICS found_rows = ROW_COUNT;
        IF found_rows <> n THEN
            PERFORM batch_expects(found_rows, n, 'payment_attempt update');
        END IF;
    END IF;

    -- Updates before inserts: a seat's ticket may be void and another one written in one batch.
    IF p_ticket_updates IS NOT NULL THEN
        n := cardinality(p_ticket_updates) / 3;
        UPDATE ticket t SET state = u.to_state
        FROM (SELECT * FROM unnest(
                  p_ticket_updates[1:n], p_ticket_updates[n+1:2*n],
                  p_ticket_updates[2*n+1:3*n])
              AS u(id, from_state, to_state) LIMIT n) AS u
             CROSS JOIN LATERAL (
                 SELECT x.ctid AS place FROM ticket x
                 WHERE x.event_id = p_event AND x.ticket_id = u.id AND x.state = u.from_state
                 OFFSET 0) AS at
        WHERE t.event_id = p_event AND t.ctid = at.place;
        GET DIAGNOSTICS found_rows = ROW_COUNT;
        IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'ticket update'); END IF;
    END IF;

    IF p_tickets IS NOT NULL THEN
        n := cardinality(p_tickets) / 7;
        WITH written AS (
            INSERT INTO ticket (event_id, ticket_id, order_id, seat_no, area_no, ticket_type, state,
                                price)
            SELECT p_event, u.id, u.order_id, nullif(u.seat, -1), nullif(u.area, -1), u.type,
                   u.state, u.price
            FROM unnest(p_tickets[1:n], p_tickets[n+1:2*n], p_tickets[2*n+1:3*n],
                        p_tickets[3*n+1:4*n], p_tickets[4*n+1:5*n], p_tickets[5*n+1:6*n],
                        p_tickets[6*n+1:7*n])
                 AS u(id, order_id, seat, area, type, state, price)
            RETURNING 1)
        SELECT count(*) INTO found_rows FROM written;
        IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'ticket'); END IF;
    END IF;

    IF p_outbox_closed IS NOT NULL THEN
        n := cardinality(p_outbox_closed);
        DELETE FROM outbox t USING (SELECT * FROM unnest(p_outbox_closed) AS u(seq) LIMIT n) AS u
             CROSS JOIN LATERAL (
                 SELECT x.ctid AS place FROM outbox x
                 WHERE x.event_id = p_event AND x.seq = u.seq
                 OFFSET 0) AS at
        WHERE t.event_id = p_event AND t.ctid = at.place;
        GET DIAGNOSTICS found_rows = ROW_COUNT;
        IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'outbox closed'); END IF;
    END IF;

    IF p_outbox IS NOT NULL THEN
        n := cardinality(p_outbox) / 8;
        WITH written AS (
            INSERT INTO outbox (event_id, seq, order_id, attempt_id, operation, attempt_try,
                                failures, not_before, amount, object_id)
            SELECT p_event, u.seq, u.order_id, u.attempt, u.operation, u.attempt_try, u.failures,
                   u.not_before, u.amount, u.object_id
            FROM unnest(p_outbox[1:n], p_outbox[n+1:2*n], p_outbox[2*n+1:3*n],
                        p_outbox[3*n+1:4*n], p_outbox[4*n+1:5*n], p_outbox[5*n+1:6*n],
                        p_outbox[6*n+1:7*n], p_outbox[7*n+1:8*n], p_outbox_texts)
                 AS u(seq, order_id, attempt, operation, attempt_try, failures, not_before, amount,
                      object_id)
            RETURNING 1)
        SELECT count(*) INTO found_rows FROM written;
        IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'outbox'); END IF;
    END IF;

    IF p_ledger IS NOT NULL THEN
        n := cardinality(p_ledger) / 6;
        IF (SELECT sum(a) FROM unnest(p_ledger[4*n+1:5*n]) AS a) <> 0 THEN
            RAISE EXCEPTION 'batch: ledger entries do not sum to zero' USING ERRCODE = 'TS002';
        END IF;
        WITH written AS (
            INSERT INTO ledger_entry (event_id, entry_id, order_id, attempt_id, account, amount, at)
            SELECT p_event, u.id, u.order_id, u.attempt, u.account, u.amount, u.at
            FROM unnest(p_ledger[1:n], p_ledger[n+1:2*n], p_ledger[2*n+1:3*n],
                        p_ledger[3*n+1:4*n], p_ledger[4*n+1:5*n], p_ledger[5*n+1:6*n])
                 AS u(id, order_id, attempt, account, amount, at)
            RETURNING 1)
        SELECT count(*) INTO found_rows FROM written;
        IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'ledger_entry'); END IF;
    END IF;
END $$;
