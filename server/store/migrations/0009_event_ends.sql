-- SPDX-License-Identifier: Apache-2.0
-- Events that are cancelled or moved. Numbers are those of server/engine/terms.h.

-- sale: 3 cancelled.
ALTER TABLE event DROP CONSTRAINT event_sale_check;
ALTER TABLE event ADD CHECK (sale BETWEEN 0 AND 3);

-- The number of the move whose date the order's holder has accepted; 0: of none.
ALTER TABLE ticket_order ADD COLUMN accepted_move integer NOT NULL DEFAULT 0;

-- As in 0006, and the move that an order accepts (0: none).
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
        n := cardinality(p_tenders) / 6;
        WITH written AS (
            INSERT INTO tender (event_id, tender_id, order_id, kind, provider, amount, created_at,
                                reference)
            SELECT p_event, u.id, u.order_id, u.kind, u.provider, u.amount, u.created_at,
                   u.reference
            FROM unnest(p_tenders[1:n], p_tenders[n+1:2*n], p_tenders[2*n+1:3*n],
                        p_tenders[3*n+1:4*n], p_tenders[4*n+1:5*n], p_tenders[5*n+1:6*n],
                        p_tender_texts)
                 AS u(id, order_id, kind, provider, amount, created_at, reference)
            RETURNING 1)
        SELECT count(*) INTO found_rows FROM written;
        IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'tender'); END IF;
    END IF;
    -- Updates before inserts: a seat's ticket may be void and another one written in one batch.
    IF p_ticket_updates IS NOT NULL THEN
        n := cardinality(p_ticket_updates) / 4;
        UPDATE ticket t
        SET state = u.to_state, refund_id = coalesce(nullif(u.refund, 0), t.refund_id)
        FROM (SELECT * FROM unnest(
                  p_ticket_updates[1:n], p_ticket_updates[n+1:2*n],
                  p_ticket_updates[2*n+1:3*n], p_ticket_updates[3*n+1:4*n])
              AS u(id, from_state, to_state, refund) LIMIT n) AS u
             CROSS JOIN LATERAL (
                 SELECT x.ctid AS place FROM ticket x WHERE x.event_id = p_event
                 AND x.ticket_id = u.id AND x.state = u.from_state OFFSET 0) AS at
        WHERE t.event_id = p_event AND t.ctid = at.place;
        GET DIAGNOSTICS found_rows = ROW_COUNT;
        IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'ticket update'); END IF;
    END IF;
    IF p_tickets IS NOT NULL THEN
        n := cardinality(p_tickets) / 8;
        WITH written AS (
            INSERT INTO ticket (event_id, ticket_id, order_id, seat_no, area_no, ticket_type, state,
                                price, refund_id)
            SELECT p_event, u.id, u.order_id, nullif(u.seat, -1), nullif(u.area, -1), u.type,
                   u.state, u.price, nullif(u.refund, 0)
            FROM unnest(p_tickets[1:n], p_tickets[n+1:2*n], p_tickets[2*n+1:3*n],
                        p_tickets[3*n+1:4*n], p_tickets[4*n+1:5*n], p_tickets[5*n+1:6*n],
                        p_tickets[6*n+1:7*n], p_tickets[7*n+1:8*n])
                 AS u(id, order_id, seat, area, type, state, price, refund)
            RETURNING 1)
        SELECT count(*) INTO found_rows FROM written;
        IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'ticket'); END IF;
    END IF;
END $$;
