/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { z } from 'zod/v4';

/** A list of thousands may deviate in each entry; nobody reads more. (proposal) */
const NAMED = 3;
/** A key of a record may be as long as the file. */
const PATH_CHARACTERS = 200;

/** How a value deviates from a schema, in one line: what is wrong, and where. @public */
export function deviations({ issues }: z.core.$ZodError): string {
  const named = issues
    .slice(0, NAMED)
    .map(({ message, path }) => `${message} at ${placeOf(path)}`)
    .join('; ');
  const others = issues.length - NAMED;
  return others > 0 ? `${named}; and ${others} more` : named;
}

/** `sections.nodes.value[0].name`; a key that is no plain name is quoted. */
function placeOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'its top level';
  return z.core.toDotPath(path).slice(0, PATH_CHARACTERS);
}
