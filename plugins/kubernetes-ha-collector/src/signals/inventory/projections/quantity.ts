/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { QUANTITY_CHARACTERS } from '../bounds';
import { InvalidDocumentError } from '../../../protobuf/invalidDocument';

const binary: Readonly<Record<string, bigint>> = {
  Ki: 1n << 10n,
  Mi: 1n << 20n,
  Gi: 1n << 30n,
  Ti: 1n << 40n,
  Pi: 1n << 50n,
  Ei: 1n << 60n,
};
/** Power of ten of a suffix. */
const decimal: Readonly<Record<string, number>> = {
  '': 0,
  n: -9,
  u: -6,
  m: -3,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};
const shape =
  /^([+-]?)(\d*)(?:\.(\d*))?(?:([numkMGTPE]|[KMGTPE]i)|[eE]([+-]?\d{1,2}))?$/;

/** Quantities repeat: a cluster knows a few hundred of them. */
const CACHED = 10_000;
const cache = new Map<string, number>();

/** CPU in millicores, rounded up. Source: k8s.io/apimachinery pkg/api/resource `MilliValue`. */
export function toMillis(quantity: string | undefined): number {
  return scaled(quantity, 3);
}

/** Bytes or pieces, rounded up. Source: k8s.io/apimachinery pkg/api/resource `Value`. */
export function toWhole(quantity: string | undefined): number {
  return scaled(quantity, 0);
}

function scaled(quantity: string | undefined, power: number): number {
  if (quantity === undefined || quantity === '') return 0;
  if (quantity.length > QUANTITY_CHARACTERS) throw noQuantity(quantity);
  const key = `${power}${quantity}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const value = parse(quantity, power);
  if (cache.size >= CACHED) cache.clear();
  cache.set(key, value);
  return value;
}

/** In whole numbers only: 1.1 × 1000 is not 1100 in floating point. */
function parse(quantity: string, power: number): number {
  const [, sign, whole = '', fraction = '', suffix = '', exponent = '0'] =
    shape.exec(quantity) ?? [];
  if (sign === undefined || (whole === '' && fraction === '')) {
    throw noQuantity(quantity);
  }
  const tens =
    power + Number(exponent) + (decimal[suffix] ?? 0) - fraction.length;
  const digits = BigInt(whole + fraction) * (binary[suffix] ?? 1n);
  const magnitude =
    tens >= 0
      ? digits * 10n ** BigInt(tens)
      : ceilDivide(digits, 10n ** BigInt(-tens));
  return Number(sign === '-' ? -magnitude : magnitude);
}

function noQuantity(quantity: string): InvalidDocumentError {
  return new InvalidDocumentError(
    `${JSON.stringify(quantity.slice(0, 40))} is not a quantity`,
  );
}

function ceilDivide(value: bigint, by: bigint): bigint {
  return (value + by - 1n) / by;
}
