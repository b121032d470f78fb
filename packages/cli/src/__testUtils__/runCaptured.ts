/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { recordCommand } from '../commands/record';
import { replayCommand } from '../commands/replay';
import { scanCommand } from '../commands/scan';
import { runCli } from '../runCli';

/** What one command line wrote, and ended with. */
export interface Captured {
  code: number;
  stdout: string;
  stderr: string;
}

// Loaded at once: Jest cannot load later.
const commands = {
  scan: async () => scanCommand,
  replay: async () => replayCommand,
  record: async () => recordCommand,
};

/** Runs a command line in this process and keeps what it writes. */
export async function runCaptured(...args: string[]): Promise<Captured> {
  const written = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map(stream =>
    jest.spyOn(process[stream], 'write').mockImplementation(text => {
      written[stream] += String(text);
      return true;
    }),
  );
  try {
    return { code: await runCli(args, commands), ...written };
  } finally {
    spies.forEach(spy => spy.mockRestore());
  }
}
