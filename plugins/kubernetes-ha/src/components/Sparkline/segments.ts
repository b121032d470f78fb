/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** A point in the drawing. */
export interface Point {
  x: number;
  y: number;
}

/** Splits a line at its gaps, so that silence is not drawn as a value. */
export function toSegments(points: readonly (Point | null)[]): Point[][] {
  const segments: Point[][] = [];
  let open: Point[] | undefined;
  for (const point of points) {
    if (point === null) {
      open = undefined;
    } else if (open) {
      open.push(point);
    } else {
      open = [point];
      segments.push(open);
    }
  }
  return segments;
}
