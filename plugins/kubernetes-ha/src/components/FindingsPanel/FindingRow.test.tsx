/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { Finding, message } from 'backstage-plugin-kubernetes-ha-common';
import { FindingRow } from './FindingRow';

const lastSeen = {
  status: 'fail',
  at: '2026-11-28T12:00:00.000Z',
  ageSeconds: 180,
  observed: message('etcd-quorum-fault-tolerance.observed', {
    healthy: 1,
    voters: 3,
    unhealthy: ['etcd-2', 'etcd-3'],
    silent: [],
    learners: [],
  }),
} as const;

const finding: Finding = {
  id: 'one/etcd-quorum-fault-tolerance/1',
  cluster: 'one',
  checkId: 'etcd-quorum-fault-tolerance',
  layer: 'etcd',
  severity: 'critical',
  status: 'unknown',
  firstSeen: '2026-11-28T11:50:00.000Z',
  lastSeen: '2026-11-28T12:03:00.000Z',
  result: {
    checkId: 'etcd-quorum-fault-tolerance',
    layer: 'etcd',
    severity: 'critical',
    verdict: 'broken',
    stage: 1,
    runbook: 'RB-ETCD-MEMBER-REPLACE',
    status: 'unknown',
    reason: 'refused',
    observed: message('result.last-seen', {
      status: 'fail',
      ageSeconds: 180,
      observed: lastSeen.observed,
      now: message('section.required', { sections: ['etcd'] }),
    }),
    lastSeen,
    evidence: [],
    thresholds: {},
  },
};

it('says what was seen before it could not be seen any more, and when that was', async () => {
  renderInTestApp(
    <ul>
      <FindingRow finding={finding} isOpen={false} onToggle={() => {}} />
    </ul>,
  );
  expect(await screen.findByText(/1 of 3 voters healthy/)).toBeInTheDocument();
  expect(screen.getByText(/Last seen failing/)).toBeInTheDocument();
  expect(
    screen
      .getAllByText(/ago/)
      .map(time => time.closest('time')?.getAttribute('datetime')),
  ).toContain(lastSeen.at);
});
