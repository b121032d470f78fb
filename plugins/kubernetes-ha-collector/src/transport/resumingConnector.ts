/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { buildConnector } from 'undici';

/**
 * So long after a server has shown its certificate, it is spoken to without: to
 * verify it is half the work of a handshake. A certificate that is no longer good
 * is refused after this time at the latest. (proposal)
 */
const VERIFIED_MS = 120_000;

/**
 * undici's connector, whose TLS sessions are resumed at the next reading. Its own
 * memory of them is weak: the garbage collector takes them within seconds.
 */
export function resumingConnector(
  options: buildConnector.BuildOptions,
): buildConnector.connector {
  let connect: buildConnector.connector | undefined;
  let verifiedAt = 0;
  /** What undici holds weakly, held. */
  let held: { session?: Buffer } = {};
  return (target, callback) => {
    const now = performance.now();
    if (!connect || now - verifiedAt >= VERIFIED_MS) {
      // One without sessions: what it connects to has to show its certificate.
      connect = buildConnector(options);
      held = {};
      verifiedAt = now;
    }
    const ofThis = held;
    connect(target, (...outcome) => {
      const [error, socket] = outcome;
      // Whatever was wrong, the next one is to be verified.
      if (error) connect = undefined;
      socket?.on('session', (session: Buffer) => {
        ofThis.session = session;
      });
      callback(...outcome);
    });
  };
}
