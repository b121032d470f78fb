/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
/**
 * Does `work` again and again, `everyMs` after its last end, and sooner when
 * `now()` is called. An error is logged when it first appears and when it
 * changes, not at every turn.
 */
export function repeat(
  name: string,
  everyMs: number,
  work: () => Promise<void>,
  log: (line: string) => void,
): { now: () => void } {
  let timer: NodeJS.Timeout | undefined;
  let busy = false;
  let again = false;
  let complaint = '';
  const turn = async () => {
    clearTimeout(timer);
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    try {
      await work();
      if (complaint) {
        log(`${name}: well again`);
        complaint = '';
      }
    } catch (error) {
      if (`${error}` !== complaint) {
        complaint = `${error}`;
        log(`${name}: ${complaint}`);
      }
    }
    busy = false;
    const delayMs = again || complaint ? Math.min(500, everyMs) : everyMs;
    again = false;
    timer = setTimeout(() => void turn(), delayMs);
  };
  void turn();
  return { now: () => void turn() };
}
