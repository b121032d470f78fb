/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { applies, shownLayers } from './shownLayers';

describe('a layer is shown', () => {
  it.each`
    score   | status              | shown    | rule
    ${100}  | ${'pass'}           | ${true}  | ${'with a score'}
    ${null} | ${'unknown'}        | ${true}  | ${'when nothing of it is visible'}
    ${null} | ${'not-applicable'} | ${false} | ${'not when no check applies'}
  `('$rule', ({ score, status, shown }) => {
    expect(applies({ score, status })).toBe(shown);
  });

  it('in every row of the fleet when it is in one', () => {
    const none = { score: null, status: 'not-applicable' } as const;
    const some = { score: 20, status: 'fail' } as const;
    expect([
      ...shownLayers([
        { layers: [{ layer: 'etcd', ...none }] },
        {
          layers: [
            { layer: 'etcd', ...some },
            { layer: 'storage', ...none },
          ],
        },
      ]),
    ]).toEqual(['etcd']);
  });
});
