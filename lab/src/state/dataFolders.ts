/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { writeText } from './description';
import { withLock } from './lock';
import { dataFolder, defaultDataFolder } from './paths';

/** One file for each data folder that labs of this checkout were ever put into. */
const memory = join(defaultDataFolder, '.folders');

/**
 * Notes the present data folder, before a lab is made in it: a run that is
 * killed in a folder of its own is then found by runs that know nothing of it.
 */
export async function rememberDataFolder(): Promise<void> {
  const folder = dataFolder();
  if (folder === defaultDataFolder) {
    return;
  }
  await whileAlone(() => {
    mkdirSync(memory, { recursive: true });
    writeText(fileOf(folder), folder);
  });
}

/** Every data folder in which labs of this checkout may lie, the present one first. Those that are gone are forgotten. */
export async function dataFolders(): Promise<string[]> {
  const usual = [dataFolder(), defaultDataFolder];
  if (!existsSync(memory)) {
    return [...new Set(usual)];
  }
  const remembered = await whileAlone(() => {
    const all = readdirSync(memory)
      .filter(name => !name.endsWith('.next'))
      .map(name => readFileSync(join(memory, name), 'utf8'));
    all
      .filter(folder => !existsSync(folder))
      .forEach(folder => rmSync(fileOf(folder), { force: true }));
    return all.filter(existsSync);
  });
  return [...new Set([...usual, ...remembered])];
}

function fileOf(folder: string): string {
  return join(memory, createHash('sha256').update(folder).digest('hex'));
}

function whileAlone<T>(work: () => T): Promise<T> {
  return withLock(
    join(defaultDataFolder, '.folders.lock'),
    'The list of data folders',
    10_000,
    async () => work(),
  );
}
