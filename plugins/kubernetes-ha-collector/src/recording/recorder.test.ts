/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { storyAt } from '../__testUtils__/recordedLease';
import type { Collector } from '../collection/Collector';
import { EventReader } from './events';
import { RecordedCollector } from './recordedCollector';
import { RecordingPlayback } from './playback';
import { record, RecorderOptions } from './recorder';
import { writeRecording } from './recordingFile';

/** Tells the story of the frozen lease; a stand-in for a live cluster. */
class StoryCollector implements Collector {
  readonly previous: string[][] = [];
  readonly #start = new Date();

  sectionsOf(group: 'control-plane' | 'inventory') {
    return group === 'inventory'
      ? (['nodes'] as const)
      : (['leases', 'etcd'] as const);
  }

  async identity() {
    return { identity: { uid: 'uid-1' } };
  }

  async collect(
    group: 'control-plane' | 'inventory',
    context: Parameters<Collector['collect']>[1],
  ) {
    const { leases, etcd, nodes } = storyAt(this.#start, context.now());
    this.previous.push(Object.keys(context.previous));
    return {
      sections: group === 'inventory' ? { nodes } : { leases, etcd },
      readingMs: 1,
    };
  }

  async close() {}
}

function options(given: Partial<RecorderOptions>): RecorderOptions {
  return {
    collector: new StoryCollector(),
    cluster: {
      facts: {
        name: 'story',
        tier: 'production',
        platform: 'self-managed',
        connection: 'kubeconfig',
      },
      detectPlatform: false,
      controlPlaneSeconds: 30,
      inventorySeconds: 120,
    },
    title: 'Story',
    description: 'a story',
    durationSeconds: 600,
    intervalSeconds: 0.1,
    stop: new AbortController().signal,
    events: () => [],
    logger: mockServices.logger.mock(),
    ...given,
  };
}

describe('record', () => {
  it('collects at each interval, each collection knowing the one before, and can be played', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kubernetes-ha-recorder-'));
    const file = join(folder, 'story.json.br');
    try {
      const collector = new StoryCollector();
      const stop = new AbortController();
      const { header, ticks } = await record(
        options({
          collector,
          stop: stop.signal,
          onCollection: ({ count }) => count === 3 && stop.abort(),
        }),
      );
      expect(ticks).toHaveLength(3);
      // However busy the machine is: never earlier than the interval says.
      expect(ticks[2].atMs).toBeGreaterThanOrEqual(200);
      // One look of two tasks goes ahead and is not written.
      const [ahead, , ...written] = collector.previous;
      expect(ahead).toEqual([]);
      expect(written).toHaveLength(6);
      for (const known of written) {
        expect(known.sort()).toEqual(['etcd', 'leases', 'nodes']);
      }
      await writeRecording(file, header, ticks);

      const recorded = new RecordedCollector(
        await RecordingPlayback.open(file),
      );
      expect(await recorded.identity()).toEqual({
        identity: { uid: 'uid-1' },
      });
      expect(recorded.sectionsOf('inventory')).toEqual(['nodes']);
      const now = new Date('2027-05-05T00:00:00.000Z');
      const { sections, readingMs } = await recorded.collect('control-plane', {
        cluster: header.cluster,
        signal: AbortSignal.timeout(1000),
        intervalSeconds: 30,
        previous: {},
        lastObserved: {},
        now: () => now,
        logger: mockServices.logger.mock(),
      });
      expect(readingMs).toBe(0);
      expect(Object.keys(sections).sort()).toEqual(['etcd', 'leases']);
      const age = now.getTime() - Date.parse(sections.leases!.observedAt);
      expect(age).toBeGreaterThanOrEqual(300);
      expect(age).toBeLessThan(header.durationMs + 1000);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('keeps what it saw when it is stopped early', async () => {
    const stop = new AbortController();
    const { ticks, header } = await record(
      options({
        intervalSeconds: 60,
        stop: stop.signal,
        onCollection: () => stop.abort(),
      }),
    );
    expect(ticks).toHaveLength(1);
    expect(header.durationMs).toBeGreaterThanOrEqual(60_000);
  });

  it('has nothing to keep when it is stopped before the first collection', async () => {
    await expect(
      record(options({ stop: AbortSignal.abort() })),
    ).rejects.toThrow(/nothing to write/);
  });
});

describe('EventReader', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kubernetes-ha-events-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  async function read(lines: string[]): Promise<EventReader> {
    const file = join(folder, 'events.jsonl');
    writeFileSync(file, lines.join('\n'));
    const reader = EventReader.open(file);
    await reader.ended;
    return reader;
  }

  const start = new Date('2026-11-23T12:00:00.000Z');

  it('places events in the recording and leaves out those outside of it', async () => {
    const reader = await read([
      '{"kind":"heal","title":"back","at":"2026-11-23T13:00:20+01:00"}',
      '',
      '{"kind":"fault","title":"stopped","at":"2026-11-23T12:00:10Z"}',
      '{"kind":"note","title":"before","at":"2026-11-23T11:00:00Z"}',
    ]);
    expect(reader.since(start, 60_000)).toEqual([
      { atMs: 10_000, kind: 'fault', title: 'stopped' },
      { atMs: 20_000, kind: 'heal', title: 'back' },
    ]);
  });

  it('names every line that cannot be read, and shows one that could', async () => {
    const reader = await read(['nonsense', '{"kind":"boom","title":"x"}']);
    expect(() => reader.since(start, 60_000)).toThrow(
      /line 1: nonsense; .*line 2: .*boom.*\{"kind":"fault"/,
    );
  });

  it('names a file that is not there', async () => {
    const reader = EventReader.open(join(folder, 'missing.jsonl'));
    await reader.ended;
    expect(() => reader.since(start, 60_000)).toThrow(
      /missing\.jsonl cannot be read/,
    );
  });
});
