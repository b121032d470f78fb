/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { nearest } from './nearest';

const names = ['pay-eu', 'pay-us', 'shop-us', 'core-eu', 'core-eu-2', 'x'];

describe('nearest', () => {
  it.each`
    wanted         | expected                    | rule
    ${'pay-ue'}    | ${['pay-us', 'pay-eu']}     | ${'letters in the wrong order'}
    ${'PAY-EU'}    | ${['pay-eu', 'pay-us']}     | ${'another case'}
    ${'pay'}       | ${['pay-eu', 'pay-us']}     | ${'a part of the name'}
    ${'core-eu-3'} | ${['core-eu', 'core-eu-2']} | ${'one too many'}
    ${'shop'}      | ${['shop-us']}              | ${'the beginning'}
    ${'nowhere'}   | ${[]}                       | ${'nothing near'}
  `('of "$wanted": $rule', ({ wanted, expected }) => {
    expect(nearest(wanted, names)).toEqual(expected);
  });

  it('has none for what is longer than a name can be', () => {
    expect(nearest(`pay-eu${'x'.repeat(300)}`, names)).toEqual([]);
  });

  it('names no more than three', () => {
    const many = Array.from({ length: 9 }, (_, i) => `pay-${i}`);
    expect(nearest('pay-x', many)).toEqual(['pay-0', 'pay-1', 'pay-2']);
  });
});
