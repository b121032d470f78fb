/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { delimiter } from 'node:path';
import { connectionOf } from './kubeconfigRules';

const serviceAccount = '/sa';
const pod = {
  KUBERNETES_SERVICE_HOST: '10.96.0.1',
  KUBERNETES_SERVICE_PORT: '443',
};
const podFiles = ['/sa/token'];
const list = (...files: string[]) => ({ KUBECONFIG: files.join(delimiter) });
const of = (kubeconfig: string) => ({
  type: 'kubeconfig',
  kubeconfig,
  execEnvironment: expect.any(Array),
});

function connection(
  flags: Parameters<typeof connectionOf>[0],
  environment: NodeJS.ProcessEnv,
  existing: readonly string[],
) {
  return connectionOf(flags, environment, {
    exists: path => existing.includes(path),
    home: '/home/me',
    serviceAccount,
  });
}

it.each`
  flags                  | environment                                       | existing                                  | found                                                                                                     | rule
  ${{ kubeconfig: 'k' }} | ${list('/a')}                                     | ${['/a']}                                 | ${of('k')}                                                                                                | ${'the option wins, even over files that exist'}
  ${{ context: 'c' }}    | ${list('/a')}                                     | ${['/a']}                                 | ${{ ...of('/a'), context: 'c' }}                                                                          | ${'$KUBECONFIG comes next, with the context asked for'}
  ${{}}                  | ${list('/a', '/b')}                               | ${['/b']}                                 | ${of('/b')}                                                                                               | ${'files that do not exist are passed over'}
  ${{}}                  | ${list('', '/a', '')}                             | ${['/a']}                                 | ${of('/a')}                                                                                               | ${'empty entries are none'}
  ${{}}                  | ${{ KUBECONFIG: '' }}                             | ${['/home/me/.kube/config']}              | ${of('/home/me/.kube/config')}                                                                            | ${'an empty variable is as if not set'}
  ${{}}                  | ${{}}                                             | ${['/home/me/.kube/config']}              | ${of('/home/me/.kube/config')}                                                                            | ${'then the file in the home folder'}
  ${{}}                  | ${pod}                                            | ${['/home/me/.kube/config', ...podFiles]} | ${of('/home/me/.kube/config')}                                                                            | ${'which wins over the ServiceAccount of a pod'}
  ${{}}                  | ${pod}                                            | ${podFiles}                               | ${{ type: 'serviceAccount', url: 'https://10.96.0.1:443', tokenFile: '/sa/token', caFile: '/sa/ca.crt' }} | ${'in a pod its ServiceAccount is last'}
  ${{}}                  | ${{ ...pod, KUBERNETES_SERVICE_HOST: 'fd00::1' }} | ${podFiles}                               | ${{ type: 'serviceAccount', url: 'https://[fd00::1]:443', tokenFile: '/sa/token', caFile: '/sa/ca.crt' }} | ${'an IPv6 address is put into brackets'}
`('$rule', ({ flags, environment, existing, found }) => {
  expect(connection(flags, environment, existing)).toEqual(found);
});

it.each`
  environment         | existing        | says                            | rule
  ${{}}               | ${[]}           | ${/There is no kubeconfig/}     | ${'nothing at all'}
  ${pod}              | ${[]}           | ${/There is no kubeconfig/}     | ${'a pod without a token'}
  ${list('/a', '/b')} | ${[]}           | ${/names \/a, \/b, which does/} | ${'only files that do not exist'}
  ${list('/a', '/b')} | ${['/a', '/b']} | ${/names 2 files: \/a, \/b/}    | ${'two files, for they are not merged'}
`('is refused with what to do: $rule', ({ environment, existing, says }) => {
  expect(() => connection({}, environment, existing)).toThrow(says);
  expect(() => connection({}, environment, existing)).toThrow(
    /--kubeconfig FILE/,
  );
});

it('an exec plugin sees the environment that kubectl would give it, and not what is meant for us', () => {
  const environment = {
    KUBECONFIG: '/a',
    TELEPORT_HOME: '/t',
    KUBERNETES_HA_HAPROXY_PASSWORD: 'secret',
    'NOT A NAME': 'x',
  };
  expect(connection({}, environment, ['/a'])).toMatchObject({
    execEnvironment: ['KUBECONFIG', 'TELEPORT_HOME'],
  });
});
