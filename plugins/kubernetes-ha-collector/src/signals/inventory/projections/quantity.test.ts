/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import { toMillis, toWhole } from './quantity';

describe('quantities', () => {
  it.each`
    quantity        | millis                | whole
    ${undefined}    | ${0}                  | ${0}
    ${'0'}          | ${0}                  | ${0}
    ${'100m'}       | ${100}                | ${1}
    ${'1.5'}        | ${1500}               | ${2}
    ${'1.1'}        | ${1100}               | ${2}
    ${'.5'}         | ${500}                | ${1}
    ${'2.'}         | ${2000}               | ${2}
    ${'+3'}         | ${3000}               | ${3}
    ${'-1'}         | ${-1000}              | ${-1}
    ${'100n'}       | ${1}                  | ${1}
    ${'250u'}       | ${1}                  | ${1}
    ${'1e3'}        | ${1_000_000}          | ${1000}
    ${'12E-1'}      | ${1200}               | ${2}
    ${'1E'}         | ${1e21}               | ${1e18}
    ${'4k'}         | ${4_000_000}          | ${4000}
    ${'0.5Gi'}      | ${536_870_912_000}    | ${536_870_912}
    ${'2Gi'}        | ${2_147_483_648_000}  | ${2_147_483_648}
    ${'65427896Ki'} | ${66_998_165_504_000} | ${66_998_165_504}
    ${'129M'}       | ${129_000_000_000}    | ${129_000_000}
  `('$quantity = $millis thousandths = $whole', row => {
    expect(toMillis(row.quantity)).toBe(row.millis);
    expect(toWhole(row.quantity)).toBe(row.whole);
  });

  it.each(['one', '1 Gi', '1gi', '1.2.3', 'Gi', '.', '1e', '0x10', '1e999'])(
    'refuses %j',
    quantity => {
      expect(() => toWhole(quantity)).toThrow(/is not a quantity/);
    },
  );

  it('is the same however it is written', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), thousandths => {
        const whole = Math.floor(thousandths / 1000);
        const rest = String(thousandths % 1000).padStart(3, '0');
        expect(toMillis(`${thousandths}m`)).toBe(thousandths);
        expect(toMillis(`${whole}.${rest}`)).toBe(thousandths);
        expect(toMillis(`${thousandths}e-3`)).toBe(thousandths);
        expect(toWhole(`${thousandths}Ki`)).toBe(thousandths * 1024);
        expect(toWhole(`${thousandths}k`)).toBe(thousandths * 1000);
        // Rounded up, never down: a request must not become smaller.
        expect(toWhole(`${thousandths}m`)).toBe(whole + (rest > '000' ? 1 : 0));
      }),
    );
  });
});
