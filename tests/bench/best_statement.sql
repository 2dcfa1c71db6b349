-- SPDX-License-Identifier: Apache-2.0
-- A hold of two seats as one statement, then the release of this client's tenth-last hold as one.
--
-- As fast as we know how: both seats of a pair are taken by one update through the primary key, in
-- the order of the key, so a rival finds either none or both of them free; the reservation is
-- inserted only where both were taken. A hold's pair and id follow from client and count, so the
-- release needs no look-up; ids grow with time, as ours do. Variables: event, base, pairs, n.
\set n :n + 1
\set id :base + :n * 1000 + :client_id
\set pair abs(hash(:client_id * 100000000 + :n)) % :pairs
\set first 2 * :pair
\set second :first + 1
WITH taken AS (
    UPDATE seat SET status = 1, holder = :id
    WHERE event_id = :event AND seat_no IN (:first, :second) AND status = 0
    RETURNING seat_no)
INSERT INTO reservation (event_id, reservation_id, request_id, fingerprint, created_at, total,
                         expires_at, extended, terms_version, channel, state, reason, buyer, seats)
SELECT :event::bigint, :id::bigint, gen_random_uuid(), 1, 1700000000000000, 8400,
       1700000300000000, 0, 1, 0, 1,
       0, '\x00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff',
       ARRAY[:first, :second]::integer[]
FROM (SELECT count(*) AS seats FROM taken) t WHERE t.seats = 2;
\set old :id - 10 * 1000
\set pair abs(hash(:client_id * 100000000 + :n - 10)) % :pairs
\set first 2 * :pair
\set second :first + 1
WITH freed AS (
    UPDATE seat SET status = 0, holder = 0
    WHERE event_id = :event AND seat_no IN (:first, :second) AND holder = :old
    RETURNING 1)
UPDATE reservation SET state = 4, reason = 1
WHERE event_id = :event AND reservation_id = :old AND state = 1
  AND (SELECT count(*) FROM freed) = 2;
