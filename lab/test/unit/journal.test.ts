/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { noteInJournal, readJournal } from '../../src/state/journal';

test('a journal is read back in order, without the line a kill cut short', t => {
  const folder = mkdtempSync(join(tmpdir(), 'lab-journal-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const journal = join(folder, 'not-yet-there', 'journal.jsonl');

  assert.deepEqual(readJournal(journal), []);
  noteInJournal(journal, { kind: 'namespace', name: 'a' });
  noteInJournal(
    journal,
    { kind: 'link', name: 'b' },
    { kind: 'process', pidFile: '/c' },
  );
  appendFileSync(journal, '{"kind":"link","na');

  assert.deepEqual(
    readJournal(journal).map(({ kind }) => kind),
    ['namespace', 'link', 'process'],
  );
});
