/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  assess,
  canonicalHash,
  Scorecard,
} from 'backstage-plugin-kubernetes-ha-common';
import { declared, etcdSnapshot } from '../__testUtils__/snapshots';
import { subjectsDigest } from './digest';

const { results } = assess(
  etcdSnapshot(declared('one'), '2026-11-30T06:00:00.000Z', 2),
);

/** The same results, with other subjects of the first one. */
function naming(subjects: readonly string[]): Scorecard['results'] {
  return results.map((result, at) =>
    at === 0 ? { ...result, subjects: [...subjects] } : result,
  );
}

it('is the hash that is stored already of what was assessed before', () => {
  const subjects = ['node-ä', 'node "b"', 'node-a'];
  expect(subjectsDigest({ results: naming(subjects) })).toBe(
    canonicalHash(
      naming(subjects).map(result => [
        result.checkId,
        [...(result.subjects ?? [])].sort(),
        result.reason === 'not-collected',
      ]),
    ),
  );
});

it('goes by what is named, whatever the order', () => {
  const digest = subjectsDigest({ results: naming(['a', 'b']) });
  expect(subjectsDigest({ results: naming(['b', 'a']) })).toBe(digest);
  expect(subjectsDigest({ results: naming(['a']) })).not.toBe(digest);
});
