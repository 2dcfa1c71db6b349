-- SPDX-License-Identifier: Apache-2.0
-- What staff do to an event: rows of its own chain of the trail, in the transaction of the effect.

-- An approval is used once in an event.
CREATE UNIQUE INDEX trail_approval ON trail (event_id, approval_id) WHERE approval_id <> 0;

-- apply_batch for a batch that carries rows of the trail; others do without. Of each row, column after
-- column: number, at, staff, device, approval, approved by, subject, amount; action, reason; before,
-- hash. It hands on what the apply_batch of the next file takes, and is called once that is there.
CREATE FUNCTION apply_batch_of_staff(
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
    p_reprices bigint[], p_reprice_texts text[], p_trail bigint[], p_trail_texts text[], p_trail_hashes bytea[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE n integer; found_rows bigint;
BEGIN
    PERFORM apply_batch(
        p_event, p_epoch, p_batch, p_now, p_wake_at, p_map_changed, p_seats, p_areas,
        p_reservations, p_reservation_requests, p_reservation_buyers, p_reservation_seats,
        p_reservation_types, p_reservation_places, p_reservation_updates, p_orders, p_order_texts,
        p_order_updates, p_order_update_texts, p_tenders, p_tender_texts, p_attempts,
        p_attempt_updates, p_attempt_update_texts, p_refunds, p_refund_updates,
        p_refund_update_texts, p_tickets, p_ticket_updates, p_outbox, p_outbox_texts,
        p_outbox_closed, p_ledger, p_requests, p_request_ids, p_codes, p_code_texts, p_code_uses,
        p_terms, p_terms_texts, p_ticket_texts, p_reprices, p_reprice_texts);
    n := cardinality(p_trail) / 8;
    WITH written AS (
        INSERT INTO trail (event_id, number, at, staff_id, device_id, approval_id, approved_by,
                           subject, amount, action, reason, before, hash)
        SELECT p_event, u.number, u.at, u.staff, u.device, u.approval, u.approved_by, u.subject,
               u.amount, u.action, u.reason, u.before, u.hash
        FROM unnest(p_trail[1:n], p_trail[n+1:2*n], p_trail[2*n+1:3*n], p_trail[3*n+1:4*n],
                    p_trail[4*n+1:5*n], p_trail[5*n+1:6*n], p_trail[6*n+1:7*n],
                    p_trail[7*n+1:8*n], p_trail_texts[1:n], p_trail_texts[n+1:2*n],
                    p_trail_hashes[1:n], p_trail_hashes[n+1:2*n])
             AS u(number, at, staff, device, approval, approved_by, subject, amount, action, reason,
                  before, hash)
        RETURNING 1)
    SELECT count(*) INTO found_rows FROM written;
    IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'trail'); END IF;
END $$;
