/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import {
  CheckResult,
  checks,
  runChecks,
  sectionNames,
  Sections,
  SNAPSHOT_SCHEMA_VERSION,
} from 'backstage-plugin-kubernetes-ha-common';
import * as fc from 'fast-check';
import { FROZEN_AFTER_SECONDS, storyAt } from '../__testUtils__/recordedLease';
import { RecordingEncoder } from './encoder';
import type { RecordingHeader, RecordingTick } from './format';
import { RecordingPlayback } from './playback';
import { writeRecording } from './recordingFile';

const START = new Date('2026-11-20T08:00:00.000Z');
const COLLECTIONS = 10;
const INTERVAL_SECONDS = 10;
const DURATION_MS = COLLECTIONS * INTERVAL_SECONDS * 1000;

const header: RecordingHeader = {
  format: 'kubernetes-ha-recording',
  version: 1,
  schemaVersion: 1,
  cluster: {
    name: 'story',
    tier: 'production',
    platform: 'self-managed',
    uid: 'uid-1',
    connection: 'kubeconfig',
  },
  recordedAt: START.toISOString(),
  durationMs: DURATION_MS,
  intervalSeconds: INTERVAL_SECONDS,
  title: 'Frozen controller-managers',
  description: '',
  groups: { 'control-plane': ['leases', 'etcd'], inventory: ['nodes'] },
  events: [{ atMs: 20_000, kind: 'fault', title: 'frozen' }],
};

function momentOf(collection: number): Date {
  return new Date(START.getTime() + collection * INTERVAL_SECONDS * 1000);
}

function ticks(): RecordingTick[] {
  const encoder = new RecordingEncoder(START);
  return Array.from({ length: COLLECTIONS }, (_, collection) =>
    encoder.encode(momentOf(collection), storyAt(START, momentOf(collection))),
  );
}

let folder: string;
let file: string;
let playback: RecordingPlayback;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kubernetes-ha-recording-'));
  file = join(folder, 'story.json.br');
  await writeRecording(file, header, ticks());
  playback = await RecordingPlayback.open(file);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The judgement of what is played at a moment, without when and how it was seen. */
function judged(sections: Partial<Sections>, now: Date) {
  const nowhere = {
    state: 'unknown',
    reason: 'not-collected',
    detail: '',
    source: '',
    via: '',
    observedAt: now.toISOString(),
  } as const;
  const results = runChecks(checks, {
    schemaVersion: SNAPSHOT_SCHEMA_VERSION,
    cluster: header.cluster,
    takenAt: now.toISOString(),
    sections: Object.fromEntries(
      sectionNames.map(name => [name, sections[name] ?? nowhere]),
    ) as Sections,
  });
  const told = results.map((result: CheckResult) => ({
    ...result,
    evidence: result.evidence.map(({ section, state, ageSeconds }) => ({
      section,
      state,
      ageSeconds,
    })),
  }));
  // A sentence that names an instant names one at the same distance.
  return JSON.stringify(told, undefined, 1).replace(
    /"(20\d\d-\d\d-\d\dT[\d:.]+Z)"/g,
    (_, text) => `now ${Date.parse(text) - now.getTime()} ms`,
  );
}

describe('RecordingPlayback', () => {
  it('gives back every collection as it was seen', () => {
    for (let collection = 0; collection < COLLECTIONS; collection++) {
      const at = momentOf(collection);
      expect(
        playback.sectionsAtPosition(at.getTime() - START.getTime(), at),
      ).toEqual(storyAt(START, at));
    }
  });

  it('assesses a frozen lease alike at any replay time', () => {
    const replayTime = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2090-01-01'),
      noInvalidDate: true,
    });
    const at = (position: number, now: Date) =>
      judged(playback.sectionsAtPosition(position, now), now);
    fc.assert(
      fc.property(fc.nat(DURATION_MS - 1), replayTime, (position, now) => {
        const then = new Date(START.getTime() + position);
        expect(at(position, now)).toBe(at(position, then));
      }),
      { numRuns: 40 },
    );
  });

  it('shows the lease go stale on its way', () => {
    const statuses = [15_000, 45_000, 95_000].map(position => {
      const now = new Date('2031-03-03T03:03:03.333Z');
      const sections = playback.sectionsAtPosition(position, now);
      const results = JSON.parse(
        judged(sections, now).replace(/now -?\d+ ms/g, '0'),
      );
      return results.find(
        ({ checkId }: CheckResult) => checkId === 'kcm-lease-fresh',
      ).status;
    });
    // Before the freeze it is fresh; later it is not.
    expect(FROZEN_AFTER_SECONDS).toBeLessThan(45);
    expect(statuses).toEqual([
      'pass',
      expect.not.stringContaining('pass'),
      'fail',
    ]);
  });

  it('moves every instant by the same time, and nothing else', () => {
    const one = new Date('2027-01-01T00:00:00.000Z');
    const other = new Date(one.getTime() + 7 * DURATION_MS + 12_345_678_000);
    const [before, after] = [one, other].map(now =>
      JSON.stringify(playback.sectionsAtPosition(50_000, now)),
    );
    const shift = other.getTime() - one.getTime();
    const moved = before
      .replace(/"(20\d\d-\d\d-\d\dT[\d:.]+Z)"/g, (_, text) =>
        JSON.stringify(new Date(Date.parse(text) + shift).toISOString()),
      )
      .replace(
        /"processStartSeconds":([\d.]+)/g,
        (_, text) => `"processStartSeconds":${Number(text) + shift / 1000}`,
      );
    expect(after).toBe(moved);
    expect(after).toContain('no answer since 2026-11-23T12:00:00.000Z');
  });

  it('never lets a recorded certificate expire', () => {
    const now = new Date('2090-01-01T00:00:00.000Z');
    const etcd = playback.sectionsAt(now).etcd;
    const [member] = etcd?.state === 'observed' ? etcd.value.members : [];
    const [leaf] =
      member.certificates.state === 'observed' ? member.certificates.value : [];
    const days = (Date.parse(leaf.notAfter) - now.getTime()) / 86_400_000;
    expect(days).toBeGreaterThan(19);
    expect(days).toBeLessThanOrEqual(20);
  });

  it('goes on from the clock alone and starts over at its end', () => {
    const round = new Date(1000 * DURATION_MS);
    const at = (ms: number) =>
      playback.positionAt(new Date(round.getTime() + ms));
    expect([at(0), at(1), at(DURATION_MS - 1), at(DURATION_MS)]).toEqual([
      0,
      1,
      DURATION_MS - 1,
      0,
    ]);
    expect(playback.startedAt(new Date(round.getTime() + 500))).toEqual(round);
  });

  it('does not make a signal stale by collecting it less often than it was recorded', () => {
    const { leases, etcd } = playback.sectionsAt(new Date(), 30);
    expect(leases).toMatchObject({ intervalSeconds: 30 });
    expect(etcd).toMatchObject({
      value: { alarms: { intervalSeconds: 30 } },
    });
    const { nodes } = playback.sectionsAt(new Date(), 5);
    expect(nodes).toMatchObject({ intervalSeconds: 10 });
  });

  it('names what it is of', () => {
    expect(playback.recordedAt).toBe(START.toISOString());
    expect(playback.durationMs).toBe(DURATION_MS);
    expect(playback.events).toEqual(header.events);
  });
});

describe('a recording file', () => {
  it('repeats nothing that did not change', async () => {
    const lines = brotliDecompressSync(await readFile(file))
      .toString()
      .trim()
      .split('\n');
    expect(lines).toHaveLength(COLLECTIONS + 1);
    for (const line of lines.slice(2)) {
      const { sections } = JSON.parse(line);
      expect(Object.keys(sections.nodes)).toEqual(['times']);
      expect(Object.keys(sections.nodes.times)).toHaveLength(1);
      expect(line).not.toContain('kubelet');
    }
  });

  it('leaves nothing beside it', () => {
    expect(readdirSync(folder)).toContain('story.json.br');
    expect(readdirSync(folder).filter(name => /next$/.test(name))).toEqual([]);
  });

  const collection = (sections: object) =>
    JSON.stringify({ atMs: 0, sections });
  it.each([
    ['is no brotli', 'plain text', /is not a whole brotli-compressed file/],
    ['is empty', [''], /line 1 is not JSON/],
    ['is another kind of file', ['{"a":1}'], /line 1 .*format/],
    ['holds no collection', [JSON.stringify(header)], /has no collection/],
    ['is cut', [JSON.stringify(header), '{"atMs":0,'], /line 2 is not JSON/],
    [
      'has a section of an unknown name',
      [JSON.stringify(header), collection({ etdc: { body: {}, times: [] } })],
      /line 2 .*etdc/,
    ],
    [
      'has a section that is not what the schema says',
      [
        JSON.stringify(header),
        collection({ nodes: { body: { state: 'observed' }, times: [] } }),
      ],
      /line 2: This is no snapshot: .* at sections\.nodes\.\w+/,
    ],
    [
      'has a section whose value is not what the schema says',
      [
        JSON.stringify(header),
        collection({
          nodes: {
            body: {
              state: 'observed',
              source: 'inventory',
              via: 'test',
              observedAt: null,
              intervalSeconds: 30,
              value: [{ name: 7 }],
            },
            times: [0],
          },
        }),
      ],
      /line 2: The snapshot cannot be used: .* at sections\.nodes\.value\[0\]\.name/,
    ],
    [
      'has a section that is null',
      [JSON.stringify(header), collection({ etcd: { body: null, times: [] } })],
      /line 2: This is no snapshot: .* at sections\.etcd/,
    ],
    [
      'has a section that is no signal',
      [
        JSON.stringify(header),
        collection({ etcd: { body: 'etcd', times: [] } }),
      ],
      /line 2: This is no snapshot: .* at sections\.etcd/,
    ],
    [
      'has an instant that no calendar has',
      [
        JSON.stringify(header),
        collection({
          nodes: {
            body: {
              state: 'unknown',
              reason: 'timeout',
              detail: '',
              source: 'inventory',
              via: 'test',
              observedAt: null,
            },
            times: [0],
          },
        }),
        collection({ nodes: { times: { 0: 1e16 } } }),
      ],
      /line 3 .*sections\.nodes\.times/,
    ],
    [
      'has times for other places',
      [
        JSON.stringify(header),
        collection({
          nodes: {
            body: { state: 'observed', observedAt: null },
            times: [1, 2],
          },
        }),
      ],
      /line 2: section nodes: 2 times for 1 places/,
    ],
    [
      'moves times of nothing',
      [JSON.stringify(header), collection({ nodes: { times: { 0: 5 } } })],
      /line 2: section nodes: changed times before there is any content/,
    ],
    [
      'goes back in time',
      [
        JSON.stringify(header),
        JSON.stringify({ atMs: 5, sections: {} }),
        JSON.stringify({ atMs: 4, sections: {} }),
      ],
      /line 3 is earlier/,
    ],
  ])(
    'that %s is refused, naming file, line and remedy',
    async (_, content, expected) => {
      const broken = join(folder, 'broken.json.br');
      writeFileSync(
        broken,
        typeof content === 'string'
          ? content
          : brotliCompressSync(Buffer.from(content.join('\n'))),
      );
      const opening = RecordingPlayback.open(broken);
      await expect(opening).rejects.toThrow(expected);
      await expect(opening).rejects.toThrow(broken);
      await expect(opening).rejects.toThrow(/Make the recording again/);
    },
  );

  it('that is missing is refused', async () => {
    await expect(
      RecordingPlayback.open(join(folder, 'missing.json.br')),
    ).rejects.toThrow(/missing\.json\.br: cannot be read: ENOENT/);
  });
});
