/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { faultByName } from '../faults';
import { argumentsFromWords } from '../faults/engine';
import type { FaultArguments } from '../faults/fault';

/** A fault to be injected and healed at set times of a recording. Times in seconds from its start. */
export interface ScheduledFault {
  name: string;
  args: FaultArguments;
  fromSeconds: number;
  untilSeconds: number;
}

/**
 * Reads `name[:value[,value…]]@from-until`, such as
 * `stop-etcd:cp-b@120-240`. Errors show the form and what is wrong.
 */
export function parseScheduledFault(
  text: string,
  durationSeconds: number,
): ScheduledFault {
  const [, name, words, from, until] =
    /^([a-z0-9-]+)(?::([^@]*))?@(\d+)-(\d+)$/.exec(text) ?? [];
  if (name === undefined) {
    throw new Error(
      `--fault ${text} cannot be read. Expected NAME[:VALUE,…]@FROM-UNTIL in seconds, such as stop-etcd:cp-b@120-240.`,
    );
  }
  const fault = faultByName(name);
  const fromSeconds = Number(from);
  const untilSeconds = Number(until);
  if (fromSeconds >= untilSeconds || untilSeconds > durationSeconds) {
    throw new Error(
      `--fault ${text}: expected FROM before UNTIL, and both within the ${durationSeconds} s of the recording.`,
    );
  }
  return {
    name,
    args: argumentsFromWords(fault, words ? words.split(',') : []),
    fromSeconds,
    untilSeconds,
  };
}

/** One thing to do at a time of the recording. */
export interface ScheduledStep {
  atSeconds: number;
  kind: 'inject' | 'heal';
  fault: ScheduledFault;
}

/** All steps in the order of time; of two at the same time the healing comes first. */
export function stepsOf(faults: readonly ScheduledFault[]): ScheduledStep[] {
  return faults
    .flatMap(fault => [
      { atSeconds: fault.fromSeconds, kind: 'inject' as const, fault },
      { atSeconds: fault.untilSeconds, kind: 'heal' as const, fault },
    ])
    .sort(
      (left, right) =>
        left.atSeconds - right.atSeconds || (left.kind === 'heal' ? -1 : 1),
    );
}
