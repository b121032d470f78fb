/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { labNames } from '../cluster/registry';
import { type Lab, openLab } from '../lab';
import { UsageError } from './command';

/** The lab named by --name, or the only one there is. */
export function chooseLab(
  name: string | undefined,
  log: (line: string) => void,
): Lab {
  return openLab(chooseName(name), log);
}

export function chooseName(name: string | undefined): string {
  const names = labNames();
  if (name !== undefined) {
    if (!names.includes(name)) {
      throw new UsageError(
        `There is no lab "${name}". Running: ${names.join(', ') || 'none'}.`,
      );
    }
    return name;
  }
  if (names.length === 0) {
    throw new UsageError('No lab is running. Start one: npm run lab -- up');
  }
  if (names.length > 1) {
    throw new UsageError(
      `Several labs are running; say which with --name. Allowed: ${names.join(
        ', ',
      )}.`,
    );
  }
  return names[0];
}
