/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { verdictOf } from './verdict';

it.each`
  kind        | status              | subjects     | verdict          | rule
  ${'state'}  | ${'fail'}           | ${[]}        | ${'broken'}      | ${'what should be up is not'}
  ${'state'}  | ${'warn'}           | ${['cp-b']}  | ${'broken'}      | ${'also where the others still carry it'}
  ${'design'} | ${'fail'}           | ${['cp-b']}  | ${'weak'}        | ${'it is built so'}
  ${'design'} | ${'warn'}           | ${[]}        | ${'weak'}        | ${'and a little so'}
  ${'count'}  | ${'fail'}           | ${['cp-b']}  | ${'broken'}      | ${'too few, for one is down'}
  ${'count'}  | ${'fail'}           | ${[]}        | ${'weak'}        | ${'too few, and all are well'}
  ${'count'}  | ${'warn'}           | ${undefined} | ${'weak'}        | ${'no subject is none that is down'}
  ${'state'}  | ${'unknown'}        | ${['cp-b']}  | ${'not-visible'} | ${'what nobody sees is not broken'}
  ${'design'} | ${'pass'}           | ${[]}        | ${undefined}     | ${'nothing to be said'}
  ${'state'}  | ${'not-applicable'} | ${[]}        | ${undefined}     | ${'it does not concern this cluster'}
`('$kind, $status: $rule', ({ kind, status, subjects, verdict }) => {
  expect(verdictOf(kind, { status, subjects })).toBe(verdict);
});
