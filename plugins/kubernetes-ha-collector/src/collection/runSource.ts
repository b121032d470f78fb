/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { type Refusal, refused } from '../refusals/classify';
import { message } from 'backstage-plugin-kubernetes-ha-common';
import type {
  SectionName,
  SomeSections,
  UnknownSignal,
} from 'backstage-plugin-kubernetes-ha-common';
import type { AnySignalSource, SourceContext } from '../contracts';
import { within } from '../refusals/deadline';
import { failureOf, stackOf } from '../refusals/failureOf';
import { raceAbort } from '../refusals/raceAbort';
import { unknownSignal } from '../signals/signals';

/** What one source saw and how long it took. */
export interface SourceOutcome {
  /** Id of the source. */
  source: string;
  sections: SomeSections;
  durationMs: number;
}

/**
 * Runs one source under its deadline. Whatever it does (throw, hang, leave a
 * section out), every section that it provides has a signal afterwards, and
 * nothing is thrown.
 */
export async function runSource(
  source: AnySignalSource,
  context: SourceContext,
): Promise<SourceOutcome> {
  const startedMs = performance.now();
  const all = (refusal: Refusal): SomeSections =>
    Object.fromEntries(
      source.provides.map(name => [
        name,
        silent(source, context, name, refusal),
      ]),
    );

  let sections: SomeSections;
  try {
    const given = await within(context.signal, source.deadlineMs, signal =>
      raceAbort(source.observe({ ...context, signal }), signal),
    );
    if (given === undefined) {
      sections = all(
        refused(
          'timeout',
          context.signal.aborted
            ? message('detail.source-stopped', { source: source.id })
            : message('detail.source-timeout', {
                source: source.id,
                milliseconds: source.deadlineMs,
              }),
        ),
      );
    } else {
      sections = completed(source, context, given);
    }
  } catch (error) {
    const detail = failureOf(error);
    // Without the error itself: its message may hold what the detail leaves out.
    context.logger.error(
      `Source ${source.id} of cluster ${context.cluster.name} failed: ${detail}`,
      stackOf(error),
    );
    sections = all(
      refused(
        'invalid-response',
        message('detail.source-crashed', {
          source: source.id,
          detail,
        }),
      ),
    );
  }
  return {
    source: source.id,
    sections,
    durationMs: performance.now() - startedMs,
  };
}

/** What the source gave, with unknown for what it promised and left out, and without what it did not promise. */
function completed(
  source: AnySignalSource,
  context: SourceContext,
  given: SomeSections,
): SomeSections {
  return Object.fromEntries(
    source.provides.map(name => [
      name,
      given[name] ??
        silent(
          source,
          context,
          name,
          refused(
            'not-collected',
            message('detail.source-no-signal', { source: source.id }),
          ),
        ),
    ]),
  );
}

function silent(
  { id }: AnySignalSource,
  context: SourceContext,
  name: SectionName,
  refusal: Refusal,
): UnknownSignal {
  return unknownSignal(context, id, `section ${name}`, refusal);
}
