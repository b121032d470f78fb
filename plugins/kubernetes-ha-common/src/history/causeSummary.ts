/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Verdict } from '../checks/verdict';
import type { Cause } from '../scoring/causes';
import { canonicalHash } from '../scoring/hash';

/** Machines that are kept of a cause; of a lost zone there are hundreds. (proposal) @internal */
export const KEPT_MACHINES = 50;

/** Longest id that is kept as it is; a longer one keeps its beginning and a hash. */
const LONGEST_ID = 200;

/** A cause in few words, as it is kept with its findings. @public */
export interface CauseSummary {
  /** That of the cause; shortened where it names very many machines. */
  id: string;
  kind: Cause['kind'];
  verdict: Verdict;
  /** The most urgent check that follows from it. */
  checkId: string;
  /** Of `machines`: how many there are, and the first 50 of them, sorted. */
  machines?: { count: number; names: readonly string[] };
  /** Of `source`: what could not be read, and why. */
  source?: { name: string; reason: string };
}

/** A cause as it is kept with each of its findings. Bounded. Pure. @public */
export function summariseCause(cause: Cause): CauseSummary {
  const { id, kind, verdict, checkIds, machines, source } = cause;
  return {
    id: shortId(id),
    kind,
    verdict,
    checkId: checkIds[0],
    ...(machines && {
      machines: {
        count: machines.length,
        names: machines.slice(0, KEPT_MACHINES),
      },
    }),
    ...(source && { source: { name: source.name, reason: source.reason } }),
  };
}

/** The same for the same id, and short enough for an index. */
function shortId(id: string): string {
  if (id.length <= LONGEST_ID) return id;
  return `${id.slice(0, 130)}…${canonicalHash(id)}`;
}
