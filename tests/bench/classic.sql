-- SPDX-License-Identifier: Apache-2.0
-- A hold of two seats as it is usually written, then the release of this client's tenth-last hold.
-- Variables: event, base, pairs, n.
\set n :n + 1
\set id :base + :n * 1000 + :client_id
\set pair abs(hash(:client_id * 100000000 + :n)) % :pairs
\set first 2 * :pair
\set second :first + 1
BEGIN;
SELECT count(*) AS free FROM (
    SELECT 1 FROM seat WHERE event_id = :event AND seat_no IN (:first, :second) AND status = 0
    ORDER BY seat_no FOR UPDATE) s \gset
\if :free = 2
INSERT INTO reservation (event_id, reservation_id, request_id, fingerprint, created_at, total,
                         expires_at, extended, terms_version, channel, state, reason, buyer, seats)
VALUES (:event, :id, gen_random_uuid(), 1, 1700000000000000, 8400, 1700000300000000, 0, 1, 0, 1, 0,
        '\x00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff',
        ARRAY[:first, :second]::integer[]);
UPDATE seat SET status = 1, holder = :id
WHERE event_id = :event AND seat_no IN (:first, :second) AND status = 0;
\endif
COMMIT;
\set old :id - 10 * 1000
\set pair abs(hash(:client_id * 100000000 + :n - 10)) % :pairs
\set first 2 * :pair
\set second :first + 1
BEGIN;
UPDATE reservation SET state = 4, reason = 1
WHERE event_id = :event AND reservation_id = :old AND state = 1;
UPDATE seat SET status = 0, holder = 0
WHERE event_id = :event AND seat_no IN (:first, :second) AND holder = :old;
COMMIT;
