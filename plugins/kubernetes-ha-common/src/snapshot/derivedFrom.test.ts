/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { derivedFrom, derivedFromBoth } from './derivedFrom';
import type { ObservedSignal } from './signal';

function observed<T>(value: T) {
  const asked = jest.fn(() => value);
  const signal: ObservedSignal<T> = {
    state: 'observed',
    source: 'test',
    via: 'test',
    observedAt: '2026-11-29T10:00:00.000Z',
    intervalSeconds: 30,
    get value() {
      return asked();
    },
  };
  return { signal, asked };
}

it('derives once from each signal, also nothing', () => {
  const derive = jest.fn((names: readonly string[]) =>
    names.find(name => name.startsWith('b')),
  );
  const once = derivedFrom(derive);
  const none = observed(['a']);
  const one = observed(['a', 'b']);
  const signals = [none, one, none, one].map(({ signal }) => signal);
  expect(signals.map(once)).toEqual([undefined, 'b', undefined, 'b']);
  expect(derive).toHaveBeenCalledTimes(2);
  expect(none.asked).toHaveBeenCalledTimes(1);
});

it('derives once from each two signals', () => {
  const once = derivedFromBoth((names: readonly string[], wanted: string) =>
    names.indexOf(wanted),
  );
  const names = observed(['a', 'b']);
  const [a, c] = [observed('a'), observed('c')];
  const places = [a, c, a, c].map(({ signal }) => once(names.signal, signal));
  expect(places).toEqual([0, -1, 0, -1]);
  expect(names.asked).toHaveBeenCalledTimes(2);
  expect(a.asked).toHaveBeenCalledTimes(1);
});
