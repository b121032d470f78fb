/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { hostPort, isLoopback } from './hostPort';

it.each`
  text                              | host                | port
  ${'https://192.0.2.10:2380'}      | ${'192.0.2.10'}     | ${2380}
  ${'https://Etcd-1.example:2380/'} | ${'etcd-1.example'} | ${2380}
  ${'https://[2001:DB8::1]:6443'}   | ${'2001:db8::1'}    | ${6443}
  ${'[2001:db8::1]:6443'}           | ${'2001:db8::1'}    | ${6443}
  ${'2001:db8::1'}                  | ${'2001:db8::1'}    | ${undefined}
  ${'192.0.2.10:6443'}              | ${'192.0.2.10'}     | ${6443}
  ${'api.example'}                  | ${'api.example'}    | ${undefined}
  ${'https://api.example/path:1'}   | ${'api.example'}    | ${undefined}
`('$text', ({ text, host, port }) => {
  expect(hostPort(text)).toEqual(
    port === undefined ? { host } : { host, port },
  );
});

it('reads nothing from nothing', () => {
  expect(hostPort('')).toBeUndefined();
});

it.each(['127.0.0.1', '127.9.9.9', '::1', 'localhost'])(
  '%s is the machine itself',
  host => expect(isLoopback(host)).toBe(true),
);

it.each(['192.0.2.1', 'localhost.example', '1127.0.0.1'])(
  '%s is somewhere else',
  host => expect(isLoopback(host)).toBe(false),
);
