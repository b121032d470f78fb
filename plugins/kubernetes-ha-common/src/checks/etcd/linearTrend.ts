/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** A reading of a quantity at a time. */
export interface Reading {
  /** Seconds from any fixed start. */
  seconds: number;
  value: number;
}

/**
 * Slope of the straight line that fits the readings best (least squares), per
 * second: what `predict_linear` of Prometheus uses. Undefined when the
 * readings do not span any time.
 */
export function trendPerSecond(
  readings: readonly Reading[],
): number | undefined {
  if (readings.length < 2) return undefined;
  const meanOf = (pick: (reading: Reading) => number) =>
    readings.reduce((sum, reading) => sum + pick(reading), 0) / readings.length;
  const meanSeconds = meanOf(({ seconds }) => seconds);
  const meanValue = meanOf(({ value }) => value);
  let together = 0;
  let spread = 0;
  for (const { seconds, value } of readings) {
    together += (seconds - meanSeconds) * (value - meanValue);
    spread += (seconds - meanSeconds) ** 2;
  }
  return spread > 0 ? together / spread : undefined;
}
