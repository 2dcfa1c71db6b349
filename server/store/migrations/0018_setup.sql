-- SPDX-License-Identifier: Apache-2.0
-- A change of a venue and copies of an event are found by their request ids, too.
-- kind: 1 venue, 2 layout, 3 event, 4 a venue that was changed, 5 copies: the first event's id, the
-- others' follow it one by one.
ALTER TABLE created DROP CONSTRAINT created_kind_check;
ALTER TABLE created ADD CONSTRAINT created_kind_check CHECK (kind BETWEEN 1 AND 5);

-- When a layout was made; 0: before that was kept.
ALTER TABLE layout ADD COLUMN created_at bigint NOT NULL DEFAULT 0;

-- How many events have a layout.
CREATE INDEX event_of_layout ON event (layout_id, event_id);

-- A manifest's areas come after its seats, by area. No column of it ever changes.
CREATE INDEX ticket_area ON ticket (event_id, area_no, ticket_id) WHERE area_no IS NOT NULL;
