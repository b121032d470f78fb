/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { openLab } from '../src';
import { createObserver } from './createObserver';
import { belowPass } from './expectation';

// Prints what the product says of a running lab:
// tsx lab/acceptance/scoreNow.ts [lab name] [looks]
async function main(): Promise<void> {
  const lab = openLab(process.argv[2] ?? 'ha-3az');
  const observer = await createObserver(lab.appConfig());
  const looks = Number(process.argv[3] ?? 2);
  for (let i = 0; i < looks; i += 1) {
    const { card } = await observer.look();
    console.log(
      `${card.grade} ${card.score}${card.provisional ? ' provisional' : ''}`,
      card.limitedBy ?? '',
    );
    if (i === looks - 1) console.log(belowPass(card).join('\n'));
  }
  await observer.close();
}

main().then(
  () => process.exit(0),
  error => {
    console.error(error);
    process.exit(1);
  },
);
