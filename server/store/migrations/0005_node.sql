-- SPDX-License-Identifier: Apache-2.0
-- The nodes that are there. Each adds to its counter ten times a second and reads the others'. Not an
-- event's table, and never joined with one; room in the page, so that an update stays in it.
CREATE TABLE node (
    node_id bigint PRIMARY KEY,
    name    text NOT NULL,
    address text NOT NULL,
    beats   bigint NOT NULL
) WITH (fillfactor = 10);
