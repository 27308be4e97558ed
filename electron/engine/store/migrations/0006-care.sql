-- Care: where the scripted talk stands, what slower ways of listening thought, the person's own people and plan,
-- moments to come back to, and what happened outside Lull.
-- Times are epoch milliseconds; a work_day is a day number whose days start at 04:00 where the person was then.

-- On Lull's scripted messages: where the talk stood after it, as JSON, so that trying again or erasing needs no repair.
ALTER TABLE messages ADD COLUMN script TEXT;
-- On the person's messages: opinions of the encoder and of the chat model, as JSON; the rules are asked anew.
ALTER TABLE messages ADD COLUMN opinions TEXT;
-- On Lull's messages: each sentence the guard cut, as JSON with its rule and its place; the sentence itself is not kept.
ALTER TABLE messages ADD COLUMN cuts TEXT;

-- 'people', 'plan' and 'balancePlan', each as JSON.
CREATE TABLE care_documents (
  name TEXT PRIMARY KEY,
  document TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One for each conversation in which Lull said that it would ask again.
CREATE TABLE care_check_backs (
  conversation_id TEXT PRIMARY KEY,
  since INTEGER NOT NULL,
  work_day INTEGER NOT NULL,
  tier TEXT NOT NULL,
  language TEXT NOT NULL,
  -- Not asked before this time.
  due_at INTEGER NOT NULL,
  times_asked INTEGER NOT NULL DEFAULT 0,
  answer TEXT
) STRICT, WITHOUT ROWID;

-- That people to call were shown; never what was said.
CREATE TABLE care_referrals (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  work_day INTEGER NOT NULL,
  tier TEXT NOT NULL,
  kinds TEXT NOT NULL,
  country TEXT
) STRICT;

-- Notices that were shown and put away.
CREATE TABLE care_notices (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  work_day INTEGER NOT NULL
) STRICT;

-- People reached and things done; removed_at while it can still be brought back.
CREATE TABLE acts (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  work_day INTEGER NOT NULL,
  kind TEXT NOT NULL,
  note TEXT,
  removed_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX acts_by_day ON acts (work_day, at);
