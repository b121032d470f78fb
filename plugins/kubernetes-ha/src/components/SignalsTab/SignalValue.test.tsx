/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { Signal } from 'backstage-plugin-kubernetes-ha-common';
import { SectionPanel } from './SectionPanel';
import { SignalValue } from './SignalValue';

const seen = <T,>(value: T, observedAt: string): Signal<T> => ({
  state: 'observed',
  source: 'etcd',
  via: 'gRPC https://192.0.2.1:2379',
  observedAt,
  intervalSeconds: 30,
  value,
});
const takenAt = '2026-11-26T12:10:00.000Z';
const fresh = '2026-11-26T12:09:30.000Z';
const old = '2026-11-26T12:05:00.000Z';

it.each`
  section  | inside   | marks | rule
  ${fresh} | ${fresh} | ${0}  | ${'fresh in fresh'}
  ${fresh} | ${old}   | ${1}  | ${'what was not renewed in a fresh section'}
  ${old}   | ${old}   | ${1}  | ${'a stale section is marked once, as a whole'}
`(
  'marks what the checks do not trust: $rule',
  async ({ section, inside, marks }) => {
    renderInTestApp(
      <SectionPanel
        title="etcd"
        takenAt={takenAt}
        signal={seen(seen('3.7.3', inside), section)}
      >
        {value => <SignalValue signal={value}>{text => text}</SignalValue>}
      </SectionPanel>,
    );
    expect(await screen.findByText('3.7.3')).toBeInTheDocument();
    expect(screen.queryAllByText('stale')).toHaveLength(marks);
  },
  60_000,
);
