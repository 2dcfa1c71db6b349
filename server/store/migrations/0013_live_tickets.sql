-- SPDX-License-Identifier: Apache-2.0
-- A ticket that becomes active is updated in place. Its state stood in the predicate of the seats'
-- unique index, so PostgreSQL wrote a new entry into every index of the table for it; whether it is
-- void, which is what that index asks, does not change then. It writes the table anew under a lock
-- that every sale waits for: close sales first where there are many tickets.
ALTER TABLE ticket ADD COLUMN live boolean NOT NULL GENERATED ALWAYS AS (state <> 3) STORED;
DROP INDEX ticket_seat;
CREATE UNIQUE INDEX ticket_seat ON ticket (event_id, seat_no) WHERE live;
ALTER TABLE ticket SET (fillfactor = 50);
