/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { say } from '../../messages';
import { judge } from '../../testing/judge';
import { absent, notKnown } from '../../testing/snapshotWith';
import { etcdVersion as check } from './etcdVersion';
import { dead, etcdOf, silent, statusWith, voter } from './testing/etcdWith';

const running = (...versions: string[]) =>
  versions.map((version, i) =>
    voter(`m${i + 1}`, { status: statusWith({ version }) }),
  );

it.each`
  members                                          | status       | rule
  ${running('3.7.3', '3.7.3', '3.7.3')}            | ${'pass'}    | ${'one version'}
  ${running('3.7.3', '3.7.2', '3.7.3')}            | ${'warn'}    | ${'two patches'}
  ${running('3.6.11', '3.7.3', '3.7.3')}           | ${'warn'}    | ${'neighbouring minor versions'}
  ${running('3.5.32', '3.7.3', '3.7.3')}           | ${'fail'}    | ${'a minor version left out'}
  ${running('3.6.10')}                             | ${'warn'}    | ${'3.6 from which 3.7 cannot be entered'}
  ${running('3.6.11')}                             | ${'pass'}    | ${'3.6 from which it can'}
  ${running('3.5.31')}                             | ${'warn'}    | ${'3.5 from which 3.6 cannot be entered'}
  ${running('3.5.32')}                             | ${'pass'}    | ${'3.5 from which it can'}
  ${[...running('3.7.3', '3.7.3'), dead('m3')]}    | ${'pass'}    | ${'a dead one has no version'}
  ${[...running('3.7.3', '3.7.3'), silent('m3')]}  | ${'unknown'} | ${'a silent one may have another'}
  ${[...running('3.5.32', '3.7.3'), silent('m3')]} | ${'fail'}    | ${'what is seen counts'}
  ${[dead('m1')]}                                  | ${'unknown'} | ${'nobody runs'}
`('$status: $rule', ({ members, status }) => {
  expect(judge(check, { etcd: etcdOf(members) }).status).toBe(status);
});

it('is unknown when etcd is, and not applicable where the provider has it', () => {
  expect(judge(check, { etcd: notKnown() }).status).toBe('unknown');
  expect(judge(check, { etcd: absent() }).status).toBe('not-applicable');
});

it('says which patch opens the next minor version', () => {
  const result = judge(check, { etcd: etcdOf(running('3.6.4')) });
  expect(say(result.fix!)).toBe(
    'upgrade to 3.6.11 or later first: the upgrade to 3.7 is supported only from there',
  );
});
