-- SPDX-License-Identifier: Apache-2.0
-- The rest of a batch, and the function that the store calls; how it reads its rows is said in
-- 0003_batch_orders.sql.

-- Request outcomes, codes and terms.
CREATE FUNCTION apply_batch_rules(
    p_event bigint,
    p_requests bigint[], p_request_ids uuid[],
    p_codes bigint[], p_code_texts text[], p_code_uses bigint[],
    p_terms bigint[], p_terms_texts text[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    n integer;
    found_rows bigint;
BEGIN
    IF p_requests IS NOT NULL THEN
        n := cardinality(p_request_ids);
        WITH written AS (
            INSERT INTO request (event_id, request_id, fingerprint, kind, target, at)
            SELECT p_event, u.request, u.fingerprint, u.kind, u.target, u.at
            FROM unnest(p_request_ids, p_requests[1:n], p_requests[n+1:2*n],
                        p_requests[2*n+1:3*n], p_requests[3*n+1:4*n])
                 AS u(request, fingerprint, kind, target, at)
            RETURNING 1)
        SELECT count(*) INTO found_rows FROM written;
        IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'request'); END IF;
    END IF;

    IF p_codes IS NOT NULL THEN
        n := cardinality(p_codes) / 10;
        WITH written AS (
            INSERT INTO code (event_id, code_id, code, discount, rate_ppm, amount, uses_max, uses,
                              valid_from, valid_until, opens_presale, unlocks, categories)
            SELECT p_event, u.id, u.text, u.discount, u.rate, u.amount, u.uses_max, u.uses,
                   u.valid_from, u.valid_until, u.presale <> 0, u.unlocks, u.categories::smallint[]
            FROM unnest(p_codes[1:n], p_codes[n+1:2*n], p_codes[2*n+1:3*n], p_codes[3*n+1:4*n],
                        p_codes[4*n+1:5*n], p_codes[5*n+1:6*n], p_codes[6*n+1:7*n],
                        p_codes[7*n+1:8*n], p_codes[8*n+1:9*n], p_codes[9*n+1:10*n],
                        p_code_texts[1:n], p_code_texts[n+1:2*n])
                 AS u(id, discount, rate, amount, uses_max, uses, valid_from, valid_until, presale,
                      unlocks, text, categories)
            RETURNING 1)
        SELECT count(*) INTO found_rows FROM written;
        IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'code'); END IF;
    END IF;

    IF p_code_uses IS NOT NULL THEN
        n := cardinality(p_code_uses) / 2;
        UPDATE code t SET uses = t.uses + u.delta
        FROM (SELECT * FROM unnest(
                  p_code_uses[1:n], p_code_uses[n+1:2*n])
              AS u(id, delta) LIMIT n) AS u
             CROSS JOIN LATERAL (
                 SELECT x.ctid AS place FROM code x
                 WHERE x.event_id = p_event AND x.code_id = u.id
                 OFFSET 0) AS at
        WHERE t.event_id = p_event AND t.ctid = at.place;
        GET DIAGNOSTICS found_rows = ROW_COUNT;
        IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'code uses'); END IF;
    END IF;

    -- Columns: version, sale, starts_at (null: as it was); texts: terms, document, title and its
    -- words (null: as they were).
    IF p_terms IS NOT NULL THEN
        n := cardinality(p_terms) / 3;
        WITH written AS (
            INSERT INTO event_terms (event_id, version, terms)
            SELECT p_event, u.version, u.terms::jsonb
            FROM unnest(p_terms[1:n], p_terms_texts[1:n]) AS u(version, terms)
            RETURNING 1)
        SELECT count(*) INTO found_rows FROM written;
        IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'event_terms'); END IF;
        UPDATE event t
        SET terms_version = p_terms[n], sale = p_terms[2*n],
            starts_at = coalesce(p_terms[3*n], t.starts_at),
            title = coalesce(p_terms_texts[3*n], t.title),
            document = coalesce(p_terms_texts[2*n], t.document)
        WHERE t.event_id = p_event AND t.terms_version = p_terms[1] - 1;
        GET DIAGNOSTICS found_rows = ROW_COUNT;
        IF found_rows <> 1 THEN PERFORM batch_expects(found_rows, 1, 'event'); END IF;
        UPDATE event_search t
        SET draft = p_terms[2*n] = 0, starts_at = coalesce(p_terms[3*n], t.starts_at),
            words = CASE WHEN p_terms_texts[4*n] IS NULL THEN t.words
                         ELSE array_to_tsvector(string_to_array(
                             btrim(lower(p_terms_texts[4*n] || ' ' || t.place)), ' ')) END
        WHERE t.event_id = p_event;
    END IF;
END $$;

CREATE FUNCTION apply_batch(
    p_event bigint, p_epoch bigint, p_batch bigint, p_now bigint, p_wake_at bigint,
    p_map_changed boolean,
    p_seats bigint[], p_areas bigint[],
    p_reservations bigint[], p_reservation_requests uuid[], p_reservation_buyers bytea[],
    p_reservation_seats integer[], p_reservation_types smallint[], p_reservation_places integer[],
    p_reservation_updates bigint[],
    p_orders bigint[], p_order_texts text[],
    p_order_updates bigint[], p_order_update_texts text[],
    p_attempts bigint[],
    p_attempt_updates bigint[], p_attempt_update_texts text[],
    p_tickets bigint[], p_ticket_updates bigint[],
    p_outbox bigint[], p_outbox_texts text[], p_outbox_closed bigint[],
    p_ledger bigint[],
    p_requests bigint[], p_request_ids uuid[],
    p_codes bigint[], p_code_texts text[], p_code_uses bigint[],
    p_terms bigint[], p_terms_texts text[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    n integer;
    found_rows bigint;
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
                 SELECT x.ctid AS place FROM reservation x
                 WHERE x.event_id = p_event AND x.reservation_id = u.id AND x.state = u.from_state
                 OFFSET 0) AS at
        WHERE t.event_id = p_event AND t.ctid = at.place;
        GET DIAGNOSTICS found_rows = ROW_COUNT;
        IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'reservation update'); END IF;
    END IF;

    IF coalesce(p_orders, p_order_updates, p_attempts, p_attempt_updates, p_tickets,
                p_ticket_updates, p_outbox, p_outbox_closed, p_ledger) IS NOT NULL THEN
        PERFORM apply_batch_orders(p_event, p_orders, p_order_texts, p_order_updates,
                                   p_order_update_texts, p_attempts, p_attempt_updates,
                                   p_attempt_update_texts, p_tickets, p_ticket_updates, p_outbox,
                                   p_outbox_texts, p_outbox_closed, p_ledger);
    END IF;
    IF coalesce(p_requests, p_codes, p_code_uses, p_terms) IS NOT NULL THEN
        PERFORM apply_batch_rules(p_event, p_requests, p_request_ids, p_codes, p_code_texts,
                                  p_code_uses, p_terms, p_terms_texts);
    END IF;
END $$;
