/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/**
 * Makes a function that derives something from the signals of an assessment do
 * so once for each key, however many checks ask: a dozen of them need the flags
 * of the API servers, which stand in all pods of the cluster. What is kept goes
 * with the signals, which are never changed.
 */
export function derivedOnce<S extends object, T>(
  derive: (key: string, signals: S) => T,
): (key: string, signals: S) => T {
  const kept = new WeakMap<S, Map<string, T>>();
  return (key, signals) => {
    let own = kept.get(signals);
    if (!own) {
      own = new Map();
      kept.set(signals, own);
    }
    const known = own.get(key);
    if (known !== undefined) return known;
    const value = derive(key, signals);
    own.set(key, value);
    return value;
  };
}
