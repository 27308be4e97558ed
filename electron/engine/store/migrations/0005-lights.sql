-- Lights: what has lamps, what was done with them, and the person's trial of whether it does anything.
-- Times are epoch milliseconds; a work_day is a day number whose days start at 04:00 where the person was then.

-- Bridges and brokers; settings are JSON with the key in it, which is why the whole file is encrypted.
CREATE TABLE light_sources (
  id TEXT PRIMARY KEY,
  driver TEXT NOT NULL,
  title TEXT NOT NULL,
  settings TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  -- Taken away and not yet erased.
  removed_at INTEGER
) STRICT, WITHOUT ROWID;

-- One row for each thing that happened; lamps and refused are JSON, with names as they were then.
CREATE TABLE light_entries (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  work_day INTEGER NOT NULL,
  what TEXT NOT NULL,
  because TEXT,
  look TEXT,
  claim_id INTEGER,
  why TEXT,
  lamps TEXT NOT NULL,
  refused TEXT NOT NULL
) STRICT;

CREATE INDEX light_entries_by_day ON light_entries (work_day, at);

-- Raised moments that were drawn by chance; what came after is filled in when it is known.
CREATE TABLE light_trial (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  work_day INTEGER NOT NULL,
  arm TEXT NOT NULL CHECK (arm IN ('look', 'withheld')),
  propensity REAL NOT NULL,
  mood INTEGER,
  -- Of the check-in it comes from, so that it goes with it.
  mood_at INTEGER,
  heart_rate_before REAL,
  heart_rate_after REAL
) STRICT;

CREATE INDEX light_trial_by_day ON light_trial (work_day);
