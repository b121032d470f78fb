/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { machinesByHost, NamedMachine } from './machinesByHost';

const aws = 'ip-10-0-0-11.eu-west-1.compute.internal';
const named = (...names: string[]): NamedMachine[] =>
  names.map(name => ({ name }));

it.each`
  hosts                            | machines                                         | found                      | rule
  ${['cp1']}                       | ${named('cp1', 'cp2')}                           | ${['cp1']}                 | ${'the full name'}
  ${['CP1.Example']}               | ${named('cp1.example')}                          | ${['cp1.example']}         | ${'whatever the case'}
  ${['host-1']}                    | ${[{ name: 'cp1', hostname: 'host-1' }]}         | ${['cp1']}                 | ${'the hostname'}
  ${['ip-10-0-0-11']}              | ${named(aws, 'ip-10-0-0-12.ec2.internal')}       | ${[aws]}                   | ${'a process without the domain of its node'}
  ${[aws]}                         | ${named('ip-10-0-0-11')}                         | ${['ip-10-0-0-11']}        | ${'a node without the domain of its process'}
  ${['ip-10-0-0-11.ec2.internal']} | ${named(aws)}                                    | ${[aws]}                   | ${'another domain, and nothing else of that name'}
  ${['host-1.internal']}           | ${[{ name: 'cp1', hostname: 'host-1.example' }]} | ${['cp1']}                 | ${'the first label of the hostname'}
  ${['cp1']}                       | ${named('cp1.a', 'cp1.b')}                       | ${[undefined]}             | ${'two nodes that share the label'}
  ${['cp1.a', 'cp1.b']}            | ${named('cp1.c')}                                | ${[undefined, undefined]}  | ${'two hosts that share the label'}
  ${['cp1.a', 'cp1.b']}            | ${named('cp1.a', 'cp2.a')}                       | ${['cp1.a', undefined]}    | ${'one of two by its full name, the other by nothing'}
  ${['cp1', 'cp1.a']}              | ${named('cp1.a')}                                | ${['cp1.a', 'cp1.a']}      | ${'one machine under its short and its long name'}
  ${['cp1']}                       | ${named('cp1', 'cp1.a')}                         | ${['cp1']}                 | ${'a full name wins over a label'}
  ${['10.0.0.1']}                  | ${named('10.0.0.2')}                             | ${[undefined]}             | ${'addresses have no labels'}
  ${['10']}                        | ${named('10.0.0.2')}                             | ${[undefined]}             | ${'nor are they found by one'}
  ${['10.0.0.2', 'fd00::1']}       | ${named('10.0.0.2', 'fd00::1')}                  | ${['10.0.0.2', 'fd00::1']} | ${'nodes named by their address'}
  ${['']}                          | ${named('')}                                     | ${[undefined]}             | ${'nothing is nobody'}
  ${['cp1']}                       | ${[]}                                            | ${[undefined]}             | ${'no machine known'}
`('$rule', ({ hosts, machines, found }) => {
  const byHost = machinesByHost(hosts, machines);
  expect(hosts.map((host: string) => byHost.get(host)?.name)).toEqual(found);
});
