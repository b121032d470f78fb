/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** How a line is told from others: a colour of the theme and a pattern of dashes, for colour alone is no sign. */
export interface LineStyle {
  /** Its name in the style sheet of the legend. */
  name: string;
  /** Custom property of Backstage UI that holds the colour. */
  colour: string;
  /** Pixels drawn and left out in turn; empty for a whole line. */
  dash: readonly number[];
}

const styles: readonly LineStyle[] = [
  { name: 'a', colour: '--bui-fg-announcement', dash: [] },
  { name: 'b', colour: '--bui-fg-positive', dash: [10, 3] },
  { name: 'c', colour: '--bui-fg-warning', dash: [4, 3] },
  { name: 'd', colour: '--bui-fg-primary', dash: [10, 3, 2, 3] },
  { name: 'e', colour: '--bui-fg-secondary', dash: [2, 3] },
];

const limit: LineStyle = {
  name: 'limit',
  colour: '--bui-fg-negative',
  dash: [6, 6],
};

/** The style of the n-th line, or of what lines are held against. */
export function lineStyle(which: number | 'limit'): LineStyle {
  return which === 'limit' ? limit : styles[which % styles.length];
}
