/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type {
  Finding,
  UnknownReason,
} from 'backstage-plugin-kubernetes-ha-common';
import { fixtureFleet, handlersOf } from 'kubernetes-ha-mock-api';
import { mockServer } from '../../__testUtils__/mockServer';
import { openPlugin } from '../../__testUtils__/openPlugin';
import { testClient } from '../../__testUtils__/testClient';
import { rootRouteRef } from '../../routes';
import { CauseRow } from './CauseRow';

/** Of this cluster etcd is not configured. */
const unconnected = fixtureFleet(3)[2];
mockServer(...handlersOf([unconnected]));

it('leads from a source that is not configured to the Connect view of the cluster', async () => {
  openPlugin('/kubernetes-ha/clusters/data-ap');
  const toggle = await screen.findByRole('button', {
    name: /etcd: not configured.*checks wait/,
  });
  const row = toggle.closest('li') as HTMLElement;
  const link = within(row).getByRole('link', { name: 'Open the Connect view' });
  expect(link).toHaveAttribute(
    'href',
    '/kubernetes-ha/clusters/data-ap/connect',
  );
  await userEvent.click(link);
  expect(
    await screen.findByRole('tab', { name: 'Connect', selected: true }),
  ).toBeInTheDocument();
});

it.each<[UnknownReason, boolean]>([
  ['forbidden', true],
  ['refused', true],
  ['unreachable', true],
  ['too-slow', false],
  ['inconclusive', false],
])(
  'of a source that is %s it leads there: %s',
  async (reason, leads) => {
    const { items } = await testClient().listFindings('data-ap');
    const findings: readonly Finding[] = items.slice(0, 2);
    renderInTestApp(
      <ul>
        <CauseRow
          cause={{
            id: `source:etcd:${reason}`,
            kind: 'source',
            verdict: 'not-visible',
            source: { name: 'etcd', reason },
            checkIds: findings.map(({ checkId }) => checkId),
          }}
          findings={findings}
          isOpen={false}
          onToggle={() => {}}
        >
          {null}
        </CauseRow>
      </ul>,
      { mountedRoutes: { '/kubernetes-ha': rootRouteRef } },
    );
    await screen.findByRole('button', { name: /etcd: .*2 checks wait/ });
    expect(screen.queryAllByRole('link')).toHaveLength(leads ? 1 : 0);
  },
  60_000,
);
