/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { parseFlagz } from './flagz';
import { subChecks } from './healthProbe';

describe('parseFlagz', () => {
  it('reads the JSON document', () => {
    const document = {
      kind: 'Flagz',
      apiVersion: 'config.k8s.io/v1beta1',
      metadata: { name: 'kube-apiserver' },
      flags: { 'goaway-chance': '0.001', v: '2' },
    };
    expect(parseFlagz(Buffer.from(JSON.stringify(document)))).toEqual(
      document.flags,
    );
  });

  it.each(['=', ': ', ':', ' '])(
    'reads the text page with the delimiter "%s"',
    delimiter => {
      const page = [
        '',
        'kube-apiserver flagz',
        'Warning: This endpoint is not meant to be machine parseable',
        '',
        `advertise-address${delimiter}198.18.8.11`,
        `etcd-servers${delimiter}https://127.0.0.1:2379,https://10.0.0.1:2379`,
        `audit-policy-file${delimiter}`,
        '',
      ].join('\n');
      expect(parseFlagz(Buffer.from(page))).toMatchObject({
        'advertise-address': '198.18.8.11',
        'etcd-servers': 'https://127.0.0.1:2379,https://10.0.0.1:2379',
      });
    },
  );

  it.each(['', '<html></html>', '{"flags":[]}', '{"kind":"Status"}', '{"a'])(
    'rejects %j',
    page => {
      expect(() => parseFlagz(Buffer.from(page))).toThrow();
    },
  );
});

describe('subChecks', () => {
  it('reads the verbose page', () => {
    expect(
      subChecks(
        '[+]ping ok\n[-]etcd failed: reason withheld\n[+]poststarthook/x ok\n[+]log excluded: ok\nreadyz check failed\n',
      ),
    ).toEqual([
      { name: 'ping', ok: true },
      { name: 'etcd', ok: false },
      { name: 'poststarthook/x', ok: true },
      { name: 'log', ok: true },
    ]);
  });

  it('finds none on another page', () => {
    expect(subChecks('ok')).toEqual([]);
  });
});
