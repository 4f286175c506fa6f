-- The ledger. Times are seconds since 1970 (UTC); states of recipients are the ranks of office::RecipientState.
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- Every mail that came in, once per place in a mailbox. `place` is where it ended: received (not yet decided),
-- done, waiting, person, no-concern, quarantine.
CREATE TABLE IF NOT EXISTS mails (
  id INTEGER PRIMARY KEY,
  mailbox TEXT NOT NULL, uid_validity INTEGER NOT NULL, uid INTEGER NOT NULL,
  sha256 TEXT NOT NULL, message_id TEXT, received_at INTEGER NOT NULL, raw_path TEXT NOT NULL,
  place TEXT NOT NULL, class TEXT, reason TEXT, request_id INTEGER, tries INTEGER NOT NULL DEFAULT 0,
  moved INTEGER NOT NULL DEFAULT 0,
  UNIQUE (mailbox, uid_validity, uid)
);
CREATE INDEX IF NOT EXISTS mails_by_hash ON mails (sha256);
CREATE INDEX IF NOT EXISTS mails_by_message_id ON mails (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS mails_received ON mails (id) WHERE place = 'received';
DROP INDEX IF EXISTS mails_unmoved;
CREATE INDEX IF NOT EXISTS mails_to_move ON mails (mailbox, uid_validity, uid) WHERE moved = 0;
CREATE INDEX IF NOT EXISTS mails_with_person ON mails (received_at) WHERE place = 'person';
CREATE INDEX IF NOT EXISTS mails_in_quarantine ON mails (received_at) WHERE place = 'quarantine';
CREATE INDEX IF NOT EXISTS mails_of_request ON mails (request_id) WHERE request_id IS NOT NULL;

-- How many mails ended in each place, kept by the table itself.
CREATE TABLE IF NOT EXISTS mail_places (place TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO mail_places SELECT place, count(*) FROM mails WHERE NOT EXISTS (SELECT 1 FROM mail_places) GROUP BY place;
CREATE TRIGGER IF NOT EXISTS mails_in AFTER INSERT ON mails BEGIN
  INSERT INTO mail_places VALUES (new.place, 1) ON CONFLICT (place) DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER IF NOT EXISTS mails_placed AFTER UPDATE OF place ON mails WHEN old.place <> new.place BEGIN
  UPDATE mail_places SET n = n - 1 WHERE place = old.place;
  INSERT INTO mail_places VALUES (new.place, 1) ON CONFLICT (place) DO UPDATE SET n = n + 1;
END;

CREATE TABLE IF NOT EXISTS requests (
  id INTEGER PRIMARY KEY, protocol TEXT NOT NULL UNIQUE, year INTEGER NOT NULL, number INTEGER NOT NULL,
  area TEXT, requester TEXT NOT NULL, status TEXT NOT NULL, open INTEGER NOT NULL, due_at INTEGER,
  created_at INTEGER NOT NULL, digest TEXT NOT NULL, state TEXT NOT NULL,
  UNIQUE (year, number)
);
CREATE INDEX IF NOT EXISTS requests_due ON requests (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS requests_open ON requests (id) WHERE open = 1;
CREATE INDEX IF NOT EXISTS requests_by_digest ON requests (digest);
CREATE INDEX IF NOT EXISTS requests_by_area ON requests (area, created_at);

-- Every Message-ID that names a request, theirs and ours.
CREATE TABLE IF NOT EXISTS message_ids (
  message_id TEXT PRIMARY KEY, request_id INTEGER NOT NULL, kind TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS message_ids_of_request ON message_ids (request_id);

-- A parcel: one SMTP transaction. leaving (before the first byte) -> answered, or doubt.
-- A group of single messages, one after the other on one line: planned -> answered, or doubt; `begun` says who of it is
-- on the way.
CREATE TABLE IF NOT EXISTS parcels (
  id INTEGER PRIMARY KEY, request_id INTEGER NOT NULL, channel TEXT NOT NULL, n INTEGER NOT NULL,
  envelope_id TEXT NOT NULL UNIQUE, message_id TEXT NOT NULL UNIQUE, status TEXT NOT NULL,
  recipients INTEGER NOT NULL, left_at INTEGER, answered_at INTEGER, reply TEXT,
  UNIQUE (request_id, channel, n)
);
DROP INDEX IF EXISTS parcels_open;
CREATE INDEX IF NOT EXISTS parcels_by_status ON parcels (status);
CREATE TABLE IF NOT EXISTS begun (parcel INTEGER PRIMARY KEY, contact TEXT NOT NULL, seq INTEGER NOT NULL);
-- Up to whom of a group, in the order of its people, may begin; synced before anybody of them does. A group without a row
-- here was planned by an older program.
CREATE TABLE IF NOT EXISTS may_begin (parcel INTEGER PRIMARY KEY, contact TEXT NOT NULL, seq INTEGER NOT NULL);

-- One row for each person of a request, sorted by contact: 1.6 million of them must be cheap.
CREATE TABLE IF NOT EXISTS recipients (
  request_id INTEGER NOT NULL, channel TEXT NOT NULL, contact TEXT NOT NULL, seq INTEGER NOT NULL,
  row INTEGER NOT NULL, name TEXT, data TEXT, state INTEGER NOT NULL, parcel INTEGER, tries INTEGER NOT NULL DEFAULT 0,
  status TEXT, note TEXT, at INTEGER,
  PRIMARY KEY (request_id, channel, contact, seq)
) WITHOUT ROWID;
-- Only who is on the way or in doubt is looked for by parcel, only who was deferred by that: both indexes stay small.
DROP INDEX IF EXISTS recipients_of_parcel;
CREATE INDEX IF NOT EXISTS recipients_open ON recipients (parcel) WHERE state IN (1, 3);
CREATE INDEX IF NOT EXISTS recipients_deferred ON recipients (request_id, channel, contact, seq) WHERE state = 2;

-- Running counts, so that nobody counts a million rows to answer `status`.
CREATE TABLE IF NOT EXISTS tallies (
  request_id INTEGER NOT NULL, channel TEXT NOT NULL, state INTEGER NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (request_id, channel, state)
) WITHOUT ROWID;

-- Letters to departments, the desk and the call center: due -> leaving -> sent | refused | doubt.
CREATE TABLE IF NOT EXISTS letters (
  id INTEGER PRIMARY KEY, request_id INTEGER, kind TEXT NOT NULL, message_id TEXT NOT NULL UNIQUE,
  mail_from TEXT, rcpt TEXT NOT NULL, raw BLOB NOT NULL, status TEXT NOT NULL, tries INTEGER NOT NULL DEFAULT 0,
  due_at INTEGER NOT NULL, reply TEXT, created_at INTEGER NOT NULL
);
-- A partial index serves only a question that repeats its very condition; these are asked state by state.
DROP INDEX IF EXISTS letters_due;
CREATE INDEX IF NOT EXISTS letters_by_time ON letters (created_at, kind);

-- Questions to people that one word answers, bound to what they ask about (`bound_to`).
CREATE TABLE IF NOT EXISTS questions (
  token TEXT PRIMARY KEY, message_id TEXT NOT NULL UNIQUE, topic TEXT NOT NULL, bound_to TEXT NOT NULL,
  request_id INTEGER, asked_at INTEGER NOT NULL, answer TEXT, answered_by TEXT, answered_at INTEGER
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS questions_asked ON questions (topic, bound_to);
CREATE INDEX IF NOT EXISTS letters_by_status ON letters (status, due_at, id);

-- What the workbook is owed: due -> writing (with what will be written) -> written | asked.
CREATE TABLE IF NOT EXISTS counts (
  id INTEGER PRIMARY KEY, request_id INTEGER NOT NULL, channel TEXT NOT NULL, year INTEGER NOT NULL,
  month INTEGER NOT NULL, area TEXT NOT NULL, label TEXT NOT NULL, sheet TEXT, amount INTEGER NOT NULL, status TEXT NOT NULL,
  intent TEXT, due_since INTEGER NOT NULL, written_at INTEGER,
  UNIQUE (request_id, channel)
);
CREATE INDEX IF NOT EXISTS counts_owed ON counts (id) WHERE status IN ('due', 'writing');

-- Delivery notices and reports that were matched, to be handed on as they came.
CREATE TABLE IF NOT EXISTS returns (
  id INTEGER PRIMARY KEY, request_id INTEGER NOT NULL, mail_id INTEGER NOT NULL, kind TEXT NOT NULL,
  handed_on INTEGER NOT NULL DEFAULT 0, UNIQUE (request_id, mail_id)
);

-- The story of a request, in Portuguese, as `historico.txt` and `show` tell it.
CREATE TABLE IF NOT EXISTS history (
  id INTEGER PRIMARY KEY, request_id INTEGER NOT NULL, at INTEGER NOT NULL, line TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS history_of_request ON history (request_id, id);

CREATE TABLE IF NOT EXISTS opt_outs (contact TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS hard_bounces (contact TEXT PRIMARY KEY, at INTEGER NOT NULL, reason TEXT) WITHOUT ROWID;

-- When an automatic mail last went to an address outside a request's own thread (RFC 3834: at most one a day).
CREATE TABLE IF NOT EXISTS automatic (address TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;

-- What left in the last day, by the minute: the provider's allowance over restarts.
CREATE TABLE IF NOT EXISTS allowance (minute INTEGER PRIMARY KEY, messages INTEGER NOT NULL, recipients INTEGER NOT NULL) WITHOUT ROWID;

-- Messages of the last minutes by the second: a provider may count any sixty seconds.
CREATE TABLE IF NOT EXISTS messages_left (second INTEGER PRIMARY KEY, messages INTEGER NOT NULL) WITHOUT ROWID;

-- How far each mailbox has been read.
CREATE TABLE IF NOT EXISTS positions (
  mailbox TEXT PRIMARY KEY, uid_validity INTEGER NOT NULL, last_uid INTEGER NOT NULL, proven_at INTEGER NOT NULL
) WITHOUT ROWID;
