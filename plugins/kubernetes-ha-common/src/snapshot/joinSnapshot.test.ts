/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { answeredSections } from './answeredSections';
import {
  ClusterFacts,
  clusterSnapshotSchema,
  sectionNames,
  SomeSections,
} from './clusterSnapshot';
import { joinSnapshot, newestObservation } from './joinSnapshot';

const facts: ClusterFacts = {
  name: 'pay-eu-1',
  tier: 'production',
  platform: 'self-managed',
  connection: 'kubeconfig',
};
const now = new Date('2026-11-28T12:00:00.000Z');

const read = {
  source: 'test',
  via: 'test',
  observedAt: '2026-11-28T11:59:55.000Z',
  intervalSeconds: 30,
};
const seen: SomeSections = {
  version: {
    ...read,
    state: 'observed',
    value: { gitVersion: 'v1.35.0' },
    observedAt: '2026-11-28T11:59:50.000Z',
  },
  apiPath: {
    ...read,
    state: 'observed',
    value: {
      url: 'https://192.0.2.1:6443',
      attempts: [{ reason: 'refused' }],
      certificates: { ...read, state: 'observed', value: [] },
      consecutiveFailures: 1,
    },
  },
};

describe('joinSnapshot', () => {
  it('keeps what was read, and says of the rest that it was not collected', () => {
    const { sections, takenAt } = joinSnapshot({ facts }, seen, now);
    expect(takenAt).toBe('2026-11-28T12:00:00.000Z');
    expect(sections.version).toBe(seen.version);
    const others = sectionNames.filter(name => !seen[name]);
    expect(new Set(others.map(name => sections[name]))).toEqual(
      new Set([
        expect.objectContaining({ state: 'unknown', reason: 'not-collected' }),
      ]),
    );
  });

  it('is a valid snapshot also when nothing was read', () => {
    const snapshot = joinSnapshot({ facts }, {}, now);
    expect(clusterSnapshotSchema.parse(snapshot)).toEqual(snapshot);
  });

  it('trusts nothing while the connection answers for another cluster', () => {
    const conflict = {
      since: '2026-11-28T11:00:00.000Z',
      detail: 'the namespace kube-system has another UID',
    };
    const { sections } = joinSnapshot({ facts, conflict }, seen, now);
    for (const name of sectionNames) {
      expect(sections[name]).toMatchObject({
        state: 'unknown',
        reason: 'identity-changed',
        detail: conflict.detail,
        observedAt: conflict.since,
      });
    }
  });
});

it('newestObservation is the time of the newest observed section, and nothing when nothing was', () => {
  expect(newestObservation(seen)).toBe('2026-11-28T11:59:55.000Z');
  expect(newestObservation({})).toBeUndefined();
});

it('answeredSections leaves out a section that records only that nobody answered', () => {
  expect(answeredSections(seen)).toEqual(['version']);
});
