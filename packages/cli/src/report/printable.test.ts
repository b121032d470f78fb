/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { printable } from './printable';

it.each`
  text                              | shown                | rule
  ${'cp-a'}                         | ${'cp-a'}            | ${'plain text stays'}
  ${'节点 α'}                       | ${'节点 α'}          | ${'so does every script'}
  ${'\u001b[2J\u001b[31mred'}       | ${'red'}             | ${'escape sequences go'}
  ${'\u001b]8;;http://x\u0007link'} | ${'link'}            | ${'so do links of terminals'}
  ${'a\nb\u0000c\u009bd'}           | ${'a\ufffdb\ufffdc'} | ${'control characters are replaced'}
  ${'a\u202etxt.exe'}               | ${'a\ufffdtxt.exe'}  | ${'so is what reverses the direction'}
  ${'a\ud800b\uffff'}               | ${'a\ufffdb\ufffd'}  | ${'so is what XML forbids'}
`('$rule', ({ text, shown }) => {
  expect(printable(text)).toContain(shown);
  // eslint-disable-next-line no-control-regex
  expect(printable(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
});
