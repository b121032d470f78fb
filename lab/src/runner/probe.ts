/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { ProbeSpec } from './unit';

/** Asks once; true for a status from 200 to 399, as the kubelet judges. It does not verify the certificate either. */
export function askProbe(spec: ProbeSpec): Promise<boolean> {
  return new Promise(resolve => {
    const url = new URL(spec.url);
    const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const outgoing = request(
      url,
      {
        rejectUnauthorized: false,
        agent: false,
        signal: AbortSignal.timeout(spec.timeoutSeconds * 1000),
      },
      incoming => {
        const status = incoming.statusCode ?? 0;
        incoming.resume();
        incoming.on('error', () => undefined);
        resolve(status >= 200 && status < 400);
      },
    );
    outgoing.on('error', () => resolve(false));
    outgoing.end();
  });
}

/** Asks again and again until stopped. `onResult` gets the number of failures in a row. */
export function runProbe(
  spec: ProbeSpec,
  onResult: (ok: boolean, failuresInARow: number) => void,
): () => void {
  let stopped = false;
  let failures = 0;
  let timer: NodeJS.Timeout;
  const ask = async () => {
    const ok = await askProbe(spec);
    if (stopped) {
      return;
    }
    failures = ok ? 0 : failures + 1;
    onResult(ok, failures);
    timer = setTimeout(() => void ask(), spec.periodSeconds * 1000);
  };
  timer = setTimeout(() => void ask(), spec.initialDelaySeconds * 1000);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
