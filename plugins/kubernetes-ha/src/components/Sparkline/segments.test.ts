/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { toSegments } from './segments';

const at = (x: number) => ({ x, y: x });

describe('toSegments', () => {
  it('draws no line over a gap', () => {
    expect(toSegments([at(0), at(1), null, at(3), null, null, at(6)])).toEqual([
      [at(0), at(1)],
      [at(3)],
      [at(6)],
    ]);
  });

  it('has nothing to draw when everything is unknown', () => {
    expect(toSegments([null, null])).toEqual([]);
  });
});
