/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { SectionName } from 'backstage-plugin-kubernetes-ha-common';
import type { AnySignalSource } from '../contracts';

/**
 * The sources in an order in which each comes after those of its group whose
 * sections it needs.
 *
 * Errors: Error when two sources provide one section, or when sources need
 * each other in a circle: they would wait for each other for ever.
 */
export function sourceOrder(
  sources: readonly AnySignalSource[],
): AnySignalSource[] {
  const providers = providersOf(sources);
  const ordered = new Set<AnySignalSource>();
  const visit = (source: AnySignalSource, waiting: AnySignalSource[]) => {
    if (ordered.has(source)) return;
    if (waiting.includes(source)) {
      const circle = [...waiting, source].map(({ id }) => `"${id}"`);
      throw new Error(
        `The sources ${circle.join(
          ', ',
        )} need each other in a circle. Expected: needs without a circle. Take a section out of the needs of one of them.`,
      );
    }
    for (const section of source.needs ?? []) {
      const provider = providers.get(section);
      if (provider && provider !== source && provider.group === source.group) {
        visit(provider, [...waiting, source]);
      }
    }
    ordered.add(source);
  };
  for (const source of sources) visit(source, []);
  return [...ordered];
}

function providersOf(
  sources: readonly AnySignalSource[],
): ReadonlyMap<SectionName, AnySignalSource> {
  const providers = new Map<SectionName, AnySignalSource>();
  for (const source of sources) {
    for (const section of source.provides) {
      const other = providers.get(section);
      if (other) {
        throw new Error(
          `The section "${section}" is provided by the sources "${other.id}" and "${source.id}". Expected: one source for each section. Remove one of the two.`,
        );
      }
      providers.set(section, source);
    }
  }
  return providers;
}
