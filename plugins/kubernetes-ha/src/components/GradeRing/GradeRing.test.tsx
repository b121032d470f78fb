/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { GradeRing } from './GradeRing';

describe('GradeRing', () => {
  it.each([
    [
      'says grade and score',
      { grade: 'F', score: 20, provisional: false },
      'Grade F, score 20 of 100',
    ],
    [
      'says that a provisional grade could be lower',
      { grade: 'C', score: 70, provisional: true },
      'Provisional grade C, score 70 of 100: it could be lower',
    ],
    [
      'does not call a missing grade good or bad',
      { grade: null, score: null, provisional: false },
      'No grade yet',
    ],
  ] as const)('%s', async (_rule, props, name) => {
    renderInTestApp(<GradeRing {...props} />);
    expect(await screen.findByRole('img', { name })).toBeInTheDocument();
  });
});
