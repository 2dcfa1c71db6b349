-- SPDX-License-Identifier: Apache-2.0
-- Offers with a time of their own. How a batch's rows are read is said in 0003_batch_orders.sql.

-- Until when the ticket's offer may be accepted whatever the event's rules are; 0: by those alone.
ALTER TABLE ticket ADD COLUMN offer_until bigint NOT NULL DEFAULT 0;

-- As 0010_exchange.sql has it, and that time.
CREATE OR REPLACE FUNCTION apply_batch_tickets(
    p_event bigint, p_tickets bigint[], p_ticket_texts text[], p_ticket_updates bigint[])
RETURNS void
LANGUAGE plpgsql AS $$
DECLARE n integer; found_rows bigint;
BEGIN
    -- Updates before inserts: a seat's ticket may be void and another one written in one batch.
    IF p_ticket_updates IS NOT NULL THEN
        n := cardinality(p_ticket_updates) / 7;
        -- A server of an older schema sends six numbers of each: that is no batch at all.
        IF cardinality(p_ticket_updates) <> 7 * n THEN
            RAISE EXCEPTION 'batch: % numbers of updates of ticket', cardinality(p_ticket_updates);
        END IF;
        UPDATE ticket t
        SET state = u.to_state, refund_id = coalesce(nullif(u.refund, 0), t.refund_id),
            exchange_order = u.exchange, offer_id = u.offer, offer_until = u.until
        FROM (SELECT * FROM unnest(
                  p_ticket_updates[1:n], p_ticket_updates[n+1:2*n],
                  p_ticket_updates[2*n+1:3*n], p_ticket_updates[3*n+1:4*n],
                  p_ticket_updates[4*n+1:5*n], p_ticket_updates[5*n+1:6*n],
                  p_ticket_updates[6*n+1:7*n])
              AS u(id, from_state, to_state, refund, exchange, offer, until) LIMIT n) AS u
             CROSS JOIN LATERAL (
                 SELECT x.ctid AS place FROM ticket x WHERE x.event_id = p_event
                 AND x.ticket_id = u.id AND x.state = u.from_state OFFSET 0) AS at
        WHERE t.event_id = p_event AND t.ctid = at.place;
        GET DIAGNOSTICS found_rows = ROW_COUNT;
        IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'ticket update'); END IF;
    END IF;
    IF p_tickets IS NOT NULL THEN
        n := cardinality(p_tickets) / 13;
        IF cardinality(p_tickets) <> 13 * n THEN
            RAISE EXCEPTION 'batch: % numbers of ticket', cardinality(p_tickets);
        END IF;
        WITH written AS (
            INSERT INTO ticket (event_id, ticket_id, order_id, seat_no, area_no, ticket_type, state,
                                price, refund_id, exchange_order, offer_id, transfer_id,
                                replaces, offer_until, holder_name, holder_email)
            SELECT p_event, u.id, u.order_id, nullif(u.seat, -1), nullif(u.area, -1), u.type,
                   u.state, u.price, nullif(u.refund, 0), u.exchange, u.offer, u.transfer,
                   u.replaces, u.until, u.name, u.email
            FROM unnest(p_tickets[1:n], p_tickets[n+1:2*n], p_tickets[2*n+1:3*n],
                        p_tickets[3*n+1:4*n], p_tickets[4*n+1:5*n], p_tickets[5*n+1:6*n],
                        p_tickets[6*n+1:7*n], p_tickets[7*n+1:8*n], p_tickets[8*n+1:9*n],
                        p_tickets[9*n+1:10*n], p_tickets[10*n+1:11*n], p_tickets[11*n+1:12*n],
                        p_tickets[12*n+1:13*n],
                        p_ticket_texts[1:n], p_ticket_texts[n+1:2*n])
                 AS u(id, order_id, seat, area, type, state, price, refund, exchange, offer,
                      transfer, replaces, until, name, email)
            RETURNING 1)
        SELECT count(*) INTO found_rows FROM written;
        IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'ticket'); END IF;
    END IF;
END $$;
