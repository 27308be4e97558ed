-- What Lull notices: presence and work by the minute, beats, scores with their reasons, check-ins, devices.
-- Times are epoch milliseconds; a work_day is a day number whose days start at 04:00 where the person was then.

-- What this machine is called towards others, such as a broker's client name.
CREATE TABLE install (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL
) STRICT;

-- One row a minute for 30 days; null = the sensor was off, absent or could not know.
CREATE TABLE minutes (
  at INTEGER PRIMARY KEY,
  work_day INTEGER NOT NULL,
  minute_of_day INTEGER NOT NULL,
  work_seconds REAL NOT NULL,
  rest_seconds REAL NOT NULL,
  unknown_seconds REAL NOT NULL,
  active_seconds REAL,
  call_seconds REAL,
  sharing_seconds REAL,
  full_screen_seconds REAL,
  quiet_seconds REAL,
  switches INTEGER,
  comms_seconds REAL,
  dev_seconds REAL,
  docs_seconds REAL,
  media_seconds REAL,
  other_seconds REAL,
  keys INTEGER,
  deletes INTEGER,
  pauses INTEGER,
  short_pauses INTEGER,
  clicks INTEGER,
  scrolls INTEGER,
  path_px REAL,
  late_minutes REAL,
  day_span_hours REAL,
  loop_lag_ms REAL,
  temperature_c REAL,
  cpu_share REAL,
  memory_share REAL,
  on_battery INTEGER
) STRICT;

CREATE INDEX minutes_by_day ON minutes (work_day, at);

-- Stretches of work, rest and calls, for 30 days.
CREATE TABLE spans (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('work', 'rest', 'unknown', 'call')),
  work_day INTEGER NOT NULL,
  from_at INTEGER NOT NULL,
  to_at INTEGER NOT NULL
) STRICT;

CREATE INDEX spans_by_day ON spans (work_day, from_at);

-- Sums by day, kept: what `days` of presence shows, as JSON, and what they were summed from.
CREATE TABLE work_days (
  work_day INTEGER PRIMARY KEY,
  sums TEXT NOT NULL
) STRICT;

CREATE TABLE programs (
  app TEXT PRIMARY KEY,
  category TEXT NOT NULL CHECK (category IN ('comms', 'dev', 'docs', 'media', 'other'))
) STRICT;

-- Small states that must survive a restart, as JSON: the rhythm, the strain memory.
CREATE TABLE kept_states (
  name TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  json TEXT NOT NULL
) STRICT;

CREATE TABLE devices (
  id TEXT PRIMARY KEY,
  driver TEXT NOT NULL,
  title TEXT NOT NULL,
  enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
  settings TEXT NOT NULL,
  mappings TEXT NOT NULL DEFAULT '[]',
  added_at INTEGER NOT NULL,
  -- Set while a device is taken away and can still be brought back.
  removed_at INTEGER
) STRICT;

-- Mapping and device of a reading: baselines never mix two of them.
CREATE TABLE beat_sources (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL UNIQUE
) STRICT;

-- Intervals and heart rates as they came, for 30 days. The whole row is the key: the same reading twice is one.
CREATE TABLE beats (
  source_id INTEGER NOT NULL REFERENCES beat_sources (id),
  at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('rr', 'hr')),
  -- Intervals in ms with commas between, empty where one could not be read; or bpm.
  value TEXT NOT NULL,
  PRIMARY KEY (source_id, at, kind, value)
) STRICT, WITHOUT ROWID;

-- One judged minute of beats, for 30 days.
CREATE TABLE beat_windows (
  source_id INTEGER NOT NULL REFERENCES beat_sources (id),
  at INTEGER NOT NULL,
  work_day INTEGER NOT NULL,
  minute_of_day INTEGER NOT NULL,
  n INTEGER NOT NULL,
  hr_bpm REAL,
  ln_rmssd REAL,
  coverage REAL,
  rejected_share REAL,
  -- JSON list; empty for a good window.
  refused TEXT NOT NULL,
  -- Accepted, steady and at the desk: it feeds the baseline.
  quiet INTEGER NOT NULL CHECK (quiet IN (0, 1)),
  PRIMARY KEY (source_id, at)
) STRICT, WITHOUT ROWID;

CREATE INDEX beat_windows_by_day ON beat_windows (work_day, at);

-- Values now and then, such as a night's RMSSD: the daily line.
CREATE TABLE nightly (
  source_id INTEGER NOT NULL REFERENCES beat_sources (id),
  at INTEGER NOT NULL,
  work_day INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('rmssd', 'sdnn', 'hr')),
  value REAL NOT NULL,
  PRIMARY KEY (source_id, kind, at, value)
) STRICT, WITHOUT ROWID;

CREATE INDEX nightly_by_day ON nightly (work_day);

-- The one value of a day, the median of what came; kept when the values are gone.
CREATE TABLE nightly_days (
  source_id INTEGER NOT NULL REFERENCES beat_sources (id),
  kind TEXT NOT NULL CHECK (kind IN ('rmssd', 'sdnn', 'hr')),
  work_day INTEGER NOT NULL,
  value REAL NOT NULL,
  PRIMARY KEY (work_day, source_id, kind)
) STRICT, WITHOUT ROWID;

-- The measures of ten minutes of work, 21 days of them: the work baseline.
CREATE TABLE work_windows (
  at INTEGER PRIMARY KEY,
  work_day INTEGER NOT NULL,
  days TEXT NOT NULL CHECK (days IN ('weekday', 'weekend')),
  block INTEGER NOT NULL,
  measures TEXT NOT NULL
) STRICT;

-- The scores of a minute and, as JSON, everything that went into them; 30 days.
CREATE TABLE scores (
  at INTEGER PRIMARY KEY,
  work_day INTEGER NOT NULL,
  need REAL,
  -- Null below a confidence of .35.
  strain REAL,
  confidence REAL NOT NULL,
  raised INTEGER NOT NULL CHECK (raised IN (0, 1)),
  inputs TEXT NOT NULL
) STRICT;

-- Holds all that a day shows, so that a day never reads what went into its scores.
CREATE INDEX scores_by_day ON scores (work_day, at, need, strain, confidence, raised);

CREATE TABLE score_days (
  work_day INTEGER PRIMARY KEY,
  sums TEXT NOT NULL
) STRICT;

CREATE TABLE decisions (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  work_day INTEGER NOT NULL,
  kind TEXT NOT NULL,
  inputs TEXT NOT NULL
) STRICT;

CREATE INDEX decisions_by_time ON decisions (at);

-- "I was on a treadmill": left out of the baselines.
CREATE TABLE wrong_stretches (
  id TEXT PRIMARY KEY,
  from_at INTEGER NOT NULL,
  to_at INTEGER NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('body', 'work', 'all')),
  note TEXT NOT NULL
) STRICT;

CREATE TABLE checkins (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  work_day INTEGER NOT NULL,
  mood INTEGER NOT NULL CHECK (mood BETWEEN 1 AND 5),
  energy INTEGER CHECK (energy BETWEEN 1 AND 5),
  words TEXT NOT NULL,
  tags TEXT NOT NULL,
  sleep_hours REAL,
  because TEXT NOT NULL CHECK (because IN ('person', 'time', 'strain')),
  -- The strain score as it stood without this answer; null when none was known.
  strain REAL,
  -- Set while an answer is taken away and can still be brought back.
  erased_at INTEGER
) STRICT;

CREATE INDEX checkins_by_time ON checkins (at);

-- When a check-in was offered, so that it is never more than three times a day.
CREATE TABLE checkin_prompts (
  at INTEGER PRIMARY KEY,
  work_day INTEGER NOT NULL,
  because TEXT NOT NULL CHECK (because IN ('time', 'strain')),
  answered INTEGER NOT NULL CHECK (answered IN (0, 1))
) STRICT;
