/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Cause } from 'backstage-plugin-kubernetes-ha-common';
import { joined } from './joined';

const result = (checkId: string) => ({ checkId });

const cause = (id: string, checkIds: string[]): Cause => ({
  id,
  kind: 'machines',
  verdict: 'broken',
  machines: [id],
  checkIds,
});

const shown = (rows: ReturnType<typeof joined>) =>
  rows.map(({ cause: of, results }) => [
    of?.id,
    ...results.map(({ checkId }) => checkId),
  ]);

it.each`
  results            | causes                                          | rows                                      | rule
  ${['a', 'b', 'c']} | ${[cause('cp-b', ['a', 'c'])]}                  | ${[['cp-b', 'a', 'c'], [undefined, 'b']]} | ${'what has a cause in common is one row, where the first stood'}
  ${['a', 'b']}      | ${[cause('cp-a', ['a']), cause('cp-b', ['b'])]} | ${[[undefined, 'a'], [undefined, 'b']]}   | ${'a cause of one finding is that finding'}
  ${['a', 'b']}      | ${undefined}                                    | ${[[undefined, 'a'], [undefined, 'b']]}   | ${'an assessment of an earlier version has none'}
  ${['a']}           | ${[cause('cp-b', ['a', 'gone'])]}               | ${[[undefined, 'a']]}                     | ${'what is not found any more joins nothing'}
`('$rule', ({ results, causes, rows }) => {
  expect(shown(joined(results.map(result), causes))).toEqual(rows);
});
