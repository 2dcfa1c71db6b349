-- SPDX-License-Identifier: Apache-2.0
-- Small shared tables, written rarely: reference tables under Citus. They never point at an event's
-- tables. Times are microseconds since 1970 UTC; 9223372036854775807 is never. Amounts are minor
-- units of the event's currency.

CREATE TABLE venue (
    venue_id  bigint PRIMARY KEY,
    name      text NOT NULL,
    city      text NOT NULL,
    country   text NOT NULL CHECK (country ~ '^([A-Z]{2})?$'),
    time_zone text NOT NULL
);

-- Immutable: a changed plan is a new layout.
CREATE TABLE layout (
    layout_id bigint PRIMARY KEY,
    venue_id  bigint NOT NULL REFERENCES venue,
    version   integer NOT NULL CHECK (version >= 1),
    name      text NOT NULL,
    plan      text NOT NULL,
    seats     integer NOT NULL CHECK (seats BETWEEN 0 AND 200000),
    areas     integer NOT NULL CHECK (areas >= 0),
    UNIQUE (venue_id, version)
);

CREATE TABLE api_key (
    key_id  text PRIMARY KEY,
    hash    text NOT NULL,
    name    text NOT NULL,
    scopes  text[] NOT NULL,
    revoked boolean NOT NULL
);

-- What a create by staff made, by its request id: a retry finds it here.
-- kind: 1 venue, 2 layout, 3 event.
CREATE TABLE created (
    request_id  uuid PRIMARY KEY,
    fingerprint bigint NOT NULL,
    kind        smallint NOT NULL CHECK (kind BETWEEN 1 AND 3),
    id          bigint NOT NULL
);

-- Helps to find events and never decides. `place` has the words of venue and city, which a change
-- of the title leaves alone.
CREATE TABLE event_search (
    event_id  bigint PRIMARY KEY,
    starts_at bigint NOT NULL,
    draft     boolean NOT NULL,
    city      text NOT NULL,
    place     text NOT NULL,
    words     tsvector NOT NULL
);
CREATE INDEX event_search_words ON event_search USING gin (words);
CREATE INDEX event_search_starts_at ON event_search (starts_at, event_id);
