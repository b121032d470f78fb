/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { screen, within } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { LayerStrip } from './LayerStrip';

describe('LayerStrip', () => {
  it('names each layer with its status, and never calls an unassessed or unknown one a pass', async () => {
    renderInTestApp(
      <LayerStrip
        shown={new Set(['apiserver', 'etcd', 'leaders', 'network', 'storage'])}
        layers={[
          {
            layer: 'apiserver',
            score: 100,
            status: 'pass',
            provisional: false,
          },
          { layer: 'etcd', score: 20, status: 'fail', provisional: false },
          { layer: 'leaders', score: 70, status: 'unknown', provisional: true },
          {
            layer: 'network',
            score: null,
            status: 'unknown',
            provisional: true,
          },
          {
            layer: 'storage',
            score: null,
            status: 'not-applicable',
            provisional: false,
          },
          {
            layer: 'chaos',
            score: null,
            status: 'not-applicable',
            provisional: false,
          },
        ]}
      />,
    );
    const list = await screen.findByRole('list');
    const names = within(list)
      .getAllByRole('img')
      .map(cell => cell.getAttribute('aria-label'));
    expect(names).toEqual([
      'API server: pass, score 100',
      'etcd: fail, score 20',
      'Scheduler and controllers: unknown, score 70, provisional',
      'Network and DNS: unknown',
      'Storage: not assessed',
    ]);
  });
});
