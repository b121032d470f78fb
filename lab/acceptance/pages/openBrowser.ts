/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from '@playwright/test';
// The scripts of the root belong to no package.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import { chromiumArguments } from '../../../scripts/test/chromiumArguments.mjs';
import { joined } from './joined.mjs';

/** A browser that reaches a portal on this machine, and what ends it. */
export interface PortalBrowser {
  browser: Browser;
  close(): Promise<void>;
}

/**
 * Starts the machine's Chromium in a network namespace of its own, with the
 * portal's port on its loopback. Chromium gives up what it is loading whenever
 * an address of the machine changes (ERR_NETWORK_CHANGED), and labs that come
 * and go beside it change them.
 */
export async function openBrowser(portalUrl: string): Promise<PortalBrowser> {
  const { port } = new URL(portalUrl);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kubernetes-ha-browser-'));
  const socket = path.join(folder, 'portal.sock');
  const host = createServer(near =>
    joined(near, connect(Number(port), 'localhost')),
  );
  host.listen(socket);
  await once(host, 'listening');

  const relay = spawn(
    'unshare',
    [
      ...['--net', '--', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'],
      ...[process.execPath, path.join(__dirname, 'relay.mjs'), socket, port],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const close = async () => {
    if (relay.exitCode === null && relay.kill()) await once(relay, 'exit');
    host.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await Promise.race([
      once(relay.stdout, 'data'),
      once(relay, 'exit').then(([code]) => {
        throw new Error(
          `The relay into the browser's network namespace ended with ${code}. Expected: it listens. Can this user make namespaces (unshare --net)?`,
        );
      }),
    ]);
    const program = path.join(folder, 'chromium');
    writeFileSync(
      program,
      `#!/bin/sh\nexec nsenter --net=/proc/${relay.pid}/ns/net -- ${
        process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
      } "$@"\n`,
      { mode: 0o700 },
    );
    const browser = await chromium.launch({
      executablePath: program,
      args: chromiumArguments,
    });
    return {
      browser,
      close: async () => {
        await browser.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
