-- SPDX-License-Identifier: Apache-2.0
-- Tickets that are given up for others, or handed on. How a batch's rows are read is said in
-- 0003_batch_orders.sql.

-- The order that is to be paid with it, and once it is void was; 0: none.
ALTER TABLE ticket ADD COLUMN exchange_order bigint NOT NULL DEFAULT 0;

-- offer: by whose link it may be had. transfer: by which its holder got it, and from whom: the
-- ticket that it replaces. 0: none.
ALTER TABLE ticket ADD COLUMN offer_id bigint NOT NULL DEFAULT 0;
ALTER TABLE ticket ADD COLUMN transfer_id bigint NOT NULL DEFAULT 0;
ALTER TABLE ticket ADD COLUMN replaces bigint NOT NULL DEFAULT 0;
ALTER TABLE ticket ADD COLUMN holder_name text NOT NULL DEFAULT '';
ALTER TABLE ticket ADD COLUMN holder_email text NOT NULL DEFAULT '';

-- apply_batch_orders gets no tickets any more.
CREATE FUNCTION apply_batch_tickets(
    p_event bigint, p_tickets bigint[], p_ticket_texts text[], p_ticket_updates bigint[])
RETURNS void
LANGUAGE plpgsql AS $$
DECLARE n integer; found_rows bigint;
BEGIN
    -- Updates before inserts: a seat's ticket may be void and another one written in one batch.
    IF p_ticket_updates IS NOT NULL THEN
        n := cardinality(p_ticket_updates) / 6;
        UPDATE ticket t
        SET state = u.to_state, refund_id = coalesce(nullif(u.refund, 0), t.refund_id),
            exchange_order = u.exchange, offer_id = u.offer
        FROM (SELECT * FROM unnest(
                  p_ticket_updates[1:n], p_ticket_updates[n+1:2*n],
                  p_ticket_updates[2*n+1:3*n], p_ticket_updates[3*n+1:4*n],
                  p_ticket_updates[4*n+1:5*n], p_ticket_updates[5*n+1:6*n])
              AS u(id, from_state, to_state, refund, exchange, offer) LIMIT n) AS u
             CROSS JOIN LATERAL (
                 SELECT x.ctid AS place FROM ticket x WHERE x.event_id = p_event
                 AND x.ticket_id = u.id AND x.state = u.from_state OFFSET 0) AS at
        WHERE t.event_id = p_event AND t.ctid = at.place;
        GET DIAGNOSTICS found_rows = ROW_COUNT;
        IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'ticket update'); END IF;
    END IF;
    IF p_tickets IS NOT NULL THEN
        n := cardinality(p_tickets) / 12;
        WITH written AS (
            INSERT INTO ticket (event_id, ticket_id, order_id, seat_no, area_no, ticket_type, state,
                                price, refund_id, exchange_order, offer_id, transfer_id,
                                replaces, holder_name, holder_email)
            SELECT p_event, u.id, u.order_id, nullif(u.seat, -1), nullif(u.area, -1), u.type,
                   u.state, u.price, nullif(u.refund, 0), u.exchange, u.offer, u.transfer,
                   u.replaces, u.name, u.email
            FROM unnest(p_tickets[1:n], p_tickets[n+1:2*n], p_tickets[2*n+1:3*n],
                        p_tickets[3*n+1:4*n], p_tickets[4*n+1:5*n], p_tickets[5*n+1:6*n],
                        p_tickets[6*n+1:7*n], p_tickets[7*n+1:8*n], p_tickets[8*n+1:9*n],
                        p_tickets[9*n+1:10*n], p_tickets[10*n+1:11*n], p_tickets[11*n+1:12*n],
                        p_ticket_texts[1:n], p_ticket_texts[n+1:2*n])
                 AS u(id, order_id, seat, area, type, state, price, refund, exchange, offer,
                      transfer, replaces, name, email)
            RETURNING 1)
        SELECT count(*) INTO found_rows FROM written;
        IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'ticket'); END IF;
    END IF;
END $$;

-- As 0006_payments.sql has it, but for the tickets.
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
    p_terms bigint[], p_terms_texts text[], p_ticket_texts text[]) RETURNS void
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
