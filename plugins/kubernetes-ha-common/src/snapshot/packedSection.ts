/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Steps } from '../steps';
import type { SectionName } from './clusterSnapshot';
import { sectionDefinitions } from './sections/definitions';
import type { SectionDefinition } from './sections/section';
import type { Signal } from './signal';

/** A section's signal as it is stored: its value shorter, where the section has a way. @public */
export function* packSectionSteps(
  name: SectionName,
  signal: Signal<unknown>,
): Steps<Signal<unknown>> {
  const { storage }: SectionDefinition = sectionDefinitions[name];
  if (!storage || signal.state !== 'observed') return signal;
  return { ...signal, value: yield* storage.pack(signal.value) };
}

/** The signal that {@link packSectionSteps} was given. Errors: Error when the stored value is damaged. @public */
export function* unpackSectionSteps(
  name: SectionName,
  stored: Signal<unknown>,
): Steps<Signal<unknown>> {
  const { storage }: SectionDefinition = sectionDefinitions[name];
  if (!storage || stored.state !== 'observed') return stored;
  return { ...stored, value: yield* storage.unpack(stored.value) };
}
