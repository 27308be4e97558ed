-- What Lull offers: pauses with their reasons, choices with their chances, exercises with their ratings.
-- Times are epoch milliseconds; a work_day is a day number whose days start at 04:00 where the person was then.

-- The history, one row for each thing that happened; kept until erased.
CREATE TABLE break_entries (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  work_day INTEGER NOT NULL,
  day_number INTEGER NOT NULL,
  minute_of_day INTEGER NOT NULL,
  what TEXT NOT NULL,
  kind TEXT,
  arm TEXT,
  because TEXT,
  nudge_id INTEGER,
  length_ms REAL,
  rested_ms REAL,
  reason TEXT
) STRICT;

CREATE INDEX break_entries_by_day ON break_entries (work_day, at);
-- In the order in which lines are added up, so that years of them need no sorting.
CREATE INDEX break_entries_alike ON break_entries (what, kind, arm, because, reason, work_day, rested_ms);
CREATE INDEX break_entries_by_nudge ON break_entries (nudge_id) WHERE nudge_id IS NOT NULL;

-- One row for a stretch of silence with one reason.
CREATE TABLE break_suppressions (
  row INTEGER PRIMARY KEY,
  reason TEXT NOT NULL,
  kind TEXT NOT NULL,
  because TEXT NOT NULL,
  work_day INTEGER NOT NULL,
  from_at INTEGER NOT NULL,
  to_at INTEGER NOT NULL,
  held_ms REAL NOT NULL,
  times INTEGER NOT NULL
) STRICT;

CREATE INDEX break_suppressions_by_day ON break_suppressions (work_day, reason, held_ms);

-- Each choice with the chances every arm had, and what came of it.
CREATE TABLE break_choices (
  nudge_id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  work_day INTEGER NOT NULL,
  kind TEXT NOT NULL,
  bucket TEXT NOT NULL,
  form TEXT NOT NULL,
  arm TEXT NOT NULL,
  chosen_by TEXT NOT NULL,
  probabilities TEXT NOT NULL,
  expected TEXT NOT NULL,
  asks INTEGER NOT NULL,
  how TEXT,
  worked INTEGER,
  outcome_at INTEGER,
  helped INTEGER
) STRICT;

CREATE INDEX break_choices_by_day ON break_choices (work_day);

-- Each exercise that was begun; ratings are 0 to 10.
CREATE TABLE exercise_runs (
  id TEXT PRIMARY KEY,
  exercise_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  work_day INTEGER NOT NULL,
  planned_ms INTEGER NOT NULL,
  spent_ms INTEGER NOT NULL,
  ended TEXT NOT NULL CHECK (ended IN ('open', 'done', 'stopped')),
  rated_before INTEGER,
  rated_after INTEGER,
  nudge_id INTEGER,
  via TEXT NOT NULL CHECK (via IN ('break', 'list', 'panic'))
) STRICT, WITHOUT ROWID;

CREATE INDEX exercise_runs_by_time ON exercise_runs (at);
CREATE INDEX exercise_runs_by_exercise ON exercise_runs (exercise_id, at);
