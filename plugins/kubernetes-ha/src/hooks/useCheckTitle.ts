/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useChecks } from './useChecks';
import { useWording } from './useWording';

/** Titles of checks as the catalogue has them: of an adopter's check it alone has the words. @internal */
export function useCheckTitle(): (checkId: string) => string {
  const checks = useChecks();
  const { say, titleOf } = useWording();
  return checkId => {
    const check = checks.value?.find(({ id }) => id === checkId);
    return check ? say(check.title) : titleOf(checkId);
  };
}
