/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  SectionName,
  sectionNames,
  Sections,
} from 'backstage-plugin-kubernetes-ha-common';
import type { RecordingTick } from './format';
import { mapInstants } from './instants';

interface Written {
  body: string;
  times: readonly number[];
}

/** Turns collections into the lines of a recording, each against the one before. */
export class RecordingEncoder {
  readonly #startMs: number;
  readonly #last = new Map<SectionName, Written>();

  constructor(start: Date) {
    this.#startMs = start.getTime();
  }

  /** The line of one collection. */
  encode(at: Date, seen: Partial<Sections>): RecordingTick {
    const sections: RecordingTick['sections'] = {};
    for (const name of sectionNames) {
      const signal = seen[name];
      const line = signal && this.#encodeSection(name, signal);
      if (line) sections[name] = line;
    }
    return { atMs: at.getTime() - this.#startMs, sections };
  }

  #encodeSection(
    name: SectionName,
    signal: Sections[SectionName],
  ): RecordingTick['sections'][SectionName] {
    const times: number[] = [];
    const body = mapInstants<unknown>(name, signal, {
      instant: (value, kind) => {
        const ms =
          kind === 'iso' ? Date.parse(String(value)) : Number(value) * 1000;
        times.push(Math.round(ms - this.#startMs));
        return null;
      },
    });
    const text = JSON.stringify(body);
    const last = this.#last.get(name);
    this.#last.set(name, { body: text, times });
    if (text !== last?.body) return { body, times };
    // The same content has the same instants in the same order.
    const moved = Object.fromEntries(
      times.flatMap((ms, i) => (ms === last.times[i] ? [] : [[i, ms]])),
    );
    return Object.keys(moved).length > 0 ? { times: moved } : undefined;
  }
}
