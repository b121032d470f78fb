/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod/v4';
import type { RecordingEvent } from './format';

const eventLineSchema = z.object({
  /** ISO 8601. Default: the moment of reading. */
  at: z.iso.datetime({ offset: true }).optional(),
  kind: z.enum(['fault', 'heal', 'note']),
  title: z.string().min(1),
});

/**
 * Follows what is done to the cluster meanwhile: JSON lines
 * `{"kind":"fault","title":"…"}` from a file, or as they come on standard
 * input (`-`).
 * @public
 */
export class EventReader {
  readonly #events: {
    at: Date;
    kind: RecordingEvent['kind'];
    title: string;
  }[] = [];
  readonly #problems = new Set<string>();
  readonly #ended: Promise<void>;

  private constructor(input: Readable, name: string) {
    const lines = createInterface({ input });
    let number = 0;
    lines.on('line', line => {
      number++;
      if (line.trim() !== '') this.#take(line, `${name}, line ${number}`);
    });
    this.#ended = new Promise(resolve => {
      lines.once('close', resolve);
    });
    const failed = (error: Error) => {
      this.#problems.add(`${name} cannot be read: ${error.message}`);
      lines.close();
    };
    // Newer releases of Node hand the error of the input on to the reader of lines.
    input.on('error', failed);
    lines.on('error', failed);
  }

  static open(file: string): EventReader {
    return file === '-'
      ? new EventReader(process.stdin, 'standard input')
      : new EventReader(createReadStream(file), file);
  }

  /** Resolves when all of a file has been read; standard input may stay open. */
  get ended(): Promise<void> {
    return this.#ended;
  }

  /** The events since a moment, in the order of time. Errors: Error naming every line that could not be read. */
  since(start: Date, durationMs: number): RecordingEvent[] {
    if (this.#problems.size > 0) {
      throw new Error(
        `Events cannot be used: ${[...this.#problems].join(
          '; ',
        )}. Expected lines such as {"kind":"fault","title":"etcd of cp-b stopped"}, with kind fault, heal or note, and "at" (ISO 8601) where it is not now.`,
      );
    }
    return this.#events
      .map(({ at, kind, title }) => ({
        atMs: at.getTime() - start.getTime(),
        kind,
        title,
      }))
      .filter(({ atMs }) => atMs >= 0 && atMs <= durationMs)
      .sort((a, b) => a.atMs - b.atMs);
  }

  #take(line: string, where: string): void {
    try {
      const { at, kind, title } = eventLineSchema.parse(JSON.parse(line));
      this.#events.push({ at: at ? new Date(at) : new Date(), kind, title });
    } catch {
      this.#problems.add(`${where}: ${line.slice(0, 80)}`);
    }
  }
}
