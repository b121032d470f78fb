/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { faults, profiles } from '../../src';
import { labFolder } from '../../src/state/paths';

test('the README lists every profile and every fault, and no other', () => {
  const text = readFileSync(join(labFolder, 'README.md'), 'utf8');
  const namesUnder = (title: string) => {
    const [, section] = text.split(`### ${title}\n`);
    return [
      ...section.split(/\n##/)[0].matchAll(/^\| `([a-z0-9-]+)` +\|/gm),
    ].map(([, name]) => name);
  };
  const namesOf = (units: readonly { name: string }[]) =>
    units.map(({ name }) => name).sort();
  assert.deepEqual(namesUnder('Profiles').sort(), namesOf(profiles));
  assert.deepEqual(namesUnder('Faults').sort(), namesOf(faults));
});
