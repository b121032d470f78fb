/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { createContext, useContext } from 'react';

const HeadingLevelContext = createContext<2 | 3>(2);

/** Gives the level of the headings of panels: 3 below a heading of the page's own, such as a cluster's name. Default: 2. @internal */
export const HeadingLevel = HeadingLevelContext.Provider;

/** See {@link HeadingLevel}. @internal */
export function useHeadingLevel(): 2 | 3 {
  return useContext(HeadingLevelContext);
}
