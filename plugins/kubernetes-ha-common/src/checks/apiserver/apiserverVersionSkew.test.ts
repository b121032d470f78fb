/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { apiServerOn, nodeOf } from '../../testing/controlPlane';
import { judge } from '../../testing/judge';
import { absent, notKnown, observed } from '../../testing/snapshotWith';
import { apiserverVersionSkew } from './apiserverVersionSkew';

const version = { gitVersion: 'v1.37.2' };
const servers = (...versions: string[]) =>
  versions.map((text, i) =>
    apiServerOn(`cp${i + 1}`, { version: observed(text) }),
  );
const kubelets = (...versions: string[]) =>
  versions.map((kubeletVersion, i) => nodeOf(`n${i + 1}`, { kubeletVersion }));

it.each`
  apiServers                       | nodes                             | status       | rule
  ${servers('v1.37.2', 'v1.37.0')} | ${kubelets('v1.37.1')}            | ${'pass'}    | ${'one minor version; patches do not matter'}
  ${servers('v1.37.2')}            | ${kubelets('v1.36.0', 'v1.37.2')} | ${'warn'}    | ${'one minor older, in the middle of an upgrade'}
  ${servers('v1.37.2')}            | ${kubelets('v1.34.0')}            | ${'warn'}    | ${'three minors older'}
  ${servers('v1.37.2')}            | ${kubelets('v1.33.9')}            | ${'fail'}    | ${'four minors older'}
  ${servers('v1.37.2')}            | ${kubelets('v1.38.0')}            | ${'fail'}    | ${'a kubelet newer than the API server'}
  ${servers('v1.37.2', 'v1.36.0')} | ${kubelets('v1.37.0')}            | ${'fail'}    | ${'newer than one API server it may meet'}
  ${servers('v1.37.2', 'v1.36.0')} | ${kubelets('v1.36.0')}            | ${'warn'}    | ${'API servers one minor apart'}
  ${servers('v1.37.2', 'v1.35.0')} | ${kubelets('v1.35.0')}            | ${'fail'}    | ${'API servers two minors apart'}
  ${servers('v1.37.2')}            | ${kubelets('v1.37.0', 'fake')}    | ${'unknown'} | ${'a kubelet that names no version'}
  ${servers('v1.37.2')}            | ${kubelets('v1.38.0', 'fake')}    | ${'fail'}    | ${'a failure is not hidden by it'}
  ${servers('fake')}               | ${kubelets('v1.37.0')}            | ${'unknown'} | ${'an API server that names no version'}
`('$status: $rule', ({ apiServers, nodes, status }) => {
  const given = { version, nodes, apiServers };
  expect(judge(apiserverVersionSkew, given).status).toBe(status);
});

it('takes the version of the connection where no instance reports its own', () => {
  const nodes = kubelets('v1.38.0');
  expect(
    judge(apiserverVersionSkew, { version, nodes, apiServers: absent() }),
  ).toMatchObject({ status: 'fail', subjects: ['n1'] });
});

it('takes the version of a virtual node for no kubelet', () => {
  const [virtual] = kubelets('v1.25.0-vk-azure-aci-1.6.2');
  const nodes = [
    ...kubelets('v1.37.2', 'v1.37.2'),
    { ...virtual, name: 'aci' },
  ];
  const apiServers = servers('v1.37.2');
  expect(
    judge(apiserverVersionSkew, { version, nodes, apiServers }).status,
  ).toBe('pass');
});

it.each`
  nodes                    | status
  ${notKnown('forbidden')} | ${'unknown'}
  ${absent()}              | ${'not-applicable'}
`('$status without nodes', ({ nodes, status }) => {
  expect(judge(apiserverVersionSkew, { version, nodes }).status).toBe(status);
});
