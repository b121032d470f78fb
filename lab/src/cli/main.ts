/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { commands } from './commands';
import { print } from './command';

async function main(words: string[]): Promise<number> {
  const [name, ...args] = words;
  const command = commands.find(candidate => candidate.name === name);
  if (!command) {
    const asked = name === undefined || /^(-h|--help|help)$/.test(name);
    print(
      ...(asked ? [] : [`Unknown command "${name}".`]),
      'Usage: npm run lab -- COMMAND',
      '',
      ...commands.map(
        known => `  ${known.name.padEnd(8)} ${known.description}`,
      ),
      '',
      'npm run lab -- COMMAND --help says more.',
    );
    return asked ? 0 : 2;
  }
  const isHelp = args.includes('--help') || args.includes('-h');
  if (isHelp && command.name !== 'kubectl') {
    print(
      `Usage: npm run lab -- ${command.name} ${command.usage}`,
      command.description,
      '',
      ...(command.help?.() ?? []),
    );
    return 0;
  }
  return command.run(args);
}

main(process.argv.slice(2)).then(
  code => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const text = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${text}\n`);
    if (process.env.DEBUG && error instanceof Error) {
      process.stderr.write(`${error.stack}\n`);
    }
    process.exitCode = 1;
  },
);
