-- Model files on this machine, and which one talks.

CREATE TABLE models (
  id TEXT PRIMARY KEY,
  catalogue_id TEXT,
  title TEXT NOT NULL,
  file_name TEXT NOT NULL,
  -- Where the file is. Only a file that Lull made itself (owned = 1) is ever deleted.
  path TEXT NOT NULL,
  owned INTEGER NOT NULL CHECK (owned IN (0, 1)),
  size_bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL UNIQUE,
  licence TEXT,
  architecture TEXT NOT NULL,
  parameters INTEGER,
  trained_context_tokens INTEGER,
  added_at INTEGER NOT NULL,
  selected INTEGER NOT NULL DEFAULT 0 CHECK (selected IN (0, 1))
) STRICT;

-- One voice at a time.
CREATE UNIQUE INDEX models_one_selected ON models (selected) WHERE selected = 1;
