/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { INTERNED_VALUES } from './bounds';
import type { LabelValue } from './labelValues';

/** One kept sum: its name with the wanted labels, as Prometheus writes it, and what was added up. */
export interface Series {
  key: string;
  value: number;
}

/** The series of one family by what their wanted labels say. */
export class SeriesByValues {
  readonly #name: string;
  readonly #labels: readonly string[];
  readonly #byIds = new Map<number, Series>();
  /** Of those with a value that is not kept: a value is kept always or never. */
  readonly #byTexts = new Map<string, Series>();
  /** In the order in which they were first seen. */
  readonly #all: Series[] = [];

  constructor(name: string, labels: readonly string[]) {
    this.#name = name;
    this.#labels = labels;
  }

  /** `values` in the order of the labels. */
  get(values: readonly LabelValue[]): Series | undefined {
    const id = idOf(values);
    return id === undefined
      ? this.#byTexts.get(textOf(values))
      : this.#byIds.get(id);
  }

  /** A new one, at 0. */
  add(values: readonly LabelValue[]): Series {
    const series = { key: this.#keyOf(values), value: 0 };
    const id = idOf(values);
    if (id === undefined) this.#byTexts.set(textOf(values), series);
    else this.#byIds.set(id, series);
    this.#all.push(series);
    return series;
  }

  all(): readonly Series[] {
    return this.#all;
  }

  #keyOf(values: readonly LabelValue[]): string {
    const labels = values.flatMap(({ text }, index) =>
      text === '' ? [] : [`${this.#labels[index]}="${text}"`],
    );
    return labels.length > 0
      ? `${this.#name}{${labels.join(',')}}`
      : this.#name;
  }
}

/** One number for all; nothing when one of them is not kept. Exact for up to eight labels. */
function idOf(values: readonly LabelValue[]): number | undefined {
  let id = 0;
  for (const value of values) {
    if (value.id === undefined) return undefined;
    id = id * (INTERNED_VALUES + 1) + value.id;
  }
  return id;
}

/** No value holds a line feed. */
function textOf(values: readonly LabelValue[]): string {
  return values.map(({ text }) => text).join('\n');
}
