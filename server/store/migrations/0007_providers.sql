-- SPDX-License-Identifier: Apache-2.0
-- Verified webhooks, kept before they are answered. Of a provider that cannot be asked they are what
-- is known; of any other they are hints. provider: engine::ProviderKind.
CREATE TABLE webhook (
    event_id   bigint NOT NULL,
    provider   smallint NOT NULL CHECK (provider BETWEEN 1 AND 3),
    webhook_id text NOT NULL,
    attempt_id bigint NOT NULL,
    refund_id  bigint NOT NULL,
    kind       text NOT NULL,
    success    boolean NOT NULL,
    amount     bigint NOT NULL,
    object_id  text NOT NULL,
    reason     text NOT NULL,
    at         bigint NOT NULL,
    PRIMARY KEY (event_id, provider, webhook_id)
);
CREATE INDEX webhook_of_attempt ON webhook (event_id, attempt_id, at);

-- A unit of its own, keyed by card: what an order takes from it is held, captured, let go and given
-- back in transactions of the card alone. The id follows from the code, so that a look-up by code is
-- one by key; of the code only the hash is here.
CREATE TABLE gift_card (
    card_id    bigint PRIMARY KEY,
    currency   text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    code_hash  bytea NOT NULL,
    issued     bigint NOT NULL CHECK (issued > 0),
    balance    bigint NOT NULL CHECK (balance BETWEEN 0 AND issued),
    entries    integer NOT NULL CHECK (entries >= 1),
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    note       text NOT NULL
) WITH (fillfactor = 50);

-- Only added to. kind: 1 issued, 2 held, 3 released, 4 captured, 5 refunded. The amounts of a card's
-- entries sum to its balance; captured is what a capture took of what was held.
CREATE TABLE gift_card_entry (
    card_id    bigint NOT NULL,
    entry_no   integer NOT NULL CHECK (entry_no >= 1),
    key        text NOT NULL,
    kind       smallint NOT NULL CHECK (kind BETWEEN 1 AND 5),
    amount     bigint NOT NULL,
    captured   bigint NOT NULL CHECK (captured >= 0),
    for_event  bigint NOT NULL,
    attempt_id bigint NOT NULL,
    refund_id  bigint NOT NULL,
    at         bigint NOT NULL,
    PRIMARY KEY (card_id, entry_no),
    UNIQUE (card_id, key),
    CHECK (CASE kind WHEN 2 THEN amount < 0 WHEN 4 THEN amount >= 0 ELSE amount > 0 END)
);
CREATE INDEX gift_card_entry_of_attempt ON gift_card_entry (card_id, for_event, attempt_id);

-- What an attempt has on a card: {held ever, released, authorized, captured, refunded, refund done}.
CREATE FUNCTION gift_card_standing(p_card bigint, p_event bigint, p_attempt bigint, p_refund bigint)
RETURNS bigint[] LANGUAGE sql STABLE AS $$
    SELECT ARRAY[count(*) FILTER (WHERE kind = 2), count(*) FILTER (WHERE kind = 3),
                 CASE WHEN bool_or(kind IN (3, 4)) THEN 0
                      ELSE coalesce(-sum(amount) FILTER (WHERE kind = 2), 0) END,
                 coalesce(sum(captured), 0),
                 coalesce(sum(amount) FILTER (WHERE kind = 5), 0),
                 count(*) FILTER (WHERE kind = 5 AND refund_id = p_refund AND p_refund <> 0)]::bigint[]
    FROM gift_card_entry
    WHERE card_id = p_card AND for_event = p_event AND attempt_id = p_attempt
$$;

-- One change for one attempt behind the lock of the card's row; {outcome, standing…}. outcome:
-- store::GiftCardOutcome. Each statement sees what was committed before the lock was had.
CREATE FUNCTION gift_card_move(p_card bigint, p_kind smallint, p_key text, p_event bigint,
                               p_attempt bigint, p_refund bigint, p_amount bigint, p_currency text)
RETURNS bigint[] LANGUAGE plpgsql AS $$
DECLARE
    card     gift_card%ROWTYPE;
    s        bigint[];
    v_amount bigint;
    v_taken  bigint := 0;
    v_out    integer := 0;
    v_done   boolean;
    v_now    bigint := (extract(epoch FROM clock_timestamp()) * 1000000)::bigint;
BEGIN
    SELECT * INTO card FROM gift_card WHERE card_id = p_card FOR UPDATE;
    IF NOT FOUND THEN
        RETURN ARRAY[1, 0, 0, 0, 0, 0, 0]::bigint[];
    END IF;
    s := gift_card_standing(p_card, p_event, p_attempt, p_refund);
    v_done := CASE p_kind
        WHEN 2 THEN s[1] > 0
        WHEN 3 THEN s[2] > 0
        WHEN 4 THEN s[4] > 0
        ELSE s[6] > 0 OR EXISTS (SELECT 1 FROM gift_card_entry
                                 WHERE card_id = p_card AND key = p_key) END;
    IF v_done THEN
        RETURN 0::bigint || s;
    END IF;
    v_out := CASE
        WHEN p_kind <> 2 AND s[1] = 0 THEN 2
        WHEN p_kind <> 3 AND card.currency <> p_currency THEN 3
        WHEN p_kind = 2 AND card.expires_at <= v_now THEN 4
        WHEN p_kind = 2 AND card.balance < p_amount THEN 5
        WHEN p_kind IN (3, 4) AND s[3] = 0 THEN 6
        WHEN p_kind = 4 AND p_amount > s[3] THEN 6
        WHEN p_kind = 5 AND p_amount > s[4] - s[5] THEN 6
        ELSE 0 END;
    IF v_out <> 0 THEN
        RETURN v_out::bigint || s;
    END IF;
    v_amount := CASE p_kind WHEN 2 THEN -p_amount WHEN 3 THEN s[3] WHEN 4 THEN s[3] - p_amount
                            ELSE p_amount END;
    IF p_kind = 4 THEN
        v_taken := p_amount;
    END IF;
    UPDATE gift_card SET balance = balance + v_amount, entries = entries + 1
    WHERE card_id = p_card;
    INSERT INTO gift_card_entry (card_id, entry_no, key, kind, amount, captured, for_event,
                                 attempt_id, refund_id, at)
    VALUES (p_card, card.entries + 1, p_key, p_kind, v_amount, v_taken, p_event, p_attempt,
            p_refund, v_now);
    RETURN 0::bigint || gift_card_standing(p_card, p_event, p_attempt, p_refund);
END $$;
