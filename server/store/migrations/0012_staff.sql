-- SPDX-License-Identifier: Apache-2.0
-- Who works here, on which machines, and the trail of what they did. Times as ever; never is
-- 9223372036854775807.

-- Reference tables, written rarely, read whole by every node. version: of the row, one more with each
-- change, and each change names the one it expects. role: 1 cashier, 2 supervisor, 3 manager,
-- 4 administrator. pin_hash and totp_secret: empty where there is none.
CREATE TABLE staff (
    staff_id      bigint PRIMARY KEY,
    login         text NOT NULL UNIQUE CHECK (login ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
    name          text NOT NULL CHECK (octet_length(name) BETWEEN 1 AND 200),
    role          smallint NOT NULL CHECK (role BETWEEN 1 AND 4),
    version       integer NOT NULL CHECK (version >= 1),
    password_hash text NOT NULL,
    pin_hash      text NOT NULL,
    totp_secret   bytea NOT NULL,
    totp_step     bigint NOT NULL,
    disabled      boolean NOT NULL,
    created_at    bigint NOT NULL
);

-- cert_serial: of its certificate; empty until it is enrolled. code_hash: of the code by which it is; empty
-- once that is used.
CREATE TABLE device (
    device_id   bigint PRIMARY KEY,
    name        text NOT NULL CHECK (octet_length(name) BETWEEN 1 AND 200),
    version     integer NOT NULL CHECK (version >= 1),
    cert_serial text NOT NULL CHECK (cert_serial ~ '^([0-9a-f]{40})?$'),
    code_hash   bytea NOT NULL CHECK (octet_length(code_hash) IN (0, 32)),
    code_until  bigint NOT NULL,
    enrolled_at bigint NOT NULL,
    expires_at  bigint NOT NULL,
    revoked_at  bigint NOT NULL,
    created_at  bigint NOT NULL
);

-- Only added to; what its columns are, and how `hash` follows from them: server/store/trail.h.
-- event_id 0: what belongs to no event.
CREATE TABLE trail (
    event_id    bigint NOT NULL,
    number      bigint NOT NULL CHECK (number >= 1),
    at          bigint NOT NULL,
    staff_id    bigint NOT NULL,
    device_id   bigint NOT NULL,
    approval_id bigint NOT NULL,
    approved_by bigint NOT NULL,
    action      text NOT NULL CHECK (octet_length(action) BETWEEN 1 AND 64),
    subject     bigint NOT NULL,
    amount      bigint NOT NULL,
    reason      text NOT NULL CHECK (octet_length(reason) <= 500),
    before      bytea NOT NULL CHECK (octet_length(before) = 32),
    hash        bytea NOT NULL CHECK (octet_length(hash) = 32),
    PRIMARY KEY (event_id, number)
);

-- The last row of chain 0. Its transactions lock it, so that they write one after another.
CREATE TABLE trail_head (
    event_id bigint PRIMARY KEY CHECK (event_id = 0),
    number   bigint NOT NULL,
    hash     bytea NOT NULL CHECK (octet_length(hash) = 32)
);
INSERT INTO trail_head (event_id, number, hash)
VALUES (0, 0, decode(repeat('00', 32), 'hex'));
