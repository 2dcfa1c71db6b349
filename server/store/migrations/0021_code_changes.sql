-- SPDX-License-Identifier: Apache-2.0
-- Codes that are changed while they are in use; request ids of shifts by their age.

-- A bound may be lowered below what is in use. That nobody takes more than may is judged where uses
-- are written.
ALTER TABLE code DROP CONSTRAINT code_check;
ALTER TABLE code ADD CONSTRAINT code_uses_check CHECK (uses >= 0);

CREATE INDEX shift_request_at ON shift_request (at);

-- As 0004_apply_batch.sql's, and codes that are changed. Columns of p_code_uses: id, uses more, how
-- many may, valid from, valid until (null: as they were). The bound is that of before; of a code
-- whose bound the batch changes nobody knows here what it was when a use was taken.
CREATE OR REPLACE FUNCTION apply_batch_rules(
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
            WHERE u.uses_max = 0 OR u.uses <= u.uses_max
            RETURNING 1)
        SELECT count(*) INTO found_rows FROM written;
        IF found_rows <> n THEN PERFORM batch_expects(found_rows, n, 'code'); END IF;
    END IF;

    IF p_code_uses IS NOT NULL THEN
        n := cardinality(p_code_uses) / 5;
        UPDATE code t
        SET uses = t.uses + u.delta, uses_max = coalesce(u.uses_max, t.uses_max),
            valid_from = coalesce(u.valid_from, t.valid_from),
            valid_until = coalesce(u.valid_until, t.valid_until)
        FROM (SELECT * FROM unnest(
                  p_code_uses[1:n], p_code_uses[n+1:2*n], p_code_uses[2*n+1:3*n],
                  p_code_uses[3*n+1:4*n], p_code_uses[4*n+1:5*n])
              AS u(id, delta, uses_max, valid_from, valid_until) LIMIT n) AS u
             CROSS JOIN LATERAL (
                 SELECT x.ctid AS place FROM code x
                 WHERE x.event_id = p_event AND x.code_id = u.id
                 OFFSET 0) AS at
        WHERE t.event_id = p_event AND t.ctid = at.place
          AND (u.uses_max IS NOT NULL OR u.delta <= 0 OR t.uses_max = 0
               OR t.uses + u.delta <= t.uses_max);
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
