/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { TestFolder } from '../__testUtils__/TestFolder';
import { TestCa } from '../__testUtils__/testPki';
import { EtcdEndpoints } from './etcdEndpoints';
import { TlsMaterialSource } from './tlsMaterial';

const folder = new TestFolder();

it.each([
  ['https://10.0.0.1:2379', true, true],
  ['https://10.0.0.1:2379', false, false],
  ['http://10.0.0.1:2379', false, true],
])(
  'an address that a member names, %s, with the CA of etcd configured: %s, is followed: %s',
  async (url, withCa, followed) => {
    const ca = await TestCa.create('etcd-ca');
    const endpoints = new EtcdEndpoints(
      new TlsMaterialSource(
        withCa ? { caFile: folder.file('ca.crt', ca.pem) } : {},
      ),
      { bytes: 1024, entries: 10 },
    );
    await endpoints.refresh();
    expect(endpoints.mayFollow(url)).toBe(followed);
  },
);
