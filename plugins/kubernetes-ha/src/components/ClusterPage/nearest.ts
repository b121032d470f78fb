/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import leven from 'leven';

/** More would be a list to read, not a hint. */
const MOST = 3;

/** Letters that may differ in a name of so many: one in three, and two in the shortest. */
const allowed = (length: number) => Math.max(2, Math.floor(length / 3));

/** Names are shorter; to something longer, that an address may have, none is near. */
const LONGEST = 253;

/** The names that somebody who wrote `wanted` may have meant, the nearest first. */
export function nearest(wanted: string, names: readonly string[]): string[] {
  if (wanted.length > LONGEST) return [];
  const asked = wanted.toLocaleLowerCase('en');
  return names
    .map(name => ({ name, distance: distanceOf(name.toLocaleLowerCase('en')) }))
    .filter(({ distance }) => distance <= allowed(asked.length))
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, MOST)
    .map(({ name }) => name);

  function distanceOf(name: string): number {
    // A part of a name, such as its region left out, is nearer than many letters are.
    const isPart =
      asked.length > 1 && (name.includes(asked) || asked.includes(name));
    return isPart ? 1 : leven(asked, name);
  }
}
