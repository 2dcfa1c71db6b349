-- SPDX-License-Identifier: Apache-2.0
-- What a box office sells by: reservations with other prices than the event's, telephone numbers,
-- the end of a card's number, and until when an invoice is to be paid. How a batch's rows are read
-- is said in 0003_batch_orders.sql.

-- Null for nearly all: server/store/terms_codec.h says what is in it.
ALTER TABLE reservation ADD COLUMN adjustments jsonb;
ALTER TABLE ticket_order ADD COLUMN contact_phone text NOT NULL DEFAULT '';
ALTER TABLE tender ADD COLUMN due_at bigint NOT NULL DEFAULT 0;
ALTER TABLE payment_attempt ADD COLUMN card_last4 text NOT NULL DEFAULT '';

-- What reservations cost from now on. A row has what it cost before; it may be of this batch.
CREATE FUNCTION apply_batch_reprices(
    p_event bigint, p_reprices bigint[], p_reprice_texts text[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE n integer; found_rows bigint;
BEGIN
    n := cardinality(p_reprices) / 5;
    UPDATE reservation t
    SET total = u.total, code_id = nullif(u.code, 0), types = u.types::smallint[],
        places = u.places::integer[], adjustments = u.adjustments::jsonb
    FROM (SELECT * FROM unnest(
              p_reprices[1:n], p_reprices[n+1:2*n], p_reprices[2*n+1:3*n],
              p_reprices[3*n+1:4*n], p_reprices[4*n+1:5*n],
              p_reprice_texts[1:n], p_reprice_texts[n+1:2*n], p_reprice_texts[2*n+1:3*n])
          AS u(id, from_total, from_code, total, code, types, places, adjustments) LIMIT n) AS u
         CROSS JOIN LATERAL (
             SELECT x.ctid AS place FROM reservation x WHERE x.event_id = p_event
             AND x.reservation_id = u.id AND x.total = u.from_total
             AND coalesce(x.code_id, 0) = u.from_code OFFSET 0) AS at
    WHERE t.event_id = p_event AND t.ctid = at.place;
    GET DIAGNOSTICS found_rows = ROW_COUNT;
    IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'reprice'); END IF;
END $$;

-- As 0009_event_ends.sql has it, without tickets, and with telephone and due date.
CREATE OR REPLACE FUNCTION apply_batch_orders(
    p_event bigint, p_orders bigint[], p_order_texts text[], p_order_updates bigint[],
    p_order_update_texts text[], p_tenders bigint[], p_tender_texts text[], p_tickets bigint[],
    p_ticket_updates bigint[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE n integer; found_rows bigint;
BEGIN
    IF p_orders IS NOT NULL THEN
        n := cardinality(p_orders) / 6;
        WITH written AS (
            INSERT INTO ticket_order (event_id, order_id, reservation_id, state, created_at,
                                      pay_deadline, total, contact_name, contact_email, language,
                                      quote, contact_phone, evidence)
            SELECT p_event, u.id, u.reservation, u.state, u.created_at, u.pay_deadline, u.total,
                   u.name, u.email, u.language, u.quote::jsonb, u.phone, ''
            FROM unnest(p_orders[1:n], p_orders[n+1:2*n], p_orders[2*n+1:3*n],
                        p_orders[3*n+1:4*n], p_orders[4*n+1:5*n], p_orders[5*n+1:6*n],
                        p_order_texts[1:n], p_order_texts[n+1:2*n], p_order_texts[2*n+1:3*n],
                        p_order_texts[3*n+1:4*n], p_order_texts[4*n+1:5*n])
                 AS u(id, reservation, state, created_at, pay_deadline, total, name, email,
                      language, quote, phone)
            RETURNING 1)
        SELECT count(*) INTO found_rows FROM written;
        IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'ticket_order'); END IF;
    END IF;
    -- A server of an older schema sends five numbers of an order's update: that is no batch at all.
    IF coalesce(cardinality(p_order_updates), 0) <>
       6 * coalesce(cardinality(p_order_update_texts), 0) THEN
        RAISE EXCEPTION 'batch: % numbers of % updates of ticket_order',
            coalesce(cardinality(p_order_updates), 0),
            coalesce(cardinality(p_order_update_texts), 0) USING ERRCODE = 'TS002';
    END IF;
    IF p_order_updates IS NOT NULL THEN
        n := cardinality(p_order_updates) / 6;
        UPDATE ticket_order t
        SET state = u.to_state, pay_deadline = u.pay_deadline, version = u.version,
            accepted_move = coalesce(nullif(u.accepted, 0), t.accepted_move),
            evidence = CASE WHEN u.evidence = '' THEN t.evidence ELSE u.evidence END
        FROM (SELECT * FROM unnest(
                  p_order_updates[1:n], p_order_updates[n+1:2*n],
                  p_order_updates[2*n+1:3*n], p_order_updates[3*n+1:4*n],
                  p_order_updates[4*n+1:5*n], p_order_updates[5*n+1:6*n], p_order_update_texts)
              AS u(id, from_state, to_state, pay_deadline, version, accepted, evidence) LIMIT n)
             AS u
             CROSS JOIN LATERAL (
                 SELECT x.ctid AS place FROM ticket_order x WHERE x.event_id = p_event
                 AND x.order_id = u.id AND x.state = u.from_state OFFSET 0) AS at
        WHERE t.event_id = p_event AND t.ctid = at.place;
        GET DIAGNOSTICS found_rows = ROW_COUNT;
        IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'ticket_order update'); END IF;
    END IF;
    IF p_tenders IS NOT NULL THEN
        n := cardinality(p_tenders) / 7;
        WITH written AS (
            INSERT INTO tender (event_id, tender_id, order_id, kind, provider, amount, created_at,
                                due_at, reference)
            SELECT p_event, u.id, u.order_id, u.kind, u.provider, u.amount, u.created_at,
                   u.due, u.reference
            FROM unnest(p_tenders[1:n], p_tenders[n+1:2*n], p_tenders[2*n+1:3*n],
                        p_tenders[3*n+1:4*n], p_tenders[4*n+1:5*n], p_tenders[5*n+1:6*n],
                        p_tenders[6*n+1:7*n], p_tender_texts)
                 AS u(id, order_id, kind, provider, amount, created_at, due, reference)
            RETURNING 1)
        SELECT count(*) INTO found_rows FROM written;
        IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'tender'); END IF;
    END IF;
END $$;

-- As 0006_payments.sql has it, and the card's last digits (empty: as they were).
CREATE OR REPLACE FUNCTION apply_batch_money(
    p_event bigint, p_attempts bigint[], p_attempt_updates bigint[], p_attempt_update_texts text[],
    p_refunds bigint[], p_refund_updates bigint[], p_refund_update_texts text[], p_outbox bigint[],
    p_outbox_texts text[], p_outbox_closed bigint[], p_ledger bigint[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE n integer; found_rows bigint; event_currency text;
BEGIN
    IF p_attempts IS NOT NULL THEN
        n := cardinality(p_attempts) / 7;
        WITH written AS (
            INSERT INTO payment_attempt (event_id, attempt_id, order_id, tender_id, state, amount,
                                         authorized, captured, refunded, created_at, provider,
                                         object_id, client_secret, evidence)
            SELECT p_event, u.id, u.order_id, u.tender, u.state, u.amount, 0, 0, 0, u.created_at,
                   u.provider, '', '', ''
            FROM unnest(p_attempts[1:n], p_attempts[n+1:2*n], p_attempts[2*n+1:3*n],
                        p_attempts[3*n+1:4*n], p_attempts[4*n+1:5*n], p_attempts[5*n+1:6*n],
                        p_attempts[6*n+1:7*n])
                 AS u(id, order_id, tender, state, amount, created_at, provider)
            RETURNING 1)
        SELECT count(*) INTO found_rows FROM written;
        IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'payment_attempt'); END IF;
    END IF;
    IF p_attempt_updates IS NOT NULL THEN
        n := cardinality(p_attempt_updates) / 8;
        UPDATE payment_attempt t
        SET state = u.to_state, authorized = u.authorized, captured = u.captured,
            refunded = u.refunded, capture_before = u.capture_before, attempt_try = u.next_try,
            object_id = u.object_id, client_secret = u.secret, evidence = u.evidence,
            card_last4 = coalesce(nullif(u.last4, ''), t.card_last4)
        FROM (SELECT * FROM unnest(
                  p_attempt_updates[1:n], p_attempt_updates[n+1:2*n],
                  p_attempt_updates[2*n+1:3*n], p_attempt_updates[3*n+1:4*n],
                  p_attempt_updates[4*n+1:5*n], p_attempt_updates[5*n+1:6*n],
                  p_attempt_updates[6*n+1:7*n], p_attempt_updates[7*n+1:8*n],
                  p_attempt_update_texts[1:n], p_attempt_update_texts[n+1:2*n],
                  p_attempt_update_texts[2*n+1:3*n], p_attempt_update_texts[3*n+1:4*n])
              AS u(id, from_state, to_state, authorized, captured, refunded, capture_before,
                   next_try, object_id, secret, evidence, last4) LIMIT n) AS u
             CROSS JOIN LATERAL (
                 SELECT x.ctid AS place FROM payment_attempt x WHERE x.event_id = p_event
                 AND x.attempt_id = u.id AND x.state = u.from_state OFFSET 0) AS at
        WHERE t.event_id = p_event AND t.ctid = at.place;
        GET DIAGNOSTICS found_rows = ROW_COUNT;
        IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'attempt update'); END IF;
    END IF;
    IF p_refunds IS NOT NULL THEN
        n := cardinality(p_refunds) / 9;
        WITH written AS (
            INSERT INTO refund (event_id, refund_id, group_id, order_id, attempt_id, reason, state,
                                amount, retained, created_at, attempt_try, object_id, evidence)
            SELECT p_event, u.id, u.group_id, u.order_id, u.attempt, u.reason, u.state, u.amount,
                   u.retained, u.created_at, 1, '', ''
            FROM unnest(p_refunds[1:n], p_refunds[n+1:2*n], p_refunds[2*n+1:3*n],
                        p_refunds[3*n+1:4*n], p_refunds[4*n+1:5*n], p_refunds[5*n+1:6*n],
                        p_refunds[6*n+1:7*n], p_refunds[7*n+1:8*n], p_refunds[8*n+1:9*n])
                 AS u(id, group_id, order_id, attempt, reason, state, amount, retained, created_at)
            RETURNING 1)
        SELECT count(*) INTO found_rows FROM written;
        IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'refund'); END IF;
    END IF;
    IF p_refund_updates IS NOT NULL THEN
        n := cardinality(p_refund_updates) / 4;
        UPDATE refund t
        SET state = u.to_state, attempt_try = u.attempt_try, object_id = u.object_id,
            evidence = u.evidence
        FROM (SELECT * FROM unnest(
                  p_refund_updates[1:n], p_refund_updates[n+1:2*n],
                  p_refund_updates[2*n+1:3*n], p_refund_updates[3*n+1:4*n],
                  p_refund_update_texts[1:n], p_refund_update_texts[n+1:2*n])
              AS u(id, from_state, to_state, attempt_try, object_id, evidence) LIMIT n) AS u
             CROSS JOIN LATERAL (
                 SELECT x.ctid AS place FROM refund x WHERE x.event_id = p_event
                 AND x.refund_id = u.id AND x.state = u.from_state OFFSET 0) AS at
        WHERE t.event_id = p_event AND t.ctid = at.place;
        GET DIAGNOSTICS found_rows = ROW_COUNT;
        IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'refund update'); END IF;
    END IF;
    IF p_outbox_closed IS NOT NULL THEN
        n := cardinality(p_outbox_closed);
        DELETE FROM outbox t USING (SELECT * FROM unnest(p_outbox_closed) AS u(seq) LIMIT n) AS u
             CROSS JOIN LATERAL (
                 SELECT x.ctid AS place FROM outbox x
                 WHERE x.event_id = p_event AND x.seq = u.seq OFFSET 0) AS at
        WHERE t.event_id = p_event AND t.ctid = at.place;
        GET DIAGNOSTICS found_rows = ROW_COUNT;
        IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'outbox closed'); END IF;
    END IF;
    IF p_outbox IS NOT NULL THEN
        n := cardinality(p_outbox) / 10;
        WITH written AS (
            INSERT INTO outbox (event_id, seq, order_id, attempt_id, operation, attempt_try,
                                failures, not_before, amount, provider, refund_id, object_id,
                                payload)
            SELECT p_event, u.seq, u.order_id, u.attempt, u.operation, u.attempt_try, u.failures,
                   u.not_before, u.amount, u.provider, u.refund, u.object_id, u.payload
            FROM unnest(p_outbox[1:n], p_outbox[n+1:2*n], p_outbox[2*n+1:3*n],
                        p_outbox[3*n+1:4*n], p_outbox[4*n+1:5*n], p_outbox[5*n+1:6*n],
                        p_outbox[6*n+1:7*n], p_outbox[7*n+1:8*n], p_outbox[8*n+1:9*n],
                        p_outbox[9*n+1:10*n], p_outbox_texts[1:n], p_outbox_texts[n+1:2*n])
                 AS u(seq, order_id, attempt, operation, attempt_try, failures, not_before, amount,
                      provider, refund, object_id, payload)
            RETURNING 1)
        SELECT count(*) INTO found_rows FROM written;
        IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'outbox'); END IF;
    END IF;
    IF p_ledger IS NOT NULL THEN
        n := cardinality(p_ledger) / 7;
        IF (SELECT sum(a) FROM unnest(p_ledger[4*n+1:5*n]) AS a) <> 0 THEN
            RAISE EXCEPTION 'batch: ledger entries do not sum to zero' USING ERRCODE = 'TS002';
        END IF;
        SELECT t.terms ->> 'currency' INTO event_currency
        FROM event e JOIN event_terms t ON t.event_id = p_event AND t.version = e.terms_version
        WHERE e.event_id = p_event;
        WITH written AS (
            INSERT INTO ledger_entry (event_id, entry_id, order_id, attempt_id, account, amount, at,
                                      refund_id, currency)
            SELECT p_event, u.id, u.order_id, u.attempt, u.account, u.amount, u.at, u.refund,
                   event_currency
            FROM unnest(p_ledger[1:n], p_ledger[n+1:2*n], p_ledger[2*n+1:3*n],
                        p_ledger[3*n+1:4*n], p_ledger[4*n+1:5*n], p_ledger[5*n+1:6*n],
                        p_ledger[6*n+1:7*n])
                 AS u(id, order_id, attempt, account, amount, at, refund)
            RETURNING 1)
        SELECT count(*) INTO found_rows FROM written;
        IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'ledger_entry'); END IF;
    END IF;
END $$;

-- As 0010_exchange.sql has it, and what reservations cost from now on.
DROP FUNCTION apply_batch;
CREATE FUNCTION apply_batch(
    p_event bigint, p_epoch bigint, p_batch bigint, p_now bigint, p_wake_at bigint,
    p_map_changed boolean, p_seats bigint[], p_areas bigint[], p_reservations bigint[],
    p_reservation_requests uuid[], p_reservation_buyers bytea[], p_reservation_seats integer[],
    p_reservation_types smallint[], p_reservation_places integer[], p_reservation_updates bigint[],
    p_orders bigint[], p_order_texts text[], p_order_updates bigint[], p_order_update_texts text[],
    p_tenders bigint[], p_tender_texts text[], p_attempts bigint[], p_attempt_updates bigint[],
    p_attempt_update_texts text[], p_refunds bigint[], p_refund_updates bigint[],
    p_refund_update_texts text[], p_tickets bigint[], p_ticket_updates bigint[], p_outbox bigint[],
    p_outbox_texts text[], p_outbox_closed bigint[], p_ledger bigint[], p_requests bigint[],
    p_request_ids uuid[], p_codes bigint[], p_code_texts text[], p_code_uses bigint[],
    p_terms bigint[], p_terms_texts text[], p_ticket_texts text[],
    p_reprices bigint[] DEFAULT NULL, p_reprice_texts text[] DEFAULT NULL) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE n integer; found_rows bigint;
BEGIN
    UPDATE event_owner t
    SET last_batch = p_batch, last_time = p_now, wake_at = p_wake_at,
        map_revision = CASE WHEN p_map_changed THEN p_batch ELSE t.map_revision END
    WHERE t.event_id = p_event AND t.epoch = p_epoch AND t.last_batch = p_batch - 1;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'batch: fenced' USING ERRCODE = 'TS001';
    END IF;
    -- The session's limit was for the fence alone: who has it waits for nobody's rows.
    PERFORM set_config('lock_timeout', '0', true);

    IF p_seats IS NOT NULL THEN
        n := cardinality(p_seats) / 6;
        UPDATE seat t SET holder = u.to_holder, status = u.to_status, allocation = u.to_allocation
        FROM (SELECT * FROM unnest(
                  p_seats[1:n], p_seats[n+1:2*n], p_seats[2*n+1:3*n], p_seats[3*n+1:4*n],
                  p_seats[4*n+1:5*n], p_seats[5*n+1:6*n])
              AS u(seat_no, from_status, from_holder, to_status, to_holder,
                   to_allocation) LIMIT n) AS u
             CROSS JOIN LATERAL (
                 SELECT x.ctid AS place FROM seat x
                 WHERE x.event_id = p_event AND x.seat_no = u.seat_no AND x.status = u.from_status
                   AND x.holder = u.from_holder
                 OFFSET 0) AS at
        WHERE t.event_id = p_event AND t.ctid = at.place;
        GET DIAGNOSTICS found_rows = ROW_COUNT;
        IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'seat'); END IF;
    END IF;
    IF p_areas IS NOT NULL THEN
        n := cardinality(p_areas) / 3;
        UPDATE area t SET held = t.held + u.held, sold = t.sold + u.sold
        FROM unnest(p_areas[1:n], p_areas[n+1:2*n], p_areas[2*n+1:3*n]) AS u(area_no, held, sold)
        WHERE t.event_id = p_event AND t.area_no = u.area_no;
        GET DIAGNOSTICS found_rows = ROW_COUNT;
        IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'area'); END IF;
    END IF;
    IF p_reservations IS NOT NULL THEN
        n := cardinality(p_reservation_requests);
        WITH written AS (
            INSERT INTO reservation (event_id, reservation_id, request_id, fingerprint, created_at,
                                     total, expires_at, extended, terms_version, channel, state,
                                     reason, code_id, order_id, buyer, seats, types, places)
            SELECT p_event, u.id, u.request, u.fingerprint, u.created_at, u.total, u.expires_at,
                   u.extended, u.terms_version, u.channel, u.state, u.reason, nullif(u.code, 0),
                   nullif(u.order_id, 0), u.buyer,
                   CASE WHEN u.seats_to > u.seats_from
                        THEN p_reservation_seats[u.seats_from+1:u.seats_to] END,
                   CASE WHEN u.seats_to > u.seats_from
                        THEN p_reservation_types[u.seats_from+1:u.seats_to] END,
                   CASE WHEN u.places_to > u.places_from
                        THEN p_reservation_places[u.places_from+1:u.places_to] END
            FROM unnest(p_reservations[1:n], p_reservations[n+1:2*n], p_reservations[2*n+1:3*n],
                        p_reservations[3*n+1:4*n], p_reservations[4*n+1:5*n],
                        p_reservations[5*n+1:6*n], p_reservations[6*n+1:7*n],
                        p_reservations[7*n+1:8*n], p_reservations[8*n+1:9*n],
                        p_reservations[9*n+1:10*n], p_reservations[10*n+1:11*n],
                        p_reservations[11*n+1:12*n], p_reservations[12*n+1:13*n],
                        p_reservations[13*n+1:14*n], p_reservations[14*n+1:15*n],
                        p_reservations[15*n+1:16*n], p_reservation_requests,
                        p_reservation_buyers)
                 AS u(id, fingerprint, created_at, total, expires_at, extended, terms_version,
                      channel, state, reason, code, order_id, seats_from, seats_to, places_from,
                      places_to, request, buyer)
            RETURNING 1)
        SELECT count(*) INTO found_rows FROM written;
        IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'reservation'); END IF;
    END IF;
    IF p_reservation_updates IS NOT NULL THEN
        n := cardinality(p_reservation_updates) / 7;
        UPDATE reservation t
        SET state = u.to_state, expires_at = u.expires_at, extended = u.extended,
            reason = u.reason, order_id = coalesce(nullif(u.order_id, 0), t.order_id)
        FROM (SELECT * FROM unnest(
                  p_reservation_updates[1:n], p_reservation_updates[n+1:2*n],
                  p_reservation_updates[2*n+1:3*n], p_reservation_updates[3*n+1:4*n],
                  p_reservation_updates[4*n+1:5*n], p_reservation_updates[5*n+1:6*n],
                  p_reservation_updates[6*n+1:7*n])
              AS u(id, from_state, to_state, expires_at, extended, order_id,
                   reason) LIMIT n) AS u
             CROSS JOIN LATERAL (
                 SELECT x.ctid AS place FROM reservation x WHERE x.event_id = p_event
                 AND x.reservation_id = u.id AND x.state = u.from_state OFFSET 0) AS at
        WHERE t.event_id = p_event AND t.ctid = at.place;
        GET DIAGNOSTICS found_rows = ROW_COUNT;
        IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'reservation update'); END IF;
    END IF;
    -- After them, for what they expect of a row's state is of before.
    IF p_reprices IS NOT NULL THEN
        PERFORM apply_batch_reprices(p_event, p_reprices, p_reprice_texts);
    END IF;
    IF coalesce(p_orders, p_order_updates, p_tenders) IS NOT NULL THEN
        PERFORM apply_batch_orders(p_event, p_orders, p_order_texts, p_order_updates,
                                   p_order_update_texts, p_tenders, p_tender_texts, NULL, NULL);
    END IF;
    IF coalesce(p_tickets, p_ticket_updates) IS NOT NULL THEN
        PERFORM apply_batch_tickets(p_event, p_tickets, p_ticket_texts, p_ticket_updates);
    END IF;
    IF coalesce(p_attempts, p_attempt_updates, p_refunds, p_refund_updates, p_outbox,
                p_outbox_closed, p_ledger) IS NOT NULL THEN
        PERFORM apply_batch_money(p_event, p_attempts, p_attempt_updates, p_attempt_update_texts,
                                  p_refunds, p_refund_updates, p_refund_update_texts, p_outbox,
                                  p_outbox_texts, p_outbox_closed, p_ledger);
    END IF;
    IF coalesce(p_requests, p_codes, p_code_uses, p_terms) IS NOT NULL THEN
        PERFORM apply_batch_rules(p_event, p_requests, p_request_ids, p_codes, p_code_texts,
                                  p_code_uses, p_terms, p_terms_texts);
    END IF;
END $$;
