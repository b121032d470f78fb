/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { storyAt } from '../__testUtils__/recordedLease';
import { TestFolder } from '../__testUtils__/TestFolder';
import { RecordingEncoder } from './encoder';
import { RecordingPlayback } from './playback';
import { writeRecording } from './recordingFile';
import { SharedRecordings } from './sharedRecordings';

const folder = new TestFolder();
const START = new Date('2026-11-20T08:00:00.000Z');

async function recording(name: string, title = 'Story'): Promise<string> {
  const file = folder.at(name);
  const tick = new RecordingEncoder(START).encode(START, storyAt(START, START));
  await writeRecording(
    file,
    {
      format: 'kubernetes-ha-recording',
      version: 1,
      schemaVersion: 1,
      cluster: {
        name: 'story',
        tier: 'production',
        platform: 'self-managed',
        connection: 'kubeconfig',
      },
      recordedAt: START.toISOString(),
      durationMs: 10_000,
      intervalSeconds: 10,
      title,
      description: '',
      groups: { 'control-plane': ['leases', 'etcd'], inventory: ['nodes'] },
      events: [],
    },
    [tick],
  );
  return file;
}

describe('recordings shared by clusters', () => {
  const open = jest.spyOn(RecordingPlayback, 'open');
  afterEach(() => open.mockClear());

  it('are read once, also when many clusters begin at the same time', async () => {
    const file = await recording('one.br');
    const recordings = new SharedRecordings();
    const leases = await Promise.all(
      Array.from({ length: 20 }, () => recordings.acquire(file)),
    );
    expect(new Set(leases.map(({ playback }) => playback)).size).toBe(1);
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('are dropped when the last cluster is done, and stay until then', async () => {
    const file = await recording('one.br');
    const recordings = new SharedRecordings();
    const [first, second] = [
      await recordings.acquire(file),
      await recordings.acquire(file),
    ];
    first.release();
    first.release();
    expect((await recordings.acquire(file)).playback).toBe(second.playback);
    second.release();
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('are read anew once nobody plays them', async () => {
    const file = await recording('one.br');
    const recordings = new SharedRecordings();
    (await recordings.acquire(file)).release();
    await recordings.acquire(file);
    expect(open).toHaveBeenCalledTimes(2);
  });

  it('of a file that was recorded again are those of the new file, and the old ones play on', async () => {
    const file = await recording('one.br', 'Before');
    const recordings = new SharedRecordings();
    const before = await recordings.acquire(file);
    await recording('one.br', 'Recorded again');
    const after = await recordings.acquire(file);
    expect(after.playback.header.title).toBe('Recorded again');
    expect(before.playback.header.title).toBe('Before');
    before.release();
    expect((await recordings.acquire(file)).playback).toBe(after.playback);
  });

  it('that cannot be read say so to each cluster, and are tried again', async () => {
    const recordings = new SharedRecordings();
    const file = folder.file('broken.br', 'no recording');
    for (let attempt = 1; attempt <= 2; attempt++) {
      await expect(recordings.acquire(file)).rejects.toThrow(
        'is not a whole brotli-compressed file',
      );
      expect(open).toHaveBeenCalledTimes(attempt);
    }
    await expect(recordings.acquire(folder.at('missing.br'))).rejects.toThrow(
      'cannot be read',
    );
  });

  it('cannot be changed by what one cluster does with them', async () => {
    const file = await recording('one.br');
    const { playback } = await new SharedRecordings().acquire(file);
    const { etcd } = playback.sectionsAtPosition(0, START);
    if (etcd?.state !== 'observed') throw new Error('the story has etcd');
    const again = playback.sectionsAtPosition(0, START);
    // What is shared refuses; what is a copy may be changed.
    Reflect.set(etcd.value.members, 'length', 0);
    expect(playback.sectionsAtPosition(0, START)).toEqual(again);
    expect(again.etcd).not.toMatchObject({ value: { members: [] } });
  });
});
