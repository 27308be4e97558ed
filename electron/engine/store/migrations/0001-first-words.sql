-- Conversations and what was said in them, settings, and the log of connections.

CREATE TABLE conversations (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  mode TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  -- Set while a conversation is hidden and can still be restored.
  erased_at INTEGER,
  -- Why the last message has no whole reply; null when it has one.
  failure TEXT,
  -- What the model is told of everything up to and including message summary_until.
  summary TEXT,
  summary_until INTEGER
) STRICT;

CREATE TABLE messages (
  -- Order of a talk: clocks jump, this does not.
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  author TEXT NOT NULL CHECK (author IN ('person', 'lull')),
  text TEXT NOT NULL,
  at INTEGER NOT NULL,
  -- A reply in progress is kept as 'cut' until it ends, so that a crash needs no repair.
  status TEXT NOT NULL CHECK (status IN ('sent', 'complete', 'stopped', 'cut')),
  source TEXT CHECK (source IN ('model', 'scripted', 'guided')),
  tier TEXT NOT NULL,
  care TEXT,
  guard TEXT NOT NULL DEFAULT '[]',
  model_title TEXT
) STRICT;

CREATE INDEX messages_by_conversation ON messages (conversation_id, sequence);

-- "Why this reply": kept beside the message, read only when asked for.
CREATE TABLE explanations (
  message_id TEXT PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE,
  prompt_text TEXT,
  reasons TEXT NOT NULL,
  input_tokens INTEGER,
  output_tokens INTEGER
) STRICT;

CREATE TABLE settings (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  document TEXT NOT NULL
) STRICT;

CREATE TABLE connections (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  peer TEXT NOT NULL,
  reason TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('answered', 'failed', 'stopped'))
) STRICT;
